import { designationInText, type Parsed } from './parse-designation.ts'
import { printDesignation } from './print-designation.ts'

/** What a long message may name; whoever lists more wants a list. */
const mostFound = 50

/** Every designation in a text, printed, in the order in which they stand there, each once. Digits alone are none. */
export function designationsInText(text: string): string[] {
  const found = new Set<string>()
  // The grammar looks at so many words and no more; no designation goes over one of these marks, but for a title.
  for (const piece of text.split(/[\r\n,，、。；;！？!?]+(?![^《》]{0,100}》)/u)) {
    let rest = piece
    while (found.size < mostFound) {
      const next = designationInText(rest)
      const name = next && nameOf(next)
      if (name === undefined || next === undefined || !('rest' in next)) break
      found.add(name)
      rest = next.rest
    }
  }
  return [...found]
}

/** Of two readings the likelier is believed. */
function nameOf(parsed: Parsed): string | undefined {
  if (parsed.kind === 'designation') return printDesignation(parsed.designation)
  const [likelier] = parsed.kind === 'ambiguous' ? parsed.readings : []
  return likelier && printDesignation(likelier)
}
