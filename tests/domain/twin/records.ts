import type { Day } from '../../../src/domain/calendar/day.ts'
import type { Standard, TwinRelation } from '../../../src/domain/standard/rules.ts'
import { type Drift, driftsOf } from '../../../src/domain/twin/drift.ts'
import { type TwinLink, twinLinks } from '../../../src/domain/twin/links.ts'
import { standard } from '../committee/small-committee.ts'

/** A Monday. */
export const today: Day = '2026-11-23'

const bare = { titles: { en: 'Title' }, source: 'list', asOf: '2026-10' }

/** A record of ISO, its name being its id. */
export function iso(designation: string, stage: string, change: Partial<Standard> = {}): Standard {
  return standard(designation, { ...bare, designation, stages: 'iso', stage, group: 'SG1', ...change })
}

/** A national record, its name being its id, with one twin. */
export function national(
  designation: string,
  stage: string,
  [relation, twin]: [TwinRelation, string],
  change: Partial<Standard> = {},
): Standard {
  return standard(designation, {
    ...bare,
    designation,
    stages: 'gb',
    stage,
    twins: [{ designation: twin, relation }],
    ...change,
  })
}

/** The one link between these records. */
export function onlyLink(...records: Standard[]): TwinLink {
  const { all } = twinLinks(records)
  const [link] = all
  if (link === undefined || all.length > 1) throw new Error(`${all.length} links`)
  return link
}

/** How that link drifts, with the name of the record by which it is known and what else is told. */
export function drifts(records: Standard[], on = today) {
  return driftsOf(onlyLink(...records), on).map(({ of, ...rest }: Drift) => ({
    ...rest,
    of: of.designation,
    ...('others' in rest && { others: rest.others.map(({ designation }) => designation) }),
  }))
}
