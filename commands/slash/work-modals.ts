import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { type Goal, groupsOf } from '../../src/domain/goal/rules.ts'
import { pointsOf } from '../../src/domain/plan/rules.ts'
import type { WorkKind } from '../../src/domain/work/kind.ts'
import type { WorkItem } from '../../src/domain/work/rules.ts'
import { addAssignmentModal } from '../../src/views/add-assignment-modal.ts'
import { addWorkModal, type TaskFilled } from '../../src/views/add-work-modal.ts'
import { finishAssignmentModal } from '../../src/views/finish-assignment-modal.ts'
import { finishWorkModal } from '../../src/views/finish-work-modal.ts'
import { reviseWorkModal } from '../../src/views/revise-work-modal.ts'
import { takeStepModal } from '../../src/views/take-step-modal.ts'
import { type Below, placesFor } from './work-meant.ts'

/** The modal that asks for work below a goal. @throws UserError where the caller may put none there */
export async function openAddWork(app: App, caller: Caller, goal: Goal): Promise<Reply> {
  const places = placesFor(caller, [goal])
  const [kinds, organisations] = await Promise.all([app.work.kinds(), app.members.organisations()])
  const kind = goal.kinds[0] ?? (await kindProposed(app, goal))
  const facts = { places, kinds, organisations, ...(kind !== undefined && { kind }) }
  return { kind: 'modal', view: addWorkModal(facts, caller.language) }
}

/** What the sentence of the goal was read to ask for first. */
async function kindProposed(app: App, { year, points }: Goal): Promise<string | undefined> {
  const plan = (await app.plans.all()).find((one) => one.year === year)
  const served = plan === undefined ? [] : pointsOf(plan).filter(({ point }) => points.includes(point.id))
  return served.flatMap(({ point }) => point.reading?.kinds ?? [])[0]?.value
}

/** The modal that asks for an assignment. @throws UserError where the caller may give none there */
export async function openAddAssignment(
  app: App,
  caller: Caller,
  below: Below,
  filled: TaskFilled = {},
): Promise<Reply> {
  if ('item' in below && below.item.state !== 'open') throw new UserError('work.not-open')
  const at = 'item' in below ? below : { places: placesFor(caller, [below.goal]) }
  const organisations = await app.members.organisations()
  return { kind: 'modal', view: addAssignmentModal(at, organisations, caller.language, filled) }
}

/** The modal that asks for a step. @throws UserError where the work has ended or its kind has no steps */
export async function openTakeStep(app: App, caller: Caller, item: WorkItem): Promise<Reply> {
  if (item.state !== 'open') throw new UserError('work.not-open')
  const kind = await kindOf(app, item)
  if (kind === undefined || kind.steps.length === 0) throw new UserError('work.no-steps')
  const today = await app.plans.today()
  return { kind: 'modal', view: takeStepModal(item, kind, { today }, caller.language) }
}

/** The modal that asks for a result. @throws UserError where the work has ended or its result is told otherwise */
export async function openFinishWork(app: App, caller: Caller, item: WorkItem): Promise<Reply> {
  if (item.state !== 'open') throw new UserError('work.not-open')
  const kind = await kindOf(app, item)
  if (kind?.makesStandard === true) throw new UserError('work.told-by-stage')
  const today = await app.plans.today()
  return { kind: 'modal', view: finishWorkModal(item, kind, today, caller.language) }
}

/** The modal that asks what of the work is to be otherwise. @throws UserError where it has ended */
export async function openReviseWork(app: App, caller: Caller, item: WorkItem): Promise<Reply> {
  if (item.state !== 'open') throw new UserError('work.not-open')
  const goals = (await app.plans.goals()).filter(
    (goal) => item.goals.includes(goal.id) || (goal.state === 'open' && groupsOf(goal).includes(item.group)),
  )
  const facts = {
    seen: await app.work.timesChanged(item),
    goals,
    kinds: await app.work.kinds(),
    organisations: await app.members.organisations(),
    designations: [...(await designationsOf(app, item)).keys()],
  }
  return { kind: 'modal', view: reviseWorkModal(item, facts, caller.language) }
}

/** The standards that the work makes, by what they are called now. */
export async function designationsOf(app: App, { standards }: WorkItem): Promise<Map<string, string>> {
  const recordsOf = await app.standards.presentRecords()
  return new Map(standards.map((id) => [recordsOf([id])[0]?.designation ?? id, id]))
}

/** The modal that asks which assignment is done; those that are called so, where something was written. */
export async function openFinishAssignment(app: App, caller: Caller, words = ''): Promise<Reply> {
  if (caller.member === undefined) throw new UserError('assignments.stranger')
  const { today, assignments } = await app.assignments.finishable(caller.member)
  const plain = words.normalize('NFKC').toLowerCase()
  const meant = assignments.filter(({ id, titles, group }) =>
    [id, titles.zh, titles.en, group].some((name) => name?.normalize('NFKC').toLowerCase().includes(plain)),
  )
  if (meant.length > 0) return { kind: 'modal', view: finishAssignmentModal(meant, today, caller.language) }
  if (words === '') throw new UserError('done.none')
  throw new UserError('done.none-such', { text: words })
}

async function kindOf(app: App, item: WorkItem): Promise<WorkKind | undefined> {
  return (await app.work.kinds()).find(({ id }) => id === item.kind)
}
