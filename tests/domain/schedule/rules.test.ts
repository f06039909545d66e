import { Settings } from 'luxon'
import { createTask } from 'node-cron'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type CronFields,
  type EveryWeeks,
  latestSlot,
  nextSlots,
  type Rule,
  type Schedule,
  tooOften,
} from '../../../src/domain/schedule/rules.ts'
import { readCron } from '../../../src/queue/cron.ts'
import { everyDay } from './every-day.ts'

afterEach(() => {
  Settings.now = () => Date.now()
})

describe('every so many weeks', () => {
  const rule = (everyWeeks: EveryWeeks, cron = '0 9 * * 1'): Schedule => ({
    ...scheduleOf(cron, 'Asia/Shanghai'),
    everyWeeks,
    activeSince: new Date('2026-11-01T00:00:00Z'),
  })
  const days = (schedule: Schedule, after: string, count: number) =>
    nextSlots(schedule, new Date(after), count).map(({ on }) => on)

  test.each([
    [2, ['2026-11-30', '2026-12-03', '2026-12-14', '2026-12-17']],
    [3, ['2026-11-23', '2026-11-26', '2026-12-14', '2026-12-17']],
    [4, ['2026-11-30', '2026-12-03', '2026-12-28', '2026-12-31']],
  ])('every %i weeks, before the week that it is counted from as after it', (count, expected) => {
    const from = count === 3 ? '2027-01-04' : '2026-11-30'
    expect(days(rule({ count, from }, '0 9 * * 1,4'), '2026-11-20T00:00:00Z', 4)).toEqual(expected)
  })

  test('goes on over the end of a year of 53 weeks', () => {
    const schedule = rule({ count: 2, from: '2026-11-30' })
    expect(days(schedule, '2026-12-20T00:00:00Z', 3)).toEqual(['2026-12-28', '2027-01-11', '2027-01-25'])
  })

  test('a slot that a holiday moves stays in its count', () => {
    const off = new Set(['2026-11-30', '2026-12-01'])
    const calendar = { ...everyDay.calendar, isWorkingDay: (day: string) => !off.has(day) }
    const schedule = { ...rule({ count: 2, from: '2026-11-30' }), calendar }
    expect(days(schedule, '2026-11-24T00:00:00Z', 2)).toEqual(['2026-12-02', '2026-12-14'])
  })

  test('owes nothing in the weeks between', () => {
    const schedule = rule({ count: 2, from: '2026-11-30' })
    const latest = (at: string) => latestSlot(schedule, schedule.activeSince, new Date(at))?.on
    expect(latest('2026-12-13T00:00:00Z')).toBe('2026-11-30')
    expect(latest('2026-12-14T01:00:00Z')).toBe('2026-12-14')
  })
})

describe('the next slots', () => {
  const table: { why: string; cron: string; zone: string; after: string; slots: string[] }[] = [
    {
      why: 'a weekday rule follows the wall clock over the spring change',
      cron: '0 9 * * MON',
      zone: 'Europe/Berlin',
      after: '2026-03-23T08:00:00Z',
      slots: ['2026-03-30T07:00:00.000Z', '2026-04-06T07:00:00.000Z'],
    },
    {
      why: 'a skipped time is moved forward by the gap, and is back the day after',
      cron: '30 2 * * *',
      zone: 'Europe/Berlin',
      after: '2026-03-28T12:00:00Z',
      slots: ['2026-03-29T01:30:00.000Z', '2026-03-30T00:30:00.000Z'],
    },
    {
      why: 'a repeated time comes once, the first time',
      cron: '30 2 * * *',
      zone: 'Europe/Berlin',
      after: '2026-10-24T12:00:00Z',
      slots: ['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z'],
    },
    {
      why: 'a skipped time in New York',
      cron: '30 2 * * SUN',
      zone: 'America/New_York',
      after: '2026-03-07T12:00:00Z',
      slots: ['2026-03-08T07:30:00.000Z', '2026-03-15T06:30:00.000Z'],
    },
    {
      why: 'a repeated time in New York',
      cron: '30 1 * * SUN',
      zone: 'America/New_York',
      after: '2026-10-31T12:00:00Z',
      slots: ['2026-11-01T05:30:00.000Z', '2026-11-08T06:30:00.000Z'],
    },
    {
      why: 'two times that DST moves onto each other are one slot',
      cron: '30 2,3 * * *',
      zone: 'Europe/Berlin',
      after: '2026-03-28T12:00:00Z',
      slots: ['2026-03-29T01:30:00.000Z', '2026-03-30T00:30:00.000Z', '2026-03-30T01:30:00.000Z'],
    },
    {
      why: 'a zone of half an hour',
      cron: '0 9 * * *',
      zone: 'Asia/Kolkata',
      after: '2026-01-05T03:29:59Z',
      slots: ['2026-01-05T03:30:00.000Z', '2026-01-06T03:30:00.000Z'],
    },
    {
      why: 'a zone that is a day ahead of UTC in the morning',
      cron: '0 8 1 * *',
      zone: 'Asia/Shanghai',
      after: '2026-01-31T23:59:00Z',
      slots: ['2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    },
    {
      why: '29 February is found over leap years',
      cron: '0 9 29 2 *',
      zone: 'Asia/Shanghai',
      after: '2026-01-05T00:00:00Z',
      slots: ['2028-02-29T01:00:00.000Z', '2032-02-29T01:00:00.000Z'],
    },
    {
      why: 'day of month or weekday, where both are restricted',
      cron: '0 9 13 * FRI',
      zone: 'UTC',
      after: '2026-01-08T10:00:00Z',
      slots: ['2026-01-09T09:00:00.000Z', '2026-01-13T09:00:00.000Z', '2026-01-16T09:00:00.000Z'],
    },
  ]

  test.each(table)('$why', ({ cron, zone, after, slots }) => {
    const found = nextSlots(ruleOf(cron, zone), new Date(after), slots.length)
    expect(found.map((slot) => slot.at.toISOString())).toEqual(slots)
  })

  test.each(['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'])(
    'do not depend on the season of today: %s',
    (today) => {
      Settings.now = () => Date.parse(today)
      const [slot] = nextSlots(ruleOf('30 2 * * *', 'Europe/Berlin'), new Date('2026-10-25T00:00:00Z'), 1)
      expect(slot).toEqual({
        at: new Date('2026-10-25T00:30:00.000Z'),
        on: '2026-10-25',
        nominalOn: '2026-10-25',
      })
    },
  )

  test('are for the calendar day of their zone', () => {
    const [slot] = nextSlots(ruleOf('0 7 * * *', 'Asia/Shanghai'), new Date('2026-01-04T22:00:00Z'), 1)
    expect(slot).toEqual({
      at: new Date('2026-01-04T23:00:00.000Z'),
      on: '2026-01-05',
      nominalOn: '2026-01-05',
    })
  })

  test('never come on 30 February', () => {
    const fields = { minute: [0], hour: [9], dayOfMonth: [30], month: [2], dayOfWeek: [0, 1, 2, 3, 4, 5, 6] }
    expect(nextSlots({ ...everyDay, fields, zone: 'UTC' }, new Date('2026-01-05T00:00:00Z'), 1)).toEqual([])
  })
})

describe('the latest slot', () => {
  test('after three weeks away is one, the last', () => {
    const schedule = scheduleOf('0 9 * * MON', 'Asia/Shanghai')
    const slot = latestSlot(schedule, new Date('2026-01-05T01:00:00Z'), new Date('2026-01-28T04:00:00Z'))
    expect(slot).toEqual({
      at: new Date('2026-01-26T01:00:00.000Z'),
      on: '2026-01-26',
      nominalOn: '2026-01-26',
    })
  })

  test('is open at its beginning and closed at its end', () => {
    const schedule = scheduleOf('0 9 * * *', 'UTC')
    const nine = new Date('2026-01-05T09:00:00Z')
    expect(latestSlot(schedule, nine, nine)).toBeUndefined()
    expect(latestSlot(schedule, new Date(nine.getTime() - 1), nine)?.at).toEqual(nine)
    expect(latestSlot(schedule, nine, new Date('2026-01-06T08:59:59.999Z'))).toBeUndefined()
  })

  test('of a repeated time is the first, also seen from the second', () => {
    const schedule = scheduleOf('30 2 * * *', 'Europe/Berlin')
    const slot = latestSlot(schedule, new Date('2026-10-25T00:00:00Z'), new Date('2026-10-25T01:30:00Z'))
    expect(slot?.at).toEqual(new Date('2026-10-25T00:30:00.000Z'))
    expect(
      latestSlot(schedule, new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')),
    ).toBeUndefined()
  })

  test('of a skipped time is due after the gap', () => {
    const schedule = scheduleOf('30 2 * * *', 'America/New_York')
    const before = new Date('2026-03-07T12:00:00Z')
    expect(latestSlot(schedule, before, new Date('2026-03-08T07:29:59Z'))).toBeUndefined()
    expect(latestSlot(schedule, before, new Date('2026-03-08T07:30:00Z'))?.on).toBe('2026-03-08')
  })

  test('is the last of the next slots, on many rules and zones', () => {
    const random = randomFrom(20260105)
    for (let i = 0; i < 200; i++) {
      const schedule = scheduleOf(someCron(random), pick(random, zones))
      const after = someInstant(random)
      const slots = nextSlots(schedule, after, 5)
      const last = slots.at(-1)
      if (last === undefined) throw new Error(`${schedule.cron} never comes`)
      expect(latestSlot(schedule, after, last.at)).toEqual(last)
      expect(slots.every((slot) => slot.at > after)).toBe(true)
    }
  })
})

test.each([
  ['0 9 * * MON', undefined],
  ['0 9,9 * * MON,THU', undefined],
  ['0 9 * * SAT,SUN', undefined],
  ['0 9 1,15 * *', undefined],
  ['0 9 29 2 *', undefined],
  // The 13th and every Friday: two days in most weeks of a 13th.
  ['0 9 13 * FRI', undefined],
  ['0 9 1,29 * *', undefined],
  ['0 9,17 * * MON', { why: 'too-often' }],
  ['*/30 9 * * *', { why: 'too-often' }],
  ['0 9 * * *', { why: 'too-many-days', days: 7 }],
  ['0 9 * * MON-FRI', { why: 'too-many-days', days: 5 }],
  ['0 9 * * MON,WED,FRI', { why: 'too-many-days', days: 3 }],
  ['0 9 */2 * *', { why: 'too-many-days', days: 4 }],
  ['0 9 1-7 * *', { why: 'too-many-days', days: 7 }],
  ['0 9 * 3 *', { why: 'too-many-days', days: 7 }],
  // Over the end of a month.
  ['0 9 1,2,31 * *', { why: 'too-many-days', days: 3 }],
  ['0 9 13 * MON,FRI', { why: 'too-many-days', days: 3 }],
  ['0 9 29,2,3 2,3 *', { why: 'too-many-days', days: 3 }],
])('people may set %s unless it comes too often: %o', (cron, why) => {
  expect(tooOften(fieldsOf(cron))).toEqual(why)
})

/**
 * node-cron is asked for the same slots. It differs in three things, in each of which we keep to crontab's rule or to
 * the promise that a week's message is neither lost nor said twice:
 * - where day of month and weekday are both restricted it wants both, crontab(5) either;
 * - a time that DST skips it leaves out that day; ours comes after the gap;
 * - of a time that comes twice it takes the second in Berlin and the first in New York; ours is always the first.
 */
describe('node-cron agrees', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('on 400 seeded rules, zones and moments', () => {
    const random = randomFrom(42)
    let overChange = 0
    for (let i = 0; i < 400; i++) {
      const overNight = i % 4 === 0
      const cron = overNight ? `${random(60)} ${random(5)} * * *` : someCron(random)
      const zone = pick(random, zones)
      const after = overNight ? someChange(random) : someInstant(random)
      const theirs = runsOf(cron, zone, after, 4)
      const ours = nextSlots(ruleOf(cron, zone), after, 12).map((slot) => slot.at)
      const until = theirs.at(-1) ?? after
      const strange = [...ours, ...theirs].filter((at) => at <= until && nearChange(at, zone))
      if (strange.length > 0) overChange++
      const plain = (at: Date) => at <= until && !nearChange(at, zone)
      expect({ cron, zone, after, slots: ours.filter(plain) }).toEqual({
        cron,
        zone,
        after,
        slots: theirs.filter(plain),
      })
    }
    expect(overChange).toBeGreaterThan(15)
  })

  test('not on a day of month and a weekday: it wants both', () => {
    const after = new Date('2026-01-08T10:00:00Z')
    const [theirs] = runsOf('0 9 13 * FRI', 'UTC', after, 1)
    const [ours] = nextSlots(ruleOf('0 9 13 * FRI', 'UTC'), after, 1)
    expect(theirs?.toISOString()).toBe('2026-02-13T09:00:00.000Z')
    expect(ours?.at.toISOString()).toBe('2026-01-09T09:00:00.000Z')
  })

  test('not on a time that DST skips: it leaves the day out', () => {
    const after = new Date('2026-03-28T12:00:00Z')
    const [theirs] = runsOf('30 2 * * *', 'Europe/Berlin', after, 1)
    expect(theirs?.toISOString()).toBe('2026-03-30T00:30:00.000Z')
  })

  test('not on a time that comes twice: it takes now the second, now the first', () => {
    const [berlin] = runsOf('30 2 * * *', 'Europe/Berlin', new Date('2026-10-24T12:00:00Z'), 1)
    expect(berlin?.toISOString()).toBe('2026-10-25T01:30:00.000Z')
    const [newYork] = runsOf('30 1 * * *', 'America/New_York', new Date('2026-10-31T12:00:00Z'), 1)
    expect(newYork?.toISOString()).toBe('2026-11-01T05:30:00.000Z')
  })
})

const zones = [
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Auckland',
  'UTC',
]

function fieldsOf(cron: string): CronFields {
  const reading = readCron(cron)
  if (!reading.ok) throw new Error(`${cron}: ${reading.field} ${reading.value}`)
  return reading.fields
}

function scheduleOf(cron: string, zone: string): Schedule {
  const activeSince = new Date('2020-01-01T00:00:00Z')
  return { group: 'WG1', kind: 'reminder', cron, ...ruleOf(cron, zone), activeSince }
}

function ruleOf(cron: string, zone: string): Rule {
  return { ...everyDay, fields: fieldsOf(cron), zone }
}

function runsOf(cron: string, timezone: string, after: Date, count: number): Date[] {
  vi.setSystemTime(after)
  const task = createTask(cron, () => undefined, { timezone })
  try {
    return task.getNextRuns(count)
  } finally {
    task.destroy()
  }
}

/** Whether the zone's offset changes within four hours of `at`. */
function nearChange(at: Date, zone: string): boolean {
  const offset = (hours: number) =>
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(at.getTime() + hours * 3_600_000)
      .find((part) => part.type === 'timeZoneName')?.value
  return offset(-4) !== offset(4)
}

/** mulberry32: the same list of rules at every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function pick<T>(random: (below: number) => number, from: readonly T[]): T {
  const picked = from[random(from.length)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

/** A rule as people write them, with a day of month or a weekday, never both. */
function someCron(random: (below: number) => number): string {
  const minute = pick(random, ['0', '30', '15,45', '*/20', String(random(60))])
  const hour = pick(random, ['9', '0', '2', '23', '8-18/5', '1,2,3', String(random(24))])
  const days = pick(random, [
    '* *',
    '* MON',
    '* MON-FRI',
    '* SAT,SUN',
    '* 7',
    '* FRI-MON',
    '1 *',
    '15,31 *',
    '*/10 *',
    '29 *',
  ])
  const [dayOfMonth, dayOfWeek] = days.split(' ')
  const month = pick(random, ['*', '*', '*', 'MAR', 'OCT,NOV', '1-6', '*/3', 'DEC-FEB'])
  return `${minute} ${hour} ${dayOfMonth} ${month} ${dayOfWeek}`
}

function someInstant(random: (below: number) => number): Date {
  return new Date(Date.UTC(2026, 0, 1) + random(730 * 1440) * 60_000)
}

/** The evening before a change of offset of some zone of the list. */
function someChange(random: (below: number) => number): Date {
  const evenings = [
    '2026-03-28',
    '2026-10-24',
    '2026-03-07',
    '2026-10-31',
    '2026-04-04',
    '2026-10-03',
    '2026-09-26',
  ]
  return new Date(`${pick(random, evenings)}T${10 + random(10)}:00:00Z`)
}
