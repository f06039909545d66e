import { type Designation, designationKey } from '../../designation/rules.ts'
import { designationOf, keyOfCanonical } from '../names.ts'
import { draftMark } from '../record.ts'
import type { Standard } from '../rules.ts'
import type { Given } from './given.ts'

/** How a row met its record, the surest first. */
export type MetBy = 'id' | 'name' | 'former-name' | 'new-name' | 'project'

export type Met = { record: Standard; by: MetBy }

/** The records, as a file's rows look for them. */
export type RecordIndex = {
  byId(id: string): Standard | undefined
  /** By its present name, canonical. */
  called(name: string): Standard | undefined
  /** The record that a row tells of: by id, by designation, by other names, or by the number of its project. */
  meet(given: Given): Met | undefined
  ofProject(project: string): readonly Standard[]
  /** All editions and drafts of the text. */
  ofText(designation: Designation): readonly Standard[]
}

/** An index of these records. */
export function recordIndex(records: readonly Standard[]): RecordIndex {
  const ids = new Map(records.map((record) => [record.id, record]))
  const names = new Map(records.map((record) => [keyOfCanonical(record.designation), record]))
  const others = grouped(records, ({ otherNames }) => otherNames.map(keyOfCanonical))
  const projects = grouped(records, ({ project }) => (project === undefined ? [] : [project]))
  let texts: Map<string, Standard[]> | undefined
  const called = (name: string) => names.get(keyOfCanonical(name))
  const only = (found: Iterable<Standard | undefined>) => {
    const [first, ...more] = new Set([...found].filter((one) => one !== undefined))
    return more.length === 0 ? first : undefined
  }

  function formerlyCalled(name: string): Standard[] {
    const records = others.get(keyOfCanonical(name)) ?? []
    return records.filter((record) => isCalledAnew(record, name))
  }

  /** A record of the project at the same kind of draft: its number, its publisher or its year may have changed. */
  function ofSameDraft({ project, designation }: Given): Standard | undefined {
    const records = project === undefined ? [] : (projects.get(project) ?? [])
    if (designation === undefined) return only(records)
    const draft = draftOf(designation)
    return draft === undefined
      ? undefined
      : only(records.filter((record) => draftOf(record.designation) === draft))
  }

  return {
    byId: (id) => ids.get(id),
    called,
    ofProject: (project) => projects.get(project) ?? [],
    ofText(designation) {
      // Read when first asked for: most files have no name that needs it.
      texts ??= grouped(records, (record) => textKeysOf(record.designation))
      return texts.get(designationKey(designation)) ?? []
    },
    meet(given) {
      const { id, designation, otherNames = [] } = given
      const tries: readonly [MetBy, () => Standard | undefined][] = [
        ['id', () => (id === undefined ? undefined : ids.get(id))],
        ['name', () => (designation === undefined ? undefined : called(designation))],
        ['former-name', () => (designation === undefined ? undefined : only(formerlyCalled(designation)))],
        [
          'new-name',
          () => only(otherNames.map(called).filter((record) => isCalledAnew(record, designation))),
        ],
        ['project', () => ofSameDraft(given)],
      ]
      for (const [by, find] of tries) {
        const record = find()
        if (record !== undefined) return { record, by }
      }
      return undefined
    },
  }
}

/**
 * Whether the record may have got, or lost, that name: a plan's number becomes a standard's. Drafts of one project
 * are records of their own, also where a later one keeps their names: `DIS 27701` does not become `27701:2025`.
 */
function isCalledAnew(record: Standard | undefined, name: string | undefined): boolean {
  if (record === undefined || name === undefined) return record !== undefined
  const [own, other] = [designationOf(record.designation), designationOf(name)]
  return (
    own === undefined ||
    other === undefined ||
    own.scheme !== other.scheme ||
    draftMark(own) === draftMark(other)
  )
}

/** What tells one draft of a project from another; undefined for a name that is no designation. */
function draftOf(name: string): string | undefined {
  const designation = designationOf(name)
  if (designation === undefined) return undefined
  const supplements = 'supplements' in designation ? designation.supplements.length : 0
  return `${designation.scheme} ${supplements} ${draftMark(designation)}`
}

function textKeysOf(name: string): string[] {
  const designation = designationOf(name)
  return designation === undefined ? [] : [designationKey(designation)]
}

function grouped<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all)
    for (const key of keysOf(one)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [one])
      else group.push(one)
    }
  return groups
}
