import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outlined, refused, shown } from './outlined.ts'

const read = (text: string) => shown(outlined(text, 'plan.md'))

test.each<[string, string, string[]]>([
  [
    'headings',
    '# 工作要点\n\n## 一、总体要求\n\n甲\n===\n',
    ['1 h1 工作要点', '3 h2 一、总体要求', '5 h1 甲'],
  ],
  ['paragraphs whose lines are put together', '加快\n研制\n\nSC 27\nmeets', ['1 加快研制', '4 SC 27 meets']],
  [
    'lines that begin with a label of their own',
    '一、总体要求\n（一）加快\n研制\n（二）推进',
    ['1 一、总体要求', '2 （一）加快研制', '4 （二）推进'],
  ],
  ['lines that were broken on purpose', '甲  \n乙\\\n丙<br>丁', ['1 甲', '2 乙', '3 丙', '3 丁']],
  [
    'emphasis, links, pictures and code',
    '**加快** *研制* [标准](http://a.b "t") ![图](c.png) `GB` ~~旧~~',
    ['1 加快 研制 标准 GB'],
  ],
  ['emphasis that closes behind a Chinese mark', '**重点：**推进', ['1 重点：推进']],
  ['signs that are written otherwise', 'R&amp;D \\*a\\* &lt;b&gt; &copy; 1 < 2', ['1 R&D *a* <b> © 1 < 2']],
  [
    'numbered lists',
    '3. 甲\n4. 乙\n\n1) 丙\n2) 丁',
    ['1 [1 3.] 甲', '2 [1 4.] 乙', '4 [1 1)] 丙', '5 [1 2)] 丁'],
  ],
  [
    'nested lists',
    '1. 甲\n   - 乙\n     - 丙\n   - 丁\n2. 戊',
    ['1 [1 1.] 甲', '2 [2 •] 乙', '3 [3 •] 丙', '4 [2 •] 丁', '5 [1 2.] 戊'],
  ],
  [
    'loose lists with paragraphs',
    '- 甲\n  续\n\n  乙\n\n- 丙\n\n末',
    ['1 [1 •] 甲续', '4 乙', '6 [1 •] 丙', '8 末'],
  ],
  [
    'text that is struck out, with its place where all of a paragraph is',
    '- ~~甲~~乙\n- ~~**丙**~~\n- 3~5项，6~8月',
    ['1 [1 •] 乙', '2 [1 •] ~ **丙**', '3 [1 •] 3~5项，6~8月'],
  ],
  ['footnotes', '甲[^1]乙[^b]。\n\n[^1]: 丙', ['1 甲乙。', '3 [^1]: 丙']],
  ['tasks', '- [ ] 甲\n- [x] 乙', ['1 [1 •] 甲', '2 [1 •] 乙']],
  ['headings in lists', '1. ## 甲\n', ['1 h2 [1 1.] 甲']],
  ['quotations', '> 甲\n> 乙\n>\n> - 丙', ['1 甲乙', '4 [1 •] 丙']],
  ['text that is set in', '甲\n\n    乙\n    丙\n\n```\n丁\n```', ['1 甲', '3 乙', '4 丙', '7 丁']],
  ['HTML', '<div>\n<p>甲</p>\n<p>乙</p>\n</div>\n\n<!-- 丙 -->\n\n丁 <b>戊</b>', ['1 甲', '1 乙', '8 丁 戊']],
  ['lines and names of links', '甲\n\n---\n\n[a]: http://b.c\n\n乙', ['1 甲', '7 乙']],
  [
    'tables of plans',
    '| 序号 | 领域 | 工作要点 |\n|---|---|---|\n| 1 | 体系 | **完善** |\n| 2 | | 研究 |',
    ['3 h1 体系', '3 [1 1] 完善', '4 [1 2] 研究'],
  ],
  [
    'tables of plans without their area, below its heading',
    '# 甲\n\n## 乙\n\n| No. | Action | Responsible | Deadline | Status |\n|---|---|---|---|---|\n| 1.1 | Hold a **workshop** | WG 9 | Q2 | open |\n\n丙',
    ['1 h1 甲', '3 h2 乙', '7 [1 1.1] Hold a workshop <WG 9> (Q2)', '9 丙'],
  ],
  [
    'tables of plans with their areas, below a heading',
    '# 甲\n\n| 领域 | 任务 |\n|---|---|\n| 体系 | 完善 |',
    ['1 h1 甲', '5 h2 体系', '5 [1 ] 完善'],
  ],
  [
    'tables of prices',
    '| No. | Item | Price |\n|---|---|---|\n| 1 | Chair | 5 |\n',
    ['1 | No.', '1 | Item', '1 | Price', '3 | 1', '3 | Chair', '3 | 5'],
  ],
  ['other tables', '| a | b |\n|---|---|\n| c | |\n', ['1 | a', '1 | b', '3 | c']],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
  expect(read(text.replaceAll('\n', '\r\n'))).toEqual(expected)
})

describe('properties above the text', () => {
  test('are left out, but for the title', () => {
    const outline = outlined(
      '---\ntitle: "2026 年度工作要点"\ndate: 2026-03-01\n---\n\n# 甲\n',
      'plan.markdown',
    )
    expect(outline.title).toBe('2026 年度工作要点')
    expect(shown(outline)).toEqual(['6 h1 甲'])
  })

  test.each<[string, string, string[]]>([
    ['without a title', '---\ndate: 2026\n---\n甲', ['4 甲']],
    ['that are none', '---\n\n甲\n\n---\n\n乙', ['3 甲', '7 乙']],
  ])('%s', (_, text, expected) => {
    const outline = outlined(text, 'plan.md')
    expect(shown(outline)).toEqual(expected)
    expect(outline).not.toHaveProperty('title')
  })
})

test('says in lines where it stands', () => {
  expect(outlined('甲', 'plan.md').paragraphs).toEqual([{ text: '甲', place: { unit: 'line', number: 1 } }])
})

const bare = (text: string) => text.replace(/\s/gu, '')

test('of paragraphs and lists nothing is lost, and each says the line where it stands', () => {
  const word = fc.stringMatching(/^[a-z一-龥]{1,12}$/)
  const block = fc.oneof(
    word,
    fc.tuple(word, word).map((words) => words.join('\n')),
    word.map((text) => `## ${text}`),
    fc
      .array(word, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((text) => `- ${text}`).join('\n')),
    fc.tuple(word, word).map(([a, b]) => `1. ${a}\n\n   ${b}`),
  )
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
      const text = blocks.join('\n\n')
      const lines = text.split('\n')
      const { paragraphs } = outlined(text, 'plan.md')
      expect(paragraphs.map((one) => bare(one.text)).join('')).toBe(
        bare(text.replace(/^(?:## |- |1\. )/gm, '')),
      )
      for (const { text, place } of paragraphs)
        expect(bare(lines[place.number - 1] ?? '')).toContain(text.slice(0, 1))
    }),
  )
})

test('whatever is written, it ends and does not fall over', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '> ',
      '    ',
      '**',
      '_',
      '`',
      '```\n',
      '[',
      '](',
      '<div>',
      '|',
      '\n|-|-|\n',
      '---\n',
      '# ',
      '一、',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const why = refused(pieces.join(''), 'plan.md')
      expect(why === 'read' || why.kind !== undefined).toBe(true)
    }),
  )
})

test.each<[string, string]>([
  ['quotations', `${'>'.repeat(10_000)} a`],
  ['lists', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')],
  ['brackets', '[a '.repeat(1_000_000)],
  ['emphasis', `${'**a _b '.repeat(3_000)}${'_ **'.repeat(3_000)}`],
  ['lists on one line', `${'- '.repeat(5_000)}a`],
])('%s nested without end are refused', (_, text) => {
  expect(refused(text, 'plan.md')).toEqual({ kind: 'damaged' })
})

test.each<[string, string]>([
  ['brackets', '[ '.repeat(2_900)],
  ['stars', '*a '.repeat(2_900)],
  ['tags', `${'<b>'.repeat(10_000)}甲`],
  ['items', '- 甲\n'.repeat(130_000)],
])('%s in their thousands are read', (_, text) => {
  expect(outlined(text, 'plan.md').paragraphs.length).toBeGreaterThan(0)
})

test('more than a plan ever has is refused', () => {
  expect(refused('甲'.repeat(4_200_000), 'plan.md')).toMatchObject({ kind: 'too-large' })
})

test('A paragraph that is bold as a whole is told, and no other', () => {
  const text = '**甲**\n\n**乙**丙\n\n# **丁**\n\n- **戊**\n\n**己** **庚**\n'
  expect(outlined(text, 'plan.md').paragraphs.map(({ isBold }) => isBold)).toEqual([
    true,
    undefined,
    undefined,
    undefined,
    true,
  ])
})
