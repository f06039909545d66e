import { expect, test } from 'vitest'
import { pointsOf } from '../../src/domain/plan/rules.ts'
import { planOfFile } from '../../src/files/plan-of-file.ts'
import { known } from '../domain/plan/reading/read.ts'

function read(text: string, name: string) {
  const reading = planOfFile(Buffer.from(text), name, { ...known, year: 2026 })
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
  return reading.value
}

const points = (text: string, name: string) =>
  pointsOf(read(text, name).plan).map(({ point: { number, texts, reading } }) => ({
    number,
    text: texts.zh ?? texts.en,
    groups: reading?.groups,
    dates: reading?.dates,
  }))

test('Who does a point and by when is read from the cells beside its own, whose words it rests on', () => {
  const csv =
    '领域,任务,牵头单位,完成时限,备注\n体系,制定互联互通标准,WG8,2026-09-30,\n宣贯,6月30日前举办数据安全标准宣贯培训,数据安全工作组,6月30日前,\n'
  expect(points(csv, 'plan.csv')).toEqual([
    {
      number: '1.1',
      text: '制定互联互通标准',
      groups: [{ value: 'WG8', words: ['WG8'] }],
      dates: [{ value: '2026-09-30', words: ['2026-09-30'] }],
    },
    {
      number: '2.1',
      text: '6月30日前举办数据安全标准宣贯培训',
      groups: [{ value: 'WG8', words: ['数据安全', '数据安全工作组'] }],
      dates: [{ value: '2026-06-30', words: ['6月30日前'] }],
    },
  ])
  expect(read(csv, 'plan.csv').leftColumns).toEqual(['备注'])
})

test('Who does it is told by their name alone, and not by what they are called after', () => {
  const csv = '领域,任务,牵头单位\n体系,制定标准,量子技术公司\n宣贯,举办培训,秘书处\n'
  expect(points(csv, 'plan.csv').map(({ groups }) => groups)).toEqual([[], []])
})

test('Tables below the headings of a text are read with their points, and the text behind them is its own', () => {
  const markdown = `# Annual plan 2026
## Standards
| Task | Lead | Due |
|---|---|---|
| Develop standards on lifts | WG 8 | 2026-06-30 |

Note: as decided.

We hold a workshop on lifts. We train experts.
## Outreach
| Task | Lead | Due |
|---|---|---|
| Hold a seminar | WG 8 | |`
  const { plan, left } = read(markdown, 'plan.md')
  expect(pointsOf(plan).map(({ point }) => `${point.number} ${point.texts.en}`)).toEqual([
    '1.1 Develop standards on lifts',
    '1.2 We hold a workshop on lifts.',
    '1.3 We train experts.',
    '2.1 Hold a seminar',
  ])
  expect(left).toEqual([{ unit: 'line', number: 7 }])
})

test.each([
  [
    'of a table by its file',
    '领域,任务\n体系,制定标准\n宣贯,举办培训\n',
    'plans/任务表 2026.csv',
    '任务表 2026',
  ],
  ['of a text by its file', '一、体系\n1. 制定标准\n二、宣贯\n1. 举办培训\n', 'tasks.txt', 'tasks'],
  ['by how it begins', '各单位：\n一、体系\n1. 制定标准\n二、宣贯\n1. 举办培训\n', 'a.txt', '各单位：'],
  [
    'by the title above the table',
    '2026年工作要点,\n领域,任务\n体系,制定标准\n宣贯,举办培训\n',
    'a.csv',
    '2026年工作要点',
  ],
])('A plan without a title is not called by its first area: %s', (_, text, name, title) => {
  const { names } = read(text, name).plan
  expect(names.zh ?? names.en).toBe(title)
})

test.each([
  [
    'Chinese lines that were broken, without a blank',
    '2026年工作要点\n一、体系\n（一）编制数据安全标准\n体系，开展标准研究，6月\n底前完成。\n（二）申办SC 27会\n议。\n二、国际\n推动国际提案立项\n，年内完成。\n参加会议。',
    [
      '1.1 编制数据安全标准体系，开展标准研究，6月底前完成。',
      '1.2 申办SC 27会议。',
      '2.1 推动国际提案立项，年内完成。',
      '2.2 参加会议。',
    ],
  ],
  [
    'a title and the longer text below it, with one',
    '2026年工作要点\n一、体系\n（一）完善体系\n编制数据安全标准体系，开展标准研究。\n（二）培训\n\n举办。\n二、国际\n参加会议。',
    ['1.1 完善体系 编制数据安全标准体系，开展标准研究。', '1.2 培训 举办。', '2.1 参加会议。'],
  ],
  [
    'English lines, with one',
    'Work plan 2026\n1. Standards\nDevelop standards on\ndata security.\nRevise one.\n2. Outreach\nHold a seminar.',
    ['1.1 Develop standards on data security.', '1.2 Revise one.', '2.1 Hold a seminar.'],
  ],
])('puts together %s', (_, text, expected) => {
  const { plan } = read(text, 'plan.txt')
  expect(pointsOf(plan).map(({ point }) => `${point.number} ${point.texts.zh ?? point.texts.en}`)).toEqual(
    expected,
  )
})

test.each([
  ['with a blank line above it', '举办培训。\n\n注：以通知为准\n某标委会\n2026年1月', '举办培训。', 3],
  ['directly below', '举办培训，\n注：以通知为准', '举办培训，注：以通知为准', 0],
])('A note below the last point is none of it where it stands apart: %s', (_, last, text, count) => {
  const { plan, left } = read(`2026年工作要点\n一、标准\n- 制定标准。\n二、宣传\n- ${last}`, 'plan.txt')
  expect(pointsOf(plan).at(-1)?.point.texts.zh).toBe(text)
  expect(left).toHaveLength(count)
})

test('One area alone is a plan where it is called so, or where most of its points ask for work', () => {
  const tree = (text: string) => {
    const reading = planOfFile(Buffer.from(text), 'a.txt', { ...known, year: 2026 })
    return reading.ok ? pointsOf(reading.value.plan).length : reading.refusal.why.kind
  }
  const half = '一、标准\n1. 制定数据安全标准。\n2. 吃饭。'
  expect(tree(`2026年工作要点\n${half}`)).toBe(2)
  expect(tree(`2026年事项\n${half}`)).toBe('no-work')
  expect(tree(`2026年事项\n${half}\n3. 举办标准宣贯培训。`)).toBe(3)
})

test('A point that only names something takes what its area asks for, and one that says what to do does not', () => {
  const text = `Key Working Points 2028
1. Develop the following standards
- Security of generative AI
- Approve the budget.
2. Accelerate the development of standards
2.1 For the following fields:
- Toys
2.2 Approve the following:
- Budgets`
  const kinds = pointsOf(read(text, 'plan.txt').plan).map(({ point }) => [
    point.texts.en,
    point.reading?.kinds.map(({ value, isOfHeading }) => [value, isOfHeading]),
  ])
  expect(kinds).toEqual([
    ['Security of generative AI', [['standard', true]]],
    ['Approve the budget.', []],
    ['Toys', [['standard', true]]],
    ['Budgets', []],
  ])
})

test('What only the title of an area is about makes no plan of a list', () => {
  const list =
    'Published in 2026\n1. Development of standards\n- Toys\n- Lifts\n2. Trainings\n- Oslo\n- Rome\n'
  expect(planOfFile(Buffer.from(list), 'list.txt', { ...known, year: 2026 })).toMatchObject({
    refusal: { why: { kind: 'no-work', points: 4, asking: 0 } },
  })
  const asked = list.replace('Development of standards', 'Develop standards')
  expect(planOfFile(Buffer.from(asked), 'list.txt', { ...known, year: 2026 }).ok).toBe(true)
})

test('A table of tasks is read with each task as an area, and what is done for it as its points', () => {
  const html = `<h1>2027年重点任务分工表</h1><table>
    <tr><th>序号<th>重点任务<th>具体举措<th>牵头<th>完成时限<th>备注
    <tr><td>1<td>完善标准体系<td><p>1.修订框架。<p>2.制定国家标准。<td>WG8<td>9月<td>
    <tr><td>2<td>推进国际标准化<td>申办会议。<td>SG1<td>11月底<td>
    <tr><td>合计<td>2项<td><td><td><td></table><p>注：以实际为准`
  const value = read(html, 'tasks.html')
  expect(value.plan.areas.map(({ names }) => names.zh)).toEqual(['完善标准体系', '推进国际标准化'])
  expect(
    points(html, 'tasks.html').map(({ number, text, groups, dates }) => [
      number,
      text,
      groups?.map(({ value }) => value),
      dates?.map(({ value }) => value),
    ]),
  ).toEqual([
    ['1.1', '修订框架。', ['WG8'], ['2026-09-30']],
    ['1.2', '制定国家标准。', ['WG8'], ['2026-09-30']],
    ['2.1', '申办会议。', ['SG1'], ['2026-11-30']],
  ])
  expect(value.leftColumns).toEqual(['备注'])
})

test('A table of tasks below the areas of a text has its tasks for headings within them', () => {
  const html = `<h1>2026年工作要点</h1><p>一、标准</p><table>
    <tr><th>重点任务<th>具体举措<tr><td>体系<td>修订框架。<tr><td>研究<td>编制白皮书。</table>
    <p>二、国际</p><table><tr><th>重点任务<th>具体举措<tr><td>提案<td>提交提案。</table>`
  expect(
    pointsOf(read(html, 'a.html').plan).map(({ point: { number, under, texts } }) => [
      number,
      under?.zh,
      texts.zh,
    ]),
  ).toEqual([
    ['1.1.1', '体系', '修订框架。'],
    ['1.2.1', '研究', '编制白皮书。'],
    ['2.1.1', '提案', '提交提案。'],
  ])
})

test('A row without a label that says who does what is a point, though labels stand in the next', () => {
  const html = `<h1>2026年分工表</h1><table><tr><th>重点任务<th>具体举措<th>牵头
    <tr><td rowspan=2>体系<td>修订标准体系。<td>WG8<tr><td>1.制定国家标准。<br>2.开展标准复审。<td>WG8
    <tr><td>培训<td>举办培训。<td>SG1</table>`
  expect(points(html, 'a.html').map(({ text }) => text)).toEqual([
    '修订标准体系。',
    '制定国家标准。',
    '开展标准复审。',
    '举办培训。',
  ])
})

test('A table of items and their prices is none of tasks', () => {
  const markdown =
    '# Budget 2026\n\n| Item | Description | Amount |\n|-|-|-|\n| Training | Course fees | 1 |\n| Print | White papers | 2 |\n'
  expect(planOfFile(Buffer.from(markdown), 'a.md', { ...known, year: 2026 }).ok).toBe(false)
})
