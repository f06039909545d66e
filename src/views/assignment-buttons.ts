import type { Button, StaticSelect } from '@slack/types'
import type { GestureKind } from '../domain/assignment/gestures.ts'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { mostOptions, option } from './inputs.ts'
import { planButton } from './plan-buttons.ts'

/** Shows an assignment beside the message, which stays; the value is its id. */
export const openAssignmentId = 'assignment.open'
/** Does at once what needs no words; the value is `AssignmentDone` as JSON. */
export const actAssignmentId = 'assignment.act'
/** Opens the modal in which the rest is said; the value is `AssignmentAsked` as JSON. */
export const askAssignmentId = 'assignment.ask'
/** A page of what was done about an assignment; the value is `HistoryPage` as JSON. */
export const openAssignmentHistoryId = 'assignment-history.open'

/** What a press does at once. */
export const doneAtOnce = ['accept', 'unblock', 'grant'] as const
/** What a press asks words for. */
export const askedFor = [
  'decline',
  'refuse',
  'reopen',
  'withdraw',
  'give',
  'update',
  'block',
  'due',
  'finish',
] as const
export type DoneAtOnce = (typeof doneAtOnce)[number]
export type AskedFor = (typeof askedFor)[number]

/** `on`: the day that was asked for as its reader saw it. */
export type AssignmentDone = { assignment: string; kind: DoneAtOnce; on?: Day }
export type AssignmentAsked = { assignment: string; kind: AskedFor; on?: Day }
export type HistoryPage = { assignment: string; page: number }

/** What each press comes to, by which it is known whether its reader may. */
export const gestureOf = {
  accept: 'accept',
  unblock: 'unblock',
  grant: 'decide-due',
  decline: 'decline',
  refuse: 'decide-due',
  reopen: 'reopen',
  withdraw: 'withdraw',
  give: 'give',
  update: 'update',
  block: 'block',
  due: 'ask-due',
  finish: 'finish',
} as const satisfies Record<DoneAtOnce | AskedFor, GestureKind>

const labels = {
  accept: 'assignment.press-accept',
  unblock: 'assignment.press-unblock',
  grant: 'assignment.press-grant',
  decline: 'assignment.press-decline',
  refuse: 'assignment.press-refuse',
  reopen: 'assignment.press-reopen',
  withdraw: 'assignment.press-withdraw',
  give: 'assignment.press-give',
  update: 'assignment.press-update',
  block: 'assignment.press-block',
  finish: 'assignment.press-finish',
} as const satisfies Record<Exclude<DoneAtOnce | AskedFor, 'due'>, TextKey>

/** Slack has room for so many in a row, and a card for two rows, the last place of which is the history's. */
const mostInRow = 5
const mostActions = 2 * mostInRow - 1

/** What somebody may do, whatever state the assignment is in. */
export type May = (kind: GestureKind) => boolean

/** What a reader may do with an assignment as it stands, what is likeliest first. */
export function pressesFor(assignment: Assignment, may: May): (DoneAtOnce | AskedFor)[] {
  const { life, state } = assignment
  if (state !== 'open') return may('reopen') ? ['reopen'] : []
  const decides = may('decide-due')
  const isNew = life.accepted === undefined || life.declined !== undefined
  const isBack = life.declined !== undefined
  const likely: [DoneAtOnce | AskedFor, boolean][] = [
    ['grant', life.dueAsked !== undefined],
    ['refuse', life.dueAsked !== undefined],
    ['give', decides && isBack],
    ['accept', isNew],
    ['decline', isNew && !isBack],
    ['unblock', life.blocked !== undefined],
    ['finish', true],
    ['update', true],
    ['block', life.blocked === undefined],
    ['due', true],
    ['give', true],
    ['withdraw', true],
    ['decline', !isBack],
  ]
  const fit = likely.flatMap(([kind, fits]) => (fits && may(gestureOf[kind]) ? [kind] : []))
  return [...new Set(fit)].slice(0, mostActions)
}

/** The rows of buttons below an assignment's card. */
export function assignmentButtons(assignment: Assignment, may: May, language: Language): Button[][] {
  const say = texts(language)
  const { id, life } = assignment
  const presses = pressesFor(assignment, may)
  const buttons = presses.map((kind, at) => {
    const label =
      kind === 'due'
        ? say(may('set-due') ? 'assignment.press-set-due' : 'assignment.press-ask-due')
        : say(labels[kind])
    const on = (kind === 'grant' || kind === 'refuse') && life.dueAsked ? { on: life.dueAsked.on } : {}
    const value = JSON.stringify({ assignment: id, kind, ...on })
    const style = at === 0 ? { style: 'primary' as const } : {}
    return isAtOnce(kind)
      ? planButton(`${actAssignmentId}:${kind}`, value, label, style)
      : planButton(`${askAssignmentId}:${kind}`, value, label, style)
  })
  const page: HistoryPage = { assignment: id, page: 1 }
  const all = [
    ...buttons,
    planButton(openAssignmentHistoryId, JSON.stringify(page), say('assignment.press-history')),
  ]
  return [all.slice(0, mostInRow), all.slice(mostInRow)].filter((row) => row.length > 0)
}

/** A menu that opens one of these assignments; `name` tells it from the others beside it. */
export function openAssignmentMenu(
  assignments: readonly Assignment[],
  language: Language,
  name = 'menu',
): StaticSelect {
  const say = texts(language)
  return {
    type: 'static_select',
    action_id: `${openAssignmentId}:${name}`,
    placeholder: { type: 'plain_text', text: say('assignments.open') },
    options: assignments
      .slice(0, mostOptions)
      .map(({ id, titles }) => option(id, `${id} · ${nameIn(titles, language)}`)),
  }
}

function isAtOnce(kind: DoneAtOnce | AskedFor): kind is DoneAtOnce {
  return doneAtOnce.some((one) => one === kind)
}
