import type { Standard } from './rules.ts'

/** What completes what somebody has typed so far: the likeliest first, at most `most`. */
export type Completer = (typed: string, most: number) => Standard[]

type Entry = {
  standard: Standard
  /** Present and other names in small letters and digits alone: `gbt436972024`. */
  names: string[]
  /** The same, parted where letters and digits meet: `gb t 43697 2024`. */
  runs: string[][]
  /** Titles in letters and digits alone, and their words. */
  titles: string[]
  words: string[]
}

/**
 * A completer over these standards. A name is completed from its beginning, from its number, and where words are left
 * out of it (`iso 270` for ISO/IEC 27001); a title by the beginnings of its words and by any part of its Chinese.
 */
export function completer(standards: Iterable<Standard>): Completer {
  const entries = [...standards].map(entryOf).sort(byName)
  return (typed, most) => {
    const asked = askedBy(typed)
    if (asked.compact === '') return []
    const ranked: Entry[][] = [[], [], [], []]
    for (const entry of entries) ranked[likeness(entry, asked)]?.push(entry)
    const [begun = [], numbered = [], parted = [], titled = []] = ranked
    // Of the shortest title the words say most.
    titled.sort((a, b) => shortest(a) - shortest(b))
    return [...begun, ...numbered, ...parted, ...titled].slice(0, most).map(({ standard }) => standard)
  }
}

type Asked = { compact: string; runs: string[]; words: string[] }

function askedBy(typed: string): Asked {
  const text = folded(typed.slice(0, longestTyped))
  return {
    compact: compacted(text),
    runs: runsOf(text),
    words: text.split(' ').filter((word) => word !== ''),
  }
}

/** Nobody completes what is longer. */
const longestTyped = 200

/** 0 for the beginning of a name, 1 for that of its number, 2 for parts of it, 3 for the title; -1 for none of these. */
function likeness({ names, runs, titles, words }: Entry, asked: Asked): number {
  if (names.some((name) => name.startsWith(asked.compact))) return 0
  if (/^\d/.test(asked.compact) && names.some((name) => name.replace(/^\D+/, '').startsWith(asked.compact)))
    return 1
  if (runs.some((run) => isWithin(asked.runs, run))) return 2
  const answers = (word: string) =>
    /\p{Script=Han}/u.test(word)
      ? titles.some((title) => title.includes(compacted(word)))
      : words.some((one) => one.startsWith(word))
  return asked.words.every(answers) ? 3 : -1
}

function shortest({ titles }: Entry): number {
  return Math.min(...titles.map(({ length }) => length))
}

/** Whether what was typed stands in the name, in its order, the last part only begun. */
function isWithin(typed: readonly string[], name: readonly string[]): boolean {
  let from = 0
  for (const [at, run] of typed.entries()) {
    const isLast = at === typed.length - 1
    const found = name.findIndex(
      (one, place) => place >= from && (isLast ? one.startsWith(run) : one === run),
    )
    if (found === -1) return false
    from = found + 1
  }
  return true
}

function entryOf(standard: Standard): Entry {
  const names = [standard.designation, ...standard.otherNames].map(folded)
  const titles = [standard.titles.zh, standard.titles.en].flatMap((title) => title ?? []).map(folded)
  return {
    standard,
    names: names.map(compacted),
    runs: names.map(runsOf),
    titles: titles.map(compacted),
    words: titles.flatMap((title) => title.split(' ')),
  }
}

/** The newest edition of a text first: it is the one that is usually meant. */
function byName(a: Entry, b: Entry): number {
  const [one = '', other = ''] = [a, b].map(({ standard }) => standard.designation.replace(year, ''))
  return order.compare(one, other) || order.compare(b.standard.designation, a.standard.designation)
}

const year = /[-:](?:19|20)\d\d(?=$|\/)/
const order = new Intl.Collator('en', { numeric: true })

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function compacted(text: string): string {
  return text.replaceAll(' ', '')
}

function runsOf(text: string): string[] {
  return text.match(/\d+|[^\s\d]+/g) ?? []
}
