import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeName } from '../../src/domain/free-name.ts'

describe('a free short name', () => {
  test.each([
    ['g', [], 'g1'],
    ['g', ['g1', 'g2'], 'g3'],
    // One that was taken once is not given to another.
    ['g', ['g7'], 'g8'],
    ['g', ['w9', 'kwp-2024-2-3', 'goal-4', 'g', 'gx3'], 'g1'],
    ['w', ['w1', 'g5'], 'w2'],
    ['g', ['g009'], 'g10'],
    ['g', ['g999999999'], 'g1000000000'],
  ])('%s beside %j is %s', (prefix, taken, free) => {
    expect(freeName(prefix, taken)).toBe(free)
  })

  test('is never taken, whatever is', () => {
    const id = fc.oneof(
      fc.nat({ max: 12 }).map((number) => `g${number}`),
      fc.bigInt({ min: 0n, max: 10n ** 20n }).map((number) => `g${number}`),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(id), (taken) => {
        expect(taken).not.toContain(freeName('g', taken))
      }),
    )
  })

  test('goes on being free, however often one is taken', () => {
    const taken = ['g999999998']
    for (let count = 0; count < 5; count++) {
      const next = freeName('g', taken)
      expect(taken).not.toContain(next)
      taken.push(next)
    }
  })
})
