import type { Names } from '../language/rules.ts'
import type { Notice } from '../notice/rules.ts'
import type { PlanChange } from '../plan/change.ts'
import { pointsOf } from '../plan/rules.ts'
import type { Store } from '../store.ts'
import { kindsOf } from '../work/kinds-of.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { partOf } from './deciding.ts'
import { groupOfNews } from './goal-news.ts'
import type { Acceptance, Goal } from './rules.ts'

/** What was decided of one goal, and how the group stands towards it; without a part, it is not asked any more. */
export type ToldGoal = { change: PlanChange; goal: Goal; part?: Acceptance; next?: Goal }

/** What one gesture made of a group's goals; `called` is how points and kinds of work are called, by id. */
export type GoalNews = {
  group: WorkingGroup
  told: ToldGoal[]
  byNames?: Names
  called: ReadonlyMap<string, Names | string>
}

/** @throws Error where the group, a decision or its goal is not on record, which foreign keys exclude */
export async function goalNewsFacts(store: Store, { id, period }: Notice): Promise<GoalNews> {
  const code = groupOfNews(period)
  const group = await store.groups.byCode(code)
  const changes = await store.plans.changesTold(id)
  const [first] = changes
  if (group === undefined || first === undefined) throw new Error(`notice ${id} tells of nothing on record`)
  const goals = await store.goals.all()
  const by = first.by === undefined ? undefined : await store.members.byId(first.by)
  const plans = await store.plans.all()
  const kinds = kindsOf(await store.committee.get())
  return {
    group,
    told: changes.flatMap((change) => {
      const own = goalsOf(change, goals, code)
      if (own.length === 0) throw new Error(`no goal of ${change.subject} is on record`)
      return own.map((goal) => {
        const part = partOf(goal, code)
        const next = goals.find(({ carriedFrom }) => carriedFrom === goal.id)
        return { change, goal, ...(part && { part }), ...(next && { next }) }
      })
    }),
    ...(by && { byNames: by.names }),
    called: new Map<string, Names | string>([
      ...kinds.map(({ id, names }) => [id, names] as const),
      ...plans.flatMap((plan) => pointsOf(plan).map(({ point }) => [point.id, point.number] as const)),
    ]),
  }
}

/** The goal that was decided of; of a sentence, those of the group that it touched. */
function goalsOf({ kind, subject, touched }: PlanChange, goals: readonly Goal[], group: string): Goal[] {
  if (kind !== 'point-changed' && kind !== 'point-dropped') return goals.filter(({ id }) => id === subject)
  return goals.filter((goal) => touched.includes(goal.id) && partOf(goal, group) !== undefined)
}
