import { expect, test } from 'vitest'
import { putRight } from '../../../src/domain/standard/put-right.ts'
import type { ToldMove } from '../../../src/domain/standard/rules.ts'

function entry(id: number, from: string, to: string, change: Partial<ToldMove> = {}): ToldMove {
  return {
    id,
    standard: 'one',
    designation: 'GB/T 1-2026',
    titles: {},
    stages: 'gb',
    kind: 'move',
    from,
    to,
    state: 'accepted',
    recordedAt: new Date('2026-11-20T00:00:00Z'),
    ...change,
  }
}
const corrects = (wrong: number, id: number, from: string, to: string, on?: string) =>
  entry(id, from, to, { kind: 'correction', corrects: wrong, ...(on !== undefined && { on }) })
const other = { standard: 'two' }

test.each<[string, ToldMove[], string[]]>([
  ['moves are told as they are', [entry(1, '20', '30'), entry(2, '30', '40')], ['1 20>30', '2 30>40']],
  [
    'a move that was put right is told right',
    [entry(1, '20', '40'), corrects(1, 2, '40', '30')],
    ['1 20>30'],
  ],
  ['a move that was taken back is not told', [entry(1, '20', '30'), corrects(1, 2, '30', '20')], []],
  [
    'with its right day',
    [entry(1, '20', '30', { on: '2026-11-01' }), corrects(1, 2, '30', '30', '2026-10-30')],
    ['1 20>30 2026-10-30'],
  ],
  [
    'without the day that was wrong',
    [entry(1, '20', '40', { on: '2026-11-01' }), corrects(1, 2, '40', '30')],
    ['1 20>30'],
  ],
  [
    'one that was put right twice',
    [entry(1, '20', '40'), corrects(1, 2, '40', '50'), corrects(2, 3, '50', '30')],
    ['1 20>30'],
  ],
  ['a correction of what was told before', [corrects(1, 2, '40', '30')], ['2 40>30']],
  ['which was put right itself', [corrects(1, 2, '40', '30'), corrects(2, 3, '30', '35')], ['2 40>35']],
  ['or taken back', [corrects(1, 2, '40', '30'), corrects(2, 3, '30', '40')], []],
  [
    'a day that was put right twice',
    [corrects(1, 2, '30', '30', '2026-10-30'), corrects(2, 3, '30', '30', '2026-10-29')],
    ['2 30>30 2026-10-29'],
  ],
  [
    'a correction that names nothing puts right what the standard did last',
    [entry(1, '20', '40'), entry(2, '20', '30', other), entry(3, '40', '30', { kind: 'correction' })],
    ['1 20>30', '2 20>30'],
  ],
  [
    'no other standard’s',
    [entry(1, '20', '30'), entry(2, '30', '20', { ...other, kind: 'correction' })],
    ['1 20>30', '2 30>20'],
  ],
])('%s', (_what, moves, expected) => {
  const told = putRight(moves).map(({ id, from, to, on = '' }) => `${id} ${from}>${to} ${on}`.trim())
  expect(told).toEqual(expected)
})
