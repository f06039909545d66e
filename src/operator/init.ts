import type { App } from '../app.ts'
import { readCron } from '../queue/cron.ts'
import { loadSample, type samples } from '../runtime/sample.ts'
import { OperatorError } from './operator-error.ts'
import { reportText } from './report-text.ts'

/** What was loaded, by the kind of record. */
export type Initialised = Awaited<ReturnType<typeof initWith>>

/** Loads a sample committee into an empty workspace. @throws OperatorError where one is on record */
export async function initWith(app: App, sample: (typeof samples)[number]) {
  const committee = await app.committees.get()
  if (committee !== undefined)
    throw new OperatorError(`the committee ${committee.id} is already on record; nothing was changed`)
  const [records, standards, assignments] = await loadSample(app, sample, readCron)
  return { sample, records, standards, assignments }
}

/** The same as an operator reads it. */
export function initText({ records, standards, assignments }: Initialised): string {
  return [
    `committee: ${reportText(records)}`,
    `standards: ${reportText(standards)}`,
    `assignments: ${reportText(assignments)}`,
  ].join('\n')
}
