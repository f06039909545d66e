import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../src/domain/calendar/working-calendar.ts'
import { type Clock, clocksOf, isFrozen, nextClock } from '../../../src/domain/clock/rules.ts'
import { dueOn } from '../../../src/domain/standard/due.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { standard } from '../committee/small-committee.ts'

const china = await workingCalendar({ zone: 'Asia/Shanghai' })
const today = '2026-11-27'

function clocks(change: Partial<Standard>, { on = today }: { on?: string } = {}): Clock[] {
  return clocksOf(standard('1', change), on, china)
}

/** `gb-limit-18 limit 2026-12-10 running` of each. */
function told(change: Partial<Standard>, options?: Parameters<typeof clocks>[1]): string[] {
  return clocks(change, options).map(({ kind, nature, on, state }) => `${kind} ${nature} ${on} ${state}`)
}

const recommended = { designation: '20260101-T-469' }
const mandatory = { designation: '20260101-Q-252' }

describe('the national limit', () => {
  test.each<[string, Partial<Standard>, string[]]>([
    [
      '18 months for a recommended standard, and 30 days before it the last day to ask',
      { ...recommended, stage: '20', plannedOn: '2026-03-10' },
      ['gb-ask-by limit 2027-08-11 running', 'gb-limit-18 limit 2027-09-10 running'],
    ],
    [
      '24 months for a mandatory one',
      { ...mandatory, stage: '30', plannedOn: '2026-03-10' },
      ['gb-ask-by limit 2028-02-09 running', 'gb-limit-24 limit 2028-03-10 running'],
    ],
    [
      'a month is over at its end, where it is that short',
      { ...recommended, stage: '20', plannedOn: '2025-08-31' },
      ['gb-ask-by limit 2027-01-29 running', 'gb-limit-18 limit 2027-02-28 running'],
    ],
    [
      'known to the month, at the earliest',
      { ...recommended, stage: '20', plannedOn: '2025-05' },
      ['gb-ask-by limit 2026-10-02 over', 'gb-limit-18 limit 2026-11-01 in-doubt'],
    ],
    ['known to the year only, nothing', { ...recommended, stage: '20', plannedOn: '2025' }, []],
    ['the plan’s day is not known', { ...recommended, stage: '20' }, []],
    [
      'of a guidance document the rule says nothing',
      { designation: '20260101-Z-469', plannedOn: '2026-03-10' },
      [],
    ],
    ['nor of a text of no known kind', { designation: 'TC260-003', plannedOn: '2026-03-10' }, []],
    ['the approval file is in', { ...recommended, stage: '50', plannedOn: '2024-03-10' }, []],
    [
      'it is over',
      { ...recommended, stage: '40', plannedOn: '2025-05-26' },
      ['gb-ask-by limit 2026-10-27 over', 'gb-limit-18 limit 2026-11-26 over'],
    ],
    [
      'it is today',
      { ...recommended, stage: '40', plannedOn: '2025-05-27' },
      ['gb-ask-by limit 2026-10-28 over', 'gb-limit-18 limit 2026-11-27 running'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(told(change)).toStrictEqual(expected)
  })

  test('freezes the project once it is over, and not on the day itself nor where that is in doubt', () => {
    const frozen = (plannedOn: string) => isFrozen(clocks({ ...recommended, stage: '40', plannedOn }))
    expect(['2025-05-26', '2025-05-27', '2025-05', '2025-04'].map(frozen)).toStrictEqual([
      true,
      false,
      false,
      true,
    ])
  })

  test('is moved by an extension, and never brought forward by it', () => {
    const late = (extendedTo: string) => ({
      ...recommended,
      stage: '40',
      plannedOn: '2025-05-26',
      extendedTo,
    })
    expect(told(late('2027-05-26'))).toStrictEqual(['gb-limit-extended limit 2027-05-26 running'])
    expect(told(late('2026-01-01'))).toContain('gb-limit-18 limit 2026-11-26 over')
    expect(isFrozen(clocks(late('2026-11-27')))).toBe(false)
    expect(isFrozen(clocks(late('2026-11-27'), { on: '2026-11-28' }))).toBe(true)
  })

  test.each<[string, Partial<Standard>, string | undefined]>([
    ['its target', { ...recommended, stage: '40', targetOn: '2026-12-01' }, '2026-12-01'],
    ['its limit', { ...recommended, stage: '40', plannedOn: '2025-05-26' }, '2026-11-26'],
    [
      'whichever is first',
      { ...recommended, stage: '40', plannedOn: '2025-05-26', targetOn: '2026-12-01' },
      '2026-11-26',
    ],
    [
      'its limit of some month, at its end',
      { ...recommended, stage: '40', plannedOn: '2025-05' },
      '2026-11-30',
    ],
    [
      'what it was extended to',
      { ...recommended, stage: '40', plannedOn: '2025-05-26', extendedTo: '2027-05-26' },
      '2027-05-26',
    ],
    ['nothing', { ...recommended, stage: '40' }, undefined],
  ])('a list goes by %s', (_what, change, due) => {
    expect(dueOn(standard('1', change))).toBe(due)
  })

  test.each([
    ['GB/T 1-2026', [], 'gb-limit-18'],
    ['GB 1-2026', [], 'gb-limit-24'],
    ['TC260-PG-20261A', ['20260101-T-469'], 'gb-limit-18'],
    ['GB/Z 1-2026', ['20260101-Z-469'], undefined],
  ])('%s %j has %s', (designation, otherNames, kind) => {
    const found = clocks({ designation, otherNames, stage: '20', plannedOn: '2026-03-10' })
    expect(found.find(({ kind: one }) => one.startsWith('gb-limit'))?.kind).toBe(kind)
  })
})

test.each<[string, Partial<Standard>, string[]]>([
  [
    '60 days of public comment',
    { stage: '30', stageSince: '2026-10-01' },
    ['gb-comment period 2026-11-30 running'],
  ],
  ['public comment since some month', { stage: '30', stageSince: '2026-10' }, []],
  [
    'public comment is over',
    { stage: '30', stageSince: '2026-09-01' },
    ['gb-comment period 2026-10-31 over'],
  ],
  [
    'reviewed five years after it came out',
    { stage: '60', publishedOn: '2024-03-15', stageSince: '2024-04' },
    ['gb-review period 2029-03-15 running'],
  ],
  ['published in some year', { stage: '60', stageSince: '2021' }, ['gb-review period 2026-01-01 in-doubt']],
  [
    'five years after the review that confirmed it',
    {
      stage: '60',
      publishedOn: '2015-01-01',
      stageSince: '2026-02-01',
      history: [{ stage: '90', on: '2026-01-01' }],
    },
    ['gb-review period 2031-02-01 running'],
  ],
  ...['GB/Z 188-2010', 'TC260-PG-20244A', 'GB/T 21-2019/XG1-2021', 'T/CESA 1-2020'].map(
    (designation): [string, Partial<Standard>, string[]] => [
      `no state’s standard, or not by itself: ${designation}`,
      { designation, stage: '60', publishedOn: '2019-01-01' },
      [],
    ],
  ),
  ['under review', { stage: '90', publishedOn: '2015-01-01' }, []],
  ['withdrawn', { stage: '95', publishedOn: '2015-01-01', plannedOn: '2014' }, []],
  ['a leap day', { stage: '60', publishedOn: '2024-02-29' }, ['gb-review period 2029-02-28 running']],
])('of GB/T: %s', (_what, change, expected) => {
  expect(told(change)).toStrictEqual(expected)
})

test.each<[string, Partial<Standard>, string[]]>([
  [
    'a DIS ballot lasts 12 weeks',
    { stage: '40.20', stageSince: '2026-09-25' },
    ['iso-dis period 2026-12-18 running'],
  ],
  ['an FDIS ballot 8', { stage: '50.20', stageSince: '2026-10-02' }, ['iso-fdis period 2026-11-27 running']],
  ['a ballot since some month', { stage: '40.20', stageSince: '2026-09' }, []],
  ['a ballot that is closed', { stage: '40.60', stageSince: '2026-09-25' }, []],
  [
    'a preliminary item is cancelled after three years',
    { stage: '00.00', stageSince: '2024-02-29' },
    ['iso-preliminary limit 2027-02-28 running'],
  ],
  [
    'counted from its registration',
    { stage: '00.20', stageSince: '2025-01-01', history: [{ stage: '00.00', on: '2024-01' }] },
    ['iso-preliminary limit 2027-01-01 running'],
  ],
  ['of which nothing is known', { stage: '00.20', stageSince: '2025-01-01' }, []],
  [
    'a proposal is cancelled after six months without a decision',
    { stage: '10.20', stageSince: '2026-09-01', history: [{ stage: '10.00', on: '2026-08-31' }] },
    ['iso-proposal limit 2027-02-28 running'],
  ],
  ['a proposal that was accepted', { stage: '10.99', stageSince: '2026-09-01' }, []],
  ['a proposal that was rejected', { stage: '10.98', stageSince: '2026-09-01' }, []],
  [
    'a systematic review after five years',
    { stage: '60.60', publishedOn: '2022-10-25' },
    ['iso-review period 2027-10-25 running'],
  ],
  [
    'from the year alone',
    { stage: '60.60', stageSince: '2022-10', publishedOn: '2022' },
    ['iso-review period 2027-01-01 running'],
  ],
  [
    'from the confirmation',
    { stage: '90.93', stageSince: '2025-06-01', publishedOn: '2018-01-01' },
    ['iso-review period 2030-06-01 running'],
  ],
  ['under review', { stage: '90.20', stageSince: '2026-06-01', publishedOn: '2018-01-01' }, []],
])('of ISO: %s', (_what, change, expected) => {
  expect(told({ ...change, stages: 'iso', designation: 'ISO/IEC 27090' })).toStrictEqual(expected)
})

test.each([
  'ISO/IEC 27001:2022/Amd 1:2024',
  'ISO/IEC 10118-2:2010/Cor 1:2011',
  'ISO/IEC TS 27110:2021',
  'ISO/IEC TR 27103:2018',
])('the five years of a standard are not those of %s', (designation) => {
  expect(told({ stages: 'iso', stage: '60.60', publishedOn: '2022-10-25', designation })).toStrictEqual([])
})

test.each<[string, string, Partial<Standard>, string[]]>([
  [
    'an Enquiry lasts 12 weeks',
    'prEN 304223',
    { stage: '40.20', stageSince: '2026-09-25' },
    ['cen-enquiry period 2026-12-18 running'],
  ],
  [
    'a review after five years',
    'EN 17640:2022',
    { stage: '65.51', publishedOn: '2022-10-25' },
    ['cen-review period 2027-10-25 running'],
  ],
  ['but ISO’s own', 'EN ISO/IEC 27001:2023', { stage: '60.60', publishedOn: '2023-07-01' }, []],
])('of CEN: %s', (_what, designation, change, expected) => {
  expect(told({ ...change, stages: 'cen', designation })).toStrictEqual(expected)
})

test('of the IETF nothing runs but the committee’s own target', () => {
  const change = { stages: 'ietf', stage: 'wg-lc', stageSince: '2026-11-01', targetOn: '2026-12-01' } as const
  expect(told(change)).toStrictEqual(['target target 2026-12-01 running'])
})

describe('a target', () => {
  test('stands among the limits by its day, and is none', () => {
    const all = clocks({ ...recommended, stage: '20', plannedOn: '2025-08-31', targetOn: '2027-02-01' })
    expect(all.map(({ kind }) => kind)).toStrictEqual(['gb-ask-by', 'target', 'gb-limit-18'])
    expect(nextClock(all)?.kind).toBe('gb-ask-by')
  })

  test('that was missed is over, and what comes next is the limit', () => {
    const all = clocks({ ...recommended, stage: '20', plannedOn: '2026-03-10', targetOn: '2026-11-20' })
    expect(all[0]).toMatchObject({ kind: 'target', state: 'over', daysLeft: -7 })
    expect(nextClock(all)?.kind).toBe('gb-ask-by')
    expect(nextClock(clocks({ targetOn: '2026-11-20' }))).toBeUndefined()
  })
})

describe('what is left is told in days and working days', () => {
  test.each([
    // Wednesday; New Year's notice for 2027 is not known.
    ['2026-12-02', { daysLeft: 5, workingDaysLeft: { days: 3, isCovered: true } }],
    ['2026-11-27', { daysLeft: 0 }],
    ['2026-12-31', { daysLeft: 34, workingDaysLeft: { days: 24, isCovered: false } }],
  ])('%s', (targetOn, expected) => {
    const [clock] = clocks({ targetOn })
    expect(clock).toMatchObject(expected)
    if (targetOn === today) expect(clock?.workingDaysLeft).toBeUndefined()
  })

  test('far ahead the days are enough', () => {
    expect(clocks({ targetOn: '2027-03-01' })[0]?.workingDaysLeft).toBeUndefined()
  })

  test('a day off moves nothing: the last working day before it is told', () => {
    expect(clocks({ targetOn: '2026-11-29' })[0]).toMatchObject({
      on: '2026-11-29',
      lastWorkingDay: '2026-11-27',
    })
    expect(clocks({ targetOn: '2026-11-30' })[0]?.lastWorkingDay).toBeUndefined()
    const national = clocks({ targetOn: '2026-10-06' }, { on: '2026-09-01' })
    expect(national[0]).toMatchObject({ lastWorkingDay: '2026-09-30' })
    const madeUp = clocks({ targetOn: '2026-10-10' }, { on: '2026-09-01' })
    expect(madeUp[0]?.lastWorkingDay).toBeUndefined()
  })
})

test('The last working day before a day that is far is not told: nobody knows yet which days are off', () => {
  const reviewed = standard('1', { stage: '60', publishedOn: '2024-05-06' })
  const [clock] = clocksOf(reviewed, '2026-11-23', china)
  expect(clock).toMatchObject({ on: '2029-05-06' })
  expect(clock).not.toHaveProperty('lastWorkingDay')
})
