import { expect, it } from 'vitest'
import zhCn from '../../src/sandbox/page/locales/zh-CN.json' with { type: 'json' }

// That both languages say the same things, and that the page says all of them, is tested beside the page's words.

it('leaves no English words in a Chinese sentence', () => {
  /** Names, the keys of a keyboard, and what Slack itself calls the ways in which a bot fails. */
  const latin = new Set(['Slack', 'Enter', 'Shift', 'Rapporteur', 'operation_timeout', 'dispatch_failed'])
  const left = Object.entries(zhCn).flatMap(([key, text]) =>
    [...text.replaceAll(/\{\w+\}/g, '').matchAll(/[A-Za-z][\w/-]*/g)]
      .filter(([word]) => !latin.has(word))
      .map(([word]) => `${key}: ${word}`),
  )
  expect(left).toEqual([])
})
