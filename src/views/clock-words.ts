import type { Day } from '../domain/calendar/day.ts'
import type { Clock } from '../domain/clock/rules.ts'
import type { ClockKind } from '../domain/clock/running-clock.ts'
import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { namedDay, partialDayInWords } from './dates.ts'

type Words = { what: TextKey; after: TextKey; source: TextKey }

/** What a clock is called, what happens once it has run out, and which rule says so. */
const words: Record<ClockKind, Words> = {
  target: { what: 'clock.target', after: 'clock.target-after', source: 'clock.target-source' },
  'gb-limit-18': limit('clock.gb-limit'),
  'gb-limit-24': limit('clock.gb-limit'),
  'gb-limit-extended': limit('clock.gb-limit-extended'),
  'gb-ask-by': {
    what: 'clock.gb-ask-by',
    after: 'clock.gb-ask-by-after',
    source: 'clock.gb-limit-source',
  },
  'gb-comment': {
    what: 'clock.gb-comment',
    after: 'clock.gb-comment-after',
    source: 'clock.gb-comment-source',
  },
  'gb-review': { what: 'clock.review', after: 'clock.review-after', source: 'clock.gb-review-source' },
  'iso-preliminary': {
    what: 'clock.iso-preliminary',
    after: 'clock.cancelled',
    source: 'clock.iso-preliminary-source',
  },
  'iso-proposal': {
    what: 'clock.iso-proposal',
    after: 'clock.cancelled',
    source: 'clock.iso-proposal-source',
  },
  'iso-dis': { what: 'clock.iso-dis', after: 'clock.ballot-after', source: 'clock.iso-dis-source' },
  'iso-fdis': { what: 'clock.iso-fdis', after: 'clock.ballot-after', source: 'clock.iso-fdis-source' },
  'iso-review': { what: 'clock.review', after: 'clock.review-after', source: 'clock.iso-review-source' },
  'cen-enquiry': {
    what: 'clock.cen-enquiry',
    after: 'clock.ballot-after',
    source: 'clock.cen-enquiry-source',
  },
  'cen-review': { what: 'clock.review', after: 'clock.review-after', source: 'clock.cen-review-source' },
}

function limit(what: TextKey): Words {
  return { what, after: 'clock.gb-limit-after', source: 'clock.gb-limit-source' }
}

/** One clock in two lines: the day with what is left of it, then what happens when it has run out, and by which rule. */
export function clockInWords(clock: Clock, today: Day, language: Language): string {
  const say = texts(language)
  const { what, after, source } = words[clock.kind]
  const months = clock.period !== undefined && 'months' in clock.period ? clock.period.months : 0
  const told = say(what, { months })
  const on = namedDay(clock.on, today, language)
  const values = { on, what: told, left: leftInWords(clock, language) }
  const key =
    clock.state === 'over' ? 'clock.over' : clock.state === 'in-doubt' ? 'clock.in-doubt' : 'clock.runs'
  const then = say(
    clock.nature === 'period' ? 'clock.then' : clock.state === 'over' ? 'clock.missed' : 'clock.if-missed',
    {
      after: say(after),
      source: say(source),
    },
  )
  return [say(key, { ...values, days: -clock.daysLeft }), ...notes(clock, today, language), then].join('\n')
}

/** The committee's own target in one line, for where something else comes first. */
export function targetInWords(clock: Clock, today: Day, language: Language): string {
  const say = texts(language)
  const on = namedDay(clock.on, today, language)
  if (clock.state === 'over') return say('clock.target-missed', { on, days: -clock.daysLeft })
  return say('clock.target-line', { on, left: leftInWords(clock, language) })
}

/** `13 days left, 9 of them working days`. */
function leftInWords({ daysLeft, workingDaysLeft }: Clock, language: Language): string {
  const say = texts(language)
  if (workingDaysLeft === undefined) return say('clock.left', { days: daysLeft })
  return say('clock.left-working', { days: daysLeft, working: workingDaysLeft.days })
}

/** What makes the day less plain than it looks. */
function notes(clock: Clock, today: Day, language: Language): string[] {
  const say = texts(language)
  const { from, on, latest, lastWorkingDay, workingDaysLeft } = clock
  const isVague = from !== undefined && on !== latest
  return [
    ...(isVague ? [say('clock.at-the-earliest', { from: partialDayInWords(from, language) })] : []),
    ...(lastWorkingDay === undefined
      ? []
      : [say('clock.no-working-day', { on: namedDay(lastWorkingDay, today, language) })]),
    ...(workingDaysLeft?.isCovered === false ? [say('clock.weekends-only')] : []),
  ]
}
