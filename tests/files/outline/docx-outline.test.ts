import { describe, expect, test } from 'vitest'
import { type Docx, documentXml, docx, paragraphXml, run, styleXml } from './docx.ts'
import { outlined, refused, shown } from './outlined.ts'

const read = (made: Docx) => shown(outlined(docx(made), 'plan.docx'))

const chinese = {
  levels: [
    ['chineseCountingThousand', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
    ['decimalEnclosedCircle', '%4'],
  ],
} as const

describe('paragraphs', () => {
  test('stand in their order, counted without the empty ones; their runs are put together', () => {
    const paragraphs = [
      '工作要点',
      '',
      { runs: `${run('加快')}${run('标准', '<w:b/>')}${run(' 研制 ')}` },
      '　　首行缩进',
    ]
    expect(read({ paragraphs })).toEqual(['1 工作要点', '2 加快标准 研制', '3 首行缩进'])
  })

  test('say in what unit they are counted, and the title is that of the properties', () => {
    const outline = outlined(docx({ paragraphs: ['一'], title: ' 2026年\n工作要点 ' }), 'plan.docx')
    expect(outline).toEqual({
      title: '2026年工作要点',
      paragraphs: [{ text: '一', place: { unit: 'paragraph', number: 1 } }],
    })
    expect(outlined(docx({ paragraphs: ['一'] }), 'plan.docx')).not.toHaveProperty('title')
  })

  test.each<[string, string, string[]]>([
    ['tabs and breaks', '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>', ['1 甲 乙 丙']],
    ['a new page', '<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>', ['1 甲', '2 乙']],
    ['deleted text', `${run('甲')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>`, ['1 甲']],
    ['inserted text', `${run('甲')}<w:ins>${run('乙')}</w:ins>`, ['1 甲乙']],
    ['moved text', `<w:moveFrom>${run('甲')}</w:moveFrom><w:moveTo>${run('乙')}</w:moveTo>`, ['1 乙']],
    ['hidden text', `${run('甲', '<w:vanish/>')}${run('乙', '<w:vanish w:val="0"/>')}`, ['1 乙']],
    ['struck text', `${run('甲', '<w:strike/>')}${run('乙')}`, ['1 乙']],
    [
      'text that is struck out',
      `${run('甲', '<w:dstrike/>')}${run('乙', '<w:strike w:val="1"/>')}`,
      ['1 ~ 甲乙'],
    ],
    ['text that is not', `${run('甲', '<w:strike w:val="0"/>')}${run('乙')}`, ['1 甲乙']],
    ['a link', `${run('见')}<w:hyperlink r:id="r1">${run('网站')}</w:hyperlink>`, ['1 见网站']],
    [
      'a field',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>',
      ['1 3'],
    ],
    [
      'how it is read aloud',
      `<w:r><w:ruby><w:rt>${run('jiǎ')}</w:rt><w:rubyBase>${run('甲')}</w:rubyBase></w:ruby></w:r>`,
      ['1 甲'],
    ],
    ['marks of XML', run('A & B < "C"'), ['1 A & B < "C"']],
    [
      'a hyphen that does not break, and one that is not printed',
      '<w:r><w:t>SC</w:t><w:noBreakHyphen/><w:t>27 stan</w:t><w:softHyphen/><w:t>dards</w:t></w:r>',
      ['1 SC-27 standards'],
    ],
  ])('of %s', (_, runs, expected) => {
    expect(read({ paragraphs: [{ runs }] })).toEqual(expected)
  })

  test('run on where the end between them was deleted', () => {
    const properties = '<w:rPr><w:del w:id="1"/></w:rPr>'
    expect(read({ paragraphs: [{ text: '推进', properties }, '标准', { text: '末', properties }] })).toEqual([
      '1 推进标准',
      '2 末',
    ])
  })

  test('of tables stand cell by cell', () => {
    const cell = (...texts: string[]) =>
      `<w:tc><w:tcPr/>${texts.map((text) => paragraphXml(text)).join('')}</w:tc>`
    const xml = `<w:tbl><w:tr>${cell('甲', '乙')}${cell('丙')}</w:tr><w:tr>${cell('')}${cell('丁')}</w:tr></w:tbl>`
    expect(read({ paragraphs: ['前', { xml }, '后'] })).toEqual([
      '1 前',
      '2 | 甲',
      '3 | 乙',
      '4 | 丙',
      '5 | 丁',
      '6 后',
    ])
  })

  test('of a plan’s table stand row by row, those of merged cells in each', () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphXml(text)}</w:tc>`
    const [first, more] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>']
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
    const xml = `<w:tbl>${[
      row(cell('重点方向'), cell('主要任务'), cell('牵头工作组'), cell('时间进度'), cell('备注')),
      row(cell('体系', first), cell('1. 完善'), cell('WG8', first), cell('5月底前'), cell('急')),
      row(cell('', more), cell('2. 研究'), cell('', more), cell('10月'), cell('')),
      row(cell('国际', '<w:gridSpan w:val="5"/>')),
      row(cell(''), cell('3. 参会'), cell('SG1'), cell(''), cell('')),
    ].join('')}</w:tbl>`
    const outline = outlined(docx({ paragraphs: ['前', { xml }, '后'] }), 'plan.docx')
    expect(shown(outline)).toEqual([
      '1 前',
      '7 h1 体系',
      '7 [1 ] 1. 完善 <WG8> (5月底前)',
      '12 [1 ] 2. 研究 <WG8> (10月)',
      '14 h1 国际',
      '15 [1 ] 3. 参会 <SG1>',
      '17 后',
    ])
    expect(outline.leftColumns).toEqual(['备注'])
  })

  test('of a text box stand once, behind the one that it is tied to', () => {
    const box = `<w:txbxContent>${paragraphXml('框')}</w:txbxContent>`
    const runs = `${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('后')}`
    expect(read({ paragraphs: [{ runs }, '末'] })).toEqual(['1 前后', '2 框', '3 末'])
  })

  test('of a table of contents are left out', () => {
    const styles = styleXml('11', 'toc 1')
    expect(read({ styles, paragraphs: [{ text: '一、总体要求 1', style: '11' }, '一、总体要求'] })).toEqual([
      '1 一、总体要求',
    ])
  })
})

describe('headings', () => {
  const styles = [
    styleXml('1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    styleXml('B', '标题 2'),
    styleXml('Own', '要点标题', '<w:basedOn w:val="B"/>'),
    styleXml('Flat', '正文标题', '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
    styleXml('X', 'X', '<w:basedOn w:val="Y"/>'),
    styleXml('Y', 'Y', '<w:basedOn w:val="X"/>'),
  ].join('')
  test.each<[string, { style?: string; properties?: string }, string]>([
    ['by their outline level', { style: '1' }, '1 h1 甲'],
    ['by the name of their style', { style: 'B' }, '1 h2 甲'],
    ['by the style that theirs is based on', { style: 'Own' }, '1 h2 甲'],
    ['by their own level', { style: '1', properties: '<w:outlineLvl w:val="2"/>' }, '1 h3 甲'],
    ['not by a level of plain text', { style: 'Flat' }, '1 甲'],
    [
      'not by what they were before a change',
      { properties: '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>' },
      '1 甲',
    ],
    ['by the name alone where no style is there', { style: 'Heading3' }, '1 h3 甲'],
    ['never by styles that are based on each other', { style: 'X' }, '1 甲'],
  ])('are told %s', (_, paragraph, expected) => {
    expect(read({ styles, paragraphs: [{ text: '甲', ...paragraph }] })).toEqual([expected])
  })
})

describe('numbered paragraphs', () => {
  const items = (levels: readonly (number | undefined)[], list = 1) =>
    levels.map((level, at) => ({ text: `t${at}`, list: [list, level] as [number, number?] }))

  test('have the labels that are printed, each level counted anew below the one above', () => {
    expect(read({ lists: [chinese], paragraphs: items([0, 1, 1, 2, 3, 3, 1, 0, 1, undefined]) })).toEqual([
      '1 [1 一、] t0',
      '2 [2 （一）] t1',
      '3 [2 （二）] t2',
      '4 [3 1.] t3',
      '5 [4 ①] t4',
      '6 [4 ②] t5',
      '7 [2 （三）] t6',
      '8 [1 二、] t7',
      '9 [2 （一）] t8',
      '10 [1 三、] t9',
    ])
  })

  test.each<[string, number, string]>([
    ['decimal', 12, '12'],
    ['decimalZero', 3, '03'],
    ['chineseCounting', 11, '十一'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['japaneseCounting', 20, '二十'],
    ['ideographDigital', 10, '一〇'],
    ['chineseLegalSimplified', 3, '叁'],
    ['lowerLetter', 28, 'bb'],
    ['upperLetter', 2, 'B'],
    ['lowerRoman', 14, 'xiv'],
    ['upperRoman', 4, 'IV'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalEnclosedCircleChinese', 20, '⑳'],
    ['decimalFullWidth', 10, '１０'],
    ['ideographTraditional', 2, '乙'],
    ['none', 2, ''],
    ['bullet', 2, '•'],
    ['constructor', 2, '2'],
  ])('in %s, the %ith', (format, number, label) => {
    const start = `<w:start w:val="${number}"/>`
    expect(
      outlined(docx({ lists: [{ levels: [[format, '%1', start]] }], paragraphs: items([0]) }), 'a.docx')
        .paragraphs[0]?.item,
    ).toEqual({ depth: 1, label })
  })

  test('name the levels above, in digits where that is laid down', () => {
    const levels = [
      ['chineseCounting', '第%1章'],
      ['decimal', '%1.%2'],
      ['decimal', '%1.%2.%3', '<w:isLgl/>'],
    ] as const
    expect(read({ lists: [{ levels }], paragraphs: items([0, 0, 1, 2]) })).toEqual([
      '1 [1 第一章] t0',
      '2 [1 第二章] t1',
      '3 [2 二.1] t2',
      '4 [3 2.1.1] t3',
    ])
  })

  test('go on counting through all areas where the level never begins anew', () => {
    const levels = [
      ['chineseCounting', '%1、'],
      ['chineseCounting', '（%2）', '<w:lvlRestart w:val="0"/>'],
    ] as const
    expect(read({ lists: [{ levels }], paragraphs: items([0, 1, 0, 1]) })).toEqual([
      '1 [1 一、] t0',
      '2 [2 （一）] t1',
      '3 [1 二、] t2',
      '4 [2 （二）] t3',
    ])
  })

  test('begin at the number that their list lays down, once; lists laid down alike go on', () => {
    const lists = [{ levels: [['decimal', '%1.']], restarts: [5, 1] }] as const
    expect(
      read({
        lists,
        paragraphs: [...items([0, 0]), ...items([0, 0], 101), ...items([0], 102), ...items([0])],
      }),
    ).toEqual(['1 [1 1.] t0', '2 [1 2.] t1', '3 [1 5.] t0', '4 [1 6.] t1', '5 [1 1.] t0', '6 [1 2.] t0'])
  })

  test('are headings as well where their style says so, and have their number from it', () => {
    const styles = [
      styleXml('1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
      styleXml('2', 'heading 2', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
      styleXml('P', '要点', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    ].join('')
    const levels = [...chinese.levels.slice(0, 2), ['decimal', '%3.', '<w:pStyle w:val="P"/>']] as const
    expect(
      read({
        styles,
        lists: [{ levels }],
        paragraphs: [
          { text: '甲', style: '1' },
          { text: '乙', style: '2' },
          { text: '丙', style: 'P' },
          { text: '丁', style: '1', list: [0] },
        ],
      }),
    ).toEqual(['1 h1 [1 一、] 甲', '2 h2 [2 （一）] 乙', '3 [3 1.] 丙', '4 h1 丁'])
  })

  test('count where they are empty, but not where they were deleted; a list that is not there is none', () => {
    const properties = '<w:rPr><w:del w:id="1"/></w:rPr>'
    expect(
      read({
        lists: [chinese],
        paragraphs: [
          { text: '', list: [1, 0] },
          { runs: `<w:del><w:r><w:delText>x</w:delText></w:r></w:del>`, list: [1, 0], properties },
          { text: '乙', list: [1, 0] },
          { text: '丙', list: [9, 0] },
        ],
      }),
    ).toEqual(['1 [1 二、] 乙', '2 丙'])
  })

  test('by a scheme that is laid down for a style of lists', () => {
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    expect(read({ parts: { 'word/numbering.xml': numbering }, paragraphs: items([0, 0]) })).toEqual([
      '1 [1 (1)] t0',
      '2 [1 (2)] t1',
    ])
  })
})

describe('is refused', () => {
  const whole = docx({ paragraphs: ['一、总体要求', '二、重点任务'] })
  test.each<[string, Uint8Array, object]>([
    ['cut off', whole.subarray(0, whole.length / 2), { kind: 'damaged' }],
    [
      'without its main part',
      docx({ paragraphs: [], parts: { 'word/document.xml': undefined } }),
      { kind: 'damaged' },
    ],
    [
      'with XML that is cut off',
      docx({ paragraphs: [], parts: { 'word/document.xml': documentXml(['甲', '乙']).slice(0, -60) } }),
      { kind: 'damaged' },
    ],
    [
      'with XML whose tags cross',
      docx({
        paragraphs: [],
        parts: { 'word/document.xml': '<w:document><w:body><w:p><w:r></w:p></w:r></w:body></w:document>' },
      }),
      { kind: 'damaged' },
    ],
    [
      'with XML nested too deep',
      docx({ paragraphs: [{ xml: `${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}` }] }),
      { kind: 'damaged' },
    ],
    [
      'with entities of its own',
      docx({
        paragraphs: [],
        parts: { 'word/document.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${documentXml(['&b;'])}` },
      }),
      { kind: 'damaged' },
    ],
    ['without a word', docx({ paragraphs: ['', ' '] }), { kind: 'empty' }],
    [
      'that unfolds to far more than it holds',
      docx({ paragraphs: ['甲'.repeat(10_000_000)] }),
      { kind: 'bomb', why: 'ratio' },
    ],
  ])('one %s', (_, bytes, expected) => {
    expect(refused(bytes, 'plan.docx')).toEqual(expected)
  })
})

test('every cut of a document is refused or read, and ends', () => {
  const whole = docx({ lists: [chinese], paragraphs: [{ text: '甲', list: [1, 0] }, '乙'] })
  const kinds = new Set<string>()
  for (let length = 0; length < whole.length; length += 7) {
    const why = refused(whole.subarray(0, length), 'plan.docx')
    kinds.add(why === 'read' ? why : why.kind)
  }
  expect([...kinds].sort()).toEqual(['damaged', 'empty'])
})

test('the main part may have another name', () => {
  const rels =
    '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>'
  const parts = {
    '_rels/.rels': rels,
    'word/document.xml': undefined,
    'word/document2.xml': documentXml(['甲']),
  }
  expect(read({ paragraphs: [], parts })).toEqual(['1 甲'])
})

test('without numbering, styles and properties the text is still read', () => {
  const parts = {
    'word/numbering.xml': undefined,
    'word/styles.xml': undefined,
    'docProps/core.xml': undefined,
    '_rels/.rels': undefined,
  }
  expect(read({ paragraphs: [{ text: '甲', style: '1', list: [1, 0] }], parts })).toEqual(['1 甲'])
})

test('A paragraph is told to be bold where the whole of it is', () => {
  const outline = outlined(
    docx({
      paragraphs: [
        { runs: `${run('Stand', '<w:b/>')}${run(' ')}${run('ards', '<w:b w:val="1"/>')}` },
        { runs: `${run('Stand', '<w:b/>')}${run('ards', '<w:b w:val="0"/>')}` },
        'plain',
      ],
    }),
    'plan.docx',
  )
  expect(outline.paragraphs.map(({ isBold }) => isBold)).toEqual([true, undefined, undefined])
})
