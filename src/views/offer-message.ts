import type { Message } from '../contract/reply.ts'
import type { Committee } from '../domain/committee/rules.ts'
import type { OfferedGoal, OfferFacts } from '../domain/goal/offer-facts.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { momentForEachReader } from './dates.ts'
import { goalLine } from './goal-words.ts'
import { brief } from './mrkdwn.ts'
import { acceptAll, answerInWords, offeredGoal, offeredGoalInWords } from './offered-goal.ts'

/** Slack takes 50 blocks and some 13,000 characters a message: who answers works down the list. */
const mostAsked = 10
const mostListed = 12

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
      context(offeredBy(offer, zone, language)),
      // Whoever accepts all has all before them.
      ...(open.length > 1 && open.length <= mostAsked
        ? [acceptAll({ offer: offer.offer.id }, open.length, language)]
        : []),
      ...inOrder.flatMap((goal) => offeredGoal(goal, { zone }, language)),
      ...(left > 0
        ? [context(say(open.length > mostAsked ? 'offer.more' : 'assignments.more', { count: left }))]
        : []),
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
      ...(facts.answerers.length === 0 && inState('offered') > 0
        ? [section(say('offer.answers-unasked', { group: brief(group.code, 40) }))]
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
  // Whoever answered stands below all of them once, or below each where it was not one person.
  const isByOne = new Set(goals.map(({ part }) => part.by)).size === 1
  const inWords = (goal: OfferedGoal) => {
    const words = `• ${offeredGoalInWords(goal, language)}`
    return isByOne ? words : `${words}\n${answerInWords(goal, zone, language)}`
  }
  return {
    text: title,
    blocks: [
      ...lines(`*${title}*`, goals.slice(0, mostListed).map(inWords)),
      ...(goals.length > mostListed
        ? [context(say('assignments.more', { count: goals.length - mostListed }))]
        : []),
      ...(first === undefined || !isByOne ? [] : [context(answerInWords(first, zone, language))]),
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

/** Who offered it, and when. */
export function offeredBy(
  { offer, byNames }: Pick<OfferFacts, 'offer' | 'byNames'>,
  zone: string,
  language: Language,
): string {
  const say = texts(language)
  const by =
    byNames === undefined
      ? say('offer.by-nobody')
      : say('offer.by', { name: brief(nameIn(byNames, language), 80) })
  return `${by} · ${momentForEachReader(offer.offeredAt, zone, language)}`
}
