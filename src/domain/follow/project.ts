import { designationKey, parseDesignation } from '../designation/rules.ts'
import type { Standard } from '../standard/rules.ts'

/** What tells which project a record belongs to. */
export type ProjectRecord = Pick<Standard, 'id' | 'designation' | 'stages' | 'project'>

/**
 * The project of each of these records, by the record's id: records with one number of the issuing body's are one
 * project, and one without a number belongs to that of the same text.
 */
export function projectsOf(records: readonly ProjectRecord[]): (standard: string) => string | undefined {
  const numberOf = new Map<string, string>()
  for (const record of records)
    if (record.project !== undefined && !numberOf.has(textOf(record)))
      numberOf.set(textOf(record), numbered(record.stages, record.project))
  const projects = new Map(
    records.map((record): [string, string] => {
      const { id, stages, project } = record
      const text = textOf(record)
      return [id, project === undefined ? (numberOf.get(text) ?? text) : numbered(stages, project)]
    }),
  )
  return (standard) => projects.get(standard)
}

/** Two bodies may count alike. */
function numbered(stages: string, project: string): string {
  return `number ${stages} ${project}`
}

/** One for all names of one edition of a text. */
function textOf({ id, designation }: ProjectRecord): string {
  const parsed = parseDesignation(designation)
  if (parsed.kind !== 'designation') return `record ${id}`
  const year = 'year' in parsed.designation ? parsed.designation.year : undefined
  return `text ${designationKey(parsed.designation)} ${year ?? ''}`
}
