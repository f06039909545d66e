import { FieldErrors, UserError } from '../contract/errors.ts'
import type { Log } from '../contract/log.ts'
import { ephemeral, type Reply } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import { apology, refusal } from '../views/refusal.ts'

/** What a gesture has come to. */
export type Outcome = { ok: true; reply: Reply } | { ok: false; failure: Failure }

/** What the person can mend, in the whole or in fields of a modal; or a bug, under the log's reference. */
export type Failure =
  | { kind: 'refused'; error: UserError }
  | { kind: 'fields'; errors: Readonly<Record<string, UserError>> }
  | { kind: 'bug'; reference: string }

/**
 * The one place where errors become answers: what the person can mend is told word for word, anything else is
 * one sentence with a reference under which the log tells the rest.
 */
export async function funnel(
  work: () => Promise<Reply>,
  newReference: () => string,
  log: Log,
  what: string,
): Promise<Outcome> {
  try {
    return { ok: true, reply: await work() }
  } catch (error) {
    return { ok: false, failure: failureOf(error) }
  }

  function failureOf(error: unknown): Failure {
    if (error instanceof UserError) return { kind: 'refused', error }
    if (error instanceof FieldErrors) return { kind: 'fields', errors: error.fields }
    const reference = newReference()
    log.error({ err: error, reference, what }, 'a handler failed')
    return { kind: 'bug', reference }
  }
}

/** The outcome as a message to the person alone, where it is not another answer. */
export function replyOf(outcome: Outcome, language: Language): Reply {
  if (outcome.ok) return outcome.reply
  const { failure } = outcome
  if (failure.kind === 'bug') return ephemeral(apology(failure.reference, language))
  const error = failure.kind === 'refused' ? failure.error : Object.values(failure.errors)[0]
  return ephemeral(refusal(error ?? new UserError('modal.unfit'), language))
}
