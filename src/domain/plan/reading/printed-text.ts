/** A stretch of a text by its places, the end not included. */
export type Span = { from: number; to: number }

/**
 * A text as it is compared, and where each of its characters stands in print: compatibility forms folded (NFKC), one
 * kind of dash, apostrophe and blank, nothing invisible. Upper and lower case stay as they are.
 */
export type PrintedText = {
  printed: string
  folded: string
  starts: readonly number[]
  ends: readonly number[]
}

/** A character with the marks above and below it: folded alone, each keeps its place. */
const characters = /\P{M}\p{M}*|\p{M}+/gu
const invisible = /\p{Cf}|\p{Variation_Selector}/gu
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/g
const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g
const blanks = /[\p{Cc}\s]/gu

/** Folds a text for comparison, without losing where its words are printed. */
export function printedText(printed: string): PrintedText {
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  for (const { 0: character, index } of printed.matchAll(characters)) {
    const plain = character
      .normalize('NFKC')
      .replace(invisible, '')
      .replace(dashes, '-')
      .replace(apostrophes, "'")
      .replace(blanks, ' ')
    folded += plain
    for (let at = 0; at < plain.length; at++) {
      starts.push(index)
      ends.push(index + character.length)
    }
  }
  return { printed, folded, starts, ends }
}

/** The words of a stretch of the folded text, as they are printed. */
export function asPrinted({ printed, starts, ends }: PrintedText, { from, to }: Span): string {
  return printed.slice(starts[from] ?? 0, ends[to - 1] ?? 0)
}

/** Whether two stretches share a character. */
export function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to
}
