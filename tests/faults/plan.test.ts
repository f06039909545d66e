import { describe, expect, test } from 'vitest'
import { dice } from './dice.ts'
import { dueIn } from './due.ts'
import { type Plan, planOf } from './plan.ts'
import { workerPoints } from './points.ts'
import { lastBefore } from './weekly.ts'

describe('dice', () => {
  test('throw the same from the same seed, and something else from another', () => {
    const throws = (seed: number) => {
      const { between } = dice(seed)
      return Array.from({ length: 20 }, () => between(1, 6))
    }
    expect(throws(7)).toEqual(throws(7))
    expect(throws(7)).not.toEqual(throws(8))
  })

  test('throw every number between the two', () => {
    const { between, chance, some } = dice(1)
    expect(new Set(Array.from({ length: 200 }, () => between(2, 5)))).toEqual(new Set([2, 3, 4, 5]))
    expect(Array.from({ length: 200 }, () => chance(0))).not.toContain(true)
    expect(some([1, 2, 3], 5).sort()).toEqual([1, 2, 3])
  })
})

describe('a weekly moment', () => {
  const night = { weekday: 0, hour: 2, minute: 30 }
  test.each([
    [
      'a Monday',
      { weekday: 1, hour: 9, minute: 0 },
      'Asia/Shanghai',
      '2032-03-17T00:00Z',
      '2032-03-15T01:00Z',
    ],
    [
      'at that very moment',
      { weekday: 1, hour: 9, minute: 0 },
      'Asia/Shanghai',
      '2032-03-15T01:00Z',
      '2032-03-15T01:00Z',
    ],
    [
      'just before it',
      { weekday: 1, hour: 9, minute: 0 },
      'Asia/Shanghai',
      '2032-03-15T00:59Z',
      '2032-03-08T01:00Z',
    ],
    [
      'before the clocks change',
      { weekday: 1, hour: 9, minute: 0 },
      'Europe/Berlin',
      '2032-03-26T12:00Z',
      '2032-03-22T08:00Z',
    ],
    [
      'after the clocks change',
      { weekday: 1, hour: 9, minute: 0 },
      'Europe/Berlin',
      '2032-04-02T12:00Z',
      '2032-03-29T07:00Z',
    ],
    ['in the hour that is skipped', night, 'Europe/Berlin', '2032-03-28T12:00Z', '2032-03-28T01:30Z'],
    [
      'in the hour that comes twice, the first time',
      night,
      'Europe/Berlin',
      '2032-10-31T12:00Z',
      '2032-10-31T00:30Z',
    ],
    ['between the two', night, 'Europe/Berlin', '2032-10-31T01:00Z', '2032-10-31T00:30Z'],
  ])('%s', (_what, weekly, zone, at, expected) => {
    expect(lastBefore(weekly, zone, new Date(at)).at).toEqual(new Date(expected))
  })
})

describe('a plan', () => {
  test('is the same from the same seed, and its first weeks whatever comes after', () => {
    expect(planOf(3, 5)).toEqual(planOf(3, 5))
    expect(planOf(3, 9).weeks.slice(0, 5)).toEqual(planOf(3, 5).weeks)
    expect(planOf(4, 5)).not.toEqual(planOf(3, 5))
  })

  const plans = Array.from({ length: 60 }, (_, seed) => planOf(seed, 10))
  const stops = plans.flatMap(({ weeks }) => weeks.flatMap((week) => week.stops))

  test('moves its clocks ahead alone', () => {
    for (const { weeks } of plans) {
      const moments = weeks.flatMap((week) => week.stops.flatMap(({ at, until }) => [at, until]))
      expect(moments).toEqual([...moments].sort())
    }
  })

  test('has everything in it, over many seeds', () => {
    const has = <T>(wanted: readonly T[], found: readonly T[]) =>
      expect(wanted.filter((one) => !found.includes(one))).toEqual([])
    const deaths = stops.flatMap((stop) => Object.values(stop.deaths).flat())
    has(
      [...workerPoints, 'acknowledging', 'acknowledged'],
      deaths.map(({ point }) => point),
    )
    expect(deaths.some(({ sleepMs }) => sleepMs !== undefined)).toBe(true)
    has(
      ['lost_reply', 'cut', 'status', 'slow', 'late', 'error', 'repeat', 'hang_up'],
      stops.flatMap((stop) => stop.faults.map(({ kind }) => kind)),
    )
    has(
      [0, 2, 3],
      stops.map(({ asleep }) => asleep.length),
    )
    has(
      ['http', 'socket'],
      plans.map(({ mode }) => mode),
    )
    expect(stops.some(({ replaces }) => replaces !== undefined)).toBe(true)
    expect(stops.some(({ cutAfterMs }) => cutAfterMs !== undefined)).toBe(true)
    expect(plans.some(isBackAfterWeeks)).toBe(true)
  })

  test('owes each group one notice of a kind a week, but for those replaced', () => {
    const calm = plans.map((plan) => ({ ...plan, weeks: plan.weeks.slice(0, 1) }))
    for (const plan of calm.filter((plan) => !hasReplaced(plan)))
      expect(dueIn(plan, 1)).toHaveLength(2 * plan.groups.length)
  })
})

function isBackAfterWeeks({ weeks }: Plan): boolean {
  const sundays = weeks.map((week) => Date.parse(week.stops.at(-1)?.at ?? ''))
  return sundays.some((at, nth) => at - (sundays[nth - 1] ?? at) > 14 * 24 * 3_600_000)
}

function hasReplaced({ weeks }: Plan): boolean {
  return weeks.some((week) => week.stops.some(({ replaces }) => replaces !== undefined))
}
