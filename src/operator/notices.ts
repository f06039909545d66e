import type { App } from '../app.ts'
import { byOperator } from '../domain/audit/rules.ts'
import { longestWhy } from '../domain/decision/rules.ts'
import { type DecisionWord, type Notice, type NoticeState, noticeStates } from '../domain/notice/rules.ts'
import { OperatorError } from './operator-error.ts'

/** A notice as an operator sees it: to whom, of what kind and day, its state and why. */
export type NoticeLine = {
  id: string
  /** A group's code, a member's id, or `secretariat`. */
  to: string
  kind: string
  on: string
  state: string
  attempts: number
  reason?: string
  sentAt?: string
  ts?: string
}

/** The newest notices; where a state is given, only those in it. */
export async function noticeLines(app: App, most: number, state?: NoticeState): Promise<NoticeLine[]> {
  const { latest } = await app.notices.overview(most, state)
  return latest.map(noticeLine)
}

/** One notice as an operator sees it. */
export function noticeLine({
  id,
  kind,
  group,
  member,
  slotOn,
  state,
  attempts,
  reason,
  sentAt,
  ts,
}: Notice): NoticeLine {
  return {
    id,
    to: group ?? member ?? 'secretariat',
    kind,
    on: slotOn,
    state,
    attempts,
    ...(reason !== undefined && { reason }),
    ...(sentAt !== undefined && { sentAt: sentAt.toISOString() }),
    ...(ts !== undefined && { ts }),
  }
}

/** The notice in a line: `failed WG8 reminder for 2026-11-23: is_archived (id)`. */
export function noticeText({ id, to, kind, on, state, reason }: NoticeLine): string {
  return `${state} ${to} ${kind} for ${on}${reason === undefined ? '' : `: ${reason}`} (${id})`
}

/**
 * Lets the operator decide about a notice, named by its id or enough of its beginning.
 * @throws OperatorError where none or several begin so, where nothing is left to decide, or where the reason is too long
 */
export async function decide(
  app: App,
  start: string,
  word: DecisionWord,
  why: string | undefined,
): Promise<NoticeLine> {
  if (why !== undefined && why.length > longestWhy)
    throw new OperatorError(`the reason has ${why.length} characters; ${longestWhy} are kept at the most`)
  if (start.length < shortestStart)
    throw new OperatorError(`give the notice's id, or its first ${shortestStart} characters at least`)
  const [notice, ...others] = await app.decisions.startingWith(start.toLowerCase())
  if (notice === undefined)
    throw new OperatorError(`no notice has the id "${start}"; \`notices\` lists them with their ids`)
  if (others.length > 0)
    throw new OperatorError(`several notices have ids that begin with "${start}"; give more of it`)
  const outcome = await app.decisions.make(notice.id, word, {
    ...byOperator,
    ...(why !== undefined && { why }),
  })
  if (outcome?.isMade !== true)
    throw new OperatorError(
      `the notice ${notice.id} is ${outcome?.notice.state ?? notice.state}; there is nothing to ${word}`,
    )
  const now = await app.notices.byId(notice.id)
  return noticeLine(now ?? notice)
}

/** Fewer characters of an id might mean another notice tomorrow. */
const shortestStart = 4

/** The state that the operator names. @throws OperatorError where there is none of that name */
export function stateNamed(text: string): NoticeState {
  const state = noticeStates.find((one) => one === text.toLowerCase())
  if (state === undefined)
    throw new OperatorError(`"${text}" is no state; there are ${noticeStates.join(', ')}`)
  return state
}
