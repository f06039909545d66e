import { expect, test } from 'vitest'
import { pipelinesOf } from '../../../src/domain/plan/pipeline.ts'
import { goal, item, planOf, traced } from './records.ts'

const plan = planOf([['推动人工智能和量子领域国际提案立项。']])
const point = '2024-1.1'
const proposal = (id: string, topics: string[], steps: string[], change = {}) =>
  item(id, ['g1'], {
    kind: 'international-proposal',
    topics,
    steps: steps.map((step) => ({ step, on: '2024-03-01' })),
    ...change,
  })

test('each proposal stands under its topics, at the furthest step that it has reached', () => {
  const trace = traced({
    plan,
    goals: [goal('g1', [point]), goal('g2', [point], { state: 'dropped' })],
    items: [
      proposal('w1', [], []),
      proposal('w2', ['ai'], ['idea', 'expert-group']),
      proposal('w3', ['quantum', 'ai'], ['expert-group', 'idea']),
      proposal('w4', ['quantum'], ['idea'], { state: 'done', outcome: 'not-approved', doneOn: '2024-09-01' }),
      proposal('w5', ['ai'], [], { state: 'dropped' }),
      item('w6', ['g1']),
      { ...proposal('w7', ['ai'], []), goals: ['g2'] },
    ],
  })
  const [pipeline, ...others] = pipelinesOf(trace)
  expect(others).toEqual([])
  expect(
    pipeline?.topics.map(({ topic, items }) => [
      topic,
      items.map(({ traced, step, outcome }) => [traced.item.id, step?.id, outcome?.id]),
    ]),
  ).toEqual([
    [
      'ai',
      [
        ['w2', 'expert-group', undefined],
        ['w3', 'expert-group', undefined],
      ],
    ],
    [
      'quantum',
      [
        ['w3', 'expert-group', undefined],
        ['w4', 'idea', 'not-approved'],
      ],
    ],
    [undefined, [['w1', undefined, undefined]]],
  ])
})

test('work of other kinds makes no pipeline', () => {
  expect(pipelinesOf(traced({ plan, goals: [goal('g1', [point])], items: [item('w1', ['g1'])] }))).toEqual([])
})
