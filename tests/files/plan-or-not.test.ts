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

test('what does not is judged by what it asks for', () => {
  const reading = readFile(`2026年度安排${idle}`)
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

const areas = (titles: readonly string[]) =>
  titles.map((title, at) => `${at + 1}. ${title}\n- Revise GB/T 99999.\n- Hold a training.`).join('\n')
const headings = {
  meeting: ['Opening', 'Approval of the agenda', 'Standards'],
  one: ['Opening', 'Standards'],
}

test.each([
  ['Plenary of WG8, 2025', headings.meeting, 'meeting', ['Opening', 'Approval of the agenda']],
  ['工作组会议 2025', ['会议开幕', '标准', '其他事项', '闭幕'], 'meeting', ['会议开幕', '其他事项', '闭幕']],
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
  ['what is still to be reached', '2026年工作', ['推动标准研制取得新突破', '确保任务圆满完成', '宣传']],
])('%s is not refused for its areas', (_, title, titles) => {
  expect(readFile(`${title}\n${areas(titles)}`).ok).toBe(true)
})
