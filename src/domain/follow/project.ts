import { projectsAmong } from '../standard/projects.ts'
import { readRecord, type StandardRecord } from '../standard/record.ts'
import type { Standard } from '../standard/rules.ts'

/** The project of each of these standards, by the standard's id: two of one project have the same. */
export function projectsOf(standards: readonly Standard[]): (standard: string) => string | undefined {
  const projects = new Map<string, string>()
  for (const relatives of related(standards.map(readRecord)))
    for (const { records, current } of projectsAmong(relatives))
      for (const { standard } of records) projects.set(standard.id, current.standard.id)
  return (standard) => projects.get(standard)
}

/** Parted into those that may belong together: of one text, of one number, or of one name. */
function related(records: readonly StandardRecord[]): StandardRecord[][] {
  const groups = new Map<StandardRecord, StandardRecord[]>()
  const bySign = new Map<string, StandardRecord[]>()
  for (const record of records) {
    let own = [record]
    for (const sign of signsOf(record)) {
      const other = bySign.get(sign)
      if (other !== undefined && other !== own) {
        const [larger, smaller] = own.length > other.length ? [own, other] : [other, own]
        larger.push(...smaller)
        for (const one of smaller) for (const known of signsOf(one)) bySign.set(known, larger)
        own = larger
      }
    }
    for (const sign of signsOf(record)) bySign.set(sign, own)
    for (const one of own) groups.set(one, own)
  }
  return [...new Set(groups.values())]
}

function signsOf({ key, project, names }: StandardRecord): string[] {
  return [
    `text ${key}`,
    ...(project === undefined ? [] : [`number ${project}`]),
    ...names.flatMap((name) => (name.role === 'replaced' ? [] : [`text ${name.key}`])),
  ]
}
