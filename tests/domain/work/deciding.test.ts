import { describe, expect, test } from 'vitest'
import {
  decideChange,
  decideDrop,
  decideFinish,
  decideReopen,
  decideStep,
  type ResultGiven,
  type WorkCorrection,
  workFieldsChanged,
} from '../../../src/domain/work/deciding.ts'
import { evidenceFaults, longestEvidence } from '../../../src/domain/work/evidence.ts'
import type { EvidenceField, WorkKind } from '../../../src/domain/work/kind.ts'
import { kindsOfWork } from '../../../src/domain/work/kinds.ts'
import type { WorkItem } from '../../../src/domain/work/rules.ts'
import { stepsOf } from '../../../src/domain/work/steps.ts'

const today = '2026-11-23'
const full = { day: today, number: '120', link: 'https://example.org/report', text: 'Chengdu' } as const

function itemOf(kind: string, more: Partial<WorkItem> = {}): WorkItem {
  return {
    id: 'w1',
    titles: { en: 'Work' },
    kind,
    goals: ['g1'],
    group: 'WG8',
    standards: [],
    topics: [],
    steps: [],
    planned: [],
    evidence: {},
    state: 'open',
    ...more,
  }
}

function kindOf(id: string): WorkKind {
  const found = kindsOfWork.find((kind) => kind.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

const evidenceFor = (fields: readonly EvidenceField[]) =>
  Object.fromEntries(fields.map(({ id, type }) => [id, full[type]]))

describe.each(kindsOfWork.filter(({ makesStandard }) => makesStandard !== true))('$id', (kind) => {
  const outcomes = kind.outcomes?.map(({ id }) => id) ?? [undefined]
  const result = (outcome: string | undefined, evidence: Record<string, string>): ResultGiven => ({
    evidence,
    on: today,
    ...(outcome !== undefined && { outcome }),
  })

  test.each(outcomes)('is finished with all of its evidence, and comes out as %s', (outcome) => {
    const evidence = evidenceFor(kind.evidence)
    const done = decideFinish(itemOf(kind.id), kind, result(outcome, evidence), { today })
    expect(done).toMatchObject({ ok: true, item: { state: 'done', doneOn: today, evidence } })
  })

  test.each(kind.evidence.filter(({ isRequired }) => isRequired))('is not finished without $id', ({ id }) => {
    for (const nothing of [undefined, '', '  ']) {
      const { [id]: _left, ...evidence } = evidenceFor(kind.evidence)
      const given = nothing === undefined ? evidence : { ...evidence, [id]: nothing }
      const done = decideFinish(itemOf(kind.id), kind, result(outcomes[0], given), { today })
      expect(done).toStrictEqual({ ok: false, why: 'evidence', faults: new Map([[id, 'missing']]) })
    }
  })

  test('has no outcome but its own', () => {
    const evidence = evidenceFor(kind.evidence)
    for (const outcome of ['won', ...(kind.outcomes === undefined ? [] : [undefined])])
      expect(decideFinish(itemOf(kind.id), kind, result(outcome, evidence), { today })).toStrictEqual({
        ok: false,
        why: 'no-outcome',
      })
  })
})

test('that a standard is made is told by its stage, whatever is given', () => {
  const done = decideFinish(itemOf('standard'), kindOf('standard'), { evidence: {}, on: today }, { today })
  expect(done).toStrictEqual({ ok: false, why: 'told-by-stage' })
})

describe('evidence', () => {
  const field = (type: EvidenceField['type']) => ({
    evidence: [{ id: 'it', names: { en: 'It' }, type, isRequired: true }],
  })
  test.each([
    ['day', '2026-11-23', undefined],
    ['day', '2026-11-24', 'day-ahead'],
    ['day', '2026-02-29', 'no-day'],
    ['day', 'tomorrow', 'no-day'],
    ['number', '0', 'no-number'],
    ['number', '1', undefined],
    ['number', '120', undefined],
    ['number', '-1', 'no-number'],
    ['number', '1.5', 'no-number'],
    ['number', '1234567890', 'no-number'],
    ['number', 'many', 'no-number'],
    ['link', 'https://example.org/a', undefined],
    ['link', 'http://example.org', undefined],
    ['link', 'example.org', 'no-link'],
    ['link', 'javascript:alert(1)', 'no-link'],
    ['link', 'ftp://example.org', 'no-link'],
    ['text', 'x'.repeat(longestEvidence), undefined],
    ['text', 'x'.repeat(longestEvidence + 1), 'too-long'],
    ['text', ' ', 'missing'],
  ] as const)('as a %s, %j is %s', (type, given, fault) => {
    expect(evidenceFaults(field(type), { it: given }, { today }).get('it')).toBe(fault)
  })

  test('of no field of the kind is not kept', () => {
    const kind = kindOf('hosting-bid')
    const evidence = { ...evidenceFor(kind.evidence), forged: 'x' }
    const done = decideFinish(
      itemOf(kind.id),
      kind,
      { evidence, outcome: 'not-awarded', on: today },
      { today },
    )
    expect(done.ok && Object.keys(done.item.evidence)).not.toContain('forged')
  })
})

describe('a step on a day that is still to come', () => {
  const kind = kindOf('standard')
  const step = { step: 'kick-off', on: '2026-12-01', note: 'in Chengdu' }

  test('is planned for it, and planned anew by another day, until it is taken', () => {
    const planned = decideStep(itemOf('standard'), kind, step, { today })
    expect(planned).toMatchObject({
      ok: true,
      item: { steps: [], planned: [{ step: 'kick-off', on: step.on }] },
    })
    if (!planned.ok) return
    expect(stepsOf(planned.item, kind).find((one) => one.step.id === 'kick-off')).toMatchObject({
      dueOn: step.on,
    })
    const later = decideStep(planned.item, kind, { ...step, on: '2026-12-08' }, { today })
    expect(later).toMatchObject({ ok: true, item: { planned: [{ step: 'kick-off', on: '2026-12-08' }] } })
    const taken = decideStep(planned.item, kind, { ...step, on: today }, { today })
    expect(taken).toMatchObject({ ok: true, item: { steps: [{ step: 'kick-off', on: today }], planned: [] } })
  })

  test('comes before the days that its kind counts', () => {
    const begun = itemOf('standard', {
      startsOn: '2026-11-02',
      planned: [{ step: 'call-for-participants', on: '2026-11-20' }],
    })
    const dueOn = (item: WorkItem) => stepsOf(item, kind)[0]?.dueOn
    expect(dueOn(begun)).toBe('2026-11-20')
    expect(dueOn({ ...begun, planned: [] })).toBe('2026-12-02')
  })

  test('is refused where it was taken already', () => {
    const item = itemOf('standard', { steps: [{ step: 'kick-off', on: '2026-11-20' }] })
    expect(decideStep(item, kind, step, { today })).toStrictEqual({
      ok: false,
      why: 'day-ahead',
      on: step.on,
    })
  })
})

describe('a day', () => {
  const kind = kindOf('standard')
  const step = { step: 'kick-off', on: today }
  test.each([
    ['today', '2026-11-23', undefined, undefined],
    ['long ago, where nobody knows since when', '2020-01-01', undefined, undefined],
    ['the day on which the work began', '2026-11-01', '2026-11-01', undefined],
    ['before that', '2026-10-31', '2026-11-01', { why: 'before-start', since: '2026-11-01' }],
    ['today, before the work begins', today, '2026-12-01', { why: 'before-start', since: '2026-12-01' }],
  ])('%s', (_what, on, startsOn, refused) => {
    const item = itemOf('standard', startsOn === undefined ? {} : { startsOn })
    expect(decideStep(item, kind, { ...step, on }, { today })).toMatchObject(
      refused === undefined ? { ok: true, item: { steps: [{ on }] } } : { ok: false, ...refused },
    )
    const study = kindOf('study')
    const given = { evidence: { ...evidenceFor(study.evidence), day: on }, on }
    expect(decideFinish({ ...item, kind: 'study' }, study, given, { today })).toMatchObject(
      refused === undefined ? { ok: true, item: { doneOn: on } } : { ok: false, ...refused },
    )
  })

  test('before the year of its goals is none of its work, unless it began then', () => {
    const study = kindOf('study')
    const days = { today, since: '2026-01-01' }
    const on = '2025-12-20'
    const early = itemOf('study', { startsOn: '2025-12-15' })
    const first = { step: study.steps[0]?.id ?? '', on }
    expect(decideStep(itemOf('study'), study, first, days)).toStrictEqual({
      ok: false,
      why: 'before-start',
      on,
      since: '2026-01-01',
    })
    expect(decideStep(early, study, first, days).ok).toBe(true)
  })

  test('of an event lies between the beginning and the end of its work', () => {
    const study = kindOf('study')
    const faults = (day: string, on: string, startsOn?: string) => {
      const item = itemOf('study', startsOn === undefined ? {} : { startsOn })
      const evidence = { ...evidenceFor(study.evidence), day }
      const decision = decideFinish(item, study, { evidence, on }, { today, since: '2026-01-01' })
      return !decision.ok && decision.why === 'evidence' ? [...decision.faults] : decision.ok
    }
    expect(faults('2019-01-10', today)).toStrictEqual([['day', 'too-early']])
    expect(faults('2026-11-01', today, '2026-11-20')).toStrictEqual([['day', 'too-early']])
    expect(faults('2026-11-21', '2026-11-20')).toStrictEqual([['day', 'after-end']])
    expect(faults('2026-11-20', '2026-11-20', '2026-11-20')).toBe(true)
  })

  test('that was told wrong is put right', () => {
    const first = decideStep(
      itemOf('standard'),
      kind,
      { ...step, on: '2026-11-01', note: 'in Wuhan' },
      { today },
    )
    if (!first.ok) throw new Error(first.why)
    const second = decideStep(first.item, kind, step, { today })
    expect(second).toMatchObject({ ok: true, item: { steps: [step] } })
  })
})

describe('what has ended', () => {
  const study = kindOf('study')
  const done = itemOf('study', { state: 'done', doneOn: today, evidence: { place: 'Chengdu' } })
  const dropped = itemOf('study', { state: 'dropped' })

  test.each([done, dropped])('takes no step, result or end', (item) => {
    const refused = { ok: false, why: 'not-open' }
    expect(decideStep(item, study, { step: study.steps[0]?.id ?? '', on: today }, { today })).toStrictEqual(
      refused,
    )
    expect(decideFinish(item, study, { evidence: {}, on: today }, { today })).toStrictEqual(refused)
    expect(decideDrop(item)).toStrictEqual(refused)
  })

  test('is taken up again with its evidence, and without its end', () => {
    const outcome = 'not-awarded'
    const again = decideReopen({ ...done, outcome })
    expect(again).toStrictEqual({ ok: true, item: itemOf('study', { evidence: { place: 'Chengdu' } }) })
    expect(decideReopen(dropped)).toMatchObject({ ok: true, item: { state: 'open' } })
    expect(decideReopen(itemOf('study'))).toStrictEqual({ ok: false, why: 'not-ended' })
  })
})

test('a kind has no steps but its own', () => {
  const taken = { step: 'launch', on: today }
  for (const kind of [kindOf('standard'), undefined])
    expect(decideStep(itemOf('standard'), kind, taken, { today })).toStrictEqual({
      ok: false,
      why: 'no-such-step',
    })
})

describe('a piece of work is put right', () => {
  const item = itemOf('study', { dueOn: '2026-12-31', lead: 'cesi', topics: ['ai'] })
  const { titles, kind, goals, standards, topics } = item
  const same: WorkCorrection = { titles, kind, goals, standards, topics, dueOn: '2026-12-31', lead: 'cesi' }

  test('the same is the same; what is not named is taken away', () => {
    expect(decideChange(item, same)).toStrictEqual({ ok: true, item })
    const bare = decideChange(item, { titles, kind, goals, standards, topics })
    expect(bare).toStrictEqual({ ok: true, item: itemOf('study', { topics: ['ai'] }) })
    expect(bare.ok && workFieldsChanged(item, bare.item)).toStrictEqual([
      { field: 'lead', before: ['cesi'], after: [] },
      { field: 'due', before: ['2026-12-31'], after: [] },
    ])
  })

  test('what was done for it stays, and bounds what can change', () => {
    const begun = { ...item, steps: [{ step: 's', on: '2026-11-10' }] }
    expect(decideChange(begun, { ...same, startsOn: '2026-11-10' })).toMatchObject({
      ok: true,
      item: { steps: begun.steps, startsOn: '2026-11-10' },
    })
    expect(decideChange(begun, { ...same, startsOn: '2026-11-11' })).toStrictEqual({
      ok: false,
      why: 'step-before-start',
      on: '2026-11-10',
    })
    expect(decideChange(begun, { ...same, kind: 'training' })).toMatchObject({ why: 'has-begun' })
    expect(decideChange({ ...item, evidence: { day: today } }, { ...same, kind: 'training' })).toMatchObject({
      why: 'has-begun',
    })
    expect(decideChange(item, { ...same, kind: 'training' })).toMatchObject({ ok: true })
  })

  test('no other end than one after the beginning, and nothing of what has ended', () => {
    expect(decideChange(item, { ...same, startsOn: '2027-01-01' })).toStrictEqual({
      ok: false,
      why: 'due-before-start',
      since: '2027-01-01',
    })
    for (const state of ['done', 'dropped'] as const)
      expect(decideChange({ ...item, state }, same)).toMatchObject({ why: 'not-open' })
  })

  test('the order of goals, standards and topics means nothing', () => {
    const two = { ...item, goals: ['g1', 'g2'] }
    expect(workFieldsChanged(two, { ...two, goals: ['g2', 'g1'] })).toStrictEqual([])
    expect(workFieldsChanged(two, { ...two, goals: ['g2', 'g3'] })).toStrictEqual([
      { field: 'goals', before: ['g1', 'g2'], after: ['g2', 'g3'] },
    ])
  })
})
