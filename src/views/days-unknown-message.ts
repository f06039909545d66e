import type { Message } from '../contract/reply.ts'
import type { UnknownDays } from '../domain/calendar/unknown-days.ts'
import type { Committee } from '../domain/committee/rules.ts'
import { texts } from '../texts/texts.ts'
import { header, section } from './blocks.ts'
import { calendarInWords } from './calendar-words.ts'
import { dayInWords } from './dates.ts'
import { listed } from './listed.ts'
import { escapeMrkdwn } from './mrkdwn.ts'

/** The secretariat is told that nobody knows yet which days are off: from when on, whom it concerns, and what to do. */
export function daysUnknownMessage(
  unknown: UnknownDays,
  { languages: [language = 'en'] }: Committee,
): Message {
  const say = texts(language)
  const { calendar, year, from, isCommittees, groups } = unknown
  const title = say('days-unknown.title', { calendar: calendarInWords(calendar, language), year })
  const text = say('days-unknown.text', { from: dayInWords(from, language) })
  const whose = [...(isCommittees ? [say('calendar.committee')] : []), ...groups.map(({ code }) => code)]
  return {
    text: `${escapeMrkdwn(title)}\n${text}`,
    blocks: [
      header(title),
      section(`${text} ${say('days-unknown.whose', { whose: listed(whose, language) })}`),
      section(say('days-unknown.do', { year })),
    ],
  }
}
