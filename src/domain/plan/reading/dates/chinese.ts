import type { Day } from '../../../calendar/day.ts'
import { type DatePattern, dayBefore, dayOf, lastDayOf, yearDigits } from './date-pattern.ts'

const year = `(?:(?:(?<year>${yearDigits}) ?年|(?<which>今年|本年度?|当年|明年)) ?)?`
const small = '[一二三四五六七八九十]'
const month = `(?<month>1[0-2]|0?[1-9]|${small}{1,2}) ?月`
const dayDigits = `(?:[12]\\d|3[01]|0?[1-9]|${small}{1,3})`
/** Between the first day and the last of some on end, and between single days. */
const span = '(?:-|—|~|至|到)'
const list = '(?:、|,|和|及|与)'
const ending = '(?:之前|以前|前)?'
/** `6月前往` is done in June, `6月前后` about it. */
const before = '(?:之前|以前|前(?![往后期三两几\\d]))'
/** What goes on behind a month: days and parts of it that are read as such, lengths, and what is before it. */
const noMonth =
  ' ?(?:底|末|初|前(?!往)|之前|以前|上旬|中旬|下旬|以来|起|后|之后|以后|[至到~—-]|[123]\\d? ?[日号]|0?[1-9] ?[日号]|[一二三四五六七八九十]{1,3} ?[日号])'
/** A year that is over, or every year, has no deadline of this plan. */
const notPast = '(?<!\\d|[去每历往上前近周季百多少]年?)'

/** Behind other quarters, whose year is its own as well. */
const afterQuarters = `(?:(?<=(?<ofAll>${yearDigits}) ?年 ?第?[1-4一二三四](?: ?[、和及与] ?第?[1-4一二三四])* ?[、和及与] ?)|)`

/** The days of a Chinese text: exact ones, and the ends of periods. */
export const chineseDates: readonly DatePattern[] = [
  {
    pattern: new RegExp(
      `${notPast}${year}(?<!\\d)${month} ?(?<day>[12]\\d|3[01]|0?[1-9]|${small}{1,3}) ?[日号]${ending}`,
      'g',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), numberIn(found.month), numberIn(found.day)),
  },
  // Of days on end the last: then all of it is over.
  {
    pattern: new RegExp(
      `${notPast}${year}(?<!\\d)${month} ?${dayDigits} ?[日号]? ?${span} ?(?<day>${dayDigits}) ?[日号]${ending}`,
      'g',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), numberIn(found.month), numberIn(found.day)),
  },
  // Of single days each: `6月5日、6日`, `5月15、16日`.
  {
    pattern: new RegExp(
      `${notPast}${year}(?<!\\d)${month} ?(?<day>${dayDigits})(?= ?(?:${list} ?${dayDigits} ?)+[日号])`,
      'g',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), numberIn(found.month), numberIn(found.day)),
  },
  {
    pattern: new RegExp(
      `(?<=${notPast}${year}(?<!\\d)${month} ?${dayDigits} ?[日号]?(?: ?(?:${span}|${list}) ?${dayDigits} ?[日号]?)* ?${list} ?)(?:${dayDigits} ?[日号]? ?${span} ?)?(?<day>${dayDigits})(?: ?[日号]${ending}|(?= ?(?:${list} ?${dayDigits} ?)+[日号]))`,
      'g',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), numberIn(found.month), numberIn(found.day)),
  },
  {
    pattern: new RegExp(`${notPast}${year}(?<!\\d|每)${month}(?:份)?(?:底|末)${ending}`, 'g'),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), numberIn(found.month)),
  },
  // A month alone, as 上半年 and 第二季度 are given by their last day: `2026年6月`, `6月、12月`.
  {
    pattern: new RegExp(`${notPast}${year}(?<!\\d|每)${month}(?:份|内|中|间)?(?!${noMonth})`, 'g'),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), numberIn(found.month)),
  },
  // 6月前 is over when June begins.
  {
    pattern: new RegExp(`${notPast}${year}(?<!\\d|每)${month}(?:份)? ?${before}`, 'g'),
    dayOf: (found, planned) => dayBefore(dayOf(yearIn(found, planned), numberIn(found.month), 1)),
  },
  {
    pattern: new RegExp(
      `${notPast}${year}(?<!\\d|每)(?:1[0-2]|0?[1-9]|${small}{1,2}) ?月?份? ?(?:至|到|-|—|~) ?${month}(?:份|底|末)?${ending}`,
      'g',
    ),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), numberIn(found.month)),
  },
  {
    pattern: new RegExp(`${notPast}${year}(?<!\\d|每)${month}(?:份)?(?<third>上旬|中旬|下旬)${ending}`, 'g'),
    dayOf: (found, planned) => {
      const [ofYear, ofMonth] = [yearIn(found, planned), numberIn(found.month)]
      if (found.third === '下旬') return lastDayOf(ofYear, ofMonth)
      return dayOf(ofYear, ofMonth, found.third === '上旬' ? 10 : 20)
    },
  },
  {
    pattern: new RegExp(
      `${notPast}(?:(?<year>${yearDigits}) ?年年?|(?<which>今年|本年度?|当年|明年)年?|年)(?:底|末|内)${ending}`,
      'g',
    ),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), 12),
  },
  {
    pattern: new RegExp(
      `${notPast}(?:(?<year>${yearDigits}) ?年年?|(?<which>今年|本年度?|当年|明年)年?|年)中(?:之前|以前|前)`,
      'g',
    ),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), 6),
  },
  {
    pattern: new RegExp(`${notPast}${year}前(?<quarter>[二三]|两)(?:个)?季度(?:底|末)?${ending}`, 'g'),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), found.quarter === '三' ? 9 : 6),
  },
  {
    pattern: new RegExp(`${notPast}${year}(?<half>上|下)半年(?:底|末)?${ending}`, 'g'),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), found.half === '上' ? 6 : 12),
  },
  {
    pattern: new RegExp(
      `${notPast}${afterQuarters}${year}(?:第(?<quarter>[1-4一二三四])|(?<bare>[一二三四])) ?季度(?:底|末)?${ending}`,
      'g',
    ),
    dayOf: quarterEnd,
  },
  // `第二、四季度`: of several the word is said once.
  {
    pattern: new RegExp(
      `${notPast}(?<![\\d一二三四五六七八九十])${afterQuarters}${year}第?(?<quarter>[1-4一二三四])(?= ?(?:[、和及与] ?第?[1-4一二三四] ?)+季度)`,
      'g',
    ),
    dayOf: quarterEnd,
  },
]

function quarterEnd(found: Record<string, string | undefined>, planned: number): Day {
  const told = yearIn({ ...found, year: found.year ?? found.ofAll }, planned)
  return lastDayOf(told, 3 * numberIn(found.quarter ?? found.bare))
}

function yearIn({ year: told, which }: Record<string, string | undefined>, planned: number): number {
  if (told !== undefined) return Number(told)
  return which === '明年' ? planned + 1 : planned
}

/** `12`, `十二`, `三十一`. */
function numberIn(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, units] = text.includes('十') ? text.split('十') : ['0', text]
  return 10 * (tens === '' ? 1 : digit(tens)) + digit(units)
}

function digit(character = ''): number {
  return Math.max(0, ' 一二三四五六七八九'.indexOf(character || ' '))
}
