import type { Context } from '../context.ts'
import { type Completer, completer, type Reading, readForCompletion } from './completion.ts'
import type { Current } from './index-of-standards.ts'
import { type LinkFinder, linkFinder } from './links.ts'
import type { Standard } from './rules.ts'

type Lookups = { byLink: LinkFinder; complete: Completer }

/** So many are read before others have their turn. */
const atOnce = 100

/**
 * What leads to standards beside the finder: links, and the beginnings of what is typed. It is made when it is first
 * needed and made again when something has changed; a standard that has not is not read a second time. Of the records
 * of one project the current one speaks for all.
 */
export function lookupsOf(current: () => Promise<Current>, breathe: Context['breathe']) {
  const readings = new WeakMap<Standard, Reading>()
  let known: { version: number; lookups: Promise<Lookups> } | undefined

  async function make({ finder: { catalogue } }: Current): Promise<Lookups> {
    const records = [...catalogue.all()]
    for (const [at, { standard }] of records.entries()) {
      if (!readings.has(standard)) readings.set(standard, readForCompletion(standard))
      if (at % atOnce === atOnce - 1) await breathe()
    }
    const projects = new Set(records.map((record) => catalogue.projectOf(record)))
    const entries = [...projects].map((project) => ({
      standard: project.current.standard,
      readings: project.records.flatMap(({ standard }) => readings.get(standard) ?? []),
    }))
    const byLink = linkFinder(records.map(({ standard }) => standard))
    return {
      complete: completer(entries),
      byLink(meaning) {
        const record = catalogue.byId(byLink(meaning)?.id ?? '')
        return record && catalogue.projectOf(record).current.standard
      },
    }
  }

  return async function lookups(): Promise<Lookups> {
    const now = await current()
    if (known?.version !== now.version) {
      const making = { version: now.version, lookups: make(now) }
      known = making
      making.lookups.catch(() => {
        if (known === making) known = undefined
      })
    }
    return known.lookups
  }
}
