import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { ChangedField } from '../domain/plan/change.ts'
import type { PlanComparison } from '../domain/plan/compare.ts'
import type { PlanDraft } from '../domain/plan/draft.ts'
import type { PlanEdit } from '../domain/plan/edits.ts'
import type { HangingPoint } from '../domain/plan/hanging.ts'
import { changesPlan, comparedInShort, type PlanPreview } from '../domain/plan/importing.ts'
import { type Point, pointsOf } from '../domain/plan/rules.ts'
import type { DraftPreview } from '../domain/plan/service.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import type { FileRefusal } from '../files/file-refusal.ts'
import type { PlanFile, PlanFileRefusal } from '../files/plan-of-file.ts'
import { texts } from '../texts/texts.ts'
import { context, header, lines, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { hangingInWords } from './hanging-words.ts'
import { refusalInWords } from './import-words.ts'
import { brief } from './mrkdwn.ts'
import { openButton } from './plan-buttons.ts'
import { decisionInWords, fieldInWords } from './plan-changes.ts'
import { previewPoints } from './plan-preview-points.ts'
import { planPlaceInWords, planRefusalInWords } from './plan-refusal-words.ts'
import { quotedApart } from './quoted.ts'

/** Puts a previewed plan on record, or asks why it changes one that is; its value is `PlanAsked` as JSON. */
export const confirmPlanId = 'plan.confirm'
/** Opens the modal in which a draft is corrected; its value is that of `draftValue`. */
export const correctPlanId = 'plan.correct'
/** Leaves everything as it is; its value is the draft's id. */
export const cancelPlanId = 'plan.cancel'

/** Which preview a person has agreed to: the draft as it was, and what it was compared with. */
export type PlanAsked = { draft: string; revision: number; compared: string }

/** Why a preview is shown once more. */
export type ShownAgain = 'moved-on' | 'corrected' | 'not-corrected'

/** A message has room for so many of each kind; the numbers in the headings tell of all. */
const mostTold = 8
const longestLine = 160
const longestName = 80
/** What a message may take with its points, of the some 13,000 characters that Slack takes; and what they have in any case. */
const roomInAll = 11_800
const roomForPoints = 6_800

/** A draft as it is named by a button: its id and its revision. */
export function draftValue({ id, revision }: Pick<PlanDraft, 'id' | 'revision'>): string {
  return `${id}/${revision}`
}

/**
 * A plan as it was read, beside what is on record, to be corrected and agreed to; `leftDues` where its file was just read.
 */
export function planPreview(
  { draft, preview, leftDues = [] }: DraftPreview & { leftDues?: PlanFile['leftDues'] },
  kinds: readonly WorkKind[],
  language: Language,
  again?: ShownAgain,
): Message {
  const say = texts(language)
  const { plan } = draft
  const { sameYear, earlier, isSame } = preview
  const name = brief(plan.document?.name ?? nameIn(plan.names, language), longestName)
  const year = String(plan.year)
  const points = pointsOf(plan).length
  const text = isSame
    ? say('plan.nothing-new', { name, year, points })
    : say('plan.preview', { name, title: brief(nameIn(plan.names, language), longestName) })
  const comparison = sameYear ?? earlier?.comparison
  const compared =
    isSame || comparison === undefined
      ? []
      : [
          ...editBlocks(preview.edits ?? [], kinds, language),
          ...comparisonBlocks(comparison, preview.hanging ?? [], language),
        ]
  const warned = hangingInWords(preview, language)
  const room = Math.max(roomForPoints, roomInAll - JSON.stringify([compared, warned]).length)
  return {
    text,
    blocks: [
      header(nameIn(plan.names, language)),
      ...(again === undefined ? [] : [section(say(`plan.again-${again}`))]),
      section(
        isSame
          ? text
          : [
              say('plan.read-summary', { year, areas: plan.areas.length, points }),
              comparedInWords(draft, preview, language),
            ].join('\n'),
      ),
      ...warned.map(section),
      ...lines('', previewPoints(plan, kinds, room, language)),
      ...compared,
      context(
        [
          ...daysInWords(draft, language),
          ...(draft.left > 0 ? [say('plan.left-out', { count: draft.left })] : []),
          ...(leftDues.length > 0
            ? [say('plan.left-dues', { dues: leftDuesInWords(leftDues, language) })]
            : []),
          say('plan.proposals-only'),
        ].join(' · '),
      ),
      buttons(draft, preview, language),
    ],
  }
}

function leftDuesInWords(dues: PlanFile['leftDues'], language: Language): string {
  const told = dues
    .slice(0, mostTold)
    .map(({ place, text }) => `${planPlaceInWords(place, language)} “${brief(text, longestName)}”`)
  const more = dues.length - told.length
  return [...told, ...(more > 0 ? [texts(language)('import.more', { count: more })] : [])].join(', ')
}

/** With which plan it was compared, and with what result, in numbers. */
function comparedInWords(
  { plan }: PlanDraft,
  { sameYear, earlier }: PlanPreview,
  language: Language,
): string {
  const say = texts(language)
  const year = String(plan.year)
  if (sameYear !== undefined) return say('plan.against-same', { year, ...countsOf(sameYear) })
  if (earlier === undefined) return say('plan.against-none')
  const counts = countsOf(earlier.comparison)
  return say('plan.against-earlier', { year, earlier: String(earlier.year), ...counts })
}

function countsOf({ kept, translated, changed, added, dropped }: PlanComparison) {
  return {
    kept: kept.length,
    translated: translated.length,
    changed: changed.length,
    added: added.length,
    dropped: dropped.length,
  }
}

function daysInWords({ plan: { approvedOn, releasedOn } }: PlanDraft, language: Language): string[] {
  const say = texts(language)
  return [
    ...(approvedOn === undefined
      ? []
      : [say('plan.approved', { on: partialDayInWords(approvedOn, language) })]),
    ...(releasedOn === undefined
      ? []
      : [say('plan.released', { on: partialDayInWords(releasedOn, language) })]),
  ]
}

/** What it changes beside the sentences: titles, and what people said that a sentence asks for. */
function editBlocks(
  edits: readonly PlanEdit[],
  kinds: readonly WorkKind[],
  language: Language,
): KnownBlock[] {
  const say = texts(language)
  if (edits.length === 0) return []
  const names = new Map(kinds.map((kind) => [kind.id, kind.names]))
  const called = (field: ChangedField, id: string) => (field === 'kinds' ? names.get(id) : undefined)
  const told = edits.slice(0, mostTold).map((edit) => {
    const [from, to] = quotedApart([nameIn(edit.before, language), nameIn(edit.after, language)])
    const words =
      edit.fields === undefined
        ? [`${brief(from ?? '', longestLine)} → ${brief(to ?? '', longestLine)}`]
        : edit.fields.map((field) => fieldInWords(field, called, language))
    return `• *${decisionInWords(edit.kind, edit.number ?? edit.subject, language)}*: ${words.join('; ')}`
  })
  const left = edits.length - told.length
  return lines(`*${say('plan.list-edits', { count: edits.length })}*`, [
    ...told,
    ...(left > 0 ? [say('import.more', { count: left })] : []),
  ])
}

function comparisonBlocks(
  { translated, changed, added, dropped }: PlanComparison,
  hanging: readonly HangingPoint[],
  language: Language,
): KnownBlock[] {
  const say = texts(language)
  const hangs = new Set(hanging.map(({ point }) => point.id))
  // Where there is no room for all, those on which goals hang are told before the others.
  const inOrder = [...hanging.map(({ point }) => point), ...dropped.filter(({ id }) => !hangs.has(id))]
  const some = <T>(heading: string, all: readonly T[], line: (one: T) => string): KnownBlock[] => {
    if (all.length === 0) return []
    const told = all.slice(0, mostTold).map((one) => `• ${line(one)}`)
    const left = all.length - told.length
    return lines(`*${heading}*`, [...told, ...(left > 0 ? [say('import.more', { count: left })] : [])])
  }
  const pointLine = ({ number, texts: names }: Point) =>
    `*${number}* ${brief(nameIn(names, language), longestLine)}`
  return [
    ...some(say('plan.list-translated', { count: translated.length }), translated, ({ before, after }) => {
      const moved = before.number === after.number ? '' : `${before.number} → `
      const [from, to] = [before.texts, after.texts].map((names) =>
        brief(nameIn(names, language), longestLine / 2),
      )
      return `${moved}*${after.number}* ${from ?? ''} = ${to ?? ''}`
    }),
    ...some(say('plan.list-changed', { count: changed.length }), changed, ({ before, after }) => {
      const [from, to] = quotedApart([nameIn(before.texts, language), nameIn(after.texts, language)])
      const moved = before.number === after.number ? '' : `${before.number} → `
      return `${moved}*${after.number}* ${brief(from ?? '', longestLine)} → ${brief(to ?? '', longestLine)}`
    }),
    ...some(say('plan.list-new', { count: added.length }), added, pointLine),
    ...some(say('plan.list-dropped', { count: dropped.length }), inOrder, (point) => {
      // Which goals those are is told above.
      return `${hangs.has(point.id) ? '⚠ ' : ''}${pointLine(point)}`
    }),
  ]
}

function buttons(draft: PlanDraft, preview: PlanPreview, language: Language): KnownBlock {
  const say = texts(language)
  const { id, revision } = draft
  const asked: PlanAsked = { draft: id, revision, compared: comparedInShort(preview) }
  const label = (text: string) => ({ type: 'plain_text' as const, text })
  const correct: Button = {
    type: 'button',
    action_id: correctPlanId,
    value: draftValue(draft),
    text: label(say('plan.correct-button')),
  }
  if (preview.isSame) return { type: 'actions', elements: [correct] }
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        style: 'primary',
        action_id: confirmPlanId,
        value: JSON.stringify(asked),
        text: label(say(changesPlan(preview) ? 'change-plan.ask' : 'import.button-all')),
      },
      correct,
      { type: 'button', action_id: cancelPlanId, value: id, text: label(say('import.button-cancel')) },
    ],
  }
}

/** The plan is on record, and what to do next. */
export function planTaken({ draft, preview }: DraftPreview, language: Language): Message {
  const say = texts(language)
  const { plan } = draft
  const points = pointsOf(plan).length
  const told = { year: String(plan.year), areas: plan.areas.length, points }
  const { sameYear } = preview
  const text =
    sameYear === undefined
      ? say('plan.taken', told)
      : say('plan.taken-anew', { ...told, ...countsOf(sameYear), edits: preview.edits?.length ?? 0 })
  return {
    text,
    blocks: [
      section(`${text} ${say('plan.taken-next', { year: String(plan.year) })}`),
      { type: 'actions', elements: [openButton({ year: plan.year, what: '' }, say('plan.open'))] },
    ],
  }
}

/** A draft that is not open any more, or whose last button was pressed. */
export function planClosed({ state, plan }: PlanDraft, language: Language): Message {
  const say = texts(language)
  const name = brief(plan.document?.name ?? nameIn(plan.names, language), longestName)
  const text = state === 'taken' ? say('plan.draft-taken', { name }) : say('import.cancelled', { name })
  return { text, blocks: [section(text)] }
}

/** Why the file is no plan, and what to do. */
export function planRefused(name: string, refusal: PlanFileRefusal, language: Language): Message {
  const why = brief(planRefusalInWords(refusal, language), 1_200)
  const key = refusal.of === 'file' ? 'import.refused' : 'plan.refused'
  const text = texts(language)(key, { name: brief(name, longestName), why })
  return { text, blocks: [section(text)] }
}

/** A table that is neither a list of standards nor a plan. */
export function tableRefused(
  name: string,
  { list, plan }: { list: FileRefusal; plan: PlanFileRefusal },
  language: Language,
): Message {
  const why = texts(language)('plan.neither', {
    list: brief(refusalInWords(list, language), 600),
    plan: brief(planRefusalInWords(plan, language), 600),
  })
  const text = texts(language)('import.refused', { name: brief(name, longestName), why })
  return { text, blocks: [section(text)] }
}
