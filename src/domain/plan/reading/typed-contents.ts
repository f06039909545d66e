import type { Paragraph } from './outline.ts'
import { readLabel } from './read-label.ts'

const withPage = /^(.*\S)\s+\d{1,3}$/

/**
 * The lines of a table of contents that was typed, without dots: two at least, each a heading that stands again further
 * below, with the number of its page behind it.
 */
export function typedContents(paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const lastOf = new Map<string, number>()
  for (const [at, { text }] of paragraphs.entries()) lastOf.set(withoutLabel(text), at)
  const found = paragraphs.filter(({ text, heading }, at) => {
    const entry = heading === undefined ? withPage.exec(text.trim())?.[1] : undefined
    return entry !== undefined && (lastOf.get(withoutLabel(entry)) ?? -1) > at
  })
  return new Set(found.length > 1 ? found : [])
}

function withoutLabel(text: string): string {
  const plain = text.trim()
  return readLabel(plain)?.rest || plain
}
