import { type Day, isDay } from '../../calendar/day.ts'
import { narrowDigits } from './narrow-digits.ts'
import { namesPlan } from './plan-name.ts'
import { sentences } from './sentences.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?'
/** A day may lack its year behind one that tells it: `approved on 2 April 2024 and released on 7 April`. */
const dayPattern = new RegExp(
  [
    String.raw`(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日`,
    String.raw`(?<![\d-])(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?![\d-])`,
    String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(${month})(?:,?\s+(\d{4}))?`,
    String.raw`(${month})\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(\d{4}))?`,
  ].join('|'),
  'g',
)
const verbs = {
  approvedOn: /审议通过|表决通过|讨论通过|投票通过|审定通过|通过|批准|approved|adopted|endorsed|passed/gi,
  releasedOn: /印发|发布|公布|下发|released|issued|published/gi,
}

/** `2026年3月20日全体会议审议通过，3月25日印发。` says it of the document itself. */
const withoutObject = /^于?\d{4}年\d{1,2}月\d{1,2}日[^《》]{0,60}(?:通过|批准|印发|发布)[。.]?$/

/**
 * The days on which the paragraphs above the areas, or a note below the title, say that the plan was approved and released.
 *
 * @param printing lines at its end that say when it was printed
 */
export function planDays(
  texts: readonly string[],
  printing: readonly string[] = [],
): { approvedOn?: Day; releasedOn?: Day } {
  const above = texts
    .flatMap((text) => sentences(narrowDigits(text)))
    .filter(
      (sentence) =>
        namesPlan(sentence) ||
        /\b(?:document|plan|programme|program|points)\b|^[（(]|^(?:发布|印发)(?:日期|时间)|本文件/.test(
          sentence,
        ) ||
        withoutObject.test(sentence),
    )
    .map(daysTold)
  const told = [...above, ...printing.map((line) => daysTold(narrowDigits(line)))]
  const approvedOn = told.find((days) => days.approvedOn !== undefined)?.approvedOn
  const releasedOn = told.find((days) => days.releasedOn !== undefined)?.releasedOn
  return { ...(approvedOn !== undefined && { approvedOn }), ...(releasedOn !== undefined && { releasedOn }) }
}

type Said = { at: number; end: number; what: 'approvedOn' | 'releasedOn' | Day }

function daysTold(sentence: string): { approvedOn?: Day; releasedOn?: Day } {
  const said: Said[] = [...daysIn(sentence)]
  for (const what of ['approvedOn', 'releasedOn'] as const) {
    for (const { index, 0: words } of sentence.matchAll(verbs[what]))
      said.push({ at: index, end: index + words.length, what })
  }
  said.sort((a, b) => a.at - b.at)
  const days: { approvedOn?: Day; releasedOn?: Day } = {}
  said.forEach(({ what, at, end }, index) => {
    if (what !== 'approvedOn' && what !== 'releasedOn') return
    const before = dayBeside(said[index - 1], (day) => at - day.end)
    const behind = dayBeside(said[index + 1], (day) => day.at - end)
    // Chinese tells the day first, English mostly behind; a colon has it behind in both.
    const isBehindFirst =
      !/\p{Script=Han}/u.test(sentence.slice(at, end)) || /^(?:日期|时间)?\s*[:：]/.test(sentence.slice(end))
    const day = isBehindFirst ? (behind ?? before) : (before ?? behind)
    if (day !== undefined && days[what] === undefined) days[what] = day
  })
  return days
}

/** The day that stands next to a word, unless far from it. */
function dayBeside(next: Said | undefined, distance: (day: Said) => number): Day | undefined {
  if (next === undefined || next.what === 'approvedOn' || next.what === 'releasedOn') return undefined
  return distance(next) <= 80 ? next.what : undefined
}

function daysIn(sentence: string): Said[] {
  let lastYear: string | undefined
  return [...sentence.matchAll(dayPattern)].flatMap((found) => {
    const [words, y1, m1, d1, y2, m2, d2, d3, m3, y3, m4, d4, y4] = found
    const year = y1 ?? y2 ?? y3 ?? y4 ?? lastYear
    const named = m3 ?? m4
    const number = named === undefined ? (m1 ?? m2) : `${months.indexOf(named.slice(0, 3).toLowerCase()) + 1}`
    const day = d1 ?? d2 ?? d3 ?? d4
    lastYear = year
    const text = `${year}-${number?.padStart(2, '0')}-${day?.padStart(2, '0')}`
    return isDay(text) ? [{ at: found.index, end: found.index + words.length, what: text }] : []
  })
}
