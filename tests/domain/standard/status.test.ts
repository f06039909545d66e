import { expect, test } from 'vitest'
import { stageSystem } from '../../../src/domain/stage/system.ts'
import { statusOf } from '../../../src/domain/standard/status.ts'

const today = '2026-11-23'

test.each([
  ['gb', '20', undefined, 'being-made'],
  ['gb', '50', '2026-01-01', 'being-made'],
  ['gb', '60', undefined, 'published'],
  ['gb', '60', '2026-11-24', 'not-yet-in-force'],
  ['gb', '60', '2026-11-23', 'in-force'],
  ['gb', '60', '2026-12', 'not-yet-in-force'],
  // Some day of this month, or of this year: which one is not known.
  ['gb', '60', '2026-11', 'published'],
  ['gb', '60', '2026', 'published'],
  ['gb', '60', '2026-10', 'in-force'],
  ['gb', '60', '2025', 'in-force'],
  ['gb', '60', '2027', 'not-yet-in-force'],
  ['gb', '90', '2020-01-01', 'in-force'],
  ['gb', '95', '2020-01-01', 'withdrawn'],
  ['iso', '40.20', undefined, 'being-made'],
  ['iso', '60.60', undefined, 'published'],
  ['iso', '90.93', '2018-10', 'in-force'],
  ['iso', '30.98', undefined, 'withdrawn'],
  ['iso', '95.99', undefined, 'withdrawn'],
] as const)('%s stage %s, in force from %s: %s', (stages, stage, effectiveOn, status) => {
  expect(statusOf({ stages, stage, ...(effectiveOn && { effectiveOn }) }, today)).toBe(status)
})

test('every stage of both systems has a status', () => {
  for (const stages of ['gb', 'iso'] as const)
    for (const stage of stageSystem(stages).codes)
      expect(statusOf({ stages, stage }, today)).toBeTypeOf('string')
})
