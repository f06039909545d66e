import type { Core } from './core.ts'
import { tellJoined, tellMessage } from './delivery/events.ts'
import { pageMessage } from './page-api/shown.ts'
import type { StoredMessage } from './state/changes.ts'
import type { EphemeralMessage } from './state/ephemerals.ts'

/** What happens in a channel: each is kept, shown on every page that may see it, and told to the bot. */

export function say(core: Core, draft: Omit<StoredMessage, 'ts'>): StoredMessage {
  const message = { ...draft, ts: core.workspace.nextTs() }
  core.workspace.commit({ did: 'message', message })
  core.page.toChannel(message.channel, { type: 'message', message: pageMessage(message) })
  showThreadHead(core, message)
  tellMessage(core, message, 'said')
  return message
}

/** Slack marks a message as edited only where its text changed without blocks. */
export function edit(core: Core, before: StoredMessage, after: StoredMessage): StoredMessage {
  const message = after.blocks === undefined ? { ...after, editedTs: core.workspace.nextTs() } : after
  core.workspace.commit({ did: 'message', message })
  core.page.toChannel(message.channel, { type: 'message_changed', message: pageMessage(message) })
  tellMessage(core, message, { edited: before })
  return message
}

/** Changes what is no edit: a reaction, an unfurled link. */
export function touch(core: Core, message: StoredMessage): void {
  core.workspace.commit({ did: 'message', message })
  core.page.toChannel(message.channel, { type: 'message_changed', message: pageMessage(message) })
}

/** Takes a message away. */
export function erase(core: Core, message: StoredMessage): void {
  core.workspace.commit({ did: 'delete', channel: message.channel, ts: message.ts })
  core.page.toChannel(message.channel, {
    type: 'message_deleted',
    channel: message.channel,
    ts: message.ts,
  })
  showThreadHead(core, message)
  tellMessage(core, message, 'deleted')
}

/** Shows a message to one person alone; in a thread that has not begun, Slack takes it and shows it to nobody. */
export function whisper(core: Core, draft: Omit<EphemeralMessage, 'ts'>): EphemeralMessage {
  const message = { ...draft, ts: core.workspace.nextTs() }
  if (message.threadTs !== undefined && !hasBegun(core, message.channel, message.threadTs)) {
    core.log(`not shown: ${message.seenBy} alone would see it in a thread that has not begun`)
    return message
  }
  core.ephemerals.keep(message)
  core.page.toUser(message.seenBy, { type: 'message', message: pageMessage(message) })
  return message
}

/** Changes what was shown to one person alone. */
export function rewhisper(core: Core, message: EphemeralMessage): void {
  core.ephemerals.keep(message)
  core.page.toUser(message.seenBy, { type: 'message_changed', message: pageMessage(message) })
}

/** Takes away what was shown to one person alone. */
export function unwhisper(core: Core, message: EphemeralMessage): void {
  core.ephemerals.forget(message.seenBy, message.channel, message.ts)
  core.page.toUser(message.seenBy, {
    type: 'message_deleted',
    channel: message.channel,
    ts: message.ts,
  })
}

/** Brings `user` into the channel; the bot hears of it where it is in the channel itself. */
export function join(core: Core, channelId: string, user: string, inviter?: string): void {
  const channel = core.workspace.channels.get(channelId)
  if (channel === undefined || channel.members.includes(user)) return
  const members = [...channel.members, user]
  core.workspace.commit({ did: 'channel', channel: { ...channel, members } })
  core.page.stateChanged()
  if (members.includes(core.seed.bot.userId)) tellJoined(core, user, channelId, inviter)
}

/** Takes `user` out of the channel; Slack tells an app nothing of it unless it subscribes to that. */
export function leave(core: Core, channelId: string, user: string): void {
  const channel = core.workspace.channels.get(channelId)
  if (channel === undefined || !channel.members.includes(user)) return
  const members = channel.members.filter((each) => each !== user)
  core.workspace.commit({ did: 'channel', channel: { ...channel, members } })
  core.page.stateChanged()
}

function hasBegun(core: Core, channel: string, threadTs: string): boolean {
  return (core.workspace.message(channel, threadTs)?.replyCount ?? 0) > 0
}

/** The count of replies under a thread's first message has changed. */
function showThreadHead(core: Core, reply: StoredMessage): void {
  if (reply.threadTs === undefined) return
  const head = core.workspace.message(reply.channel, reply.threadTs)
  if (head !== undefined)
    core.page.toChannel(head.channel, { type: 'message_changed', message: pageMessage(head) })
}
