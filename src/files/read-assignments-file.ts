import type { z } from 'zod'
import { type AssignmentRecord, assignmentRecord, assignmentsFile } from '../../config/committee.ts'
import type { Owner } from '../domain/assignment/rules.ts'
import type { AssignmentInFile } from '../domain/committee/rules.ts'
import { isObserver } from '../domain/member/rules.ts'
import { canonicalName, nameKey } from '../domain/standard/names.ts'
import { checkSource } from './check-source.ts'
import { csvSource } from './csv-source.ts'
import { type FileFault, type FileResult, refused } from './file-fault.ts'
import { type Known, unknownMessage } from './known.ts'
import { present } from './present.ts'
import { faultAt, type Path, type Source } from './source.ts'
import { yamlSource } from './yaml-source.ts'

/** Keys that one rule of the schema judges together. */
const together = [
  ['member', 'organisation', 'wholeGroup'],
  ['titleZh', 'titleEn'],
  ['state', 'doneOn'],
]

/**
 * The assignments that a YAML or CSV file describes, each with its owner's names and the present designations of its
 * standards; or all that is wrong with it, references to what is not on record included.
 */
export function readAssignmentsFile(
  text: string,
  format: 'yaml' | 'csv',
  known: Known,
): FileResult<AssignmentInFile[]> {
  const { source, faults } =
    format === 'yaml' ? yamlSource(text) : csvSource(text, 'assignments', assignmentRecord)
  if (source === undefined) return refused(faults)
  const checked = checkSource(assignmentsFile, source, together)
  const designations = designationsByName(known)
  faults.push(...checked.faults, ...referenceFaults(source, checked, known, designations))
  const value = checked.data.assignments.flatMap((record) => assignmentOf(record, known, designations) ?? [])
  return faults.length > 0 ? refused(faults) : { ok: true, value }
}

type Checked = { data: z.output<typeof assignmentsFile>; isFaulty(path: Path): boolean }

function referenceFaults(
  source: Source,
  { data: { assignments }, isFaulty }: Checked,
  known: Known,
  designations: ReadonlyMap<string, string>,
): FileFault[] {
  const faults: FileFault[] = []
  const say = (path: Path, message: string) => {
    if (!isFaulty(path)) faults.push(faultAt(source, path, message))
  }
  const groups = known.groups.map(({ code }) => code)
  const members = known.members.map(({ id }) => id)
  const observers = new Set(known.members.filter(({ roles }) => isObserver(roles)).map(({ id }) => id))
  const organisations = known.organisations.map(({ id }) => id)
  const names = known.standards.map(({ designation }) => designation)
  assignments.forEach(({ group, member, organisation, goals, standards }, index) => {
    const need = (path: Path, value: string | undefined, what: string, candidates: readonly string[]) => {
      if (value !== undefined && !candidates.includes(value))
        say(['assignments', index, ...path], unknownMessage(value, what, candidates, faults.length))
    }
    need(['group'], group, 'the code of a group on record', groups)
    need(['member'], member, 'the id of a member on record', members)
    if (member !== undefined && observers.has(member))
      say(
        ['assignments', index, 'member'],
        `holds ${JSON.stringify(member)}, an observer, who can be given nothing`,
      )
    need(['organisation'], organisation, 'the id of an organisation on record', organisations)
    goals.forEach((goal, i) => {
      need(['goals', i], goal, 'the id of a goal in a plan on record', known.goals)
    })
    standards.forEach((name, i) => {
      if (!designations.has(nameKey(name)))
        say(
          ['assignments', index, 'standards', i],
          unknownMessage(name, 'the name of a standard on record', names, faults.length),
        )
    })
  })
  return faults
}

/** Present designations by every name that a standard has or had; a present name goes before an old one. */
function designationsByName({ standards }: Pick<Known, 'standards'>): Map<string, string> {
  return new Map([
    ...standards.flatMap(({ designation, otherNames }) =>
      otherNames.map((name): [string, string] => [nameKey(name), designation]),
    ),
    ...standards.map(({ designation }): [string, string] => [nameKey(designation), designation]),
  ])
}

function assignmentOf(
  record: AssignmentRecord,
  known: Known,
  designations: ReadonlyMap<string, string>,
): AssignmentInFile | undefined {
  const { id, titleZh, titleEn, group, dueOn, state, doneOn, standards, goals } = record
  const owner = ownerOf(record, known)
  if (owner === undefined) return undefined
  return present({
    id,
    titles: present({ zh: titleZh, en: titleEn }),
    group,
    owner,
    dueOn,
    state,
    doneOn,
    standards: standards.map((name) => designations.get(nameKey(name)) ?? canonicalName(name)),
    goals,
    items: [],
    life: {},
  })
}

function ownerOf({ member, organisation, group }: AssignmentRecord, known: Known): Owner | undefined {
  if (member !== undefined) {
    const found = known.members.find(({ id }) => id === member)
    return (
      found && { kind: 'member', ...present({ id: found.id, names: found.names, slackId: found.slackId }) }
    )
  }
  if (organisation !== undefined) {
    const found = known.organisations.find(({ id }) => id === organisation)
    return found && { kind: 'organisation', id: found.id, names: found.names }
  }
  const found = known.groups.find(({ code }) => code === group)
  return found && { kind: 'group', id: found.code, names: found.names }
}
