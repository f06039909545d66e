import type { ModalView } from '@slack/types'

/** Slack's id of a channel or conversation, and a blank behind it. */
const placePattern = /^([CDG][A-Z0-9]{2,20}) ([\s\S]*)$/

/**
 * The modal with the channel in which it was asked for in front of its metadata: Slack does not tell where a modal was
 * opened once it is sent, and whoever sent it looks for the answer there.
 */
export function withPlace(view: ModalView, channelId: string | undefined): ModalView {
  if (channelId === undefined) return view
  return { ...view, private_metadata: `${channelId} ${view.private_metadata ?? ''}` }
}

/** The metadata as its view gave it, and the channel in which it was opened; absent where there was none. */
export function placeIn(metadata: string): { meta: string; channelId?: string } {
  const [, channelId, meta] = placePattern.exec(metadata) ?? []
  return channelId === undefined || meta === undefined ? { meta: metadata } : { meta, channelId }
}
