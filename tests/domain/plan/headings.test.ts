import { expect, test } from 'vitest'
import { headingNumbered, headingsBegun, headingsOf } from '../../../src/domain/plan/headings.ts'
import { goal, item, planOf, traced } from './records.ts'

test.each([
  ['1.1', undefined, []],
  ['1.1', { zh: '数据' }, [{ names: { zh: '数据' } }]],
  ['1.2.1', { zh: '数据', en: 'Data' }, [{ number: '1.2', names: { zh: '数据', en: 'Data' } }]],
  [
    '1.2.3.1',
    { zh: '数据 / 交易', en: 'Data / Trade' },
    [
      { number: '1.2', names: { zh: '数据', en: 'Data' } },
      { number: '1.2.3', names: { zh: '交易', en: 'Trade' } },
    ],
  ],
  [
    '1.2.3.1',
    { zh: '数据 / 交易', en: 'Trade' },
    [{ number: '1.2.3', names: { zh: '数据 / 交易', en: 'Trade' } }],
  ],
])('above %s below %j', (number, under, headings) => {
  expect(headingsOf({ number, ...(under && { under }) })).toEqual(headings)
})

const plan = planOf([['甲。', '乙。', '丙。', '丁。']])
const [first, second, third, fourth] = plan.areas[0]?.points ?? []
for (const [point, number, under] of [
  [first, '1.1.1', '数据 / 交易'],
  [second, '1.1.2', '数据 / 跨境'],
  [third, '1.1.3', '数据 / 跨境'],
] as const)
  if (point !== undefined) Object.assign(point, { number: `${number}.1`, under: { zh: under } })
if (fourth !== undefined) Object.assign(fourth, { number: '1.2' })

test('those of a point that the one before it does not stand under', () => {
  if (first === undefined || second === undefined || third === undefined) throw new Error('no points')
  const begun = [first, second, third].map((point, at, all) => headingsBegun(point, all[at - 1]))
  expect(begun.map((some) => some.map(({ number }) => number))).toEqual([
    ['1.1', '1.1.1'],
    ['1.1.2'],
    ['1.1.3'],
  ])
})

test('a heading by its number, with its points and the mean of their shares', () => {
  const trace = traced({
    plan,
    goals: [goal('g', [first?.id ?? ''])],
    items: [item('w', ['g'], { state: 'done', doneOn: '2024-11-01' })],
  })
  const found = headingNumbered(trace, '1.1')
  expect(found?.names).toEqual({ zh: '数据' })
  expect(found?.points.map(({ point }) => point.number)).toEqual(['1.1.1.1', '1.1.2.1', '1.1.3.1'])
  expect(found?.share).toBeCloseTo(1 / 3)
  expect(headingNumbered(trace, '1.2')).toBeUndefined()
  expect(headingNumbered(trace, '1')).toBeUndefined()
})
