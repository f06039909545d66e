import type { Day } from '../domain/calendar/day.ts'
import type { Altered } from '../domain/goal/altered.ts'
import { partOf } from '../domain/goal/deciding.ts'
import type { Acceptance, AcceptanceState, Goal } from '../domain/goal/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Point } from '../domain/plan/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { shortDay } from './dates.ts'
import { brief } from './mrkdwn.ts'

const states = {
  draft: 'offer.state-draft',
  offered: 'offer.state-offered',
  accepted: 'offer.state-accepted',
  'change-asked': 'offer.state-change-asked',
  declined: 'offer.state-declined',
  withdrawn: 'offer.state-withdrawn',
} as const satisfies Record<AcceptanceState, TextKey>

/** How a group stands towards a goal. */
export function acceptanceInWords(state: AcceptanceState, language: Language): string {
  return texts(language)(states[state])
}

/** The same of one group's part. */
export function partInWords(goal: Goal, group: string, language: Language): string {
  return acceptanceInWords(partOf(goal, group)?.state ?? 'draft', language)
}

/** How a group stands towards a goal; whoever has accepted what was asked before it was changed has not accepted what is asked now. */
export function acceptanceSince(
  { state, answeredAt }: Pick<Acceptance, 'state' | 'answeredAt'>,
  altered: Altered | undefined,
  today: Day,
  language: Language,
): string {
  const isEarlier = altered !== undefined && (answeredAt === undefined || answeredAt < altered.at)
  if (state !== 'accepted' || !isEarlier) return acceptanceInWords(state, language)
  return texts(language)('goal.accepted-before', { on: shortDay(altered.on, today, language) })
}

const ended = {
  closed: 'goal.state-closed',
  dropped: 'goal.state-dropped',
  carried: 'goal.state-carried',
} as const satisfies Record<Exclude<Goal['state'], 'open'>, TextKey>

/** How a goal has ended, behind its words; nothing while it is open. */
export function endInWords({ state }: Pick<Goal, 'state'>, language: Language): string {
  return state === 'open' ? '' : ` · ${texts(language)(ended[state])}`
}

/** A goal in one line, by its short name. */
export function goalLine({ id, texts: names }: Pick<Goal, 'id' | 'texts'>, language: Language): string {
  return `*${brief(id, 64)}* ${brief(nameIn(names, language), 300)}`
}

/**
 * A sentence of the plan, as it stands there, in one line; by its number alone where `goal`, which stands beside it, says
 * the same word for word.
 */
export function sentenceLine(
  { number, texts: names }: Pick<Point, 'number' | 'texts'>,
  language: Language,
  goal?: Pick<Goal, 'texts'>,
): string {
  const sentence = nameIn(names, language)
  if (goal !== undefined && nameIn(goal.texts, language) === sentence)
    return texts(language)('offer.same', { number })
  return texts(language)('offer.sentence', { number, text: brief(sentence, 300) })
}
