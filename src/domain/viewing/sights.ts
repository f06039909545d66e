import type { Context } from '../context.ts'
import { type Standards, standards } from '../standard/service.ts'
import { type TwinCatalogue, twinCatalogue } from '../twin/catalogue.ts'
import type { Viewer } from './rules.ts'
import { seenBy } from './seen-by.ts'

/** What is dear to make, as those see it from whom the same groups are hidden. */
export type Sight = { known: Standards; twins: TwinCatalogue }

/** A committee has few closed groups, and those outside all of them are by far the most. */
const mostKept = 4

type Kept = Sight & {
  /** The last change that was looked at. */
  version: number
  /** Ids of the standards that are known to be hidden. */
  hidden: Set<string>
}

/**
 * Keeps what is made of all standards for each set of hidden groups, those last looked at. An index takes in what has
 * changed and never lets go of what it has: where a standard comes to be hidden, what was made before is made anew.
 */
export function sightsOf(context: Context) {
  const kept = new Map<string, Promise<Kept>>()
  const { standards: all } = context.store

  async function make(viewer: Viewer, version: number): Promise<Kept> {
    const hidden = (await all.all()).flatMap(({ id, group }) =>
      group !== undefined && viewer.hidden.has(group) ? [id] : [],
    )
    const twins = twinCatalogue()
    const store = seenBy(context.store, { hidden: viewer.hidden })
    return { version, hidden: new Set(hidden), twins, known: standards({ ...context, store, twins }) }
  }

  /** Whether nothing has come to be hidden since it was made. */
  async function holds(sight: Kept, viewer: Viewer, version: number): Promise<boolean> {
    if (sight.version === version) return true
    const changed = await all.changedSince(sight.version)
    sight.version = version
    return changed.every(
      ({ id, group }) => group === undefined || !viewer.hidden.has(group) || sight.hidden.has(id),
    )
  }

  return async function sight(viewer: Viewer): Promise<Sight> {
    const key = [...viewer.hidden].sort().join(' ')
    const version = await all.version()
    const before = kept.get(key)
    const isKept = before !== undefined && (await holds(await before, viewer, version))
    const mine = isKept ? before : make(viewer, version)
    kept.delete(key)
    kept.set(key, mine)
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
    mine.catch(() => kept.delete(key))
    return mine
  }
}
