// "Save" in the modal that asks when and how often somebody wants to hear.
import { z } from 'zod'
import { memberBehind } from '../../src/contract/caller.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { ephemeral, nothing } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { type HearingGiven, movesPaces, neverQuiet } from '../../src/domain/hearing/rules.ts'
import { hearingMessage } from '../../src/views/hearing-message.ts'
import {
  hearingModalId,
  movesBlock,
  perWeekBlock,
  quietBlock,
  quietChoices,
  quietFromBlock,
  quietUntilBlock,
} from '../../src/views/hearing-modal.ts'
import { hearingRefusal } from '../slash/hearing-refusal.ts'

const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .optional()

export const setHearing = submission({
  id: hearingModalId,
  meta: z.strictObject({}),
  fields: z.object({
    [quietBlock]: z.enum(quietChoices),
    [quietFromBlock]: time,
    [quietUntilBlock]: time,
    [perWeekBlock]: z.string().regex(/^(?:usual|\d)$/),
    // Whoever opened the modal before it asked for this leaves it as it is.
    [movesBlock]: z.enum(movesPaces).optional(),
  }),
  who: 'member',
  async run(app, caller, { fields }) {
    const { id } = memberBehind(caller)
    const { [perWeekBlock]: often, [movesBlock]: moves } = fields
    const given: HearingGiven = {
      quietHours: hoursChosen(fields),
      perWeek: often === 'usual' ? 'usual' : Number(often),
      ...(moves !== undefined && { moves }),
    }
    const outcome = await app.hearing.set(id, given, { via: 'modal', request: caller.request })
    if (!outcome.ok) throw new FieldErrors({ [perWeekBlock]: hearingRefusal(outcome) })
    if (caller.isOnHome === true) return nothing
    return ephemeral(hearingMessage(outcome.heard, caller.zone, caller.language))
  },
})

/** @throws FieldErrors for hours of one's own without a beginning or an end, or of no length */
function hoursChosen(fields: {
  [quietBlock]: (typeof quietChoices)[number]
  [quietFromBlock]?: string | undefined
  [quietUntilBlock]?: string | undefined
}): NonNullable<HearingGiven['quietHours']> {
  const { [quietBlock]: choice, [quietFromBlock]: from, [quietUntilBlock]: until } = fields
  if (choice === 'usual') return 'usual'
  if (choice === 'off') return neverQuiet
  if (from === undefined) throw new FieldErrors({ [quietFromBlock]: new UserError('modal.missing') })
  if (until === undefined) throw new FieldErrors({ [quietUntilBlock]: new UserError('modal.missing') })
  if (from === until)
    throw new FieldErrors({ [quietUntilBlock]: new UserError('hearing.no-length', { at: from }) })
  return { from, until }
}
