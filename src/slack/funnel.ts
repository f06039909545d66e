import { UserError } from '../contract/errors.ts'
import type { Log } from '../contract/log.ts'
import { ephemeral, type Reply } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import { apology, refusal } from '../views/refusal.ts'

/**
 * The one place where errors become answers: what the person can mend is told word for word, anything else is
 * one sentence with a reference under which the log tells the rest. The language is asked for when the work is over.
 */
export async function funnel(
  work: () => Promise<Reply>,
  language: () => Language,
  newReference: () => string,
  log: Log,
  what: string,
): Promise<Reply> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserError) return ephemeral(refusal(error, language()))
    const reference = newReference()
    log.error({ err: error, reference, what }, 'a handler failed')
    return ephemeral(apology(reference, language()))
  }
}
