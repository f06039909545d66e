import type { Message } from '../contract/reply.ts'
import { addDays, type Day } from '../domain/calendar/day.ts'
import type { Span } from '../domain/calendar/days-off.ts'
import type { Marking } from '../domain/calendar/marking.ts'
import type { Marked, MovedOf } from '../domain/calendar/service.ts'
import type { Language } from '../domain/language/rules.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { texts } from '../texts/texts.ts'
import { lines, section } from './blocks.ts'
import { spanInWords, unknownDaysNote, whoseInWords } from './calendar-words.ts'
import { momentInWords, namedDay } from './dates.ts'
import { firstOf } from './listed.ts'

/** As many groups are told one by one; the others are counted. */
const mostShown = 20
const mostSpans = 12

/** Days were marked, or are not any more: which, for whom, and what is due at another time by it. */
export function daysMarkedMessage(
  { days, moved, today }: Extract<Marked, { ok: true }>,
  as: Marking['as'],
  group: WorkingGroup | undefined,
  language: Language,
): Message {
  const say = texts(language)
  const text = say(`marked.${as}`, {
    whose: whoseInWords(group, language),
    days: firstOf(spansOf(days), mostSpans, (span) => spanInWords(span, today, language), language),
  })
  const left = moved.length - mostShown
  const told = moved.slice(0, mostShown).map((one) => `• ${movedInWords(one, today, language)}`)
  const [unknownFrom] = moved
    .slice(0, mostShown)
    .flatMap((one) => one.unknownFrom ?? [])
    .sort()
  return {
    text,
    blocks: [
      section(text),
      ...(moved.length === 0
        ? [section(say('marked.nothing-moves'))]
        : lines(
            `*${say('marked.moves')}*`,
            left > 0 ? [...told, say('assignments.more', { count: left })] : told,
          )),
      ...(unknownFrom === undefined ? [] : [unknownDaysNote(unknownFrom, today, language)]),
    ],
  }
}

function movedInWords({ group, kind, from, slot, zone }: MovedOf, today: Day, language: Language): string {
  const say = texts(language)
  const what = {
    group: whoseInWords(group, language),
    kind: say(`kind.${kind}`),
    from: namedDay(from, today, language),
  }
  if (slot === undefined) return say('marked.never', what)
  return say('marked.moved', { ...what, at: momentInWords(slot.at, zone, language) })
}

function spansOf(days: readonly Day[]): Span[] {
  const spans: Span[] = []
  for (const day of days) {
    const span = spans.at(-1)
    if (span !== undefined && addDays(span.last, 1) === day) span.last = day
    else spans.push({ first: day, last: day })
  }
  return spans
}
