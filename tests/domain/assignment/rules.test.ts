import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDueDay, urgency } from '../../../src/domain/assignment/rules.ts'
import { addDays } from '../../../src/domain/calendar/day.ts'
import { someAssignments, today } from './arbitraries.ts'

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

test('what is soon may be told by its last day', () => {
  expect(urgency({ dueOn: addDays(today, 3) }, today, addDays(today, 2))).toBe('later')
  expect(urgency({ dueOn: addDays(today, 2) }, today, addDays(today, 2))).toBe('soon')
})

test('what has no day is undated', () => {
  expect(urgency({}, today)).toBe('undated')
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
