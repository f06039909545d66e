import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import { heldOrFaulty, type ImportPlan } from '../domain/standard/importing/import-plan.ts'
import type { Defaults } from '../domain/standard/importing/told-standard.ts'
import type { FileRefusal } from '../files/file-refusal.ts'
import type { FileReadingNotes } from '../files/standard-rows.ts'
import { texts } from '../texts/texts.ts'
import { context, header, lines, section } from './blocks.ts'
import {
  changeInWords,
  deducedInWords,
  doubtInWords,
  faultInWords,
  importSummary,
  newByStage,
  readingInWords,
  refusalInWords,
  unreadInWords,
} from './import-words.ts'
import { brief } from './mrkdwn.ts'

/** The button that puts a previewed list on record; its value is that of `importAsked` as JSON. */
export const confirmImportId = 'import.confirm'

/** The button that leaves everything as it was; its value is the file's name. */
export const cancelImportId = 'import.cancel'

/** Which preview a person has agreed to. */
export type ImportAsked = {
  file: string
  digest: string
  /** Of the records with which the file was compared. */
  version: number
}

/** A message has room for so many of each kind; the numbers above tell of the others. */
const mostTold = { faults: 8, doubts: 6, changed: 8, added: 6 }
const longestLine = 400
const longestName = 80

/** What a dropped list would change, to be agreed to. */
export function importPreview(
  told: {
    name: string
    plan: ImportPlan
    reading: FileReadingNotes
    defaults: Defaults
    asked: ImportAsked
    /** Shown again, because something has changed since the first look. */
    isAgain?: boolean
  },
  language: Language,
): Message {
  const say = texts(language)
  const { plan, reading, defaults, asked, isAgain = false } = told
  const name = brief(told.name, longestName)
  const takes = plan.added.length + plan.changed.length
  const summary = importSummary(plan, language)
  const unread = unreadInWords(reading, language)
  // Told apart from how the file was read, which is cut where it is long.
  const unreadTold = unread === undefined ? [] : [section(brief(unread, longestLine * 2))]
  if (takes === 0 && plan.faulty === 0 && plan.doubts.length === 0) {
    const text = say('import.nothing-new', { name })
    return { text, blocks: [section(text), context(summary), ...unreadTold] }
  }
  const deduced = deducedInWords(plan, defaults, language)
  const byStage = newByStage(plan, language)
  const some = <T>(
    heading: string,
    all: readonly T[],
    most: number,
    line: (one: T) => string,
    further = 0,
  ): KnownBlock[] => {
    if (all.length === 0) return []
    const left = all.length - most + further
    const told = all.slice(0, most).map((one) => `• ${brief(line(one), longestLine)}`)
    return lines(`*${heading}*`, [...told, ...(left > 0 ? [say('import.more', { count: left })] : [])])
  }
  const title = say('import.preview', { name: told.name })
  return {
    text: say('import.preview', { name }),
    blocks: [
      header(title),
      ...(isAgain ? [section(say('import.changed-meanwhile'))] : []),
      section(summary),
      ...unreadTold,
      ...(byStage === undefined ? [] : [context(brief(byStage, longestLine))]),
      ...some(
        say('import.faults', { rows: plan.faulty }),
        plan.faults,
        mostTold.faults,
        (fault) => faultInWords(fault, language),
        plan.unlisted,
      ),
      ...some(say('import.doubts', { count: plan.doubts.length }), plan.doubts, mostTold.doubts, (doubt) =>
        doubtInWords(doubt, language),
      ),
      ...some(
        say('import.changed', { count: plan.changed.length }),
        plan.changed,
        mostTold.changed,
        (change) => changeInWords(change, language),
      ),
      ...some(say('import.added', { count: plan.added.length }), plan.added, mostTold.added, ({ standard }) =>
        [standard.designation, standard.titles.zh ?? standard.titles.en ?? ''].join(' · '),
      ),
      context(
        brief(
          [
            ...readingInWords(reading, language),
            ...(deduced === undefined ? [] : [deduced]),
            absentInWords(plan, language),
          ].join(' '),
          1_500,
        ),
      ),
      ...(takes === 0 ? [] : [buttons(told.name, plan, asked, language)]),
    ],
  }
}

function absentInWords({ absent }: ImportPlan, language: Language): string {
  return absent.length === 0 ? '' : texts(language)('import.absent', { count: absent.length })
}

function buttons(name: string, plan: ImportPlan, asked: ImportAsked, language: Language): KnownBlock {
  const say = texts(language)
  const isWhole = heldOrFaulty(plan) === 0
  const count = plan.added.length + plan.changed.length
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        style: 'primary',
        action_id: confirmImportId,
        value: JSON.stringify(asked),
        text: {
          type: 'plain_text',
          text: isWhole ? say('import.button-all') : say('import.button-some', { count }),
        },
      },
      {
        type: 'button',
        action_id: cancelImportId,
        value: name.slice(0, 200) || 'file',
        text: { type: 'plain_text', text: say('import.button-cancel') },
      },
    ],
  }
}

/** The list is on record, and what of it is not. */
export function importDone(name: string, plan: ImportPlan, language: Language): Message {
  const say = texts(language)
  const left = heldOrFaulty(plan)
  const done = say('import.done', {
    name: brief(name, longestName),
    added: plan.added.length,
    changed: plan.changed.length,
  })
  const text = left === 0 ? done : `${done} ${say('import.done-left', { left })}`
  return { text, blocks: [section(text)] }
}

/** Nothing was changed. */
export function importCancelled(name: string, language: Language): Message {
  const text = texts(language)('import.cancelled', { name: brief(name, longestName) })
  return { text, blocks: [section(text)] }
}

/** Why the file can't be read at all, and what to do. */
export function importRefused(name: string, refusal: FileRefusal, language: Language): Message {
  const why = brief(refusalInWords(refusal, language), 800)
  const text = texts(language)('import.refused', { name: brief(name, longestName), why })
  return { text, blocks: [section(text)] }
}
