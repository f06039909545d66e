import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDueDay, ownedBy, urgency } from '../../../src/domain/assignment/rules.ts'
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

test('what has no day is undated', () => {
  expect(urgency({}, today)).toBe('undated')
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
