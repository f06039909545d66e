import { append } from './append.ts'
import type { Catalogue } from './catalogue.ts'
import type { FinderEntry } from './entry.ts'
import { isOfFamily, splitFamilies } from './families.ts'
import { compactTitle, foldTitle, withoutFamily } from './fold-title.ts'
import type { NameIndex } from './name-index.ts'
import { type TitleHit, titleIndex } from './title-index.ts'

/** Finding by what a text is called; of several records of one text only the most current is given. */
export type TitleFinder = {
  /** Entries with exactly this title, with or without the name of its family. */
  whole(title: string): FinderEntry[]
  /** Entries that answer the words, and those that come near where none does. */
  byWords(query: string): { found: FinderEntry[]; near: FinderEntry[] }
}

const enoughCoverage = 0.6
const closeToBest = 0.15

/** A finder over the titles of a catalogue; `names` finds the numbers that stand among the words. */
export function titleFinder(all: Catalogue, names: NameIndex): TitleFinder {
  const { entries, withoutOlder } = all
  const folded = entries.map((entry) => entry.titles.map(foldTitle))
  const index = titleIndex(
    entries.map((entry, at) => [...(folded[at] ?? []), ...all.wordedNamesOf(entry).map(foldTitle)]),
  )
  const place = new Map(entries.map((entry, at) => [entry, at]))
  const whole = new Map<string, FinderEntry[]>()
  const shortened = new Map<string, FinderEntry[]>()
  for (const [at, entry] of entries.entries()) {
    for (const title of folded[at] ?? []) {
      append(whole, compactTitle(title), entry)
      append(shortened, compactTitle(withoutFamily(title)), entry)
    }
  }

  const numbered = (digits: string) => names.numbered(digits).map(({ entry }) => place.get(entry) ?? 0)
  const entriesOf = (hits: readonly Pick<TitleHit, 'at'>[]) => hits.flatMap(({ at }) => entries[at] ?? [])
  const isOfAll = (families: readonly string[]) => (entry: FinderEntry) =>
    families.every((family) => all.designationsOf(entry).some((one) => isOfFamily(one, family)))

  return {
    whole(title) {
      const asked = foldTitle(title)
      const same = whole.get(compactTitle(asked)) ?? shortened.get(compactTitle(withoutFamily(asked)))
      return withoutOlder(same ?? [])
    },
    byWords(query) {
      const { families, words } = splitFamilies(query)
      const fits = isOfAll(families)
      if (foldTitle(words) === '') {
        return { found: families.length > 0 ? withoutOlder(entries.filter(fits)) : [], near: [] }
      }
      const hits = index.search(words, numbered)
      const fitting = families.length > 0 ? hits.filter(({ at }) => entriesOf([{ at }]).some(fits)) : hits
      const found = withoutOlder(entriesOf(goodHits(fitting)))
      return { found, near: found.length > 0 ? [] : withoutOlder(entriesOf(hits)) }
    },
  }
}

/** Complete answers alone where there are any; else those that are nearly as good as the best. */
function goodHits(hits: readonly TitleHit[]): TitleHit[] {
  const complete = hits.filter((hit) => hit.complete)
  if (complete.length > 0) return complete
  const best = hits[0]?.coverage ?? 0
  return hits.filter(({ coverage }) => coverage >= Math.max(enoughCoverage, best - closeToBest))
}
