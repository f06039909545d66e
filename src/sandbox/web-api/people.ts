import type { Core } from '../core.ts'
import { botProfile } from '../delivery/payloads.ts'
import type { StoredUser } from '../state/changes.ts'
import { touch } from '../talk.ts'
import { type Args, pageOf } from './args.ts'
import { findConversation, findMessage, findUser, needMembership } from './find.ts'
import { type Method, SlackError } from './method.ts'

export const peopleMethods: Record<string, Method> = {
  'users.info': {
    token: 'bot',
    tier: 4,
    reads: true,
    run: (core, call) => ({ user: slackUser(core, findUser(core, call.text('user')), call) }),
  },
  'users.list': { token: 'bot', tier: 2, reads: true, run: list },
  'users.lookupByEmail': { token: 'bot', tier: 3, reads: true, run: lookup },
  'bots.info': { token: 'bot', tier: 3, reads: true, run: botInfo },
  'team.info': {
    token: 'bot',
    tier: 3,
    reads: true,
    run: (core) => ({ team: { ...core.seed.team, email_domain: '', icon: {} } }),
  },
  'reactions.add': { token: 'bot', tier: 3, run: react },
}

function slackUser(core: Core, user: StoredUser, call: Args): Record<string, unknown> {
  return {
    id: user.id,
    team_id: core.seed.team.id,
    name: user.handle,
    deleted: false,
    real_name: user.name,
    tz: user.zone,
    tz_label: user.zone,
    tz_offset: offsetSeconds(user.zone, core.now()),
    profile: {
      title: user.title,
      real_name: user.name,
      real_name_normalized: user.name,
      display_name: user.handle,
      display_name_normalized: user.handle,
      team: core.seed.team.id,
      ...(user.isBot
        ? { api_app_id: core.seed.bot.appId, bot_id: core.seed.bot.botId }
        : { email: user.email }),
    },
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
    ...(call.flag('include_locale') ? { locale: user.locale } : {}),
  }
}

function list(core: Core, call: Args) {
  const { page, cursor } = pageOf([...core.workspace.users.values()], call, 1000)
  return {
    members: page.map((user) => slackUser(core, user, call)),
    cache_ts: Math.floor(core.now().getTime() / 1000),
    response_metadata: { next_cursor: cursor },
  }
}

function lookup(core: Core, call: Args) {
  const email = call.need('email').toLowerCase()
  const found = [...core.workspace.users.values()].find((user) => user.email.toLowerCase() === email)
  if (found === undefined) throw new SlackError('users_not_found')
  return { user: slackUser(core, found, call) }
}

function botInfo(core: Core, call: Args) {
  const id = call.text('bot') ?? core.seed.bot.botId
  if (id !== core.seed.bot.botId) throw new SlackError('bot_not_found')
  return { bot: botProfile(core) }
}

function react(core: Core, call: Args) {
  const name = call.need('name').replaceAll(':', '')
  if (!/^[\p{L}\p{N}_+'-]{1,100}$/u.test(name)) throw new SlackError('invalid_name')
  const channel = findConversation(core, call.text('channel'))
  needMembership(core, channel)
  if (channel.archived) throw new SlackError('is_archived')
  const message = findMessage(core, channel, call.text('timestamp'))
  const others = message.reactions ?? []
  const users = others.find((each) => each.name === name)?.users ?? []
  if (users.includes(core.seed.bot.userId)) throw new SlackError('already_reacted')
  const reaction = { name, users: [...users, core.seed.bot.userId] }
  touch(core, { ...message, reactions: [...others.filter((each) => each.name !== name), reaction] })
  return {}
}

/** Seconds east of Greenwich at that moment. */
function offsetSeconds(zone: string, at: Date): number {
  const text = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).format(at)
  const found = /GMT([+-])(\d\d):(\d\d)/.exec(text)
  if (found === null) return 0
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60
  return found[1] === '-' ? -seconds : seconds
}
