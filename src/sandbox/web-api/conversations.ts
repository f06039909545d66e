import type { Core } from '../core.ts'
import { slackMessage } from '../delivery/payloads.ts'
import type { SandboxChannel } from '../protocol.ts'
import type { StoredMessage } from '../state/changes.ts'
import { directChannelId } from '../state/workspace.ts'
import { join } from '../talk.ts'
import { type Args, decodeCursor, encodeCursor, pageOf } from './args.ts'
import { findConversation, findUser, needMembership } from './find.ts'
import { type Method, SlackError } from './method.ts'

export const conversationMethods: Record<string, Method> = {
  'conversations.open': { token: 'bot', tier: 3, run: open },
  'conversations.list': { token: 'bot', tier: 2, reads: true, run: list },
  'conversations.info': {
    token: 'bot',
    tier: 3,
    reads: true,
    run: (core, call) => ({
      channel: slackChannel(core, findConversation(core, call.text('channel')), call),
    }),
  },
  'conversations.members': { token: 'bot', tier: 4, reads: true, run: members },
  'conversations.history': { token: 'bot', tier: 3, reads: true, run: history },
  'conversations.replies': { token: 'bot', tier: 3, reads: true, run: replies },
  'conversations.join': { token: 'bot', tier: 3, run: joinChannel },
  'users.conversations': { token: 'bot', tier: 3, reads: true, run: ofUser },
}

/** A channel as Slack shows it to an app; `call` may ask for `include_num_members`. */
export function slackChannel(core: Core, channel: SandboxChannel, call?: Args): Record<string, unknown> {
  const isDirect = channel.kind === 'direct'
  const common = { id: channel.id, is_im: isDirect, is_org_shared: false, context_team_id: core.seed.team.id }
  if (isDirect) {
    const other = channel.members.find((member) => member !== core.seed.bot.userId)
    return { ...common, user: other, is_open: true, is_archived: false, is_user_deleted: false, priority: 0 }
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_mpim: false,
    is_private: false,
    is_archived: channel.archived,
    is_general: false,
    is_shared: false,
    is_ext_shared: false,
    is_member: channel.members.includes(core.seed.bot.userId),
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    ...(call?.flag('include_num_members') ? { num_members: channel.members.length } : {}),
  }
}

function open(core: Core, call: Args) {
  const given = call.text('channel')
  const users = call.list('users')
  if (given === undefined && users.length === 0) throw new SlackError('users_list_not_supplied')
  // The sandbox has conversations between the bot and one person alone.
  if (users.length > 1) throw new SlackError('too_many_users')
  const user = users[0] === undefined ? undefined : findUser(core, users[0])
  if (user?.isBot === true) throw new SlackError('cannot_dm_bot')
  const channel = findConversation(core, user === undefined ? given : directChannelId(user.id))
  if (!call.flag('return_im')) return { no_op: true, already_open: true, channel: { id: channel.id } }
  return { no_op: true, already_open: true, channel: slackChannel(core, channel) }
}

function list(core: Core, call: Args) {
  const all = wanted(core, call)
  const { page, cursor } = pageOf(all, call, 999)
  return {
    channels: page.map((channel) => ({
      ...slackChannel(core, channel),
      ...(channel.kind === 'channel' ? { num_members: channel.members.length } : {}),
    })),
    response_metadata: { next_cursor: cursor },
  }
}

function ofUser(core: Core, call: Args) {
  const user = call.text('user') ?? core.seed.bot.userId
  findUser(core, user)
  const { page, cursor } = pageOf(
    wanted(core, call).filter((channel) => channel.members.includes(user)),
    call,
    999,
  )
  return {
    channels: page.map((each) => slackChannel(core, each)),
    response_metadata: { next_cursor: cursor },
  }
}

function wanted(core: Core, call: Args): SandboxChannel[] {
  const types = call.list('types')
  const known = ['public_channel', 'private_channel', 'mpim', 'im']
  if (types.some((type) => !known.includes(type))) throw new SlackError('invalid_types')
  const wants = (type: string) => (types.length === 0 ? type === 'public_channel' : types.includes(type))
  return [...core.workspace.channels.values()]
    .filter((channel) => wants(channel.kind === 'direct' ? 'im' : 'public_channel'))
    .filter((channel) => !(channel.archived && call.flag('exclude_archived')))
}

function members(core: Core, call: Args) {
  const { page, cursor } = pageOf(findConversation(core, call.text('channel')).members, call, 999)
  return { members: page, response_metadata: { next_cursor: cursor } }
}

function history(core: Core, call: Args) {
  const channel = findConversation(core, call.text('channel'))
  needMembership(core, channel)
  const all = core.workspace
    .messages(channel.id)
    .filter((message) => message.threadTs === undefined || message.broadcast === true)
    .reverse()
  return windowOf(core, all, call)
}

function replies(core: Core, call: Args) {
  const channel = findConversation(core, call.text('channel'))
  needMembership(core, channel)
  const ts = call.need('ts')
  const found = core.workspace.message(channel.id, ts)
  if (found === undefined) throw new SlackError('thread_not_found')
  const head = found.threadTs ?? found.ts
  const all = core.workspace.messages(channel.id)
  const thread = all.filter((message) => message.ts === head || message.threadTs === head)
  return windowOf(core, thread, call)
}

/** Messages between `oldest` and `latest`, page by page, in the order given. */
function windowOf(core: Core, all: StoredMessage[], call: Args) {
  const oldest = readTs(call, 'oldest')
  const latest = readTs(call, 'latest')
  const inclusive = call.flag('inclusive')
  const within = all.filter((message) => {
    const isEdge = inclusive && (message.ts === call.text('oldest') || message.ts === call.text('latest'))
    const ts = Number(message.ts)
    return isEdge || ((oldest === undefined || ts > oldest) && (latest === undefined || ts < latest))
  })
  const limit = call.number('limit', 100, 1, 999)
  const after = decodeCursor(call.text('cursor'))
  const place = after === undefined ? -1 : within.findIndex((message) => message.ts === after)
  if (after !== undefined && place === -1) throw new SlackError('invalid_cursor')
  const page = within.slice(place + 1, place + 1 + limit)
  const hasMore = place + 1 + limit < within.length
  const last = page.at(-1)
  return {
    messages: page.map((message) => slackMessage(core, message, call.flag('include_all_metadata'))),
    has_more: hasMore,
    pin_count: 0,
    ...(hasMore && last !== undefined ? { response_metadata: { next_cursor: encodeCursor(last.ts) } } : {}),
  }
}

function readTs(call: Args, name: 'oldest' | 'latest'): number | undefined {
  const given = call.text(name)
  if (given === undefined || given === '') return undefined
  if (!/^\d+(\.\d+)?$/.test(given)) throw new SlackError(`invalid_ts_${name}`)
  return Number(given)
}

function joinChannel(core: Core, call: Args) {
  const channel = findConversation(core, call.text('channel'))
  if (channel.kind === 'direct') throw new SlackError('method_not_supported_for_channel_type')
  if (channel.archived) throw new SlackError('is_archived')
  const isMember = channel.members.includes(core.seed.bot.userId)
  join(core, channel.id, core.seed.bot.userId)
  const joined = slackChannel(core, findConversation(core, channel.id))
  if (!isMember) return { channel: joined }
  return {
    channel: joined,
    warning: 'already_in_channel',
    response_metadata: { warnings: ['already_in_channel'] },
  }
}
