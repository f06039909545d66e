import type { Language } from '../domain/language/rules.ts'
import { nameIn } from '../domain/language/rules.ts'
import type { NotRecorded } from '../domain/standard/recording.ts'
import type { JournalEntry } from '../domain/standard/recording-journal.ts'
import { type TextKey, type TextValues, texts } from '../texts/texts.ts'
import { momentInWords, partialDayInWords } from './dates.ts'
import { stageInWords } from './stage-words.ts'

/** Why nothing was recorded, as a text and its values; `stage` is what was asked for. */
export function recordRefusal(
  refusal: NotRecorded,
  { stage, zone, language }: { stage: string; zone: string; language: Language },
): { key: TextKey; values: TextValues } {
  const { standard } = refusal
  const name = standard.designation
  const present = stageInWords(standard.stages, standard.stage, language)
  switch (refusal.why) {
    case 'not-a-stage':
      return { key: 'record.not-a-stage', values: { name, stage } }
    case 'published':
      return { key: 'record.published', values: { name, stage: present } }
    case 'closed':
      return { key: 'record.closed', values: { name, stage: present } }
    case 'nothing-new':
      return { key: 'record.nothing-new', values: { name, stage: present } }
    case 'changed':
      return {
        key: 'record.changed',
        values: { name, stage: present, by: changedBy(refusal.last, zone, language) },
      }
    case 'needs-reason':
      return { key: 'record.needs-reason', values: { kind: refusal.kind } }
    case 'day-ahead':
      return { key: 'record.day-ahead', values: { on: partialDayInWords(refusal.on, language) } }
    case 'day-too-early': {
      const behind =
        'behind' in refusal ? refusal.behind : { what: 'present', on: standard.stageSince ?? refusal.on }
      return {
        key: 'record.day-too-early',
        values: {
          on: partialDayInWords(refusal.on, language),
          what: behind.what,
          since: partialDayInWords(behind.on, language),
        },
      }
    }
    case 'already-proposed': {
      const { byNames, recordedAt } = refusal.proposal
      const by = byNames === undefined ? texts(language)('history.nobody') : nameIn(byNames, language)
      return { key: 'record.already-proposed', values: { by, at: momentInWords(recordedAt, zone, language) } }
    }
  }
}

/** Who recorded the last entry, and when; empty where nobody is known. */
function changedBy(last: JournalEntry | undefined, zone: string, language: Language): string {
  if (last?.byNames === undefined) return ''
  const by = nameIn(last.byNames, language)
  const at = momentInWords(last.decidedAt ?? last.recordedAt, zone, language)
  return ` ${texts(language)('record.changed-by', { by, at })}`
}
