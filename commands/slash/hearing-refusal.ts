import { UserError } from '../../src/contract/errors.ts'
import type { HearingOutcome } from '../../src/domain/hearing/service.ts'

/** Why it can't be set so, in words that a person can mend it by. */
export function hearingRefusal({ most }: Extract<HearingOutcome, { ok: false }>): UserError {
  return new UserError('hearing.too-often', { most })
}
