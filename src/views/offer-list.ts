import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { OfferFacts } from '../domain/goal/offer-facts.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { brief } from './mrkdwn.ts'
import { offeredBy } from './offer-message.ts'
import { acceptAll, offeredGoal } from './offered-goal.ts'

/** Slack takes 50 blocks a message, and a goal needs two. */
const mostOffers = 5
const mostAsked = 10
const mostListed = 25

/** What waits for somebody's answer, group by group, with the buttons to answer it; `told`: what just came of one. */
export function offersWaiting(
  waiting: readonly OfferFacts[],
  { zone, told }: { zone: string; told?: string },
  language: Language,
): Message {
  const say = texts(language)
  const count = waiting.reduce((sum, { goals }) => sum + goals.length, 0)
  const title = say('offers.waiting', { count })
  let room = mostAsked
  const shown = waiting.slice(0, mostOffers).flatMap((facts) => {
    const goals = facts.goals.slice(0, room)
    room -= goals.length
    return goals.length === 0 ? [] : { ...facts, goals, isWhole: goals.length === facts.goals.length }
  })
  const left = count - (mostAsked - room)
  return {
    text: told === undefined ? title : `${told}\n${title}`,
    blocks: [
      ...(told === undefined ? [] : [section(told)]),
      section(`*${title}*${count === 0 ? '' : `\n${say('offers.waiting-how')}`}`),
      ...shown.flatMap((facts): KnownBlock[] => [
        section(
          `*${brief(facts.group.code, 40)}* · ${say('offers.of', { count: facts.goals.length, year: String(facts.offer.year) })}`,
        ),
        context(offeredBy(facts, zone, language)),
        ...(facts.isWhole && facts.goals.length > 1
          ? [acceptAll({ offer: facts.offer.id, isListed: true }, facts.goals.length, language)]
          : []),
        ...facts.goals.flatMap((goal) => offeredGoal(goal, { zone, isListed: true }, language)),
      ]),
      ...(left > 0 ? [context(say('offer.more', { count: left }))] : []),
    ],
  }
}

/** Every offer of a year and how far each is answered; those that still wait come first. */
export function offersMade(
  offers: readonly OfferFacts[],
  year: number,
  zone: string,
  language: Language,
): Message {
  const say = texts(language)
  const openOf = ({ goals }: OfferFacts) => goals.filter(({ part }) => part.state === 'offered').length
  const open = offers.filter((facts) => openOf(facts) > 0)
  const inOrder = [...open, ...offers.filter((facts) => openOf(facts) === 0)]
  const title = say('offers.made', { count: offers.length, open: open.length, year: String(year) })
  return {
    text: title,
    blocks: [
      ...lines(
        `*${title}*`,
        inOrder.slice(0, mostListed).map((facts) => offerLine(facts, zone, language)),
      ),
      ...(inOrder.length > mostListed
        ? [context(say('assignments.more', { count: inOrder.length - mostListed }))]
        : []),
      context(say(offers.length === 0 ? 'offers.none-how' : 'offers.made-how')),
    ],
  }
}

function offerLine(facts: OfferFacts, zone: string, language: Language): string {
  const say = texts(language)
  const { goals, group, answerers } = facts
  const count = (state: OfferFacts['goals'][number]['part']['state']) =>
    goals.filter(({ part }) => part.state === state).length
  const open = count('offered')
  const answered = say('offers.answered', {
    accepted: count('accepted'),
    changes: count('change-asked'),
    declined: count('declined'),
    answered: goals.length - open,
    count: goals.length,
  })
  const nobody =
    open > 0 && answerers.length === 0
      ? `\n⚠ ${say('offer.answers-unasked', { group: brief(group.code, 40) })}`
      : ''
  return `• *${brief(group.code, 40)}* ${answered} · ${offeredBy(facts, zone, language)}${nobody}`
}
