import { type Day, dayIn } from '../calendar/day.ts'
import type { Committee } from '../committee/rules.ts'
import type { Context } from '../context.ts'
import type { Standard } from '../standard/rules.ts'
import { kindsOf } from '../work/kinds-of.ts'
import { type GapFacts, gapsOf, type PlanGaps } from './gaps.ts'
import { planInForce } from './rules.ts'
import { type PlanTrace, tracePlan } from './trace.ts'

/** The present records of the projects to which some standards belong; whichever is on record no more is left out. */
export type StandardsOfProjects = () => Promise<(ids: readonly string[]) => Standard[]>

/** Today on the committee's calendar. */
export function todayOf(committee: Pick<Committee, 'zone'> | undefined, at: Date): Day {
  return dayIn(committee?.zone ?? 'UTC', at)
}

/** Plans read as people ask for them: from sentence to assignment, and what has no one behind it. */
export function planTracing(
  { store, now }: Pick<Context, 'store' | 'now'>,
  standardsOfProjects: StandardsOfProjects,
) {
  async function gapFacts(trace: PlanTrace): Promise<GapFacts> {
    const [committee, goals, items, loose, members, groups] = await Promise.all([
      store.committee.get(),
      store.goals.all(),
      store.work.all(),
      store.assignments.openOfNoPlan(),
      store.members.all(),
      store.groups.all(),
    ])
    const goalIds = new Set(goals.filter(({ state }) => state === 'open').map(({ id }) => id))
    const itemIds = new Set(
      items.flatMap(({ id, goals, state }) =>
        state !== 'dropped' && goals.some((goal) => goalIds.has(goal)) ? [id] : [],
      ),
    )
    const open = [...trace.assignments.filter(({ state }) => state === 'open'), ...loose]
    return {
      trace,
      open,
      goalIds,
      itemIds,
      members,
      groups,
      today: todayOf(committee, now()),
    }
  }

  /** The plan of a year, or the one that people mean without naming any; undefined where there is none. */
  async function trace(year?: number): Promise<PlanTrace | undefined> {
    const committee = await store.committee.get()
    const plans = await store.plans.all()
    const plan =
      year === undefined
        ? planInForce(plans, todayOf(committee, now()))
        : plans.find((one) => one.year === year)
    if (plan === undefined) return undefined
    const [all, items, assignments, closed] = await Promise.all([
      store.goals.all(),
      store.work.all(),
      store.assignments.ofPlans(),
      store.goals.pointsOfClosed(),
    ])
    const goals = all.filter((goal) => goal.year === plan.year)
    const onward = new Map(
      all.flatMap(({ id, carriedFrom }) => (carriedFrom === undefined ? [] : [[carriedFrom, id] as const])),
    )
    const own = new Set(goals.map(({ id }) => id))
    const below = items.filter((item) => item.goals.some((goal) => own.has(goal)))
    const years = new Map(all.map(({ id, year }) => [id, year]))
    const presentRecords = await standardsOfProjects()
    return tracePlan({
      plan,
      goals,
      onward,
      items: below,
      yearOf: ({ goals }) => Math.min(...goals.map((id) => years.get(id) ?? plan.year)),
      assignments,
      kinds: kindsOf(committee),
      closed: new Set(closed),
      standardsOf: ({ standards }) => (standards.length === 0 ? [] : presentRecords(standards)),
    })
  }

  return {
    trace,

    /** What of a traced plan has no one behind it today. */
    async gaps(trace: PlanTrace): Promise<PlanGaps> {
      return gapsOf(await gapFacts(trace))
    },
  }
}
