import { byProgress } from '../standard/projects.ts'
import { readRecord } from '../standard/record.ts'
import type { Standard } from '../standard/rules.ts'
import { projectsOf } from './project.ts'

/** A record that takes its project further, and the stage at which the project stood until then. */
export type Arrival = { standard: Standard; from: string }

/**
 * The new records with which a project on record goes on, as a DIS does after its CD: that is a stage move, though no
 * record changed its stage. What only fills in the past of a project is none.
 */
export function arrivals(onRecord: readonly Standard[], added: readonly Standard[]): Arrival[] {
  if (onRecord.length === 0 || added.length === 0) return []
  const projectOf = projectsOf([...onRecord, ...added])
  const furthest = (standards: readonly Standard[]) => {
    const found = new Map<string, Standard>()
    for (const standard of standards) {
      const project = projectOf(standard.id) ?? standard.id
      const known = found.get(project)
      if (known === undefined || isFurther(standard, known)) found.set(project, standard)
    }
    return found
  }
  const before = furthest(onRecord)
  return [...furthest(added)].flatMap(([project, standard]) => {
    const known = before.get(project)
    const isSuccessor = known?.stages === standard.stages && isFurther(standard, known)
    return isSuccessor ? [{ standard, from: known.stage }] : []
  })
}

function isFurther(a: Standard, b: Standard): boolean {
  return byProgress(readRecord(a), readRecord(b)) < 0
}
