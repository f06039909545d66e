import type { KnownBlock } from '@slack/types'
import type { OfferedGoal } from '../domain/goal/offer-facts.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { momentForEachReader, partialDayInWords } from './dates.ts'
import { acceptanceInWords, endInWords, goalLine, sentenceLine } from './goal-words.ts'
import { brief } from './mrkdwn.ts'

/** "Accept" beside an offered goal; its value is `OfferAsked` as JSON. */
export const acceptGoalId = 'goal.accept'
/** "Accept all"; its value is `OfferRef` as JSON. */
export const acceptOfferId = 'offer.accept'
/** "Ask for a change…" and "Decline…", which ask for the reason; their values are as that of "Accept". */
export const askChangeId = 'goal.ask-change'
export const askDeclineId = 'goal.ask-decline'

/** Which goal, and which group's part in it. `isListed`: it stands in a list that is shown anew after the answer. */
export type OfferAsked = { goal: string; group: string; isListed?: true }
/** Which offer; `isListed` as above. */
export type OfferRef = { offer: string; isListed?: true }

/** An offered goal with its sentences: the buttons to answer it, or what was answered. */
export function offeredGoal(
  goal: OfferedGoal,
  { zone, isListed }: { zone: string; isListed?: true },
  language: Language,
): KnownBlock[] {
  const head = offeredGoalInWords(goal, language)
  if (goal.part.state !== 'offered') return [section(`${head}\n${answerInWords(goal, zone, language)}`)]
  const { id } = goal.goal
  const asked: OfferAsked = { goal: id, group: goal.part.group, ...(isListed && { isListed }) }
  const value = JSON.stringify(asked)
  const text = (key: TextKey) => ({ type: 'plain_text' as const, text: texts(language)(key) })
  return [
    section(head),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: `${acceptGoalId}:${id}`,
          value,
          text: text('offer.accept'),
          style: 'primary',
        },
        { type: 'button', action_id: `${askChangeId}:${id}`, value, text: text('offer.ask-change') },
        { type: 'button', action_id: `${askDeclineId}:${id}`, value, text: text('offer.decline') },
      ],
    },
  ]
}

/** The button that accepts all of an offer that still waits. */
export function acceptAll(ref: OfferRef, count: number, language: Language): KnownBlock {
  const text = texts(language)('offer.accept-all', { count })
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: `${acceptOfferId}:${ref.offer}`.slice(0, 255),
        value: JSON.stringify(ref),
        text: { type: 'plain_text', text },
        style: 'primary',
      },
    ],
  }
}

/** A goal with its day, how it has ended and, below it, the sentences of the plan from which it comes. */
export function offeredGoalInWords({ goal, points }: OfferedGoal, language: Language): string {
  const due =
    goal.dueOn === undefined
      ? ''
      : ` · ${texts(language)('offer.due', { on: partialDayInWords(goal.dueOn, language) })}`
  const below = points.slice(0, mostSentences).map((point) => `> ${sentenceLine(point, language, goal)}`)
  return [`${goalLine(goal, language)}${due}${endInWords(goal, language)}`, ...below].join('\n')
}

/** How the group stands towards it: who answered what, when and why. */
export function answerInWords({ part, byNames }: OfferedGoal, zone: string, language: Language): string {
  const say = texts(language)
  const state = acceptanceInWords(part.state, language)
  const told =
    byNames === undefined || part.answeredAt === undefined
      ? state
      : say('offer.answered-by', {
          state: `*${state}*`,
          name: brief(nameIn(byNames, language), 80),
          at: momentForEachReader(part.answeredAt, zone, language),
        })
  if (part.why === undefined) return told
  const why = brief(part.why, 300)
  return `${told}\n${say(part.state === 'change-asked' ? 'goal.because-change' : 'goal.because-declined', { why })}`
}

/** A goal that serves more sentences shows them on its card. */
const mostSentences = 2
