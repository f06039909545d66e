import { z } from 'zod'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { whichBlock } from '../../src/views/which-assignment.ts'
import { planId } from '../actions/plan-id.ts'
import { maybeText } from './given.ts'

/** What a modal about one assignment brings with it, or about one of several, which was chosen in it. */
export const assignmentMeta = z.strictObject({ assignment: planId.optional() })
export const assignmentFields = { [whichBlock]: maybeText(100) }

/** The id of the assignment that is meant. @throws FieldErrors where none was chosen */
export function assignmentSaid(
  meta: { assignment?: string | undefined },
  fields: { [whichBlock]?: string | undefined },
): string {
  const id = meta.assignment ?? fields[whichBlock]
  if (id === undefined) throw new FieldErrors({ [whichBlock]: new UserError('modal.missing') })
  return id
}
