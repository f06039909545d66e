import { expect, test } from 'vitest'
import { isOfAttendance, tellsWhatWas } from '../../../../src/domain/plan/reading/tells-what-was.ts'

test.each([
  '会议听取了培训工作汇报，要求年内再举办两期培训班。',
  '与会专家讨论进校园活动方案。',
  '3月，发布了5项国家标准。',
  'The meeting agreed to revise ISO/IEC 27003.',
  'The convenor of WG 3 reported on the white paper.',
  'B. Rao (Japan) presented the roadmap.',
  'Members asked for a seminar on AI.',
  'EN 71-1 was published in April.',
  'Three training sessions took place in Spain.',
  'The standard has been revised.',
])('%s tells of what was', (text) => {
  expect(tellsWhatWas(text)).toBe(true)
})

test.each([
  '为了提高标准质量，制定标准。',
  '除了培训，还要举办研讨会。',
  '深入了解需求，编制标准。',
  '完成了立项的，应尽快报批。',
  '审议标准报批稿。',
  'Publish the results that were presented at the plenary.',
  'The committee will publish what was agreed.',
  'Trainings held with regulators',
  'Standards adopted by the committee in English',
  'Revise the standard that has been in force since 2012.',
])('%s asks for something', (text) => {
  expect(tellsWhatWas(text)).toBe(false)
})

test.each(['Present: A. Olsen', '**Attendees:** all', '参会人员：专家', '主持人：王', '会议地点: 北京'])(
  '%s tells who came, and where',
  (line) => {
    expect(isOfAttendance(line)).toBe(true)
  },
)

test.each(['Present the results.', '出席会议。', '参加单位由秘书处确定'])('%s does not', (line) => {
  expect(isOfAttendance(line)).toBe(false)
})
