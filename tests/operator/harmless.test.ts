import { expect, test } from 'vitest'
import { harmless } from '../../src/operator/harmless.ts'

test('leaves words, lines and tabs, and nothing that steers a terminal', () => {
  expect(harmless('网络\tA\nB')).toBe('网络\tA\nB')
  expect(harmless('\u001b[31mred\u0007\u009b2J\r')).toBe('\ufffd[31mred\ufffd\ufffd2J\ufffd')
})
