import { expect, test } from 'vitest'
import { planOfFile } from '../../src/files/plan-of-file.ts'
import { known } from '../domain/plan/reading/read.ts'

const { year: _none, ...knownToFile } = known

function readFile(text: string, year?: number) {
  const bytes = new TextEncoder().encode(text)
  return planOfFile(bytes, 'a.txt', { ...knownToFile, ...(year !== undefined && { year }) })
}

const idle = `
一、会议
1. 召开全体委员会议。
2. 做好会议记录归档。
3. 更新通讯录。
二、经费
1. 做好经费管理。
2. 制定数据安全标准。`

test('what calls itself a plan is taken, though few of its sentences are of a known kind', () => {
  const reading = readFile(`2026年度工作要点${idle}`)
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
  const points = reading.value.plan.areas.flatMap((area) => area.points)
  expect(points.map((point) => point.reading?.kinds.map(({ value }) => value))).toEqual([
    [],
    [],
    [],
    [],
    ['standard'],
  ])
})

test.each(['2026年度安排', '2026年目标', 'IST/33 Strategic Objectives 2026', 'Priorities for FY 2026'])(
  'nor need they be where %s may be a plan, and most of its points say what to do',
  (title) => expect(readFile(`${title}${idle}`).ok).toBe(true),
)

test('the text of a standard is told so, and not to say its year', () => {
  const text =
    '标准化人员培训要求\n1 范围\n1.1 本文件规定培训要求。\n2 规范性引用文件\n2.1 GB/T 25069\n3 要求\n3.1 举办培训班。'
  expect(readFile(text)).toMatchObject({ refusal: { why: { kind: 'other-areas', what: 'standard' } } })
})

test('names below such a title are no plan', () => {
  const text = 'Objectives 2026\n1. Lenses\n- Zoom\n- Macro\n- Training\n2. Bodies\n- Black\n- Silver'
  expect(readFile(text)).toMatchObject({ refusal: { why: { kind: 'no-work', points: 5, asking: 1 } } })
})

test('what does not is judged by what it asks for', () => {
  const reading = readFile(`2026年度会务${idle}`)
  expect(reading).toEqual({
    ok: false,
    refusal: { of: 'document', why: { kind: 'no-work', points: 5, asking: 1 } },
  })
})

test.each([
  ['网络数据安全管理条例', '条例'],
  ['《网安标委2026年度工作要点》编制说明', '编制说明'],
  ['网安标委2026年采购计划', '采购计划'],
])('%s is refused for what it is, whatever year is asked for and whatever it says', (title, called) => {
  const reading = readFile(`${title}\n一、甲\n1. 制定数据标准。\n二、乙\n1. 举办培训。`, 2026)
  expect(reading).toEqual({
    ok: false,
    refusal: { of: 'document', why: { kind: 'other-document', called } },
  })
})

const work = `
一、甲
（一）制定数据安全标准。
（二）编写研究报告。
二、乙
（一）举办标准宣贯培训。`

test.each([
  ['ISO/TC 307\nMinutes of the 12th meeting, 3 March 2026', 'Minutes'],
  ['ISO/TC 307/WG 5\n\nDraft agenda of the 12th meeting\n2026-03-03', 'agenda'],
  ['全国玩具标准化技术委员会\n2026年第一次全体会议纪要\n（2026年3月12日，北京）', '纪要'],
  ['全国玩具标准化技术委员会秘书处\n2026年第3号简报', '简报'],
  ['甲方：玩具标委会秘书处\n乙方：某大学\n技术服务协议\n（2026年度）', '协议'],
  ['玩具标委会2026年度工作会议\n会议纪要', '纪要'],
  ['玩具标委会2026年\n第三次全体会议', '第三次全体会议'],
])('what %j says it is counts below its letterhead too', (above, called) => {
  expect(readFile(`${above}\n${work}`)).toEqual({
    ok: false,
    refusal: { of: 'document', why: { kind: 'other-document', called } },
  })
})

test.each([
  ['全国玩具标准化技术委员会\n2026年度工作要点\n第三次全体会议', '全国玩具标准化技术委员会2026年度工作要点'],
  ['第三次全体会议\n2026年度工作', '第三次全体会议2026年度工作'],
  ['玩具标委会2026年任务清单\n按照第三次全体会议纪要\n和有关报告，制定本清单。', '玩具标委会2026年任务清单'],
  ['2026年任务清单\n玩具标委会工作有序开展。\n第三次全体会议纪要', '2026年任务清单'],
  ['Objectives of 2026\nAdopted at the 61st meeting', 'Objectives of 2026'],
  ['Objectives of 2026\nWhat we do follows from the report\nof the secretariat.', 'Objectives of 2026'],
  ['关于征集意见的通知\n2026年工作要点', '关于征集意见的通知2026年工作要点'],
])('%j may stand above a plan', (above, title) => {
  const reading = readFile(`${above}\n${work}`)
  expect(reading.ok ? Object.values(reading.value.plan.names) : reading.refusal).toEqual([title])
})

const areas = (titles: readonly string[]) =>
  titles.map((title, at) => `${at + 1}. ${title}\n- Revise GB/T 99999.\n- Hold a training.`).join('\n')
const headings = {
  meeting: ['Opening', 'Approval of the agenda', 'Standards'],
  one: ['Opening', 'Standards'],
}

test.each([
  ['Plenary of WG8, 2025', headings.meeting, 'meeting', ['Opening', 'Approval of the agenda']],
  ['AI standards, Oslo 2026', ['Morning', 'Afternoon session'], 'meeting', ['Morning', 'Afternoon session']],
  ['Plenary 2026', ['Monday 13 April', 'Tuesday'], 'meeting', ['Monday 13 April', 'Tuesday']],
  ['玩具标准2026', ['4月13日上午', '下午', '4月14日'], 'meeting', ['4月13日上午', '下午']],
  ['工作组会议 2025', ['会议开幕', '标准', '其他事项', '闭幕'], 'meeting', ['会议开幕', '其他事项', '闭幕']],
  [
    'Training of personnel 2026',
    ['Scope', 'Terms and definitions'],
    'standard',
    ['Scope', 'Terms and definitions'],
  ],
  [
    '标准化人员培训要求 2026',
    ['范围', '规范性引用文件', '要求', '记录'],
    'standard',
    ['范围', '规范性引用文件', '要求'],
  ],
  [
    '2024年工作',
    ['标准研制取得新进展', '宣传推广成效显著', '国际'],
    'results',
    ['标准研制取得新进展', '宣传推广成效显著'],
  ],
])('%s with the areas %j is refused for these', (title, titles, what, shown) => {
  expect(readFile(`${title}\n${areas(titles)}`)).toEqual({
    ok: false,
    refusal: { of: 'document', why: { kind: 'other-areas', what, titles: shown } },
  })
})

const said = {
  oslo: `SC 27 WG 1 in Oslo, 2026
{present}
1. Standards
1.1 The convenor presented the draft of ISO/IEC 27001.
1.2 The meeting agreed to revise ISO/IEC 27003.
2. Outreach
2.1 A training for newcomers was held with 40 participants.
2.2 C. Lind to publish the white paper by 30 May.`,
  beijing: `网安标委在北京，2026年
{present}
一、标准研制
1. WG1汇报了标准体系建设情况，会议同意立项三项国家标准。
2. 完成了12项国家标准的复审。
二、宣传推广
1. 走进三所高校，开展了进校园活动。
2. 举办培训班。`,
}

test.each([
  ['oslo', 'The convenor presented the draft of ISO/IEC 27001.'],
  ['beijing', 'WG1汇报了标准体系建设情况，会议同意立项三项国家标准。'],
] as const)('what was done or said is no plan: %s', (where, text) => {
  expect(readFile(said[where].replace('{present}', ''))).toEqual({
    ok: false,
    refusal: { of: 'document', why: { kind: 'told', points: 4, told: 3, text } },
  })
})

test.each([
  ['oslo', 'Present: A. Olsen (convenor), C. Lind'],
  ['beijing', '参会人员：各工作组组长、专家'],
] as const)('who came is told of meetings alone: %s', (where, line) => {
  expect(readFile(said[where].replace('{present}', line))).toEqual({
    ok: false,
    refusal: { of: 'document', why: { kind: 'attendance', line } },
  })
})

test.each([
  ['one such area alone', 'Plenary of WG8, 2025', headings.one],
  ['what calls itself a plan', 'Work plan 2025', headings.meeting],
  ['what has a scope', 'Toy safety 2026', ['Scope', 'Requirements', 'Terms']],
  ['what is still to be reached', '2026年工作', ['推动标准研制取得新突破', '确保任务圆满完成', '宣传']],
])('%s is not refused for its areas', (_, title, titles) => {
  expect(readFile(`${title}\n${areas(titles)}`).ok).toBe(true)
})

test.each([
  [
    '2025年度工作总结和2026年工作打算',
    ['2025年度工作总结', '存在的问题', '2026年工作打算', '保障'],
    2026,
    ['1 2026年工作打算', '2 保障'],
  ],
  [
    '2025年工作总结和2026年工作思路',
    ['2025年主要工作', '存在的问题', '2026年工作思路'],
    2026,
    ['1 2026年工作思路'],
  ],
  ['2026年工作要点', ['2025年遗留工作', '2026年新增工作'], 2026, ['1 2025年遗留工作', '2 2026年新增工作']],
  ['Review of 2025 and work plan 2026', ['Review of 2025', 'Standards'], 2026, ['1 Standards']],
  [
    '2026年工作要点',
    ['2026年标准总结', '存在的问题', '宣传'],
    2026,
    ['1 2026年标准总结', '2 存在的问题', '3 宣传'],
  ],
  ['2026年工作要点', ['去年工作总结'], 2026, ['1 去年工作总结']],
  [
    '2025年工作总结和2026年工作打算',
    ['2025年工作总结', '2026年工作打算'],
    2025,
    ['1 2025年工作总结', '2 2026年工作打算'],
  ],
])(
  'of %s with the areas %j, what looks back from the year is no area of it',
  (title, titles, year, taken) => {
    const reading = readFile(`${title}\n${areas(titles)}`, year)
    if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
    const { plan, left } = reading.value
    expect(plan.areas.map(({ number, names }) => `${number} ${names.zh ?? names.en}`)).toEqual(taken)
    expect(plan.areas.flatMap(({ points }) => points.map(({ number }) => number))).toEqual(
      plan.areas.flatMap(({ number }) => [`${number}.1`, `${number}.2`]),
    )
    expect(left).toHaveLength((titles.length - taken.length) * 3)
  },
)
