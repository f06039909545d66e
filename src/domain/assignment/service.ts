import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { type Assignment, type AssignmentQuery, byDueDay, isAskedFor } from './rules.ts'

export type Assignments = ReturnType<typeof assignments>

/** What members, organisations and groups owe the committee. */
export function assignments({ store, now }: Pick<Context, 'store' | 'now'>) {
  /** Due days are days of the committee's calendar, wherever the reader is. */
  async function today(): Promise<Day> {
    return dayIn((await store.committee.get())?.zone ?? 'UTC', now())
  }

  return {
    /** The open assignments that were asked for, earliest due first, and the day on which that was so. */
    async list(query: AssignmentQuery): Promise<{ today: Day; found: Assignment[] }> {
      const day = await today()
      const all =
        query.group === undefined
          ? await store.assignments.all()
          : await store.assignments.inGroup(query.group)
      return { today: day, found: all.filter((one) => isAskedFor(one, query, day)).sort(byDueDay) }
    },
  }
}
