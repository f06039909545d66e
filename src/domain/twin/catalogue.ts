import type { Standard } from '../standard/rules.ts'
import type { Store } from '../store.ts'
import { isNear, numbersOf, type TwinLinks, twinLinks } from './links.ts'
import { type TwinName, twinName } from './twin-name.ts'

/** The links between all records, kept from one question to the next. */
export type TwinCatalogue = {
  /** As of now, read with the store given: inside a transaction, its own. */
  current(store: Store): Promise<TwinLinks>
}

type Kept = {
  version: number
  links: TwinLinks
  /** What may be an end of a link; a small part of all standards. */
  near: Map<string, Standard>
  numbers: ReadonlySet<string>
}

/**
 * Reads all standards once and after that what has changed; all of them again only when a twin is named under a number
 * that no twin had before. What no link can concern is not kept. A name is read once.
 */
export function twinCatalogue(): TwinCatalogue {
  let kept: Kept | undefined
  /** Whoever finds it out of date shares the work with all who ask meanwhile. */
  let work: { store: Store; version: number; kept: Promise<Kept> } | undefined
  const names = new Map<string, TwinName>()

  function read(text: string): TwinName {
    const known = names.get(text) ?? twinName(text)
    names.set(text, known)
    return known
  }

  function keep(version: number, all: Iterable<Standard>, numbers: ReadonlySet<string>): Kept {
    const near = new Map<string, Standard>()
    for (const standard of all) if (isNear(standard, numbers)) near.set(standard.id, standard)
    return { version, near, numbers, links: twinLinks([...near.values()], read) }
  }

  async function readAll(store: Store, version: number): Promise<Kept> {
    const all = await store.standards.all()
    return keep(version, all, new Set(all.flatMap(numbersOf)))
  }

  async function bringUpToDate(store: Store, before: Kept, version: number): Promise<Kept> {
    const changed = await store.standards.changedSince(before.version)
    if (changed.flatMap(numbersOf).some((number) => !before.numbers.has(number)))
      return readAll(store, version)
    const concerned = changed.filter(
      (standard) => before.near.has(standard.id) || isNear(standard, before.numbers),
    )
    if (concerned.length === 0) return { ...before, version }
    const near = new Map(before.near)
    for (const standard of concerned) near.set(standard.id, standard)
    return keep(version, near.values(), before.numbers)
  }

  return {
    async current(store) {
      const version = await store.standards.version()
      if (kept?.version === version) return kept.links
      if (work?.store === store && work.version === version) return (await work.kept).links
      // An older version than before: what was read in a transaction did not come to be.
      const isNewer = kept !== undefined && kept.version < version
      const mine = {
        store,
        version,
        kept: isNewer && kept ? bringUpToDate(store, kept, version) : readAll(store, version),
      }
      work = mine
      try {
        kept = await mine.kept
        return kept.links
      } finally {
        if (work === mine) work = undefined
      }
    },
  }
}
