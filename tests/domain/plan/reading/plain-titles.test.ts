import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../../src/domain/plan/reading/read-plan.ts'
import { outlineOf, treeOfText, treeRead } from './outline-of.ts'

describe('A title that nothing marks is an area where a sentence stands between it and its list', () => {
  const plan = (intro: string) => `ISO/TC 999 work programme 2027
Standards
${intro}
- Revise ISO 12345 by June.
- Develop a standard for smart widgets.
International liaison
- Renew the liaison with IEC/TC 65.
Communication
- Hold a webinar in May.`
  const areas = (points: string) => `1 Standards
${points}
2 International liaison
2.1 Renew the liaison with IEC/TC 65.
3 Communication
3.1 Hold a webinar in May.`

  test.each(['The following is foreseen:', 'The first section indicates 2 tasks. Specifically:'])(
    'one that only leads to it, and is no point: %s',
    (intro) => {
      const points = '1.1 Revise ISO 12345 by June.\n1.2 Develop a standard for smart widgets.'
      expect(treeOfText(plan(intro))).toBe(areas(points))
    },
  )

  test('one that asks for work, and is a point', () => {
    const points =
      '1.1 Review all standards.\n1.2 Revise ISO 12345 by June.\n1.3 Develop a standard for smart widgets.'
    expect(treeOfText(plan('Review all standards.'))).toBe(areas(points))
  })

  test('several of them', () => {
    const points =
      '1.1 Review all standards.\n1.2 Revise ISO 12345 by June.\n1.3 Develop a standard for smart widgets.'
    expect(treeOfText(plan('Review all standards.\nThe following is foreseen:'))).toBe(areas(points))
  })

  test('but the first line of one that was broken is none', () => {
    const intro = 'The committee does the work of the\nWorking Groups as follows:'
    const text = ['1. Standards', intro, '- Revise ISO 1.', '2. Liaison', intro, '- Meet ETSI.'].join('\n')
    expect(treeOfText(`Work programme 2027\n${text}`)).not.toContain('<')
  })

  test('in Chinese, and of two areas the first alone', () => {
    const text = `全国信标委2027年工作要点
标准研制
围绕以下方向开展工作：
●加快云计算标准研制。
●修订大模型标准。
国际标准化
●提交2项国际标准提案。
●推荐专家5名。`
    expect(treeOfText(text)).toBe(`1 标准研制
1.1 加快云计算标准研制。
1.2 修订大模型标准。
2 国际标准化
2.1 提交2项国际标准提案。
2.2 推荐专家5名。`)
  })
})

describe('A bold title is an area, however short the text below it is', () => {
  const bold = (text: string) => {
    const paragraphs = outlineOf(text).paragraphs.map((one) =>
      one.text.startsWith('**') ? { ...one, text: one.text.slice(2), isBold: true as const } : one,
    )
    return treeRead(readPlan({ paragraphs }, {}))
  }

  test('one word above one sentence, and the last above several paragraphs', () => {
    const text = `Key Working Points 2027
**Standards
Revise two standards.
**Outreach
Hold training courses.
Go to schools.`
    const areas =
      '1 Standards\n1.1 Revise two standards.\n2 Outreach\n2.1 Hold training courses.\n2.2 Go to schools.'
    expect(bold(text)).toBe(areas)
    expect(treeOfText(text.replaceAll('**', ''))).toBe('no-areas')
  })

  test('what only leads to several paragraphs is no point', () => {
    const text = `Key Working Points 2027
**Standards
The first section indicates 2 tasks. Specifically:
Revise two standards.
Review one.
**Outreach
研制标准：
数据安全标准。
个人信息标准。`
    expect(bold(text)).toBe(`1 Standards
1.1 Revise two standards.
1.2 Review one.
2 Outreach
2.1 研制标准：数据安全标准。
2.2 个人信息标准。`)
  })
})
