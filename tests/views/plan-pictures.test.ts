import { describe, expect, test } from 'vitest'
import { languages } from '../../src/domain/language/rules.ts'
import { largest } from './largest.ts'
import { planPictures } from './plan-pictures.ts'
import { yearPictures } from './year-pictures.ts'

/** What of a message's blocks Slack counts towards the length that it takes. */
function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + lengthOf(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : lengthOf(one)),
    0,
  )
}

/** Everything below that bears this key. */
function under(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => under(one, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => [...(name === key ? [one] : []), ...under(one, key)])
}

describe.each(languages)('the largest plan in %s', (language) => {
  const pictures = { ...planPictures(largest.plan, language), ...yearPictures(largest.plan, language) }
  describe.each(Object.entries(pictures))('%s', (_name, { blocks }) => {
    test('is no longer than Slack takes', () => {
      expect(lengthOf(blocks)).toBeLessThanOrEqual(13_000)
    })

    test('has no button twice, and none that carries too much', () => {
      const ids = under(blocks, 'action_id')
      expect(new Set(ids).size).toBe(ids.length)
      for (const value of under(blocks, 'value')) expect(String(value).length).toBeLessThanOrEqual(2_000)
    })
  })
})
