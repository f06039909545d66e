import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayIn, daysBetween, isDay, spanOf } from '../../../src/domain/calendar/day.ts'

test.each([
  ['Asia/Shanghai', '2026-11-23T15:59:59.999Z', '2026-11-23'],
  ['Asia/Shanghai', '2026-11-23T16:00:00Z', '2026-11-24'],
  ['UTC', '2026-11-23T23:59:59Z', '2026-11-23'],
  ['America/New_York', '2026-11-24T04:59:59Z', '2026-11-23'],
  ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
  ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
  ['Asia/Kathmandu', '2026-11-23T18:15:00Z', '2026-11-24'],
  // Samoa left this day out when it crossed the date line.
  ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
])('in %s, %s falls on %s', (zone, at, day) => {
  expect(dayIn(zone, new Date(at))).toBe(day)
})

test('a zone that is none is refused by name', () => {
  expect(() => dayIn('Mars/Olympus', new Date(0))).toThrow(new RangeError('Mars/Olympus is not a zone'))
})

test.each([
  ['2026-11-23', 0, '2026-11-23'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-03-01', -1, '2027-02-28'],
  ['2026-03-28', 1, '2026-03-29'],
  ['2026-03-29', 1, '2026-03-30'],
  ['2026-10-25', 14, '2026-11-08'],
])('%s and %i days is %s', (day, count, then) => {
  expect(addDays(day, count)).toBe(then)
  expect(daysBetween(day, then)).toBe(count)
})

test('what is no day is refused', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
})

test('adding and counting days are each other’s opposite, across every change of clocks', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count))
  fc.assert(
    fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (from, count) => {
      const to = addDays(from, count)
      expect(daysBetween(from, to)).toBe(count)
      expect(daysBetween(to, from)).toBe(count === 0 ? 0 : -count)
      expect(addDays(to, -count)).toBe(from)
    }),
  )
})

test('a day later, on the wall clock of any zone, is the next day', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe')
  const noons = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays('2024-01-01', count))
  fc.assert(
    fc.property(zones, noons, (zone, day) => {
      // Noon is far from midnight in these zones, whatever their clocks do.
      const at = new Date(`${day}T05:00:00Z`)
      const here = dayIn(zone, at)
      expect(dayIn(zone, new Date(at.getTime() + 86_400_000))).toBe(addDays(here, 1))
    }),
  )
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-08-31', 18, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 60, '2029-02-28'],
  ['2026-10-30', 24, '2028-10-30'],
])('%s and %i months is %s', (day, count, then) => {
  expect(addMonths(day, count)).toBe(then)
})

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-2-1', false],
  ['2026-02', false],
  ['', false],
  ['2026-11-31', false],
])('%j is a day: %j', (text, is) => {
  expect(isDay(text)).toBe(is)
})

test.each([
  ['2026-11-27', '2026-11-27', '2026-11-27'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026', '2026-01-01', '2026-12-31'],
])('%s may be any day from %s to %s', (day, first, last) => {
  expect(spanOf(day)).toStrictEqual({ first, last })
})
