import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestQuietMs, quietUntil } from '../../../src/domain/reminder/quiet-hours.ts'

const night = { from: '20:00', until: '08:00' }

test.each([
  [
    'in the evening until the morning',
    night,
    'Asia/Shanghai',
    '2026-11-23T12:00:00Z',
    '2026-11-24T00:00:00Z',
  ],
  [
    'after midnight until the same morning',
    night,
    'Asia/Shanghai',
    '2026-11-23T18:30:00Z',
    '2026-11-24T00:00:00Z',
  ],
  [
    'a millisecond before the end',
    night,
    'Asia/Shanghai',
    '2026-11-23T23:59:59.999Z',
    '2026-11-24T00:00:00Z',
  ],
  ['not at the end', night, 'Asia/Shanghai', '2026-11-24T00:00:00Z', undefined],
  ['not a minute before the beginning', night, 'Asia/Shanghai', '2026-11-23T11:59:59Z', undefined],
  ['not at noon', night, 'Asia/Shanghai', '2026-11-23T04:00:00Z', undefined],
  ['in a zone of half an hour', night, 'Asia/Kolkata', '2026-11-23T14:30:00Z', '2026-11-24T02:30:00Z'],
  ['not yet there', night, 'Asia/Kolkata', '2026-11-23T14:29:59Z', undefined],
  ['of three quarters', night, 'Asia/Kathmandu', '2026-11-24T02:00:00Z', '2026-11-24T02:15:00Z'],
  [
    'over noon',
    { from: '12:00', until: '13:30' },
    'Asia/Shanghai',
    '2026-11-23T05:00:00Z',
    '2026-11-23T05:30:00Z',
  ],
  [
    'until midnight',
    { from: '18:00', until: '00:00' },
    'UTC',
    '2026-12-31T23:00:00Z',
    '2027-01-01T00:00:00Z',
  ],
  ['none where both are one', { from: '08:00', until: '08:00' }, 'UTC', '2026-11-23T08:00:00Z', undefined],
  [
    'over the night in which clocks go forward',
    night,
    'Europe/Berlin',
    '2026-03-28T21:00:00Z',
    '2026-03-29T06:00:00Z',
  ],
  [
    'over the night in which they go back',
    night,
    'Europe/Berlin',
    '2026-10-24T20:00:00Z',
    '2026-10-25T07:00:00Z',
  ],
  [
    'until a time that is skipped',
    { from: '22:00', until: '02:30' },
    'Europe/Berlin',
    '2026-03-29T00:30:00Z',
    '2026-03-29T01:30:00Z',
  ],
  [
    'not behind the gap',
    { from: '22:00', until: '02:30' },
    'Europe/Berlin',
    '2026-03-29T01:00:00Z',
    undefined,
  ],
  [
    'until a time that comes twice: the first',
    { from: '22:00', until: '02:30' },
    'Europe/Berlin',
    '2026-10-25T00:10:00Z',
    '2026-10-25T00:30:00Z',
  ],
  ['between both', { from: '22:00', until: '02:30' }, 'Europe/Berlin', '2026-10-25T00:40:00Z', undefined],
  [
    'and then until the second',
    { from: '22:00', until: '02:30' },
    'Europe/Berlin',
    '2026-10-25T01:10:00Z',
    '2026-10-25T01:30:00Z',
  ],
] as const)('%s', (_why, hours, zone, at, until) => {
  expect(quietUntil(new Date(at), hours, zone)?.toISOString()).toBe(until && new Date(until).toISOString())
})

test('they end, within a day, at a moment that is not quiet', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
  const zone = fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns')
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
      fc.record({ from: time, until: time }),
      zone,
      (at, hours, zone) => {
        const end = quietUntil(at, hours, zone)
        if (end === undefined) return
        expect(end > at).toBe(true)
        expect(end.getTime() - at.getTime()).toBeLessThanOrEqual(longestQuietMs)
        expect(quietUntil(end, hours, zone)).toBeUndefined()
      },
    ),
  )
})
