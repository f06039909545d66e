import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { OfferedGoal, OfferFacts } from '../domain/goal/offer-facts.ts'
import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { goalLine } from './goal-words.ts'
import { listed } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { offeredBy } from './offer-message.ts'
import { acceptAll, answerInWords, offeredGoal } from './offered-goal.ts'
import { openButton } from './plan-buttons.ts'

/** "Previous" and "Next" below a year's offers; the value is `OffersPage` as JSON. */
export const pageOffersId = 'offers.page'

/** A page of a year's offers; the first is 1. */
export type OffersPage = { year: number; page: number }

/** Slack takes 50 blocks a message, and a goal needs two. */
const mostOffers = 5
const mostAsked = 10
const mostOnPage = 10

/**
 * What waits for somebody's answer, group by group, with the buttons to answer it; `told`: what just came of one;
 * `changing`: the goals for which a change was asked, which are the secretariat's turn.
 */
export function offersWaiting(
  waiting: readonly OfferFacts[],
  { zone, told, changing = [] }: { zone: string; told?: string; changing?: readonly string[] },
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
      ...(changing.length > 0
        ? [section(say('offers.changing', { count: changing.length, names: listed(changing, language) }))]
        : []),
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

/** Every offer of a year, goal by goal with its answer, a page at a time; those that still wait come first. */
export function offersMade(
  offers: readonly OfferFacts[],
  { year, page }: OffersPage,
  zone: string,
  language: Language,
): Message {
  const say = texts(language)
  const openOf = ({ goals }: OfferFacts) => goals.filter(({ part }) => part.state === 'offered').length
  const open = offers.filter((facts) => openOf(facts) > 0)
  const inOrder = [...open, ...offers.filter((facts) => openOf(facts) === 0)]
  const title = say('offers.made', { count: offers.length, open: open.length, year: String(year) })
  const yours = new Set(
    offers.flatMap(({ goals }) =>
      goals.flatMap(({ goal, part }) => (isForSecretariat(goal, part) ? [goal.id] : [])),
    ),
  )
  const rows = inOrder.flatMap((facts): { facts: OfferFacts; goal?: OfferedGoal }[] =>
    facts.goals.length === 0 ? [{ facts }] : facts.goals.map((goal) => ({ facts, goal })),
  )
  const last = Math.max(1, Math.ceil(rows.length / mostOnPage))
  const at = Math.min(Math.max(page, 1), last)
  const shown = rows.slice((at - 1) * mostOnPage, at * mostOnPage)
  const waits = yours.size === 0 ? '' : `\n${say('offers.yours', { count: yours.size })}`
  return {
    text: title,
    blocks: [
      section(`*${title}*${waits}`),
      ...shown.flatMap(({ facts, goal }, nth): KnownBlock[] => [
        ...(shown[nth - 1]?.facts === facts ? [] : [section(offerLine(facts, zone, language))]),
        ...(goal === undefined ? [] : [goalRow(goal, { year, nth, zone }, language)]),
      ]),
      ...(last > 1
        ? [context(say('changes.page', { page: at, last })), turnButtons({ year, page: at }, last, language)]
        : []),
      context(say(offers.length === 0 ? 'offers.none-how' : 'offers.made-how')),
    ],
  }
}

/** The secretariat changes it, offers it to others, or gives it up. */
function isForSecretariat({ state }: OfferedGoal['goal'], part: OfferedGoal['part']): boolean {
  return state === 'open' && (part.state === 'change-asked' || part.state === 'declined')
}

function goalRow(
  offered: OfferedGoal,
  { year, nth, zone }: { year: number; nth: number; zone: string },
  language: Language,
): KnownBlock {
  const { id } = offered.goal
  const open = texts(language)('plan.open')
  return {
    ...section(`${goalLine(offered.goal, language)}\n${answerInWords(offered, zone, language)}`),
    accessory: openButton({ year, what: id }, open, `${id}-${nth}`),
  }
}

function turnButtons({ year, page }: OffersPage, last: number, language: Language): KnownBlock {
  const turn = (to: number, key: TextKey, name: string): Button => ({
    type: 'button',
    action_id: `${pageOffersId}:${name}`,
    value: JSON.stringify({ year, page: to } satisfies OffersPage),
    text: { type: 'plain_text', text: texts(language)(key) },
  })
  return {
    type: 'actions',
    elements: [
      ...(page > 1 ? [turn(page - 1, 'standard-list.previous', 'previous')] : []),
      ...(page < last ? [turn(page + 1, 'standard-list.next', 'next')] : []),
    ],
  }
}

/** What became of an offer in numbers; what was taken back is not to be answered any more. */
function offerLine(facts: OfferFacts, zone: string, language: Language): string {
  const say = texts(language)
  const { goals, group, answerers } = facts
  const count = (state: OfferedGoal['part']['state']) =>
    goals.filter(({ part }) => part.state === state).length
  const open = count('offered')
  const withdrawn = count('withdrawn')
  const asked = goals.length - withdrawn
  const answered =
    goals.length === 0
      ? say('offers.anew')
      : asked === 0
        ? say('offer.state-withdrawn')
        : say('offers.answered', {
            accepted: count('accepted'),
            changes: count('change-asked'),
            declined: count('declined'),
            answered: asked - open,
            count: asked,
            withdrawn,
          })
  const nobody =
    open > 0 && answerers.length === 0
      ? `\n⚠ ${say('offer.answers-unasked', { group: brief(group.code, 40) })}`
      : ''
  return `*${brief(group.code, 40)}* ${answered} · ${offeredBy(facts, zone, language)}${nobody}`
}
