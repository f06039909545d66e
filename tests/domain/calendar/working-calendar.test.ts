import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar/day.ts'
import {
  lastWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from '../../../src/domain/calendar/working-calendar.ts'

const zone = 'Asia/Shanghai'
const china = await workingCalendar({ zone })
const bavaria = await workingCalendar({ calendar: 'DE-BY', zone: 'Europe/Berlin' })
const germany = await workingCalendar({ calendar: 'DE', zone: 'Europe/Berlin' })
const egypt = await workingCalendar({ calendar: 'EG', zone: 'Africa/Cairo' })
const plain = await workingCalendar({ zone: 'Europe/Berlin' })

describe('China’s calendar', () => {
  test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    'works on %s, a weekend made up for',
    (day) => expect(china.isWorkingDay(day)).toBe(true),
  )
  test.each([
    '2026-02-16',
    '2026-02-23',
    '2026-04-06',
    '2026-05-04',
    '2026-10-05',
    '2026-11-28',
    '2026-11-29',
  ])('does not work on %s', (day) => expect(china.isWorkingDay(day)).toBe(false))
  test.each(['2026-11-27', '2020-02-03', '2024-12-31'])('works on %s', (day) =>
    expect(china.isWorkingDay(day)).toBe(true),
  )
  test.each([
    ['2026-11-27', true],
    ['2026-12-24', true],
    ['2026-12-31', false],
    ['2025-12-31', true],
    ['2027-01-04', false],
    ['2030-05-01', false],
  ])('knows the days off around %s: %j', (day, knows) => expect(china.isCovered(day)).toBe(knows))
})

test.each([
  ['in Bavaria Epiphany is off', bavaria, '2026-01-06', false],
  ['in Germany it is not', germany, '2026-01-06', true],
  ['Easter Monday moves', germany, '2026-04-06', false],
  ['New Year’s Eve is worked by the law', germany, '2026-12-31', true],
  ['in Egypt Friday is off', egypt, '2026-11-27', false],
  ['and Sunday is worked', egypt, '2026-11-29', true],
  ['plain weekends know no Christmas', plain, '2026-12-25', true],
  ['but Saturdays', plain, '2026-12-26', false],
] as const)('%s', (_what, calendar, day, works) => {
  expect(calendar.isWorkingDay(day)).toBe(works)
})

test.each([
  [{ zone: 'Asia/Shanghai' }, 'CN'],
  [{ zone: 'Asia/Urumqi' }, 'CN'],
  [{ zone: 'Europe/Berlin' }, 'none'],
  [{ zone: 'Asia/Shanghai', calendar: 'none' }, 'none'],
  [{ zone: 'Asia/Shanghai', calendar: 'DE' }, 'DE'],
])('%j goes by %s', async (of, name) => {
  expect((await workingCalendar(of)).name).toBe(name)
})

test.each([
  // A Saturday made up for, then eight days of National Day.
  ['2026-09-18', '2026-09-21', 2, true],
  ['2026-09-30', '2026-10-08', 1, true],
  ['2026-09-30', '2026-10-07', 0, true],
  ['2026-11-27', '2026-11-27', 0, true],
  ['2026-11-27', '2026-11-20', 0, true],
  ['2026-12-23', '2026-12-28', 3, false],
  ['2026-11-27', '2027-01-04', 26, false],
])('working days in China behind %s up to %s: %i, for sure %j', (from, to, days, isCovered) => {
  expect(workingDaysBetween(china, from, to)).toStrictEqual({ days, isCovered })
})

test.each([
  [china, '2026-10-06', '2026-09-30'],
  [china, '2026-10-10', '2026-10-10'],
  [china, '2026-11-29', '2026-11-27'],
  [germany, '2026-04-06', '2026-04-02'],
])('%# the last working day up to %s is %s', (calendar, day, last) => {
  expect(lastWorkingDay(calendar, day)).toBe(last)
})

test('of a country that the table does not have, only the weekends are known, and that is said', async () => {
  const nowhere = await workingCalendar({ calendar: 'KP', zone: 'Asia/Pyongyang' })
  expect([nowhere.isCovered('2026-01-01'), nowhere.isWorkingDay('2026-11-29')]).toStrictEqual([false, false])
})

test('a span counts each of its parts', () => {
  fc.assert(
    fc.property(fc.nat(1_500), fc.nat(60), fc.nat(60), (start, first, second) => {
      const from = addDays('2023-01-01', start)
      const [middle, to] = [addDays(from, first), addDays(from, first + second)]
      const count = (a: string, b: string) => workingDaysBetween(china, a, b).days
      expect(count(from, to)).toBe(count(from, middle) + count(middle, to))
    }),
    { numRuns: 50 },
  )
})
