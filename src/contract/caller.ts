import type { App } from '../app.ts'
import type { Via } from '../domain/audit/rules.ts'
import { type Language, languageOfLocale } from '../domain/language/rules.ts'
import type { Member, Role } from '../domain/member/rules.ts'
import type { Standing } from '../domain/member/standing.ts'

/** The person who typed, pressed or opened something. */
export type Caller = {
  slackId: string
  /** Slack's own id of this gesture: the same gesture delivered twice carries the same. */
  request: string
  /** Absent for somebody who is in the workspace but not in the committee's list. */
  member?: Member
  /** Those held today, for whoever is away included. */
  roles: readonly Role[]
  /** What the member is today, and for whom they stand in; absent where the member is. */
  standing?: Standing
  language: Language
  /** IANA name. */
  zone: string
  channelId?: string
  /** The code of the group whose channel this is. */
  group?: string
  /** From where they came: each kind of handler says so to what it runs; the operator's command line beforehand. */
  via?: Via
  /** It was asked for in plain words, and not behind a command. */
  isSpoken?: true
  /** It was done on the bot's Home tab, or in a modal opened from there: the tab shows what became of it by itself. */
  isOnHome?: true
  /** The message whose button was pressed. */
  message?: { channelId: string; ts: string }
}

/** What is known of the person before they are looked up in the committee. */
export type Person = {
  slackId: string
  request: string
  member?: Member
  /** Slack's, such as `zh-CN`. */
  locale?: string
  /** IANA name. */
  zone?: string
  channelId?: string
  /** The channel's name as the gesture tells it, without "#". */
  channelName?: string
  /** Slack's timestamp of the message whose button was pressed. */
  messageTs?: string
  isOnHome?: true
}

/**
 * The person as a handler meets them. They are answered in the language of their Slack, or else their own on
 * record, or else the committee's first.
 */
export async function callerFor(app: App, person: Person): Promise<Caller> {
  const { slackId, request, member, channelId, channelName, messageTs, isOnHome } = person
  const committee = await app.committees.get()
  const group = channelId === undefined ? undefined : await app.groups.inChannel(channelId, channelName)
  const standing = member === undefined ? undefined : await app.members.standingToday(member)
  const language = languageOfLocale(person.locale) ?? member?.language ?? committee?.languages[0] ?? 'en'
  return {
    slackId,
    request,
    roles: standing?.roles ?? [],
    language,
    zone: person.zone ?? member?.zone ?? committee?.zone ?? 'UTC',
    ...(member !== undefined && { member }),
    ...(standing !== undefined && { standing }),
    ...(channelId !== undefined && { channelId }),
    ...(group !== undefined && { group: group.code }),
    ...(isOnHome === true && { isOnHome }),
    ...(channelId !== undefined && messageTs !== undefined && { message: { channelId, ts: messageTs } }),
  }
}

/** The member behind the caller. @throws Error where permission was not asked for first: strangers hold no role */
export function memberBehind({ member }: Caller): Member {
  if (member === undefined) throw new Error('only a member can have come this far')
  return member
}
