/** What a full stop does not end. */
const abbreviation =
  /(?:^|[\s(（“"'/])(?:e\.g|i\.e|cf|vs|viz|approx|incl|esp|resp|No|Nos|Vol|Fig|Figs|Art|Sec|Ch|pp?|ed|eds|Dr|Mr|Mrs|Ms|Prof|St|Inc|Ltd|Co|Corp|Dept|Rev|Ver|Amd|Cor|(?:[A-Za-z]\.)*[A-Za-z])\.$/
const longestAbbreviation = 20
/** A month that is cut short goes on with its day or its year. */
const shortMonth = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/
/** Words that seldom follow a short form otherwise than at the start of a sentence. */
const starters = /^["“(]?(?:The|A|An|In|It|This|These|Such|They|We|All|Each|For|To|By|On|At|Specifically)\s/

/** The sentences of a paragraph, without the blanks between them. A semicolon ends none. */
export function sentences(text: string): string[] {
  const found: string[] = []
  let start = 0
  for (const stop of text.matchAll(
    /[。！？][”’」』）)"]*|(?<![.!?])[.!?]+[”’")\]]*(?=\s|$|\p{Script=Han})/gu,
  )) {
    const end = stop.index + stop[0].length
    if (!isEnd(text, start, stop.index, end)) continue
    found.push(text.slice(start, end).trim())
    start = end
  }
  found.push(text.slice(start).trim())
  return found.filter((sentence) => sentence !== '')
}

/** Without the full stop or the colon at its end; that of an abbreviation stays. */
export function withoutStop(sentence: string): string {
  const bare = sentence.replace(/(?<![\s。．；;：:])[\s。．；;：:]+$/u, '')
  if (!bare.endsWith('.') || bare.endsWith('..')) return bare
  return abbreviation.test(bare) || /\betc\.$/.test(bare) ? bare : bare.slice(0, -1)
}

function isEnd(text: string, start: number, at: number, end: number): boolean {
  if (/^[。！？]/.test(text.slice(at))) return true
  const before = text.slice(Math.max(start, at - longestAbbreviation), at + 1)
  const behind = text.slice(end).trimStart()
  if (behind === '') return true
  if (/^\p{Ll}/u.test(behind)) return false
  if (shortMonth.test(before) && /^\d/.test(behind)) return false
  if (/\betc\.$/.test(before)) return /^["“(]?(?:\p{Lu}\p{Ll}|A\s)/u.test(behind)
  // A closing year or number of a committee (`SC 27.`) is none of these.
  if (abbreviation.test(before)) return starters.test(behind) && !/(?:e\.g|i\.e|cf|vs|No|Nos)\.$/.test(before)
  // The rest of a number that was parted: `ISO/IEC 27001. 2022`.
  return !/^\d{4}\b/.test(behind) || !/\d\.$/.test(before)
}
