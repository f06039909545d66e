import type { Core } from '../core.ts'
import type { SandboxChannel } from '../protocol.ts'
import type { StoredMessage, StoredUser } from '../state/changes.ts'
import { directChannelId } from '../state/workspace.ts'
import { SlackError } from './method.ts'

/** The channel by id, by a user's id (the direct conversation) or by "#name". Throws `channel_not_found`. */
export function findChannel(core: Core, given: string | undefined): SandboxChannel {
  if (given === undefined || given === '') throw new SlackError('channel_not_found')
  const { channels, users } = core.workspace
  const direct = users.get(given)?.isBot === false ? channels.get(directChannelId(given)) : undefined
  const name = given.startsWith('#') ? given.slice(1) : given
  const found =
    channels.get(given) ??
    direct ??
    [...channels.values()].find((channel) => channel.kind === 'channel' && channel.name === name)
  if (found === undefined) throw new SlackError('channel_not_found')
  return found
}

/** The same by its id alone, as the conversation methods want it. */
export function findConversation(core: Core, given: string | undefined): SandboxChannel {
  const found = core.workspace.channels.get(given ?? '')
  if (found === undefined) throw new SlackError('channel_not_found')
  return found
}

/** Throws `not_in_channel` where the bot is not in it. */
export function needMembership(core: Core, channel: SandboxChannel): void {
  if (!channel.members.includes(core.seed.bot.userId)) throw new SlackError('not_in_channel')
}

/** Throws `user_not_found`. */
export function findUser(core: Core, id: string | undefined): StoredUser {
  const found = core.workspace.users.get(id ?? '')
  if (found === undefined) throw new SlackError('user_not_found')
  return found
}

/** Throws `message_not_found`. */
export function findMessage(core: Core, channel: SandboxChannel, ts: string | undefined): StoredMessage {
  const found = core.workspace.message(channel.id, ts ?? '')
  if (found === undefined) throw new SlackError('message_not_found')
  return found
}
