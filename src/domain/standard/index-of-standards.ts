import type { Context } from '../context.ts'
import { createFinder, type Finder } from '../finding/finder.ts'
import type { Standard } from './rules.ts'

/** A finder that has taken in whatever is on record, and up to which change. */
export type Current = { version: number; finder: Finder }

/** So many are taken in before others have their turn: a few milliseconds. */
const atOnce = 100

/**
 * Keeps a finder up to date with what is on record. It is built once; from then on only what has changed is read and
 * taken in, since reading a hundred thousand standards anew takes seconds and people wait for the answer. Whatever
 * finds it out of date shares the work with all who ask meanwhile.
 */
export function indexOfStandards({ store, breathe }: Pick<Context, 'store' | 'breathe'>) {
  let known: Current | undefined
  let work: Promise<void> | undefined

  async function takeIn(finder: Finder, standards: readonly Standard[]): Promise<void> {
    for (const [at, standard] of standards.entries()) {
      finder.put(standard)
      if (at % atOnce === atOnce - 1) await breathe()
    }
  }

  async function bringUpTo(version: number): Promise<void> {
    if (known === undefined) {
      const finder = createFinder([])
      await takeIn(finder, await store.standards.all())
      known = { version, finder }
      return
    }
    await takeIn(known.finder, await store.standards.changedSince(known.version))
    known.version = version
  }

  /** What is on record now, or was at the last look at it: see `Store.standards.version`. */
  return async function current(): Promise<Current> {
    for (;;) {
      const version = await store.standards.version()
      if (known !== undefined && known.version >= version) return known
      work ??= bringUpTo(version).finally(() => {
        work = undefined
      })
      await work
    }
  }
}
