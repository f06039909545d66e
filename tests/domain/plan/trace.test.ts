import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../../src/domain/assignment/rules.ts'
import type { Goal } from '../../../src/domain/goal/rules.ts'
import {
  assignmentsBelow,
  groupsAtWork,
  kindsWithoutWork,
  liveGoals,
  pointsServed,
  type TraceFacts,
  tracePlan,
} from '../../../src/domain/plan/trace.ts'
import { kindsOfWork } from '../../../src/domain/work/kinds.ts'
import type { WorkItem } from '../../../src/domain/work/rules.ts'
import { accepted, goal, item, owed, planOf, traced } from './records.ts'

const plan = planOf([['甲', '乙'], ['丙'], []])
const [one, two, three] = ['2024-1.1', '2024-1.2', '2024-2.1']

/** A kind without steps: a piece of work of it is its assignments and its result. */
const bare = {
  id: 'bare',
  names: { en: 'Bare' },
  words: { zh: [], en: [] },
  steps: [],
  evidence: [],
  counters: [],
}
const kinds = [...kindsOfWork, bare]
const bareItem = (id: string, goals: string[], change: Partial<WorkItem> = {}) =>
  item(id, goals, { kind: 'bare', ...change })

const done = (id: string, of: string) => owed(id, { goals: [of], state: 'done' })

/** The shares of the plan, its areas, its points and its goals. */
function shares(facts: Partial<TraceFacts>) {
  const trace = traced({ plan, kinds, ...facts })
  return {
    plan: trace.share,
    areas: trace.areas.map(({ share }) => share),
    points: trace.areas.flatMap(({ points }) => points.map(({ share }) => share)),
    goals: Object.fromEntries(trace.goals.map(({ goal, share }) => [goal.id, share])),
  }
}

describe('shares are means, counted upwards', () => {
  const of = (goals: Goal[], items: WorkItem[] = [], assignments: Assignment[] = []) => ({
    goals,
    items,
    assignments,
  })
  test.each([
    ['nothing below', of([]), { points: [0, 0, 0], plan: 0 }],
    ['a goal and nothing below it', of([goal('g1', [one])]), { points: [0, 0, 0], goals: { g1: 0 } }],
    [
      'a goal that was closed is what is done below it, whatever its closing says',
      of([goal('g1', [one], { state: 'closed' })], [], [done('a1', 'g1'), owed('a2', { goals: ['g1'] })]),
      { points: [0.5, 0, 0], plan: 1 / 6 },
    ],
    [
      'a goal that was closed with nothing below it',
      of([goal('g1', [one], { state: 'closed' })]),
      { points: [0, 0, 0], plan: 0 },
    ],
    [
      'a goal that was dropped beside one that was reached',
      of([goal('g1', [one], { state: 'dropped' }), goal('g2', [one])], [], [done('a1', 'g2')]),
      { points: [1, 0, 0] },
    ],
    ['only a goal that was dropped', of([goal('g1', [one], { state: 'dropped' })]), { points: [0, 0, 0] }],
    [
      'a goal that serves two points counts in both',
      of([goal('g1', [one, three])], [], [done('a1', 'g1')]),
      { points: [1, 0, 1], areas: [0.5, 1, 0], plan: 2 / 3 },
    ],
    [
      'a goal that names a point twice counts once',
      of([goal('g1', [one, one]), goal('g2', [one])], [], [done('a1', 'g1')]),
      { points: [0.5, 0, 0] },
    ],
    [
      'work and assignments weigh alike',
      of(
        [goal('g1', [one])],
        [bareItem('w1', ['g1'], { state: 'done' }), bareItem('w2', ['g1'])],
        [owed('a1', { goals: ['g1'] }), owed('a2', { goals: ['g1'], state: 'done' })],
      ),
      { goals: { g1: 0.5 } },
    ],
    [
      'an assignment counts in its work and not beside it',
      of(
        [goal('g1', [one])],
        [bareItem('w1', ['g1'])],
        [owed('a1', { goals: ['g1'], items: ['w1'], state: 'done' })],
      ),
      { goals: { g1: 0.5 } },
    ],
    [
      'work that was dropped counts for nothing, and what was owed to it for the goal itself',
      of(
        [goal('g1', [one])],
        [bareItem('w1', ['g1'], { state: 'dropped' })],
        [owed('a1', { goals: ['g1'], items: ['w1'], state: 'done' })],
      ),
      { goals: { g1: 1 } },
    ],
    [
      'an assignment that was withdrawn counts for nothing',
      of(
        [goal('g1', [one])],
        [],
        [owed('a1', { goals: ['g1'], state: 'withdrawn' }), owed('a2', { goals: ['g1'], state: 'done' })],
      ),
      { goals: { g1: 1 } },
    ],
    [
      'only withdrawn assignments and dropped work',
      of(
        [goal('g1', [one])],
        [bareItem('w1', ['g1'], { state: 'dropped' })],
        [owed('a1', { goals: ['g1'], state: 'withdrawn' })],
      ),
      { goals: { g1: 0 } },
    ],
    [
      'work below two goals counts in both',
      of([goal('g1', [one]), goal('g2', [two])], [bareItem('w1', ['g1', 'g2'], { state: 'done' })]),
      { goals: { g1: 1, g2: 1 }, areas: [1, 0, 0] },
    ],
    [
      'a goal of no point that the plan has',
      of([goal('g1', ['2024-9.9'])], [], [done('a1', 'g1')]),
      { points: [0, 0, 0], goals: { g1: 1 } },
    ],
    [
      'work and assignments of goals that are not there',
      of([goal('g1', [one])], [bareItem('w1', ['g9'])], [owed('a1', { goals: ['g9'], items: ['w9'] })]),
      { goals: { g1: 0 } },
    ],
  ])('%s', (_name, facts, expected) => {
    expect(shares(facts)).toMatchObject(expected)
  })

  test('the plan is the mean of its points, not of its areas', () => {
    const big = planOf([['甲', '乙', '丙'], ['丁']])
    const { share, areas } = traced({
      plan: big,
      goals: [goal('g1', ['2024-2.1'])],
      assignments: [done('a1', 'g1')],
    })
    expect([share, areas.map(({ share }) => share)]).toStrictEqual([0.25, [0, 1]])
  })
})

test('what hangs on what is told both ways', () => {
  const trace = traced({
    plan,
    goals: [
      goal('g1', [three, one], { groups: [accepted('WG8'), { group: 'WG5', state: 'declined' }] }),
      goal('g2', [one], { state: 'dropped', groups: [accepted('WG7')] }),
    ],
    items: [item('w1', ['g1']), item('w2', ['g1'], { state: 'dropped' })],
    assignments: [
      owed('a1', { items: ['w1'] }),
      owed('a2', { goals: ['g1'] }),
      owed('a3', { goals: ['g1'], items: ['w1'] }),
      owed('a4', { items: ['w2'] }),
    ],
  })
  const [first] = trace.areas[0]?.points ?? []
  if (first === undefined) throw new Error('no point')
  expect(liveGoals(first).map(({ goal }) => goal.id)).toStrictEqual(['g1'])
  expect(groupsAtWork(first)).toStrictEqual(['WG8'])
  const [g1] = trace.goals
  if (g1 === undefined) throw new Error('no goal')
  expect(
    assignmentsBelow(g1)
      .map(({ id }) => id)
      .sort(),
  ).toStrictEqual(['a1', 'a2', 'a3'])
  expect(pointsServed(trace, g1.goal).map(({ point }) => point.number)).toStrictEqual(['1.1', '2.1'])
})

describe('whatever hangs below', () => {
  const some = (ids: readonly string[]) => fc.subarray([...ids])
  const arbitraryFacts = fc.record({
    goals: fc.tuple(
      ...['g1', 'g2', 'g3'].map((id) =>
        fc
          .record({
            points: some([one, two, three]),
            state: fc.constantFrom('open', 'open', 'closed', 'dropped'),
          })
          .map(({ points, state }) => goal(id, points, { state: state as Goal['state'] })),
      ),
    ),
    items: fc.tuple(
      ...['w1', 'w2', 'w3'].map((id) =>
        fc
          .record({
            goals: some(['g1', 'g2', 'g3']),
            kind: fc.constantFrom('training', 'bare', 'standard', 'unknown'),
            steps: some(['prepared', 'announced', 'held', 'kick-off']),
            state: fc.constantFrom('open', 'open', 'done', 'dropped'),
          })
          .map(({ goals, kind, steps, state }) =>
            item(id, goals, {
              kind,
              steps: steps.map((step) => ({ step, on: '2024-05-01' })),
              state: state as WorkItem['state'],
            }),
          ),
      ),
    ),
    assignments: fc.tuple(
      ...['a1', 'a2', 'a3', 'a4'].map((id) =>
        fc
          .record({
            goals: some(['g1', 'g2', 'g3']),
            items: some(['w1', 'w2', 'w3']),
            state: fc.constantFrom('open', 'open', 'done', 'withdrawn'),
          })
          .map(({ goals, items, state }) => owed(id, { goals, items, state: state as Assignment['state'] })),
      ),
    ),
  })
  const all = (facts: Pick<TraceFacts, 'goals' | 'items' | 'assignments'>) => {
    const trace = tracePlan({ plan, kinds, standardsOf: () => [], ...facts })
    return [
      trace.share,
      ...trace.areas.flatMap((area) => [area.share, ...area.points.map(({ share }) => share)]),
      ...trace.goals.flatMap((goal) => [goal.share, ...goal.items.map(({ progress }) => progress.share)]),
    ]
  }

  test('a share lies from 0 to 1', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        for (const share of all(facts)) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('more done never lowers a share', () => {
    type Facts = Pick<TraceFacts, 'goals' | 'items' | 'assignments'>
    const open = <T extends { state: string }>(list: readonly T[], at: number) =>
      list
        .map((one, index) => ({ one, index }))
        .filter(({ one, index }) => one.state === 'open' && index === at % list.length)
    const further: ((facts: Facts, at: number) => Facts)[] = [
      (facts, at) => ({
        ...facts,
        assignments: facts.assignments.map((one) =>
          open(facts.assignments, at).some((found) => found.one === one) ? { ...one, state: 'done' } : one,
        ),
      }),
      (facts, at) => ({
        ...facts,
        items: facts.items.map((one) =>
          open(facts.items, at).some((found) => found.one === one) ? { ...one, state: 'done' } : one,
        ),
      }),
      (facts, at) => ({
        ...facts,
        items: facts.items.map((one) =>
          open(facts.items, at).some((found) => found.one === one)
            ? { ...one, steps: [...one.steps, { step: 'held', on: '2024-06-01' }] }
            : one,
        ),
      }),
      (facts, at) => ({
        ...facts,
        goals: facts.goals.map((one) =>
          open(facts.goals, at).some((found) => found.one === one) ? { ...one, state: 'closed' } : one,
        ),
      }),
    ]
    fc.assert(
      fc.property(arbitraryFacts, fc.constantFrom(...further), fc.nat({ max: 11 }), (facts, more, at) => {
        const [before, after] = [all(facts), all(more(facts, at))]
        after.forEach((share, index) => {
          expect(share).toBeGreaterThanOrEqual((before[index] ?? 0) - 1e-12)
        })
      }),
      { numRuns: 500 },
    )
  })

  test('a goal is whole only where all below it is done, and a point where all its goals are', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const trace = tracePlan({ plan, kinds, standardsOf: () => [], ...facts })
        for (const { items, assignments, share } of trace.goals) {
          const work = items.filter(({ item }) => item.state !== 'dropped')
          const due = assignments.filter(({ state }) => state !== 'withdrawn')
          const isAllDone =
            work.length + due.length > 0 &&
            work.every(({ item }) => item.state === 'done') &&
            due.every(({ state }) => state === 'done')
          expect(share === 1).toBe(isAllDone)
        }
        for (const { points } of trace.areas)
          for (const point of points) {
            const goals = liveGoals(point)
            expect(point.share === 1).toBe(goals.length > 0 && goals.every(({ share }) => share === 1))
          }
      }),
    )
  })
})

test('the kinds that a goal asks for, and of which no work is below it, are told once there is any work', () => {
  const facts = (items: WorkItem[]) =>
    traced({ plan, goals: [goal('g1', [one], { kinds: ['training', 'media'] })], items, kinds })
  const missing = (items: WorkItem[]) => facts(items).goals.flatMap((one) => kindsWithoutWork(one))
  expect(missing([])).toEqual([])
  expect(missing([bareItem('w1', ['g1'])])).toEqual(['training', 'media'])
  expect(missing([item('w1', ['g1'], { kind: 'training', state: 'done' })])).toEqual(['media'])
  expect(
    missing([
      item('w1', ['g1'], { kind: 'training' }),
      item('w2', ['g1'], { kind: 'media', state: 'dropped' }),
    ]),
  ).toEqual(['media'])
})
