import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DecisionKind, Life, OwnerRef } from '../../../src/domain/assignment/life.ts'
import type { Assignment } from '../../../src/domain/assignment/rules.ts'
import { addDays, type Day, dayIn } from '../../../src/domain/calendar/day.ts'
import { type WorkingCalendar, workingCalendar } from '../../../src/domain/calendar/working-calendar.ts'
import {
  type AskClock,
  type AskDecision,
  type AskKind,
  decideAsk,
  decideAskOfHeld,
  decideAskOfStuck,
  decideAskToDecide,
  type Unasked,
} from '../../../src/domain/reminder/ask.ts'
import { usualAsking } from '../../../src/domain/reminder/asking.ts'
import { assignment } from '../assignment/arbitraries.ts'

const zone = 'Asia/Shanghai'
const china = await workingCalendar({ zone })

/** Nine in the morning of a day, in Shanghai. */
const on = (day: Day) => new Date(`${day}T01:00:00Z`)

function clock(today: Day, calendar: WorkingCalendar = china): AskClock {
  return { today, dayOf: (at) => dayIn(zone, at), calendar, asking: usualAsking }
}

/** Monday to Friday of a plain week is 16 to 20 November 2026. */
type Case = [what: string, change: Partial<Assignment>, asked: Day[], today: Day, is: AskKind | Unasked]

/** People do things half an hour before anything is said. */
const before = (day: Day) => new Date(`${day}T00:30:00Z`)
const owner = (day: Day) => ({ at: before(day), by: 'lotus' })
const convenor = (day: Day) => ({ at: before(day), by: 'orchid' })
const decided = (day: Day, kind: DecisionKind) => ({ ...convenor(day), kind, why: 'page 3 is missing' })
const given = (day: Day): Life => ({ given: convenor(day) })
const old: Life = { given: convenor('2026-09-01'), accepted: owner('2026-09-02') }

const cases: Case[] = [
  ['what is done is asked of nobody', { state: 'done', dueOn: '2026-11-01' }, [], '2026-11-16', 'not-open'],
  ['nor what is withdrawn', { state: 'withdrawn', dueOn: '2026-11-01' }, [], '2026-11-16', 'not-open'],
  ['it is told when it is given', { life: given('2026-11-13') }, [], '2026-11-16', 'given'],
  [
    'who has seen it is not told',
    { life: { ...given('2026-11-13'), seen: owner('2026-11-13') } },
    [],
    '2026-11-16',
    'in-grace',
  ],
  ['it has its days of grace', { life: given('2026-11-13') }, ['2026-11-16'], '2026-11-17', 'in-grace'],
  [
    'then it is asked whether they take it on',
    { life: given('2026-11-13') },
    ['2026-11-16'],
    '2026-11-18',
    'answer',
  ],
  [
    'and again after five working days',
    { life: given('2026-11-02') },
    ['2026-11-03', '2026-11-05', '2026-11-09'],
    '2026-11-16',
    'asked-lately',
  ],
  [
    'grace is counted in working days',
    { life: given('2026-09-30') },
    ['2026-09-30'],
    '2026-10-08',
    'in-grace',
  ],
  [
    'due in two months and accepted: nothing is asked',
    { dueOn: '2027-01-15', life: old },
    [],
    '2026-11-16',
    'not-yet',
  ],
  ['without a day and accepted: nothing is asked', { life: old }, [], '2026-11-16', 'not-yet'],
  ['without a day and of old: nothing is asked', {}, [], '2026-11-16', 'not-yet'],
  ['six working days ahead it is early', { dueOn: '2026-11-24', life: old }, [], '2026-11-16', 'not-yet'],
  ['five working days ahead it is due soon', { dueOn: '2026-11-23', life: old }, [], '2026-11-16', 'soon'],
  ['that is said once', { dueOn: '2026-11-23', life: old }, ['2026-11-16'], '2026-11-18', 'asked-lately'],
  ['a run that was missed loses nothing', { dueOn: '2026-11-23', life: old }, [], '2026-11-19', 'soon'],
  ['due today', { dueOn: '2026-11-23', life: old }, ['2026-11-16'], '2026-11-23', 'today'],
  [
    'but not on the day after another word',
    { dueOn: '2026-11-20', life: old },
    ['2026-11-19'],
    '2026-11-20',
    'asked-lately',
  ],
  ['overdue on the next working day', { dueOn: '2026-11-20', life: old }, [], '2026-11-23', 'overdue'],
  [
    'but not on the day after it was due today',
    { dueOn: '2026-11-17', life: old },
    ['2026-11-17'],
    '2026-11-18',
    'asked-lately',
  ],
  ['on the second one then', { dueOn: '2026-11-17', life: old }, ['2026-11-17'], '2026-11-19', 'overdue'],
  ['never daily', { dueOn: '2026-11-13', life: old }, ['2026-11-16'], '2026-11-17', 'asked-lately'],
  [
    'again five working days after',
    { dueOn: '2026-11-13', life: old },
    ['2026-11-16'],
    '2026-11-23',
    'overdue',
  ],
  [
    'and then ten',
    { dueOn: '2026-10-30', life: old },
    ['2026-11-02', '2026-11-09'],
    '2026-11-20',
    'asked-lately',
  ],
  [
    'which is here',
    { dueOn: '2026-10-30', life: old },
    ['2026-11-02', '2026-11-09'],
    '2026-11-23',
    'overdue',
  ],
  [
    'who said how it goes is left alone',
    { dueOn: '2026-11-13', life: { ...old, latest: { ...owner('2026-11-16'), text: 'half' } } },
    [],
    '2026-11-20',
    'moved-lately',
  ],
  [
    'for five working days',
    { dueOn: '2026-11-13', life: { ...old, latest: { ...owner('2026-11-16'), text: 'half' } } },
    [],
    '2026-11-23',
    'overdue',
  ],
  [
    'to accept is a move',
    { dueOn: '2026-11-20', life: { given: convenor('2026-11-02'), accepted: owner('2026-11-17') } },
    [],
    '2026-11-20',
    'moved-lately',
  ],
  [
    'to have seen is none',
    { dueOn: '2026-11-20', life: { ...old, seen: owner('2026-11-19') } },
    [],
    '2026-11-20',
    'today',
  ],
  [
    'given back, it is the convenor’s',
    {
      dueOn: '2026-11-13',
      life: { ...given('2026-11-02'), declined: { ...owner('2026-11-03'), why: 'no' } },
    },
    [],
    '2026-11-20',
    'with-convenor',
  ],
  [
    'another day is asked for: the clock stops',
    {
      dueOn: '2026-11-13',
      life: { ...old, dueAsked: { ...owner('2026-10-01'), on: '2026-12-31', why: 'x' } },
    },
    [],
    '2026-11-20',
    'with-convenor',
  ],
  [
    'what was decided counts from then',
    { dueOn: '2026-11-13', life: { ...old, decided: convenor('2026-11-18') } },
    [],
    '2026-11-20',
    'moved-lately',
  ],
  [
    'more time was refused: they hear it on the next morning',
    { dueOn: '2026-11-13', life: { ...old, decided: decided('2026-11-18', 'refused') } },
    ['2026-11-16', '2026-11-17'],
    '2026-11-18',
    'decided',
  ],
  [
    'and once',
    { dueOn: '2026-11-13', life: { ...old, decided: decided('2026-11-18', 'refused') } },
    ['2026-11-18'],
    '2026-11-20',
    'moved-lately',
  ],
  [
    'but not who has moved since',
    {
      life: {
        ...old,
        decided: decided('2026-11-18', 'refused'),
        latest: { ...owner('2026-11-19'), text: 'so be it' },
      },
    },
    [],
    '2026-11-20',
    'moved-lately',
  ],
  [
    'who waits for others hears it too',
    {
      life: {
        ...old,
        decided: decided('2026-11-18', 'refused'),
        blocked: { ...owner('2026-11-17'), why: 'x' },
      },
    },
    [],
    '2026-11-19',
    'decided',
  ],
  [
    'and is left alone then',
    {
      life: {
        ...old,
        decided: decided('2026-11-18', 'refused'),
        blocked: { ...owner('2026-11-17'), why: 'x' },
      },
    },
    ['2026-11-19'],
    '2026-11-19',
    'held-up',
  ],
  [
    'a day that others set is asked for, however lately they moved',
    {
      dueOn: '2026-11-20',
      life: { ...old, accepted: owner('2026-11-18'), decided: decided('2026-11-19', 'set-due') },
    },
    [],
    '2026-11-20',
    'today',
  ],
  [
    'also by somebody who has said nothing yet',
    {
      dueOn: '2026-11-23',
      life: { given: convenor('2026-09-01'), decided: decided('2026-11-19', 'set-due') },
    },
    [],
    '2026-11-20',
    'soon',
  ],
  [
    'not by whoever set it themselves',
    {
      dueOn: '2026-11-20',
      life: { ...old, decided: { ...decided('2026-11-19', 'set-due'), by: 'lotus' } },
    },
    [],
    '2026-11-20',
    'moved-lately',
  ],
  [
    'nor once they have moved since',
    {
      dueOn: '2026-11-20',
      life: { ...old, decided: decided('2026-11-18', 'set-due'), doing: owner('2026-11-19') },
    },
    [],
    '2026-11-20',
    'moved-lately',
  ],
  [
    'more time that was granted is no question',
    { dueOn: '2026-12-31', life: { ...old, decided: decided('2026-11-18', 'granted') } },
    [],
    '2026-11-19',
    'moved-lately',
  ],
  [
    'what is open again they hear, though it has no day',
    { life: { ...old, decided: decided('2026-11-18', 'reopened') } },
    [],
    '2026-11-19',
    'decided',
  ],
  [
    'not the week after',
    { life: { ...old, decided: decided('2026-11-11', 'reopened') } },
    ['2026-11-12'],
    '2026-11-18',
    'asked-lately',
  ],
  [
    'but like all that has no day, as long as nobody moves',
    { life: { ...old, decided: decided('2026-11-11', 'reopened') } },
    ['2026-11-12'],
    '2026-11-19',
    'decided',
  ],
  [
    'what they have opened again themselves is no news',
    { life: { ...old, decided: { ...decided('2026-11-18', 'reopened'), by: 'lotus' } } },
    [],
    '2026-11-19',
    'moved-lately',
  ],
  [
    'held up by others: the clock stops',
    { dueOn: '2026-11-13', life: { ...old, blocked: { ...owner('2026-10-01'), why: 'x' } } },
    [],
    '2026-11-20',
    'held-up',
  ],
  [
    'the new owner is told what the former heard already',
    { dueOn: '2026-11-13', life: given('2026-11-19') },
    ['2026-11-16'],
    '2026-11-20',
    'given',
  ],
  [
    'an overdue one that is new has no grace after that',
    { dueOn: '2026-11-13', life: given('2026-11-17') },
    ['2026-11-17', '2026-11-18'],
    '2026-11-20',
    'asked-lately',
  ],
  [
    'a day that is moved is counted anew',
    { dueOn: '2026-11-27', life: { ...old, decided: convenor('2026-11-09') } },
    ['2026-11-02'],
    '2026-11-20',
    'soon',
  ],
  // The fault of a daily job that counts weekdays: Friday, Saturday and Sunday are one working day.
  ['China works on a moved Sunday', { dueOn: '2026-09-18', life: old }, [], '2026-09-20', 'overdue'],
]

describe('an owner', () => {
  test.each(cases)('%s', (_what, change, asked, today, is) => {
    const decision = decideAsk(
      assignment('a1', change),
      { asked: asked.map(on), hearer: 'lotus' },
      clock(today),
    )
    expect('ask' in decision ? decision.ask : decision.silent).toBe(is)
  })

  test('who put it off hears of all of it when they are back, whatever was said before', () => {
    const owed = assignment('a1', { dueOn: '2026-11-23', life: old })
    const heard = { asked: [on('2026-11-16')] }
    expect(decideAsk(owed, heard, clock('2026-11-18'))).toEqual({ silent: 'asked-lately' })
    expect(decideAsk(owed, { ...heard, isBack: true }, clock('2026-11-18'))).toEqual({ ask: 'soon' })
    const moved = { ...owed, life: { ...old, latest: { ...owner('2026-11-17'), text: 'on it' } } }
    expect(decideAsk(moved, { ...heard, isBack: true }, clock('2026-11-18'))).toEqual({
      silent: 'moved-lately',
    })
  })

  test('is never asked on two working days in a row, and is asked in the end, whenever runs are missed', () => {
    const runs = fc.record({
      dueOn: fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-09-01', days)),
      missed: fc.array(fc.integer({ min: 0, max: 119 }), { maxLength: 60 }),
    })
    fc.assert(
      fc.property(runs, ({ dueOn, missed }) => {
        const owed = assignment('a1', { dueOn, life: { given: convenor('2026-08-03') } })
        const isMissed = new Set(missed)
        const asked: Date[] = []
        let lastRun = -2
        const worked: Day[] = []
        for (let count = 0; count < 120; count += 1) {
          const today = addDays('2026-08-28', count)
          if (!china.isWorkingDay(today)) continue
          worked.push(today)
          if (isMissed.has(count)) continue
          const decision = decideAsk(owed, { asked }, clock(today))
          if (!('ask' in decision)) continue
          expect(worked.length - 1 - lastRun).toBeGreaterThan(1)
          lastRun = worked.length - 1
          asked.push(on(today))
        }
        expect(asked.some((at) => dayIn(zone, at) > dueOn)).toBe(true)
        // Growing distances: at most seven times in half a year.
        expect(asked.length).toBeLessThan(14)
      }),
    )
  })
})

describe('whoever decides', () => {
  const asksForMore = assignment('a1', {
    dueOn: '2026-11-13',
    life: { ...old, dueAsked: { ...owner('2026-11-16'), on: '2026-12-31', why: 'x' } },
  })

  test.each<[string, Day[], Day, AskKind | Unasked]>([
    ['hears of it at once', [], '2026-11-16', 'decide'],
    ['then after five working days', ['2026-11-16'], '2026-11-20', 'asked-lately'],
    ['which is here', ['2026-11-16'], '2026-11-23', 'decide'],
    ['what they heard before was about something else', ['2026-11-12'], '2026-11-17', 'decide'],
  ])('%s', (_what, asked, today, is) => {
    const decision = decideAskToDecide(asksForMore, { asked: asked.map(on) }, clock(today))
    expect('ask' in decision ? decision.ask : decision.silent).toBe(is)
  })

  test('hears nothing of what is decided', () => {
    expect(decideAskToDecide(assignment('a1', { life: old }), { asked: [] }, clock('2026-11-16'))).toEqual({
      silent: 'not-yet',
    })
  })
})

describe('what is held up', () => {
  const blocked = (waitsFor?: OwnerRef, more: Life = {}) =>
    assignment('a1', {
      dueOn: '2026-11-18',
      life: {
        ...old,
        blocked: { ...owner('2026-11-16'), why: 'x', ...(waitsFor !== undefined && { waitsFor }) },
        ...more,
      },
    })
  const held = blocked({ kind: 'group', id: 'WG7' })
  const said = (decision: AskDecision) => ('ask' in decision ? decision.ask : decision.silent)

  test.each<[string, Day[], Day, AskKind | Unasked]>([
    ['is told at once', [], '2026-11-16', 'held'],
    ['is not told again the next day', ['2026-11-17'], '2026-11-18', 'asked-lately'],
    ['is told again a week later', ['2026-11-17'], '2026-11-24', 'held'],
    ['and two weeks after that', ['2026-11-17', '2026-11-24'], '2026-12-01', 'asked-lately'],
    ['what was said before it was held up does not count', ['2026-11-10'], '2026-11-16', 'held'],
  ])('whom it waits for %s', (_what, asked, today, is) => {
    expect(said(decideAskOfHeld(held, { asked: asked.map(on) }, clock(today)))).toBe(is)
  })

  test('whom it waits for hears of it again on the day to which they put that off', () => {
    expect(decideAskOfHeld(held, { asked: [on('2026-11-17')], isBack: true }, clock('2026-11-18'))).toEqual({
      ask: 'held',
    })
  })

  test.each<[string, Assignment, Day[], Day, AskKind | Unasked]>([
    ['is left alone at first', blocked(), [], '2026-11-20', 'held-up'],
    ['is asked a week later whether it still waits', blocked(), [], '2026-11-23', 'stuck'],
    ['then less and less often', blocked(), ['2026-11-23'], '2026-11-27', 'asked-lately'],
    ['though it goes on', blocked(), ['2026-11-23'], '2026-11-30', 'stuck'],
    [
      'is left alone after they have told how it goes',
      blocked(undefined, { latest: { ...owner('2026-11-20'), text: 'still' } }),
      [],
      '2026-11-23',
      'held-up',
    ],
  ])('where it waits for nobody who could be asked, its owner %s', (_what, one, asked, today, is) => {
    expect(said(decideAskOfStuck(one, { asked: asked.map(on) }, clock(today)))).toBe(is)
  })
})
