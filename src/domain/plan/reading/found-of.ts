import type { Found } from './outline.ts'
import { asPrinted, type PrintedText, type Span } from './printed-text.ts'

/** Puts together what was found in several places: each value once, by its first place, with all its words. */
export function foundOf<Value extends string>(
  text: PrintedText,
  matches: readonly { value: Value; parts: readonly Span[] }[],
): Found<Value>[] {
  const byValue = new Map<Value, Set<string>>()
  for (const { value, parts } of matches) {
    const words = byValue.get(value) ?? new Set()
    for (const part of parts) words.add(asPrinted(text, part))
    byValue.set(value, words)
  }
  return [...byValue].map(([value, words]) => ({ value, words: [...words] }))
}
