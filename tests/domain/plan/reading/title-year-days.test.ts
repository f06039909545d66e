import { expect, test } from 'vitest'
import { readPlan } from '../../../../src/domain/plan/reading/read-plan.ts'
import { outlineOf } from './outline-of.ts'

const areas = {
  zh: '一、研制\n（一）甲\n二、宣传\n（一）乙',
  en: '1. Standards\n- draft A\n2. Events\n- a fair',
}

function planOf(above: string, language: 'zh' | 'en', title?: string) {
  const reading = readPlan(outlineOf(`${above}\n${areas[language]}`, title), {})
  if (!reading.ok) throw new Error(reading.refusal.kind)
  return reading.plan
}

test.each([
  ['全国玩具标准化技术委员会\n2025年度工作要点', '全国玩具标准化技术委员会2025年度工作要点', 2025],
  [
    '全国玩具标准化技术委员会2025年度\n工作要点（征求意见稿）',
    '全国玩具标准化技术委员会2025年度工作要点（征求意见稿）',
    2025,
  ],
  ['二〇二六年工作计划', '二〇二六年工作计划', 2026],
  ['２０２６年重点工作要点', '２０２６年重点工作要点', 2026],
  ['二○二六年度工作计划', '二○二六年度工作计划', 2026],
  ['# 年度工作要点\n2025年是关键一年。2020年以来成绩显著。', '年度工作要点', 2025],
  ['玩具标委会2027年度标准化任务清单', '玩具标委会2027年度标准化任务清单', 2027],
  ['近日，玩具标委会印发《2024年度工作要点》，要点于2023年12月成稿。', '2024年度工作要点', 2024],
  ['各单位：\n2023年已经过去，2024年度工作要点如下。', '2024年度工作要点', 2024],
  ['玩具标委会\n2027年度标准化任务清单', '玩具标委会2027年度标准化任务清单', 2027],
  ['玩具标委会\n2027年3月2日\n年度清单', '玩具标委会', 2027],
  ['2025年工作总结和2026年工作要点', '2025年工作总结和2026年工作要点', 2026],
  ['GB/T 22239-2019 推广工作计划（2025年）', 'GB/T 22239-2019 推广工作计划（2025年）', 2025],
])('reads %j', (above, title, year) => {
  expect(planOf(above, 'zh')).toMatchObject({ title, year, language: 'zh-CN' })
})

test.each([
  ['ISO/TC 999\nObjectives 2026', 'ISO/TC 999 Objectives 2026', 2026],
  ['# Review of 2025 and work plan 2026', 'Review of 2025 and work plan 2026', 2026],
  ['SAC/TC 999\nAnnual Key Working Points\n2024', 'SAC/TC 999 Annual Key Working Points 2024', 2024],
  ['# Work programme of CEN/TC 999 for 2026', 'Work programme of CEN/TC 999 for 2026', 2026],
  [
    'The committee published its Annual Key Working Points 2024. It had done so in 2023 too.',
    'Annual Key Working Points 2024',
    2024,
  ],
  ['The committee met on 3 May 2025, and agreed on this.', 'The committee met on 3 May 2025', 2025],
  ['What we do in 2025 goes on from 2024, and on to 2026.', 'What we do in 2025', 2025],
])('reads %j', (above, title, year) => {
  const plan = planOf(above, 'en')
  expect(plan.title.startsWith(title)).toBe(true)
  expect(plan).toMatchObject({ year, language: 'en' })
})

test('takes the title of the file where the text has none', () => {
  const news = 'The committee has set out what it will do, and members are glad of it.'
  expect(planOf(news, 'en', 'Work plan 2025')).toMatchObject({ title: 'Work plan 2025', year: 2025 })
})

test.each([
  ['2024年度工作要点\n本要点经2024年4月2日全体会议审议通过，4月7日发布。', '2024-04-02', '2024-04-07'],
  ['2024年度工作要点\n2024年4月2日全体会议审议通过，4月7日印发。', '2024-04-02', '2024-04-07'],
  ['2024年度工作要点\n2024年4月2日国务院印发规划。', undefined, undefined],
  ['2024年度工作要点\n（2024年4月2日审议通过）', '2024-04-02', undefined],
  ['2024年度工作要点\n发布日期：2024-04-07', undefined, '2024-04-07'],
  ['２０２４年度工作要点\n发布日期：２０２４年４月７日', undefined, '2024-04-07'],
  ['2024年度工作要点\n本要点经2024年2月30日全体会议审议通过。', undefined, undefined],
  ['2024年度工作要点\n2023年12月1日发布国家标准三项。', undefined, undefined],
  ['2024年度工作要点\n秘书处于2024年4月7日印发本要点。', undefined, '2024-04-07'],
])('finds the days in %j', (above, approvedOn, releasedOn) => {
  expect(planOf(above, 'zh')).toMatchObject({
    ...(approvedOn && { approvedOn }),
    ...(releasedOn && { releasedOn }),
  })
  const { approvedOn: approved, releasedOn: released } = planOf(above, 'zh')
  expect([approved, released]).toEqual([approvedOn, releasedOn])
})

test.each([
  [
    'The plan was approved by the plenary on 2 April 2024 and released on 7 April.',
    '2024-04-02',
    '2024-04-07',
  ],
  [
    'On 2 April 2024 the plenary adopted the plan, which was released on April 7, 2024.',
    '2024-04-02',
    '2024-04-07',
  ],
  ['The document was issued on 2024-04-07.', undefined, '2024-04-07'],
  ['The plan was approved on 31 April 2024.', undefined, undefined],
  ['We met on 2 April 2024.', undefined, undefined],
])('finds the days in %j', (above, approvedOn, releasedOn) => {
  const { approvedOn: approved, releasedOn: released } = planOf(`Work plan 2024\n${above}`, 'en')
  expect([approved, released]).toEqual([approvedOn, releasedOn])
})
