import { shorten } from './mrkdwn.ts'

/** As much of a cell is quoted as tells which it is. */
const longestQuoted = 60

/** A cell on one line, as far as it tells which it is. */
export function quoted(text: string): string {
  return shorten(oneLine(text), longestQuoted)
}

/** So much of what is the same is shown before a difference. */
const longestLead = 12

/** Texts to be compared, cut so that their first difference is within what is shown of each. */
export function quotedApart(texts: readonly string[]): string[] {
  const plain = texts.map(oneLine)
  const filled = plain.filter((text) => text !== '')
  const same = sameAtStart(filled)
  if (same <= longestQuoted - longestLead || filled.every((text) => text.length <= longestQuoted))
    return plain.map(quoted)
  // A character of two units is kept whole or left out.
  const rest = (text: string) => text.slice(same - longestLead).replace(/^[\uDC00-\uDFFF]/, '')
  return plain.map((text) => (text === '' ? '' : quoted(`…${rest(text)}`)))
}

/** How many characters all of the texts begin with. */
function sameAtStart([first = '', ...others]: readonly string[]): number {
  let at = 0
  while (at < first.length && others.every((text) => text[at] === first[at])) at++
  return at
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
