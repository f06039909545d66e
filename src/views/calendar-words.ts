import type { SectionBlock } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import type { Span } from '../domain/calendar/days-off.ts'
import type { Language } from '../domain/language/rules.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { namedDay } from './dates.ts'
import { groupName, longestGroupName } from './group-name.ts'
import { brief } from './mrkdwn.ts'

/** A calendar as people call it: `China`, `Bavaria` can't be known and stays `Germany (DE-BY)`. */
export function calendarInWords(name: string, language: Language): string {
  if (name === 'none') return texts(language)('calendar.none')
  const [country = name] = name.split('-')
  const words = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? name
  return country === name ? words : `${words} (${name})`
}

/** Whose days they are: a group's, or the committee's where none is given. */
export function whoseInWords(group: WorkingGroup | undefined, language: Language): string {
  if (group === undefined) return texts(language)('calendar.committee')
  return brief(groupName(group, language), longestGroupName)
}

/** One day, or the first and the last of several. */
export function spanInWords({ first, last }: Span, today: Day, language: Language): string {
  const words = (day: Day) => namedDay(day, today, language)
  if (first === last) return words(first)
  return texts(language)('calendar.span', { first: words(first), last: words(last) })
}

/** From when on nobody knows which days are off, so that a holiday counts as worked. */
export function unknownDaysNote(from: Day, today: Day, language: Language): SectionBlock {
  return section(
    `:warning: ${texts(language)('calendar.unknown', { from: namedDay(from, today, language) })}`,
  )
}
