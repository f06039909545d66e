import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Correction, correctPlan } from '../../../src/domain/plan/correcting.ts'
import type { PointReading } from '../../../src/domain/plan/reading/outline.ts'
import { type Plan, pointsOf } from '../../../src/domain/plan/rules.ts'
import { arbitraryPlan } from './arbitraries.ts'
import { planOf, point } from './records.ts'

const standing = (plan: Plan | undefined) =>
  plan && pointsOf(plan).map(({ point }) => `${point.number} ${point.texts.zh}`)

/** The second area as a document with headings has it: 2.1.1, 2.1.2, 2.2.1, 2.3. */
const deep = planOf([['甲'], []])
deep.areas[1]?.points.push(
  point('2.1.1', '乙', { under: { zh: '一' } }),
  point('2.1.2', '丙', { under: { zh: '一' } }),
  point('2.2.1', '丁', { under: { zh: '二' } }),
  point('2.3', '戊'),
)

const read: PointReading = {
  kinds: [{ value: 'training', words: ['培训'] }],
  topics: [{ value: 'data-security', words: ['数据安全'] }],
  groups: [{ value: 'WG8', words: ['数据安全'] }],
  dates: [{ value: '2024-06-30', words: ['6月底'] }],
  urgent: ['加快'],
}

describe('what is no point', () => {
  test.each([
    ['1.1', ['2.1.1 乙', '2.1.2 丙', '2.2.1 丁', '2.3 戊']],
    ['2.1.1', ['1.1 甲', '2.1.1 丙', '2.2.1 丁', '2.3 戊']],
    ['2.1.2', ['1.1 甲', '2.1.1 乙', '2.2.1 丁', '2.3 戊']],
    ['2.2.1', ['1.1 甲', '2.1.1 乙', '2.1.2 丙', '2.2 戊']],
    ['2.3', ['1.1 甲', '2.1.1 乙', '2.1.2 丙', '2.2.1 丁']],
  ])('%s goes, and those behind it move up', (number, expected) => {
    const plan = correctPlan(deep, { of: 'no-point', number }, 'zh-CN')
    expect(standing(plan)).toStrictEqual(expected)
    for (const { point } of pointsOf(plan ?? deep)) expect(point.id).toBe(`2024-${point.number}`)
  })

  test('a heading with all its points goes', () => {
    const one = correctPlan(deep, { of: 'no-point', number: '2.1.1' }, 'zh-CN')
    const two = one && correctPlan(one, { of: 'no-point', number: '2.1.1' }, 'zh-CN')
    expect(standing(two)).toStrictEqual(['1.1 甲', '2.1.1 丁', '2.2 戊'])
  })
})

describe('a continuation', () => {
  test.each([
    ['2.1.2', ['1.1 甲', '2.1.1 乙丙', '2.2.1 丁', '2.3 戊']],
    ['2.2.1', ['1.1 甲', '2.1.1 乙', '2.1.2 丙丁', '2.2 戊']],
    ['2.3', ['1.1 甲', '2.1.1 乙', '2.1.2 丙', '2.2.1 丁戊']],
  ])('%s is joined to the one before it', (number, expected) => {
    expect(standing(correctPlan(deep, { of: 'continuation', number }, 'zh-CN'))).toStrictEqual(expected)
  })

  test.each(['1.1', '2.1.1'])('%s is the first of its area, and nothing stands before it', (number) => {
    expect(correctPlan(deep, { of: 'continuation', number }, 'zh-CN')).toBeUndefined()
  })

  test('takes along what was read, each once, and a blank between English words', () => {
    const plan = planOf([[]])
    plan.areas[0]?.points.push(
      { id: '2024-1.1', number: '1.1', texts: { en: 'Hold' }, reading: read },
      {
        id: '2024-1.2',
        number: '1.2',
        texts: { en: 'trainings.' },
        reading: { ...read, kinds: [{ value: 'seminar', words: ['seminar'] }], urgent: ['尽快', '加快'] },
      },
    )
    const [joined] = pointsOf(correctPlan(plan, { of: 'continuation', number: '1.2' }, 'en') ?? plan)
    expect(joined?.point).toStrictEqual({
      id: '2024-1.1',
      number: '1.1',
      texts: { en: 'Hold trainings.' },
      reading: {
        ...read,
        kinds: [...read.kinds, { value: 'seminar', words: ['seminar'] }],
        urgent: ['加快', '尽快'],
      },
    })
  })
})

describe('a point', () => {
  const plan = planOf([['举办培训。', '乙']])
  plan.areas[0]?.points.splice(0, 1, point('1.1', '举办培训。', { reading: read }))
  const said = {
    of: 'point' as const,
    number: '1.1',
    text: '举办两次培训。',
    kinds: ['training', 'seminar'],
    topics: [],
    groups: ['WG5'],
    dates: ['2024-06-30'],
    isUrgent: true,
  }

  test('has the words that were given, and rests on the old ones where they still hold', () => {
    const [first, second] = pointsOf(correctPlan(plan, said, 'zh-CN') ?? plan)
    expect(first?.point).toStrictEqual({
      id: '2024-1.1',
      number: '1.1',
      texts: { zh: '举办两次培训。' },
      reading: {
        kinds: [read.kinds[0], { value: 'seminar', words: [] }],
        topics: [],
        groups: [{ value: 'WG5', words: [] }],
        dates: read.dates,
        urgent: ['加快'],
        isCorrected: true,
      },
    })
    expect(second?.point.texts).toStrictEqual({ zh: '乙' })
  })

  test('is no longer urgent where somebody says so, and is without words where nothing was read', () => {
    const calm = correctPlan(plan, { ...said, isUrgent: false }, 'zh-CN')
    expect(calm?.areas[0]?.points[0]?.reading?.urgent).toStrictEqual([])
    const plain = correctPlan(planOf([['甲']]), said, 'zh-CN')
    expect(plain?.areas[0]?.points[0]?.reading?.urgent).toHaveLength(1)
  })
})

test('an area is renamed alone, and a year goes into every id', () => {
  const plan = planOf([['甲'], ['乙']])
  expect(correctPlan(plan, { of: 'area', number: 2, title: '国际' }, 'zh-CN')?.areas).toStrictEqual([
    plan.areas[0],
    { ...plan.areas[1], names: { zh: '国际' } },
  ])
  const later = correctPlan(plan, { of: 'plan', title: '2025年工作要点', year: 2025 }, 'zh-CN')
  expect(later).toStrictEqual(planOf([['甲'], ['乙']], { year: 2025 }))
})

test.each([
  [{ of: 'area', number: 3, title: '无' }],
  [{ of: 'no-point', number: '2.1' }],
  [{ of: 'no-point', number: '2' }],
  [{ of: 'no-point', number: '' }],
  [{ of: 'continuation', number: '9.9' }],
  [{ of: 'point', number: '3.1', text: '丙', kinds: [], topics: [], groups: [], dates: [], isUrgent: false }],
] satisfies [Correction][])('%j names nothing, and nothing is corrected', (correction) => {
  expect(correctPlan(deep, correction, 'zh-CN')).toBeUndefined()
})

describe('whatever is put right', () => {
  /** Points below headings and beside them, in the order of a document. */
  const arbitraryDeep = arbitraryPlan.chain((plan) =>
    fc.array(fc.nat({ max: 2 }), { minLength: 20, maxLength: 20 }).map((moves): Plan => {
      let move = 0
      const areas = plan.areas.map((area) => {
        let places: number[] = []
        const points = area.points.map((one) => {
          const [first = 0, second] = places
          const turn = moves[move++ % moves.length]
          if (turn === 0) places = [first + 1]
          else if (turn === 1) places = [first + 1, 1]
          else places = second === undefined ? [first + 1, 1] : [first, second + 1]
          const number = [area.number, ...places].join('.')
          return { ...one, number, id: `2024-${number}` }
        })
        return { ...area, points }
      })
      return { ...plan, areas }
    }),
  )

  test('numbers count on without gaps, in the old order, each once, at the old depth', () => {
    fc.assert(
      fc.property(arbitraryDeep, fc.nat(), fc.boolean(), (plan, at, isJoined) => {
        const all = pointsOf(plan).map(({ point }) => point)
        const target = all[at % Math.max(all.length, 1)]
        if (target === undefined) return
        const before = structuredClone(plan)
        const correction = {
          of: isJoined ? ('continuation' as const) : ('no-point' as const),
          number: target.number,
        }
        const corrected = correctPlan(plan, correction, 'zh-CN')
        expect(plan).toStrictEqual(before)
        if (corrected === undefined) return
        const left = pointsOf(corrected)
        expect(left).toHaveLength(all.length - 1)
        const depth = (number: string) => number.split('.').length
        expect(left.map(({ point }) => depth(point.number))).toStrictEqual(
          all.filter((one) => one !== target).map(({ number }) => depth(number)),
        )
        for (const { number: area, points } of corrected.areas) {
          let last: number[] = []
          for (const { number, id } of points) {
            const [own, ...places] = number.split('.').map(Number)
            expect(own).toBe(area)
            expect(id).toBe(`2024-${number}`)
            const isNext =
              (places.length === last.length &&
                places.length === 2 &&
                places[0] === last[0] &&
                places[1] === (last[1] ?? 0) + 1) ||
              (places[0] === (last[0] ?? 0) + 1 && (places[1] ?? 1) === 1)
            expect(isNext, `${number} behind ${last.join('.')}`).toBe(true)
            last = places
          }
        }
      }),
    )
  })
})
