import path from 'node:path'
import type { App } from '../app.ts'
import { byFile } from '../domain/audit/rules.ts'
import { countNew, type WorkListing } from '../domain/work/listing.ts'
import { readWork, type WorkFile } from '../files/read-work.ts'
import { refusalInWords } from '../views/import-words.ts'
import { choicesInWords, workFaultInWords } from '../views/work-list-words.ts'
import type { GivenFile } from './given-file.ts'
import { noCommittee } from './no-committee.ts'
import { OperatorError } from './operator-error.ts'

export type WorkImport = {
  /** Tells what would change, and changes nothing. */
  dryRun: boolean
  /** Shows a person what would change, and asks; absent where nobody is there to be asked. */
  confirm?: (listing: WorkListing) => Promise<boolean>
}

/** What came of an import; `refused` where a row has a fault: then nothing was changed. */
export type WorkImported = {
  outcome: 'taken' | 'unchanged' | 'dry-run' | 'declined' | 'refused'
  listing: WorkListing
}

/** @throws OperatorError where there is no committee, or the file can't be read at all */
export async function workFile(app: App, { path: file, bytes }: GivenFile): Promise<WorkFile> {
  if ((await app.committees.get()) === undefined) throw new OperatorError(noCommittee)
  const read = readWork(bytes, path.basename(file))
  if (read.ok) return read.value
  const why =
    read.refusal.kind === 'no-headings'
      ? 'no row has the headings of a list of work: at least "goal" and "work" (目标, 工作项).'
      : refusalInWords(read.refusal, 'en')
  throw new OperatorError(`${file}: ${why} Nothing was changed.`)
}

/** Holds the rows against what is on record and, unless something speaks against it, puts what is new there. */
export async function importWork(
  app: App,
  file: WorkFile,
  { dryRun, confirm }: WorkImport,
): Promise<WorkImported> {
  const listing = await app.work.previewList(file)
  if (dryRun) return { outcome: 'dry-run', listing }
  if (listing.faults.length > 0) return { outcome: 'refused', listing }
  const { works, assignments } = countNew(listing)
  if (works + assignments === 0) return { outcome: 'unchanged', listing }
  if (confirm !== undefined && !(await confirm(listing))) return { outcome: 'declined', listing }
  const taken = await app.work.takeList(file, { by: byFile })
  return { outcome: taken.kind === 'moved-on' ? 'unchanged' : taken.kind, listing: taken.listing }
}

/** What an import would add, as an operator reads it. */
export function workText(listing: WorkListing, { sheet }: Pick<WorkFile, 'sheet'> = {}): string {
  const { works, faults } = listing
  const counts = countNew(listing)
  const kept = works.length - counts.works
  return [
    ...faults.map((fault) => workFaultInWords(fault, 'en', sheet)),
    ...choicesInWords(faults, 'en'),
    ...works.flatMap(({ known, given, owed }) => {
      const title = given.titles.zh ?? given.titles.en ?? ''
      const due = given.dueOn === undefined ? '' : ` · by ${given.dueOn}`
      const line = `${known === undefined ? '+' : known.id} ${given.goals.join(', ')} · ${title} · ${given.kind} · ${given.group}${due}`
      const tasks = owed.map(({ titles, owner, dueOn }) => {
        const by = dueOn === undefined ? '' : ` · by ${dueOn}`
        return `    + ${titles.zh ?? titles.en ?? ''} · ${owner.kind === 'group' ? `all of ${owner.id}` : (owner.names.en ?? owner.names.zh ?? owner.id)}${by}`
      })
      return known !== undefined && owed.length === 0 ? [] : [line, ...tasks]
    }),
    `new: pieces of work ${counts.works}, assignments ${counts.assignments}; on record and left as they are: pieces of work ${kept}`,
  ].join('\n')
}
