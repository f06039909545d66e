import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideMove } from '../../../src/domain/stage/move.ts'
import type { StageSystemName } from '../../../src/domain/stage/stage-table.ts'
import { stageSystem } from '../../../src/domain/stage/system.ts'

/** `leap!` is a leap that needs a reason. */
function judged(stages: StageSystemName, from: string, to: string, fast?: boolean): string {
  const verdict = decideMove(from, to, { stages, fast })
  return verdict.ok ? `${verdict.kind}${verdict.needsReason ? '!' : ''}` : verdict.why
}

describe('a move of GB/T 16733', () => {
  test.each([
    ['00', '10', 'usual'],
    ['10', '20', 'usual'],
    ['20', '30', 'usual'],
    ['30', '40', 'usual'],
    ['40', '50', 'usual'],
    ['50', '60', 'usual'],
    ['60', '90', 'usual'],
    ['90', '60', 'usual'],
    ['90', '95', 'usual'],
    ['10', '30', 'leap!'],
    ['10', '40', 'leap!'],
    ['20', '40', 'leap!'],
    ['30', '60', 'leap!'],
    ['60', '95', 'leap!'],
    ['30', '95', 'leap!'],
    ['40', '30', 'back!'],
    ['30', '20', 'back!'],
    ['60', '30', 'published'],
    ['90', '10', 'published'],
    ['30', '30', 'repeat!'],
    ['95', '60', 'closed'],
    ['95', '95', 'closed'],
    ['30', '35', 'not-a-stage'],
    ['35', '30', 'not-a-stage'],
    ['30', '', 'not-a-stage'],
  ])('%s to %s is %s', (from, to, verdict) => {
    expect(judged('gb', from, to)).toBe(verdict)
  })

  test.each([
    ['10', '30', 'skip'],
    ['10', '40', 'skip'],
    ['10', '20', 'usual'],
    ['10', '50', 'leap!'],
    ['20', '40', 'leap!'],
  ])('%s to %s is %s by the fast procedure', (from, to, verdict) => {
    expect(judged('gb', from, to, true)).toBe(verdict)
  })
})

describe('a move of ISO', () => {
  test.each([
    ['40.00', '40.20', 'usual'],
    ['40.00', '40.60', 'usual'],
    ['30.60', '40.00', 'usual'],
    ['10.99', '40.00', 'usual'],
    ['20.99', '40.00', 'usual'],
    ['40.99', '60.00', 'usual'],
    ['40.60', '60.00', 'leap!'],
    ['20.20', '50.20', 'leap!'],
    ['60.60', '90.20', 'usual'],
    ['90.93', '90.20', 'repeat'],
    ['95.92', '90.20', 'usual'],
    ['40.92', '30.00', 'back'],
    ['40.60', '30.00', 'back!'],
    ['40.93', '40.20', 'repeat'],
    ['30.60', '30.20', 'repeat!'],
    ['30.20', '30.98', 'abandonment'],
    ['20.00', '40.98', 'abandonment'],
    ['90.92', '95.99', 'usual'],
    ['90.92', '20.00', 'published'],
    ['60.00', '50.20', 'back!'],
    ['60.60', '95.99', 'leap!'],
    ['30.98', '30.00', 'closed'],
    ['95.99', '60.60', 'closed'],
  ])('%s to %s is %s', (from, to, verdict) => {
    expect(judged('iso', from, to)).toBe(verdict)
  })
})

test.each([
  ['cen', '40.60', '60.55', 'usual'],
  ['cen', '30.99', '45.99', 'leap!'],
  ['cen', '10.99', '10.98', 'abandonment'],
  ['cen', '99.60', '60.60', 'closed'],
  ['ietf', 'wg-lc', 'wg-doc', 'back'],
  ['ietf', 'lc', 'wg-doc', 'back!'],
  ['ietf', 'wg-doc', 'dead', 'abandonment'],
  ['ietf', 'dead', 'wg-doc', 'reopening!'],
  ['ietf', 'dead', 'pub', 'closed'],
  ['ietf', 'rfcqueue', 'pub', 'usual'],
  ['ietf', 'sub-pub', 'pub', 'leap!'],
] as const)('of %s: %s to %s is %s', (stages, from, to, verdict) => {
  expect(judged(stages, from, to)).toBe(verdict)
})

test('between any two stages a move is judged, and forbidden only away from an end and from what is out', () => {
  const systems = fc.constantFrom<StageSystemName>('gb', 'iso', 'cen', 'ietf')
  fc.assert(
    fc.property(systems, fc.nat(), fc.nat(), fc.boolean(), (stages, i, j, fast) => {
      const system = stageSystem(stages)
      const at = (n: number) => system.codes[n % system.codes.length] ?? ''
      const [from, to] = [at(i), at(j)]
      const verdict = decideMove(from, to, { stages, fast })
      if (!verdict.ok && verdict.why === 'published')
        expect([system.isPublished(from), system.isDraft(to)]).toEqual([true, true])
      else if (!verdict.ok) expect([verdict.why, system.isClosed(from)]).toEqual(['closed', true])
      else if (system.next(from).includes(to) && !system.isClosed(from))
        expect(verdict.needsReason).toBe(false)
    }),
  )
})
