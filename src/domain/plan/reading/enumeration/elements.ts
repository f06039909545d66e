import type { Span } from '../printed-text.ts'

/** Parts a stretch at a separator, but nowhere inside the stretches that are to stay whole. */
export function elementsOf(
  folded: string,
  { from, to }: Span,
  separator: RegExp,
  whole: readonly Span[],
): Span[] {
  const elements: Span[] = []
  let start = from
  for (const { 0: mark, index } of folded.slice(from, to).matchAll(separator)) {
    const at = from + index
    if (whole.some((span) => span.from < at + mark.length && at < span.to)) continue
    elements.push({ from: start, to: at })
    start = at + mark.length
  }
  return [...elements, { from: start, to }]
}

/** A stretch without what the expressions find at its start and its end, as often as they do. */
export function trimmed(folded: string, span: Span, leading: RegExp, trailing: RegExp): Span {
  let { from, to } = span
  for (;;) {
    const words = folded.slice(from, to)
    const cut = leading.exec(words)?.[0].length ?? 0
    const rest = words.slice(cut)
    const end = trailing.exec(rest)?.[0].length ?? 0
    if (cut + end === 0) return { from, to }
    from += cut
    to -= end
  }
}
