import { describe, expect, test } from 'vitest'
import { documentRefusalInWords } from '../../../src/views/import-words.ts'
import { workbook, zip } from '../workbook.ts'
import { outlined, refused, shown } from './outlined.ts'

const read = (csv: string) => shown(outlined(csv, 'plan.csv'))

test.each<[string, string, string[]]>([
  [
    'areas, points and their numbers',
    '序号,领域,工作要点,责任单位\n1,体系,完善标准体系,秘书处\n2,,研究新技术,WG1\n3,研制,"加快\n研制",WG8\n',
    [
      '2 h1 体系',
      '2 [1 1] 完善标准体系 <秘书处>',
      '3 [1 2] 研究新技术 <WG1>',
      '4 h1 研制',
      '4 [1 3] 加快研制 <WG8>',
    ],
  ],
  [
    'in English, without numbers',
    'Area;Key points\nSystem;Improve it\nSystem;Study\n',
    ['2 h1 System', '2 [1 ] Improve it', '3 [1 ] Study'],
  ],
  [
    'with titles above and remarks below',
    '全国网络安全标准化技术委员会2026年工作要点,,\n,2026年3月,\n类别（方面）,任务,No.\n体系,完善,一\n注：以实际为准,,\n',
    [
      '1 全国网络安全标准化技术委员会2026年工作要点',
      '2 2026年3月',
      '4 h1 体系',
      '4 [1 一] 完善',
      '5 注：以实际为准',
    ],
  ],
  [
    'with a number for each area alone',
    '序号,领域,要点\n一,体系,完善\n,,研究\n二,宣贯,培训\n,,走访\n',
    ['2 h1 体系', '2 [1 ] 完善', '3 [1 ] 研究', '4 h1 宣贯', '4 [1 ] 培训', '5 [1 ] 走访'],
  ],
  [
    'with totals, and with a row that has neither an area nor a point',
    '序号,领域,要点,牵头\n1,体系,完善,WG1\n,,,WG2\n2,宣贯,培训,WG1\n,,合计3项,\n,合计,2,\n',
    [
      '2 h1 体系',
      '2 [1 1] 完善 <WG1>',
      '3 | WG2',
      '4 h1 宣贯',
      '4 [1 2] 培训 <WG1>',
      '5 | 合计3项',
      '6 | 合计 2',
    ],
  ],
  [
    'with rows for the areas alone',
    '领域,任务\n体系,\n,完善\n,研究\n宣贯,\n,培训\n',
    ['2 h1 体系', '3 [1 ] 完善', '4 [1 ] 研究', '5 h1 宣贯', '6 [1 ] 培训'],
  ],
  [
    'with its heading row again',
    '领域,任务\n体系,完善\n领域,任务\n体系,研究\n',
    ['2 h1 体系', '2 [1 ] 完善', '4 [1 ] 研究'],
  ],
  [
    'with key tasks and their particular ones',
    '重点任务,具体任务\n体系,完善\n,研究\n',
    ['2 h1 体系', '2 [1 ] 完善', '3 [1 ] 研究'],
  ],
  [
    'with the longer of two columns for points',
    '领域,任务,工作\n体系,完善,完善\n',
    ['2 h1 体系', '2 [1 ] 完善'],
  ],
  [
    'with tasks, and what is done for each, in its areas',
    '序号,领域,任务,工作内容\n1,体系,完善,完善标准体系\n2,,研究,研究新技术\n',
    ['2 h1 体系', '2 h2 完善', '2 [1 ] 完善标准体系', '3 h2 研究', '3 [1 ] 研究新技术'],
  ],
  [
    'with tasks, and what is done for each, without areas',
    '序号,重点任务,具体举措,牵头\n1,（一）体系,"1.修订框架；\n2.完善目录。",WG8\n2,（二）国际,提交提案。申办会议。,SG1\n3,（三）推广,1.举办培训。,WG1\n4,宣贯培训,,秘书处\n合计,3项,,\n',
    [
      '2 [1 （一）] 体系',
      '2 [2 1.] 修订框架； <WG8>',
      '2 [2 2.] 完善目录。 <WG8>',
      '4 [1 （二）] 国际',
      '4 [2 ] 提交提案。 <SG1>',
      '4 [2 ] 申办会议。 <SG1>',
      '5 [1 （三）] 推广',
      '5 [2 1.] 举办培训。 <WG1>',
      '6 [1 ] 宣贯培训 <秘书处>',
      '7 | 合计 3项',
    ],
  ],
  [
    'with short words for what is done, which no column tells to be such',
    '重点任务,年度任务\n体系,完善\n体系,研究\n',
    ['2 h1 体系', '2 [1 ] 完善', '3 [1 ] 研究'],
  ],
  [
    'with who does it and by when, in columns of many names',
    '领域,任务,牵头单位,责任人,完成时限\n体系,完善,WG8,示例清荷,6月底前\n,研究,,,\n宣贯,培训,秘书处,,2026年6月\n',
    [
      '2 h1 体系',
      '2 [1 ] 完善 <WG8; 示例清荷> (6月底前)',
      '3 [1 ] 研究',
      '4 h1 宣贯',
      '4 [1 ] 培训 <秘书处> (2026年6月)',
    ],
  ],
  [
    'with who does it and by when, in English',
    'Area,Action,Owner,Target date\nSystem,Improve it,WG 9,Q2\nRules,Write them,WG 1,2026-09-30\n',
    ['2 h1 System', '2 [1 ] Improve it <WG 9> (Q2)', '3 h1 Rules', '3 [1 ] Write them <WG 1> (2026-09-30)'],
  ],
  [
    'with headings within its areas',
    '领域,重点任务,具体任务\n体系,框架,完善\n体系,框架,研究\n体系,目录,编制\n宣贯,培训,举办\n宣贯,培训,走访\n',
    [
      '2 h1 体系',
      '2 h2 框架',
      '2 [1 ] 完善',
      '3 [1 ] 研究',
      '4 h2 目录',
      '4 [1 ] 编制',
      '5 h1 宣贯',
      '5 h2 培训',
      '5 [1 ] 举办',
      '6 [1 ] 走访',
    ],
  ],
])('a table %s', (_, csv, expected) => {
  expect(read(csv)).toEqual(expected)
})

test('tells the columns that tell nothing of a point', () => {
  const outline = outlined('领域,任务,责任单位,备注,经费\n体系,完善,WG8,甲,1\n宣贯,培训,WG1,,2\n', 'plan.csv')
  expect(outline.leftColumns).toEqual(['备注', '经费'])
  expect(outlined('领域,任务,责任单位\n体系,完善,WG8\n', 'plan.csv')).not.toHaveProperty('leftColumns')
})

describe('a workbook', () => {
  test('has the days of its cells, and one point where its cell goes over several rows', () => {
    const bytes = workbook([
      {
        name: '要点',
        rows: [
          ['领域', '任务', '责任单位', '完成时间'],
          ['体系', '完善', 'WG8', '2026-06-30'],
          ['体系', undefined, 'WG9', '2026-06-30'],
        ],
        merges: ['B2:B3'],
      },
    ])
    expect(shown(outlined(bytes, 'plan.xlsx'))).toEqual(['2 h1 体系', '2 [1 ] 完善 <WG8; WG9> (2026-06-30)'])
  })

  test('has its sheets in their order, merged cells counted for each row', () => {
    const bytes = workbook([
      { name: '说明', rows: [['填写说明']] },
      {
        name: '要点',
        rows: [
          ['2026年工作要点'],
          ['序号', '领域', '工作要点'],
          [1, '体系', '完善'],
          [2, undefined, '研究'],
          [3, '宣贯', '培训'],
        ],
        merges: ['A1:C1', 'B3:B4'],
      },
      {
        name: 'More',
        rows: [
          ['area', 'task'],
          ['Rules', 'Write'],
        ],
      },
    ])
    const outline = outlined(bytes, 'plan.xlsx')
    expect(shown(outline)).toEqual([
      '1 2026年工作要点',
      '3 h1 体系',
      '3 [1 1] 完善',
      '4 [1 2] 研究',
      '5 h1 宣贯',
      '5 [1 3] 培训',
      '2 h1 Rules',
      '2 [1 ] Write',
    ])
    expect(outline.paragraphs.map(({ place }) => `${place.unit} ${place.sheet}`)).toEqual([
      ...Array(6).fill('row 要点'),
      ...Array(2).fill('row More'),
    ])
  })

  test('is told by what is in it, whatever it is called', () => {
    const bytes = workbook([
      {
        name: 'a',
        rows: [
          ['area', 'task'],
          ['Rules', 'Write'],
        ],
      },
    ])
    expect(shown(outlined(bytes, 'plan.txt'))).toEqual(['2 h1 Rules', '2 [1 ] Write'])
  })
})

describe('is refused', () => {
  test.each<[string, string, object]>([
    ['without a column for areas', '序号,工作要点\n1,完善\n', { kind: 'no-headings', near: [] }],
    ['without one for points', '领域,责任单位\n体系,秘书处\n', { kind: 'no-headings' }],
    [
      'with a slip in a heading',
      '领城范围,工作耍点\n体系,完善\n',
      { kind: 'no-headings', near: [{ heading: '工作耍点', meant: '工作要点' }] },
    ],
    ['with headings alone', '领域,任务\n', { kind: 'empty' }],
    ['empty', ' \n', { kind: 'empty' }],
  ])('a table %s', (_, csv, expected) => {
    expect(refused(csv, 'plan.csv')).toMatchObject(expected)
  })

  test('a workbook none of whose sheets is a plan, with their names', () => {
    expect(refused(workbook([{ name: '甲', rows: [['a']] }]), 'plan.xlsx')).toMatchObject({
      kind: 'no-headings',
      sheets: ['甲'],
    })
    expect(refused(workbook([{ name: '甲', rows: [] }]), 'plan.xlsx')).toEqual({ kind: 'empty' })
  })

  test.each<[string, [string, string][], string]>([
    ['an archive of anything', [['a.txt', 'a']], 'zip'],
    [
      'an OpenDocument text',
      [
        ['mimetype', 'application/vnd.oasis.opendocument.text'],
        ['content.xml', '<a/>'],
      ],
      'odt',
    ],
    ['an OpenDocument spreadsheet', [['mimetype', 'application/vnd.oasis.opendocument.spreadsheet']], 'ods'],
    ['slides', [['ppt/presentation.xml', '<a/>']], 'zip'],
  ])('%s', (_, entries, what) => {
    expect(refused(zip(entries), 'plan.zip')).toEqual({ kind: 'other-kind', what })
  })
})

test('a refusal says what is read, and what is looked for', () => {
  const words = (content: string | Buffer, name: string, language: 'en' | 'zh-CN') => {
    const why = refused(content, name)
    return why === 'read' ? why : documentRefusalInWords(why, language)
  }
  expect(words('领域\n', 'a.csv', 'en')).toContain('a table needs a column for areas (such as `领域`, `类别`')
  expect(words('领域\n', 'a.csv', 'zh-CN')).toContain('需要有一列为领域（如 `领域`')
  expect(words('a', 'a.yaml', 'en')).toContain('I read plans as `.docx`, `.txt`, `.md`')
  expect(words('%PDF-1.7', 'a.pdf', 'en')).toBe(
    'That is a PDF. Save the plan as `.docx`, or paste its text into a `.txt` file.',
  )
  expect(words('', 'a.txt', 'en')).toBe('The file is empty.')
})
