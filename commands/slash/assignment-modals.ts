import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { refusedAtOnce } from '../../src/domain/assignment/gestures.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import { groupsOf } from '../../src/domain/goal/rules.ts'
import { groupsLed, isSecretariat } from '../../src/domain/member/rules.ts'
import { type AskedFor, gestureOf } from '../../src/views/assignment-buttons.ts'
import { blockAssignmentModal } from '../../src/views/block-assignment-modal.ts'
import { explainAssignmentModal } from '../../src/views/explain-assignment-modal.ts'
import { finishAssignmentModal } from '../../src/views/finish-assignment-modal.ts'
import { giveAssignmentModal } from '../../src/views/give-assignment-modal.ts'
import { type MakeAssignmentFacts, makeAssignmentModal } from '../../src/views/make-assignment-modal.ts'
import { moveDueModal } from '../../src/views/move-due-modal.ts'
import type { Parties } from '../../src/views/party-inputs.ts'
import { updateAssignmentModal } from '../../src/views/update-assignment-modal.ts'
import type { WorkPlace } from '../../src/views/work-places.ts'
import { actorBehind, decides } from './assignment-meant.ts'
import { gestureRefusal } from './gesture-refusal.ts'

/** What was said already. */
type Said = { on?: Day | undefined; why?: string | undefined }

/**
 * The modal that asks for what is not said yet.
 * @throws UserError where the assignment's state or the caller's roles don't allow what it is for
 */
export async function openAsked(
  app: App,
  caller: Caller,
  assignment: Assignment,
  kind: AskedFor,
  said: Said = {},
): Promise<Reply> {
  const gesture = gestureOf[kind]
  const refusal = refusedAtOnce(assignment, gesture, actorBehind(caller))
  if (refusal !== undefined) throw await gestureRefusal(app, caller, gesture, refusal)
  if (kind === 'refuse' && (said.on ?? assignment.life.dueAsked?.on) !== assignment.life.dueAsked?.on)
    throw await gestureRefusal(app, caller, gesture, { ok: false, why: 'nothing-asked', assignment })
  if (kind === 'refuse' && assignment.life.dueAsked === undefined)
    throw new UserError('assignment.nothing-asked')
  return { kind: 'modal', view: await viewOf(app, caller, assignment, kind, said) }
}

/**
 * The same of several assignments of one group, with all of which the caller may do it: the modal asks which one is meant.
 * @throws UserError where there is but one, and it does not allow it
 */
export async function openAskedOf(
  app: App,
  caller: Caller,
  assignments: readonly Assignment[],
  kind: 'finish' | 'update' | 'due' | 'give',
): Promise<Reply> {
  const [first, ...others] = assignments
  if (first !== undefined && others.length === 0) return openAsked(app, caller, first, kind)
  return { kind: 'modal', view: await viewOfSeveral(app, caller, assignments, kind) }
}

async function viewOfSeveral(
  app: App,
  caller: Caller,
  assignments: readonly Assignment[],
  kind: 'finish' | 'update' | 'due' | 'give',
) {
  const { language } = caller
  switch (kind) {
    case 'give':
      return giveAssignmentModal(assignments, await parties(app), language)
    case 'update':
      return updateAssignmentModal(assignments, language)
    case 'due':
      return moveDueModal(
        assignments,
        { decides: assignments.every((one) => decides(caller, one)) },
        language,
      )
    case 'finish':
      return finishAssignmentModal(assignments, await app.assignments.today(), language)
  }
}

async function viewOf(app: App, caller: Caller, assignment: Assignment, kind: AskedFor, { on, why }: Said) {
  const { language } = caller
  switch (kind) {
    case 'give':
      return giveAssignmentModal([assignment], await parties(app), language)
    case 'update':
      return updateAssignmentModal([assignment], language)
    case 'block':
      return blockAssignmentModal(assignment, await parties(app), language)
    case 'due':
      return moveDueModal([assignment], { decides: decides(caller, assignment), on, why }, language)
    case 'finish':
      return finishAssignmentModal([assignment], await app.assignments.today(), language)
    default:
      return explainAssignmentModal(assignment, { kind, why }, language)
  }
}

/** The modal that asks for an assignment of a group that the caller leads. @throws UserError where they lead none */
export async function openMakeAssignment(
  app: App,
  caller: Caller,
  said: Pick<MakeAssignmentFacts, 'task' | 'standards' | 'owner' | 'from'> = {},
): Promise<Reply> {
  const groups = await groupsToGiveIn(app, caller)
  if (groups.length === 0) throw new UserError('add-assignment.leads-none')
  const codes = new Set(groups.map(({ code }) => code))
  const goals = (await app.plans.goals()).filter(({ state }) => state === 'open').toReversed()
  const places = goals.flatMap((goal) =>
    groupsOf(goal).flatMap((group): WorkPlace[] => (codes.has(group) ? [{ goal, group }] : [])),
  )
  const facts = {
    ...said,
    groups,
    places,
    organisations: await app.members.organisations(),
    group: caller.group !== undefined && codes.has(caller.group) ? caller.group : undefined,
  }
  return { kind: 'modal', view: makeAssignmentModal(facts, caller.language) }
}

/** The groups that exist and for which the caller may give an assignment. */
async function groupsToGiveIn(app: App, { roles }: Caller) {
  const led = new Set(groupsLed(roles))
  return (await app.groups.active()).filter(({ code }) => isSecretariat(roles) || led.has(code))
}

async function parties(app: App): Promise<Parties> {
  const [organisations, groups] = await Promise.all([app.members.organisations(), app.groups.active()])
  return { organisations, groups }
}
