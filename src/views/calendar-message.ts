import type { Message } from '../contract/reply.ts'
import type { CalendarShown, ShownMark } from '../domain/calendar/service.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { calendarInWords, spanInWords, unknownDaysNote, whoseInWords } from './calendar-words.ts'
import { namedDay } from './dates.ts'
import { brief } from './mrkdwn.ts'

/** A year of weekends comes to fewer; marks may come to more, and are counted. */
const mostShown = 40

/** Which days are off and which weekends are worked, and what was marked by hand: by whom, and why. */
export function calendarMessage(shown: CalendarShown, language: Language): Message {
  const say = texts(language)
  const { group, today, off, worked, marks, unknownFrom } = shown
  const title = say('calendar.title', {
    whose: whoseInWords(group, language),
    calendar: calendarInWords(shown.calendar, language),
  })
  const list = (heading: string, items: readonly string[]) => {
    const left = items.length - mostShown
    const told = items.slice(0, mostShown).map((item) => `• ${item}`)
    return lines(`*${heading}*`, left > 0 ? [...told, say('assignments.more', { count: left })] : told)
  }
  const spans = off.map((span) => spanInWords(span, today, language))
  const days = worked.map((day) => namedDay(day, today, language))
  return {
    text: title,
    blocks: [
      section(`*${title}*\n${spanInWords(shown, today, language)}`),
      ...list(say('calendar.off'), spans.length === 0 ? [say('calendar.off-none')] : spans),
      ...(days.length === 0 ? [] : list(say('calendar.worked'), days)),
      ...(marks.length === 0
        ? []
        : list(
            say('calendar.marks'),
            marks.map((mark) => markInWords(mark, shown, language)),
          )),
      ...(unknownFrom === undefined ? [] : [unknownDaysNote(unknownFrom, today, language)]),
      context(say('calendar.foot')),
    ],
  }
}

function markInWords(mark: ShownMark, { today }: CalendarShown, language: Language): string {
  const say = texts(language)
  const { day, isWorked, group, byNames, why } = mark
  return [
    namedDay(day, today, language),
    say(isWorked ? 'calendar.as-work' : 'calendar.as-off'),
    ...(group === undefined ? [] : [brief(group, 40)]),
    ...(byNames === undefined ? [] : [brief(nameIn(byNames, language), 80)]),
    ...(why === undefined ? [] : [brief(why, 120)]),
  ].join(' · ')
}
