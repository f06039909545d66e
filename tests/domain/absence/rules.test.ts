import { describe, expect, test } from 'vitest'
import {
  type Absence,
  type AbsenceFault,
  type AbsenceGiven,
  absenceFault,
  absenceOn,
  cutShort,
  daysUncovered,
  stoodInFor,
} from '../../../src/domain/absence/rules.ts'
import type { Member } from '../../../src/domain/member/rules.ts'

const today = '2026-11-23'
const member = (id: string, until?: string): Member => ({
  id,
  names: { en: id },
  roles: [{ role: 'member', group: 'WG8', ...(until !== undefined && { until }) }],
})
const lotus = member('lotus')
const own: Absence = { id: 'own', member: 'jasmine', from: '2026-12-10', until: '2026-12-12' }
const theirs: Absence = { id: 'theirs', member: 'lotus', from: '2026-12-20', until: '2026-12-31' }

const table: [string, AbsenceGiven, AbsenceFault['why'] | undefined][] = [
  ['some days to come', { from: '2026-12-01', until: '2026-12-09' }, undefined],
  ['a single day', { from: '2026-12-01', until: '2026-12-01' }, undefined],
  ['today alone', { from: today, until: today }, undefined],
  ['what has begun', { from: '2026-11-20', until: today }, undefined],
  ['with a stand-in', { from: '2026-12-01', until: '2026-12-09', standIn: lotus }, undefined],
  ['backwards', { from: '2026-12-09', until: '2026-12-01' }, 'backwards'],
  ['backwards, before it is past', { from: '2026-11-09', until: '2026-11-01' }, 'backwards'],
  ['all in the past', { from: '2026-11-01', until: '2026-11-22' }, 'past'],
  ['a year and a day', { from: '2026-12-13', until: '2027-12-13' }, undefined],
  ['longer than a year', { from: '2026-12-13', until: '2027-12-14' }, 'too-long'],
  ['on a day of another', { from: '2026-12-12', until: '2026-12-20' }, 'overlaps'],
  ['around another', { from: '2026-12-01', until: '2026-12-31' }, 'overlaps'],
  ['the day after another', { from: '2026-12-13', until: '2026-12-13' }, undefined],
  [
    'with oneself for a stand-in',
    { from: today, until: today, standIn: member('jasmine') },
    'stand-in-oneself',
  ],
  [
    'with one who leaves before it ends',
    { from: '2026-12-13', until: '2026-12-15', standIn: member('oriole', '2026-12-14') },
    'stand-in-left',
  ],
  [
    'with one who leaves when it ends',
    { from: '2026-12-13', until: '2026-12-15', standIn: member('oriole', '2026-12-15') },
    undefined,
  ],
  [
    'with one who is away on its last day',
    { from: '2026-12-13', until: '2026-12-20', standIn: lotus },
    'stand-in-away',
  ],
  ['with one who is away after', { from: '2026-12-13', until: '2026-12-19', standIn: lotus }, undefined],
]

describe('an absence', () => {
  test.each(table)('%s', (_name, given, why) => {
    expect(absenceFault(given, { member: 'jasmine', known: [own, theirs], today })?.why).toBe(why)
  })

  test('names the one that it meets', () => {
    const given = { from: '2026-12-12', until: '2026-12-20' }
    expect(absenceFault(given, { member: 'jasmine', known: [own, theirs], today })).toEqual({
      why: 'overlaps',
      absence: own,
    })
  })

  test.each([
    ['one that has begun keeps the days before', '2026-11-20', { until: '2026-11-22' }],
    ['one that began today leaves nothing', today, undefined],
    ['nor does one to come', '2026-12-01', undefined],
  ])('ended today, %s', (_name, from, left) => {
    const absence = { id: 'a', member: 'jasmine', from, until: '2026-12-24' }
    expect(cutShort(absence, today)).toEqual(left && { ...absence, ...left })
  })
})

describe('a stand-in', () => {
  const away = { ...own, from: today, until: today, standIn: 'lotus' }
  test.each([
    ['on the day', [away], today, ['jasmine']],
    ['not on another', [away], '2026-11-24', []],
    ['not while away themselves', [away, { ...theirs, from: today }], today, []],
    [
      'not where a longer absence names another',
      [away, { ...away, until: '2026-11-24', standIn: 'x' }],
      today,
      [],
    ],
  ])('stands in %s', (_name, absences, day, expected) => {
    expect(stoodInFor(absences, 'lotus', day)).toEqual(expected)
  })

  test('of several absences the longest counts', () => {
    const longer = { ...away, id: 'longer', until: '2026-11-30' }
    expect(absenceOn([away, longer], 'jasmine', today)).toBe(longer)
  })
})

test.each<[what: string, away: [from: string, until: string][], uncovered: [from: string, until: string][]]>([
  ['none', [], []],
  [
    'none before and after',
    [
      ['2026-11-20', '2026-11-30'],
      ['2026-12-08', '2026-12-09'],
    ],
    [],
  ],
  ['its first', [['2026-11-20', '2026-12-01']], [['2026-12-01', '2026-12-01']]],
  ['its last', [['2026-12-07', '2026-12-20']], [['2026-12-07', '2026-12-07']]],
  ['all', [['2026-11-20', '2026-12-20']], [['2026-12-01', '2026-12-07']]],
  [
    'some in its midst',
    [
      ['2026-12-02', '2026-12-02'],
      ['2026-12-05', '2026-12-06'],
    ],
    [
      ['2026-12-02', '2026-12-02'],
      ['2026-12-05', '2026-12-06'],
    ],
  ],
])('of the days of an absence %s are without a stand-in who is away as well', (_what, away, uncovered) => {
  const theirs = away.map(([from, until], at) => ({ id: `s-${at}`, member: 'lotus', from, until }))
  expect(daysUncovered({ from: '2026-12-01', until: '2026-12-07' }, theirs)).toEqual(
    uncovered.map(([from, until]) => ({ from, until })),
  )
})
