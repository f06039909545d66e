import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Message } from '../../src/contract/reply.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { assignmentHistory } from '../../src/views/assignment-history.ts'
import { partyNames } from './assignment-answer.ts'

/** A page of what was done about an assignment. */
export async function assignmentHistoryAnswer(
  app: App,
  caller: Caller,
  assignment: Assignment,
  page: number,
): Promise<Message> {
  const [entries, called] = await Promise.all([app.assignments.history(assignment.id), partyNames(app)])
  return assignmentHistory(assignment, entries, { page, called, zone: caller.zone }, caller.language)
}
