import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { GroupAsked } from '../domain/goal/offer-facts.ts'
import type { Meant } from '../domain/goal/offer-reading.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { brief } from './mrkdwn.ts'

/** "Offer to 3 groups"; its value is `OfferSeen` as JSON. */
export const offerGoalsId = 'goals.offer'

/** The year whose goals are offered, and what was seen of them: where that has changed, they are shown once more. */
export type OfferSeen = { year: number; seen: string }

/** A message has room for so many goals; how many there are is told. */
const mostGoals = 30
const mostNames = 4

/**
 * What would be offered to which group, and who would be asked; `hasMovedOn`: somebody agreed to what has changed
 * meanwhile.
 */
export function offerPreview(
  { year, groups, seen }: Meant,
  hasMovedOn: boolean,
  language: Language,
): Message {
  const say = texts(language)
  const parts = groups.reduce((sum, { goals }) => sum + goals.length, 0)
  const count = new Set(groups.flatMap(({ goals }) => goals.map(({ goal }) => goal.id))).size
  const title = say('offer.preview', { count, groups: groups.length, year: String(year) })
  const moved = hasMovedOn ? [section(say('offer.moved-on'))] : []
  if (count === 0)
    return { text: title, blocks: [...moved, section(`*${title}*\n${say('offer.preview-none')}`)] }
  let room = mostGoals
  const shown = groups.flatMap((asked) => {
    const goals = asked.goals.slice(0, room)
    room -= goals.length
    return goals.length === 0 ? [] : { ...asked, goals }
  })
  const unled = groups.filter(({ answerers }) => answerers.length === 0)
  const left = parts - (mostGoals - room)
  return {
    text: title,
    blocks: [
      ...moved,
      section(`*${title}*\n${say('offer.preview-how')}`),
      ...lines(
        '',
        shown.map((asked) => groupInWords(asked, language)),
      ),
      ...(left > 0 ? [context(say('assignments.more', { count: left }))] : []),
      ...(unled.length === 0
        ? []
        : [
            section(
              `⚠ ${say('offer.nobody', {
                count: unled.length,
                groups: unled
                  .slice(0, 12)
                  .map(({ group }) => brief(group.code, 40))
                  .join(say('list.comma')),
              })}`,
            ),
          ]),
      offerButton({ year, seen }, groups.length, language),
    ],
  }
}

/** Says that the offers are on their way. */
export function offersSent(year: number, count: number, language: Language): Message {
  const text = texts(language)('offer.sent', { count, year: String(year) })
  return { text, blocks: [section(text)] }
}

function groupInWords({ group, goals, answerers }: GroupAsked, language: Language): string {
  const say = texts(language)
  const names = answerers.slice(0, mostNames).map(({ names }) => brief(nameIn(names, language), 60))
  const left = answerers.length - names.length
  const joined = names.join(say('list.comma'))
  const asked =
    names.length === 0
      ? say('offer.asks-nobody')
      : say('offer.asks', { names: left > 0 ? say('list.more', { names: joined, count: left }) : joined })
  return [
    `*${brief(group.code, 40)}* · ${asked}`,
    ...goals.map(({ goal }) => `• *${brief(goal.id, 64)}* ${brief(nameIn(goal.texts, language), 160)}`),
  ].join('\n')
}

function offerButton(value: OfferSeen, count: number, language: Language): KnownBlock {
  const text = texts(language)('offer.send', { count })
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: offerGoalsId,
        value: JSON.stringify(value),
        text: { type: 'plain_text', text },
        style: 'primary',
      },
    ],
  }
}
