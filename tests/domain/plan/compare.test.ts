import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePlans } from '../../../src/domain/plan/compare.ts'
import { likeness, wordingOf } from '../../../src/domain/plan/likeness.ts'
import { readPoint } from '../../../src/domain/plan/reading/read-point.ts'
import type { Point } from '../../../src/domain/plan/rules.ts'
import { pointsOf } from '../../../src/domain/plan/rules.ts'
import { arbitraryPlan, arbitrarySentence } from './arbitraries.ts'
import { known } from './reading/read.ts'
import { planOf, point } from './records.ts'

const systems = '优化关键信息基础设施安全、数据安全、生成式人工智能等重点领域标准体系。'
const urgent = '加快制定数据交易服务安全、未成年人个人信息保护等急需标准。'
const training = '面向成员单位举办网络安全国家标准宣贯培训。'
const bid = '申办2025年SC 27工作组会议。'

const told = (points: readonly Point[]) => points.map(({ number }) => number)
const pairs = (some: readonly { before: Point; after: Point }[]) =>
  some.map(({ before, after }) => `${before.number}→${after.number}`)

function outcome(before: string[][], after: string[][]) {
  const { kept, changed, added, dropped } = comparePlans(planOf(before), planOf(after))
  return { kept: pairs(kept), changed: pairs(changed), added: told(added), dropped: told(dropped) }
}

describe('two editions', () => {
  test.each([
    ['are the same', [[systems, urgent]], [[systems, urgent]], { kept: ['1.1→1.1', '1.2→1.2'] }],
    ['in another order', [[systems, urgent]], [[urgent, systems]], { kept: ['1.2→1.1', '1.1→1.2'] }],
    ['in another area', [[systems], [urgent]], [[systems, urgent], []], { kept: ['1.1→1.1', '2.1→1.2'] }],
    [
      'a sentence reworded',
      [[systems, training]],
      [[systems, '面向成员单位和地方举办网络安全国家标准宣贯培训。']],
      { kept: ['1.1→1.1'], changed: ['1.2→1.2'] },
    ],
    [
      'a sentence replaced by another about something else',
      [[systems, training]],
      [[systems, bid]],
      { kept: ['1.1→1.1'], added: ['1.2'], dropped: ['1.2'] },
    ],
    [
      'one put in before the others',
      [[urgent, training]],
      [[bid, urgent, training]],
      { kept: ['1.1→1.2', '1.2→1.3'], added: ['1.1'] },
    ],
    [
      'one left out',
      [[systems, urgent, training]],
      [[systems, training]],
      { kept: ['1.1→1.1', '1.3→1.2'], dropped: ['1.2'] },
    ],
    [
      'marks, blanks and widths alone changed',
      [['发布标准２项，并 开展试点。']],
      [['发布标准2项、并开展试点；']],
      { kept: ['1.1→1.1'] },
    ],
    // The same sentence stands in two areas: each goes on with its own place.
    [
      'one sentence twice',
      [[training], [training]],
      [[training], [training, bid]],
      { kept: ['1.1→1.1', '2.1→2.1'], added: ['2.2'] },
    ],
    ['nothing before', [], [[systems]], { added: ['1.1'] }],
    ['nothing after', [[systems]], [], { dropped: ['1.1'] }],
  ] as [string, string[][], string[][], Partial<ReturnType<typeof outcome>>][])(
    '%s',
    (_name, before, after, expected) => {
      expect(outcome(before, after)).toStrictEqual({
        kept: [],
        changed: [],
        added: [],
        dropped: [],
        ...expected,
      })
    },
  )

  test('what is most alike goes on, and not what stands first', () => {
    const close = '面向成员单位举办网络安全国家标准宣贯培训班。'
    const closer = '面向成员单位举办网络安全国家标准宣贯培训！'
    const { kept, changed } = comparePlans(planOf([[training]]), planOf([[close, closer]]))
    expect([pairs(kept), pairs(changed)]).toStrictEqual([['1.1→1.2'], []])
  })
})

describe('an edition in another language', () => {
  const zh = [
    ['2.1', '申办2027年SC 27工作会议。'],
    ['2.2', '推动人工智能国际标准提案立项。'],
    ['2.3', '推动量子国际标准提案立项。'],
    ['2.4', '举办宣贯培训。'],
    ['3.1', '做好相关工作。'],
  ]
  const en: Record<string, string> = {
    bid: 'Bid to host the SC 27 meeting in 2027.',
    ai: 'Bring the international proposal on AI to approval.',
    quantum: 'Bring the international proposal on quantum to approval.',
    training: 'Hold trainings.',
    other: 'Do what else is needed.',
    status: 'Publish the status of all standards regularly.',
  }
  const edition = (rows: readonly (readonly string[])[], language: 'zh' | 'en') => {
    const points = rows.map(([number = '', text = '']) => ({
      ...point(number, ''),
      texts: { [language]: text },
      reading: readPoint(text, known),
    }))
    return { areas: [{ number: 1, names: {}, points }] }
  }
  const against = (...rows: [string, string][]) => {
    const given = rows.map(([number, key]) => [number, en[key] ?? ''])
    const { kept, translated, changed, added, dropped } = comparePlans(
      edition(zh, 'zh'),
      edition(given, 'en'),
    )
    expect([kept, changed]).toStrictEqual([[], []])
    return { translated: pairs(translated), added: told(added), dropped: told(dropped) }
  }

  test('is paired by its places and what it asks for', () => {
    expect(
      against(['2.1', 'bid'], ['2.2', 'ai'], ['2.3', 'quantum'], ['2.4', 'training'], ['3.1', 'other']),
    ).toStrictEqual({
      translated: ['2.1→2.1', '2.2→2.2', '2.3→2.3', '2.4→2.4', '3.1→3.1'],
      added: [],
      dropped: [],
    })
  })

  test('and where it stands in another order, by what it asks for', () => {
    expect(
      against(['2.1', 'quantum'], ['2.2', 'training'], ['2.3', 'ai'], ['2.4', 'bid'], ['3.1', 'other'])
        .translated,
    ).toStrictEqual(['2.3→2.1', '2.4→2.2', '2.2→2.3', '2.1→2.4', '3.1→3.1'])
  })

  test('one that asks for something else is another sentence; with one less, the others are found', () => {
    expect(
      against(['2.1', 'bid'], ['2.2', 'ai'], ['2.3', 'quantum'], ['2.4', 'status'], ['3.1', 'other']),
    ).toMatchObject({ added: ['2.4'], dropped: ['2.4'] })
    expect(against(['2.1', 'ai'], ['2.2', 'quantum'], ['2.3', 'training'])).toStrictEqual({
      translated: ['2.2→2.1', '2.3→2.2', '2.4→2.3'],
      added: [],
      dropped: ['2.1', '3.1'],
    })
  })
})

test('what asks for another kind of work is no rewording of it, however alike its words are', () => {
  const edition = (text: string, asks: string, isCorrected?: true) => {
    const only = {
      ...point('1.1', text),
      texts: { en: text },
      reading: { ...readPoint(asks, known), ...(isCorrected && { isCorrected }) },
    }
    return { areas: [{ number: 1, names: {}, points: [only] }] }
  }
  const [make, study] = [
    'Make security standards for generative AI.',
    'Study the security standards of generative AI.',
  ]
  const score = likeness(wordingOf(make), wordingOf(study))
  expect(score).toBeGreaterThan(0.6)
  expect(score).toBeLessThan(0.8)
  const changed = (asks: string) =>
    pairs(comparePlans(edition(make, 'Develop standards.'), edition(study, asks)).changed)
  expect(changed('Hold seminars.')).toStrictEqual([])
  expect(changed('Revise standards.')).toStrictEqual(['1.1→1.1'])
  const said = comparePlans(edition(make, 'Develop standards.', true), edition(study, 'Hold seminars.'))
  expect(pairs(said.changed)).toStrictEqual(['1.1→1.1'])
})

test.each([
  ['网络安全', '网络安全', 1],
  ['网络安全', '网络 安全。', 1],
  // 网络 络安 安全 beside 网络 络与 与安 安全: two of seven pairs twice.
  ['网络安全', '网络与安全', 4 / 7],
  ['aaaa', 'aa', 2 / 4],
  ['网络安全', '数据', 0],
  ['网', '网络', 0],
  ['网', '络', 0],
  ['', '', 1],
])('“%s” and “%s” are alike by %d', (a, b, score) => {
  expect(likeness(wordingOf(a), wordingOf(b))).toBeCloseTo(score, 12)
})

describe('whatever the two editions are', () => {
  const ids = (points: readonly Point[]) => points.map(({ id }) => id).sort()

  test('each new point is kept, changed or added, and each old one kept, changed or dropped', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (before, after) => {
        const { kept, translated, changed, added, dropped } = comparePlans(before, after)
        const went = [...kept, ...translated, ...changed]
        expect(ids([...went.map((pair) => pair.after), ...added])).toStrictEqual(
          ids(pointsOf(after).map(({ point }) => point)),
        )
        expect(ids([...went.map((pair) => pair.before), ...dropped])).toStrictEqual(
          ids(pointsOf(before).map(({ point }) => point)),
        )
      }),
    )
  })

  test('a plan beside itself is kept whole, each point as itself', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const { kept, ...rest } = comparePlans(plan, structuredClone(plan))
        expect(rest).toStrictEqual({ translated: [], changed: [], added: [], dropped: [] })
        for (const { before, after } of kept) expect(before.id).toBe(after.id)
      }),
    )
  })

  test('likeness is 1 for the same letters, the same both ways, and never out of 0 to 1', () => {
    fc.assert(
      fc.property(arbitrarySentence, arbitrarySentence, (a, b) => {
        const [one, other] = [wordingOf(a), wordingOf(b)]
        const score = likeness(one, other)
        expect(score).toBe(likeness(other, one))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(likeness(one, wordingOf(` ${a}。`))).toBe(1)
        if (score >= 0.6) expect(likeness(one, other, 0.6)).toBe(score)
        else expect(likeness(one, other, 0.6)).toBeLessThan(0.6)
      }),
    )
  })
})

test('two editions of five hundred points each are compared at once', () => {
  const sentence = (at: number, verb: string) =>
    `${verb}网络安全国家标准第${at}项研制工作，围绕数据安全、个人信息保护和人工智能安全${'开展调研论证'.repeat(at % 9)}。`
  const edition = (verb: string) =>
    planOf(
      Array.from({ length: 50 }, (_, area) =>
        Array.from({ length: 10 }, (_, at) => sentence(area * 10 + at, verb)),
      ),
    )
  const began = process.cpuUsage()
  const { kept, changed, added } = comparePlans(edition('推进'), edition('加快'))
  const { user } = process.cpuUsage(began)
  expect(kept.length + changed.length + added.length).toBe(500)
  expect(user / 1_000).toBeLessThan(3_000)
})
