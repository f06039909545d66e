import { isTouched } from '../assignment/life.ts'
import type { Assignment } from '../assignment/rules.ts'
import type { AssignmentInFile, LeftField } from './rules.ts'

/**
 * What people have said of an assignment stands: the file still decides what it is about, and no longer whose it is, how
 * it stands and when it is due. `left`: in which of these the file says something else than the record.
 */
export function asPeopleLeftIt(
  recorded: Assignment | undefined,
  { state: said, ...given }: AssignmentInFile,
): { assignment: Assignment; left: LeftField[] } {
  const asGiven: Assignment = { ...given, state: said ?? 'open' }
  if (recorded === undefined) return { assignment: asGiven, left: [] }
  const { life, owner, state, dueOn, doneOn, evidence } = recorded
  if (!isTouched(life)) return { assignment: { ...asGiven, life }, left: [] }
  const { dueOn: givenDue, doneOn: givenDone, ...about } = given
  const differs: Record<LeftField, boolean> = {
    owner: given.owner.kind !== owner.kind || given.owner.id !== owner.id,
    dueOn: givenDue !== dueOn,
    // A file that does not say how it stands contradicts nobody who has done it since.
    state: said !== undefined && said !== state,
    doneOn: givenDone !== undefined && state === 'done' && givenDone !== doneOn,
  }
  return {
    assignment: {
      ...about,
      life,
      owner,
      state,
      ...(dueOn !== undefined && { dueOn }),
      ...(doneOn !== undefined && { doneOn }),
      ...(evidence !== undefined && { evidence }),
    },
    left: (Object.keys(differs) as LeftField[]).filter((field) => differs[field]),
  }
}
