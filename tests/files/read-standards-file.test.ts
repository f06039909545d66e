import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { stageSystem } from '../../src/domain/stage/system.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import { describeFileFaults } from '../../src/files/file-fault.ts'
import { readStandardsFile } from '../../src/files/read-standards-file.ts'
import { known } from './known-records.ts'

function told(text: string, format: 'yaml' | 'csv'): string {
  const result = readStandardsFile(text, format, known)
  return result.ok ? 'no fault' : describeFileFaults(result)
}

const full: Standard = {
  id: 'gbt-43697',
  designation: 'GB/T 43697-2024',
  otherNames: ['20230253-T-469', 'Data rules'],
  titles: { zh: '数据安全技术 数据分类分级规则', en: 'Rules for "data" classification' },
  stages: 'gb',
  stage: '60',
  stageSince: '2024-03-15',
  asOf: '2024',
  source: 'openstd.samr.gov.cn',
  targetOn: '2024-10-01',
  group: 'WG8',
  lead: 'cesi',
  effectiveOn: '2024-10',
  replaces: ['GB/T 1-2000'],
  twins: [{ designation: 'ISO/IEC 27001:2022', relation: 'identical' }],
  topics: ['data', 'grading'],
  url: 'https://openstd.samr.gov.cn/x',
  history: [
    { stage: '30', on: '2022-09' },
    { stage: '40', on: '2023' },
  ],
}

test('a YAML record with everything, in loose spellings', () => {
  const text = `standards:
  - id: gbt-43697
    designation: GBT43697—2024
    names: [20230253-t-469, "Data rules "]
    titleZh: 数据安全技术 数据分类分级规则
    titleEn: Rules for "data" classification
    stages: gb
    stage: "60"
    stageSince: 2024-03-15
    asOf: 2024
    source: openstd.samr.gov.cn
    targetOn: 2024-10-01
    group: WG8
    lead: cesi
    effectiveOn: 2024-10
    replaces: [《GB/T 1-2000》]
    twins: [{ designation: iso/iec 27001:2022, relation: identical }]
    topics: [data, grading]
    url: https://openstd.samr.gov.cn/x
    history: [{ stage: "30", on: 2022-09 }, { stage: "40", on: 2023 }]
`
  expect(readStandardsFile(text, 'yaml', known)).toEqual({ ok: true, value: [full] })
})

describe('the same record from a spreadsheet', () => {
  const headings =
    'id,标准号,别名,标准名称,英文名称,stages,阶段,Stage Since,截至,来源,target_on,工作组,牵头单位,实施日期,代替标准,对应国际标准,topics,URL,history'
  const cells = [
    'gbt-43697',
    'GBT 43697-2024',
    '20230253-T-469｜Data rules',
    '数据安全技术 数据分类分级规则',
    '"Rules for ""data"" classification"',
    'gb',
    '60',
    '2024/3/15',
    '2024',
    'openstd.samr.gov.cn',
    '2024年10月1日',
    'WG8',
    'cesi',
    '2024-10',
    'GB/T 1-2000',
    'identical:ISO/IEC 27001:2022',
    'data | grading',
    'https://openstd.samr.gov.cn/x',
    '30@2022-09|40@2023',
  ]
  test.each([
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\r'],
  ])('parted by %j and %j', (mark, end) => {
    const text = ['\ufeff', headings.replaceAll(',', mark), end, end, cells.join(mark), end].join('')
    expect(told(text, 'csv')).toBe('no fault')
    expect(readStandardsFile(text, 'csv', known)).toEqual({ ok: true, value: [full] })
  })

  test('blank rows and columns do not count, nor a row of blanks', () => {
    const text = `${headings},,\n${cells.join(',')},,\n,,,\n${','.repeat(20)}\n \n`
    expect(readStandardsFile(text, 'csv', known)).toEqual({ ok: true, value: [full] })
  })

  test('a heading alone is an empty list', () => {
    expect(readStandardsFile('id,designation,stages,stage,asOf,source\n', 'csv', known)).toEqual({
      ok: true,
      value: [],
    })
  })
})

describe('faults in CSV', () => {
  const head = 'id,designation,titleEn,stages,stage,asOf,source,group,lead,twins,history,url'
  const rows: [string, string, string][] = [
    [
      'a stage of the other system',
      'a,X 1,T,gb,40.20,2024,s,,,,,',
      'line 2, column 12: stage holds "40.20"; it should be a stage of GB/T 16733: 00, 10, 20, 30, 40, 50, 60, 90, 95',
    ],
    [
      'an ISO stage that is none',
      'a,X 1,T,iso,40.21,2024,s,,,,,',
      'line 2, column 13: stage holds "40.21"; it should be an ISO harmonized stage code such as 40.20 (did you mean 40.20?)',
    ],
    [
      'a stage that the spreadsheet cut',
      'a,X 1,T,iso,40.2,2024,s,,,,,',
      'line 2, column 13: stage holds "40.2"; it should be a stage code such as 30 or 40.20',
    ],
    [
      'no title',
      'a,X 1,,gb,30,2024,s,,,,,',
      'line 2, column 7: titleEn is missing: a standard needs titleZh, titleEn or both',
    ],
    [
      'an unknown group',
      'a,X 1,T,gb,30,2024,s,WG9,,,,',
      'line 2, column 22: group holds "WG9"; it should be the code of a group on record (did you mean WG8?)',
    ],
    [
      'an unknown lead',
      'a,X 1,T,gb,30,2024,s,,cesy,,,',
      'line 2, column 23: lead holds "cesy"; it should be the id of an organisation on record (did you mean cesi?)',
    ],
    [
      'a twin without relation',
      'a,X 1,T,gb,30,2024,s,,,ISO 27001,,',
      'line 2, column 24: twins[0].relation holds "ISO 27001"; it should be one of identical, modified, based-on, contributes-to',
    ],
    [
      'a twin with a wrong relation',
      'a,X 1,T,gb,30,2024,s,,,identicl:ISO 27001,,',
      'line 2, column 24: twins[0].relation holds "identicl"; it should be one of identical, modified, based-on, contributes-to (did you mean identical?)',
    ],
    [
      'a past stage without its day',
      'a,X 1,T,gb,30,2024,s,,,,10@2020|20,',
      'line 2, column 25: history[1].on holds "20"; it should be YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    [
      'a past stage that is none',
      'a,X 1,T,gb,30,2024,s,,,,11@2020,',
      'line 2, column 25: history[0].stage holds "11"; it should be a stage of GB/T 16733: 00, 10, 20, 30, 40, 50, 60, 90, 95',
    ],
    [
      'a date that no calendar has',
      'a,X 1,T,gb,30,2024/2/30,s,,,,,',
      'line 2, column 15: asOf holds "2024-02-30"; it should be YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    [
      'an address that is no web page',
      'a,X 1,T,gb,30,2024,s,,,,,javascript:alert(1)',
      'line 2, column 26: url holds "javascript:alert(1)"; it should be a web address with http or https',
    ],
    [
      'an empty cell that is needed',
      'a,,T,gb,30,2024,s,,,,,',
      'line 2, column 3: designation is missing; it should be text',
    ],
    [
      'too few cells',
      'a,X 1,T,gb',
      'line 2, column 1: the file has 4 cells in this row; it should have 12 like the heading row',
    ],
    [
      'too many cells',
      'a,X 1,T,gb,30,2024,s,,,,,,more',
      'line 2, column 27: the file has 13 cells in this row; it should have 12 like the heading row',
    ],
    [
      'an open quotation mark',
      'a,"X 1,T,gb',
      'line 2, column 3: the file has a quotation mark that is never closed, in this cell',
    ],
    [
      'text behind a quotation',
      'a,"X" 1,T,gb',
      'line 2, column 3: the file has something behind the closing quotation mark of this cell; write a quotation mark inside it twice, ""',
    ],
    [
      'a quotation mark inside',
      'a,X "1",T,gb',
      'line 2, column 3: the file has a quotation mark inside a cell that is not quoted; enclose the cell in quotation marks and write those inside it twice, ""',
    ],
    [
      'an id twice',
      'a,X 1,T,gb,30,2024,s,,,,,\nA,X 2,T,gb,30,2024,s,,,,,\na,X 3,T,gb,30,2024,s,,,,,',
      'line 3, column 1: id holds "A"; it should be an id: lower-case letters, digits, dot, dash, at most 64\nline 4, column 1: id holds "a", which is already used in line 2',
    ],
    [
      'a designation in two spellings',
      'a,GB/T 1-2020,T,gb,30,2024,s,,,,,\nb,gbt1—2020,T,gb,30,2024,s,,,,,',
      'line 3, column 3: designation holds "gbt1—2020", which is already used in line 2',
    ],
    [
      'a name in two cases',
      'a,Some rules,T,gb,30,2024,s,,,,,\nb,some  Rules,T,gb,30,2024,s,,,,,',
      'line 3, column 3: designation holds "some  Rules", which is already used in line 2',
    ],
    [
      'a fault behind lines in a cell and a wide character',
      'a,X 1,"T\n数据 🙂 ""x""",gb,31,2024,s,,,,,',
      'line 3, column 17: stage holds "31"; it should be a stage of GB/T 16733: 00, 10, 20, 30, 40, 50, 60, 90, 95',
    ],
  ]
  test.each(rows)('%s', (_, row, lines) => {
    expect(told(`${head}\n${row}\n`, 'csv')).toBe(lines)
  })

  const all =
    'id, designation, names, titleZh, titleEn, stages, stage, stageSince, asOf, source, targetOn, group, lead, effectiveOn, replaces, twins, topics, url, history'
  test.each([
    ['\n\n', 'line 1, column 1: the file is empty'],
    [
      'id,desination,stages,stage,asOf,source',
      'line 1, column 1: designation is missing; the heading row needs a column designation\nline 1, column 4: desination is not a column that is known here (did you mean designation?)',
    ],
    [
      'id,designation,stages,stage,asOf,source,colour\n',
      `line 1, column 41: colour is not a column that is known here; the columns are ${all}`,
    ],
    [
      'id,designation,标准号,stages,stage,asOf,source\n',
      'line 1, column 16: 标准号 is the same column as "designation"',
    ],
    [
      'standards: []',
      `line 1, column 1: standards: [] is not a column that is known here; the columns are ${all}`,
    ],
  ])('heading %j', (text, lines) => {
    expect(told(text, 'csv')).toBe(lines)
  })

  test('a missing column is told once, and the rows are still checked', () => {
    expect(
      told('id,designation,titleEn,stages,stage,asOf\na,X 1,T,gb,31,2024\nb,X 2,T,gb,30,24', 'csv'),
    ).toBe(
      [
        'line 1, column 1: source is missing; the heading row needs a column source',
        'line 2, column 12: stage holds "31"; it should be a stage of GB/T 16733: 00, 10, 20, 30, 40, 50, 60, 90, 95',
        'line 3, column 15: asOf holds "24"; it should be YYYY, YYYY-MM or YYYY-MM-DD',
      ].join('\n'),
    )
  })

  test('the rows before an open quotation mark are still checked', () => {
    expect(told(`${head}\na,X 1,T,gb,31,2024,s,,,,,\n"b,X 2\n`, 'csv').split('\n')).toEqual([
      expect.stringContaining('line 2, column 12: stage'),
      expect.stringContaining('line 3, column 1: the file has a quotation mark'),
    ])
  })

  test('a cell that swallows the rows below it, or is simply too long', () => {
    const long = 'x'.repeat(20_001)
    expect(told(`${head}\na,X 1,"${long}",gb,30,2024,s,,,,,\n`, 'csv')).toBe(
      'line 2, column 7: titleEn holds 20001 characters in one cell; it should have at most 20000: look for a quotation mark that is not closed, or is closed too late',
    )
    const open = `${head}\na,X 1,"T,gb,30,2024,s,,,,,\n${'b,X 2,T,gb,30,2024,s,,,,,\n'.repeat(1_000)}c,X 3,T",gb,30,2024,s,,,,,\n`
    expect(told(open, 'csv')).toMatch(/^line 2, column 7: titleEn holds 2\d{4} characters in one cell/)
  })

  test('a heading row with more columns than any table has', () => {
    const wide = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',')
    expect(told(`${wide}\n`, 'csv')).toBe(
      'line 1, column 1: the heading row has 100000 columns; at most 200 are read. Keep those that the README names',
    )
  })

  test('more rows than one file may have, at the first that is too many', () => {
    const row = (_: unknown, i: number) => `s-${i},X ${i},T,gb,30,2024,s,,,,,`
    const rows = (count: number) => [head, ...Array.from({ length: count }, row)].join('\n')
    const read = readStandardsFile(rows(20_000), 'csv', known)
    expect(read.ok && read.value.length).toBe(20_000)
    expect(told(rows(20_001), 'csv')).toBe(
      'line 20002, column 1: the file holds 20001 standards; it should have at most 20000; put those from here on into a second file: what a file does not have stays on record',
    )
  })

  test('a longer list than one record may have', () => {
    const topics = Array.from({ length: 101 }, (_, i) => `t-${i}`).join(', ')
    const text = `standards:\n  - { id: a, designation: X 1, titleEn: T, stages: gb, stage: "30", asOf: 2024, source: s, topics: [${topics}] }\n`
    expect(told(text, 'yaml')).toMatch(
      /^line 2, column \d+: standards\[0\]\.topics holds 101 entries in this list; it should have at most 100$/,
    )
  })

  test('a row of half a million cells is measured in one pass', () => {
    expect(told(`${head}\n${'a,'.repeat(500_000)}`, 'csv')).toBe(
      'line 2, column 25: the file has 500001 cells in this row; it should have 12 like the heading row',
    )
  })
})

describe('faults in YAML', () => {
  const record = 'designation: X 1, titleEn: T, stages: iso, asOf: 2024, source: s'
  test.each([
    [
      `{ id: a, ${record}, stage: 40.20 }`,
      'line 2, column 87: standards[0].stage holds the number 40.20; it should be text: put it in quotes, "40.20"',
    ],
    [
      `{ id: a, ${record}, stage: "40.20", titleDe: T }`,
      'line 2, column 96: standards[0].titleDe is not a key that is known here (did you mean titleZh?)',
    ],
    [
      `{ id: a, ${record}, stage: "40.20", history: [{ stage: "40" , on: 2020 }] }`,
      'line 2, column 115: standards[0].history[0].stage holds "40"; it should be an ISO harmonized stage code such as 40.20 (did you mean 40.00?)',
    ],
    [
      '[]',
      'line 2, column 5: standards[0] holds a list; it should be a map of keys and values, with at least id, designation, stages, stage, asOf, source',
    ],
  ])('%s', (text, line) => {
    expect(told(`standards:\n  - ${text}\n`, 'yaml')).toBe(line)
  })
})

test('a valid set of records reads the same from YAML and from CSV', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,12}$/)
  const title = fc
    .array(
      fc.constantFrom('数据', 'a', 'b c', '"', ',', ';', '\t', '\n', '|', "'", '#', ': ', '- ', '🙂', '1'),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((parts) => `x${parts.join('')}y`)
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  const partial = fc
    .tuple(day, fc.constantFrom(4, 7, 10))
    .map(([date, length]) => date.toISOString().slice(0, length))
  const stage = (stages: 'gb' | 'iso') => fc.constantFrom(...stageSystem(stages).codes)
  const record = fc.constantFrom('gb' as const, 'iso' as const).chain((stages) =>
    fc.record(
      {
        designation: word.map((text) => `GB/T ${text}`),
        stages: fc.constant(stages),
        stage: stage(stages),
        asOf: partial,
        source: title,
        titleZh: title,
        titleEn: title,
        names: fc.array(word, { minLength: 1, maxLength: 3 }),
        stageSince: partial,
        group: fc.constantFrom('WG8', 'SWG-ETS'),
        lead: fc.constant('cesi'),
        topics: fc.array(word, { minLength: 1, maxLength: 3 }),
        twins: fc.array(
          fc.record({
            designation: word.map((text) => `ISO/IEC ${text}:2022`),
            relation: fc.constantFrom('identical', 'modified', 'based-on', 'contributes-to'),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        history: fc.array(fc.record({ stage: stage(stages), on: partial }), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['designation', 'stages', 'stage', 'asOf', 'source', 'titleZh'] },
    ),
  )
  const records = fc
    .uniqueArray(record, { selector: ({ designation }) => designation.toUpperCase(), maxLength: 6 })
    .map((all) => all.map((one, index) => ({ id: `s${index}`, ...one })))
  const shape = fc.record({ mark: fc.constantFrom(',', ';', '\t'), end: fc.constantFrom('\n', '\r\n') })
  fc.assert(
    fc.property(records, shape, (all, { mark, end }) => {
      const fromYaml = readStandardsFile(stringify({ standards: all }), 'yaml', known)
      const fromCsv = readStandardsFile(csvOf(all, mark, end), 'csv', known)
      expect(fromYaml).toMatchObject({ ok: true })
      expect(fromCsv).toEqual(fromYaml)
    }),
  )
})

type Written = {
  names?: string[]
  topics?: string[]
  twins?: { designation: string; relation: string }[]
  history?: { stage: string; on: string }[]
}

function csvOf(records: Written[], mark: string, end: string): string {
  const flat: Record<string, unknown>[] = records.map((record) => ({
    ...record,
    names: record.names?.join('|'),
    topics: record.topics?.join(' | '),
    twins: record.twins?.map(({ relation, designation }) => `${relation}:${designation}`).join('|'),
    history: record.history?.map(({ stage, on }) => `${stage}@${on}`).join('|'),
  }))
  const keys = [
    ...new Set(['id', 'designation', 'stages', 'stage', 'asOf', 'source', ...flat.flatMap(Object.keys)]),
  ]
  const quoted = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`
  return [keys.join(mark), ...flat.map((row) => keys.map((key) => quoted(row[key])).join(mark))].join(end)
}
