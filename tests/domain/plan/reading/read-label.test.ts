import { expect, test } from 'vitest'
import { readGivenLabel, readLabel } from '../../../../src/domain/plan/reading/read-label.ts'

test.each([
  ['一、加强', '一、', 1, '加强'],
  ['十二．加强', '一、', 12, '加强'],
  ['（ 三 ） 加强', '（一）', 3, '加强'],
  ['(十五)、加强', '（一）', 15, '加强'],
  ['㈢加强', '（一）', 3, '加强'],
  ['3、加强', '1.', 3, '加强'],
  ['3． 加强', '1.', 3, '加强'],
  ['１．加强', '1.', 1, '加强'],
  ['（１２）加强', '(1)', 12, '加强'],
  ['3) Draft', '1)', 3, 'Draft'],
  ['（3）加强', '(1)', 3, '加强'],
  ['⑶加强', '(1)', 3, '加强'],
  ['③加强', '①', 3, '加强'],
  ['2.5G安全', '1.', 2, '5G安全'],
  ['1.2025年完成', '1.', 1, '2025年完成'],
  ['2.1 Draft', '2 numbers', 1, 'Draft'],
  ['2.1个人信息', '2 numbers', 1, '个人信息'],
  ['2.3项目管理', '2 numbers', 3, '项目管理'],
  ['2.1.3 Draft', '3 numbers', 3, 'Draft'],
  ['第三部分 宣传', '第部分', 3, '宣传'],
  ['第十章　宣传', '第章', 10, '宣传'],
  ['Area 2: Events', 'word', 2, 'Events'],
  ['Part IV – Events', 'word', 4, 'Events'],
  ['Priority one: Events', 'word', 1, 'Events'],
  ['iv) draft', 'i)', 4, 'draft'],
  ['(b) draft', '(a)', 2, 'draft'],
  ['C. Events', 'A.', 3, 'Events'],
  ['• draft', '•', undefined, 'draft'],
  ['·加强', '•', undefined, '加强'],
  ['– draft', '-', undefined, 'draft'],
])('reads the label of %j', (text, style, number, rest) => {
  const read = readLabel(text)
  expect([read?.label.style, read?.label.number, read?.rest]).toEqual([style, number, rest])
})

test.each([
  '2025年完成两项',
  '5G标准',
  '3.5 million people',
  '1.5倍于上年',
  '1.5 倍',
  '2025. Then',
  '一是编制白皮书',
  '一、二级系统的要求',
  '十五项标准',
  '3 experts are asked',
  '-5 degrees',
  '——国家标准',
  'e.g. one',
  'Part 2 of the standard is revised.',
  'Areas of work',
  '（2025年）',
  '第一次会议',
])('finds no label in %j', (text) => {
  expect(readLabel(text)).toBeUndefined()
})

test.each([
  ['1.', '1.'],
  ['1', '1.'],
  ['一、', '一、'],
  ['（一）', '（一）'],
  ['a)', 'a)'],
  ['•', '•'],
  ['', 'depth 2'],
  ['', 'depth 2'],
])('knows the style of the given label %j', (printed, style) => {
  expect(readGivenLabel(printed, 2)).toMatchObject({ style, isDoubtful: false })
})
