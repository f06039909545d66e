import type { Core } from '../core.ts'
import type { StoredMessage } from '../state/changes.ts'
import { directChannelId } from '../state/workspace.ts'
import { eventCallback, slackMessage, slackView } from './payloads.ts'

type Json = Record<string, unknown>

/** Tells the bot of a message, an edit or a deletion, where it is in the channel and subscribes to such. */
export function tellMessage(
  core: Core,
  message: StoredMessage,
  what: { edited: StoredMessage } | 'said' | 'deleted',
): void {
  const channel = core.workspace.channels.get(message.channel)
  if (channel === undefined || !channel.members.includes(core.seed.bot.userId)) return
  const isDirect = channel.kind === 'direct'
  const place = { channel: channel.id, channel_type: isDirect ? 'im' : 'channel' }
  const name = isDirect ? 'message.im' : 'message.channels'
  const shown = slackMessage(core, message)
  if (what === 'said') {
    send(core, name, { ...shown, ...place, event_ts: message.ts })
    const mentioned = message.text.includes(`<@${core.seed.bot.userId}`)
    if (mentioned && !message.byBot && !isDirect)
      send(core, 'app_mention', { ...shown, type: 'app_mention', channel: channel.id, event_ts: message.ts })
    if (!message.byBot) {
      tellLinks(core, message)
      tellFiles(core, message)
    }
    return
  }
  const eventTs = core.workspace.nextTs()
  const common = { type: 'message', hidden: true, ...place, ts: eventTs, event_ts: eventTs }
  if (what === 'deleted')
    send(core, name, {
      ...common,
      subtype: 'message_deleted',
      deleted_ts: message.ts,
      previous_message: shown,
    })
  else
    send(core, name, {
      ...common,
      subtype: 'message_changed',
      message: shown,
      previous_message: slackMessage(core, what.edited),
    })
}

/** `file_shared`, for each file of the message: Slack tells no more of it than its id. */
function tellFiles(core: Core, message: StoredMessage): void {
  for (const { id } of message.files ?? [])
    send(core, 'file_shared', {
      type: 'file_shared',
      channel_id: message.channel,
      file_id: id,
      user_id: message.user,
      file: { id },
      event_ts: message.ts,
    })
}

/** `link_shared`, for the links of a message that lead to a domain the app asked for. */
function tellLinks(core: Core, message: StoredMessage): void {
  const links = [...message.text.matchAll(/<(https?:\/\/[^>|]+)/g)].flatMap(([, link = '']) => {
    const url = link.replaceAll('&amp;', '&')
    const host = URL.canParse(url) ? new URL(url).hostname : ''
    const domain = core.seed.linkDomains?.find((each) => host === each || host.endsWith(`.${each}`))
    return domain === undefined ? [] : [{ domain, url }]
  })
  if (links.length === 0) return
  send(core, 'link_shared', {
    type: 'link_shared',
    user: message.user,
    channel: message.channel,
    message_ts: message.ts,
    links,
    source: 'conversations_history',
    unfurl_id: `${message.ts}.${message.channel}`,
    is_bot_user_member: true,
    event_ts: message.ts,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
  })
}

/** `app_home_opened`, with the Home view that stands. */
export function tellHomeOpened(core: Core, user: string): void {
  const home = core.workspace.homes.get(user)
  send(core, 'app_home_opened', {
    type: 'app_home_opened',
    user,
    channel: directChannelId(user),
    event_ts: core.workspace.nextTs(),
    tab: 'home',
    ...(home === undefined ? {} : { view: slackView(core, home) }),
  })
}

/** `member_joined_channel`; the caller has seen that the bot is in the channel. */
export function tellJoined(core: Core, user: string, channel: string, inviter?: string): void {
  send(core, 'member_joined_channel', {
    type: 'member_joined_channel',
    user,
    channel,
    channel_type: 'C',
    team: core.seed.team.id,
    ...(inviter === undefined ? {} : { inviter }),
    event_ts: core.workspace.nextTs(),
  })
}

function send(core: Core, name: string, event: Json): void {
  const wanted = core.seed.events
  if (wanted !== undefined && !wanted.includes(name)) return
  core.deliver.event(eventCallback(core, event))
}
