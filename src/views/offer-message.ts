import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Committee } from '../domain/committee/rules.ts'
import type { OfferedGoal, OfferFacts } from '../domain/goal/offer-facts.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { momentForEachReader, partialDayInWords } from './dates.ts'
import { acceptanceInWords, goalLine, sentenceLine } from './goal-words.ts'
import { brief } from './mrkdwn.ts'

/** "Accept" beside an offered goal; its value is `OfferAsked` as JSON. */
export const acceptGoalId = 'goal.accept'
/** "Accept all": its value is the id of the offer. */
export const acceptOfferId = 'offer.accept'
/** "Ask for a change…" and "Decline…", which ask for the reason; their values are as that of "Accept". */
export const askChangeId = 'goal.ask-change'
export const askDeclineId = 'goal.ask-decline'

/** Which goal, and which group's part in it. */
export type OfferAsked = { goal: string; group: string }

/** Slack takes 50 blocks and some 13,000 characters a message: who answers works down the list. */
const mostAsked = 12
const mostListed = 20

/** Asks whoever answers for a group about the goals that are offered to it, and shows the answers. */
export function offerMessage({ goals, ...offer }: OfferFacts, zone: string, language: Language): Message {
  const say = texts(language)
  const open = goals.filter(({ part }) => part.state === 'offered')
  const title = titleOf({ goals, ...offer }, language)
  const shown = [...open, ...goals.filter(({ part }) => part.state !== 'offered')].slice(0, mostAsked)
  const inOrder = goals.filter((goal) => shown.includes(goal))
  const left = goals.length - inOrder.length
  const waits =
    open.length === 0 ? say('offer.title-answered') : say('offer.title-waits', { open: open.length })
  return {
    text: title,
    blocks: [
      section(`*${title}*\n${waits}`),
      context(offeredBy({ goals, ...offer }, zone, language)),
      ...(open.length > 1 ? [acceptAll(offer.offer.id, open.length, language)] : []),
      ...inOrder.flatMap((goal) => goalBlocks(goal, offer.group, zone, language)),
      ...(left > 0 ? [context(say('offer.more', { count: left }))] : []),
    ],
  }
}

/** Tells the secretariat what became of an offer, goal by goal. */
export function offerAnswers(facts: OfferFacts, { languages, zone }: Committee): Message {
  const language = languages[0] ?? 'en'
  const say = texts(language)
  const { goals, group, offer } = facts
  const inState = (state: OfferedGoal['part']['state']) =>
    goals.filter(({ part }) => part.state === state).length
  const title = say('offer.answers-title', {
    group: brief(group.code, 40),
    count: goals.length,
    year: String(offer.year),
  })
  const wanting = goals.find(({ part }) => part.state === 'change-asked')
  return {
    text: title,
    blocks: [
      ...lines(
        `*${title}*\n${say('offer.answers-count', {
          accepted: inState('accepted'),
          changes: inState('change-asked'),
          declined: inState('declined'),
          open: inState('offered'),
        })}`,
        goals
          .slice(0, mostListed)
          .map((goal) => `• ${goalLine(goal.goal, language)}\n${answerInWords(goal, zone, language)}`),
      ),
      ...(goals.length > mostListed
        ? [context(say('assignments.more', { count: goals.length - mostListed }))]
        : []),
      context(offeredBy(facts, zone, language)),
      ...(wanting === undefined ? [] : [context(say('offer.answers-next', { goal: wanting.goal.id }))]),
    ],
  }
}

/** Tells a group's channel, as a whole, what its convenor has taken on for it. */
export function goalsTaken({ goals, offer, group }: OfferFacts): Message {
  const { language, zone } = group
  const say = texts(language)
  const title = say('goals.taken', {
    group: brief(group.code, 40),
    count: goals.length,
    year: String(offer.year),
  })
  const [first] = goals
  return {
    text: title,
    blocks: [
      ...lines(
        `*${title}*`,
        goals
          .slice(0, mostListed)
          .map(
            (goal) => `• ${goalLine(goal.goal, language)}${dueOf(goal, language)}\n${below(goal, language)}`,
          ),
      ),
      ...(goals.length > mostListed
        ? [context(say('assignments.more', { count: goals.length - mostListed }))]
        : []),
      ...(first === undefined ? [] : [context(answerInWords(first, zone, language))]),
      context(say('goals.taken-next', { goal: first?.goal.id ?? 'g1' })),
    ],
  }
}

function titleOf({ goals, offer, group }: OfferFacts, language: Language): string {
  return texts(language)('offer.title', {
    count: goals.length,
    group: brief(group.code, 40),
    year: String(offer.year),
  })
}

function offeredBy({ offer, byNames }: OfferFacts, zone: string, language: Language): string {
  const say = texts(language)
  const by =
    byNames === undefined
      ? say('offer.by-nobody')
      : say('offer.by', { name: brief(nameIn(byNames, language), 80) })
  return `${by} · ${momentForEachReader(offer.offeredAt, zone, language)}`
}

function goalBlocks(goal: OfferedGoal, group: WorkingGroup, zone: string, language: Language): KnownBlock[] {
  const head = `${goalLine(goal.goal, language)}${dueOf(goal, language)}\n${below(goal, language)}`
  if (goal.part.state !== 'offered') return [section(`${head}\n${answerInWords(goal, zone, language)}`)]
  const asked = JSON.stringify({ goal: goal.goal.id, group: group.code } satisfies OfferAsked)
  const button = (id: string, key: TextKey, more: Partial<Button> = {}): Button => ({
    type: 'button',
    action_id: `${id}:${goal.goal.id}`,
    value: asked,
    text: { type: 'plain_text', text: texts(language)(key) },
    ...more,
  })
  return [
    section(head),
    {
      type: 'actions',
      elements: [
        button(acceptGoalId, 'offer.accept', { style: 'primary' }),
        button(askChangeId, 'offer.ask-change'),
        button(askDeclineId, 'offer.decline'),
      ],
    },
  ]
}

function acceptAll(offer: string, count: number, language: Language): KnownBlock {
  const text = texts(language)('offer.accept-all', { count })
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: acceptOfferId,
        value: offer,
        text: { type: 'plain_text', text },
        style: 'primary',
      },
    ],
  }
}

/** The sentences of the plan from which the goal comes. */
function below({ points }: OfferedGoal, language: Language): string {
  return points.map((point) => `> ${sentenceLine(point, language)}`).join('\n')
}

function dueOf({ goal }: OfferedGoal, language: Language): string {
  if (goal.dueOn === undefined) return ''
  return ` · ${texts(language)('offer.due', { on: partialDayInWords(goal.dueOn, language) })}`
}

function answerInWords({ part, byNames }: OfferedGoal, zone: string, language: Language): string {
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
