import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { type AssignmentList, type AssignmentQuery, mostListed } from './rules.ts'

export type Assignments = ReturnType<typeof assignments>

/** What members, organisations and groups owe the committee. */
export function assignments({ store, now }: Pick<Context, 'store' | 'now'>) {
  /** Due days are days of the committee's calendar, wherever the reader is. */
  async function today(): Promise<Day> {
    return dayIn((await store.committee.get())?.zone ?? 'UTC', now())
  }

  return {
    /** The open assignments that were asked for, on the present day of the committee's calendar. */
    async list(query: AssignmentQuery): Promise<AssignmentList> {
      const day = await today()
      const [first, counts] = await Promise.all([
        store.assignments.open(query, day, mostListed),
        store.assignments.countOpen(query, day),
      ])
      return { today: day, first, counts }
    },
  }
}
