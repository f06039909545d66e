/** Input is read up to this many characters; no designation comes near it. */
export const longestInput = 4_000

const invisible = /\p{Cf}|\p{Variation_Selector}/gu
/** A soft hyphen between digits was a hyphen where the text was set; elsewhere it is invisible. */
const softHyphen = /(?<=\d)\u00ad(?=\d)/g
const dashes = /[\u02d7\u2010-\u2015\u2043\u2212\u2500\u2501\u2796\ufe58\ufe63]/g
/** The Chinese one and the Japanese long vowel sign look like a dash, and are read as one by machines. */
const dashLike = /(?<=\d) ?[一ー] ?(?=(?:19|20)\d{2}(?!\d))/g
const slashes = /[\u2215\u2044\u2571\u29f8\\]/g
const ratio = /\u2236/g
const points = /(?<=\d)[。·・•‧∙⋅](?=\d)/g
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
  const folded = text.slice(0, longestInput).replace(softHyphen, '-').replace(invisible, '').normalize('NFKC')
  const plain = folded
    .slice(0, longestInput)
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(/-{2,}/g, '-')
    .replace(slashes, '/')
    .replace(ratio, ':')
    .replace(titleMarks, ' ')
    .replace(blanks, ' ')
    .replace(dashLike, '-')
    .replace(points, '.')
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
