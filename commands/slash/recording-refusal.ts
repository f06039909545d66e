import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { NotRecorded } from '../../src/domain/standard/recording.ts'
import { recordRefusal } from '../../src/views/record-refusal.ts'

/** Why nothing was recorded, in words that say what to do. */
export function refuseRecording(
  refusal: NotRecorded | undefined,
  { zone, language }: Pick<Caller, 'zone' | 'language'>,
  stage: string,
): UserError {
  if (refusal === undefined) return new UserError('standard.gone')
  const { key, values } = recordRefusal(refusal, { stage, zone, language })
  return new UserError(key, values)
}
