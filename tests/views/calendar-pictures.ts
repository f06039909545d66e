import type { Message } from '../../src/contract/reply.ts'
import { addDays } from '../../src/domain/calendar/day.ts'
import type { CalendarShown, MovedOf } from '../../src/domain/calendar/service.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import { calendarMessage } from '../../src/views/calendar-message.ts'
import { daysMarkedMessage } from '../../src/views/days-marked-message.ts'
import { noticeMessage } from '../../src/views/notice-message.ts'
import { type Facts, secretariat, today } from './gallery.ts'

/** The working days as people look at them, what a mark comes to, and what the secretariat hears of an unknown year. */
export function calendarPictures(facts: Facts, language: Language): Record<string, Message> {
  const { group, groups, people, typed, project } = facts
  const { names } = people[0] ?? { names: project.names.pine }
  const marked = Array.from({ length: project.times }, (_, nth) => ({
    day: addDays('2026-12-28', nth),
    isWorked: nth % 2 === 1,
    why: typed,
    byNames: names,
    at: new Date(0),
    ...(nth % 3 === 1 && { group: group.code }),
  }))
  const shown: CalendarShown = {
    calendar: 'CN',
    first: today,
    last: '2027-02-23',
    today,
    off: [
      { first: '2027-01-01', last: '2027-01-03' },
      { first: '2027-02-05', last: '2027-02-05' },
    ],
    worked: ['2026-12-26'],
    unknownFrom: '2027-01-01',
    marks: marked,
    group,
  }
  const moved = groups.flatMap((group): MovedOf[] => {
    const common = { group, nominalOn: '2026-12-28', from: '2026-12-28', zone: group.zone }
    const slot = { at: new Date('2027-01-04T01:00:00Z'), on: '2027-01-04', nominalOn: '2026-12-28' }
    return [
      { ...common, kind: 'reminder', slot },
      { ...common, kind: 'digest' },
    ]
  })
  const days = ['2026-12-28', '2026-12-29', '2026-12-31']
  const unknown = { calendar: 'DE-BY', year: '2027', from: '2026-12-25', isCommittees: true, groups }
  const committee = secretariat(facts, language)
  return {
    'calendar of a group': calendarMessage(shown, language),
    'calendar of the committee, without holidays': calendarMessage(
      { calendar: 'none', first: today, last: today, today, off: [], worked: [], marks: [] },
      language,
    ),
    'days marked as off': daysMarkedMessage({ ok: true, days, moved, today }, 'off', group, language),
    'days marked as worked': daysMarkedMessage(
      { ok: true, days, moved: [], today },
      'work',
      undefined,
      language,
    ),
    'days unmarked': daysMarkedMessage({ ok: true, days, moved: [], today }, 'unmarked', group, language),
    'days unknown': noticeMessage(
      { to: 'secretariat', committee, unknown },
      { id: 'n-2', slotOn: today, saidOn: today },
    ),
  }
}
