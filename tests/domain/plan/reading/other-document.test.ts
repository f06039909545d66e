import { expect, test } from 'vitest'
import { isTitleOfPlan, otherDocument } from '../../../../src/domain/plan/reading/other-document.ts'

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
  ['关于征集玩具标准工作组2026年度专家的通知', '征集玩具标准工作组2026年度专家的通知'],
  ['关于召开2026年工作组会议周的通知', '召开2026年工作组会议周的通知'],
  ['2025年玩具标委会十大进展', '十大进展'],
  ['秘书处 2026年采购计划', '采购计划'],
  ['2026年度玩具安全培训课程大纲', '大纲'],
  ['《玩具标委会2026年度工作要点》编制说明', '编制说明'],
  ['2026年度工作要点落实情况', '落实情况'],
  ['2026年工作要点解读', '解读'],
  ['玩具安全管理条例', '条例'],
  ['中华人民共和国标准化法', '法'],
  ['SAC/TC999 in 2024: what was achieved against the Key Working Points', 'what was achieved'],
  ['玩具标委会2024年度工作要点圆满完成', '圆满完成'],
  ['Call for experts 2026', 'Call for experts'],
  ['Notice of the 34th meeting of SC 27, 2026', 'Notice of the 34th meeting'],
  ['Explanatory note on the work plan 2026', 'Explanatory note'],
  ['Procurement plan 2026', 'Procurement plan'],
  ['Course syllabus 2026', 'syllabus'],
  ['Ten achievements of 2025', 'achievements'],
  ['Regulation (EU) 2009/48', 'Regulation (EU)'],
  ['SC 27/WG 1, 61st meeting, Oslo, 2026-04-13/17', '61st meeting'],
  ['网安标委第三次全体会议', '第三次全体会议'],
  ['网安标委工作组会议周（2026年4月，北京）', '会议周'],
  ['网安标委2026年第一季度工作动态', '工作动态'],
  ['Standards Week 2026: Programme', 'Week 2026: Programme'],
  ['Programme of the standards week, 2026', 'Programme of the standards week'],
  ['Toys and standards: Course Plan, Spring 2026', 'Course Plan'],
  ['Consortium SafeToys, Grant proposal, 2026', 'Grant proposal'],
  ['Memorandum of Understanding between the committee and a university, 2026', 'Memorandum of Understanding'],
  ['Book review: Toys of the Digital Age (2026)', 'Book review'],
  ['Editors’ Style Guide 2026', 'Style Guide'],
  ['Quiz for the standards week 2026', 'Quiz'],
  ['玩具标委会与某大学合作备忘录（2026年）', '备忘录'],
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
  'Work programme 2026, approved at the 61st meeting',
  '2026年工作要点（第三次全体会议通过）',
  'Programme of work 2026',
  'Work programme of the standards week 2026',
  '2025年工作总结及2026年工作打算',
])('%s may be one', (title) => {
  expect(otherDocument(title)).toBeUndefined()
})

test.each([
  '2026年度工作要点',
  '玩具标委会2026年工作计划（征求意见稿）',
  '2026年重点工作',
  '关于印发《2026年度工作要点》的通知',
  '委员会2025年工作总结和2026年工作要点',
  'Annual Key Working Points 2026',
  'Work programme of CEN/TC 52 for 2026',
  'Strategic Business Plan of ISO/TC 181',
  'Annual action plan 2026',
  'Programme of work 2026 of the committee on meetings',
])('%s is believed to be a plan', (title) => {
  expect(isTitleOfPlan(title)).toBe(true)
})

test.each([
  '2026年度工作',
  '2026年度培训安排',
  '《2026年度工作要点》编制说明',
  'Minutes of the meeting on the work programme 2026',
  'Report on the Annual Key Working Points 2026',
  'Business continuity plan 2026',
  'Toy safety 2026',
  '',
])('%s is judged by what it asks for', (title) => {
  expect(isTitleOfPlan(title)).toBe(false)
})
