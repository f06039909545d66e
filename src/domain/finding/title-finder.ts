import { isDeepStrictEqual } from 'node:util'
import type { Day } from '../calendar/day.ts'
import { presentProject } from '../standard/projects.ts'
import type { StandardRecord } from '../standard/record.ts'
import type { Catalogue } from './catalogue.ts'
import { isOfFamilies, splitFamilies } from './families.ts'
import { compactTitle, foldTitle } from './fold-title.ts'
import { createTitleIndex, type TitleHits } from './title-index.ts'
import { top } from './top.ts'
import { createWholeTitles } from './whole-titles.ts'

/** Texts that answer, each by the record that speaks for it now, the likeliest first; `total` may be more. */
export type Titled = { records: StandardRecord[]; total: number }

/** Finding by what a text is called; of several records of one text the present one is given. */
export type TitleFinder = {
  /** To be called for a record that is new, and for one that changed, with what it was before. */
  put(record: StandardRecord, before: StandardRecord | undefined): void
  /** Texts with exactly this title or worded name, with or without the name of the family. */
  whole(title: string, today: Day): StandardRecord[]
  /** The `most` likeliest that answer the words, and those that come near where none does. */
  byWords(
    query: string,
    options: { today: Day; most: number; committeeNames: readonly string[] },
  ): {
    found: Titled
    near: StandardRecord[]
  }
  /** The numbers of all texts that answer the words. */
  textsWith(query: string, committeeNames: readonly string[]): Set<number>
}

const mostNear = 10

/** A finder over the titles of a catalogue; what the catalogue holds already is put in. */
export function titleFinder(catalogue: Catalogue): TitleFinder {
  const index = createTitleIndex()
  const whole = createWholeTitles()

  function titlesAt(place: number): string[] {
    const record = catalogue.at(place)
    return record === undefined ? [] : titlesOf(record)
  }

  function put(record: StandardRecord, before: StandardRecord | undefined): void {
    const place = catalogue.placeOf(record)
    if (before !== undefined) {
      // A stage that moved changes no words: hardly any change does.
      if (isCalledTheSame(before, record)) return
      const titles = titlesOf(before)
      index.remove(place, titles)
      whole.remove(place, titles)
    }
    const titles = titlesOf(record)
    index.add(place, titles)
    whole.add(place, titles)
  }

  for (const record of catalogue.all()) put(record, undefined)

  /** The best place of each text, in this order; what speaks for the text now is found for those alone. */
  function presentOnes({ places, compare: likelier }: TitleHits, today: Day, most: number): Titled {
    // Two processes that took the same standards in one after the other must show the same pages.
    const compare = (a: number, b: number) => likelier(a, b) || compareIds(a, b)
    const best = new Map<number, number>()
    for (const place of places) {
      const text = catalogue.textAt(place)
      const known = best.get(text)
      if (known === undefined || compare(place, known) < 0) best.set(text, place)
    }
    const records = top(best.values(), most, compare).flatMap((place) => {
      const record = catalogue.at(place)
      return record === undefined ? [] : [presentOf(record, today)]
    })
    return { records, total: best.size }
  }

  function presentOf(record: StandardRecord, today: Day): StandardRecord {
    const project = catalogue.projectOf(record)
    return presentProject(catalogue.projectsOn(project.key), today)?.current ?? project.current
  }

  function placesOf(records: Iterable<StandardRecord>): number[] {
    return [...records].map((record) => catalogue.placeOf(record))
  }

  function compareIds(a: number, b: number): number {
    const left = catalogue.at(a)?.standard.id ?? ''
    const right = catalogue.at(b)?.standard.id ?? ''
    return left < right ? -1 : left > right ? 1 : 0
  }

  const inOrder = () => 0

  /** What answers the words in the families that they name, and on demand what answers them in any. */
  function search(query: string, committeeNames: readonly string[]) {
    const { families, words, isCommittee } = splitFamilies(query, committeeNames)
    const folded = foldTitle(words)
    if (folded === '') {
      const isAnything = families.length > 0 || isCommittee
      const all = isAnything ? catalogue.all().filter((one) => isOfFamilies(one, families)) : []
      const hits: TitleHits = { places: placesOf(all), compare: inOrder }
      return { families, hits, anyFamily: () => hits }
    }
    const look = {
      numbered: (digits: string) => placesOf(new Set(catalogue.numbered(digits).map(({ record }) => record))),
      chineseAt: (place: number) => catalogue.at(place)?.standard.titles.zh ?? '',
    }
    const fits = (place: number) => {
      const record = families.length === 0 ? undefined : catalogue.at(place)
      return record === undefined || isOfFamilies(record, families)
    }
    return {
      families,
      hits: index.search(folded, { ...look, fits }),
      anyFamily: () => index.search(folded, { ...look, fits: () => true }),
    }
  }

  return {
    put,
    whole(title, today) {
      const folded = foldTitle(title)
      const places = whole.find(folded, (place) => titlesAt(place))
      return presentOnes({ places, compare: inOrder }, today, places.length).records
    },
    byWords(query, { today, most, committeeNames }) {
      const { families, hits, anyFamily } = search(query, committeeNames)
      const found = presentOnes(hits, today, most)
      if (found.total > 0 || families.length === 0) return { found, near: [] }
      return { found, near: presentOnes(anyFamily(), today, mostNear).records }
    },
    textsWith(query, committeeNames) {
      return new Set(search(query, committeeNames).hits.places.map((place) => catalogue.textAt(place)))
    },
  }
}

/** Folded titles, and names that are no designations: people ask for those by their words too. */
function titlesOf({ standard: { titles }, wordedNames }: StandardRecord): string[] {
  const all = wordedNames.length === 0 ? [titles.zh, titles.en] : [titles.zh, titles.en, ...wordedNames]
  return all.flatMap((title) => (title === undefined || title === '' ? [] : [foldTitle(title)]))
}

function isCalledTheSame(a: StandardRecord, b: StandardRecord): boolean {
  return (
    a.standard.titles.zh === b.standard.titles.zh &&
    a.standard.titles.en === b.standard.titles.en &&
    isDeepStrictEqual(a.wordedNames, b.wordedNames)
  )
}

/** Whether a query is a worded name or title at all. */
export function isNothing(query: string): boolean {
  return compactTitle(foldTitle(query)) === ''
}
