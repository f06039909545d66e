import { expect, test } from 'vitest'
import { nearestName } from '../../config/nearest-name.ts'

const names = ['channel', 'zone', 'code', 'dueOn', 'doneOn', 'zh-CN', 'group']

test.each([
  ['chanel', 'channel'],
  ['chnanel', 'channel'],
  ['ZONE', 'zone'],
  ['cdoe', 'code'],
  ['due', 'dueOn'],
  ['zh', 'zh-CN'],
  ['grouping', 'group'],
  ['done', 'zone'],
  ['x', undefined],
  ['', undefined],
  ['colour', undefined],
  ['x'.repeat(100_000), undefined],
])('%.20s is taken for %s', (word, expected) => {
  expect(nearestName(word, names)).toBe(expected)
})
