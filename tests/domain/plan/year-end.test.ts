import { expect, test } from 'vitest'
import { answersOwed, groupDesks } from '../../../src/domain/plan/desk.ts'
import { yearEnd } from '../../../src/domain/plan/year-end.ts'
import { goal, item, owed, planOf, traced } from './records.ts'

const plan = planOf([['优化标准体系。', '开展标准培训。', '申办2025年会议。']])
const [systems, trainings, bid] = ['2024-1.1', '2024-1.2', '2024-1.3']
const next = planOf([['加强国际交流。'], ['继续优化标准体系。', '开展标准培训。']], { year: 2025 })

const trace = traced({
  plan,
  goals: [
    goal('reached', [trainings]),
    goal('half', [systems, trainings]),
    goal('alone', [bid]),
    goal('never', [trainings]),
    goal('closed', [systems], { state: 'closed' }),
    goal('dropped', [systems], { state: 'dropped' }),
    goal('offered', [systems], { groups: [{ group: 'WG7', state: 'offered' }] }),
  ],
  items: [item('w1', ['reached'], { state: 'done', doneOn: '2024-11-01' }), item('w2', ['half'])],
  assignments: [
    owed('a', { items: ['w2'], state: 'done', doneOn: '2024-11-02' }),
    owed('b', { goals: ['alone'], state: 'done', doneOn: '2024-11-02' }),
    owed('c', { goals: ['alone'], dueOn: '2024-11-20' }),
    owed('d', { goals: ['never'] }),
  ],
})

const ids = (some: { goal: { goal: { id: string } } }[]) => some.map(({ goal }) => goal.goal.id)

test('what is reached can be closed, what is begun goes on, what was never begun is told apart', () => {
  const { toClose, toCarry, untouched } = yearEnd(trace, next)
  expect(toClose.map(({ goal }) => goal.id)).toEqual(['reached'])
  expect(ids(toCarry)).toEqual(['half', 'alone'])
  expect(ids(untouched)).toEqual(['never', 'offered'])
})

test('what is reached while something is owed below it is told apart', () => {
  const done = item('w1', ['g'], { state: 'done', doneOn: '2024-11-01' })
  const facts = { plan, goals: [goal('g', [systems])], items: [done] }
  const ends = (state: 'open' | 'withdrawn') =>
    yearEnd(traced({ ...facts, assignments: [owed('a', { items: ['w1'], state })] }), next)
  const told = ({ toClose, stillOwed }: ReturnType<typeof ends>) =>
    [toClose, stillOwed].map((some) => some.map(({ goal }) => goal.id))
  expect(told(ends('open'))).toEqual([[], ['g']])
  expect(told(ends('withdrawn'))).toEqual([['g'], []])
})

test('what lacks a kind of work that it asks for is not reached: it goes on with that kind alone', () => {
  const done = item('w1', ['g'], { kind: 'training', state: 'done', doneOn: '2024-11-01' })
  const asks = (kinds: string[]) =>
    yearEnd(traced({ plan, goals: [goal('g', [systems], { kinds })], items: [done] }), next)
  expect(asks(['training']).toClose.map(({ goal }) => goal.id)).toEqual(['g'])
  const { toClose, toCarry } = asks(['training', 'school-event'])
  expect(toClose).toEqual([])
  expect(toCarry.map(({ goal, kinds }) => [goal.goal.id, kinds])).toEqual([['g', ['school-event']]])
})

test('what is closed already, and the sentences behind which nobody stood', () => {
  const bare = traced({
    plan,
    goals: [goal('closed', [systems], { state: 'closed' }), goal('no', [bid], { state: 'dropped' })],
  })
  const { closed, withoutGoal } = yearEnd(bare, next)
  expect(closed.map(({ goal }) => goal.id)).toEqual(['closed'])
  expect(withoutGoal.map(({ point, points }) => [point.point.number, points])).toEqual([
    ['1.2', ['2025-2.2']],
    ['1.3', []],
  ])
})

test('a goal goes on to the sentences that go on with its own, and to none where none does', () => {
  const { toCarry } = yearEnd(trace, next)
  expect(toCarry.map(({ points }) => points)).toEqual([['2025-2.1', '2025-2.2'], []])
  expect(yearEnd(trace, undefined).toCarry.map(({ points }) => points)).toEqual([[], []])
})

test('a group’s desk has its goals, what waits for its convenor, and what is late', () => {
  const desks = groupDesks(trace, ['WG9', 'WG8', 'WG7'], '2024-11-25')
  expect(
    desks.map(({ group, goals, waiting, late }) => [
      group,
      goals.map(({ goal }) => goal.id),
      waiting.length,
      late,
    ]),
  ).toEqual([
    ['WG9', [], 0, 0],
    ['WG8', ['reached', 'half', 'alone', 'never', 'closed'], 0, 1],
    ['WG7', [], 1, 0],
  ])
  expect(answersOwed(trace)).toBe(1)
})
