import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Day, daysBetween } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { stageSystem } from '../domain/stage/system.ts'
import type { StandardCard } from '../domain/standard/service.ts'
import { statusOf } from '../domain/standard/status.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { dayInWords, partialDayInWords } from './dates.ts'
import { groupName } from './group-name.ts'
import { escapeMrkdwn, link, shorten } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** Where a standard stands. `today` is the reader's calendar day, for the days left. */
export function standardCard(card: StandardCard, today: Day, language: Language): Message {
  const { standard } = card
  const say = texts(language)
  const titles = [standard.titles.zh, standard.titles.en].filter((title) => title !== undefined)
  if (language === 'en') titles.reverse()
  const [first = '', ...others] = titles.map((title) => escapeMrkdwn(shorten(title, 600)))
  const name =
    standard.url === undefined ? escapeMrkdwn(standard.designation) : link(standard.url, standard.designation)
  const stage = stageInWords(standard.stages, standard.stage, language)
  return {
    text: `${standard.designation} ${nameIn(standard.titles, language)}: ${stage}`,
    blocks: [
      ...(card.askedByFormerName
        ? [context(say('standard.former-name', { name: escapeMrkdwn(standard.designation) }))]
        : []),
      section([`*${name}*`, first, ...others].filter((line) => line !== '').join('\n')),
      {
        type: 'section',
        fields: facts(card, today, language).map((text) => ({ type: 'mrkdwn', text: shorten(text, 1_900) })),
      },
      ...relations(card, language),
      context(
        say('standard.as-of', {
          on: partialDayInWords(standard.asOf, language),
          source: escapeMrkdwn(shorten(standard.source, 200)),
        }),
      ),
    ],
  }
}

function facts({ standard, group, lead }: StandardCard, today: Day, language: Language): string[] {
  const say = texts(language)
  const fact = (label: string, value: string | undefined) =>
    value === undefined ? [] : [`*${label}*\n${value}`]
  const since =
    standard.stageSince && say('standard.since', { on: partialDayInWords(standard.stageSince, language) })
  const stage = escapeMrkdwn(stageInWords(standard.stages, standard.stage, language))
  return [
    ...fact(say('standard.status'), say(`status.${statusOf(standard, today)}`)),
    ...fact(say('standard.stage'), since === undefined ? stage : `${stage}\n${since}`),
    ...fact(say('standard.next'), escapeMrkdwn(whatComesNext(standard, today, language))),
    ...fact(
      say('standard.effective'),
      standard.effectiveOn && partialDayInWords(standard.effectiveOn, language),
    ),
    ...fact(say('standard.group'), group && escapeMrkdwn(groupName(group, language))),
    ...fact(say('standard.lead'), lead && escapeMrkdwn(nameIn(lead.names, language))),
  ]
}

function whatComesNext(standard: StandardCard['standard'], today: Day, language: Language): string {
  const say = texts(language)
  const [next] = stageSystem(standard.stages).next(standard.stage)
  const stage =
    next === undefined ? say('standard.nothing-next') : stageInWords(standard.stages, next, language)
  if (next === undefined) return stage
  if (standard.targetOn === undefined) return `${stage}\n${say('standard.no-target')}`
  const left = daysBetween(today, standard.targetOn)
  const on = dayInWords(standard.targetOn, language)
  return `${stage}\n${left < 0 ? say('standard.target-missed', { on, days: -left }) : say('standard.target', { on, days: left })}`
}

function relations({ standard, twins }: StandardCard, language: Language): KnownBlock[] {
  const say = texts(language)
  const told = twins.map(({ designation, relation, standard: twin }) => {
    const where = twin === undefined ? '' : ` · ${stageInWords(twin.stages, twin.stage, language)}`
    return escapeMrkdwn(say('standard.twin', { relation: say(`twin.${relation}`), designation }) + where)
  })
  const replaced = standard.replaces.map((name) => escapeMrkdwn(name)).join(', ')
  const known = standard.otherNames.map((name) => escapeMrkdwn(name)).join(', ')
  const parts = [
    ...told,
    ...(replaced === '' ? [] : [say('standard.replaces', { names: replaced })]),
    ...(known === '' ? [] : [say('standard.other-names', { names: known })]),
  ]
  return parts.length === 0 ? [] : [section(parts.join('\n'))]
}
