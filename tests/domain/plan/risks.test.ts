import { describe, expect, test } from 'vitest'
import { elapsedOf, pointsAtRisk, type Risk } from '../../../src/domain/plan/risks.ts'
import type { TraceFacts } from '../../../src/domain/plan/trace.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { goal, item, owed, planOf, traced } from './records.ts'

const plan = planOf([['甲']])
const point = '2024-1.1'

const standard: Standard = {
  id: 's-1',
  designation: '20240001-T-469',
  otherNames: [],
  titles: { zh: '标准' },
  stages: 'gb',
  stage: '30',
  stageSince: '2024-06-20',
  asOf: '2024-06',
  source: 'list',
  replaces: [],
  twins: [],
  topics: [],
  history: [],
  targetOn: '2024-06-25',
}

const at = (facts: Partial<TraceFacts>, today: string): Risk[] =>
  pointsAtRisk(traced({ plan, ...facts }), today).flatMap(({ risks }) => risks)
const whys = (facts: Partial<TraceFacts>, today: string) => at(facts, today).map(({ why }) => why)
const step = (on: string) => ({ steps: [{ step: 'prepared', on }] })

describe('a point is at risk for what is on record against it', () => {
  const table: [string, Partial<TraceFacts>, string, Risk['why'][]][] = [
    ['no goal, whatever the day', {}, '2024-01-02', ['no-goal']],
    [
      'a goal that was given up is none',
      { goals: [goal('g1', [point], { state: 'dropped' })] },
      '2024-01-02',
      ['no-goal'],
    ],
    [
      'nobody has taken it on',
      { goals: [goal('g1', [point], { groups: [{ group: 'WG8', state: 'declined' }] })] },
      '2024-01-02',
      ['not-accepted'],
    ],
    ['nothing is broken down', { goals: [goal('g1', [point])] }, '2024-01-02', ['not-broken-down']],
    [
      'an assignment is overdue',
      { goals: [goal('g1', [point])], assignments: [owed('a', { goals: ['g1'], dueOn: '2024-01-09' })] },
      '2024-01-10',
      ['assignments-late', 'still'],
    ],
    [
      'one that is due today is not',
      {
        goals: [goal('g1', [point])],
        items: [item('w1', ['g1'], step('2024-01-05'))],
        assignments: [owed('a', { items: ['w1'], dueOn: '2024-01-10' })],
      },
      '2024-01-10',
      [],
    ],
    [
      'one that is done is not, however late its day',
      {
        goals: [goal('g1', [point])],
        items: [item('w1', ['g1'])],
        assignments: [owed('a', { items: ['w1'], dueOn: '2024-01-01', state: 'done', doneOn: '2024-01-20' })],
      },
      '2024-02-10',
      [],
    ],
    [
      'the call for participants after 30 days',
      {
        goals: [goal('g1', [point])],
        items: [item('w1', ['g1'], { kind: 'standard', startsOn: '2024-02-01' })],
      },
      '2024-03-03',
      ['steps-late'],
    ],
    [
      'and not on the thirtieth day',
      {
        goals: [goal('g1', [point])],
        items: [item('w1', ['g1'], { kind: 'standard', startsOn: '2024-02-01' })],
      },
      '2024-03-02',
      [],
    ],
    [
      'work beyond its day',
      {
        goals: [goal('g1', [point])],
        items: [item('w1', ['g1'], { dueOn: '2024-03-01', ...step('2024-02-01') })],
      },
      '2024-03-02',
      ['work-late'],
    ],
    [
      'a standard beyond its target',
      {
        goals: [goal('g1', [point])],
        items: [item('w1', ['g1'], { kind: 'standard', standards: ['s-1'] })],
        standardsOf: () => [standard],
      },
      '2024-06-26',
      ['standards-late', 'behind'],
    ],
    [
      'nothing for more than 90 days',
      { goals: [goal('g1', [point])], items: [item('w1', ['g1'], step('2024-01-10'))] },
      '2024-04-10',
      ['still'],
    ],
    [
      'and not for 90',
      { goals: [goal('g1', [point])], items: [item('w1', ['g1'], step('2024-01-10'))] },
      '2024-04-09',
      [],
    ],
    [
      'behind, once three quarters have passed',
      { goals: [goal('g1', [point])], items: [item('w1', ['g1'], step('2024-09-20'))] },
      '2024-10-01',
      ['behind'],
    ],
    [
      'nobody is behind before the second quarter',
      { goals: [goal('g1', [point])], items: [item('w1', ['g1'], { startsOn: '2024-02-01' })] },
      '2024-03-30',
      [],
    ],
    [
      'a goal whose day has passed',
      {
        goals: [goal('g1', [point], { dueOn: '2024-02-09' }), goal('g2', [point], { dueOn: '2024-02-02' })],
        items: [item('w1', ['g1'], { startsOn: '2024-02-01' }), item('w2', ['g2'])],
      },
      '2024-02-10',
      ['goals-late'],
    ],
    [
      'a goal whose day is a month away',
      {
        goals: [goal('g1', [point], { dueOn: '2024-03-11' })],
        items: [item('w1', ['g1'], { startsOn: '2024-02-01' })],
      },
      '2024-02-10',
      ['goals-soon'],
    ],
    [
      'and not a day more',
      {
        goals: [goal('g1', [point], { dueOn: '2024-03-12' })],
        items: [item('w1', ['g1'], { startsOn: '2024-02-01' })],
      },
      '2024-02-10',
      [],
    ],
    [
      'a goal that was taken on within the quarter has moved then',
      {
        goals: [
          goal('g1', [point], {
            groups: [{ group: 'WG8', state: 'accepted', answeredAt: new Date('2024-02-01T02:00:00Z') }],
          }),
        ],
        items: [item('w1', ['g1'])],
      },
      '2024-02-10',
      [],
    ],
    [
      'what is done is at no risk, whatever is left of it',
      { goals: [goal('g1', [point], { state: 'closed' })] },
      '2025-06-01',
      [],
    ],
  ]
  test.each(table)('%s', (_name, facts, today, expected) => {
    expect(whys(facts, today)).toEqual(expected)
  })
})

test('a standard that is made has no steps that are late, though another goal of its point is open', () => {
  const made = { ...standard, stage: '60', stageSince: '2024-03-01', publishedOn: '2024-03-01' }
  const facts = {
    goals: [goal('g1', [point]), goal('g2', [point])],
    items: [item('w1', ['g1'], { kind: 'standard', standards: ['s-1'], startsOn: '2024-01-02' })],
    standardsOf: () => [made],
  }
  expect(whys(facts, '2024-03-15')).not.toContain('steps-late')
  expect(whys({ ...facts, standardsOf: () => [standard] }, '2024-03-15')).toContain('steps-late')
})

test('a day that the sentence names is told once it has passed, and not for what is done', () => {
  const dated = (dates: string[]) => ({
    ...plan,
    areas: plan.areas.map((area) => ({
      ...area,
      points: area.points.map((one) =>
        one.id === point
          ? {
              ...one,
              reading: {
                kinds: [],
                topics: [],
                groups: [],
                urgent: [],
                dates: dates.map((value) => ({ value, words: [value] })),
              },
            }
          : one,
      ),
    })),
  })
  const risks = (dates: string[], today: string, done = false) =>
    at(
      {
        plan: dated(dates),
        goals: [goal('g1', [point])],
        assignments: [owed('a', { goals: ['g1'], ...(done && { state: 'done' }) })],
      },
      today,
    ).filter(({ why }) => why === 'day-passed')
  expect(risks(['2024-01-31'], '2024-02-01')).toEqual([{ why: 'day-passed', on: '2024-01-31' }])
  expect(risks(['2024-01-31'], '2024-01-31')).toEqual([])
  expect(risks(['2024-01-31', '2024-06-30'], '2024-02-01')).toEqual([])
  expect(risks(['2024-01-31'], '2024-02-01', true)).toEqual([])
})

test('a risk tells since when, and of what', () => {
  const facts = {
    goals: [goal('g1', [point]), goal('g2', [point])],
    assignments: [
      owed('a', { goals: ['g1'], dueOn: '2024-02-09' }),
      owed('b', { goals: ['g1'], dueOn: '2024-02-02' }),
    ],
  }
  expect(at(facts, '2024-02-10')).toEqual([
    { why: 'not-broken-down', goals: ['g2'] },
    { why: 'assignments-late', count: 2, since: '2024-02-02' },
    { why: 'still' },
  ])
})

test('those with the most reasons come first', () => {
  const two = planOf([['甲', '乙']])
  const trace = traced({
    plan: two,
    goals: [goal('g1', ['2024-1.1']), goal('g2', ['2024-1.2'])],
    assignments: [owed('a', { goals: ['g2'], dueOn: '2024-01-02' })],
  })
  expect(pointsAtRisk(trace, '2024-01-10').map(({ traced }) => traced.point.number)).toEqual(['1.2', '1.1'])
})

test.each([
  ['2023-12-31', 0],
  ['2024-01-01', 0],
  ['2024-07-02', 0.5],
  ['2025-01-01', 1],
  ['2026-05-05', 1],
])('of 2024, on %s so much has passed: %d', (today, share) => {
  expect(elapsedOf(2024, today)).toBeCloseTo(share, 5)
})
