import type { WordKey, Words } from '../text/words.ts'
import type { Outcome } from './page-client.ts'

const ERROR_WORDS: Record<Extract<Outcome, { ok: false }>['error'], WordKey> = {
  bot_offline: 'error.bot_offline',
  bot_timeout: 'error.bot_timeout',
  bot_error: 'error.bot_error',
  unknown_command: 'error.unknown_command',
  message_gone: 'error.message_gone',
  view_gone: 'error.view_gone',
  bad_request: 'error.bad_request',
  unreachable: 'error.unreachable',
}

/** Why a gesture came to nothing, in words; null where it did not. */
export function outcomeWords(
  outcome: Outcome,
  words: Words,
  values: { bot: string; command: string },
): string | null {
  return outcome.ok ? null : words(ERROR_WORDS[outcome.error] ?? 'error.bad_request', values)
}
