import { readFile } from 'node:fs/promises'
import type { App, AppParts } from '../app.ts'
import { addDays, type Day, dayIn, daysBetween } from '../domain/calendar/day.ts'
import type { AssignmentInFile, ImportReport } from '../domain/committee/rules.ts'
import { planImport } from '../domain/standard/importing/plan-import.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { describeFileFaults, type FileResult } from '../files/file-fault.ts'
import { type Known, knownOf } from '../files/known.ts'
import { readAssignmentsFile } from '../files/read-assignments-file.ts'
import { readCommitteeFile } from '../files/read-committee-file.ts'
import { readStandards } from '../files/read-standards.ts'

/** The committees that come with the program. */
export const samples = ['tc260'] as const

/** The day around which the sample's invented due dates were placed, a Monday. */
const sampleDay: Day = '2026-11-23'

/** How far back the sample's schedules reach: one slot of every weekly schedule. */
const reachMs = 7 * 24 * 3_600_000

/** The sample's people have had their assignments for so long. */
const knownForMs = 30 * 24 * 3_600_000

/**
 * Loads a sample committee into an empty workspace. Its invented due dates are moved by whole weeks, so that some
 * are late and some are near whenever it is loaded; its schedules owe their last slot.
 */
export async function loadSample(
  app: App,
  sample: (typeof samples)[number],
  readCron: AppParts['readCron'],
): Promise<ImportReport[]> {
  const folder = new URL(`../../config/samples/${sample}/`, import.meta.url)
  const text = (name: string) => readFile(new URL(name, folder), 'utf8')
  const cron = (text: string) => {
    const reading = readCron(text)
    return reading.ok ? reading.fields : `${reading.field} ${reading.value}`
  }
  const committee = checked(readCommitteeFile(await text('committee.yaml'), { cron }))
  const standards = sampleStandards(await readFile(new URL('standards.yaml', folder)), knownOf(committee, []))
  const assignments = checked(
    readAssignmentsFile(await text('assignments.yaml'), 'yaml', knownOf(committee, standards)),
  )
  const weeks = Math.floor(daysBetween(sampleDay, dayIn(committee.committee.zone, app.now())) / 7)
  const activeSince = new Date(app.now().getTime() - reachMs)
  return [
    await app.committees.importCommittee(committee, { activeSince }),
    await app.committees.importStandards(standards),
    await app.committees.importAssignments(
      assignments.map((assignment) => moved(assignment, weeks * 7)),
      { givenAt: new Date(app.now().getTime() - knownForMs) },
    ),
  ]
}

/** Whether the people on record are a sample's: all their addresses are on a domain that nobody can have. */
export async function isSample(app: App): Promise<boolean> {
  const members = await app.members.all()
  return members.length > 0 && members.every(({ email }) => email?.endsWith('@example.org') === true)
}

function moved(assignment: AssignmentInFile, days: number): AssignmentInFile {
  const { dueOn, doneOn } = assignment
  return {
    ...assignment,
    ...(dueOn !== undefined && { dueOn: addDays(dueOn, days) }),
    ...(doneOn !== undefined && { doneOn: addDays(doneOn, days) }),
  }
}

function sampleStandards(bytes: Uint8Array, known: Known): Standard[] {
  const read = readStandards(bytes, 'standards.yaml', known)
  if (!read.ok) throw new Error(`the sample does not hold: ${read.refusal.kind}`)
  const { added, faults, doubts } = planImport(
    { ...read.value, defaults: { asOf: sampleDay, source: 'sample' } },
    [],
  )
  if (faults.length > 0 || doubts.some(({ isHeld }) => isHeld))
    throw new Error(`the sample does not hold:\n${JSON.stringify({ faults, doubts }, null, 1)}`)
  return added.map(({ standard }) => standard)
}

function checked<T>(result: FileResult<T>): T {
  if (!result.ok) throw new Error(`the sample does not hold:\n${describeFileFaults(result)}`)
  return result.value
}
