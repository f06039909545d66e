import type { ModalView } from '@slack/types'

/** Slack's id of a channel or conversation, or the Home tab, and a blank behind it. */
const placePattern = /^([CDG][A-Z0-9]{2,20}|home) ([\s\S]*)$/
const homeMark = 'home'

/** Where a person is: in a channel or conversation, or on the bot's Home tab, which is none. */
export type StandingPlace = { channelId?: string | undefined; isOnHome?: true | undefined }

/**
 * The modal with the place in which it was asked for in front of its metadata: Slack does not tell where a modal was
 * opened once it is sent, and whoever sent it looks for the answer there.
 */
export function withPlace(view: ModalView, { channelId, isOnHome }: StandingPlace): ModalView {
  const mark = isOnHome === true ? homeMark : channelId
  return mark === undefined ? view : { ...view, private_metadata: `${mark} ${view.private_metadata ?? ''}` }
}

/** The metadata as its view gave it, and the place in which it was opened; absent where there was none. */
export function placeIn(metadata: string): { meta: string; channelId?: string; isOnHome?: true } {
  const [, mark, meta] = placePattern.exec(metadata) ?? []
  if (mark === undefined || meta === undefined) return { meta: metadata }
  return mark === homeMark ? { meta, isOnHome: true } : { meta, channelId: mark }
}
