import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listed } from '../../src/views/listed.ts'
import { brief, escapeMrkdwn, link, shorten } from '../../src/views/mrkdwn.ts'

const outside = fc.string({
  unit: fc.constantFrom('<', '>', '&', '|', '*', 'a', '数', '𠮷', '👩‍💻', ' ', '\n'),
  maxLength: 80,
})
const lengths = fc.integer({ min: 10, max: 60 })

describe('text from outside', () => {
  test('is harmless, on one line, within its length, and whole where it fits', () => {
    fc.assert(
      fc.property(outside, lengths, (text, longest) => {
        const kept = brief(text, longest)
        expect(kept.length).toBeLessThanOrEqual(longest)
        expect(kept).not.toMatch(/[<>\n]|&(?!amp;|lt;|gt;)|\p{Surrogate}/u)
        const whole = escapeMrkdwn(text.replaceAll(/\s+/g, ' '))
        if (whole.length <= longest) expect(kept).toBe(whole)
        else expect(kept.endsWith('…') && whole.startsWith(kept.slice(0, -1))).toBe(true)
      }),
    )
  })

  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['a & b &amp; c', 'a &amp; b &amp;amp; c'],
    ['<@U1|x>', '&lt;@U1|x&gt;'],
  ])('%j is escaped once', (text, harmless) => {
    expect(escapeMrkdwn(text)).toBe(harmless)
  })
})

test('what is shortened fits as Slack counts it and halves no character', () => {
  fc.assert(
    fc.property(outside, lengths, (text, longest) => {
      const kept = shorten(text, longest)
      expect(kept.length).toBeLessThanOrEqual(longest)
      expect(kept).not.toMatch(/\p{Surrogate}/u)
      expect(kept === text || kept.endsWith('…')).toBe(true)
    }),
  )
})

test('a link’s address can’t end it', () => {
  expect(link('https://example.org/?a=1&b=<x>|y', 'GB/T 1')).toBe(
    '<https://example.org/?a=1&amp;b=&lt;x&gt;%7Cy|GB/T 1>',
  )
})

test.each([
  ['en', 'n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11 and 3 more'],
  ['zh-CN', 'n0、n1、n2、n3、n4、n5、n6、n7、n8、n9、n10、n11，另有 3 个'],
] as const)('names behind the twelfth are counted, in %s', (language, text) => {
  const names = Array.from({ length: 15 }, (_, index) => `n${index}`)
  expect(listed(names, language)).toBe(text)
  expect(listed(names.slice(0, 2), 'en')).toBe('n0, n1')
  expect(listed([], language)).toBe('')
})
