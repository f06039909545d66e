import fc from 'fast-check'
import type { Assignment } from '../../../src/domain/assignment/rules.ts'
import { addDays, type Day } from '../../../src/domain/calendar/day.ts'

/** The day around which the days of these assignments lie; 2026-11-23 was a Monday. */
export const today: Day = '2026-11-23'

/** An assignment of WG8 that is open and undated, but for what `change` says. */
export function assignment(id: string, change: Partial<Assignment> = {}): Assignment {
  return {
    id,
    titles: { zh: `任务 ${id}`, en: `Assignment ${id}` },
    group: 'WG8',
    owner: { kind: 'member', id: 'lotus', names: { zh: '清荷', en: 'Lotus' } },
    state: 'open',
    standards: [],
    goals: [],
    items: [],
    life: {},
    ...change,
  }
}

export const days = fc.integer({ min: -60, max: 60 }).map((count) => addDays(today, count))

const change: fc.Arbitrary<Partial<Assignment>> = fc.record(
  {
    state: fc.constantFrom('open', 'open', 'done', 'withdrawn'),
    dueOn: days,
    doneOn: days,
  },
  { requiredKeys: ['state'] },
)

/** Assignments of one group in any state; only those that are done have a day on which they were. */
export const someAssignments: fc.Arbitrary<Assignment[]> = fc
  .array(change, { maxLength: 25 })
  .map((changes) =>
    changes.map(({ doneOn, ...rest }, index) =>
      assignment(`a-${String(index).padStart(2, '0')}`, {
        ...rest,
        ...(rest.state === 'done' && doneOn !== undefined && { doneOn }),
      }),
    ),
  )
  .chain((list) => fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }))
