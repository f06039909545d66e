import { narrowDigits } from './narrow-digits.ts'
import { namesPlan } from './plan-name.ts'

const first = 1990
const last = 2099
const digits = '〇一二三四五六七八九'
/** Not within a longer number, a designation (`27001:2022`, `22239-2019`) or a day. */
const printed = /(?<![\d:/.〔[［]|\d[-–—])(\d{4})(?!\d|[-./]\d)/g
const span = /(?<!\d)((?:19|20)\d{2})\s*年?\s*(?:[-–—~～/、和及至到]|and|to)\s*((?:19|20)\d{2})(?!\d)/g
const wholeDay =
  /\d{4}\s*年\s*\d{1,2}\s*月|\d{1,2}\s+\p{Lu}\p{L}+\s+\d{4}|\p{Lu}\p{L}+\s+\d{1,2},?\s+\d{4}|\p{Lu}\p{L}+\s+\d{4}/gu

/** The years that a text names, each once, in their order. */
export function yearsIn(text: string): number[] {
  const plain = narrowDigits(text).replace(/二[〇○零O0][〇○零一二三四五六七八九]{2}(?=\s*年)/g, (year) =>
    [...year].map((digit) => Math.max(0, digits.indexOf(digit.replace(/[○零O0]/, '〇')))).join(''),
  )
  const single = [...plain.matchAll(printed)].map(({ 1: year, index }) => ({ index, years: [Number(year)] }))
  const spans = [...plain.matchAll(span)].map(({ 1: from, 2: to, index }) => ({
    index,
    years: [Number(from), Number(to)],
  }))
  const years = [...spans, ...single].sort((a, b) => a.index - b.index).flatMap(({ years: found }) => found)
  return [...new Set(years)].filter((year) => year >= first && year <= last)
}

/**
 * The year of a plan by its title, else by its file's title, else by the paragraphs above its areas: there first by what
 * names the plan, then by any year, then by a day. A title may name several; one that it looks
 * back on is not the plan's: `2025年工作总结和2026年工作要点`.
 */
export function planYear(
  title: string,
  fileTitle: string | undefined,
  above: readonly string[],
): { kind: 'one'; year: number } | { kind: 'several'; years: number[] } | { kind: 'none' } {
  const ofTitle = yearsAhead(title)
  if (ofTitle.length > 1) return { kind: 'several', years: ofTitle }
  const year =
    ofTitle[0] ??
    yearsIn(fileTitle ?? '')[0] ??
    above.flatMap(yearsNamingPlan)[0] ??
    above.flatMap((text) => yearsIn(text.replace(wholeDay, ' ')))[0] ??
    above.flatMap(yearsIn)[0]
  return year === undefined ? { kind: 'none' } : { kind: 'one', year }
}

const behind =
  /((?:19|20)\d{2})\s*年?度?[^，,、和与及暨\d]{0,12}(?:总结|回顾|(?:完成|开展|落实|执行)情况)|\b(?:review|report|summary|results|achievements)\s+(?:of|on|for|in)\s+(?:the\s+)?(?:year\s+)?((?:19|20)\d{2})/gi

/** The years of a title but for such as it looks back on, where it names another. */
function yearsAhead(title: string): number[] {
  const years = yearsIn(title)
  const back = [...narrowDigits(title).matchAll(behind)].map(([, zh, en]) => Number(zh ?? en))
  const ahead = years.filter((year) => !back.includes(year))
  return ahead.length > 0 ? ahead : years
}

/** Years close before or behind the name of a plan. */
function yearsNamingPlan(printed: string): number[] {
  const text = narrowDigits(printed)
  return yearsIn(text).filter((year) => {
    const at = text.indexOf(`${year}`)
    if (at < 0) return false
    const behind = text.slice(at + 4).replace(/^年度?/, '')
    return (
      namesPlan(/^[^，。,.;；]{0,30}/.exec(behind)?.[0] ?? '') ||
      /(?:points|priorities|plan|programme|program|items)\s+(?:for\s+|of\s+)?$/i.test(text.slice(0, at))
    )
  })
}
