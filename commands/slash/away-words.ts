import { UserError } from '../../src/contract/errors.ts'
import { typed } from '../submissions/given.ts'
import { dayRangeIn, type SaidRange } from './day-range-words.ts'

/** The days, who is away where it is somebody else, and who stands in; nothing where no days are named. */
export type AwayWords =
  | { days: Pick<SaidRange, 'from' | 'until'>; who?: string; standIn?: string }
  | undefined

const beforeWho = /^(?:for|because|以便|替|为|代)\s*/iu
const beforeEnd =
  /(?:^|\s|(?<=\p{Script=Han}))(?:(?:up\s+)?(?:until|till?|to|through|thru)|(?:一直|直)?[到至])\s*$/iu
/** `away from now until Friday`, `从现在到周五`. */
const beforeStart = /(?:^|\s)(?:(?:from|starting|since)\s+)?(?:now|here)\s*$|(?:从|自)?(?:现在|即日)起?\s*$/iu
const today = { ahead: 0 } as const
const beforeStandIn =
  /^[,，、;；:：]?\s*(?:(?:with|and)\s+)?(?:(?:stand-?in|deputy|cover(?:ed)?|replaced|substitute)(?:\s+(?:is|by))?(?![a-z])|by(?![a-z])|由|代理人?|代班人?|交给|请)?\s*[:：]?\s*/iu
const afterStandIn = /\s*(?:stands\s+in|covers|代理|代班|顶替|替班|代为处理)[.。]?$/iu

/**
 * `2026-12-01 to 2026-12-14 @stand-in`, `until Friday`, which is from today; whoever is named before the days is away themselves, as the secretariat says it.
 * @throws UserError where something is typed in which no day can be read
 */
export function parseAway(text: string): AwayWords {
  const plain = typed(text)
  if (plain === '') return undefined
  const found = dayRangeIn(plain)
  if (found === undefined) throw new UserError('absence.no-days', { text: plain })
  const { from, until, behind } = found
  // Of a day before which only the end is said: today is the first.
  const isOpen = until === undefined && beforeEnd.test(found.before)
  const before = isOpen ? found.before.replace(beforeEnd, '').replace(beforeStart, '') : found.before
  const who = before.replace(beforeWho, '').trim()
  const standIn = behind.replace(beforeStandIn, '').replace(afterStandIn, '').trim()
  return {
    days: isOpen ? { from: today, until: from } : { from, ...(until !== undefined && { until }) },
    ...(who !== '' && { who }),
    ...(standIn !== '' && { standIn }),
  }
}
