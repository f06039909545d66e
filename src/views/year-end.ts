import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Plan } from '../domain/plan/rules.ts'
import { pointsOf } from '../domain/plan/rules.ts'
import { assignmentsBelow, kindsWithoutWork, type PlanTrace, type TracedGoal } from '../domain/plan/trace.ts'
import type { GoalOnward, YearEnd } from '../domain/plan/year-end.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import { texts } from '../texts/texts.ts'
import { ownerName } from './assignment-line.ts'
import { context, header, lines, section } from './blocks.ts'
import { evidenceInWords } from './evidence-words.ts'
import { fitting } from './fitting.ts'
import { goalLine, sentenceLine } from './goal-words.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { openButton, planButton } from './plan-buttons.ts'
import { shareInWords } from './share-words.ts'

/** "Close", "Carry on" and "Carry on the untouched"; their value is `YearEndAsked` as JSON. */
export const closeReachedId = 'reached.close'
export const carryGoalsId = 'goals.carry'
export const carryUntouchedId = 'untouched.carry'

/** What was seen when the button was pressed: nobody closes or carries what they have not seen. */
export type YearEndAsked = { year: number; seen: string }

/** Slack takes some 13,000 characters a message: so many are for each list. */
const roomForEach = 2_200

/** What is told beside the goals: `closedWhy` what was said when a goal was closed, by its id. */
export type YearEndTold = {
  kinds: readonly WorkKind[]
  isSecretariat: boolean
  note?: string
  closedWhy: ReadonlyMap<string, string>
}

/** The end of a year: what can be closed and is closed, with what evidence; what goes on and where; what nobody began. */
export function yearEndMessage(
  trace: PlanTrace,
  end: YearEnd,
  next: Plan | undefined,
  { kinds, isSecretariat, note, closedWhy }: YearEndTold,
  language: Language,
): Message {
  const say = texts(language)
  const { year } = trace.plan
  const title = say('end.title', { year: String(year) })
  const numbers = new Map(
    next === undefined ? [] : pointsOf(next).map(({ point }) => [point.id, point.number] as const),
  )
  const some = <T>(heading: string, all: readonly T[], line: (one: T) => string): KnownBlock[] => {
    const told = fitting(all, roomForEach, (one) => `• ${line(one)}`).map(({ text }) => text)
    return [
      ...lines(`*${heading}*`, told),
      ...(all.length > told.length ? [context(say('gaps.more', { count: all.length - told.length }))] : []),
    ]
  }
  const onward = (line: string, points: readonly string[]) => {
    if (next === undefined) return line
    const where = points.map((id) => numbers.get(id) ?? id).join(say('list.comma'))
    const to = points.length === 0 ? 'end.onward-none' : 'end.onward'
    const separator = points.length === 0 ? ' · ' : ' '
    return `${line}${separator}${say(to, { points: where, year: String(next.year) })}`
  }
  const kindNames = new Map(kinds.map(({ id, names }) => [id, nameIn(names, language)]))
  const missingOf = (goal: TracedGoal) => {
    const missing = kindsWithoutWork(goal).map((id) => brief(kindNames.get(id) ?? id, 60))
    if (missing.length === 0) return ''
    return `\n   ⚠ ${say('goal.kinds-without-work', { kinds: missing.join(say('list.comma')) })}`
  }
  const goalOnward = ({ goal, points }: GoalOnward) => {
    const line = `${goalLine(goal.goal, language)} · ${shareInWords(goal.share, language)}`
    return `${onward(line, points)}${missingOf(goal)}`
  }
  return {
    text: title,
    blocks: [
      header(title),
      ...(note === undefined ? [] : [section(note)]),
      ...some(
        say('end.close', { count: end.toClose.length }),
        end.toClose,
        (goal) => `${goalLine(goal.goal, language)}\n   ${evidenceOf(goal, language)}${missingOf(goal)}`,
      ),
      ...(end.stillOwed.length === 0
        ? []
        : some(
            say('end.still-owed', { count: end.stillOwed.length }),
            end.stillOwed,
            (goal) => `${goalLine(goal.goal, language)}${owedStill(goal, language)}`,
          )),
      ...some(say('end.carry', { count: end.toCarry.length }), end.toCarry, goalOnward),
      ...some(say('end.untouched', { count: end.untouched.length }), end.untouched, goalOnward),
      ...(end.withoutGoal.length === 0
        ? []
        : some(
            say('end.without-goal', { count: end.withoutGoal.length }),
            end.withoutGoal,
            ({ point, points }) => onward(sentenceLine(point.point, language), points),
          )),
      ...(end.closed.length === 0
        ? []
        : some(say('end.already-closed', { count: end.closed.length }), end.closed, (goal) => {
            const why = closedWhy.get(goal.goal.id)
            const said = why === undefined ? [] : [say('changes.why', { why: brief(why, 300) })]
            const line = `${goalLine(goal.goal, language)} · ${shareInWords(goal.share, language)}`
            return [line, evidenceOf(goal, language), ...said].join('\n   ')
          })),
      ...(next !== undefined && [...end.toCarry, ...end.untouched].some(({ points }) => points.length === 0)
        ? [context(say('end.stays', { year: String(year), next: String(next.year) }))]
        : []),
      ...(next === undefined ? [context(say('end.no-next', { year: String(year + 1) }))] : []),
      ...(isSecretariat ? buttons(trace, end, next, language) : []),
    ],
  }
}

/** Those that a button carries on: what no sentence goes on with is given up, or is served by a goal that is set anew. */
export function carriedTogether(goals: readonly GoalOnward[]): GoalOnward[] {
  return goals.filter(({ points }) => points.length > 0)
}

/** What was seen, shortly: which goals stand where. */
export function seenOf({ toClose, stillOwed, toCarry, untouched }: YearEnd): string {
  const ids = [
    toClose.map(({ goal }) => goal.id),
    stillOwed.map(({ goal }) => goal.id),
    toCarry.map(({ goal }) => goal.goal.id),
    untouched.map(({ goal }) => goal.goal.id),
  ]
  const text = JSON.stringify(ids)
  let hash = 0
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0
  return `${text.length}-${(hash >>> 0).toString(36)}`
}

function buttons(trace: PlanTrace, end: YearEnd, next: Plan | undefined, language: Language): KnownBlock[] {
  const say = texts(language)
  const { year } = trace.plan
  const value = JSON.stringify({ year, seen: seenOf(end) } satisfies YearEndAsked)
  // What was never begun and has no sentence to go to is given up, or set anew.
  const onwards = carriedTogether(end.untouched).length
  const carried = carriedTogether(end.toCarry).length
  const elements: Button[] = [
    ...(end.toClose.length > 0
      ? [
          planButton(closeReachedId, value, say('end.close-button', { count: end.toClose.length }), {
            style: 'primary',
          }),
        ]
      : []),
    ...(next !== undefined && carried > 0
      ? [
          planButton(
            carryGoalsId,
            value,
            say('end.carry-button', { count: carried, year: String(next.year) }),
          ),
        ]
      : []),
    ...(next !== undefined && onwards > 0
      ? [planButton(carryUntouchedId, value, say('end.carry-untouched-button', { count: onwards }))]
      : []),
    openButton({ year, what: '' }, say('plan.back', { what: say('plan.whole') })),
  ]
  return [{ type: 'actions', elements }]
}

/** What is still owed below a goal, and by whom. */
function owedStill(goal: TracedGoal, language: Language): string {
  const owed = assignmentsBelow(goal).filter(({ state }) => state === 'open')
  if (owed.length === 0) return ''
  const list = firstOf(
    owed,
    4,
    (one) => `${brief(nameIn(one.titles, language), 100)} — ${brief(ownerName(one, language), 60)}`,
    language,
  )
  return `\n   ${list}`
}

/** Where what was done for a goal can be seen. */
function evidenceOf(goal: TracedGoal, language: Language): string {
  const say = texts(language)
  const given = [
    ...goal.items.flatMap((item) => {
      if (item.progress.share < 1) return []
      const words = evidenceInWords(item, language)
      return words === '' ? [] : [`${item.item.id}${words}`]
    }),
    ...goal.assignments.flatMap(({ evidence }) => (evidence === undefined ? [] : [brief(evidence, 120)])),
  ]
  if (given.length === 0) return say('end.no-evidence')
  const more = given.length > 4 ? ` ${say('plan.mean-more', { count: given.length - 4 })}` : ''
  return `${say('end.evidence', { list: given.slice(0, 4).join('; ') })}${more}`
}
