import type { ImportPlan } from '../domain/standard/importing/import-plan.ts'
import {
  changeInWords,
  deducedInWords,
  doubtInWords,
  faultInWords,
  importSummary,
  newByStage,
  readingInWords,
  unreadInWords,
} from '../views/import-words.ts'
import type { StandardsFile, StandardsOutcome } from './import-standards.ts'

/** A terminal shows so many lines of each kind; `--json` has all. */
const mostShown = { faults: 200, doubts: 50, changed: 50, added: 20 }

/** What an import would change, as an operator reads it: how the file was read, what is wrong, what is new. */
export function previewText(file: StandardsFile, plan: ImportPlan): string {
  const { faults, unlisted, doubts, changed, added, absent } = plan
  const deduced = deducedInWords(plan, file.defaults, 'en')
  const byStage = newByStage(plan, 'en')
  const unread = unreadInWords(file.reading, 'en')
  const some = <T>(heading: string, all: readonly T[], most: number, line: (one: T) => string): string[] =>
    all.length === 0
      ? []
      : [
          `${heading} (${all.length}):`,
          ...all.slice(0, most).map((one) => `  ${line(one)}`),
          ...(all.length > most ? [`  … and ${all.length - most} more`] : []),
        ]
  return [
    ...readingInWords(file.reading, 'en'),
    ...(deduced === undefined ? [] : [deduced]),
    ...some('faults', faults, mostShown.faults, (fault) => faultInWords(fault, 'en')),
    ...(unlisted > 0 ? [`  … and ${unlisted} more`] : []),
    ...some('in doubt', doubts, mostShown.doubts, (doubt) => doubtInWords(doubt, 'en')),
    ...some('changed', changed, mostShown.changed, (change) => changeInWords(change, 'en')),
    ...some('new', added, mostShown.added, ({ standard: { designation, titles, stage } }) =>
      [designation, titles.zh ?? titles.en ?? '', `stage ${stage}`].join(' · '),
    ),
    ...(absent.length > 0 ? [`on record and not in the file, left as they are: ${absent.length}`] : []),
    ...(byStage === undefined ? [] : [byStage]),
    importSummary(plan, 'en'),
    ...(unread === undefined ? [] : [unread]),
  ].join('\n')
}

/** The whole of it for a program: every fault, doubt and change. */
export function previewDocument(file: StandardsFile, { outcome, plan }: StandardsOutcome) {
  const { added, changed, ...rest } = plan
  return {
    outcome,
    dryRun: outcome === 'dry-run',
    file: file.name,
    reading: file.reading,
    defaults: file.defaults,
    added: added.map(({ places, standard }) => ({ places, standard })),
    changed: changed.map(({ places, before: { id, designation }, fields }) => ({
      id,
      designation,
      places,
      fields,
    })),
    ...rest,
  }
}

/** Why nothing was changed, and how to go on. */
export function refusalText(path: string, { faulty, doubts, added, changed }: ImportPlan): string {
  const held = doubts.filter(({ isHeld }) => isHeld).length
  const takes = added.length + changed.length
  const wrong = [faulty > 0 ? `${faulty} with faults` : '', held > 0 ? `${held} in doubt` : '']
    .filter((part) => part !== '')
    .join(', ')
  return `${path} has rows that can't be taken as they are (${wrong}); nothing was changed. Mend them, or take the others with --skip-faulty (${takes} new or changed)`
}
