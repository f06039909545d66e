import type { Core } from '../core.ts'
import { channelRef, interactionBase, slackMessage } from '../delivery/payloads.ts'
import type { PageAnswer, ShortcutRequest } from '../protocol.ts'

/** A shortcut was chosen: `message_action` for a message, else `shortcut`. */
export async function chooseShortcut(core: Core, request: ShortcutRequest): Promise<PageAnswer> {
  const type = request.message === undefined ? 'global' : 'message'
  const known = core.seed.shortcuts.some(
    (each) => each.callbackId === request.callbackId && each.type === type,
  )
  if (!known) return { ok: false, error: 'bad_request' }
  const common = {
    ...interactionBase(core, request.as),
    callback_id: request.callbackId,
    trigger_id: core.triggers.give(request.as),
    action_ts: core.workspace.nextTs(),
  }
  if (request.message === undefined) {
    const ack = await core.deliver.gesture('interactive', { type: 'shortcut', ...common }, false)
    return ack.ok ? { ok: true } : ack
  }
  const { channel, ts } = request.message
  const isMember = core.workspace.channels.get(channel)?.members.includes(request.as) === true
  const message = isMember ? core.workspace.message(channel, ts) : undefined
  if (message === undefined) return { ok: false, error: 'message_gone' }
  const payload = {
    type: 'message_action',
    ...common,
    response_url: core.responseUrls.give({
      channel,
      user: request.as,
      original: { ts, ephemeral: false },
      ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    }),
    channel: channelRef(core, channel),
    message_ts: ts,
    message: slackMessage(core, message),
  }
  const ack = await core.deliver.gesture('interactive', payload, false)
  return ack.ok ? { ok: true } : ack
}
