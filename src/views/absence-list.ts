import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Absence, daysUncovered } from '../domain/absence/rules.ts'
import type { AbsencesOf } from '../domain/absence/service.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { absenceInWords, daysInWords } from './absence-words.ts'
import { type Called, partyInWords } from './assignment-facts.ts'
import { context, section } from './blocks.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { planButton } from './plan-buttons.ts'

/** Ends an absence, or takes one back that was to come; its value is the absence's id. */
export const endAbsenceId = 'absence.end'
/** Opens the modal that asks for the days; the value is `new`. */
export const askAbsenceId = 'absence.ask'

/** Slack takes 50 blocks a message. */
const mostShown = 20
const mostUncovered = 5

/** What came of an absence. */
export type AbsenceTold = { absence: Absence; what: 'set' | 'ended' }

/** A member's absences, each with the button that ends it; `told`: what just came of one; `whose`, where not the reader's. */
export function absenceList(
  { today, own, standingIn, ofStandIns }: AbsencesOf,
  { called, whose, told }: { called: Called; whose?: Names; told?: AbsenceTold },
  language: Language,
): Message {
  const say = texts(language)
  const title =
    whose === undefined
      ? say('absence.list', { count: own.length })
      : say('absence.list-of', { name: brief(nameIn(whose, language), 80), count: own.length })
  const left = own.length - mostShown
  const news = told && toldInWords(told, { today, called, ...(whose && { whose }) }, language)
  return {
    text: news === undefined ? title : `${news} ${title}`,
    blocks: [
      ...(news === undefined ? [] : [section(news)]),
      section(own.length === 0 ? title : `*${title}*`),
      ...own
        .slice(0, mostShown)
        .map((one) =>
          absenceRow(one, { today, called }, language, (words) =>
            [`• ${words}`, ...uncoveredInWords(one, { today, called, ofStandIns }, language)].join('\n'),
          ),
        ),
      ...(left > 0 ? [context(say('assignments.more', { count: left }))] : []),
      ...standingIn
        .slice(0, mostShown)
        .map((one) =>
          context(standingInWords(one, { today, called, own, ...(whose && { whose }) }, language)),
        ),
      ...(whose === undefined
        ? [
            {
              type: 'actions' as const,
              elements: [planButton(askAbsenceId, 'new', say('absence.press-new'))],
            },
          ]
        : []),
    ],
  }
}

/** One absence with the button that ends it, or takes it back; `inLine` puts its words where they stand. */
export function absenceRow(
  absence: Absence,
  { today, called }: { today: Day; called: Called },
  language: Language,
  inLine: (words: string) => string,
): KnownBlock {
  const say = texts(language)
  const label = say(absence.from <= today ? 'absence.press-end' : 'absence.press-cancel')
  return {
    ...section(inLine(absenceInWords(absence, { today, called }, language))),
    accessory: planButton(endAbsenceId, absence.id, label, {
      accessibility_label: brief(`${label} ${daysInWords(absence, today, language)}`, 75),
    }),
  }
}

/** The days on which nobody stands in, as whoever was to is away as well. */
function uncoveredInWords(
  absence: Absence,
  { today, called, ofStandIns }: { today: Day; called: Called; ofStandIns: readonly Absence[] },
  language: Language,
): string[] {
  const { standIn } = absence
  const away = ofStandIns.filter(({ member }) => member === standIn)
  const uncovered = daysUncovered(absence, away)
  if (standIn === undefined || uncovered.length === 0) return []
  const days = firstOf(uncovered, mostUncovered, (one) => daysInWords(one, today, language), language)
  const name = partyInWords({ kind: 'member', id: standIn }, called, language)
  return [`:warning: ${texts(language)('absence.stand-in-gone', { name, days })}`]
}

/**
 * In whose absence somebody stands in, and when; on which of these days nobody does, because they are away themselves. `own`
 * are their absences, `whose` their names where they are not the reader.
 */
export function standingInWords(
  absence: Absence,
  { today, called, own, whose }: { today: Day; called: Called; own: readonly Absence[]; whose?: Names },
  language: Language,
): string {
  const say = texts(language)
  const name = partyInWords({ kind: 'member', id: absence.member }, called, language)
  const standIn = whose === undefined ? '' : brief(nameIn(whose, language), 80)
  const told = (days: string) => ({ name, standIn, days })
  const isReaders = whose === undefined
  const uncovered = daysUncovered(absence, own)
  const days = firstOf(uncovered, mostUncovered, (one) => daysInWords(one, today, language), language)
  const gap = say(isReaders ? 'absence.you-leave-open' : 'absence.leaves-open', told(days))
  return [
    say(
      isReaders ? 'absence.you-stand-in' : 'absence.stands-in',
      told(daysInWords(absence, today, language)),
    ),
    ...(uncovered.length === 0 ? [] : [`:warning: ${gap}`]),
  ].join('\n')
}

function toldInWords(
  { absence, what }: AbsenceTold,
  { today, called, whose }: { today: Day; called: Called; whose?: Names },
  language: Language,
): string {
  const say = texts(language)
  const days = absenceInWords(absence, { today, called }, language)
  if (whose === undefined) return say(what === 'set' ? 'absence.set' : 'absence.ended', { days })
  const name = brief(nameIn(whose, language), 80)
  return say(what === 'set' ? 'absence.set-of' : 'absence.ended-of', { days, name })
}
