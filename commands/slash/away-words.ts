import { UserError } from '../../src/contract/errors.ts'
import { addDays, addMonths, type Day } from '../../src/domain/calendar/day.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import { partialDayInWords } from '../../src/views/dates.ts'
import { typed } from '../submissions/given.ts'
import { dayRangeIn, daysJustOver, daysMeant, type SaidRange } from './day-range-words.ts'
import { type SpanSaid, spanPattern, spanSaid } from './span.ts'

/** A first day with a last one, or with how long it lasts. */
type AwayDays = Pick<SaidRange, 'from' | 'until'> & { lasts?: SpanSaid }

/** The days, who is away where it is somebody else, and who stands in; nothing where no days are named. */
export type AwayWords = { days: AwayDays; who?: string; standIn?: string } | undefined

const beforeWho = /^(?:for|because|以便|替|为|代)\s*/iu
const beforeEnd =
  /(?:^|\s|(?<=\p{Script=Han}))(?:(?:up\s+)?(?:until|till?|to|through|thru)|(?:一直|直)?[到至])\s*$/iu
/** `away from now until Friday`, `从现在到周五`. */
const beforeStart = /(?:^|\s)(?:(?:from|starting|since)\s+)?(?:now|here)\s*$|(?:从|自)?(?:现在|即日)起?\s*$/iu
const today = { ahead: 0 } as const
const beforeStandIn =
  /^[,，、;；:：]?\s*(?:(?:with|and)\s+)?(?:(?:stand-?in|deputy|cover(?:ed)?|replaced|substitute)(?:\s+(?:is|by))?(?![a-z])|by(?![a-z])|由|代理人?|代班人?|交给|请)?\s*[:：]?\s*/iu
const afterStandIn = /\s*(?:stands\s+in|covers|代理|代班|顶替|替班|代为处理)[.。]?$/iu

/** How long: `for 3 days`, `the next two weeks`, `a week`, `三天`. `in 2 weeks`, `两周后` and `3日` tell a day. */
const lasting = new RegExp(
  [
    String.raw`(?:(?:为期|一共|共|连续|未来|接下来)\s*`,
    String.raw`|(?:(?<![\p{Script=Latin}\d])(?:(?:for|lasting)\s+)?(?:the\s+)?(?:(?:next|coming)\s+)?)`,
    String.raw`(?<!(?:^|\s)(?:in|within)\s+|[\p{Script=Latin}\d一二两三四五六七八九十〇零月年周期拜第/.-]))`,
    String.raw`(?<span>an?\s+(?:day|week|month)|(?!\d+\s*日)${spanPattern})`,
    String.raw`(?![\p{Script=Latin}\d底初中末]|\s*(?:[之以]?[前后]|ago|later))(?:的?假)?`,
  ].join(''),
  'iu',
)
/** Nobody knows when it ends. */
const endless =
  /until\s+further\s+notice|indefinite(?:ly)?|open[- ]ended|for\s+(?:now|good|some\s+time|a\s+while)|另行通知|(?:时间)?待定|无限期|长期/iu
/** A length that days of the calendar don't tell, and nobody's name. */
const otherLength =
  /(?<!\p{L})(?:(?:working|business)\s+(?:days?|weeks?)|half\s+(?:a|the)\s+day|half-?days?|hours?)(?!\p{L})|工作日|半天|小时/iu
/** What says behind a first day that there is a last one, or none, without naming it. */
const noEnd =
  /^[,，]?\s*(?:(?:up\s+)?(?:until|till?|through|thru)(?!\p{L})|(?:一直|直)?[到至](?!时)|on(?:wards?)?(?=[\s,，.。]|$)|起|开始)/iu
/** `从周一起请假3天`, with how long it lasts. */
const beginning = /^(?:起|开始|onwards?(?!\p{L}))\s*/iu
const starting = /(?:^|\s)(?:starting|beginning|from)(?:\s+on)?\s*$/iu

/**
 * `2026-12-01 to 2026-12-14 @stand-in`, `until Friday` and `for 3 days`, which are from today, `for 3 days from Monday`;
 * whoever is named before the days is away themselves, as the secretariat says it.
 * @throws UserError where something is typed in which no day can be read, or no end
 */
export function parseAway(text: string): AwayWords {
  const plain = typed(text)
  if (plain === '') return undefined
  const found = dayRangeIn(plain)
  // Of a day before which only the end is said: today is the first.
  const isOpen = found !== undefined && found.until === undefined && beforeEnd.test(found.before)
  const hasEnd = isOpen || found?.until !== undefined
  if (!hasEnd && (endless.test(plain) || otherLength.test(plain)))
    throw new UserError('absence.no-end', { text: plain })
  const span = found?.until === undefined ? lasting.exec(plain.normalize('NFKC')) : null
  if (span !== null) return lastingWords(plain.normalize('NFKC'), span)
  if (found === undefined) throw new UserError('absence.no-days', { text: plain })
  const { from, until, behind } = found
  if (!hasEnd && noEnd.test(behind)) throw new UserError('absence.no-end', { text: plain })
  const before = isOpen ? found.before.replace(beforeEnd, '').replace(beforeStart, '') : found.before
  const days = isOpen ? { from: today, until: from } : { from, ...(until !== undefined && { until }) }
  return { days, ...people(before, behind) }
}

/** Whether days can be read of which somebody may be away. */
export function namesDays(text: string): boolean {
  const plain = typed(text).normalize('NFKC')
  return dayRangeIn(plain) !== undefined || lasting.test(plain)
}

/**
 * The first day away and the last, on the committee's calendar: of a length every day of the calendar counts, the first and
 * the last among them.
 * @throws UserError for a day that the calendar does not have, and for days without a year that have just gone by
 */
export function awayDaysMeant(
  { lasts, ...days }: AwayDays,
  today: Day,
  language: Language,
): { from: Day; until: Day } {
  const over = daysJustOver(days, today)
  if (over !== undefined) {
    const { on, next } = over
    throw new UserError('absence.just-over', {
      on: partialDayInWords(on, language),
      when: Number(next.from.slice(0, 4)) > Number(today.slice(0, 4)) ? 'next' : 'other',
      from: next.from,
      until: lasts !== undefined || next.until === next.from ? 'none' : next.until,
    })
  }
  const meant = daysMeant(days, today)
  if (lasts === undefined) return meant
  const { from } = meant
  const { count, unit } = lasts
  const end = unit === 'month' ? addMonths(from, count) : addDays(from, count * (unit === 'week' ? 7 : 1))
  return { from, until: addDays(end, -1) }
}

function lastingWords(plain: string, span: RegExpExecArray): AwayWords {
  const lasts = spanSaid((span.groups?.span ?? '').replace(/^an?(?=\s)/iu, 'one'))
  const [before, behind] = [plain.slice(0, span.index), plain.slice(span.index + span[0].length)]
  const found = dayRangeIn(`${before} ${behind}`)
  if (found === undefined) return { days: { from: today, lasts }, ...people(before, behind) }
  const more = people(found.before.replace(starting, ''), found.behind.replace(beginning, ''))
  return { days: { from: found.from, lasts }, ...more }
}

function people(before: string, behind: string): { who?: string; standIn?: string } {
  const who = before
    .replace(beforeWho, '')
    .replace(/[\s,，、;；]+$/u, '')
    .trim()
  const standIn = behind.replace(beforeStandIn, '').replace(afterStandIn, '').trim()
  return { ...(who !== '' && { who }), ...(standIn !== '' && { standIn }) }
}
