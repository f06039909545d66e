const written = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const digits = '一二三四五六七八九'

const count = `(?:\\d{1,3}|${written.join('|')}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])`
/** `三月` is March: a span of months is said with its measure word. */
const units = '(?:d|days?|天|日|w|weeks?|个?周|个?星期|个?礼拜|m|months?|个月)'

/** How far ahead somebody looks, as a pattern: `2w`, `10 days`, `two weeks`, `3个月`, `两周`. */
export const spanPattern = `(?:${count}\\s*${units}|半个月)`
/** The same with a blank in it, which makes two words of it. */
export const spacedSpan = `${count}\\s+${units}`

export const span = new RegExp(`^${spanPattern}$`, 'iu')

/** A length of time in the unit in which it was said. */
export type SpanSaid = { count: number; unit: 'day' | 'week' | 'month' }

/** What a span that `span` matches says; half a month is fifteen days. */
export function spanSaid(text: string): SpanSaid {
  if (text.startsWith('半')) return { count: 15, unit: 'day' }
  const [number = ''] = new RegExp(`^${count}`, 'iu').exec(text) ?? []
  const unit = text.slice(number.length).trim().toLowerCase()
  const said = { count: countOf(number.toLowerCase()) }
  if (/^(w|weeks?|个?周|个?星期|个?礼拜)$/u.test(unit)) return { ...said, unit: 'week' }
  return { ...said, unit: /^(m|months?|个月)$/u.test(unit) ? 'month' : 'day' }
}

/** The days of a span that `span` matches: a month counts thirty. */
export function daysOf(text: string): number {
  const { count, unit } = spanSaid(text)
  return count * { day: 1, week: 7, month: 30 }[unit]
}

/** The number that digits or a word of either language tell: `12`, `twelve`, `十二`. */
export function countOf(number: string): number {
  if (/^\d/.test(number)) return Number(number)
  const nth = written.indexOf(number)
  if (nth >= 0) return nth + 1
  const [tens, ones] = number.includes('十') ? number.split('十') : ['-', number]
  return (tens === '-' ? 0 : tens === '' ? 10 : digit(tens) * 10) + digit(ones)
}

function digit(character = ''): number {
  if (character === '') return 0
  return character === '两' ? 2 : digits.indexOf(character) + 1
}
