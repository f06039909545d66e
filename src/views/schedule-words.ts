import type { Language } from '../domain/language/rules.ts'
import type { ScheduleOutlook } from '../domain/schedule/service.ts'
import { texts } from '../texts/texts.ts'
import { momentInWords, namedDay, zoneInWords } from './dates.ts'

type Rhythm = Pick<ScheduleOutlook, 'fields' | 'cron' | 'zone' | 'weeksApart'>

/**
 * A schedule in words: `every Monday at 09:00 (China Standard Time)`, `每周一 09:00（中国标准时间）`, and that it is only every
 * so many weeks.
 */
export function scheduleInWords(schedule: Rhythm, language: Language): string {
  const when = timesInWords(schedule, language)
  const { weeksApart: count } = schedule
  return count === undefined ? when : texts(language)('schedule.weeks-apart', { when, count })
}

function timesInWords({ fields, cron, zone: zoneName }: Rhythm, language: Language): string {
  const say = texts(language)
  const zone = zoneInWords(zoneName, language)
  const [hour = 0] = fields.hour
  const [minute = 0] = fields.minute
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const everyMonth = fields.month.length === 12
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  if (everyMonth && fields.dayOfMonth.length === 31) {
    if (fields.dayOfWeek.length === 7) return say('schedule.daily', { time, zone })
    return say('schedule.weekly', {
      days: list.format(fields.dayOfWeek.map((day) => weekday(day, language))),
      time,
      zone,
    })
  }
  if (everyMonth && fields.dayOfWeek.length === 7)
    return say('schedule.monthly', { days: list.format(fields.dayOfMonth.map(String)), time, zone })
  return say('schedule.other', { cron, time, zone })
}

/** The next moments at which it is due, on the group's clock, and which of them were moved from a day off. */
export function nextInWords(
  { next, zone }: Pick<ScheduleOutlook, 'next' | 'zone'>,
  language: Language,
): string {
  const say = texts(language)
  const moments = next.map((slot) => momentInWords(slot.at, zone, language))
  const moved = next
    .filter(({ on, nominalOn }) => on !== nominalOn)
    .map(({ on, nominalOn }) =>
      say('schedule.moved', {
        day: namedDay(nominalOn, on, language),
        on: namedDay(on, nominalOn, language),
      }),
    )
  return [say('schedule.next', { moments: moments.join(language === 'en' ? '; ' : '；') }), ...moved].join(
    '\n',
  )
}

/** 0 is Sunday; 4 January 1970 was one. */
function weekday(day: number, language: Language): string {
  const sunday = Date.UTC(1970, 0, 4)
  const style = language === 'zh-CN' ? 'short' : 'long'
  return new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }).format(
    new Date(sunday + day * 86_400_000),
  )
}

/** What is typed to switch a schedule of a group on again, in the reader's language. */
export function switchedOn(code: string, kind: ScheduleOutlook['kind'], language: Language): string {
  const say = texts(language)
  return say('schedule.switch-on', { group: code, kind: say(`kind.${kind}`) })
}
