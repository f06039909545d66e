import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { type Goal, groupsOf } from '../../src/domain/goal/rules.ts'
import { groupsLed, isSecretariat } from '../../src/domain/member/rules.ts'
import type { WorkItem } from '../../src/domain/work/rules.ts'
import type { TextKey } from '../../src/texts/texts.ts'
import type { WorkPlace } from '../../src/views/work-places.ts'
import { readerOf } from './plan-answer.ts'
import { planMeant } from './plan-meant.ts'
import type { PlanWords } from './plan-words.ts'

/** The goal that a person means: by its short name, or as the only open one of its point. @throws UserError for none */
export async function goalNeeded(app: App, words: PlanWords): Promise<Goal> {
  const meant = await meantBy(app, words, 'work.which-goal')
  if (meant.kind === 'goal') return meant.goal.goal
  const open = meant.kind === 'point' ? meant.point.goals.filter(({ goal }) => goal.state === 'open') : []
  const [only, ...others] = open
  if (only === undefined || others.length > 0) throw new UserError('work.which-goal')
  return only.goal
}

/** The piece of work that a person means by its short name. @throws UserError for none */
export async function itemNeeded(app: App, words: PlanWords): Promise<WorkItem> {
  const meant = await meantBy(app, words, 'work.which')
  if (meant.kind !== 'work') throw new UserError('work.which')
  return meant.work.item
}

/** What an assignment hangs below. */
export type Below = { item: WorkItem } | { goal: Goal }

/** The piece of work or the goal that a person means. @throws UserError for neither */
export async function belowNeeded(app: App, words: PlanWords): Promise<Below> {
  const meant = await meantBy(app, words, 'work.which-below')
  if (meant.kind === 'work') return { item: meant.work.item }
  if (meant.kind === 'goal') return { goal: meant.goal.goal }
  throw new UserError('work.which-below')
}

/** The piece of work or the goal of this id, as a button carries it. @throws UserError where it is gone */
export async function belowCalled(app: App, id: string): Promise<Below> {
  const item = await app.work.byId(id)
  if (item !== undefined) return { item }
  return { goal: await goalCalled(app, id) }
}

/** @throws UserError where there is no such goal */
export async function goalCalled(app: App, id: string): Promise<Goal> {
  const goal = await app.goals.byId(id)
  if (goal === undefined) throw new UserError('refused.outdated-button')
  return goal
}

/** @throws UserError where there is no such piece of work */
export async function itemCalled(app: App, id: string): Promise<WorkItem> {
  const item = await app.work.byId(id)
  if (item === undefined) throw new UserError('work.gone')
  return item
}

/**
 * The group whose leave is needed to break a goal down: one that has taken it on, and that the caller leads if there is
 * any such.
 */
export function groupToBreakDown(caller: Caller, goal: Goal): string | undefined {
  const [first, ...others] = groupsOf(goal)
  const { leads } = readerOf(caller)
  return [first, ...others].find((group) => group !== undefined && leads(group)) ?? first
}

/** The same below a goal or a piece of work. */
export function groupBelow(caller: Caller, below: Below): string | undefined {
  return 'item' in below ? below.item.group : groupToBreakDown(caller, below.goal)
}

/** Where the caller may put work below these goals. @throws UserError where they may nowhere */
export function placesFor(
  caller: Caller,
  goals: readonly Goal[],
  otherwise: TextKey = 'work.not-taken-on',
): [WorkPlace, ...WorkPlace[]] {
  const { leads } = readerOf(caller)
  const open = goals.filter(({ state }) => state === 'open')
  const places = open.flatMap((goal) =>
    groupsOf(goal)
      .filter(leads)
      .map((group): WorkPlace => ({ goal, group })),
  )
  const [first, ...others] = places
  if (first === undefined) throw new UserError(leadsAny(caller) ? otherwise : 'work.leads-none')
  return [first, ...others]
}

function leadsAny({ roles }: Caller): boolean {
  return isSecretariat(roles) || groupsLed(roles).length > 0
}

async function meantBy(app: App, words: PlanWords, otherwise: TextKey) {
  if (words.what === '') throw new UserError(otherwise)
  return planMeant(app, words)
}
