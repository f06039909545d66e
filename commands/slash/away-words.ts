import { UserError } from '../../src/contract/errors.ts'
import { typed } from '../submissions/given.ts'
import { dayRangeIn, type SaidRange } from './day-range-words.ts'

/** The days, who is away where it is somebody else, and who stands in; nothing where no days are named. */
export type AwayWords =
  | { days: Pick<SaidRange, 'from' | 'until'>; who?: string; standIn?: string }
  | undefined

const beforeWho = /^(?:for|because|以便|替|为|代)\s*/iu
const beforeStandIn =
  /^[,，、;；:：]?\s*(?:(?:with|and)\s+)?(?:(?:stand-?in|deputy|cover(?:ed)?|replaced|substitute)(?:\s+(?:is|by))?(?![a-z])|by(?![a-z])|由|代理人?|代班人?|交给|请)?\s*[:：]?\s*/iu
const afterStandIn = /\s*(?:stands\s+in|covers|代理|代班|顶替|替班|代为处理)[.。]?$/iu

/**
 * `2026-12-01 to 2026-12-14 @stand-in`; whoever is named before the days is away themselves, as the secretariat says it.
 * @throws UserError where something is typed in which no day can be read
 */
export function parseAway(text: string): AwayWords {
  const plain = typed(text)
  if (plain === '') return undefined
  const found = dayRangeIn(plain)
  if (found === undefined) throw new UserError('absence.no-days', { text: plain })
  const { from, until, before, behind } = found
  const who = before.replace(beforeWho, '').trim()
  const standIn = behind.replace(beforeStandIn, '').replace(afterStandIn, '').trim()
  return {
    days: { from, ...(until !== undefined && { until }) },
    ...(who !== '' && { who }),
    ...(standIn !== '' && { standIn }),
  }
}
