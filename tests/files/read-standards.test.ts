import { describe, expect, test } from 'vitest'
import { readStandards } from '../../src/files/read-standards.ts'
import { faultInWords, refusalInWords } from '../../src/views/import-words.ts'
import { known } from './known-records.ts'
import { type Sheet, workbook, zip } from './workbook.ts'

function read(content: string | Uint8Array, name = 'list.csv') {
  const result = readStandards(typeof content === 'string' ? Buffer.from(content) : content, name, known)
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`)
  return result.value
}

const given = (content: string | Uint8Array, name?: string) =>
  read(content, name).rows.map((row) => row.given)
const told = (content: string | Uint8Array, name?: string) =>
  read(content, name).faults.map((fault) => faultInWords(fault, 'en'))

function refusal(content: string | Uint8Array, name = 'list.csv') {
  const result = readStandards(typeof content === 'string' ? Buffer.from(content) : content, name, known)
  return result.ok ? 'it was read' : result.refusal
}

describe('the lists that circulate', () => {
  test('the portal’s list of standards in force, with em dashes, marks around titles and columns of no use', () => {
    const text = `序号,标准号,是否采标,标准名称,类别,状态,发布日期,实施日期
1,GB/T 22239—2019,,《信息安全技术 网络安全等级保护基本要求》,推标,现行,2019-05-10,2019-12-01
2,GB／T 43697－2024,采,数据安全技术 数据分类分级规则,推标,即将实施,2024年3月15日,2024/10/1
3, GB 40050-2021 ,—,网络关键设备安全通用要求,强标,废止,20210220,—
`
    expect(given(text)).toEqual([
      {
        designation: 'GB/T 22239-2019',
        titleZh: '信息安全技术 网络安全等级保护基本要求',
        status: 'published',
        publishedOn: '2019-05-10',
        effectiveOn: '2019-12-01',
      },
      {
        designation: 'GB/T 43697-2024',
        titleZh: '数据安全技术 数据分类分级规则',
        status: 'published',
        publishedOn: '2024-03-15',
        effectiveOn: '2024-10-01',
      },
      {
        designation: 'GB 40050-2021',
        titleZh: '网络关键设备安全通用要求',
        status: 'withdrawn',
        publishedOn: '2021-02-20',
      },
    ])
    expect(read(text).reading.left.map(({ heading }) => heading)).toEqual(['序号', '是否采标', '类别'])
  })

  test('a list of plans: the plan’s number is the name, or another name where there is one', () => {
    const text = `计划号;项目名称;制修订;代替标准号;采用国际标准号;采标程度;下达日期;项目状态;项目周期（月）;牵头单位;标准号
20230253-T-469;数据分类分级规则;制定;;;;2023-12-28;正在征求意见;18;CESI;
20221234-T-469;信息安全管理体系;修订;GB/T 22080-2016、GB/T 22080-2008;ISO/IEC 27001:2022;IDT;2022-7;已发布;24;某大学;GB/T 22080-2025
`
    expect(given(text)).toEqual([
      {
        designation: '20230253-T-469',
        titleZh: '数据分类分级规则',
        plannedOn: '2023-12-28',
        stageText: '正在征求意见',
        lead: 'cesi',
      },
      {
        designation: 'GB/T 22080-2025',
        otherNames: ['20221234-T-469'],
        titleZh: '信息安全管理体系',
        replaces: ['GB/T 22080-2016', 'GB/T 22080-2008'],
        twins: [{ designation: 'ISO/IEC 27001:2022', relation: 'identical' }],
        plannedOn: '2022-07',
        status: 'published',
      },
    ])
    expect(read(text).reading.leftCells).toEqual([{ column: 'lead', count: 1, example: '某大学' }])
  })

  test('ISO’s open data: stages run together, replaced texts by the numbers of projects', () => {
    const text = `id,deliverableType,reference,title.en,title.fr,publicationDate,edition,ownerCommittee,currentStage,replaces
54534,IS,ISO/IEC 27001:2013,Information security management,Systèmes,2013-09-25,2,ISO/IEC JTC 1/SC 27,9599,
82875,IS,ISO/IEC 27001:2022,Information security management systems,Systèmes,2022-10-25,3,ISO/IEC JTC 1/SC 27,6060,[54534]
88134,IS,ISO/IEC CD 15408-1,Evaluation criteria,,,1,ISO/IEC JTC 1/SC 27,3099,[1]
`
    expect(given(text)).toMatchObject([
      { project: '54534', designation: 'ISO/IEC 27001:2013', stageText: '9599', publishedOn: '2013-09-25' },
      {
        project: '82875',
        replaces: ['ISO/IEC 27001:2013'],
        titleEn: 'Information security management systems',
      },
      { project: '88134', designation: 'ISO/IEC CD 15408-1' },
    ])
    expect(given(text)[2]).not.toHaveProperty('replaces')
  })

  test('a bibliography whose column of ids holds the designations', () => {
    const text = `id,title_en,stage,published,committee,obsoletes,project_number,url
ISO/IEC DIS 27565.2,Guidelines on zero-knowledge proofs,40.20,,ISO/IEC JTC 1/SC 27,,,https://www.iso.org/standard/80398.html
ISO/IEC 10116:2006,Modes of operation,95.99,2006-02,,ISO/IEC 10116:1997,38761,
`
    expect(given(text)).toEqual([
      {
        designation: 'ISO/IEC DIS 27565.2',
        titleEn: 'Guidelines on zero-knowledge proofs',
        stageText: '40.20',
        url: 'https://www.iso.org/standard/80398.html',
        project: '80398',
      },
      {
        designation: 'ISO/IEC 10116:2006',
        titleEn: 'Modes of operation',
        stageText: '95.99',
        publishedOn: '2006-02',
        replaces: ['ISO/IEC 10116:1997'],
        project: '38761',
      },
    ])
  })

  test('a printed list: titles above the heading, number and title in one column, the heading again on the next page', () => {
    const text = `网络安全国家标准目录,,
（截至2024年6月）,,
序号,标准编号及名称,实施日期
1,GB/T 25069—2022 信息安全技术 术语,2022-10-01
序号,标准编号及名称,实施日期
2,GB/T 39204—2022《信息安全技术 关键信息基础设施安全保护要求》,2023-05-01
`
    expect(given(text)).toEqual([
      { designation: 'GB/T 25069-2022', titleZh: '信息安全技术 术语', effectiveOn: '2022-10-01' },
      {
        designation: 'GB/T 39204-2022',
        titleZh: '信息安全技术 关键信息基础设施安全保护要求',
        effectiveOn: '2023-05-01',
      },
    ])
    expect(read(text).reading.headingLine).toBe(3)
  })

  test('JSON Lines, with titles by language', () => {
    const lines = `{"id":82875,"reference":"ISO/IEC 27001:2022","title":{"en":"ISMS","fr":"SMSI"},"currentStage":6060}
{"id":82876,"reference":"ISO/IEC 27002:2022","title":{"en":"Controls"},"currentStage":6060}
`
    expect(given(lines, 'list.jsonl')).toMatchObject([
      { project: '82875', designation: 'ISO/IEC 27001:2022', titleEn: 'ISMS', stageText: '6060' },
      { project: '82876', titleEn: 'Controls' },
    ])
  })

  test('YAML, with its numbers as they are written and lists as lists', () => {
    const text = `standards:
  - designation: iso/iec 27001:2022
    titleEn: ISMS
    stage: 40.20
    names: [ISO/IEC DIS 27001]
    twins: [{ designation: GB/T 22080-2025, relation: identical }]
    history: [{ stage: "30.60", on: 2021-05 }]
    group: 数据安全标准工作组
`
    expect(given(text, 'list.yaml')).toEqual([
      {
        designation: 'ISO/IEC 27001:2022',
        titleEn: 'ISMS',
        stageText: '40.20',
        otherNames: ['ISO/IEC DIS 27001'],
        twins: [{ designation: 'GB/T 22080-2025', relation: 'identical' }],
        history: [{ stage: '30.60', on: '2021-05' }],
        group: 'WG8',
      },
    ])
    expect(read(text, 'list.yaml').rows[0]?.place).toEqual({ line: 2 })
  })
})

test.each(['合计,,', '总计：,2,', ',共计 2 项,', 'Total: 2,,\n,,', '合 计,（2）,—'])(
  'the last row of a printed list, which counts the others, is none of them: %s',
  (row) => {
    const text = `序号,标准号,标准名称\n1,GB/T 1-2020,甲\n2,GB/T 2-2020,合计\n${row}\n`
    expect(told(text)).toEqual([])
    expect(given(text).map(({ designation }) => designation)).toEqual(['GB/T 1-2020', 'GB/T 2-2020'])
  },
)

test.each([
  ['a total that names a standard', '标准名称,标准号\n合计,GB/T 1-2020\n'],
  ['a total that is not the last', '标准号\nGB/T 1-2020\n合计\nGB/T 2-2020\n'],
])('%s is read as any other row', (_, text) => {
  expect(read(text).rows).toHaveLength(text.trim().split('\n').length - 1)
})

test('A column that counts the rows gets no hint, and is no heading that nobody knows', () => {
  expect(given('序号,标准号\n1,GB/T 1-2020\n')).toEqual([{ designation: 'GB/T 1-2020' }])
  const text = '序号,No.,#,发布日,标准号,标准名称\n1,1,1,2020,GB/T 1-2020,甲\n'
  expect(read(text).reading.left).toEqual([
    { heading: '序号' },
    { heading: 'No.' },
    { heading: '#' },
    { heading: '发布日', meant: '发布日期' },
  ])
})

describe('a workbook', () => {
  const list: Sheet = {
    name: '国标',
    rows: [
      ['全国网络安全标准清单'],
      ['标准号', '标准名称', '阶段', '阶段日期', '发布日期', '工作组', '备注'],
      [
        'GB/T 22239—2019',
        '基本要求',
        { number: 60, style: 'plain' },
        { number: 43595, style: 'day' },
        { number: 43595, style: 'month' },
        'WG8',
        '甲',
      ],
      [
        'GB/T 22240-2020',
        { inline: '定级指南' },
        { formula: 'A1+60', value: 60 },
        { number: 44000.5, style: 'chinese-day' },
        undefined,
        undefined,
        undefined,
      ],
      ['ISO/IEC DIS 27565', 'Zero & knowledge', { number: 40.2, style: 'stage' }],
    ],
    merges: ['A1:G1', 'F3:F5'],
  }

  test('shows what a person sees: dates as days or months, numbers with their digits, merged cells for each row', () => {
    expect(given(workbook([list]), 'list.xlsx')).toEqual([
      {
        designation: 'GB/T 22239-2019',
        titleZh: '基本要求',
        stageText: '60',
        stageSince: '2019-05-10',
        publishedOn: '2019-05',
        group: 'WG8',
      },
      {
        designation: 'GB/T 22240-2020',
        titleZh: '定级指南',
        stageText: '60',
        stageSince: '2020-06-18',
        group: 'WG8',
      },
      { designation: 'ISO/IEC DIS 27565', titleEn: 'Zero & knowledge', stageText: '40.20', group: 'WG8' },
    ])
  })

  test('counts days from 1904 where it says so', () => {
    const sheet = {
      name: 'a',
      rows: [
        ['标准号', '实施日期'],
        ['GB/T 1-2020', { number: 43595 - 1462, style: 'day' as const }],
      ],
    }
    expect(given(workbook([sheet], { date1904: true }), 'a.xlsx')).toEqual([
      { designation: 'GB/T 1-2020', effectiveOn: '2019-05-10' },
    ])
  })

  test('of several sheets gives the one with headings, and names the others', () => {
    const cover: Sheet = { name: '说明', rows: [['本表由秘书处整理'], ['联系人', '电话']] }
    const hidden: Sheet = { name: 'old', isHidden: true, rows: list.rows }
    const { reading, rows } = read(workbook([hidden, cover, list]), 'list.xlsx')
    expect(reading).toMatchObject({ sheet: '国标', otherSheets: ['说明', 'old'], headingLine: 2 })
    expect(reading.unreadLists).toEqual(['old'])
    expect(rows[0]?.place).toEqual({ sheet: '国标', line: 3 })
  })

  test('never gives a formula, but its value; an error or a formula without one is a fault at its cell', () => {
    const sheet: Sheet = {
      name: 'S',
      rows: [
        ['标准号', '标准名称', '状态'],
        [{ formula: 'CONCAT("GB/T ","1-2020")', value: 'GB/T 1-2020' }, '甲', '现行'],
        ['GB/T 2-2020', { formula: 'HYPERLINK("http://x","y")' }, '现行'],
        ['GB/T 3-2020', '乙', { error: '#REF!' }],
      ],
    }
    const file = workbook([sheet])
    expect(given(file, 's.xlsx')).toEqual([
      { designation: 'GB/T 1-2020', titleZh: '甲', status: 'published' },
    ])
    expect(told(file, 's.xlsx')).toEqual([
      expect.stringMatching(/^S!B3: .*formula without its value/),
      expect.stringMatching(/^S!C4: status shows “#REF!”/),
    ])
  })
})

describe('an archive that is no workbook of ours', () => {
  const heading = '<row r="1"><c r="A1" t="inlineStr"><is><t>标准号</t></is></c></row>'
  const withSheet = (sheet: string | Buffer, lie?: { unfolded?: number }) =>
    zip([
      ['xl/workbook.xml', '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ],
      ['xl/worksheets/sheet1.xml', sheet, lie ?? {}],
    ])

  test('a bomb that says how large it is', () => {
    const bomb = withSheet(Buffer.alloc(300 * 1024 * 1024, ' '))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(refusal(bomb, 'a.xlsx')).toEqual({ kind: 'bomb', why: 'size' })
    expect(refusal(withSheet(Buffer.alloc(50 * 1024 * 1024, ' ')), 'a.xlsx')).toEqual({
      kind: 'bomb',
      why: 'ratio',
    })
  })

  test('a bomb that lies is unfolded no further than it says', () => {
    const before = process.memoryUsage().rss
    const liar = withSheet(Buffer.alloc(300 * 1024 * 1024, ' '), { unfolded: 1_000 })
    const made = process.memoryUsage().rss
    expect(refusal(liar, 'a.xlsx')).toEqual({ kind: 'bomb', why: 'size' })
    expect(process.memoryUsage().rss - Math.max(before, made)).toBeLessThan(50 * 1024 * 1024)
  })

  test('thousands of entries', () => {
    const many = Array.from({ length: 2_001 }, (_, at): [string, string] => [`xl/${at}.xml`, ''])
    expect(refusal(zip(many), 'a.xlsx')).toEqual({ kind: 'bomb', why: 'entries' })
  })

  test('rows and columns that are made up are not followed', () => {
    const far = `<worksheet><sheetData>${heading}<row r="1048576000"><c r="A1048576000"><v>1</v></c></row></sheetData></worksheet>`
    expect(read(withSheet(far), 'a.xlsx').rows).toHaveLength(0)
    const wide = `<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`
    expect(refusal(withSheet(wide), 'a.xlsx')).toMatchObject({ kind: 'too-many-columns' })
  })

  test.each<[string, Buffer, object]>([
    ['a plain archive', zip([['a.txt', 'x']]), { kind: 'other-kind', what: 'zip' }],
    [
      'a workbook cut off',
      workbook([{ name: 'a', rows: [['标准号']] }]).subarray(0, 300),
      { kind: 'damaged' },
    ],
    ['a document of entities', withSheet('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), { kind: 'damaged' }],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { kind: 'other-kind', what: 'xls' }],
    ['a PDF', Buffer.from('%PDF-1.7'), { kind: 'other-kind', what: 'pdf' }],
  ])('%s', (_, bytes, expected) => {
    expect(refusal(bytes, 'a.xlsx')).toEqual(expected)
  })
})

describe('text in any encoding', () => {
  const text = '标准号,标准名称\r\nGB/T 43697—2024,数据分类分级规则\r\n'
  const wanted = [{ designation: 'GB/T 43697-2024', titleZh: '数据分类分级规则' }]
  /** The same in GBK, as Excel on Chinese Windows saves it. */
  const gbk = Buffer.from(
    'b1ead7bcbac52cb1ead7bcc3fbb3c60d0a47422f54203433363937a1aa323032342ccafdbeddb7d6c0e0b7d6bcb6b9e6d4f20d0a',
    'hex',
  )

  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['GBK', gbk],
    ['with its mark in a line above', Buffer.from(`sep=;\r\n${text.replaceAll(',', ';')}`)],
    ['with tabs', Buffer.from(text.replaceAll(',', '\t'))],
  ])('%s', (_, bytes) => {
    expect(given(bytes)).toEqual(wanted)
  })

  test('a broken place is told with its line', () => {
    const broken = Buffer.concat([
      Buffer.from(text),
      Buffer.from('数据').subarray(0, 4),
      Buffer.from('，数据安全技术\n'),
    ])
    expect(refusal(broken)).toEqual({ kind: 'not-text', line: 3 })
  })

  test('a quotation mark that is never closed, and one that stands inside a cell', () => {
    expect(refusal('标准号,标准名称\nGB/T 1-2020,"甲\n')).toMatchObject({ kind: 'damaged', line: 2 })
    expect(given('标准号,标准名称\nGB/T 1-2020,甲"乙"丙\n')).toEqual([
      { designation: 'GB/T 1-2020', titleZh: '甲"乙"丙' },
    ])
  })
})

describe('faults by row, with the nearest that may be meant', () => {
  const cases: [column: string, cell: string, words: string][] = [
    [
      '发布日期',
      '2024-02-30',
      'published on holds “2024-02-30”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2024-02-29?',
    ],
    [
      '发布日期',
      '2024/13/1',
      'published on holds “2024/13/1”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2024-01-13?',
    ],
    [
      '发布日期',
      '45366',
      'published on holds “45366”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2024-03-15?',
    ],
    [
      '发布日期',
      '24.3.5',
      'published on holds “24.3.5”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2024-03-05?',
    ],
    [
      '发布日期',
      '15/3/2024',
      'published on holds “15/3/2024”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2024-03-15?',
    ],
    [
      '发布日期',
      '01.03.2025',
      'published on holds “01.03.2025”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2025-03-01?',
    ],
    [
      '发布日期',
      '03.25.2025',
      'published on holds “03.25.2025”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2025-03-25?',
    ],
    [
      '发布日期',
      '03/04/2025',
      'published on holds “03/04/2025”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2025-04-03 or 2025-03-04?',
    ],
    [
      '发布日期',
      '03/25/2025',
      'published on holds “03/25/2025”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2025-03-25?',
    ],
    [
      '发布日期',
      '3/3/2025',
      'published on holds “3/3/2025”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2025-03-03?',
    ],
    [
      '目标日期',
      '03/04/2025',
      'target date holds “03/04/2025”; it should be a day, YYYY-MM-DD. Did you mean 2025-04-03 or 2025-03-04?',
    ],
    [
      '历史阶段',
      '30@03/04/2025',
      'earlier stages holds “30@03/04/2025”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2025-04-03 or 2025-03-04?',
    ],
    ['发布日期', '13.13.2025', 'published on holds “13.13.2025”; it should be YYYY, YYYY-MM or YYYY-MM-DD.'],
    ['发布日期', '去年', 'published on holds “去年”; it should be YYYY, YYYY-MM or YYYY-MM-DD.'],
    [
      '目标日期',
      '2024年2月',
      'target date holds “2024年2月”; it should be a day, YYYY-MM-DD. Did you mean 2024-02-29?',
    ],
    [
      '工作组',
      'WG88',
      'working group holds “WG88”; it should be the code or name of a group on record. Did you mean WG8?',
    ],
    [
      '牵头单位',
      'cesy',
      'lead organisation holds “cesy”; it should be the id or name of an organisation on record. Did you mean cesi?',
    ],
    [
      '采标',
      'identicl:ISO 27001',
      'twins abroad holds “identicl:ISO 27001”; it should be identical (IDT), modified (MOD), based-on (NEQ) or contributes-to, with the text’s designation. Did you mean identical?',
    ],
    [
      '链接',
      'javascript:alert(1)',
      'web address holds “javascript:alert(1)”; it should be a web address with http or https.',
    ],
    ['阶段体系', 'bg', 'stage system holds “bg”; it should be gb, iso, cen or ietf. Did you mean gb?'],
    [
      '主题',
      'Data Security',
      'topics holds “Data Security”; it should be an id: lower-case letters, digits, dot, dash, at most 64. Did you mean data-security?',
    ],
    [
      '历史阶段',
      '11@2020',
      'earlier stages holds “11@2020”; it should be a stage of its system. Did you mean 10?',
    ],
    ['快速程序', 'maybe', 'fast procedure holds “maybe”; it should be yes or no.'],
  ]
  test.each(cases)('%s %j', (column, cell, words) => {
    expect(told(`标准号,${column}\nGB/T 1-2020,"${cell}"\n`)).toEqual([`line 2: ${words}`])
  })

  test('digits alone, a row that has slipped, a cell that swallows the rows below it, a list without end', () => {
    expect(told('标准号,标准名称\n22239,甲\n')).toEqual([
      'line 2: designation “22239” may be several texts. Did you mean GB/T 22239?',
    ])
    expect(told('标准号,标准名称\nGB/T 1-2020,甲,乙\n')).toEqual([
      'line 2: “乙” stands beyond the last heading; the row has slipped.',
    ])
    expect(told(`标准号,标准名称\nGB/T 1-2020,"${'x'.repeat(20_001)}"\n`)[0]).toMatch(
      /has 20001 characters; at most 20000/,
    )
    const names = Array.from({ length: 101 }, (_, at) => `X ${at}`).join('|')
    expect(told(`标准号,别名\nGB/T 1-2020,${names}\n`)[0]).toMatch(/lists 101 entries; at most 100/)
  })

  test('a row with several faults tells them all, and the others are read', () => {
    const text = '标准号,发布日期,工作组\nGB/T 1-2020,x,y\nGB/T 2-2020,2020,WG8\n'
    expect(told(text)).toHaveLength(2)
    expect(given(text)).toEqual([{ designation: 'GB/T 2-2020', publishedOn: '2020', group: 'WG8' }])
  })
})

describe('what is no list', () => {
  test.each<[string, string, object]>([
    ['nothing', '\n \n', { kind: 'empty' }],
    ['no heading', 'a,b\n1,2\n', { kind: 'no-headings', sheets: [], near: [] }],
    [
      'a heading that is the beginning of one',
      '标准\nGB/T 1-2020\n',
      { kind: 'no-headings', near: [{ heading: '标准', meant: '标准号' }] },
    ],
    ['columns that count the rows', '序号,No.,#,Ｎｏ\n1,1,1,1\n', { kind: 'no-headings', near: [] }],
    [
      'a heading that is nearly one',
      '标淮号,名称\n',
      { kind: 'no-headings', near: [{ heading: '标淮号', meant: '标准号' }] },
    ],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toMatchObject(expected)
  })

  test('another kind of file by its name', () => {
    expect(refusal('x', 'list.docx')).toEqual({ kind: 'unknown-kind' })
  })

  test('more rows than one file may have, and more bytes', () => {
    const rows = (count: number) =>
      `标准号\n${Array.from({ length: count }, (_, at) => `GB/T ${at + 1}-2020`).join('\n')}`
    expect(refusal(rows(100_001))).toMatchObject({ kind: 'too-many-rows', most: 100_000 })
    const large = refusal(Buffer.alloc(65 * 1024 * 1024, 'a'))
    expect(large).toMatchObject({ kind: 'too-large' })
    if (typeof large === 'object')
      expect(refusalInWords(large, 'zh-CN')).toBe(
        '文件大小 65 `MB`，此处最多读取 64 `MB`。请分成几个文件：文件中没有的记录会保持不变。',
      )
  })

  test('fifty megabytes of one line, or of blanks, end soon and clearly', () => {
    expect(refusal(Buffer.alloc(50 * 1024 * 1024, 'a'))).toMatchObject({ kind: 'no-headings' })
    expect(refusal(Buffer.alloc(50 * 1024 * 1024, '\n'))).toMatchObject({ kind: 'empty' })
  }, 60_000)
})

test('Headings in any order, language and spelling give the same record', () => {
  const one = '标准号,标准名称,工作组\nGB/T 1-2020,甲,WG8\n'
  const other = 'Working Group, TITLE_ZH ,Designation（现行）\nWG8,甲,GBT1-2020\n'
  expect(given(other)).toEqual(given(one))
})
