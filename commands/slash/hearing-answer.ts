import type { App } from '../../src/app.ts'
import { type Caller, memberBehind } from '../../src/contract/caller.ts'
import { ephemeral, type Reply } from '../../src/contract/reply.ts'
import type { HearingGiven } from '../../src/domain/hearing/rules.ts'
import { hearingMessage } from '../../src/views/hearing-message.ts'
import { viaWords } from './assignment-gesture.ts'
import { hearingRefusal } from './hearing-refusal.ts'

/**
 * Puts on record how a member wants to hear, and shows what holds; where nothing is given, shows it alone.
 * @throws UserError where it can't be so
 */
export async function hearingAnswer(
  app: App,
  caller: Caller,
  given: HearingGiven | undefined,
): Promise<Reply> {
  const { language, zone, request } = caller
  const { id } = memberBehind(caller)
  if (given === undefined) return ephemeral(hearingMessage(await app.hearing.of(id), zone, language))
  const outcome = await app.hearing.set(id, given, { via: viaWords(caller), request })
  if (!outcome.ok) throw hearingRefusal(outcome)
  return ephemeral(hearingMessage(outcome.heard, zone, language))
}
