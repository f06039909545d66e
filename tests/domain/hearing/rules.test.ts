import { describe, expect, test } from 'vitest'
import {
  type HearingGiven,
  heardAs,
  hearingFault,
  neverQuiet,
  withGiven,
} from '../../../src/domain/hearing/rules.ts'
import { type Hearing, usualAsking } from '../../../src/domain/reminder/asking.ts'

const asking = { ...usualAsking, perWeek: 3 }
const hours = { from: '19:00', until: '09:00' }
const member = 'jasmine'

describe('what holds', () => {
  test.each<[string, Hearing | undefined, object]>([
    [
      'of nobody’s own',
      undefined,
      { quietHours: asking.quietHours, hasOwnHours: false, perWeek: 3, hasOwnPerWeek: false },
    ],
    ['one’s own hours', { member, quietHours: hours }, { quietHours: hours, hasOwnHours: true, perWeek: 3 }],
    ['no quiet hours', { member, quietHours: neverQuiet }, { quietHours: neverQuiet, hasOwnHours: true }],
    ['moves once a week', { member, moves: 'weekly' }, { moves: 'weekly', perWeek: 3 }],
    ['moves as they come', { member }, { moves: 'at-once' }],
    ['less often', { member, perWeek: 1 }, { perWeek: 1, hasOwnPerWeek: true }],
    ['never more often than the committee', { member, perWeek: 5 }, { perWeek: 3, hasOwnPerWeek: false }],
  ])('%s', (_name, own, expected) => {
    expect(heardAs(own, asking)).toMatchObject(expected)
  })
})

describe('a wish', () => {
  test.each<[HearingGiven, boolean]>([
    [{ perWeek: 1 }, true],
    [{ perWeek: 3 }, true],
    [{ perWeek: 'usual' }, true],
    [{ quietHours: hours }, true],
    [{ perWeek: 0 }, false],
    [{ perWeek: 4 }, false],
    [{ perWeek: 1.5 }, false],
  ])('%j', (given, isFit) => {
    expect(hearingFault(given, asking)).toEqual(isFit ? undefined : { why: 'per-week', most: 3 })
  })

  test.each<[string, HearingGiven, Hearing]>([
    ['leaves what it does not name', { perWeek: 2 }, { member, quietHours: hours, perWeek: 2 }],
    ['takes its own away', { quietHours: 'usual' }, { member, perWeek: 1 }],
    ['how soon of moves', { moves: 'weekly' }, { member, quietHours: hours, perWeek: 1, moves: 'weekly' }],
    ['at once, which is usual', { moves: 'at-once' }, { member, quietHours: hours, perWeek: 1 }],
    ['both', { quietHours: neverQuiet, perWeek: 'usual' }, { member, quietHours: neverQuiet }],
  ])('%s', (_name, given, expected) => {
    expect(withGiven({ member, quietHours: hours, perWeek: 1 }, given)).toEqual(expected)
  })
})
