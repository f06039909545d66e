/** How far ahead somebody looks: `2w`, `10 days`, `3个月`. */
export const spanUnits = '(?:d|days?|天|日|w|weeks?|周|星期|m|months?|月|个月)'
export const span = new RegExp(`^(\\d{1,3})\\s*(${spanUnits})$`, 'iu')

/** The days of a span that `span` matches: a month counts thirty. */
export function daysOf(text: string): number {
  const [, digits = '0', typed = ''] = span.exec(text) ?? []
  const count = Number(digits)
  const unit = typed.toLowerCase()
  if (/^(w|weeks?|周|星期)$/.test(unit)) return count * 7
  return /^(m|months?|月|个月)$/.test(unit) ? count * 30 : count
}
