import { describe, expect, test } from 'vitest'
import { treeOfText } from './outline-of.ts'

const areas = `1 Standards
1.1 Revise two standards.
1.2 Draft one on charging.
2 International
2.1 Take part in the work of WP.29.`

describe('Titles that end in a colon', () => {
  test('are areas where several stand above lists and nothing else divides the text', () => {
    const text = `Key Working Points 2027
Standards:
- Revise two standards.
- Draft one on charging.
International:
- Take part in the work of WP.29.`
    expect(treeOfText(text)).toBe(areas)
    expect(treeOfText(text.replaceAll(/^- /gm, '[1 •] '))).toBe(areas)
    expect(treeOfText(text.replace('International:', 'IT security:'))).toContain('\n2 IT security\n')
  })

  test('are areas with a line that leads to the list below one of them', () => {
    const text = `Key Working Points 2027
Standards:
The following is foreseen:
- Revise two standards.
- Draft one on charging.
International:
- Take part in the work of WP.29.`
    expect(treeOfText(text)).toBe(areas)
  })

  test('in Chinese', () => {
    const text = `2027年工作要点
标准研制：
• 修订电动汽车充电标准；
• 制定动力电池安全标准2项；
国际合作：
• 参与WP.29法规协调；
• 加强与欧盟、日本的交流。`
    expect(treeOfText(text)).toBe(`1 标准研制
1.1 修订电动汽车充电标准；
1.2 制定动力电池安全标准2项；
2 国际合作
2.1 参与WP.29法规协调；
2.2 加强与欧盟、日本的交流。`)
  })

  test('are none where numbers divide the text', () => {
    const text = `Work programme 2027
1. Standards
New projects:
- Draft one on charging.
2. International
Forums:
- Take part in the work of WP.29.`
    expect(treeOfText(text)).toMatch(/^1 Standards\n(?:1\..*\n)+2 International\n/)
  })

  test('are none where they stand below titles', () => {
    const text = `Work programme 2027
Standards
The following is foreseen:
- Revise two standards.
- Draft one on charging.
International
Forums:
- Take part in the work of WP.29.`
    expect(treeOfText(text)).toBe(areas)
  })

  test('are none where they only lead to their lists', () => {
    const text = `Work programme 2027
Standards
- Revise two standards.
- Draft one on charging.
International
- Take part in the work of WP.29.`
    const lead = 'We will also do this:\n- Hold a webinar in May.'
    expect(treeOfText(`${text}\n${lead}\n${lead}`)).not.toMatch(/^\d+ We/m)
  })
})
