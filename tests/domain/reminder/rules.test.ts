import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDueDay } from '../../../src/domain/assignment/rules.ts'
import { addDays } from '../../../src/domain/calendar/day.ts'
import { decideReminder } from '../../../src/domain/reminder/rules.ts'
import { assignment, days, someAssignments, today } from '../assignment/arbitraries.ts'

const due = (count: number) => ({ dueOn: addDays(today, count) })

test.each([
  ['no assignment at all', [], 'no-open-assignments'],
  ['all is done', [assignment('a', { state: 'done', ...due(-3) })], 'no-open-assignments'],
  ['all is withdrawn', [assignment('a', { state: 'withdrawn', ...due(-3) })], 'no-open-assignments'],
  ['all is later', [assignment('a', due(15)), assignment('b', due(300))], 'nothing-due'],
  ['all is undated', [assignment('a')], 'nothing-due'],
  ['what is late is done', [assignment('a', { state: 'done', ...due(-1) }), assignment('b')], 'nothing-due'],
])('says nothing where %s', (_why, list, why) => {
  expect(decideReminder(list, today)).toStrictEqual({ say: false, why })
})

test('names what is overdue and soon, each earliest first, and counts the rest', () => {
  const [late, later, now, soon] = [
    assignment('late', due(-30)),
    assignment('later', due(-1)),
    assignment('now', due(0)),
    assignment('soon', due(14)),
  ]
  const list = [soon, assignment('far', due(15)), later, now, assignment('undated'), late]
  expect(decideReminder(list, today)).toStrictEqual({
    say: true,
    content: { overdue: [late, later], soon: [now, soon], others: 2 },
  })
})

test('names every open assignment that is overdue or due within two weeks, once, and none that is closed', () => {
  fc.assert(
    fc.property(someAssignments, days, (list, on) => {
      const decision = decideReminder(list, on)
      const open = list.filter(({ state }) => state === 'open')
      const wanted = open.filter(({ dueOn }) => dueOn !== undefined && dueOn <= addDays(on, 14))
      if (!decision.say) {
        expect(wanted).toHaveLength(0)
        expect(decision.why).toBe(open.length === 0 ? 'no-open-assignments' : 'nothing-due')
        return
      }
      const { overdue, soon, others } = decision.content
      expect([...overdue, ...soon]).toStrictEqual(wanted.sort(byDueDay))
      expect(overdue.every(({ dueOn }) => dueOn !== undefined && dueOn < on)).toBe(true)
      expect(soon.every(({ dueOn }) => dueOn !== undefined && dueOn >= on)).toBe(true)
      expect(overdue.length + soon.length + others).toBe(open.length)
    }),
  )
})

test('leaves the list that it is given as it is', () => {
  const list = [assignment('b', due(3)), assignment('a', due(2))]
  decideReminder(list, today)
  expect(list.map(({ id }) => id)).toStrictEqual(['b', 'a'])
})
