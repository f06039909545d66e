import { expect, test } from 'vitest'
import { daysMeant } from '../../commands/slash/day-range-words.ts'
import { taskDue } from '../../commands/slash/task-words.ts'

const today = '2026-11-28'

test.each([
  ['prepare it until end of the month', 'prepare it', '2026-11-30'],
  ['prepare it by the end of this month', 'prepare it', '2026-11-30'],
  ['prepare it by the end of next month', 'prepare it', '2026-12-31'],
  ['prepare it by end of February', 'prepare it', '2027-02-28'],
  ['prepare it before the end of the year', 'prepare it', '2026-12-31'],
  ['by the end of the month prepare it', 'prepare it', '2026-11-30'],
  ['prepare it by Friday', 'prepare it', '2026-12-04'],
  ['月底前提交材料', '提交材料', '2026-11-30'],
  ['于本月底之前提交材料', '提交材料', '2026-11-30'],
  ['下个月底前提交材料', '提交材料', '2026-12-31'],
  ['2月底前提交材料', '提交材料', '2027-02-28'],
  ['十二月底前提交材料', '提交材料', '2026-12-31'],
  ['明年底前提交材料', '提交材料', '2027-12-31'],
  ['提交材料，年底前', '提交材料', '2026-12-31'],
  ['提交材料（截止12月底）', '提交材料', '2026-12-31'],
  ['下周五前提交材料', '提交材料', '2026-12-04'],
])('%s', (text, task, on) => {
  const { task: left, due } = taskDue(text)
  expect([left, due && daysMeant(due, today).until]).toEqual([task, on])
})

test.each([
  'report on the end of the month',
  'prepare it by the end of the project',
  'prepare it by end of December 2027',
  '三个月底前提交材料',
  '月底总结',
])('no day by which it is due: %s', (text) => {
  expect(taskDue(text)).toEqual({ task: text })
})
