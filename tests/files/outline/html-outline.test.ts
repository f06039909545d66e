import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outlined, refused, shown } from './outlined.ts'

const read = (body: string) =>
  shown(outlined(`<!DOCTYPE html><html><body>${body}</body></html>`, 'plan.html'))

test.each<[string, string, string[]]>([
  [
    'blocks end paragraphs',
    '甲<p>乙<div>丙<section>丁</section></div>戊<hr>己',
    ['1 甲', '2 乙', '3 丙', '4 丁', '5 戊', '6 己'],
  ],
  ['breaks do', '<p>甲<br>乙<br/>丙</p>', ['1 甲', '2 乙', '3 丙']],
  [
    'spans do not, and leave no blanks',
    '<p style="text-indent: 2em;"><span style="font-family: 仿宋">加快<span>标准</span></span><span>\n研制</span><b>，</b>\n SC <i>27</i></p>',
    ['1 加快标准研制， SC 27'],
  ],
  [
    'entities are what they stand for',
    '<p>&#12288;&#x3000;&nbsp;R&amp;D&nbsp;&lt;b&gt; &copy;</p><p>&nbsp;</p>',
    ['1 R&D <b> ©'],
  ],
  [
    'what is struck out',
    '<p><s>甲</s>乙</p><del><p>丙</p></del><ul><li><strike>丁<li>戊</strike></ul>',
    ['1 乙', '2 ~ 丙', '3 [1 •] ~ 丁', '4 [1 •] ~ 戊'],
  ],
  ['headings', '<h1>甲</h1><h3><span>乙</span></h3><p><b>丙</b></p>', ['1 h1 甲', '2 h3 乙', '3 丙']],
  [
    'cells of tables',
    '<table><tr><td>甲</td><td><p>乙</p><p>丙</p></td></tr><tr><th>丁</table>',
    ['1 | 甲', '2 | 乙', '3 | 丙', '4 | 丁'],
  ],
  [
    'tables of plans have a point in each row',
    '<h2>甲</h2><table><caption>乙</caption><tr><th>Task<th>Owner<th>Due<tr><td><p>Write</p><td>WG 1<td>June<tr><td>Read<td>WG 2<td>',
    ['1 h2 甲', '2 乙', '6 [1 ] Write <WG 1> (June)', '9 [1 ] Read <WG 2>'],
  ],
  [
    'cells that go over rows and columns count for each of them',
    '<table><tr><td colspan=3>分工表</td></tr><tr><th>任务</th><th>责任单位</th><th>时限</th></tr><tr><td colspan=3>一、体系</td></tr><tr><td>完善</td><td rowspan=2>WG8</td><td>6月</td></tr><tr><td>研究</td><td>9月</td></tr><tr><td colspan=3>注：以实际为准</td></tr></table>',
    [
      '1 | 分工表',
      '5 h1 一、体系',
      '6 [1 ] 完善 <WG8> (6月)',
      '9 [1 ] 研究 <WG8> (9月)',
      '11 注：以实际为准',
    ],
  ],
  [
    'several paragraphs of a cell are one text, with the labels of its list',
    '<table><tr><th>任务<th>责任人<tr><td><ol><li>完善；<li>研究。</ol><td><p>甲<p>乙</table>',
    ['3 [1 ] 1. 完善；2. 研究。 <甲乙>'],
  ],
  [
    'a table that lays out a page has no cells',
    '<table><tr><td>甲<table><tr><td>乙<td>丙</table></table>',
    ['1 甲', '2 | 乙', '3 | 丙'],
  ],
  [
    'a list that is set as a table is one',
    '<table><tr><td>1<td>甲<tr><td>2<td>乙</table><table><tr><td>1<td>甲<td>5元<tr><td>2<td>乙<td>6元</table>',
    ['1 [1 1] 甲', '3 [1 2] 乙', '5 | 1', '6 | 甲', '7 | 5元', '8 | 2', '9 | 乙', '10 | 6元'],
  ],
  [
    'what is not seen is left out',
    '<script>a<b</script><style>p{}</style><nav>b</nav><header>c</header><footer>d</footer><aside>e</aside><p hidden>f</p><p style="display:none">g</p><!-- h --><noscript>i</noscript><select><option>j</select><p>甲</p>',
    ['1 甲'],
  ],
  [
    'what is seen inside what is not is left out',
    '<div hidden><p>a</p><div><p>b</p></div></div>甲',
    ['1 甲'],
  ],
  ['a page that was saved as it is typed', '<pre>一、甲\n  （一）乙\n</pre>', ['1 一、甲', '2 （一）乙']],
  ['how it is read aloud is left out', '<p><ruby>甲<rp>(</rp><rt>jiǎ</rt></ruby></p>', ['1 甲']],
])('%s', (_, body, expected) => {
  expect(read(body)).toEqual(expected)
})

describe('lists', () => {
  test.each<[string, string, string[]]>([
    ['of bullets', '<ul><li>甲<li>乙</ul>', ['1 [1 •] 甲', '2 [1 •] 乙']],
    [
      'of numbers',
      '<ol><li>甲</li><li value="7">乙</li><li>丙</li></ol>',
      ['1 [1 1.] 甲', '2 [1 7.] 乙', '3 [1 8.] 丙'],
    ],
    ['that begin further on', '<ol start="3"><li>甲</li></ol>', ['1 [1 3.] 甲']],
    [
      'of letters',
      '<ol type="a" start="26"><li>甲</li><li>乙</li></ol><ol type="A"><li>丙</ol>',
      ['1 [1 z.] 甲', '2 [1 aa.] 乙', '3 [1 A.] 丙'],
    ],
    [
      'of Roman numbers',
      '<ol type="I" start="4"><li>甲</ol><ol style="list-style-type: lower-roman"><li>乙</ol>',
      ['1 [1 IV.] 甲', '2 [1 i.] 乙'],
    ],
    [
      'of Chinese numbers',
      '<ol style="color:red;list-style:inside cjk-ideographic"><li>甲</ol>',
      ['1 [1 一、] 甲'],
    ],
    [
      'without labels',
      '<ul style="list-style: none"><li>一、甲</li></ul><ol><li style="list-style-type:none">乙</li></ol>',
      ['1 一、甲', '2 乙'],
    ],
    [
      'in lists',
      '<ol><li>甲<ul><li>乙</li></ul>丙</li><li><p>丁</p><p>戊</p></li></ol>己',
      ['1 [1 1.] 甲', '2 [2 •] 乙', '3 丙', '4 [1 2.] 丁', '5 戊', '6 己'],
    ],
    ['of kinds that there are not', '<ol type="constructor" start="x"><li>甲</ol>', ['1 [1 1.] 甲']],
    ['that were never begun', '<li>甲</li>', ['1 [1 •] 甲']],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected)
  })
})

describe('the part that is read', () => {
  test.each<[string, string, string[]]>([
    [
      'is the article',
      '<p>x</p><article><header><h1>甲</h1></header><p>乙</p></article><p>y</p>',
      ['1 h1 甲', '2 乙'],
    ],
    ['is the main part', '<p>x</p><main><p>甲</p></main>', ['1 甲']],
    [
      'is the longest article',
      '<article><p>x</p></article><article><p>加快研制</p><article>评</article></article>',
      ['1 加快研制', '2 评'],
    ],
    [
      'is the article in the main part',
      '<main><p>x</p><article><p>加快研制</p></article></main>',
      ['1 加快研制'],
    ],
    [
      'is no small article in a main part',
      '<main><p>加快研制安全标准</p><article>x</article></main>',
      ['1 加快研制安全标准', '2 x'],
    ],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected)
  })
})

describe('a page is called', () => {
  test.each<[string, string, string | undefined]>([
    [
      'by its title',
      '<html><head><title> 2026年\n工作要点 &amp; 说明</title></head><h1>甲</h1>',
      '2026年工作要点 & 说明',
    ],
    ['by its first heading else', '<html><h2>甲</h2><h1>乙</h1><h1>丙</h1>', '乙'],
    ['nothing else', '<html><p>甲</p>', undefined],
    ['nothing by a picture', '<html><svg><title>x</title></svg><p>甲</p>', undefined],
  ])('%s', (_, page, title) => {
    expect(outlined(page.includes('<p>') ? page : `${page}<p>甲</p>`, 'plan.html').title).toBe(title)
  })
})

test('is told by how it begins, whatever it is called', () => {
  for (const name of ['plan.txt', 'plan.doc', 'plan.docx', 'plan', 'plan.aspx'])
    expect(shown(outlined('\ufeff\n<!-- a --><HTML lang="zh"><p>甲</p>', name))).toEqual(['1 甲'])
  expect(shown(outlined('<p>甲</p>', 'plan.htm'))).toEqual(['1 甲'])
  expect(shown(outlined('<p>甲</p>', 'plan.txt'))).toEqual(['1 <p>甲</p>'])
})

test('may be in the encoding that it names, or in that of Chinese Windows', () => {
  const page = (meta: string, hex: string) =>
    Buffer.concat([
      Buffer.from(`<html><meta charset="${meta}"><p>`),
      Buffer.from(hex, 'hex'),
      Buffer.from('</p>'),
    ])
  expect(shown(outlined(page('gb2312', 'd2bba1a2d7dccce5'), 'a.html'))).toEqual(['1 一、总体'])
  expect(shown(outlined(page('big5', 'a440a142'), 'a.html'))).toEqual(['1 一、'])
  expect(shown(outlined(page('windows-1252', '936f6e6594'), 'a.html'))).toEqual(['1 “one”'])
  expect(shown(outlined(page('windows-1252', Buffer.from('一').toString('hex')), 'a.html'))).toEqual(['1 一'])
})

test('nested ten thousand deep it is read, nested without end refused', () => {
  for (const tag of ['div', 'b', 'ul><li']) {
    const deep = `${`<${tag}>`.repeat(9_000)}甲${'</div>'.repeat(9_000)}乙`
    expect(
      outlined(`<html>${deep}`, 'a.html')
        .paragraphs.map(({ text }) => text)
        .join(''),
    ).toBe('甲乙')
  }
  expect(refused(`<html>${'<b>'.repeat(1_000_000)}`, 'a.html')).toEqual({ kind: 'damaged' })
})

test('without a word in it, it is empty', () => {
  expect(refused('<html><title>甲</title><script>a</script></html>', 'a.html')).toEqual({ kind: 'empty' })
})

test('whatever words a page has in whatever marks, none is lost and none is made up', () => {
  const word = fc.stringMatching(/^[a-z一-龥]{1,8}$/)
  const { tree } = fc.letrec<{ tree: [html: string, words: string] }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      word.map((text): [string, string] => [text, text]),
      fc
        .tuple(
          fc.constantFrom('p', 'div', 'span', 'b', 'ul', 'ol', 'li', 'h2', 'td', 'pre', 'section', 'unknown'),
          fc.array(tie('tree'), { maxLength: 4 }),
        )
        .map(([tag, inside]): [string, string] => [
          `<${tag}>${inside.map(([html]) => html).join('<br>')}</${tag}>`,
          inside.map(([, words]) => words).join(''),
        ]),
    ),
  }))
  fc.assert(
    fc.property(tree, ([html, words]) => {
      fc.pre(words !== '')
      const { paragraphs } = outlined(`<html><body>${html}`, 'a.html')
      expect(paragraphs.map(({ text }) => text.replaceAll(' ', '')).join('')).toBe(words)
      expect(paragraphs.map(({ place }) => place.number)).toEqual(paragraphs.map((_, at) => at + 1))
    }),
  )
})

test('A paragraph that is bold as a whole is told, and no other', () => {
  const page =
    '<html><p><strong>甲</strong></p><p><b>乙</b>丙</p><h2><b>丁</b></h2><ul><li><b>戊</b></li></ul><p> <b>己</b> <b>庚</b> </p></html>'
  expect(outlined(page, 'plan.html').paragraphs.map(({ isBold }) => isBold)).toEqual([
    true,
    undefined,
    undefined,
    undefined,
    true,
  ])
})
