import type { Project } from '../standard/projects.ts'
import type { StandardRecord } from '../standard/record.ts'
import type { Catalogue } from './catalogue.ts'

/**
 * The present records of the projects that say they replace this one. A name that bears no year, as those of RFCs, is
 * meant without one, whenever the text came out.
 */
export function replacers(catalogue: Catalogue, project: Project): StandardRecord[] {
  const found = project.records.flatMap(({ present, year }) =>
    present === undefined
      ? []
      : catalogue
          .named(present.key)
          .filter((name) => name.role === 'replaced' && (name.year === present.year || name.year === year))
          .map((name) => catalogue.projectOf(name.record)),
  )
  return [...new Set(found)].filter((one) => one !== project).map(({ current }) => current)
}

/** Follows a text that is no more to what is out in its place, over all that came between; the last known where nothing is. */
export function lastInPlaceOf(catalogue: Catalogue, record: StandardRecord): StandardRecord {
  const seen = new Set([record])
  let last = record
  for (;;) {
    const next = replacers(catalogue, catalogue.projectOf(last)).filter(({ state }) => state !== 'draft')
    const [found] = [...next.filter(({ state }) => state === 'published'), ...next].filter(
      (one) => !seen.has(one),
    )
    if (found === undefined) return last
    seen.add(found)
    last = found
  }
}
