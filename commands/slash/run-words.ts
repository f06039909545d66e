import { UserError } from '../../src/contract/errors.ts'
import type { ScheduleKind } from '../../src/domain/schedule/rules.ts'
import { dayRangeFirst, type SaidRange } from './day-range-words.ts'

const digest = /(?:^|\s)(?:digests?|摘要|周报)(?=\s|$)/iu
const reminder = /(?:^|\s)(?:reminders?|提醒)(?=\s|$)/iu

/**
 * Which run is to be looked at: `digest`, `2026-12-01`, `下周一`, both or nothing, which is the next reminders.
 * @throws UserError where something else is said
 */
export function readRunAsked(text: string): { kind: ScheduleKind; on?: SaidRange['from'] } {
  const plain = text.normalize('NFKC').trim()
  const kind = digest.test(plain) ? 'digest' : 'reminder'
  const rest = plain.replace(digest, ' ').replace(reminder, ' ').trim()
  if (rest === '') return { kind }
  const found = dayRangeFirst(rest)
  if (found === undefined || found.until !== undefined || found.behind !== '')
    throw new UserError('ahead.unreadable', { text: plain })
  return { kind, on: found.from }
}
