import type { ColumnType, Generated } from 'kysely'
import type { Life, OwnerRef } from '../domain/assignment/life.ts'
import type { AssignmentState } from '../domain/assignment/rules.ts'
import type { AuditSubject, Via } from '../domain/audit/rules.ts'
import type { Pace } from '../domain/delivery/pace.ts'
import type { Follow } from '../domain/follow/rules.ts'
import type { Acceptance, AcceptanceState, CountAtEnd, Goal, SharePart } from '../domain/goal/rules.ts'
import type { HoldKind } from '../domain/hold/rules.ts'
import type { Language, Names } from '../domain/language/rules.ts'
import type { RoleName } from '../domain/member/rules.ts'
import type { DecisionWord, NoticeKind, NoticeState } from '../domain/notice/rules.ts'
import type { FieldChange, PlanChangeKind } from '../domain/plan/change.ts'
import type { PlanDraft } from '../domain/plan/draft.ts'
import type { Plan } from '../domain/plan/rules.ts'
import type { Asking } from '../domain/reminder/asking.ts'
import type { Ask } from '../domain/reminder/asks.ts'
import type { ScheduleKind } from '../domain/schedule/rules.ts'
import type { StageMove, StageSystemName, Standard } from '../domain/standard/rules.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import type { WorkItem } from '../domain/work/rules.ts'
import type { GroupKind } from '../domain/working-group/rules.ts'

/** The PostgreSQL schema that holds every table named here. */
export const schemaName = 'rapporteur'

/** A `jsonb` column: read as the value, written as its text, for the driver takes a bare list for an SQL array. */
type Json<T> = ColumnType<T, string, string>
type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>

/** A row as the tables hold it; calendar days are `YYYY-MM-DD`, partial days are text, instants are `Date`. */
export type Tables = {
  committees: {
    workspace: string
    id: string
    names: Json<Names>
    short_names: JsonOrNull<Names>
    former_names: string[]
    zone: string
    calendar: string | null
    languages: Language[]
    channel: string | null
    channel_id: string | null
    kinds: JsonOrNull<WorkKind[]>
    asking: Json<Partial<Asking>>
  }
  working_groups: {
    workspace: string
    code: string
    kind: GroupKind
    names: Json<Names>
    exists_from: string | null
    exists_until: string | null
    predecessor: string | null
    channel: string | null
    channel_id: string | null
    zone: string
    calendar: string | null
    language: Language
    scope: string[] | null
    is_closed: boolean
  }
  organisations: { workspace: string; id: string; names: Json<Names> }
  members: {
    workspace: string
    id: string
    names: Json<Names>
    organisation: string | null
    email: string | null
    slack_id: string | null
    language: Language | null
    zone: string | null
    slack_zone: string | null
  }
  member_roles: {
    workspace: string
    member: string
    position: number
    role: RoleName
    group_code: string | null
    held_from: string | null
    held_until: string | null
  }
  plans: {
    workspace: string
    year: number
    names: Json<Names>
    approved_on: string | null
    released_on: string | null
    areas: Json<Plan['areas']>
    document: JsonOrNull<NonNullable<Plan['document']>>
  }
  plan_drafts: {
    workspace: string
    id: string
    plan: Json<Plan>
    left_out: number
    revision: number
    state: PlanDraft['state']
    made_at: Date
    by_member: string | null
  }
  plan_changes: {
    workspace: string
    id: Generated<number>
    year: number
    kind: PlanChangeKind
    subject: string
    before: JsonOrNull<Names>
    after: JsonOrNull<Names>
    fields: JsonOrNull<FieldChange[]>
    why: string | null
    touched: string[]
    by_member: string | null
    changed_at: Date
  }
  told_changes: { workspace: string; notice: string; change: number }
  goals: {
    workspace: string
    id: string
    /** In the order of their making. */
    made: Generated<number>
    year: number
    texts: Json<Names>
    points: string[]
    kinds: string[]
    due_on: string | null
    state: Goal['state']
    share_at_end: number | null
    parts_at_end: JsonOrNull<SharePart[]>
    owed_at_end: JsonOrNull<CountAtEnd>
    former: JsonOrNull<Acceptance[]>
    carried_from: string | null
    touched: boolean
  }
  goal_offers: {
    workspace: string
    id: string
    year: number
    group_code: string
    offered_at: Date
    by_member: string | null
  }
  goal_groups: {
    workspace: string
    goal: string
    group_code: string
    position: number
    state: AcceptanceState
    offer: string | null
    answered_at: Date | null
    by_member: string | null
    why: string | null
  }
  work_items: {
    workspace: string
    id: string
    made: Generated<number>
    titles: Json<Names>
    kind: string
    goals: string[]
    group_code: string
    lead: string | null
    standards: string[]
    topics: string[]
    starts_on: string | null
    due_on: string | null
    steps: Json<WorkItem['steps']>
    planned: Json<WorkItem['planned']>
    evidence: Json<WorkItem['evidence']>
    outcome: string | null
    state: WorkItem['state']
    done_on: string | null
  }
  standards: {
    workspace: string
    id: string
    designation: string
    project: string | null
    other_names: string[]
    titles: Json<Names>
    stages: StageSystemName
    stage: string
    stage_since: string | null
    as_of: string
    source: string
    planned_on: string | null
    extended_to: string | null
    fast: boolean
    target_on: string | null
    group_code: string | null
    lead: string | null
    published_on: string | null
    effective_on: string | null
    replaces: string[]
    twins: Json<Standard['twins']>
    topics: string[]
    url: string | null
    history: Json<Standard['history']>
    /** Drawn anew from one sequence with every `put`. */
    change: number
  }
  stage_moves: {
    workspace: string
    id: Generated<number>
    standard: string
    from_stage: string | null
    to_stage: string
    moved_on: string | null
    recorded_at: Date
    kind: StageMove['kind']
    state: StageMove['state']
    member: string | null
    why: string | null
    source: string | null
    corrects: number | null
    decided_by: string | null
    decided_at: Date | null
    decided_why: string | null
    /** When it was accepted, which is when it was recorded where nobody had to be asked. */
    told_at: ColumnType<Date, never, never>
    /** It is settled who is to hear of it. */
    distributed: Generated<boolean>
  }
  target_changes: {
    workspace: string
    id: Generated<number>
    standard: string
    from_on: string | null
    to_on: string | null
    why: string | null
    member: string | null
    recorded_at: Date
  }
  extensions: {
    workspace: string
    id: Generated<number>
    standard: string
    asked_on: string
    until_on: string
    why: string | null
    member: string | null
    recorded_at: Date
  }
  assignments: {
    workspace: string
    id: string
    titles: Json<Names>
    group_code: string
    owner_member: string | null
    owner_organisation: string | null
    owner_group: string | null
    due_on: string | null
    state: AssignmentState
    done_on: string | null
    standards: string[]
    goals: string[]
    items: string[]
    evidence: string | null
    life: Json<Life>
  }
  audit: {
    workspace: string
    id: Generated<number>
    subject_kind: AuditSubject['kind']
    subject: string
    what: string
    by_member: string | null
    behalf: JsonOrNull<OwnerRef>
    via: Via
    request: string | null
    before: Json<Record<string, unknown>>
    after: Json<Record<string, unknown>>
    note: string | null
    at: Date
  }
  follows: {
    workspace: string
    member: string
    kind: Follow['kind']
    value: string
    since: Date
    language: Language
  }
  told_moves: { workspace: string; member: string; move: number; notice: string }
  schedules: {
    workspace: string
    group_code: string
    kind: ScheduleKind
    cron: string
    zone: string
    active_since: Date
    set_by: string | null
    every_weeks: number | null
    weeks_from: string | null
    is_off: Generated<boolean>
  }
  notices: {
    workspace: string
    id: string
    kind: NoticeKind
    group_code: string | null
    member: string | null
    /** The group's code, the marked member's id, or empty for the secretariat: nothing in a key may be null. */
    recipient: Generated<string>
    period: string
    slot_at: Date
    slot_on: string
    assignments: string[]
    about: JsonOrNull<Ask[]>
    state: NoticeState
    reason: string | null
    attempts: Generated<number>
    channel_id: string | null
    ts: string | null
    sent_at: Date | null
    revision: Generated<number>
    shown_revision: Generated<number>
    uncertain_since: Date | null
    may_repeat: Generated<boolean>
    strays: Generated<string[]>
    /** When it was last claimed to be said or edited. */
    spoke_at: Date | null
    due_at: Date
    claim: string | null
    claim_ends_at: Date | null
    created_at: Date
  }
  acknowledgements: {
    workspace: string
    notice: string
    member: string
    slack_id: string | null
    acknowledged_at: Date
  }
  marked_days: {
    workspace: string
    group_code: string
    day: string
    is_worked: boolean
    why: string | null
    by_member: string | null
    marked_at: Date
  }
  absences: {
    workspace: string
    id: string
    member: string
    from_on: string
    until_on: string
    stand_in: string | null
    made_at: Date
  }
  snoozes: {
    workspace: string
    id: Generated<number>
    notice: string
    until_on: string
    member: string
    snoozed_at: Date
  }
  hearing: {
    workspace: string
    member: string
    quiet_from: string | null
    quiet_until: string | null
    per_week: number | null
    moves: 'weekly' | 'off' | null
  }
  holds: {
    workspace: string
    id: Generated<number>
    kind: HoldKind
    recipient: string
    day: string
    by_member: string | null
    held_at: Date
    why: string | null
    released_at: Generated<Date | null>
    released_by: Generated<string | null>
  }
  decisions: {
    workspace: string
    id: Generated<number>
    notice: string
    word: DecisionWord
    member: string | null
    why: string | null
    decided_at: Date
  }
  paces: {
    workspace: string
    method: Pace['method']
    free_at: Date | null
    held_until: Date | null
    why: string | null
    failures: number
  }
  seen_events: { workspace: string; id: string; seen_at: Date }
}
