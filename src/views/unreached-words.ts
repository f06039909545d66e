import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { brief } from './mrkdwn.ts'

/** Slack's words for which there are better ones, with what to do about each. */
const known: Record<string, TextKey> = {
  channel_not_found: 'unreached.channel-not-found',
  not_in_channel: 'unreached.not-in-channel',
  is_archived: 'unreached.is-archived',
  restricted_action: 'unreached.restricted',
  restricted_action_read_only_channel: 'unreached.restricted',
  missing_scope: 'unreached.missing-scope',
  account_inactive: 'unreached.token',
  invalid_auth: 'unreached.token',
  not_authed: 'unreached.token',
  token_expired: 'unreached.token',
  token_revoked: 'unreached.token',
  ratelimited: 'unreached.ratelimited',
  'no-channel': 'unreached.no-channel',
  'too-late': 'unreached.too-late',
}

/** Why a message did not reach its channel, and what to do; the error itself where nothing better is known. */
export function unreachedInWords(reason: string | undefined, channel: string, language: Language): string {
  const say = texts(language)
  const [word = ''] = (reason ?? '').split(/[;\s]/)
  const key = known[word] ?? (reason?.startsWith('bug: ') === true ? 'unreached.bug' : 'unreached.other')
  return say(key, { channel, error: brief(reason ?? '?', 120) })
}

/** Slack's words for a person who can't be spoken to. */
const outOfReach = new Set(['channel_not_found', 'user_not_found', 'user_disabled', 'cannot_dm_bot'])

/** Why a message did not reach a member in person, and what to do. `name` must be harmless. */
export function unreachedPersonInWords(reason: string | undefined, name: string, language: Language): string {
  const [word = ''] = (reason ?? '').split(/[;\s]/)
  if (outOfReach.has(word)) return texts(language)('unreached.person', { name, error: brief(word, 120) })
  return unreachedInWords(reason, name, language)
}

/** Why a channel's history does not tell whether a message stands in it. */
const hidden: Record<string, TextKey> = {
  missing_scope: 'hidden.missing-scope',
  not_in_channel: 'hidden.not-in-channel',
  channel_not_found: 'hidden.not-in-channel',
  no_metadata: 'hidden.no-metadata',
  too_many_messages: 'hidden.too-many',
  id_unknown: 'hidden.id-unknown',
  'no-channel': 'hidden.id-unknown',
}

/** Why it can't be told whether a message stands; the error itself where nothing better is known. */
export function hiddenInWords(reason: string | undefined, language: Language): string {
  const [word = ''] = (reason ?? '').split(/[;\s]/)
  return texts(language)(hidden[word] ?? 'hidden.other', { error: brief(reason ?? '?', 120) })
}

/** Slack's own mark of a channel where its id is known, which every reader sees as its name; otherwise its name. */
export function channelMark({ channel, channelId }: { channel?: string; channelId?: string }): string {
  if (channelId !== undefined) return `<#${channelId}>`
  return brief(channel ?? '?', 80)
}
