import type { Standard } from '../../../src/domain/standard/rules.ts'

type Change = Partial<Standard>

/** A national standard or project, in force unless told otherwise. */
export function gb(
  id: string,
  names: readonly string[],
  titles: readonly string[],
  change: Change = {},
): Standard {
  const [designation = '', ...otherNames] = names
  const [zh, en] = titles
  return {
    id,
    designation,
    otherNames,
    titles: { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) } as Standard['titles'],
    stages: 'gb',
    stage: '60',
    asOf: '2026-11',
    source: 'a list',
    replaces: [],
    twins: [],
    topics: [],
    history: [],
    ...change,
  }
}

/** A record of ISO's, whose id is its name. */
export function iso(designation: string, en: string, stage: string, change: Change = {}): Standard {
  return { ...gb(designation, [designation], [], { stages: 'iso', stage }), titles: { en }, ...change }
}
