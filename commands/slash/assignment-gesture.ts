import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral, type Message, type Reply } from '../../src/contract/reply.ts'
import type { Gesture } from '../../src/domain/assignment/gestures.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { Via } from '../../src/domain/audit/rules.ts'
import { assignmentShown } from './assignment-answer.ts'
import { type GestureBlocks, gestureRefusal } from './gesture-refusal.ts'
import { givenAnswer } from './given-answer.ts'

/**
 * Does something about an assignment for the caller. `blocks` are those of a modal under which a refusal can be mended.
 * @throws UserError or FieldErrors where it does not hold, or is not theirs to say
 */
export async function gestured(
  app: App,
  caller: Caller,
  id: string,
  gesture: Gesture,
  via: Via,
  blocks: GestureBlocks = {},
): Promise<Assignment> {
  const { member, request } = caller
  if (member === undefined) throw new UserError('assignments.stranger')
  const decision = await app.assignments.act(id, gesture, { member, via, request })
  if (!decision.ok) throw await gestureRefusal(app, caller, gesture.kind, decision, blocks)
  return decision.assignment
}

/** The same, and the card as it stands then. @throws UserError or FieldErrors as above */
export async function gestureAnswer(...said: Parameters<typeof gestured>): Promise<Message> {
  const [app, caller, , { kind }] = said
  const assignment = await gestured(...said)
  const card = await assignmentShown(app, caller, assignment)
  return kind === 'give' ? givenAnswer(app, caller, assignment, card) : card
}

/** What a verb comes to. @throws UserError where it does not hold, or is not theirs to say */
export async function gestureTyped(
  app: App,
  caller: Caller,
  { id }: Pick<Assignment, 'id'>,
  gesture: Gesture,
): Promise<Reply> {
  return ephemeral(await gestureAnswer(app, caller, id, gesture, viaWords(caller)))
}

/** Words are typed behind a command, on the operator's command line, or said to the bot. */
export function viaWords({ via, isSpoken }: Caller): Via {
  return via ?? (isSpoken === true ? 'spoken' : 'command')
}
