import { z } from 'zod'
import { UserError } from '../../src/contract/errors.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { placeBlock } from '../../src/views/work-places.ts'
import { planId } from '../actions/plan-id.ts'

/** Below which goal, and for which of its groups. */
export const place = z.strictObject({ goal: planId, group: z.string().regex(/^[^\p{Cc}]{1,40}$/u) })

/** Where a modal asks for the place. */
export const placeFields = { [placeBlock]: jsonValue(place).optional() }

export type PlaceSaid = z.infer<typeof place>

/** The place that was chosen, or with which the modal came. @throws UserError where there is neither */
export function placeSaid(sent: {
  meta: { place?: PlaceSaid | undefined }
  fields: { [placeBlock]?: PlaceSaid | undefined }
}): PlaceSaid {
  const said = sent.fields[placeBlock] ?? sent.meta.place
  if (said === undefined) throw new UserError('refused.outdated-button')
  return said
}
