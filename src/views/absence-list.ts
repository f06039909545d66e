import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Absence } from '../domain/absence/rules.ts'
import type { AbsencesOf } from '../domain/absence/service.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { absenceInWords, daysInWords } from './absence-words.ts'
import { type Called, partyInWords } from './assignment-facts.ts'
import { context, section } from './blocks.ts'
import { brief } from './mrkdwn.ts'
import { planButton } from './plan-buttons.ts'

/** Ends an absence, or takes one back that was to come; its value is the absence's id. */
export const endAbsenceId = 'absence.end'
/** Opens the modal that asks for the days; the value is `new`. */
export const askAbsenceId = 'absence.ask'

/** Slack takes 50 blocks a message. */
const mostShown = 20

/** What came of an absence. */
export type AbsenceTold = { absence: Absence; what: 'set' | 'ended' }

/** A member's absences, each with the button that ends it; `told`: what just came of one; `whose`, where not the reader's. */
export function absenceList(
  { today, own, standingIn }: AbsencesOf,
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
      ...own.slice(0, mostShown).map((one) => absenceRow(one, { today, called }, language)),
      ...(left > 0 ? [context(say('assignments.more', { count: left }))] : []),
      ...standingIn
        .slice(0, mostShown)
        .map((one) => context(standingInWords(one, { today, called }, language))),
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
  inLine = (words: string) => `• ${words}`,
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

/** In whose absence the reader stands in, and when. */
export function standingInWords(
  absence: Absence,
  { today, called }: { today: Day; called: Called },
  language: Language,
): string {
  return texts(language)('absence.you-stand-in', {
    name: partyInWords({ kind: 'member', id: absence.member }, called, language),
    days: daysInWords(absence, today, language),
  })
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
