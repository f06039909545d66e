import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar/day.ts'
import { durationsOf, passageOf } from '../../../src/domain/clock/durations.ts'
import { fewestCases, forecast } from '../../../src/domain/clock/forecast.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { standard } from '../committee/small-committee.ts'

const today = '2026-11-27'

/** A project that stayed `days` in public comment and then 100 days until it was out. */
function peer(id: string, days: number, change: Partial<Standard> = {}): Standard {
  const [comment, examination] = ['2022-01-10', addDays('2022-01-10', days)]
  return standard(id, {
    stage: '60',
    stageSince: addDays(examination, 100),
    history: [
      { stage: '30', on: comment },
      { stage: '40', on: examination },
      { stage: '50', on: addDays(examination, 50) },
    ],
    ...change,
  })
}

const peers = (...days: number[]) => days.map((count, i) => peer(`p-${i}`, count))
const ten = peers(200, 210, 220, 230, 240, 250, 260, 270, 280, 290)
/** In public comment for a hundred days. */
const own = standard('own', { stage: '30', stageSince: addDays(today, -100) })

describe('a forecast', () => {
  test('gives the range of eight in ten of its peers, and says on how many it rests', () => {
    const outlook = forecast(own, durationsOf([...ten, own]), today)
    expect(outlook).toStrictEqual({
      phase: '30',
      since: '2026-08-19',
      next: {
        to: '40',
        kind: 'range',
        cases: 10,
        low: 209,
        median: 245,
        high: 281,
        earliest: '2027-03-16',
        likely: '2027-04-21',
        latest: '2027-05-27',
      },
      publication: {
        kind: 'range',
        cases: 10,
        low: 309,
        median: 345,
        high: 381,
        earliest: '2027-06-24',
        likely: '2027-07-30',
        latest: '2027-09-04',
      },
    })
  })

  test('rests on those that stayed longer than it has so far', () => {
    const later = standard('own', { stage: '30', stageSince: addDays(today, -215) })
    const { next } = forecast(later, durationsOf([...ten, later]), today) ?? {}
    expect(next).toMatchObject({ kind: 'range', cases: 8 })
    expect(next?.kind === 'range' && next.earliest > today).toBe(true)
  })

  test('says plainly that it has been there for longer than nearly all', () => {
    const late = standard('own', { stage: '30', stageSince: addDays(today, -275) })
    expect(forecast(late, durationsOf([...ten, late]), today)?.next).toStrictEqual({
      to: '40',
      kind: 'beyond',
      cases: 10,
      longer: 2,
      elapsed: 275,
    })
  })

  test('tells its own pace so far from two phases on', () => {
    const drafted = (id: string, days: number) =>
      peer(id, 200, {
        history: [
          { stage: '10', on: '2021-01-10' },
          { stage: '20', on: addDays('2021-01-10', days) },
          { stage: '30', on: addDays('2021-01-10', 2 * days) },
          { stage: '40', on: addDays('2021-01-10', 2 * days + 200) },
        ],
      })
    const past = Array.from({ length: 9 }, (_, i) => drafted(`d-${i}`, 100))
    const slow = standard('own', {
      stage: '30',
      stageSince: '2026-11-01',
      history: [
        { stage: '10', on: '2026-01-01' },
        { stage: '20', on: addDays('2026-01-01', 150) },
      ],
    })
    expect(forecast(slow, durationsOf(past), today)?.pace).toBeCloseTo(1.52, 2)
    expect(
      forecast({ ...slow, history: slow.history.slice(1) }, durationsOf(past), today)?.pace,
    ).toBeUndefined()
  })
})

describe('it is silent', () => {
  const all = durationsOf([...ten, own])
  test.each<[string, Standard, ReturnType<typeof durationsOf>]>([
    ['where fewer than eight cases are known', own, durationsOf(ten.slice(0, fewestCases - 1))],
    ['where nobody knows since when it has been there', standard('own', { stage: '30' }), all],
    ['where only the year is known', standard('own', { stage: '30', stageSince: '2026' }), all],
    ['for a published standard', standard('own', { stage: '60', stageSince: '2026-01-01' }), all],
    ['for a withdrawn one', standard('own', { stage: '95', stageSince: '2026-01-01' }), all],
    ['for another kind', standard('own', { ...own, designation: 'GB 1-2026' }), all],
    ['for the fast procedure, where the peers were not', { ...own, fast: true }, all],
    ['for another system', { ...own, stages: 'iso', stage: '30.00' }, all],
    ['in a phase of which no case is known', { ...own, stage: '20' }, all],
    ['before it has come there', { ...own, stageSince: '2027-01-01' }, all],
  ])('%s', (_what, one, durations) => {
    expect(forecast(one, durations, today)).toBeUndefined()
  })

  test('about days that are known to the year only, and cases of no length', () => {
    const vague = ten.map((one) => ({
      ...one,
      history: one.history.map(({ stage }) => ({ stage, on: '2022' })),
    }))
    expect(forecast(own, durationsOf(vague), today)).toBeUndefined()
    expect(forecast(own, durationsOf(peers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), today)?.next).toBeUndefined()
  })

  test('about its own future as another record of the project tells it', () => {
    const eight = ten.slice(0, 8).map((one, i) => (i === 0 ? { ...one, project: '88134' } : one))
    expect(forecast({ ...own, project: '88134' }, durationsOf(eight), today)).toBeUndefined()
    expect(forecast(own, durationsOf(eight), today)).toBeDefined()
  })
})

test('a phase that was left out is no case of the one before it', () => {
  const skipped = ten.map((one) => ({ ...one, history: one.history.filter(({ stage }) => stage !== '40') }))
  const outlook = forecast(own, durationsOf(skipped), today)
  expect(outlook?.next).toBeUndefined()
  expect(outlook?.publication).toMatchObject({ cases: 10 })
})

test('a project is told by all its records, each phase by its first day', () => {
  const iso = { stages: 'iso', project: '88134' } as const
  const records = [
    standard('cd-2', {
      ...iso,
      stage: '30.60',
      stageSince: '2024-09',
      history: [{ stage: '30.20', on: '2024-07-01' }],
    }),
    standard('cd', {
      ...iso,
      stage: '30.60',
      stageSince: '2024-05-01',
      history: [{ stage: '30.00', on: '2024-02-01' }],
    }),
    standard('dis', {
      ...iso,
      stage: '40.98',
      stageSince: '2025-09-01',
      history: [{ stage: '40.20', on: '2025-01' }],
    }),
  ]
  expect(passageOf(records)).toStrictEqual([
    { phase: '30', on: '2024-02-01' },
    { phase: '40', on: '2025-01-15' },
  ])
})

test('whatever the past was, the range is in order, ahead, and within what happened', () => {
  const days = fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 0, maxLength: 40 })
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 2_000 }), (past, elapsed) => {
      const one = standard('own', { stage: '30', stageSince: addDays(today, -elapsed) })
      const next = forecast(one, durationsOf(peers(...past)), today)?.next
      const longer = past.filter((count) => count > elapsed)
      if (past.length < fewestCases) expect(next).toBeUndefined()
      else if (longer.length < fewestCases)
        expect(next).toMatchObject({ kind: 'beyond', cases: past.length, longer: longer.length })
      else if (next?.kind === 'range') {
        expect(next.cases).toBe(longer.length)
        expect([elapsed < next.low, next.low <= next.median, next.median <= next.high]).toEqual([
          true,
          true,
          true,
        ])
        expect(next.low).toBeGreaterThanOrEqual(Math.min(...longer))
        expect(next.high).toBeLessThanOrEqual(Math.max(...longer))
      } else expect.unreachable()
    }),
  )
})
