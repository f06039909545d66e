import type { Core } from '../core.ts'
import type { StoredFile, StoredMessage, StoredView } from '../state/changes.ts'
import type { EphemeralMessage } from '../state/ephemerals.ts'
import { slackId } from './deliverer.ts'

type Json = Record<string, unknown>

/** What every interaction carries. */
export function interactionBase(core: Core, user: string): Json {
  const { team } = core.seed
  const who = core.workspace.users.get(user)
  return {
    user: { id: user, username: who?.handle ?? '', name: who?.handle ?? '', team_id: team.id },
    team: { id: team.id, domain: team.domain },
    api_app_id: core.seed.bot.appId,
    token: core.credentials.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** The channel as interactions name it. */
export function channelRef(core: Core, channel: string): Json {
  const found = core.workspace.channels.get(channel)
  return { id: channel, name: found?.kind === 'direct' ? 'directmessage' : (found?.name ?? '') }
}

/** A message as Slack shows it to an app. */
export function slackMessage(
  core: Core,
  message: StoredMessage | EphemeralMessage,
  withMetadata = false,
): Json {
  const { bot, team } = core.seed
  return {
    ...('seenBy' in message ? { is_ephemeral: true } : {}),
    type: 'message',
    ...(message.files === undefined || message.byBot ? {} : { subtype: 'file_share' }),
    user: message.user,
    ...(message.byBot ? { bot_id: bot.botId, app_id: bot.appId, bot_profile: botProfile(core) } : {}),
    ...(message.byBot ? {} : { client_msg_id: clientMessageId(message.ts) }),
    text: message.text,
    team: team.id,
    ts: message.ts,
    ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
    ...(message.attachments === undefined ? {} : { attachments: message.attachments }),
    ...(message.editedTs === undefined ? {} : { edited: { user: message.user, ts: message.editedTs } }),
    ...threadPlace(core, message),
    ...threadHead(core, message),
    ...(message.reactions === undefined
      ? {}
      : { reactions: message.reactions.map((each) => ({ ...each, count: each.users.length })) }),
    ...(message.files === undefined
      ? {}
      : { files: message.files.map((each) => slackFile(core, each)), upload: false }),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  }
}

function threadPlace(core: Core, message: StoredMessage): Json {
  if (message.threadTs === undefined) return {}
  const parent = core.workspace.message(message.channel, message.threadTs)
  return {
    thread_ts: message.threadTs,
    ...(parent === undefined ? {} : { parent_user_id: parent.user }),
  }
}

function threadHead(core: Core, message: StoredMessage): Json {
  if (message.replyCount === undefined || message.replyCount === 0) return {}
  const replies = core.workspace.messages(message.channel).filter((each) => each.threadTs === message.ts)
  const users = [...new Set(replies.map((each) => each.user))]
  return {
    thread_ts: message.ts,
    reply_count: message.replyCount,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  }
}

/** The bot as its messages and `bots.info` carry it. */
export function botProfile(core: Core): Json {
  const { bot, team } = core.seed
  return {
    id: bot.botId,
    app_id: bot.appId,
    user_id: bot.userId,
    name: bot.name,
    icons: {},
    deleted: false,
    updated: 0,
    team_id: team.id,
  }
}

/** A file as Slack shows it to an app. */
export function slackFile(core: Core, file: StoredFile): Json {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    size: file.size,
    created: Math.floor(Date.parse(file.createdAt) / 1000),
    mode: 'hosted',
    user: file.user ?? core.seed.bot.userId,
    url_private_download: `${core.url()}/files/${file.id}/${encodeURIComponent(file.name)}`,
    url_private: `${core.url()}/files/${file.id}/${encodeURIComponent(file.name)}`,
    permalink: `${core.url()}/files/${file.id}/${encodeURIComponent(file.name)}`,
  }
}

/** A view as Slack shows it to an app. */
export function slackView(core: Core, view: StoredView): Json {
  const { body } = view
  return {
    id: view.id,
    team_id: core.seed.team.id,
    type: view.type,
    blocks: body.blocks,
    private_metadata: body.private_metadata ?? '',
    callback_id: body.callback_id ?? '',
    state: { values: view.values },
    hash: view.hash,
    title: body.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: body.clear_on_close ?? false,
    notify_on_close: body.notify_on_close ?? false,
    close: body.close ?? null,
    submit: body.submit ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: core.seed.bot.appId,
    external_id: body.external_id ?? '',
    app_installed_team_id: core.seed.team.id,
    bot_id: core.seed.bot.botId,
  }
}

/** The envelope around an event of the Events API. */
export function eventCallback(core: Core, event: Json): Json {
  const { team, bot } = core.seed
  return {
    token: core.credentials.verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: slackId('Ev'),
    event_time: Math.floor(core.now().getTime() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  }
}

/** The same message always has the same one, as in Slack. */
function clientMessageId(ts: string): string {
  const digits = ts.replace('.', '').padStart(20, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4000-8000-${digits.slice(8, 20)}`
}
