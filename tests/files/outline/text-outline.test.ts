import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasTypedLabel } from '../../../src/files/outline/typed-label.ts'
import { outlined, refused, shown } from './outlined.ts'

const read = (text: string) => shown(outlined(text, 'plan.txt'))

describe('lines are paragraphs', () => {
  test.each<[string, string, string[]]>([
    [
      'with the labels that were typed',
      '一、总体要求\n（一）加快研制\n1. 推进\n',
      ['1 一、总体要求', '2 （一）加快研制', '3 1. 推进'],
    ],
    ['however lines end', '甲\r\n乙\r丙\n\n丁', ['1 甲', '2 乙', '3 丙', '5 丁']],
    [
      'with blanks evened',
      '　　加快　研制\t标准 \n\u200b\ufeff\n\u00a0SC\u00a0 27',
      ['1 加快 研制 标准', '3 SC 27'],
    ],
    [
      'long as they are, where they were not broken at a column',
      `${'加快研制关键信息基础设施安全标准。'.repeat(6)}\n${'推进标准宣贯'.repeat(5)}\n完善机制`,
      [`1 ${'加快研制关键信息基础设施安全标准。'.repeat(6)}`, `2 ${'推进标准宣贯'.repeat(5)}`, '3 完善机制'],
    ],
    [
      'each a sentence, the longest too',
      `${'加快研制安全标准'.repeat(4)}。\n完善标准体系。\n推进国际标准化。`,
      [`1 ${'加快研制安全标准'.repeat(4)}。`, '2 完善标准体系。', '3 推进国际标准化。'],
    ],
    [
      'a long title and who signed it',
      `全国网络安全标准化技术委员会二〇二六年度工作要点（征求意见稿）\n秘书处\n\n一、总体要求`,
      ['1 全国网络安全标准化技术委员会二〇二六年度工作要点（征求意见稿）', '2 秘书处', '4 一、总体要求'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('lines that were broken at a column are put together', () => {
  test('Chinese ones without a blank', () => {
    const text = [
      '    一、加快标准研制',
      '',
      '（一）加快关键信息基础设施安全、数据安全、个人信息保护等领域标准的制',
      '修订，推进生成式人工智能安全标准的研究，组织开展标准验证试点，适时发',
      '布技术文件。',
      '（二）推进国际标准化工作。',
    ].join('\n')
    expect(read(text)).toEqual([
      '1 一、加快标准研制',
      '3 （一）加快关键信息基础设施安全、数据安全、个人信息保护等领域标准的制修订，推进生成式人工智能安全标准的研究，组织开展标准验证试点，适时发布技术文件。',
      '6 （二）推进国际标准化工作。',
    ])
  })

  test('English ones with a blank, behind a hyphen without', () => {
    const text = [
      'Annual Key Working Points 2026',
      '',
      'The committee speeds up the revision of urgently needed standards, and',
      'in particular those on critical information infrastructure. It studies',
      'the security of generative artificial intelligence and of post-quantum-',
      'cryptography.',
      '',
      '1. Bring the proposals on artificial intelligence and quantum to their',
      '   approval.',
      '2. Publish the roadmap.',
      'Short line',
      'Another',
    ].join('\n')
    expect(read(text)).toEqual([
      '1 Annual Key Working Points 2026',
      '3 The committee speeds up the revision of urgently needed standards, and in particular those on critical information infrastructure. It studies the security of generative artificial intelligence and of post-quantum-cryptography.',
      '8 1. Bring the proposals on artificial intelligence and quantum to their approval.',
      '10 2. Publish the roadmap.',
      '11 Short line',
      '12 Another',
    ])
  })

  test('but not where a blank line, an indent or a label begins something', () => {
    const long = '加快关键信息基础设施安全数据安全个人信息保护等领域标准的制'
    expect(read(`${long}\n${long.slice(1)}。\n\n${long}\n　　${long.slice(2)}\n• ${long.slice(1)}`)).toEqual([
      `1 ${long}${long.slice(1)}。`,
      `4 ${long}`,
      `5 ${long.slice(2)}`,
      `6 • ${long.slice(1)}`,
    ])
  })
})

test.each([
  ...[
    '一、',
    '十一、甲',
    '（一）甲',
    '(一) 甲',
    '一）甲',
    '第一章 总则',
    '第 3 条',
    '1. a',
    '1.甲',
    '12、甲',
    '1) a',
    '1．甲',
    '（1）甲',
  ],
  ...[
    '(1) a',
    '(a) b',
    '(iv) b',
    'a) b',
    'A. b',
    'iv) b',
    '①甲',
    '⑴甲',
    '㈠甲',
    '- a',
    '– a',
    '* a',
    '• a',
    '·甲',
    '■ 甲',
    '——甲',
  ],
  ...['1.2 甲', '1.2.3 a', '2.1加快', 'Area 1: a', 'Part II', '附件1', '附件：', '## a', '  一、甲'],
])('%j begins with a label', (line) => {
  expect(hasTypedLabel(line)).toBe(true)
})

test.each([
  ...[
    '一是加快',
    '一方面',
    '2026年',
    '2026. The',
    '3.5% of',
    '1.5 万人',
    '-1',
    'a b',
    'I am',
    'e.g. a',
    'Partly',
    '十项标准',
  ],
  ...['第一，', '（2026年', '100 standards', 'SC 27', '(see below)', '*a*', '人工智能、数据', '附件管理', ''],
])('%j does not', (line) => {
  expect(hasTypedLabel(line)).toBe(false)
})

const bare = (text: string) => text.replace(/\s|\p{Cf}|\u0085/gu, '')

test('whatever the text, nothing of it is lost and nothing made up', () => {
  const printable = fc
    .string({ unit: 'binary' })
    .map((text) => text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, ''))
  const piece = fc.oneof(
    printable,
    fc.constantFrom(
      '\n',
      '\n\n',
      '\r\n',
      '　　',
      '一、',
      '（一）',
      '- ',
      '。',
      '1. ',
      '加快研制安全标准推进数据安全'.repeat(2),
    ),
    fc.lorem({ maxCount: 12 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      fc.pre(
        bare(text) !== '' &&
          !/^\s*(?:<!doctype|<html)/i.test(text) &&
          !/^(?:BM|GIF8|%PDF|\{\\rt|PK|Rar!|7z)/.test(text),
      )
      const { paragraphs } = outlined(text, 'plan.txt')
      expect(paragraphs.map((one) => bare(one.text)).join('')).toBe(bare(text))
      for (const one of paragraphs) expect(one.text).toBe(one.text.trim().replace(/\s+/g, ' '))
      const places = paragraphs.map(({ place }) => place.number)
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    }),
  )
})

describe('a text', () => {
  test('may be in the encodings of Chinese Windows', () => {
    const gb = Buffer.from('d2bba1a2d7dccce5d2aac7f3', 'hex')
    expect(shown(outlined(gb, '要点.txt'))).toEqual(['1 一、总体要求'])
    const utf16 = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from('一、总体要求', 'utf16le')])
    expect(shown(outlined(utf16, '要点.txt'))).toEqual(['1 一、总体要求'])
  })

  test('of ten megabytes is read soon, be it of one line or of many', () => {
    const line = '加快关键信息基础设施安全、数据安全、个人信息保护等领域标准的制修订工作\n'
    const started = performance.now()
    const lines = outlined(line.repeat(100_000), 'plan.txt').paragraphs
    expect(lines).toHaveLength(1)
    expect(outlined('一、甲\n'.repeat(300_000), 'plan.txt').paragraphs).toHaveLength(300_000)
    expect(outlined(line.trim().repeat(100_000), 'plan.txt').paragraphs).toHaveLength(1)
    expect(
      outlined(`a${' '.repeat(2_000_000)}b${'\u3000'.repeat(1_000_000)}c`, 'plan.txt').paragraphs,
    ).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

const bytes = (hex: string) => Buffer.from(`${hex}${'00'.repeat(32)}`, 'hex')

test.each<[string, string | Uint8Array, string, object]>([
  ['an empty file', '', 'plan.txt', { kind: 'empty' }],
  ['an empty document', '', 'plan.docx', { kind: 'empty' }],
  ['blanks', ' \n\u3000\u200b\n', 'plan.txt', { kind: 'empty' }],
  ['bytes that are no text', bytes('0001fe80'), 'plan.txt', { kind: 'not-text' }],
  [
    'a broken place',
    Buffer.concat([Buffer.from('一二三\n四五'), Buffer.from('ff', 'hex')]),
    'plan.txt',
    { kind: 'not-text', line: 2 },
  ],
  ['an old document', bytes('d0cf11e0a1b11ae1'), 'plan.doc', { kind: 'other-kind', what: 'doc' }],
  ['a document with a password', bytes('d0cf11e0a1b11ae1'), 'plan.docx', { kind: 'other-kind', what: 'doc' }],
  ['an old workbook', bytes('d0cf11e0a1b11ae1'), 'plan.xls', { kind: 'other-kind', what: 'xls' }],
  ['a PDF', '%PDF-1.7\n', 'plan.txt', { kind: 'other-kind', what: 'pdf' }],
  ['rich text', '{\\rtf1 a}', 'plan.doc', { kind: 'other-kind', what: 'rtf' }],
  ['a PNG', bytes('89504e470d0a1a0a'), 'plan.png', { kind: 'other-kind', what: 'image' }],
  ['a JPEG', bytes('ffd8ffe0'), 'plan.docx', { kind: 'other-kind', what: 'image' }],
  ['a WebP', bytes('524946460000000057454250'), 'plan', { kind: 'other-kind', what: 'image' }],
  ['a packed file', bytes('1f8b08'), 'plan.txt.gz', { kind: 'other-kind', what: 'gzip' }],
  ['a text that is called a document', '一、总体要求', 'plan.docx', { kind: 'damaged' }],
  ['a text of another kind', 'a: 1', 'plan.yaml', { kind: 'unknown-kind' }],
  [
    'seventeen megabytes of text',
    Buffer.alloc(17 * 1024 * 1024, 'a'),
    'plan.txt',
    { kind: 'too-large', size: 17 * 1024 * 1024, most: 16 * 1024 * 1024 },
  ],
  [
    'whatever has more than sixty-four megabytes',
    Buffer.alloc(65 * 1024 * 1024),
    'plan.docx',
    { kind: 'too-large', size: 65 * 1024 * 1024, most: 64 * 1024 * 1024 },
  ],
])('refused: %s', (_, content, name, expected) => {
  expect(refused(content, name)).toEqual(expected)
})

test.each(['plan', '2026.工作要点', 'plan.TXT', 'plan.text'])('a text called %s is plain', (name) => {
  expect(shown(outlined('# 一', name))).toEqual(['1 # 一'])
})

test('no bytes make it fall over, whatever they are called', () => {
  const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a.xlsx', 'a.csv', 'a', 'a.doc')
  const start = fc.constantFrom('', '504b0304', '504b0506', 'd0cf11e0', 'efbbbf', 'fffe', '3c68746d6c3e')
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 200 }), name, (hex, rest, called) => {
      const why = refused(Buffer.concat([Buffer.from(hex, 'hex'), rest]), called)
      expect(why === 'read' || typeof why.kind === 'string').toBe(true)
    }),
  )
})
