import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outline, Paragraph } from '../../../../src/domain/plan/reading/outline.ts'
import { readPlan } from '../../../../src/domain/plan/reading/read-plan.ts'
import { outlineOf, treeRead } from './outline-of.ts'

type Branch = { text: string; below: Branch[] }
type Level = (count: number) => string

const hanDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const han = (count: number) =>
  count < 10
    ? (hanDigits[count] ?? '')
    : `${count < 20 ? '' : hanDigits[Math.floor(count / 10)]}十${hanDigits[count % 10]}`
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const letter = (count: number) => String.fromCharCode(96 + count)

/** Labels for areas, for points, and for what stands below them. */
const styles: { zh: Level[][]; en: Level[][] } = {
  zh: [
    [(n) => `${han(n)}、`, (n) => `（${han(n)}）`, (n) => `${n}. `],
    [(n) => `${han(n)}. `, (n) => `${n}、`, (n) => `(${n}) `],
    [(n) => `第${han(n)}部分 `, (n) => `${han(n)}、`, (n) => `(${han(n)})`],
    [(n) => `${n}．`, (n) => `（${n}）`, () => '• '],
    [() => '## ', (n) => `${n}. `, () => '- '],
    [() => '## ', (n) => `（${han(n)}）`, (n) => `${n}) `],
    [() => '● ', () => '○ ', () => '▪ '],
    [(n) => `## ${han(n)}、`, (n) => `### （${han(n)}）`, (n) => `${n}. `],
    [() => '', () => '• ', () => '◦ '],
    [(n) => `[1 ${han(n)}、] `, (n) => `[2 （${han(n)}）] `, (n) => `[3 ${n}.] `],
  ],
  en: [
    [(n) => `${n}. `, (n) => `${letter(n)}) `, () => '- '],
    [(n) => `Area ${n}: `, (n) => `${n}. `, (n) => `(${n}) `],
    [(n) => `Part ${roman[n - 1]} – `, (n) => `(${n}) `, () => '• '],
    [() => '## ', () => '* ', () => '- '],
    [() => '### ', () => '#### ', () => '• '],
    [() => '', () => '- ', () => '• '],
    [() => '', (n) => `${n}. `, () => '• '],
    [() => '[1 •] ', () => '[2 •] ', () => '[3 •] '],
    [(n) => `[1 ${n}.] `, (n) => `[2 ${n}.] `, (n) => `[3 ${n}.] `],
    [() => '## ', () => '[1 ] ', () => '[2 ] '],
  ],
}

const words = {
  zh: ['研制数据标准', '开展应用研究', '组织宣贯活动', '完善制度体系', '加强国际交流', '修订测试方法'],
  en: [
    'Draft a data standard',
    'Study the market',
    'Hold seminars',
    'Improve the rules',
    'Meet other bodies',
  ],
}

const branches = (language: 'zh' | 'en', depth: number): fc.Arbitrary<Branch[]> =>
  fc.array(
    fc.record({
      text: fc.constantFrom(...words[language]),
      below:
        depth === 0
          ? fc.constant<Branch[]>([])
          : fc.oneof({ weight: 3, arbitrary: fc.constant<Branch[]>([]) }, branches(language, depth - 1)),
    }),
    { minLength: 1, maxLength: 7 },
  )

const areasOf = (language: 'zh' | 'en', depth: number) =>
  fc.array(fc.record({ text: fc.constantFrom(...words[language]), below: branches(language, depth) }), {
    minLength: 2,
    maxLength: 9,
  })

function rendered(nodes: readonly Branch[], levels: readonly Level[]): string[] {
  const [level = () => '', ...below] = levels
  return nodes.flatMap((node, at) => [`${level(at + 1)}${node.text}`, ...rendered(node.below, below)])
}

/** What `treeRead` shows of the tree, without labels; of bullets, those with steps are points as those without are. */
function expected(areas: readonly Branch[], [, level = () => '']: readonly Level[]): string {
  const isBulleted = /[•○◦*-]\]? $/.test(level(1))
  const pointsOf = (nodes: readonly Branch[], prefix: string, under: string | undefined): string[] => {
    const arePoints = isBulleted && nodes.some(({ below }) => below.length === 0)
    return nodes.flatMap((node, at) => {
      const number = `${prefix}.${at + 1}`
      const point = `${number} ${under === undefined ? '' : `<${under}> `}${node.text}`
      if (node.below.length === 0) return [point]
      return arePoints
        ? [point, ...pointsOf(node.below, number, under)]
        : pointsOf(node.below, number, node.text)
    })
  }
  return areas
    .flatMap((area, at) => [`${at + 1} ${area.text}`, ...pointsOf(area.below, `${at + 1}`, undefined)])
    .join('\n')
}

function read(lines: readonly string[]): string {
  const reading = readPlan(outlineOf(lines.join('\n')), {})
  if (!reading.ok) return reading.refusal.kind
  const areas = reading.plan.areas.map((area) => ({
    ...area,
    points: area.points.map(({ label: _, ...point }) => point),
  }))
  return treeRead({ ...reading, plan: { ...reading.plan, areas } })
}

test.each([
  ['zh', '玩具标准化技术委员会2025年度工作要点', styles.zh],
  ['en', 'Work plan of the toy committee for 2025', styles.en],
] as const)('reads back every tree that is printed in a usual style (%s)', (language, title, usual) => {
  fc.assert(
    fc.property(areasOf(language, 1), fc.constantFrom(...usual), (areas, levels) => {
      expect(read([title, ...rendered(areas, levels)])).toBe(expected(areas, levels))
    }),
    { numRuns: 400 },
  )
})

const anyLine = fc
  .tuple(
    fc.constantFrom(
      '',
      '一、',
      '（二）',
      '1. ',
      '2) ',
      '• ',
      '- ',
      '## ',
      '# ',
      'a) ',
      'Part I ',
      '[1 •] ',
      '[2 1.] ',
      '2.1 ',
    ),
    fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        ...words.zh,
        ...words.en,
        '研制标准。其中两项年内完成。做好宣传。',
        'Draft one. These include two, e.g. three. Draft four.',
        '2025年3月20日',
        '附件',
        '某某委员会秘书处',
        'Related news',
        '重点如下：',
        '',
      ),
    ),
  )
  .map(([label, text]) => `${label}${text}`.replace(/\s+/g, ' '))

const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')

test('loses no paragraph and invents none, and never throws', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 25 }), (lines) => {
      const outline = outlineOf(lines.join('\n'))
      const reading = readPlan(outline, { year: 2025 })
      if (!reading.ok) return
      const { plan, left } = reading
      const said = letters(
        [
          plan.title,
          ...plan.areas.flatMap(({ title, points }) => [
            title,
            ...points.flatMap(({ under = '', text }, at) => [
              points[at - 1]?.under === under ? '' : under,
              text,
            ]),
          ]),
        ].join(''),
      )
      const isLeft = new Set(left)
      for (const { text, place } of outline.paragraphs) {
        if (!isLeft.has(place)) expect(isSaid(letters(text), said)).toBe(true)
      }
      const whole = letters(
        outline.paragraphs.flatMap(({ text, place }) => (isLeft.has(place) ? [] : [text])).join(''),
      )
      for (const { title, points } of plan.areas)
        for (const text of [title, ...points.map((point) => point.text)])
          expect(whole).toContain(letters(text))
    }),
    { numRuns: 2_000 },
  )
})

/** Whether a paragraph is said, be it without what may be its label. */
function isSaid(text: string, said: string): boolean {
  return [0, 1, 2, 3, 4, 5, 6].some((start) => said.includes(text.slice(start)))
}

test('never throws, whatever the paragraphs', () => {
  const paragraph: fc.Arbitrary<Paragraph> = fc.record(
    {
      text: fc.string({ unit: 'binary', maxLength: 60 }),
      place: fc.record({ unit: fc.constant('row' as const), number: fc.nat() }),
      heading: fc.integer({ min: 1, max: 6 }),
      item: fc.record({ depth: fc.integer({ min: 1, max: 4 }), label: fc.string({ maxLength: 5 }) }),
    },
    { requiredKeys: ['text', 'place'] },
  )
  fc.assert(
    fc.property(
      fc.array(paragraph, { maxLength: 30 }),
      fc.option(fc.string(), { nil: undefined }),
      (paragraphs, title) => {
        const outline: Outline = { paragraphs, ...(title !== undefined && { title }) }
        const reading = readPlan(outline, { year: 2025 })
        if (!reading.ok) return
        expect(reading.plan.areas.filter(({ points }) => points.length > 0).length).toBeGreaterThan(0)
        expect(reading.plan.title).not.toBe('')
        const numbers = reading.plan.areas.flatMap(({ points }) => points.map(({ number }) => number))
        expect(new Set(numbers).size).toBe(numbers.length)
      },
    ),
    { numRuns: 1_000 },
  )
})
