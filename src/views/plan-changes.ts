import type { Button } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import type { PlanChange, PlanChangeKind } from '../domain/plan/change.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { momentForEachReader } from './dates.ts'
import { brief } from './mrkdwn.ts'

/** "Older" and "Newer" below the decisions; the value is `ChangesPage` as JSON. */
export const openChangesId = 'changes.open'

/** A page of the decisions about a year's plan, or about a part of it as people call it; the first is 1. */
export type ChangesPage = { year: number; what: string; page: number }

/** A decision as people read it: what it is about as they call it, and who made it. */
export type ChangeRead = { change: PlanChange; subject: string; byNames?: Names }

/** As many as a page shows. */
export const changesOnPage = 8

const kinds = {
  'plan-taken': 'changes.plan-taken',
  'point-changed': 'changes.point-changed',
  'point-added': 'changes.point-added',
  'point-dropped': 'changes.point-dropped',
  'goal-made': 'changes.goal-made',
  'goal-changed': 'changes.goal-changed',
  'goal-dropped': 'changes.goal-dropped',
  'goal-closed': 'changes.goal-closed',
  'goal-carried': 'changes.goal-carried',
  'item-dropped': 'changes.item-dropped',
  'item-reopened': 'changes.item-reopened',
} as const satisfies Record<PlanChangeKind, TextKey>

/** The decisions on record about a plan, newest first: when, who, what, why, and what it touched. */
export function planChanges(
  changes: readonly ChangeRead[],
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
        shown.map((one) => changeInWords(one, zone, language)),
      ),
      ...(last > 1 ? [context(say('changes.page', { page: at, last }))] : []),
      ...(elements.length === 0 ? [] : [{ type: 'actions' as const, elements }]),
    ],
  }
}

function changeInWords({ change, subject, byNames }: ChangeRead, zone: string, language: Language): string {
  const say = texts(language)
  const { kind, why, touched, at } = change
  const by = byNames === undefined ? say('changes.by-file') : brief(nameIn(byNames, language), 80)
  const what = say(kinds[kind], { subject: brief(subject, 64) })
  return [
    `• *${what}* · ${by}, ${momentForEachReader(at, zone, language)}`,
    ...wordsChanged(change, language),
    ...(why === undefined ? [] : [`   ${say('changes.why', { why: brief(why, 400) })}`]),
    ...(touched.length === 0 ? [] : [`   ${say('changes.touched', { count: touched.length })}`]),
  ].join('\n')
}

/** The words before and after; once, where they stayed as they were. */
function wordsChanged({ kind, before, after }: PlanChange, language: Language): string[] {
  const say = texts(language)
  const quote = (names: Names) => `> ${brief(nameIn(names, language), 300)}`
  const isSame = before?.zh === after?.zh && before?.en === after?.en
  if (before === undefined || after === undefined || isSame) {
    const words = after ?? before
    const stayed = isSame && kind === 'goal-changed' ? [`   ${say('changes.same-words')}`] : []
    return words === undefined || nameIn(words, language) === '' ? [] : [quote(words), ...stayed]
  }
  return [quote(before), `   →`, quote(after)]
}
