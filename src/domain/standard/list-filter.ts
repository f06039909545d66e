import { addDays, type Day } from '../calendar/day.ts'
import { isOfFamilies } from '../finding/families.ts'
import { stageSystem } from '../stage/system.ts'
import type { ListKind, ListQuery } from './list-query.ts'
import { type StandardRecord, yearIn } from './record.ts'
import { type Status, statusOf } from './status.ts'

type Fits = (record: StandardRecord) => boolean

/** Whether a record is what a list is about, on `today`; its words are looked for elsewhere. */
export function fitsQuery(query: ListQuery, today: Day): Fits {
  const { groups, stages, statuses, topics, leads, years, kinds, mine, overdue, withinDays } = query
  const filters: Fits[] = []
  if (groups !== undefined) filters.push(({ standard: { group } }) => has(groups, group))
  if (leads !== undefined) filters.push(({ standard: { lead } }) => has(leads, lead))
  if (topics !== undefined)
    filters.push(({ standard }) => standard.topics.some((topic) => topics.includes(topic)))
  if (stages !== undefined)
    filters.push(
      ({ standard: { stages: system, stage } }) =>
        stages.includes(stage) || stages.includes(stageSystem(system).phase(stage)),
    )
  if (years !== undefined)
    filters.push(
      ({ year, present, standard }) =>
        has(years, year) || has(years, present?.year) || has(years, yearIn(standard.publishedOn)),
    )
  if (statuses !== undefined) filters.push(({ standard }) => statuses.includes(statusOf(standard, today)))
  if (kinds !== undefined) filters.push((record) => kinds.some((kind) => isOfKind(record, kind)))
  if (mine !== undefined)
    filters.push(
      ({ standard }) =>
        (standard.group !== undefined && mine.groups.includes(standard.group)) ||
        (standard.lead !== undefined && standard.lead === mine.organisation),
    )
  if (overdue === true) filters.push(isDue((due) => due < today))
  if (withinDays !== undefined) {
    const last = addDays(today, withinDays)
    filters.push(isDue((due) => due <= last))
  }
  return (record) => filters.every((fits) => fits(record))
}

function has<T>(wanted: readonly T[], one: T | undefined): boolean {
  return one !== undefined && wanted.includes(one)
}

/** The statuses that a person means by one: what is in force since a day that is not known is in force too. */
export function statusesMeant(status: Status): Status[] {
  return status === 'in-force' ? ['in-force', 'published'] : [status]
}

function isDue(when: (due: Day) => boolean): Fits {
  return ({ dueOn }) => dueOn !== undefined && when(dueOn)
}

function isOfKind(record: StandardRecord, kind: ListKind): boolean {
  switch (kind) {
    case 'plan':
      return record.present?.designation.scheme === 'plan'
    case 'gb/t':
    case 'gb/z':
    case 'tc260':
      return isOfFamilies(record, [kind.toUpperCase()])
    default:
      return record.standard.stages === kind
  }
}
