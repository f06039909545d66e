import { UserError } from '../../src/contract/errors.ts'
import type { TextKey } from '../../src/texts/texts.ts'
import { type PlanWords, parsePlanWords } from './plan-words.ts'
import { readRecording } from './recording-words.ts'

/** The goal that is to end, and why, where the reason was typed along. */
export type GoalEnding = { words: PlanWords; why?: string }

/** Chinese writes no blank: a goal's short name, and at once the reason. */
const joined = /^([a-z]\d+)\s*(?:because|因为|因|理由|原因):?\s*(\S.*)$/iu

/** `g7 because …`, in either language. @throws UserError, the sentence `asked`, where no goal is named */
export function parseEnding(text: string, asked: TextKey): GoalEnding {
  const [, name, reason] = joined.exec(text.normalize('NFKC').trim()) ?? []
  if (name !== undefined && reason !== undefined) return { words: parsePlanWords(name), why: reason.trim() }
  const { words: named, on, why } = readRecording(text)
  if (on !== undefined) throw new UserError('ending.no-day')
  const words = parsePlanWords(named)
  if (words.what === '') throw new UserError(asked)
  return { words, ...(why !== undefined && { why }) }
}
