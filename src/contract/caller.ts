import type { Language } from '../domain/language/rules.ts'
import type { Member, Role } from '../domain/member/rules.ts'

/** The person who typed, pressed or opened something. */
export type Caller = {
  slackId: string
  /** Absent for somebody who is in the workspace but not in the committee's list. */
  member?: Member
  /** Those held today. */
  roles: Role[]
  language: Language
  /** IANA name. */
  zone: string
  channelId?: string
  /** The code of the group whose channel this is. */
  group?: string
}
