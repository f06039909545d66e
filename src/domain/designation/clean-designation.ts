/** Input is read up to this many characters; no designation comes near it. */
export const longestInput = 4_000

const invisible = /\p{Cf}|\p{Variation_Selector}/gu
const dashes = /[\u2010-\u2015\u2212\u2500\ufe58\ufe63]/g
const slashes = /[\u2215\u2044\u29f8\\]/g
const titleMarks = /[《》〈〉「」『』【】〔〕“”„"`´]/g
const blanks = /[\p{Cc}\s]+/gu
const openers = "'‘’*_~<,;:.!?。、…·|-/ "
const closers = "'‘’*_~>,;:.!?。、…·|-/ "

/**
 * The text as the grammar reads it: compatibility forms folded (NFKC), one kind of dash and of slash, no title or
 * quotation marks, no invisible or control characters, single spaces, nothing but the text at either end.
 * Upper and lower case stay as they are. Cleaning twice is cleaning once.
 */
export function cleanDesignation(text: string): string {
  const folded = text.slice(0, longestInput).replace(invisible, '').normalize('NFKC')
  const plain = folded
    .slice(0, longestInput)
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(/-{2,}/g, '-')
    .replace(slashes, '/')
    .replace(titleMarks, ' ')
    .replace(blanks, ' ')
  return withoutEdges(plain)
}

function withoutEdges(text: string): string {
  let start = 0
  let end = text.length
  for (;;) {
    const before = end - start
    while (start < end && openers.includes(text.charAt(start))) start++
    while (end > start && closers.includes(text.charAt(end - 1))) end--
    const pair = text.charAt(start) + text.charAt(end - 1)
    if (end - start > 1 && (pair === '()' || pair === '[]') && enclosing(text, start, end)) {
      start++
      end--
    }
    if (end - start === before) return text.slice(start, end)
  }
}

/** Whether the bracket that opens at `start` closes only at the end, unlike in `(a) b (c)`. */
function enclosing(text: string, start: number, end: number): boolean {
  const opening = text.charAt(start)
  const closing = text.charAt(end - 1)
  let depth = 0
  for (let at = start; at < end; at++) {
    const here = text.charAt(at)
    if (here === opening) depth++
    if (here === closing) depth--
    if (depth === 0) return at === end - 1
  }
  return false
}
