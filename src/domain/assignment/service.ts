import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { isSecretariat, type Member, rolesOn } from '../member/rules.ts'
import { type Reason, reasonsOf } from '../plan/reasons.ts'
import { decideFinished, type FinishDecision, mayFinish } from './finishing.ts'
import { type Assignment, type AssignmentList, type AssignmentQuery, mostListed, ownedBy } from './rules.ts'

export type Assignments = ReturnType<typeof assignments>

/** An assignment with every way from it up to the sentences of the plans. */
export type Explained = { assignment: Assignment; reasons: Reason[] }

/** A menu offers no more. */
export const mostFinishable = 100

/** What members, organisations and groups owe the committee. */
export function assignments({ store, now }: Pick<Context, 'store' | 'now'>) {
  /** Due days are days of the committee's calendar, wherever the reader is. */
  async function today(): Promise<Day> {
    return dayIn((await store.committee.get())?.zone ?? 'UTC', now())
  }

  return {
    today,

    /** The open assignments that were asked for, on the present day of the committee's calendar. */
    async list(query: AssignmentQuery): Promise<AssignmentList> {
      const day = await today()
      const [first, counts] = await Promise.all([
        store.assignments.open(query, day, mostListed),
        store.assignments.countOpen(query, day),
      ])
      return { today: day, first, counts }
    },

    /** The open assignments of which a member may say that they are done, their own first, then the earliest due. */
    async finishable(member: Member): Promise<{ today: Day; assignments: Assignment[] }> {
      const day = await today()
      const roles = rolesOn(member, day)
      const led = roles.flatMap(({ role, group }) =>
        (role === 'convenor' || role === 'deputy') && group !== undefined ? [group] : [],
      )
      const further: AssignmentQuery[] = isSecretariat(roles) ? [{}] : led.map((group) => ({ group }))
      const found: Assignment[] = []
      for (const query of [{ owner: ownedBy(member) }, ...further])
        found.push(...(await store.assignments.open(query, day, mostFinishable)))
      const once = new Map(found.map((assignment) => [assignment.id, assignment]))
      const may = [...once.values()].filter((assignment) => mayFinish(assignment, { ...member, roles }))
      return { today: day, assignments: may.slice(0, mostFinishable) }
    },

    /** It is done, on a day and with what can be seen of it; `by` is absent for the operator. */
    finish: (
      id: string,
      { by, ...given }: { on: Day; evidence?: string; by?: Member },
    ): Promise<FinishDecision> =>
      store.transaction(async (store) => {
        const [assignment] = await store.assignments.byIds([id])
        if (assignment === undefined) return { ok: false, why: 'gone' }
        const day = await today()
        const finisher = by && { ...by, roles: rolesOn(by, day) }
        const decision = decideFinished(assignment, given, finisher, day)
        if (decision.ok) await store.assignments.put(decision.assignment)
        return decision
      }),

    /** Why what was asked for is owed, up to the sentences of the plans. */
    async explained(
      query: AssignmentQuery,
    ): Promise<Omit<AssignmentList, 'first'> & { explained: Explained[] }> {
      const day = await today()
      const [first, counts, goals, items, plans] = await Promise.all([
        store.assignments.open(query, day, mostListed),
        store.assignments.countOpen(query, day),
        store.goals.all(),
        store.work.all(),
        store.plans.all(),
      ])
      const facts = { goals, items, plans }
      const explained = first.map((assignment) => ({
        assignment,
        reasons: reasonsOf(assignment, facts),
      }))
      return { today: day, counts, explained }
    },
  }
}
