import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Drifting } from '../domain/twin/urgency.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { driftInWords, longestName } from './drift-words.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'

/** The buttons that turn the pages; their value is `{ group, page }` as JSON, without a group for all of them. */
export const turnDriftsId = 'drifts.turn'
/** So many twins with two warnings each are what one message of Slack holds. */
export const driftsOnPage = 8
const mostWarnings = 2

/** A page, the first being 1, of the twins that have come apart; one behind the last is the last. `group` is a code. */
export function driftList(
  found: readonly Drifting[],
  { group, page }: { group?: string; page: number },
  today: Day,
  language: Language,
): Message {
  const say = texts(language)
  const about = group === undefined ? 'all' : escapeMrkdwn(group)
  const count = found.length
  const title = say('drift.title', { count, group: about })
  if (count === 0) return { text: title, blocks: [section(title)] }
  const pages = Math.ceil(count / driftsOnPage)
  const shown = Math.min(Math.max(page, 1), pages)
  const some = found.slice((shown - 1) * driftsOnPage, shown * driftsOnPage)
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      ...some.map((one) => section(entry(one, today, language))),
      ...(pages === 1 ? [] : turning(group, shown, pages, language)),
    ],
  }
}

function entry({ link, drifts }: Drifting, today: Day, language: Language): string {
  const { relation, adopter, source } = link
  const say = texts(language)
  const title =
    adopter.standard === undefined ? '' : ` ${brief(nameIn(adopter.standard.titles, language), 120)}`
  const group = adopter.standard?.group ?? source.standard?.group
  const twin = say('standard.twin', {
    relation: say(`twin.${relation}`),
    designation: brief(source.name.text, longestName),
  })
  return [
    `*${brief(adopter.name, longestName)}*${title}`,
    group === undefined ? twin : `${twin} · ${escapeMrkdwn(group)}`,
    ...drifts.slice(0, mostWarnings).map((drift) => driftInWords(drift, link, today, language)),
  ].join('\n')
}

function turning(group: string | undefined, page: number, pages: number, language: Language): KnownBlock[] {
  const say = texts(language)
  const button = (way: 'previous' | 'next', to: number): Button => ({
    type: 'button',
    action_id: `${turnDriftsId}:${way}`,
    value: JSON.stringify({ ...(group !== undefined && { group }), page: to }),
    text: { type: 'plain_text', text: say(way === 'previous' ? 'page.previous' : 'page.next') },
  })
  const elements = [
    ...(page > 1 ? [button('previous', page - 1)] : []),
    ...(page < pages ? [button('next', page + 1)] : []),
  ]
  return [context(say('page.of', { page, pages })), { type: 'actions', elements }]
}
