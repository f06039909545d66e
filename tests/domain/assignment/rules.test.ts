import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AssignmentQuery,
  byDueDay,
  isAskedFor,
  type Owner,
  ownedBy,
  urgency,
} from '../../../src/domain/assignment/rules.ts'
import { addDays } from '../../../src/domain/calendar/day.ts'
import { assignment, someAssignments, today } from './arbitraries.ts'

test.each([
  [-400, 'overdue'],
  [-1, 'overdue'],
  [0, 'soon'],
  [1, 'soon'],
  [14, 'soon'],
  [15, 'later'],
  [400, 'later'],
])('what is due in %i days is %s', (days, stands) => {
  expect(urgency({ dueOn: addDays(today, days) }, today)).toBe(stands)
})

test('what has no day is undated', () => {
  expect(urgency({}, today)).toBe('undated')
})

describe('what is asked for', () => {
  const person: Owner = { kind: 'member', id: 'lotus', names: {} }
  const body: Owner = { kind: 'organisation', id: 'cesi', names: {} }
  const whole: Owner = { kind: 'group', id: 'WG8', names: {} }
  const namesake: Owner = { kind: 'organisation', id: 'lotus', names: {} }
  const lotus = ownedBy({ id: 'lotus', organisation: 'cesi' })

  const table: [string, Parameters<typeof assignment>[1], AssignmentQuery, boolean][] = [
    ['everything open', {}, {}, true],
    ['nothing done', { state: 'done', doneOn: today }, {}, false],
    ['nothing withdrawn', { state: 'withdrawn' }, {}, false],
    ['its group', {}, { group: 'WG8' }, true],
    ['another group', {}, { group: 'WG7' }, false],
    ['in person', { owner: person }, { owner: lotus }, true],
    ['for their organisation', { owner: body }, { owner: lotus }, true],
    ['an organisation that bears a member’s id', { owner: namesake }, { owner: lotus }, false],
    ['the whole group’s is nobody’s own', { owner: whole }, { owner: lotus }, false],
    ['the whole group’s, by the group’s code', { owner: whole }, { owner: ownedBy({ id: 'WG8' }) }, false],
    [
      'an organisation’s, by who stands for none',
      { owner: body },
      { owner: ownedBy({ id: 'lotus' }) },
      false,
    ],
    ['an organisation’s own', { owner: body }, { owner: { organisation: 'cesi' } }, true],
    ['nobody’s', { owner: person }, { owner: {} }, false],
    ['overdue', { dueOn: addDays(today, -1) }, { overdue: true }, true],
    ['overdue: not what is due today', { dueOn: today }, { overdue: true }, false],
    ['overdue: not what is undated', {}, { overdue: true }, false],
    ['overdue is not asked', { dueOn: today }, { overdue: false }, true],
    ['within two weeks', { dueOn: addDays(today, 14) }, { withinDays: 14 }, true],
    ['within two weeks: not later', { dueOn: addDays(today, 15) }, { withinDays: 14 }, false],
    ['within two weeks: what is late, too', { dueOn: addDays(today, -9) }, { withinDays: 14 }, true],
    ['within two weeks: not what is undated', {}, { withinDays: 14 }, false],
    ['today', { dueOn: today }, { withinDays: 0 }, true],
    ['group and owner, both', { owner: person }, { group: 'WG7', owner: lotus }, false],
  ]
  test.each(table)('%s', (_why, change, query, asked) => {
    expect(isAskedFor(assignment('a', change), query, today)).toBe(asked)
  })
})

test('a member without organisation owns what is theirs alone', () => {
  expect(ownedBy({ id: 'lotus' })).toStrictEqual({ member: 'lotus' })
  expect(ownedBy({ id: 'lotus', organisation: 'cesi' })).toStrictEqual({
    member: 'lotus',
    organisation: 'cesi',
  })
})

test('the order is by day, undated last, then by id, and the same from whatever order', () => {
  fc.assert(
    fc.property(someAssignments, (list) => {
      const sorted = [...list].sort(byDueDay)
      expect([...list].reverse().sort(byDueDay)).toStrictEqual(sorted)
      const keys = sorted.map(({ dueOn, id }) => `${dueOn ?? '9999'} ${id}`)
      expect(keys).toStrictEqual([...keys].sort())
    }),
  )
})
