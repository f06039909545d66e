import type { Day } from '../calendar/day.ts'
import { type FieldChange, type Fields, fieldsChanged } from '../plan/change.ts'
import { type EvidenceFault, evidenceFaults } from './evidence.ts'
import type { WorkKind } from './kind.ts'
import type { StepTaken, WorkItem } from './rules.ts'

/** Why a piece of work can't be changed in this way. */
export type NotChanged =
  | {
      ok: false
      why: 'not-open' | 'no-such-step' | 'no-outcome' | 'told-by-stage' | 'not-ended' | 'has-begun'
    }
  /** What has happened lies behind us, and not before the work began. */
  | { ok: false; why: 'day-ahead'; on: Day }
  | { ok: false; why: 'before-start'; on: Day; since: Day }
  | { ok: false; why: 'due-before-start'; since: Day }
  /** A step was taken before the day on which the work is to begin. */
  | { ok: false; why: 'step-before-start'; on: Day }
  | { ok: false; why: 'evidence'; faults: Map<string, EvidenceFault> }

export type ItemDecision = { ok: true; item: WorkItem } | NotChanged

/** What is given at the end of a piece of work. */
export type ResultGiven = { evidence: Readonly<Record<string, string>>; outcome?: string; on: Day }

/**
 * When something is decided, on the group's calendar, and from which day on the work can have begun, where its own start
 * is not known: the first of the year whose goals it serves.
 */
export type WorkDays = { today: Day; since?: Day }

/** A step of its kind was taken; said again, it is put right. One on a day that is still to come is planned for it. */
export function decideStep(
  item: WorkItem,
  kind: WorkKind | undefined,
  taken: StepTaken,
  days: WorkDays,
): ItemDecision {
  if (item.state !== 'open') return { ok: false, why: 'not-open' }
  if (kind?.steps.some(({ id }) => id === taken.step) !== true) return { ok: false, why: 'no-such-step' }
  const { step, on } = taken
  const since = sinceOf(item, days)
  if (since !== undefined && on < since) return { ok: false, why: 'before-start', on, since }
  const planned = item.planned.filter((other) => other.step !== step)
  if (on > days.today) {
    // What was taken is not to be taken again.
    if (item.steps.some((other) => other.step === step)) return { ok: false, why: 'day-ahead', on }
    return { ok: true, item: { ...item, planned: [...planned, { step, on }] } }
  }
  const steps = item.steps.filter((other) => other.step !== step)
  return { ok: true, item: { ...item, planned, steps: [...steps, taken] } }
}

/**
 * The piece of work with its result: the evidence that its kind asks for, and how it came out where it can come out in
 * several ways. That a standard is made is told by its stage, and by nobody's word.
 */
export function decideFinish(
  item: WorkItem,
  kind: WorkKind | undefined,
  { evidence, outcome, on }: ResultGiven,
  days: WorkDays,
): ItemDecision {
  if (item.state !== 'open') return { ok: false, why: 'not-open' }
  if (kind?.makesStandard === true) return { ok: false, why: 'told-by-stage' }
  const dayIsWrong = dayFault(item, on, days)
  if (dayIsWrong !== undefined) return dayIsWrong
  const all = { ...item.evidence, ...evidence }
  const since = sinceOf(item, days)
  const ofEvidence = { today: days.today, done: on, ...(since !== undefined && { since }) }
  const faults = kind === undefined ? new Map<string, EvidenceFault>() : evidenceFaults(kind, all, ofEvidence)
  if (faults.size > 0) return { ok: false, why: 'evidence', faults }
  const isKnown = kind?.outcomes?.some(({ id }) => id === outcome) ?? outcome === undefined
  if (!isKnown) return { ok: false, why: 'no-outcome' }
  const asked = new Set(kind?.evidence.map(({ id }) => id))
  const given = Object.entries(all).flatMap(([field, text]) =>
    asked.has(field) && text.trim() !== '' ? [[field, text.trim()] as const] : [],
  )
  return {
    ok: true,
    item: {
      ...item,
      evidence: Object.fromEntries(given),
      ...(outcome !== undefined && { outcome }),
      state: 'done',
      doneOn: on,
    },
  }
}

/** A piece of work as it is to be; what is absent is taken away. */
export type WorkCorrection = Pick<WorkItem, 'titles' | 'kind' | 'goals' | 'standards' | 'topics'> & {
  lead?: string
  startsOn?: Day
  dueOn?: Day
}

/**
 * The piece of work put right. What was done for it stays, so that its kind can change only for as long as nothing was,
 * and it can't begin after its first step.
 */
export function decideChange(item: WorkItem, correction: WorkCorrection): ItemDecision {
  if (item.state !== 'open') return { ok: false, why: 'not-open' }
  const hasBegun = item.steps.length > 0 || Object.keys(item.evidence).length > 0
  if (correction.kind !== item.kind && hasBegun) return { ok: false, why: 'has-begun' }
  const { startsOn, dueOn } = correction
  if (startsOn !== undefined && dueOn !== undefined && dueOn < startsOn)
    return { ok: false, why: 'due-before-start', since: startsOn }
  const [firstStep] = item.steps.map(({ on }) => on).sort()
  if (startsOn !== undefined && firstStep !== undefined && firstStep < startsOn)
    return { ok: false, why: 'step-before-start', on: firstStep }
  const { lead: _lead, startsOn: _startsOn, dueOn: _dueOn, ...stays } = item
  const planned = correction.kind === item.kind ? item.planned : []
  return { ok: true, item: { ...stays, ...correction, planned } }
}

/** What of a piece of work is another beside its titles. */
export function workFieldsChanged(before: WorkItem, after: WorkItem): FieldChange[] {
  return fieldsChanged(fieldsOf(before), fieldsOf(after))
}

function fieldsOf({ goals, kind, lead, startsOn, dueOn, standards, topics }: WorkItem): Fields {
  const one = (value: string | undefined) => (value === undefined ? [] : [value])
  return {
    goals,
    kind: [kind],
    lead: one(lead),
    start: one(startsOn),
    due: one(dueOn),
    standards,
    topics,
  }
}

/** The piece of work as it goes on again; what was given as evidence stays, its end does not. */
export function decideReopen({ outcome: _outcome, doneOn: _doneOn, ...item }: WorkItem): ItemDecision {
  if (item.state === 'open') return { ok: false, why: 'not-ended' }
  return { ok: true, item: { ...item, state: 'open' } }
}

/** The piece of work given up. */
export function decideDrop(item: WorkItem): ItemDecision {
  return item.state === 'open'
    ? { ok: true, item: { ...item, state: 'dropped' } }
    : { ok: false, why: 'not-open' }
}

function dayFault(item: WorkItem, on: Day, days: WorkDays): NotChanged | undefined {
  if (on > days.today) return { ok: false, why: 'day-ahead', on }
  const since = sinceOf(item, days)
  return since !== undefined && on < since ? { ok: false, why: 'before-start', on, since } : undefined
}

function sinceOf({ startsOn }: WorkItem, { since }: WorkDays): Day | undefined {
  return startsOn ?? since
}
