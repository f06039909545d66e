import { describe, expect, test } from 'vitest'
import { figuresOf, summariseYear, type YearSummary } from '../../../src/domain/plan/summary.ts'
import { goal, item, owed, planOf, traced } from './records.ts'

const plan = planOf([['甲', '乙'], ['丙']])
const [one, two, three] = ['2024-1.1', '2024-1.2', '2024-2.1']

const training = (id: string, people: string, goals: string[]) =>
  item(id, goals, {
    state: 'done',
    doneOn: '2024-05-01',
    evidence: { day: '2024-05-01', place: '北京', people, link: 'https://example.org/1' },
  })

const trace = traced({
  plan,
  goals: [goal('g1', [one]), goal('g2', [one, three]), goal('g3', [three], { state: 'dropped' })],
  items: [
    training('w1', '40', ['g1']),
    training('w2', '25', ['g1', 'g2']),
    item('w3', ['g1']),
    item('w4', ['g2'], { kind: 'hosting-bid', state: 'done', outcome: 'not-awarded', doneOn: '2024-06-01' }),
    item('w5', ['g2'], { kind: 'training', state: 'dropped', evidence: { people: '900' } }),
    training('w6', '500', ['g3']),
  ],
  assignments: [
    owed('a', { goals: ['g1'], state: 'done', doneOn: '2024-03-01' }),
    owed('b', { items: ['w3'] }),
    owed('c', { goals: ['g1'], state: 'withdrawn' }),
  ],
})

function figures(some: YearSummary['figures']) {
  return some.map(({ counter, value, from }) => [counter.id, value, from.map(({ item }) => item.id)])
}

describe('the figures of a year', () => {
  test('count what is done, and add up what was given, each piece once', () => {
    const { areas, figures: all } = summariseYear(trace)
    expect(figures(all)).toContainEqual(['trainings-held', 2, ['w1', 'w2']])
    expect(figures(all)).toContainEqual(['people-trained', 65, ['w1', 'w2']])
    expect(figures(areas[1]?.figures ?? [])).toContainEqual(['people-trained', 25, ['w2']])
  })

  test('a bid that was not awarded is done and yet none that was won', () => {
    const bids = summariseYear(trace).figures.filter(({ kind }) => kind.id === 'hosting-bid')
    expect(figures(bids)).toEqual([
      ['bids-answered', 1, ['w4']],
      ['bids-won', 0, []],
    ])
  })

  test('what was dropped, and what serves a dropped goal alone, is in none', () => {
    const ids = summariseYear(trace).figures.flatMap(({ from }) => from.map(({ item }) => item.id))
    expect(ids).not.toContain('w5')
    expect(ids).not.toContain('w6')
  })

  test('a number that is none counts for nothing', () => {
    const odd = traced({
      plan,
      goals: [goal('g1', [one])],
      items: [training('w1', 'about 40', ['g1'])],
    })
    const items = odd.goals.flatMap(({ items }) => items)
    expect(figures(figuresOf(items))).toEqual([
      ['trainings-held', 1, ['w1']],
      ['people-trained', 0, []],
    ])
  })
})

test('what became of each point, in the plan’s order', () => {
  const outcomes = summariseYear(trace).areas.flatMap(({ points }) =>
    points.map(({ traced, state, done, open, owed }) => [
      traced.point.id,
      state,
      done.map(({ item }) => item.id),
      open.map(({ item }) => item.item.id),
      owed,
    ]),
  )
  expect(outcomes).toEqual([
    [one, 'part', ['w1', 'w2', 'w4'], ['w3'], { done: 1, of: 2 }],
    [two, 'none', [], [], { done: 0, of: 0 }],
    [three, 'done', ['w2', 'w4'], [], { done: 0, of: 0 }],
  ])
})

test('what was done for a goal that serves no sentence any more is counted beside the areas', () => {
  const {
    loose,
    areas,
    figures: all,
  } = summariseYear(
    traced({
      plan,
      goals: [goal('g1', ['2024-9.9']), goal('g2', ['2024-9.9'], { state: 'dropped' })],
      items: [training('w1', '40', ['g1'])],
    }),
  )
  expect(loose.goals.map(({ goal }) => goal.id)).toEqual(['g1'])
  expect(figures(loose.figures)).toEqual([
    ['trainings-held', 1, ['w1']],
    ['people-trained', 40, ['w1']],
  ])
  expect(areas.flatMap((area) => area.figures)).toEqual([])
  expect(figures(all)).toEqual(figures(loose.figures))
})

test('what went on into a later year stands with how far it was by then, and with what was done for it in its own', () => {
  const carried = goal('g1', [one], {
    state: 'carried',
    shareAtEnd: 0.4,
    partsAtEnd: [{ id: 'w1', share: 0.4 }],
    owedAtEnd: { done: 1, of: 3 },
  })
  const summary = summariseYear(
    traced({
      plan,
      goals: [carried],
      onward: new Map([['g1', 'g9']]),
      items: [item('w1', ['g1', 'g9'])],
      assignments: [
        owed('a1', { items: ['w1'], state: 'done', doneOn: '2024-11-01' }),
        owed('a2', { items: ['w1'], state: 'done', doneOn: '2025-02-01' }),
        owed('a3', { goals: ['g1', 'g9'] }),
        owed('a4', { goals: ['g1', 'g9'], state: 'withdrawn' }),
      ],
    }),
  )
  const [first] = summary.areas.flatMap(({ points }) => points)
  expect(first?.open.map(({ item, share }) => [item.item.id, share])).toEqual([['w1', 0.4]])
  expect(first?.owed).toEqual({ done: 1, of: 3 })
})
