import type { Assignment } from '../assignment/rules.ts'
import type { Goal } from '../goal/rules.ts'
import type { Language, Names } from '../language/rules.ts'
import type { Member, Organisation } from '../member/rules.ts'
import type { Plan } from '../plan/rules.ts'
import type { Asking } from '../reminder/asking.ts'
import type { ScheduleKind } from '../schedule/rules.ts'
import type { Standard } from '../standard/rules.ts'
import type { WorkKind } from '../work/kind.ts'
import type { WorkingGroup } from '../working-group/rules.ts'

/** The committee as a whole; one workspace serves one committee. */
export type Committee = {
  id: string
  names: Names
  shortNames?: Names
  formerNames: string[]
  /** IANA name; the zone of whatever has none of its own. */
  zone: string
  /** Whose working days count: `CN`, `DE`, `DE-BY` …, or `none` for plain weekends; by the zone where absent. */
  calendar?: string
  languages: Language[]
  /** The secretariat's channel, as the operator wrote it: `#name` or an id. */
  channel?: string
  /** Slack's id of that channel, once it has been found. */
  channelId?: string
  /** Kinds of work of its own, or its own form of a kind that there is, by id. */
  kinds?: WorkKind[]
  /** How it asks its people, where that is not as usual. */
  asking?: Partial<Asking>
}

/** A group's schedule as a committee file gives it. */
export type FileSchedule = { group: string; kind: ScheduleKind; cron: string }

/** All that a committee file says, checked. */
export type CommitteeRecords = {
  committee: Committee
  groups: WorkingGroup[]
  schedules: FileSchedule[]
  organisations: Organisation[]
  members: Member[]
  plans: Plan[]
  /** The goals that the file sets under its plans. */
  goals: Goal[]
}

/** An assignment as a file gives it; without a state the file does not say how it stands, and a new one is open. */
export type AssignmentInFile = Omit<Assignment, 'state'> & Partial<Pick<Assignment, 'state'>>

/** What of an assignment a file no longer decides once people have moved it. */
export type LeftField = 'owner' | 'dueOn' | 'state' | 'doneOn'

/** A record that people have changed since, and in which fields the file says something else. */
export type LeftAsItIs = { id: string; fields: LeftField[] }

/** What an import did, or would do. Ids are those of the file. */
export type ImportReport = {
  added: string[]
  changed: string[]
  /** As the file has them: neither added nor changed, nor left otherwise than it says. */
  unchanged: number
  /** Where people's word stands against the file's; what else the file says of one of them may be among the changed. */
  left: LeftAsItIs[]
  /** On record and not in the file: left as they were. */
  absent: string[]
  /** Schedules that a convenor has set since and that the file therefore leaves alone. */
  kept: string[]
}

export type { Assignment, Standard }
