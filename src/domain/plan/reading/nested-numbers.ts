import type { DocumentLine } from './document-line.ts'
import type { Label } from './read-label.ts'

const style = '1.'

/**
 * The lines with such plain numbers as stand below another level that itself stands below plain numbers made a style of
 * their own: `1.` has `(1)` below it, and that again `1.`. Undefined where there are none.
 */
export function nestedNumbers(lines: readonly DocumentLine[]): DocumentLine[] | undefined {
  let outer = 0
  let inner = 0
  let between: string | undefined
  let isBelow = false
  let isFound = false
  const result = lines.map((line, at) => {
    const { label, heading } = line
    if (label?.number === undefined || heading !== undefined) return line
    if (label.style !== style) {
      if (outer > 0 && !isBelow) between ??= label.style
      isBelow = label.style === between
      return line
    }
    const isNextOuter = label.number === outer + 1
    const isNextInner = between !== undefined && isBelow && (label.number === inner + 1 || label.number === 1)
    // What either may be next is of the upper level where the other stands below it and it does not count on.
    const isUpper =
      labelBehind(lines, at, () => true)?.style === between &&
      labelBehind(lines, at, (next) => next.style === style)?.number !== label.number + 1
    if (!isNextInner || (isNextOuter && isUpper)) {
      outer = label.number
      isBelow = false
      return line
    }
    inner = label.number
    isFound = true
    return { ...line, label: { ...label, style: `${style} within` } }
  })
  return isFound ? result : undefined
}

function labelBehind(
  lines: readonly DocumentLine[],
  at: number,
  isMeant: (label: Label) => boolean,
): Label | undefined {
  for (let next = at + 1; next < lines.length; next += 1) {
    const label = lines[next]?.label
    if (label !== undefined && isMeant(label)) return label
  }
  return undefined
}
