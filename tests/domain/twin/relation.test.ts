import { expect, test } from 'vitest'
import { relationOf } from '../../../src/domain/twin/relation.ts'

test.each([
  ['identical', 'identical'],
  ['IDT', 'identical'],
  ['ＩＤＴ', 'identical'],
  [' 等同采用 ', 'identical'],
  ['等同', 'identical'],
  ['MOD', 'modified'],
  ['mod', 'modified'],
  ['修改采用', 'modified'],
  ['EQV', 'modified'],
  ['NEQ', 'based-on'],
  ['非等效', 'based-on'],
  ['Not  Equivalent', 'based-on'],
  ['based-on', 'based-on'],
  ['参考', 'based-on'],
  ['contributes-to', 'contributes-to'],
  ['内容纳入', 'contributes-to'],
  ['identicl', undefined],
  ['采用', undefined],
  ['constructor', undefined],
  ['', undefined],
])('%j means %j', (word, relation) => {
  expect(relationOf(word)).toBe(relation)
})
