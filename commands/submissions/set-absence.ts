// "Put down" in the modal that asks when somebody is away.
import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { ephemeral, nothing } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import type { Member } from '../../src/domain/member/rules.ts'
import {
  absenceModalId,
  awayBlock,
  awayFromBlock,
  awayUntilBlock,
  standInBlock,
} from '../../src/views/absence-modal.ts'
import { absencesAnswer } from '../slash/absence-answer.ts'
import { absenceRefusal } from '../slash/absence-refusal.ts'
import { day, maybeText } from './given.ts'
import { slackUser } from './owner-said.ts'

export const setAbsence = submission({
  id: absenceModalId,
  meta: z.strictObject({}),
  fields: z.object({
    [awayBlock]: maybeText(40),
    [awayFromBlock]: day,
    [awayUntilBlock]: day,
    [standInBlock]: maybeText(40),
  }),
  who: 'member',
  async run(app, caller, { fields }) {
    const self = memberBehind(caller)
    const { [awayBlock]: who, [awayFromBlock]: from, [awayUntilBlock]: until, [standInBlock]: other } = fields
    const member = who === undefined ? self : await chosen(app, who, awayBlock)
    const standIn = other === undefined ? undefined : await chosen(app, other, standInBlock)
    const given = { from, until, ...(standIn !== undefined && { standIn }) }
    const by = { member: self, via: 'modal' as const, request: caller.request }
    const outcome = await app.absences.add(member, given, by)
    const blocks = { until: awayUntilBlock, standIn: standInBlock, who: awayBlock }
    if (!outcome.ok) throw await absenceRefusal(app, caller.language, outcome, given, blocks)
    if (caller.isOnHome === true && member.id === self.id) return nothing
    const told = { absence: outcome.absence, what: 'set' as const }
    return ephemeral(await absencesAnswer(app, caller, member.id, told))
  },
})

/** @throws FieldErrors under `block` for somebody whom the committee does not know */
async function chosen(app: App, slackId: string, block: string): Promise<Member> {
  const [member] = slackUser.safeParse(slackId).success ? await app.members.called(`<@${slackId}>`) : []
  if (member === undefined) throw new FieldErrors({ [block]: new UserError('owner.stranger') })
  return member
}
