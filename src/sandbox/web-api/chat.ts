import type { Core } from '../core.ts'
import { slackMessage } from '../delivery/payloads.ts'
import type { StoredMessage } from '../state/changes.ts'
import { edit, erase, say, touch, whisper } from '../talk.ts'
import type { Args } from './args.ts'
import { checkedAttachment, contentWarnings, readContent } from './content.ts'
import { findChannel, findConversation, findMessage, findUser, needMembership } from './find.ts'
import { type Method, SlackError } from './method.ts'

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': { token: 'bot', tier: 'post', run: post },
  'chat.postEphemeral': { token: 'bot', tier: 4, run: postEphemeral },
  'chat.update': { token: 'bot', tier: 3, run: update },
  'chat.delete': { token: 'bot', tier: 3, run: remove },
  'chat.getPermalink': { token: 'bot', tier: 'special', reads: true, run: getPermalink },
  'chat.unfurl': { token: 'bot', tier: 3, run: unfurl },
}

function post(core: Core, call: Args) {
  const channel = findChannel(core, call.text('channel'))
  needMembership(core, channel)
  if (channel.archived) throw new SlackError('is_archived')
  const content = readContent(core, call)
  const threadTs = readThread(core, channel.id, call)
  const message = say(core, {
    ...content,
    channel: channel.id,
    user: core.seed.bot.userId,
    byBot: true,
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(threadTs !== undefined && call.flag('reply_broadcast') ? { broadcast: true } : {}),
  })
  return {
    channel: channel.id,
    ts: message.ts,
    message: slackMessage(core, message, true),
    ...contentWarnings(call, content),
  }
}

function postEphemeral(core: Core, call: Args) {
  const channel = findChannel(core, call.text('channel'))
  needMembership(core, channel)
  if (channel.archived) throw new SlackError('is_archived')
  const user = findUser(core, call.text('user'))
  if (!channel.members.includes(user.id)) throw new SlackError('user_not_in_channel')
  const content = readContent(core, call)
  const threadTs = call.text('thread_ts')
  const message = whisper(core, {
    ...content,
    channel: channel.id,
    user: core.seed.bot.userId,
    byBot: true,
    seenBy: user.id,
    ...(threadTs === undefined ? {} : { threadTs }),
  })
  return { message_ts: message.ts, ...contentWarnings(call, content) }
}

function update(core: Core, call: Args) {
  const channel = findConversation(core, call.text('channel'))
  const before = ownMessage(core, channel.id, call, 'cant_update_message')
  const given = call.all
  const content = readContent(core, call, 'update')
  const { blocks, attachments, metadata, ...kept } = before
  // What the call leaves out goes away, save for a text alone, which leaves attachments and metadata.
  const after = edit(core, before, {
    ...kept,
    ...(given.attachments === undefined && attachments !== undefined ? { attachments } : {}),
    ...(given.metadata === undefined && metadata !== undefined ? { metadata } : {}),
    ...(given.blocks === undefined && given.text === undefined && blocks !== undefined ? { blocks } : {}),
    ...content,
  })
  return {
    channel: channel.id,
    ts: after.ts,
    text: after.text,
    message: slackMessage(core, after, true),
    ...contentWarnings(call, content),
  }
}

function remove(core: Core, call: Args) {
  const channel = findConversation(core, call.text('channel'))
  const message = ownMessage(core, channel.id, call, 'cant_delete_message')
  erase(core, message)
  return { channel: channel.id, ts: message.ts }
}

function ownMessage(core: Core, channelId: string, call: Args, fault: string): StoredMessage {
  const channel = findConversation(core, channelId)
  if (channel.archived) throw new SlackError('is_archived')
  const message = findMessage(core, channel, call.text('ts'))
  if (!message.byBot) throw new SlackError(fault)
  return message
}

function getPermalink(core: Core, call: Args) {
  const channel = findConversation(core, call.text('channel'))
  const message = findMessage(core, channel, call.text('message_ts'))
  const place = `p${message.ts.replace('.', '')}`
  const thread = message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`
  return { channel: channel.id, permalink: `${core.url()}/archives/${channel.id}/${place}${thread}` }
}

/** Called again for the same message it changes what stands there. */
function unfurl(core: Core, call: Args) {
  const { channel, ts } = unfurled(call)
  const place = findConversation(core, channel)
  needMembership(core, place)
  const message = findMessage(core, place, ts)
  const unfurls = call.json('unfurls', 'cannot_parse_attachment')
  if (typeof unfurls !== 'object' || unfurls === null || Array.isArray(unfurls))
    throw new SlackError('missing_unfurls')
  const attachments = Object.entries(unfurls).map(([url, shown]) => {
    if (!message.text.includes(url.replaceAll('&', '&amp;'))) throw new SlackError('cannot_unfurl_url')
    if (typeof shown !== 'object' || shown === null) throw new SlackError('cannot_parse_attachment')
    return { ...checkedAttachment(shown), from_url: url, is_app_unfurl: true }
  })
  const others = (message.attachments ?? []).filter((each) => !(fromUrl(each) in unfurls))
  touch(core, { ...message, attachments: [...others, ...attachments] })
  return {}
}

/** The message that is meant: by `channel` and `ts`, or by `unfurl_id` and `source`, as `link_shared` tells them. */
function unfurled(call: Args): { channel: string | undefined; ts: string | undefined } {
  const id = call.text('unfurl_id')
  if (id === undefined) return { channel: call.text('channel'), ts: call.text('ts') }
  if (!['composer', 'conversations_history'].includes(call.text('source') ?? ''))
    throw new SlackError('invalid_source')
  const [, ts, channel] = /^(\d+\.\d+)\.(\w+)$/.exec(id) ?? []
  if (ts === undefined) throw new SlackError('invalid_unfurl_id')
  return { channel, ts }
}

function fromUrl(attachment: unknown): string {
  const isObject = typeof attachment === 'object' && attachment !== null
  return isObject && 'from_url' in attachment ? String(attachment.from_url) : ''
}

/** A reply to a reply goes to the thread's first message. Throws `thread_not_found`. */
function readThread(core: Core, channel: string, call: Args): string | undefined {
  const threadTs = call.text('thread_ts')
  if (threadTs === undefined || threadTs === '') return undefined
  const parent = core.workspace.message(channel, threadTs)
  if (parent === undefined) throw new SlackError('thread_not_found')
  return parent.threadTs ?? parent.ts
}
