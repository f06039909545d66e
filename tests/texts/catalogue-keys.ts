import type { Who } from '../../src/contract/permit.ts'
import type { Marking } from '../../src/domain/calendar/marking.ts'
import type { MovesPace } from '../../src/domain/hearing/rules.ts'
import type { RoleName } from '../../src/domain/member/rules.ts'
import type { Silence } from '../../src/domain/notice/planning.ts'
import type { DecisionWord } from '../../src/domain/notice/rules.ts'
import type { OtherAreas } from '../../src/domain/plan/reading/other-areas.ts'
import type { Place } from '../../src/domain/plan/reading/outline.ts'
import type { PeopleAhead } from '../../src/domain/run/ahead.ts'
import type { ScheduleKind } from '../../src/domain/schedule/rules.ts'
import type { Field, Wanted } from '../../src/domain/standard/importing/given.ts'
import type { Deduction, DoubtKind } from '../../src/domain/standard/importing/import-plan.ts'
import type { TargetRefusal } from '../../src/domain/standard/recording-targets.ts'
import type { StageMove, TwinRelation } from '../../src/domain/standard/rules.ts'
import type { Status } from '../../src/domain/standard/status.ts'
import type { DriftKind } from '../../src/domain/twin/drift.ts'
import type { WorkColumn, WorkRowFault } from '../../src/domain/work/listing.ts'
import type { GroupKind } from '../../src/domain/working-group/rules.ts'
import type { FileRefusal } from '../../src/files/file-refusal.ts'
import type { ShownAgain } from '../../src/views/plan-preview.ts'
import { blankedCode } from '../house/code-alone.ts'

/** Every member of a union, each once: the compiler asks for those that are forgotten. */
function every<Union extends string>(members: Record<Union, true>): string[] {
  return Object.keys(members)
}

/** The keys that are put together: the part that is written out, and what may follow it. */
export const families: Record<string, string[]> = {
  'ahead.people-': every<Exclude<PeopleAhead['when'], 'ahead'>>({ over: true, 'day-off': true }),
  'decided.': every<DecisionWord>({ retry: true, keep: true, drop: true }),
  'group.kind-': every<GroupKind>({ WG: true, SWG: true, SG: true, TC: true }),
  'group.schedule-': every<ScheduleKind>({ reminder: true, digest: true }),
  'marked.': [
    ...every<Marking['as']>({ off: true, work: true, unmarked: true }),
    ...every<'past' | 'too-far'>({ past: true, 'too-far': true }),
  ],
  'marked.ask-': every<Marking['as']>({ off: true, work: true, unmarked: true }),
  'marked.why-': every<Exclude<Marking['as'], 'unmarked'>>({ off: true, work: true }),
  'import.deduced-': every<Deduction>({
    id: true,
    stages: true,
    'stage-from-name': true,
    'stage-from-status': true,
    'since-from-publication': true,
    'as-of': true,
    source: true,
    'publication-left': true,
  }),
  'import.doubt-': every<DoubtKind>({
    'same-name': true,
    'same-id': true,
    'also-named': true,
    older: true,
    backwards: true,
    undated: true,
    'year-ahead': true,
    'other-year': true,
    'early-effect': true,
    'same-title': true,
  }),
  'import.field-': every<Field>({
    id: true,
    designation: true,
    otherNames: true,
    project: true,
    titleZh: true,
    titleEn: true,
    stages: true,
    stage: true,
    status: true,
    stageSince: true,
    asOf: true,
    source: true,
    plannedOn: true,
    extendedTo: true,
    fast: true,
    targetOn: true,
    group: true,
    lead: true,
    publishedOn: true,
    effectiveOn: true,
    replaces: true,
    twins: true,
    topics: true,
    url: true,
    history: true,
  }),
  'import.refusal-': every<FileRefusal['kind']>({
    empty: true,
    'too-large': true,
    'too-many-rows': true,
    'too-many-columns': true,
    'unknown-kind': true,
    'other-kind': true,
    'not-text': true,
    bomb: true,
    damaged: true,
    'no-headings': true,
  }),
  'import.wanted-': every<Wanted>({
    day: true,
    'partial-day': true,
    stage: true,
    status: true,
    stages: true,
    group: true,
    organisation: true,
    id: true,
    url: true,
    relation: true,
    flag: true,
  }),
  'kind.': every<ScheduleKind>({ reminder: true, digest: true }),
  'proposal.': every<StageMove['state']>({ proposed: true, accepted: true, declined: true }),
  'correct-plan.what-': every<'point' | 'no-point' | 'continuation'>({
    point: true,
    'no-point': true,
    continuation: true,
  }),
  'plan.again-': every<ShownAgain>({ corrected: true, 'moved-on': true, 'not-corrected': true }),
  'plan.at-': every<Place['unit']>({ line: true, paragraph: true, row: true }),
  'plan.place-': every<Place['unit']>({ line: true, paragraph: true, row: true }),
  'plan.refusal-areas-of-': every<OtherAreas['what']>({ meeting: true, results: true, standard: true }),
  'plan.refusal-': every<'empty' | 'no-areas' | 'no-year'>({
    empty: true,
    'no-areas': true,
    'no-year': true,
  }),
  'hearing.moves-': every<MovesPace>({ 'at-once': true, weekly: true, off: true }),
  'role.': every<RoleName>({
    secretariat: true,
    chair: true,
    'vice-chair': true,
    'secretary-general': true,
    convenor: true,
    deputy: true,
    member: true,
    representative: true,
    observer: true,
  }),
  'silence.': every<Silence>({
    'no-channel': true,
    'no-schedule': true,
    'switched-off': true,
    'not-due': true,
    'already-said': true,
    held: true,
    'no-open-assignments': true,
    snoozed: true,
    'nothing-due': true,
    'nothing-to-report': true,
  }),
  'status.': every<Status>({
    'being-made': true,
    published: true,
    'not-yet-in-force': true,
    'in-force': true,
    withdrawn: true,
  }),
  'target.': every<TargetRefusal>({
    closed: true,
    past: true,
    'too-far': true,
    'needs-reason': true,
    'nothing-new': true,
    changed: true,
  }),
  'drift.': every<Exclude<DriftKind, 'ballot' | 'superseded' | 'in-revision' | 'withdrawn' | 'amended'>>({
    abandoned: true,
    ahead: true,
    'moved-on': true,
  }),
  'twin.': every<TwinRelation>({ identical: true, modified: true, 'based-on': true, 'contributes-to': true }),
  'twin.source-': every<TwinRelation>({
    identical: true,
    modified: true,
    'based-on': true,
    'contributes-to': true,
  }),
  'wg.sent-': every<ScheduleKind>({ reminder: true, digest: true }),
  'wg.stands-': every<ScheduleKind>({ reminder: true, digest: true }),
  'who.': every<Who>({
    anyone: true,
    member: true,
    owner: true,
    'owner-or-lead': true,
    convenor: true,
    'convenor-or-secretariat': true,
    'any-convenor': true,
    'any-convenor-or-chair': true,
    'chair-or-secretariat': true,
    secretariat: true,
  }),
  'work-list.column-': every<WorkColumn>({
    goal: true,
    work: true,
    kind: true,
    group: true,
    lead: true,
    startsOn: true,
    dueOn: true,
    standards: true,
    task: true,
    owner: true,
    taskDueOn: true,
  }),
  'work-list.fault-': every<WorkRowFault['why']>({
    missing: true,
    unknown: true,
    'no-kind': true,
    several: true,
    left: true,
    observer: true,
    'no-day': true,
    'not-taken-on': true,
    'not-led': true,
    differs: true,
    ended: true,
    'before-start': true,
    'too-long': true,
  }),
}

/** The texts in quotes that stand in this code and look like a key of the catalogues. */
export function writtenKeys(code: string): string[] {
  const { withTexts } = blankedCode(code)
  return [...withTexts.matchAll(/'([a-z]+(?:[.-][a-z-]+)*)'/g)].map(([, key = '']) => key)
}

/** The beginnings of keys that are put together in this code: `kind.` of `` `kind.${kind}` ``. */
export function writtenBeginnings(code: string): string[] {
  const { withTexts } = blankedCode(code)
  return [...withTexts.matchAll(/`([a-z]+(?:-[a-z]+)*\.[a-z-]*)\$\{[^}`]+\}`/g)].map(
    ([, beginning = '']) => beginning,
  )
}
