import { describe, expect, test } from 'vitest'
import type { Outline } from '../../../../src/domain/plan/reading/outline.ts'
import { readPlan } from '../../../../src/domain/plan/reading/read-plan.ts'
import { outlineOf, treeOfText, treeRead } from './outline-of.ts'

/** What belongs to no point, in its own words. */
function leftOf(outline: Outline): string[] {
  const reading = readPlan(outline, {})
  const left = new Set(reading.ok ? reading.left : [])
  return outline.paragraphs.filter(({ place }) => left.has(place)).map(({ text }) => text)
}

const inItems = `Work programme 2027
[1 •] Standards. The committee will develop standards for AI agents. Drafts are expected by October.
[1 •] International. The committee will propose new work on quantum security to SC 27.
[1 •] Governance. It will revise its rules of procedure.`
const besideItems = `Work programme 2027
[1 •] Standards
Develop standards for AI agents. Drafts are expected by October.
[1 •] International
Propose new work on quantum security to SC 27.
[1 •] Governance
Revise the rules of procedure.`
const inLists = `2027年工作要点
一、标准研制
（一）加快云计算标准研制。
（二）修订大模型标准。
二、国际标准化
（一）提交2项国际标准提案。
（二）推荐专家5名。`

describe('What stands behind the last area is no point of it', () => {
  test.each([
    'For more information, please visit the website of the committee.',
    'The original text (in Chinese) can be found at: https://www.example.org/',
    'The full text is available in Chinese.',
    'Read the original notice',
    'The committee would like to thank all members.',
    'This programme replaces the one of 2026.',
    'About SESEC: the expert has an office in Beijing.',
    'The Key Working Points show that the committee goes on with AI. Companies are advised to follow it.',
    'The points were adopted by the plenary of 28 February 2027. SESEC will report on them.',
    'This shows the growing importance of AI.',
    '"This year is decisive," said the secretary general. He added that industry was ready.',
    'The committee was set up in 2002 and has eight working groups.',
    'The committee has 26 subcommittees. Last year, it published 112 standards.',
    'SESEC will continue to follow the development of these standards.',
    'European companies are encouraged to take part in the working groups.',
    'Photo: Xinhua',
    'The committee was founded in 2002. Photo: Xinhua.',
    'Related articles',
  ])('%s', (tail) => {
    for (const plan of [inItems, besideItems]) {
      const whole = outlineOf(`${plan}\n${tail}\nReporting by Jane Doe; editing by John Roe`)
      expect(treeRead(readPlan(whole, {}))).toBe(treeRead(readPlan(outlineOf(plan), {})))
      expect(leftOf(whole)).toEqual([tail, 'Reporting by Jane Doe; editing by John Roe'])
    }
  })

  test.each([
    '《2027年工作要点》的印发，标志着标准化工作进入新阶段。',
    '这表明标准化工作的重要性。',
    '原文链接请见委员会网站。',
    '秘书长表示，“今年是关键之年”。',
    '网安标委秘书长表示，将抓好要点落实。',
    '下一步，网安标委将按照要点部署，扎实推进各项任务。',
    '网安标委成立于2002年，现有8个工作组。',
    '印送：国家标准化管理委员会、工业和信息化部科技司',
    '分送：各委员',
    '图片来源：新华社',
    '相关新闻：标准周在上海开幕',
    '来源：中国汽车报',
  ])('in Chinese: %s', (tail) => {
    const whole = outlineOf(`${inLists}\n${tail}`)
    expect(treeRead(readPlan(whole, {}))).toBe(treeRead(readPlan(outlineOf(inLists), {})))
    expect(leftOf(whole)).toEqual([tail])
  })

  test('nor is a heading with what those say of it who report', () => {
    const plan = 'Work plan 2027\n## Standards\nRevise ISO 1.\n## Liaison\nMeet ETSI.'
    const whole = outlineOf(`${plan}\n## SESEC’s comments\nCompanies should take part.`)
    expect(treeRead(readPlan(whole, {}))).toBe(treeRead(readPlan(outlineOf(plan), {})))
    expect(leftOf(whole)).toEqual(['SESEC’s comments', 'Companies should take part.'])
  })

  const comment = 'European stakeholders should follow the work on charging.'
  test.each([
    ['Comments by SESEC', comment],
    ['SESEC comment', comment],
    ['Our view:', comment],
    ['Background', 'It has 60 members.'],
    ['About the Committee', 'It has 60 members.'],
    ['编后点评', '欧洲企业应密切关注充电标准的制定工作。'],
    ['评论', '欧洲企业应密切关注充电标准的制定工作。'],
  ])('nor is what stands below the title %s', (title, below) => {
    const numbered = 'Work plan 2027\n1. Standards\n- Revise ISO 1.\n2. Liaison\n- Meet ETSI.\n- Meet CEN.'
    for (const plan of [besideItems, inLists, numbered]) {
      const whole = outlineOf(`${plan}\n${title}\n${below}`)
      expect(treeRead(readPlan(whole, {}))).toBe(treeRead(readPlan(outlineOf(plan), {})))
      expect(leftOf(whole)).toEqual([title, below])
    }
  })

  test('nor is a list below such a title', () => {
    const text = `${inLists}\n点评\n${comment}\n[1 •] Follow the work closely.`
    expect(treeOfText(text)).toBe(treeOfText(inLists))
  })

  test.each([
    ['Comments by SESEC', comment],
    ['## About the Committee', 'The committee was set up in 2002.'],
    ['## Background', 'It has 60 members.'],
    ['## A word on charging', comment],
  ])('nor is %s behind areas that are bold', (title, below) => {
    const bold = 'Work plan 2027\nStandards\n- Revise ISO 1.\nLiaison\n- Meet ETSI.'
    const setBold = (outline: Outline): Outline => ({
      paragraphs: outline.paragraphs.map((one) =>
        /^(?:Standards|Liaison|Comments)/.test(one.text) ? { ...one, isBold: true } : one,
      ),
    })
    const whole = setBold(outlineOf(`${bold}\n${title}\n${below}`))
    expect(treeRead(readPlan(whole, {}))).toBe(treeRead(readPlan(setBold(outlineOf(bold)), {})))
    expect(leftOf(whole)).toEqual([title.replace('## ', ''), below])
  })
})

test('An area in the midst of others is one, whatever it is called', () => {
  const plan = 'Work plan 2027\n## Standards\nRevise ISO 1.\n## Comments by Members\nCollect them.'
  expect(treeOfText(`${plan}\n## Liaison\nMeet ETSI.`)).toContain('2 Comments by Members\n2.1 Collect them.')
})

describe('A paragraph of the last area stays in it', () => {
  test.each([
    'The working platform should be upgraded.',
    'The working platform is upgraded.',
    'The programme will be reviewed by the plenary.',
    'About 40 standards will be submitted.',
    'Foreign experts should be invited.',
    'A seminar on AI.',
  ])('that asks for work: %s', (text) => {
    for (const plan of [inItems, besideItems])
      expect(treeRead(readPlan(outlineOf(`${plan}\n${text}`), {}))).toContain(`\n3.2 ${text}`)
  })

  test.each([
    '其中3项年内完成。',
    '《人工智能安全标准》已立项的，年内完成报批。',
    '组织专家积极参加。',
    '会议强调，要多推荐专家。',
  ])('that goes on with its last item: %s', (text) => {
    expect(treeRead(readPlan(outlineOf(`${inLists}\n${text}`), {}))).toContain(
      `\n2.2 （二） 推荐专家5名。${text}`,
    )
  })

  test.each([
    'Read the complete draft of ISO 1 and comment on it.',
    'More information on standards should be published.',
    'We will monitor the work of ISO.',
  ])('that only sounds like a remark: %s', (text) => {
    expect(treeRead(readPlan(outlineOf(`${besideItems}\n${text}`), {}))).toContain(`\n3.2 ${text}`)
  })

  test.each([
    'Background\nPublish the results.',
    'Comments\nCollect those of members.',
    'Analysis of comments\nIt should be published.',
  ])('with a title that a plan may have: %s', (text) => {
    for (const line of text.split('\n'))
      expect(treeRead(readPlan(outlineOf(`${besideItems}\n${text}`), {}))).toContain(line)
  })

  test('that stands above what asks for work', () => {
    const text = 'The plan was based on the comments of members.\nPublish the results.'
    expect(treeRead(readPlan(outlineOf(`${besideItems}\n${text}`), {}))).toContain(
      '\n3.3 Publish the results.',
    )
  })

  test('that goes on with its last item, where others have such as well', () => {
    const plan = inLists.replace('标准研制。\n', '标准研制。\n上年已立项，由专家组成立了起草组。\n')
    const text = '上年推荐了3名。'
    expect(treeRead(readPlan(outlineOf(`${plan}\n${text}`), {}))).toContain(`推荐专家5名。${text}`)
    expect(treeRead(readPlan(outlineOf(`${inLists}\n${text}`), {}))).not.toContain(text)
  })

  test('that tells what was, where the other areas have such', () => {
    const plan = besideItems.replace('SC 27.', 'SC 27.\nThe group was set up in 2026.')
    const text = 'The committee was set up in 2002.'
    expect(treeRead(readPlan(outlineOf(`${plan}\n${text}`), {}))).toContain(`\n3.2 ${text}`)
  })

  test('that is all it has', () => {
    const plan = inLists.replace(/（一）提交.*\n（二）推荐.*$/, '现有8个工作组。')
    expect(treeRead(readPlan(outlineOf(plan), {}))).toContain('2.1 现有8个工作组。')
  })
})
