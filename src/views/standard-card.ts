import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { stageSystem } from '../domain/stage/system.ts'
import type { StandardCard } from '../domain/standard/service.ts'
import { statusOf } from '../domain/standard/status.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { groupName, longestGroupName } from './group-name.ts'
import { brief, escapeMrkdwn, link } from './mrkdwn.ts'
import { runningLines } from './running-lines.ts'
import { stageInWords } from './stage-words.ts'
import { askedBy, relationLines, superseded } from './standard-relations.ts'
import { twinLines } from './twin-lines.ts'

/** A longer address would leave no room for what it leads to. */
const longestUrl = 1_000

/** Where a standard stands. `today` is the reader's calendar day; days are counted on that of the standard's group. */
export function standardCard(card: StandardCard, today: Day, language: Language): Message {
  const { standard, recordedBy } = card
  const say = texts(language)
  const titles = [standard.titles.zh, standard.titles.en].filter((title) => title !== undefined)
  if (language === 'en') titles.reverse()
  const [first = '', ...others] = titles.map((title) => brief(title, 600))
  const designation = brief(standard.designation, 80)
  const { url = '' } = standard
  const name = url === '' || url.length > longestUrl ? designation : link(url, designation)
  const stage = stageInWords(standard.stages, standard.stage, language)
  return {
    text: `${designation} ${first}: ${stage}`,
    blocks: [
      ...askedBy(card, language),
      section([`*${name}*`, first, ...others].filter((line) => line !== '').join('\n')),
      ...superseded(card, language),
      {
        type: 'section',
        fields: facts(card, today, language).map((text) => ({ type: 'mrkdwn', text })),
      },
      ...(card.running === undefined ? [] : runningLines(standard, card.running, language)),
      ...relations(card, today, language),
      context(
        say('standard.as-of', {
          on: partialDayInWords(standard.asOf, language),
          source: brief(recordedBy === undefined ? standard.source : nameIn(recordedBy, language), 200),
        }),
      ),
    ],
  }
}

function facts(
  { standard, group, lead, relations: { supersededBy } }: StandardCard,
  today: Day,
  language: Language,
): string[] {
  const say = texts(language)
  const fact = (label: string, value: string | undefined) =>
    value === undefined ? [] : [`*${label}*\n${value}`]
  const since =
    standard.stageSince && say('standard.since', { on: partialDayInWords(standard.stageSince, language) })
  const stage = escapeMrkdwn(stageInWords(standard.stages, standard.stage, language))
  const status = statusOf(standard, today)
  // A source is often late to withdraw what another text has replaced.
  const isReplaced = supersededBy.length > 0 && status !== 'withdrawn'
  return [
    ...fact(say('standard.status'), isReplaced ? say('standard.superseded') : say(`status.${status}`)),
    ...fact(say('standard.stage'), since === undefined ? stage : `${stage}\n${since}`),
    ...(isReplaced ? [] : fact(say('standard.next'), escapeMrkdwn(whatComesNext(standard, language)))),
    ...fact(say('standard.published'), publishedApart(standard, language)),
    ...fact(
      say('standard.effective'),
      standard.effectiveOn && partialDayInWords(standard.effectiveOn, language),
    ),
    ...fact(say('standard.group'), group && brief(groupName(group, language), longestGroupName)),
    ...fact(say('standard.lead'), lead && brief(nameIn(lead.names, language), 100)),
  ]
}

/** When it came out, where that is not told as the day of its stage already. */
function publishedApart(
  { publishedOn, stageSince }: StandardCard['standard'],
  language: Language,
): string | undefined {
  if (publishedOn === undefined || publishedOn === stageSince) return undefined
  return partialDayInWords(publishedOn, language)
}

function whatComesNext({ stages, stage, targetOn }: StandardCard['standard'], language: Language): string {
  const say = texts(language)
  const system = stageSystem(stages)
  const led = system.next(stage)
  if (led.length === 0 || system.isClosed(stage)) return say('standard.nothing-next')
  // A draft goes on as it usually does; how a review ends, nobody knows.
  const next = system.isDraft(stage) ? led.slice(0, 1) : led
  const words = next.map((code) => stageInWords(stages, code, language)).join('\n')
  return targetOn === undefined && system.isDraft(stage) ? `${words}\n${say('standard.no-target')}` : words
}

function relations(card: StandardCard, today: Day, language: Language): KnownBlock[] {
  const { standard, twins } = card
  return [
    ...lines('', twinLines(standard, twins, today, language)),
    ...lines('', relationLines(card, language)),
  ]
}
