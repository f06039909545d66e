import { expect, test } from 'vitest'
import { otherDocument } from '../../../../src/domain/plan/reading/other-document.ts'

test.each([
  ['全国玩具标准化技术委员会2025年度工作总结', '总结'],
  ['2025年度工作报告', '报告'],
  ['2025年标准化工作回顾', '回顾'],
  ['关于报送2025年工作总结的通知', '总结'],
  ['2026年度工作会议在京召开', '会议在京召开'],
  ['会议议程 2026', '议程'],
  ['2026年度玩具标准项目申报指南', '指南'],
  ['2026年国家标准化培训通知', '培训通知'],
  ['第三次全体会议纪要（草案）', '纪要'],
  ['Minutes of the 12th plenary', 'Minutes'],
])('%s is no plan', (title, called) => {
  expect(otherDocument(title)).toBe(called)
})

test.each([
  '委员会2025年工作总结和2026年工作要点',
  '2026年度工作',
  '关于印发《2026年度工作要点》的通知',
  '2026年度培训工作安排',
  '玩具标委会2027年度标准化任务清单',
  'Report on the Annual Key Working Points 2026',
  'Work programme of CEN/TC 52 for 2026, with its agenda',
])('%s may be one', (title) => {
  expect(otherDocument(title)).toBeUndefined()
})
