import { UserError } from '../../src/contract/errors.ts'
import type { Proposal } from '../../src/domain/schedule/service.ts'

/** Why a schedule can't be, in words that say what to change. */
export function refuseSchedule(proposal: Extract<Proposal, { ok: false }>): UserError {
  switch (proposal.why) {
    case 'unreadable':
      return new UserError('schedule.bad-field', {
        // The texts choose by a single word.
        field: proposal.field.replaceAll(' ', '_'),
        value: proposal.value,
      })
    case 'too-often':
      return new UserError('schedule.too-often')
    case 'never':
      return new UserError('schedule.never')
  }
}
