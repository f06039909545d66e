import type { Standard } from './rules.ts'

/** What completes what somebody has typed so far: the likeliest first, at most `most`. */
export type Completer = (typed: string, most: number) => Standard[]

/** What is compared of one record. */
export type Reading = {
  /** Present and other names in small letters and digits alone: `gbt436972024`. */
  names: string[]
  /** The same from their first digit on. */
  numbers: string[]
  /** The same, parted where letters and digits meet: ` gb t 43697 2024 `. */
  runs: string[]
  /** Titles in letters and digits alone, and word by word. */
  titles: string[]
  words: string
}

/** A standard that may be offered, and what leads to it: its own record, and those of the same project. */
export type Offer = { standard: Standard; readings: readonly Reading[] }

type Asked = { compact: string; runs: string[]; words: string[] }

/** Reads the names and titles of one record. */
export function readForCompletion({ designation, otherNames, titles: { zh, en } }: Standard): Reading {
  const names = [designation, ...otherNames].map(folded)
  const titles = [zh, en].flatMap((title) => title ?? []).map(folded)
  return {
    names: names.map(compacted),
    numbers: names.map((name) => compacted(name).replace(/^\D+/, '')),
    runs: names.map((name) => ` ${runsOf(name).join(' ')} `),
    titles: titles.map(compacted),
    words: ` ${titles.join(' ')} `,
  }
}

/**
 * A completer over these standards. A name is completed from its beginning, from its number, and where words are left
 * out of it (`iso 270` for ISO/IEC 27001); a title by the beginnings of its words and by any part of its Chinese.
 */
export function completer(offers: readonly Offer[]): Completer {
  const entries = inOrder(offers)
  return (typed, most) => {
    const asked = askedBy(typed)
    const found = new Set<Offer>()
    for (const answers of asked.compact === '' ? [] : likelyFirst) {
      if (found.size >= most) break
      const more = entries.filter(
        (entry) => !found.has(entry) && entry.readings.some((reading) => answers(reading, asked)),
      )
      // Of the shortest title the words say most.
      if (answers === hasTitle) more.sort((a, b) => shortest(a) - shortest(b))
      for (const entry of more) found.add(entry)
    }
    return [...found].slice(0, most).map(({ standard }) => standard)
  }
}

function startsName({ names }: Reading, { compact }: Asked): boolean {
  return names.some((name) => name.startsWith(compact))
}

function startsNumber({ numbers }: Reading, { compact }: Asked): boolean {
  return numbers.some((number) => number.startsWith(compact))
}

/** What was typed stands in a name, in its order, the last part only begun. */
function hasRuns({ runs }: Reading, asked: Asked): boolean {
  return runs.some((name) => {
    let from = 0
    return asked.runs.every((run, at) => {
      const isLast = at === asked.runs.length - 1
      const place = name.indexOf(isLast ? ` ${run}` : ` ${run} `, from)
      from = place + run.length + 1
      return place !== -1
    })
  })
}

function hasTitle({ titles, words }: Reading, asked: Asked): boolean {
  return asked.words.every((word) =>
    han.test(word) ? titles.some((title) => title.includes(word)) : words.includes(` ${word}`),
  )
}

const likelyFirst = [startsName, startsNumber, hasRuns, hasTitle]
const han = /\p{Script=Han}/u

function shortest({ readings }: Offer): number {
  return Math.min(...readings.flatMap(({ titles }) => titles.map(({ length }) => length)))
}

/** Nobody completes what is longer. */
const longestTyped = 200

function askedBy(typed: string): Asked {
  const text = folded(typed.slice(0, longestTyped))
  return {
    compact: compacted(text),
    runs: runsOf(text),
    words: text.split(' ').filter((word) => word !== ''),
  }
}

/** By name, parts in the order of their numbers; the newest edition of a text first, since it is the one usually meant. */
function inOrder(offers: readonly Offer[]): Offer[] {
  return offers
    .map((entry) => {
      const { designation } = entry.standard
      const [edition = ''] = year.exec(designation) ?? []
      const text = designation.replace(year, '').replace(/\d+/g, (digits) => digits.padStart(8, '0'))
      return { entry, text, edition }
    })
    .sort((a, b) => compare(a.text, b.text) || compare(b.edition, a.edition))
    .map(({ entry }) => entry)
}

const year = /[-:](?:19|20)\d\d(?=$|\/)/

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

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
