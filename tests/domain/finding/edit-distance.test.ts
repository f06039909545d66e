import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../../src/domain/finding/edit-distance.ts'

test.each([
  ['43679', '43697', 1],
  ['22239', '22239', 0],
  ['22239', '2239', 1],
  ['22239', '22293', 1],
  ['22239', '12345', 4],
  ['', 'ab', 2],
  ['protection', 'protecton', 1],
])('%s and %s are %d apart', (a, b, distance) => {
  expect(editDistance(a, b, 5)).toBe(distance)
})

test('never says less than it is, and stops at the limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, limit) => {
      const exact = editDistance(a, b, 20)
      expect(editDistance(a, b, limit)).toBe(Math.min(exact, limit + 1))
      expect(editDistance(b, a, 20)).toBe(exact)
      expect(exact === 0).toBe(a === b)
    }),
  )
})
