import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byDueDay } from '../../../src/domain/assignment/rules.ts'
import { addDays } from '../../../src/domain/calendar/day.ts'
import { decideDigest, figuresOn } from '../../../src/domain/digest/rules.ts'
import type { ToldMove } from '../../../src/domain/standard/rules.ts'
import type { Drifting } from '../../../src/domain/twin/urgency.ts'
import { assignment, days, someAssignments, today } from '../assignment/arbitraries.ts'
import { iso, national, onlyLink } from '../twin/records.ts'

const due = (count: number) => ({ dueOn: addDays(today, count) })
const done = (count: number) => ({ state: 'done' as const, doneOn: addDays(today, count) })
const move: ToldMove = {
  id: 1,
  kind: 'move',
  state: 'accepted',
  standard: 's',
  designation: 'GB/T 1-2026',
  titles: { zh: '标准' },
  stages: 'gb',
  from: '20',
  to: '30',
  recordedAt: new Date('2026-11-20T00:00:00Z'),
}

const drifting = national('GB/T 1-2016', '60', ['identical', 'ISO/IEC 1:2013'])
const newer = iso('ISO/IEC 1:2020', '60.60')
const twin: Drifting = {
  link: onlyLink(drifting, newer),
  drifts: [{ kind: 'superseded', of: newer, others: [] }],
}

describe('says nothing where nothing moved, was done, is late or lies ahead:', () => {
  test.each([
    ['nothing on record', []],
    ['all later', [assignment('a', due(15))]],
    ['all undated', [assignment('a')]],
    ['done a week ago', [assignment('a', { ...due(-9), ...done(-7) })]],
    ['done on a day nobody wrote down', [assignment('a', { state: 'done' })]],
    ['withdrawn', [assignment('a', { ...due(-9), state: 'withdrawn' })]],
  ])('%s', (_why, list) => {
    expect(decideDigest({ assignments: list, moves: [], twins: [] }, today)).toStrictEqual({
      say: false,
      why: 'nothing-to-report',
    })
  })
})

test.each([
  ['a move', [], [move], [], 'moves'],
  ['a twin that drifts', [], [], [twin], 'twins'],
  ['done on the day itself', [assignment('a', done(0))], [], [], 'done'],
  ['done six days before', [assignment('a', done(-6))], [], [], 'done'],
  ['late by a day', [assignment('a', due(-1))], [], [], 'overdue'],
  ['due on the day', [assignment('a', due(0))], [], [], 'ahead'],
  ['due in two weeks', [assignment('a', due(14))], [], [], 'ahead'],
] as const)('tells of %s', (_why, list, moves, twins, where) => {
  const decision = decideDigest({ assignments: list, moves, twins }, today)
  if (!decision.say) throw new Error(decision.why)
  const { content } = decision
  const told = (['moves', 'twins', 'done', 'overdue', 'ahead'] as const).filter(
    (part) => content[part].length > 0,
  )
  expect(told).toStrictEqual([where])
})

test('the figures are those at the end of the day, told from the days on record', () => {
  const list = [
    assignment('open', due(3)),
    assignment('late', due(-2)),
    assignment('done this week, late then', { ...due(-8), ...done(-1) }),
    assignment('done last week', { ...due(-8), ...done(-9) }),
    assignment('done since', { ...due(-1), ...done(2) }),
    assignment('withdrawn', { ...due(-1), state: 'withdrawn' }),
  ]
  expect(figuresOn(list, today)).toStrictEqual({ open: 3, overdue: 2, doneThisWeek: 1 })
  expect(figuresOn(list, addDays(today, -7))).toStrictEqual({ open: 4, overdue: 1, doneThisWeek: 1 })
})

test('what was open a week before is open still or was done since', () => {
  fc.assert(
    fc.property(someAssignments, days, (list, on) => {
      const decision = decideDigest({ assignments: list, moves: [move], twins: [] }, on)
      if (!decision.say) throw new Error('a move is always told')
      const { now, weekBefore, done } = decision.content
      expect(weekBefore.open).toBe(now.open + now.doneThisWeek)
      expect(now.doneThisWeek).toBe(done.length)
      expect(now.overdue).toBeLessThanOrEqual(now.open)
    }),
  )
})

test('every open assignment that is late or near is named once, in order; none that is closed is called late', () => {
  fc.assert(
    fc.property(someAssignments, days, (list, on) => {
      const decision = decideDigest({ assignments: list, moves: [move], twins: [] }, on)
      if (!decision.say) throw new Error('a move is always told')
      const { overdue, ahead, done } = decision.content
      const near = list.filter(
        ({ state, dueOn }) => state === 'open' && dueOn !== undefined && dueOn <= addDays(on, 14),
      )
      expect([...overdue, ...ahead]).toStrictEqual(near.sort(byDueDay))
      expect(overdue.every(({ dueOn }) => dueOn !== undefined && dueOn < on)).toBe(true)
      expect(done.every(({ state }) => state === 'done')).toBe(true)
    }),
  )
})
