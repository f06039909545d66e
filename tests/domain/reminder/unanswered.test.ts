import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../../src/domain/assignment/rules.ts'
import type { Day } from '../../../src/domain/calendar/day.ts'
import { workingCalendar } from '../../../src/domain/calendar/working-calendar.ts'
import { usualAsking } from '../../../src/domain/reminder/asking.ts'
import {
  type Reach,
  type StandingReminder,
  type Step,
  stepDue,
  unansweredOf,
} from '../../../src/domain/reminder/unanswered.ts'
import { assignment } from '../assignment/arbitraries.ts'

const zone = 'Asia/Shanghai'
const calendar = await workingCalendar({ zone })
const group = { code: 'WG8', kind: 'WG' as const, names: {}, zone, language: 'en' as const }
const at = (day: Day) => new Date(`${day}T01:00:00Z`)

function reminder(day: Day, change: Partial<StandingReminder> = {}): StandingReminder {
  return { id: day, group: 'WG8', at: at(day), assignments: ['a1'], ...change }
}

function left(reminders: StandingReminder[], change: Partial<Assignment> = {}) {
  const named = new Map([['a1', assignment('a1', change)]])
  return unansweredOf(group, reminders, named)
}

describe('what a group leaves unanswered', () => {
  test('begins with the first reminder after the last answer, in whatever order they come', () => {
    const all = [
      reminder('2026-11-16'),
      reminder('2026-11-02', { acknowledgedAt: at('2026-11-03') }),
      reminder('2026-11-09'),
    ]
    expect(left(all)).toMatchObject({ since: '2026-11-09', open: 1 })
    expect(left(all)?.reminders.map(({ id }) => id)).toEqual(['2026-11-09', '2026-11-16'])
  })

  test('is nothing where the last one is acknowledged or put off', () => {
    expect(left([reminder('2026-11-16', { acknowledgedAt: at('2026-11-18') })])).toBeUndefined()
    expect(left([reminder('2026-11-16', { snoozedUntil: '2026-11-30' })])).toBeUndefined()
    expect(left([])).toBeUndefined()
  })

  test('is nothing where all that the last one names is done or withdrawn', () => {
    for (const state of ['done', 'withdrawn'] as const)
      expect(left([reminder('2026-11-16')], { state })).toBeUndefined()
  })

  test('is nothing where whoever leads the group has done something about the last one', () => {
    expect(left([reminder('2026-11-16', { actedAt: at('2026-11-17') })])).toBeUndefined()
    const before = reminder('2026-11-09', { actedAt: at('2026-11-10') })
    expect(left([before, reminder('2026-11-16')])).toMatchObject({ since: '2026-11-16' })
  })
})

describe('who hears of it', () => {
  type Told = [step: Step, day: Day]
  /** Whose turn it is with a reminder of Monday, 16 November 2026, after what was told. */
  function stepOn(today: Day, told: readonly Told[], reachOf: (step: Step) => Reach): Step | undefined {
    const unanswered = left([reminder('2026-11-16')])
    if (unanswered === undefined) throw new Error('it is answered')
    const before = told.map(([step, on]) => ({ reminder: '2026-11-16', step, on }))
    return stepDue(unanswered, before, reachOf, { calendar, asking: usualAsking, today })
  }

  test.each<[string, Told[], Step[], Day, Step | undefined]>([
    ['nobody before two working days', [], [], '2026-11-17', undefined],
    ['the convenor after two', [], [], '2026-11-18', 'convenor'],
    ['also where a run was missed', [], [], '2026-11-25', 'convenor'],
    ['nobody the day after', [['convenor', '2026-11-18']], [], '2026-11-19', undefined],
    ['the deputies after four', [['convenor', '2026-11-18']], [], '2026-11-20', 'deputies'],
    [
      'two days after the convenor was really told',
      [['convenor', '2026-11-20']],
      [],
      '2026-11-23',
      undefined,
    ],
    ['which is here', [['convenor', '2026-11-20']], [], '2026-11-24', 'deputies'],
    [
      'the secretariat after six, over a weekend',
      [
        ['convenor', '2026-11-18'],
        ['deputies', '2026-11-20'],
      ],
      [],
      '2026-11-24',
      'secretariat',
    ],
    [
      'nobody any more after that',
      [
        ['convenor', '2026-11-18'],
        ['deputies', '2026-11-20'],
        ['secretariat', '2026-11-24'],
      ],
      [],
      '2026-12-31',
      undefined,
    ],
    ['the deputies as early where no convenor can be reached', [], ['convenor'], '2026-11-18', 'deputies'],
    ['the secretariat as early where nobody can', [], ['convenor', 'deputies'], '2026-11-18', 'secretariat'],
  ])('%s', (_what, told, unreachable, today, step) => {
    expect(stepOn(today, told, (candidate) => (unreachable.includes(candidate) ? 'none' : 'here'))).toBe(step)
  })

  test.each<[what: string, told: Told[], today: Day, step: Step | undefined]>([
    ['not the deputies as early', [], '2026-11-18', undefined],
    ['the deputies at their own distance', [], '2026-11-20', 'deputies'],
    ['the secretariat two days after them', [['deputies', '2026-11-20']], '2026-11-23', undefined],
    ['at its own distance', [['deputies', '2026-11-20']], '2026-11-24', 'secretariat'],
  ])('where the convenor’s week is full: %s', (_what, told, today, step) => {
    expect(stepOn(today, told, (candidate) => (candidate === 'convenor' ? 'full' : 'here'))).toBe(step)
  })

  test('is counted on working days: a Golden Week stops the clock', () => {
    const unanswered = left([reminder('2026-09-30')])
    if (unanswered === undefined) throw new Error('it is answered')
    const due = (today: Day) =>
      stepDue(unanswered, [], () => 'here', { calendar, asking: usualAsking, today })
    expect(due('2026-10-08')).toBeUndefined()
    expect(due('2026-10-09')).toBe('convenor')
  })
})
