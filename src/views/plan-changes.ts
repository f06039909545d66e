import type { Button } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { OfferEvent } from '../domain/goal/offer-record.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import type { ChangedField, FieldChange, PlanChange, PlanChangeKind } from '../domain/plan/change.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { momentForEachReader, partialDayInWords } from './dates.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { topicInWords } from './topic-words.ts'

/** "Older" and "Newer" below the decisions; the value is `ChangesPage` as JSON. */
export const openChangesId = 'changes.open'

/** A page of the decisions about a year's plan, or about a part of it as people call it; the first is 1. */
export type ChangesPage = { year: number; what: string; page: number }

/**
 * A decision as people read it: what it is about as they call it, who made it, and how what its fields hold is called,
 * by its id; what has no other name stands for itself.
 */
export type ChangeRead = {
  change: PlanChange
  subject: string
  byNames?: Names
  touched: Touched
  called: (field: ChangedField, id: string) => Names | string | undefined
}

/** What a decision touched: what has a name that people know, by it, and how many assignments. */
export type Touched = { named: string[]; assignments: number }

/** An offer or an answer to it as people read it. */
export type OfferRead = { offer: OfferEvent; byNames?: Names }

/** As many as a page shows. */
const changesOnPage = 8

const kinds = {
  'plan-taken': 'changes.plan-taken',
  'plan-renamed': 'changes.plan-renamed',
  'area-renamed': 'changes.area-renamed',
  'point-changed': 'changes.point-changed',
  'point-added': 'changes.point-added',
  'point-dropped': 'changes.point-dropped',
  'point-read': 'changes.point-read',
  'goal-made': 'changes.goal-made',
  'goal-changed': 'changes.goal-changed',
  'goal-dropped': 'changes.goal-dropped',
  'goal-closed': 'changes.goal-closed',
  'goal-carried': 'changes.goal-carried',
  'item-changed': 'changes.item-changed',
  'item-dropped': 'changes.item-dropped',
  'item-reopened': 'changes.item-reopened',
} as const satisfies Record<PlanChangeKind, TextKey>

const fieldKeys = {
  points: 'changes.field-points',
  groups: 'changes.field-groups',
  kinds: 'work.kind',
  goals: 'changes.field-goals',
  kind: 'work.kind',
  lead: 'work.lead',
  start: 'work.began',
  due: 'work.due',
  standards: 'work.standards',
  topics: 'work.topics',
  urgent: 'changes.field-urgent',
} as const satisfies Record<ChangedField, TextKey>

/** So many of what a field holds are named. */
const mostNamed = 10

const offerKeys = {
  offered: 'changes.offered',
  accepted: 'changes.offer-accepted',
  'change-asked': 'changes.offer-change-asked',
  declined: 'changes.offer-declined',
  withdrawn: 'changes.offer-withdrawn',
} as const satisfies Record<OfferEvent['kind'], TextKey>

/** The decisions on record about a plan, newest first: when, who, what, why, and what it touched. */
export function planChanges(
  changes: readonly (ChangeRead | OfferRead)[],
  { year, what, page }: ChangesPage,
  zone: string,
  language: Language,
): Message {
  const say = texts(language)
  const count = changes.length
  const last = Math.max(1, Math.ceil(count / changesOnPage))
  const at = Math.min(Math.max(page, 1), last)
  const about = what === '' ? say('changes.of-plan', { year: String(year) }) : brief(what, 64)
  const title = say('changes.title', { count, about })
  const shown = changes.slice((at - 1) * changesOnPage, at * changesOnPage)
  const turn = (to: number, key: TextKey, name: string): Button => ({
    type: 'button',
    action_id: `${openChangesId}:${name}`,
    value: JSON.stringify({ year, what, page: to } satisfies ChangesPage),
    text: { type: 'plain_text', text: say(key) },
  })
  const elements = [
    ...(at > 1 ? [turn(at - 1, 'changes.newer', 'newer')] : []),
    ...(at < last ? [turn(at + 1, 'changes.older', 'older')] : []),
  ]
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      ...lines(
        '',
        shown.map((one) =>
          'offer' in one ? offerInWords(one, zone, language) : changeInWords(one, zone, language),
        ),
      ),
      ...(last > 1 ? [context(say('changes.page', { page: at, last }))] : []),
      ...(elements.length === 0 ? [] : [{ type: 'actions' as const, elements }]),
    ],
  }
}

/** What was decided, in short: `Point 2.3 changed`. */
export function decisionInWords(kind: PlanChangeKind, subject: string, language: Language): string {
  return texts(language)(kinds[kind], { subject: brief(subject, 64) })
}

function changeInWords(read: ChangeRead, zone: string, language: Language): string {
  const say = texts(language)
  const { change, subject, byNames, touched } = read
  const { kind, why, at, fields = [] } = change
  const by = byNames === undefined ? say('changes.by-file') : brief(nameIn(byNames, language), 80)
  return [
    `• *${decisionInWords(kind, subject, language)}* · ${by}, ${momentForEachReader(at, zone, language)}`,
    ...wordsChanged(change, language),
    ...fields.map((field) => `   ${fieldInWords(field, read.called, language)}`),
    ...(why === undefined ? [] : [`   ${say('changes.why', { why: brief(why, 400) })}`]),
    ...touchedInWords(touched, language),
  ].join('\n')
}

/** `It touched g3, w1, w5 and 2 assignments.` */
function touchedInWords({ named, assignments }: Touched, language: Language): string[] {
  const say = texts(language)
  const names = named.slice(0, mostNamed).map((name) => brief(name, 64))
  const others = named.length - names.length
  const counts = [
    ...(others > 0 ? [say('changes.others', { count: others })] : []),
    ...(assignments > 0 ? [say('changes.assignments', { count: assignments })] : []),
  ]
  const last = counts.pop()
  const before = [...names, ...counts].join(say('list.comma'))
  if (last === undefined && before === '') return []
  const list =
    last === undefined ? before : before === '' ? last : say('changes.and', { names: before, last })
  return [`   ${say('changes.touched', { list })}`]
}

function offerInWords({ offer, byNames }: OfferRead, zone: string, language: Language): string {
  const say = texts(language)
  const { kind, group, goals, why, at } = offer
  const by = byNames === undefined ? say('changes.by-file') : brief(nameIn(byNames, language), 80)
  const what = say(offerKeys[kind], {
    goals: goals.length,
    names: firstOf(goals, mostNamed, (id) => brief(id, 64), language),
    group: brief(group, 40),
  })
  return [
    `• *${what}* · ${by}, ${momentForEachReader(at, zone, language)}`,
    ...(why === undefined ? [] : [`   ${say('changes.why', { why: brief(why, 400) })}`]),
  ].join('\n')
}

/** The words before and after; once, where they stayed as they were. */
function wordsChanged({ before, after }: PlanChange, language: Language): string[] {
  const quote = (names: Names) => `> ${brief(nameIn(names, language), 300)}`
  const isSame = before?.zh === after?.zh && before?.en === after?.en
  if (before === undefined || after === undefined || isSame) {
    const words = after ?? before
    return words === undefined || nameIn(words, language) === '' ? [] : [quote(words)]
  }
  if (nameIn(before, language) !== nameIn(after, language)) return [quote(before), '   →', quote(after)]
  // Only the words of the other language changed.
  const other = language === 'en' ? 'zh' : 'en'
  return [before, '   →', after].map((one) =>
    typeof one === 'string' ? one : `> ${brief(one[other] ?? texts(language)('changes.field-none'), 300)}`,
  )
}

/** `By: 30 June → 30 September`, each with the names that people know. */
export function fieldInWords(
  { field, before, after }: FieldChange,
  called: ChangeRead['called'],
  language: Language,
): string {
  const say = texts(language)
  const inWords = (id: string) => {
    if (field === 'start' || field === 'due') return partialDayInWords(id, language)
    if (field === 'urgent') return say('changes.yes')
    if (field === 'topics') return brief(topicInWords(id, language), 60)
    const name = called(field, id) ?? id
    return brief(typeof name === 'string' ? name : nameIn(name, language), 80)
  }
  const list = (ids: readonly string[]) =>
    ids.length === 0 ? say('changes.field-none') : firstOf(ids, mostNamed, inWords, language)
  return say('changes.field', { field: say(fieldKeys[field]), before: list(before), after: list(after) })
}
