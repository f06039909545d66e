import type { UnknownDays } from '../calendar/unknown-days.ts'
import type { Committee } from '../committee/rules.ts'
import type { MovedContent } from '../follow/content.ts'
import type { GoalNews } from '../goal/news-facts.ts'
import type { OfferFacts } from '../goal/offer-facts.ts'
import type { Language, Names } from '../language/rules.ts'
import type { Member } from '../member/rules.ts'
import type { NoticeContent } from '../notice/planning.ts'
import type { Decision, Notice } from '../notice/rules.ts'
import type { RunReport } from '../run/rules.ts'
import type { Proposal } from '../standard/recording-journal.ts'
import type { WorkingGroup } from '../working-group/rules.ts'

/** Who answered for the group, and when. */
export type Acknowledged = { names: Names; at: Date }

/** A notice about which the secretariat is asked, and what was decided; the operator has no names. */
export type Question = {
  subject: Notice
  group?: WorkingGroup
  /** The member whom it is for. */
  member?: Member
  decided?: Pick<Decision, 'word' | 'why' | 'at'> & { names?: Names }
}

/** What a notice says. */
export type Told =
  | { to: 'group'; group: WorkingGroup; content: NoticeContent; acknowledged?: Acknowledged }
  /** The goals that the group has taken on of those that were offered together. */
  | { to: 'group'; group: WorkingGroup; taken: OfferFacts }
  | { to: 'member'; member: Member; language: Language; offered: OfferFacts; zone: string }
  | { to: 'member'; member: Member; language: Language; news: GoalNews; zone: string }
  | { to: 'member'; member: Member; language: Language; moved: MovedContent }
  | { to: 'member'; member: Member; language: Language; answered: Proposal; zone: string }
  /** `insteadOf`: why it is told in person and not in the secretariat's channel. */
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
