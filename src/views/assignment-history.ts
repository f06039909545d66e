import type { Button } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { GestureKind, Waiting } from '../domain/assignment/gestures.ts'
import type { OwnerRef } from '../domain/assignment/life.ts'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { AuditEntry, Via } from '../domain/audit/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { type HistoryPage, openAssignmentHistoryId, openAssignmentId } from './assignment-buttons.ts'
import { type Called, partyInWords, whoInWords } from './assignment-facts.ts'
import { context, lines, section } from './blocks.ts'
import { momentForEachReader, partialDayInWords } from './dates.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { planButton } from './plan-buttons.ts'

/** As many as a page shows. */
const entriesOnPage = 8
/** So many of what a field holds are named. */
const mostNamed = 5

const whats: Record<string, TextKey | undefined> = {
  make: 'audit.make',
  import: 'audit.import',
  carry: 'audit.carry',
  see: 'audit.see',
  accept: 'audit.accept',
  decline: 'audit.decline',
  give: 'audit.give',
  update: 'audit.update',
  block: 'audit.block',
  unblock: 'audit.unblock',
  'ask-due': 'audit.ask-due',
  'decide-due': 'audit.due-refused',
  'set-due': 'audit.set-due',
  finish: 'audit.finish',
  reopen: 'audit.reopen',
  withdraw: 'audit.withdraw',
} satisfies Record<GestureKind | 'make' | 'import' | 'carry', TextKey>

const vias = {
  command: 'audit.via-command',
  button: 'audit.via-button',
  modal: 'audit.via-modal',
  shortcut: 'audit.via-shortcut',
  spoken: 'audit.via-spoken',
  cli: 'audit.via-cli',
  file: 'audit.via-file',
} as const satisfies Record<Via, TextKey>

/** The fields that people know, in the order in which they are told. */
const fieldKeys = {
  titles: 'audit.field-title',
  owner: 'assignment.owner',
  dueOn: 'assignment.due-day',
  dueAsked: 'audit.field-due-asked',
  waitsFor: 'audit.field-waits-for',
  state: 'assignment.state',
  doneOn: 'done.day',
  evidence: 'assignment.evidence',
  group: 'work.group',
  standards: 'work.standards',
  goals: 'changes.field-goals',
  items: 'audit.field-work',
} as const satisfies Partial<Record<keyof Assignment | keyof Waiting, TextKey>>
type Field = keyof typeof fieldKeys
/** What stands on the card of a new one is not told again. */
const fieldsOfNew: readonly Field[] = ['owner', 'dueOn']

const states: Record<string, TextKey | undefined> = {
  open: 'audit.state-open',
  done: 'work.state-done',
  withdrawn: 'assignment.state-withdrawn',
} satisfies Record<Assignment['state'], TextKey>

/** What was done about an assignment, newest first: what, who, for whom, when, from where, and what it changed. */
export function assignmentHistory(
  assignment: Assignment,
  entries: readonly AuditEntry[],
  { page, called, zone }: { page: number; called: Called; zone: string },
  language: Language,
): Message {
  const say = texts(language)
  const count = entries.length
  const last = Math.max(1, Math.ceil(count / entriesOnPage))
  const at = Math.min(Math.max(page, 1), last)
  const title = say('audit.title', { count, id: brief(assignment.id, 64) })
  const shown = entries.toReversed().slice((at - 1) * entriesOnPage, at * entriesOnPage)
  const turn = (to: number, key: TextKey, name: string): Button => {
    const value: HistoryPage = { assignment: assignment.id, page: to }
    return planButton(`${openAssignmentHistoryId}:${name}`, JSON.stringify(value), say(key))
  }
  return {
    text: title,
    blocks: [
      section(`*${title}*\n${workLine(assignment, language)}`),
      ...lines(
        '',
        shown.map((entry) => entryInWords(entry, { called, zone }, language)),
      ),
      ...(last > 1 ? [context(say('changes.page', { page: at, last }))] : []),
      {
        type: 'actions',
        elements: [
          ...(at > 1 ? [turn(at - 1, 'changes.newer', 'newer')] : []),
          ...(at < last ? [turn(at + 1, 'changes.older', 'older')] : []),
          planButton(`${openAssignmentId}:back`, assignment.id, say('plan.open')),
        ],
      },
    ],
  }
}

/** What was done about an assignment, in a word or two. */
export function deedInWords({ what, after }: Pick<AuditEntry, 'what' | 'after'>, language: Language): string {
  const isGranted = what === 'decide-due' && 'dueOn' in after
  const key = isGranted ? 'audit.due-granted' : whats[what]
  return key === undefined ? brief(what, 40) : texts(language)(key)
}

function entryInWords(
  entry: AuditEntry,
  { called, zone }: { called: Called; zone: string },
  language: Language,
): string {
  const say = texts(language)
  const { at, via, note } = entry
  const who = whoInWords(entry, called, language)
  return [
    `• *${deedInWords(entry, language)}* · ${who} · ${momentForEachReader(at, zone, language)} · ${say(vias[via])}`,
    ...fieldsInWords(entry, called, language).map((field) => `   ${field}`),
    // Whoever does something about it has seen it by that.
    ...(entry.after.seen === true ? [`   ${say('audit.seen-with')}`] : []),
    ...(note === undefined ? [] : [`> ${brief(note, 400)}`]),
  ].join('\n')
}

/** `Owner: Jasmine Sample → Oriole Sample`, each with the names that people know. */
function fieldsInWords({ what, before, after }: AuditEntry, called: Called, language: Language): string[] {
  const say = texts(language)
  const told = (Object.keys(fieldKeys) as Field[]).filter(
    (field) => (field in before || field in after) && (what !== 'make' || fieldsOfNew.includes(field)),
  )
  return told.map((field) => {
    const inWords = (value: unknown) => valueInWords(field, value, called, language)
    return say('changes.field', {
      field: say(fieldKeys[field]),
      before: inWords(before[field]),
      after: inWords(after[field]),
    })
  })
}

function valueInWords(field: Field, value: unknown, called: Called, language: Language): string {
  const say = texts(language)
  if (value === undefined) return say('changes.field-none')
  if (field === 'owner' || field === 'waitsFor') return partyInWords(value as OwnerRef, called, language)
  if (field === 'titles') return brief(nameIn(value as Assignment['titles'], language), 160)
  if (Array.isArray(value))
    return value.length === 0
      ? say('changes.field-none')
      : firstOf(value, mostNamed, (one) => brief(String(one), 60), language)
  const text = String(value)
  if (field === 'dueOn' || field === 'doneOn' || field === 'dueAsked')
    return partialDayInWords(text, language)
  const state = field === 'state' ? states[text] : undefined
  return state === undefined ? brief(text, 200) : say(state)
}
