import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allowance,
  channelPauseMs,
  decideWhole,
  freeAgain,
  heldUntil,
  isProbing,
  type Limit,
  limited,
  longestHoldMs,
  type Pace,
  probed,
  type Sign,
  slackLimits,
  spend,
} from '../../../src/domain/delivery/pace.ts'
import { later, now } from './claimed.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const fresh: Pace = { method: 'chat.postMessage', failures: 0 }
/** Five a second, three at once. */
const steady: Limit = { perMinute: 300, burst: 3 }
const inMs = (at: Date) => at.getTime() - now.getTime()

describe('how many calls may begin', () => {
  test.each<[string, Pace | undefined, Limit, number]>([
    ['none was ever made', undefined, steady, 3],
    ['none was made for long', { ...fresh, freeAt: later(-day) }, steady, 3],
    ['one was made this moment', { ...fresh, freeAt: later(200) }, steady, 2],
    ['three were made this moment', { ...fresh, freeAt: later(600) }, steady, 0],
    ['a moment before the next is free', { ...fresh, freeAt: later(401) }, steady, 0],
    ['the moment at which the next is free', { ...fresh, freeAt: later(400) }, steady, 1],
    ['one at once, none for long', undefined, { perMinute: 1, burst: 1 }, 1],
    ['one at once, one made', { ...fresh, freeAt: later(minute) }, { perMinute: 1, burst: 1 }, 0],
    ['two and a half at once', undefined, { perMinute: 300, burst: 2.5 }, 2],
    ['no limit', undefined, { perMinute: Number.POSITIVE_INFINITY, burst: 1 }, Number.POSITIVE_INFINITY],
    [
      'no limit, whatever was made',
      { ...fresh, freeAt: later(hour) },
      { perMinute: Number.POSITIVE_INFINITY, burst: 1 },
      Number.POSITIVE_INFINITY,
    ],
    ['held', { ...fresh, heldUntil: later(1) }, steady, 0],
    ['held until now', { ...fresh, heldUntil: now }, steady, 3],
    [
      'held without a limit',
      { ...fresh, heldUntil: later(1) },
      { perMinute: Number.POSITIVE_INFINITY, burst: 1 },
      0,
    ],
  ])('%s', (_why, pace, limit, count) => {
    expect(allowance(pace, limit, now)).toBe(count)
  })
})

describe('what calls cost', () => {
  test.each<[string, Pace, number, Pace]>([
    ['none costs nothing', fresh, 0, fresh],
    ['the first since long', { ...fresh, freeAt: later(-hour) }, 1, { ...fresh, freeAt: later(200) }],
    ['three at once', fresh, 3, { ...fresh, freeAt: later(600) }],
    ['one more', { ...fresh, freeAt: later(300) }, 1, { ...fresh, freeAt: later(500) }],
  ])('%s', (_what, pace, count, after) => {
    expect(spend(pace, steady, now, count)).toStrictEqual(after)
  })

  test('nothing, without a limit', () => {
    const after = spend(fresh, { perMinute: Number.POSITIVE_INFINITY, burst: 1 }, now, 1_000)
    expect(after).toStrictEqual({ ...fresh, freeAt: now })
  })
})

test('Slack’s own limits: so many messages, fifty edits and looks a minute, one message a second a channel', () => {
  const edits = { perMinute: 50, burst: 10 }
  expect(slackLimits(300)).toStrictEqual({
    'chat.postMessage': { perMinute: 300, burst: 2.5 },
    'chat.update': edits,
    'conversations.history': edits,
  })
  expect(slackLimits(1)['chat.postMessage']).toStrictEqual({ perMinute: 1, burst: 1 })
  expect(slackLimits(99_999)['chat.postMessage'].perMinute).toBe(99_999)
  expect(channelPauseMs).toBeGreaterThan(second)
})

/** Who asks when for how many calls; each of several processes asks in turn. */
const asking = fc.array(
  fc.record({
    afterMs: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20_000 })),
    wanted: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 1, maxLength: 200 },
)
const anyLimit = fc.record({
  perMinute: fc.integer({ min: 1, max: 99_999 }),
  burst: fc.double({ min: 1, max: 900, noNaN: true }),
})

/** The moments of the calls that were begun, whoever began them: all share one pace. */
function begun(limit: Limit, asked: readonly { afterMs: number; wanted: number }[]): number[] {
  let pace = fresh
  let at = now
  return asked.flatMap(({ afterMs, wanted }) => {
    at = later(afterMs, at)
    const count = Math.min(wanted, allowance(pace, limit, at))
    pace = spend(pace, limit, at, count)
    return Array.from({ length: count }, () => at.getTime())
  })
}

/** Of all windows that begin and end with a call, by how many calls the fullest exceeds what its length allows. */
function excess({ perMinute, burst }: Limit, at: readonly number[]): number {
  // What was allowed by each moment, less what was begun: an excess is a fall from one of its heights.
  let [height, most] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  at.forEach((ms, index) => {
    const left = (ms * perMinute) / minute - index
    height = Math.max(height, left)
    most = Math.max(most, height - left + 1 - burst)
  })
  return most
}

test('in no window more calls begin than its length allows, and the burst', () => {
  fc.assert(
    fc.property(anyLimit, asking, (limit, asked) => {
      expect(
        excess(
          limit,
          begun(limit, asked).map((ms) => ms - now.getTime()),
        ),
      ).toBeLessThanOrEqual(1e-6)
    }),
  )
})

test('nor where somebody asks at every moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (perMinute) => {
      const limit = { perMinute, burst: 1 }
      const everyMoment = Array.from({ length: 20_000 }, () => ({ afterMs: 1, wanted: 2 }))
      expect(
        excess(
          limit,
          begun(limit, everyMoment).map((ms) => ms - now.getTime()),
        ),
      ).toBeLessThanOrEqual(1e-6)
    }),
    { numRuns: 20 },
  )
})

test('whoever asks whenever a call may begin gets what the rate allows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6_000 }), (perMinute) => {
      const limit = { perMinute, burst: Math.max(1, perMinute / 120) }
      let [pace, at, count] = [fresh, now, 0]
      while (inMs(at) < 10 * minute) {
        const allowed = allowance(pace, limit, at)
        count += allowed
        pace = spend(pace, limit, at, allowed)
        at = later(allowed === 0 ? 1 : 0, freeAgain(pace, limit, at))
      }
      // What is lost are the parts of milliseconds.
      expect(count).toBeGreaterThanOrEqual((10 * minute) / (Math.ceil(minute / perMinute) + 1))
    }),
    { numRuns: 20 },
  )
})

test('at the moment that is named next a call may begin, and not before', () => {
  fc.assert(
    fc.property(anyLimit, asking, (limit, asked) => {
      let pace = fresh
      let at = now
      for (const { afterMs, wanted } of asked) {
        at = later(afterMs, at)
        pace = spend(pace, limit, at, Math.min(wanted, allowance(pace, limit, at)))
      }
      const next = freeAgain(pace, limit, at)
      if (next > at) expect(allowance(pace, limit, later(-2, next))).toBe(0)
      // Moments are whole milliseconds: the next one at the latest.
      expect(allowance(pace, limit, later(2, next))).toBeGreaterThan(0)
    }),
  )
})

describe('429', () => {
  test('holds its method for as long as Slack says, an hour at the most', () => {
    const pace = { ...fresh, freeAt: later(100) }
    expect(limited(pace, 30 * second, now)).toStrictEqual({
      ...pace,
      heldUntil: later(30 * second),
      why: 'ratelimited',
    })
    expect(limited(pace, 5 * day, now).heldUntil).toStrictEqual(later(longestHoldMs))
  })

  test('names the moment at which its method may be asked again', () => {
    const held = limited(fresh, 30 * second, now)
    expect(freeAgain(held, steady, now)).toStrictEqual(later(30 * second))
    expect(allowance(held, steady, later(30 * second - 1))).toBe(0)
    expect(allowance(held, steady, later(30 * second))).toBe(3)
  })

  test('is forgotten once its method is asked again', () => {
    const at = later(31 * second)
    expect(spend(limited(fresh, 30 * second, now), steady, at, 1)).toStrictEqual({
      ...fresh,
      freeAt: later(200, at),
    })
  })
})

const well: Sign = { kind: 'well' }
const lost = { kind: 'silent', error: 'no_answer', isSure: false } as const
const refused = { kind: 'silent', error: 'ECONNREFUSED', isSure: true } as const
const barred = { kind: 'barred', error: 'token_revoked' } as const
const whole: Pace = { method: '*', failures: 0 }

/** What is so after these signs, each of which comes a moment after the hold of the one before is over. */
function heard(...signs: (typeof lost | typeof refused | typeof barred | typeof well)[]): Pace {
  return signs.reduce(({ heldUntil: _over, ...pace }: Pace, sign) => {
    return decideWhole(pace, sign as Exclude<Sign, { kind: 'limited' }>, now)
  }, whole)
}

describe('Slack as a whole', () => {
  test.each<[string, Pace, Pace]>([
    ['one silence holds nothing', heard(lost), { method: '*', failures: 1, why: 'no_answer' }],
    ['nor do two', heard(lost, lost), { method: '*', failures: 2, why: 'no_answer' }],
    [
      'three hold all',
      heard(lost, lost, lost),
      { method: '*', failures: 3, why: 'no_answer', heldUntil: later(5 * second) },
    ],
    ['an answer between counts from the beginning', heard(lost, lost, well, lost, lost), heard(lost, lost)],
    [
      'one connection that was refused holds all',
      heard(refused),
      { method: '*', failures: 3, why: 'ECONNREFUSED', heldUntil: later(5 * second) },
    ],
    [
      'one refusal of the bot holds all for a minute',
      heard(barred),
      { method: '*', failures: 3, why: 'token_revoked', heldUntil: later(minute) },
    ],
    ['an answer clears it', heard(barred, barred, barred, well), whole],
    ['an answer where nothing was wrong', heard(well), whole],
  ])('%s', (_what, pace, expected) => {
    expect(pace).toStrictEqual(expected)
  })

  const holds = (sign: typeof lost | typeof barred, most: number) =>
    Array.from({ length: most }, (_, index) => {
      const { heldUntil: until } = heard(...Array.from({ length: index + 1 }, () => sign))
      return until === undefined ? 0 : inMs(until)
    })

  test('is held ever longer: silent, from 5 s to 15 s', () => {
    expect(holds(lost, 9).map((ms) => ms / second)).toStrictEqual([0, 0, 5, 10, 15, 15, 15, 15, 15])
  })

  test('is held ever longer: barred, from a minute to an hour', () => {
    expect(holds(barred, 9).map((ms) => ms / minute)).toStrictEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  })

  test('is asked by one call at a time while it is away, until one is answered', () => {
    expect([undefined, whole, heard(lost, lost)].map(isProbing)).toStrictEqual([false, false, false])
    expect([heard(lost, lost, lost), heard(refused), heard(barred)].map(isProbing)).toStrictEqual([
      true,
      true,
      true,
    ])
    const probing = probed(heard(refused), now)
    expect(probing).toStrictEqual({ ...heard(refused), freeAt: now, heldUntil: later(20 * second) })
    expect(isProbing(probing)).toBe(true)
    expect(isProbing(decideWhole(probing, well, now))).toBe(false)
  })
})

test('what was under way when Slack was held says nothing new, the answer to a probe does', () => {
  const held = heard(barred)
  expect(decideWhole(held, barred, later(second))).toStrictEqual(held)
  const again = decideWhole(probed(held, later(minute)), barred, later(minute + second))
  expect(inMs(again.heldUntil ?? now)).toBe(inMs(later(3 * minute + second)))
})

describe('a clock that is put back', () => {
  const holdings: [string, Pace][] = [
    ['a method that is limited for 30 s', limited(fresh, 30 * second, now)],
    ['a method that is limited for an hour', limited(fresh, hour, now)],
    ['Slack, silent', { ...heard(lost, lost, lost, lost, lost, lost, lost) }],
    ['Slack, barred for an hour', heard(...Array.from({ length: 9 }, () => barred))],
    ['Slack, under a probe', probed(heard(refused), now)],
  ]
  test.each(holdings)('by an hour or a day holds no longer: %s', (_what, pace) => {
    for (const ms of [hour, 2 * hour, day]) expect(heldUntil(pace, later(-ms))).toBeUndefined()
  })

  test.each([hour, day])('by %i ms after the hold was over holds nothing anew', (ms) => {
    const over = later(5 * minute)
    const spent = spend(limited(fresh, 30 * second, now), steady, over, 1)
    expect(heldUntil(spent, later(-ms, over))).toBeUndefined()
  })

  test('lets no method wait for the place in time that it had', () => {
    fc.assert(
      fc.property(anyLimit, asking, fc.constantFrom(hour, day), (limit, asked, ms) => {
        let pace = fresh
        let at = now
        for (const { afterMs, wanted } of asked) {
          at = later(afterMs, at)
          pace = spend(pace, limit, at, Math.min(wanted, allowance(pace, limit, at)))
        }
        const back = later(-ms, at)
        const spreadMs = (minute / limit.perMinute) * (2 * limit.burst + 1) + minute
        expect(inMs(freeAgain(pace, limit, back)) - inMs(back)).toBeLessThanOrEqual(spreadMs)
        // And from there on it goes at the same rate as ever.
        const spent = spend(pace, limit, back, 1)
        expect(inMs(spent.freeAt ?? now) - inMs(back)).toBeLessThanOrEqual(
          spreadMs + minute / limit.perMinute + 1,
        )
      }),
    )
  })
})
