import { UserError } from '../../src/contract/errors.ts'
import type { Day, PartialDay } from '../../src/domain/calendar/day.ts'
import { dayBehind } from './day-words.ts'
import { stageLength } from './stage-behind.ts'

/** What is typed behind a verb that records something: the standard (and its stage), a day, a reason. */
export type RecordingWords = { words: string; on?: PartialDay; why?: string }

/** A word of these with a blank or a colon behind it begins the reason, wherever it stands. */
const apart = /(?:^|\s)(?:because|why|因为|因|理由|原因)(?::\s*|\s+)(.+)$/iu
/** Chinese writes no blank; titles have 因 in them too. */
const joined = /(?:因为|因|理由|原因):?/gu
const none = /\s(?:none|无|取消)$/iu

/**
 * `GB/T 43697 40 on 2026-11-20 because …`, in either language: the day and the reason are read from the end, what is
 * left names the standard.
 * @throws UserError where a day is written that the calendar does not have
 */
export function readRecording(text: string): RecordingWords {
  const plain = text.normalize('NFKC').trim()
  const { before, why } = withoutReason(plain)
  const day = dayBehind(before)
  const words = day === undefined ? before : before.slice(0, day.index).trim()
  return { words, ...(day !== undefined && { on: day.on }), ...(why !== undefined && { why }) }
}

/** A whole day. @throws UserError where it is a month, a year, or none */
export function wholeDay(on: PartialDay | undefined, asked: UserError): Day {
  if (on === undefined) throw asked
  if (on.length < 10) throw new UserError('record.no-day', { text: on })
  return on
}

function withoutReason(text: string): { before: string; why?: string } {
  const found = apart.exec(text)
  const spaced = found && { at: found.index, why: found[1]?.trim() }
  const [close] = [...text.matchAll(joined)]
    .map(({ index, 0: word }) => ({ at: index, why: text.slice(index + word.length).trim() }))
    .filter(({ at, why }) => why !== '' && opensReason(text.slice(0, at)))
  const first = spaced && close ? (close.at < spaced.at ? close : spaced) : (spaced ?? close)
  if (first?.why === undefined) return { before: text }
  return { before: endedBefore(text.slice(0, first.at)), why: first.why }
}

/** Whether a reason may follow without a blank: behind a day, a stage, or the word that takes a target back. */
function opensReason(text: string): boolean {
  const before = endedBefore(text)
  if (dayBehind(before) !== undefined) return true
  // `征求意见因…` without a blank may be a title, `40因…` is none.
  const isParted = before !== text || /\d$/.test(text)
  return isParted && (none.test(before) || stageLength(before.split(/\s+/u)) > 0)
}

function endedBefore(text: string): string {
  return text.replace(/[\s,;、]+$/u, '').trimStart()
}
