import type { AuditEntry } from '../audit/rules.ts'
import type { Day } from '../calendar/day.ts'
import type { UnknownDays } from '../calendar/unknown-days.ts'
import type { Committee } from '../committee/rules.ts'
import type { MovedContent } from '../follow/content.ts'
import type { GoalNews } from '../goal/news-facts.ts'
import type { OfferFacts } from '../goal/offer-facts.ts'
import type { Language, Names } from '../language/rules.ts'
import type { Member } from '../member/rules.ts'
import type { NoticeContent } from '../notice/planning.ts'
import type { Decision, Notice } from '../notice/rules.ts'
import type { AcknowledgeAsked, Asked } from '../reminder/asked.ts'
import type { Ask } from '../reminder/asks.ts'
import type { RunReport } from '../run/rules.ts'
import type { Proposal } from '../standard/recording-journal.ts'
import type { WorkingGroup } from '../working-group/rules.ts'

/** Who answered for the group, in whose place where that was not theirs, and when. */
export type Acknowledged = { names: Names; insteadOf?: Names; at: Date }

/** Until which day its convenor has put a reminder off, who, and when. */
export type PutOff = { names: Names; insteadOf?: Names; until: Day; at: Date }

/** What was done about an assignment that a message names, since it was said. */
export type Deed = { entry: AuditEntry; titles: Names }

/** What has become of a group's reminder: who answered, who put it off, and what was done about what it names, oldest first. */
export type ReminderState = {
  acknowledged?: Acknowledged
  putOff?: PutOff
  /** The same once that day has come: a newer reminder tells what was open then. */
  cameBack?: PutOff
  /** Nothing that it names is open any more: it waits for nobody. */
  isOver: boolean
  deeds: Deed[]
  /** Of whoever did something, or had it done for them, by kind and id: `member lotus`. */
  names: ReadonlyMap<string, Names>
}

/** A notice about which the secretariat is asked, and what was decided; the operator has no names. */
export type Question = {
  subject: Notice
  group?: WorkingGroup
  /** The member whom it is for. */
  member?: Member
  decided?: Pick<Decision, 'word' | 'why' | 'at'> & { names?: Names }
}

/**
 * What a member is asked; `about` is put on record when it is said, `gone` is how much of it is theirs to see no more. `saidOn`
 * is the day of the committee's calendar on which it was said, or is, and `today` the one on which it is shown; `until` is the
 * one until which they have put it off, `cameBack` the same once it has come and what was open then was asked anew. `names`
 * are those of all members, by id.
 */
export type AskedFacts = {
  asked: Asked[]
  about: Ask[]
  gone: number
  saidOn: Day
  today: Day
  until?: Day
  cameBack?: Day
  names: ReadonlyMap<string, Names>
  /** How many such messages they hear a week at most. */
  most: number
}

/** What a notice says. */
export type Told =
  | { to: 'group'; group: WorkingGroup; content: NoticeContent; state?: ReminderState }
  /** The goals that the group has taken on of those that were offered together. */
  | { to: 'group'; group: WorkingGroup; taken: OfferFacts }
  | { to: 'member'; member: Member; language: Language; offered: OfferFacts; zone: string }
  | { to: 'member'; member: Member; language: Language; news: GoalNews; zone: string }
  | { to: 'member'; member: Member; language: Language; moved: MovedContent }
  | { to: 'member'; member: Member; language: Language; asks: AskedFacts; zone: string }
  | { to: 'member'; member: Member; language: Language; answered: Proposal; zone: string }
  /** `insteadOf`: why it is told in person and not in the secretariat's channel. */
  | {
      to: 'secretariat'
      committee: Committee
      unanswered: AcknowledgeAsked[]
      about: Ask[]
      insteadOf?: string
    }
  | { to: 'secretariat'; committee: Committee; report: RunReport; insteadOf?: string }
  | { to: 'secretariat'; committee: Committee; question: Question; insteadOf?: string }
  | { to: 'secretariat'; committee: Committee; proposal: Proposal; insteadOf?: string }
  | { to: 'secretariat'; committee: Committee; answers: OfferFacts; insteadOf?: string }
  | { to: 'secretariat'; committee: Committee; unknown: UnknownDays; insteadOf?: string }

/** Where it is said, and what, or why nothing; a member whom Slack does not know yet is nowhere. */
export type NoticeFacts = {
  place: { channel?: string; channelId?: string }
  zone: string
} & ({ say: true; told: Told } | { say: false; why: string })
