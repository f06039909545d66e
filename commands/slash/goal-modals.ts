import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Reply } from '../../src/contract/reply.ts'
import type { Goal } from '../../src/domain/goal/rules.ts'
import { type Plan, type Point, pointsOf } from '../../src/domain/plan/rules.ts'
import { pointsServed } from '../../src/domain/plan/trace.ts'
import { type GoalChoices, newGoalModal, reviseGoalModal } from '../../src/views/goal-modal.ts'

/** The modal in which a goal is set for a point. */
export async function newGoalReply(
  app: App,
  { language }: Pick<Caller, 'language'>,
  plan: Pick<Plan, 'year'>,
  point: Point,
): Promise<Reply> {
  return { kind: 'modal', view: newGoalModal(plan.year, point, await choices(app, []), language) }
}

/** The modal in which an open goal is changed. @throws UserError where it has ended */
export async function reviseGoalReply(
  app: App,
  { language }: Pick<Caller, 'language'>,
  goal: Goal,
): Promise<Reply> {
  if (goal.state !== 'open') throw ended(goal)
  const plan = (await app.plans.all()).find(({ year }) => year === goal.year)
  const points = plan === undefined ? [] : pointsServed({ plan }, goal).map(({ point }) => point)
  const seen = await app.goals.timesChanged(goal)
  const own = goal.groups.map(({ group }) => group)
  return {
    kind: 'modal',
    view: reviseGoalModal(goal, { points, seen }, await choices(app, own), language),
  }
}

/** Says that a goal has ended, and how. */
export function ended({ id, state }: Pick<Goal, 'id' | 'state'>): UserError {
  return new UserError('goal.ended', { goal: id, state })
}

/** The goal of this name. @throws UserError where there is none: the button can't be of today */
export async function goalBehind(app: App, id: string): Promise<Goal> {
  const goal = await app.goals.byId(id)
  if (goal === undefined) throw new UserError('refused.outdated-button')
  return goal
}

/** The point of this id, in whichever year's plan it stands. @throws UserError where it is in none */
export async function pointBehind(app: App, id: string): Promise<{ plan: Plan; point: Point }> {
  for (const plan of await app.plans.all()) {
    const found = pointsOf(plan).find(({ point }) => point.id === id)
    if (found !== undefined) return { plan, point: found.point }
  }
  throw new UserError('refused.outdated-button')
}

/** The groups of today, and those that have a part in the goal, whether they exist or not. */
async function choices(app: App, own: readonly string[]): Promise<GoalChoices> {
  const active = new Set((await app.groups.active()).map(({ code }) => code))
  const groups = (await app.groups.all()).filter(({ code }) => active.has(code) || own.includes(code))
  return { groups, kinds: await app.work.kinds() }
}
