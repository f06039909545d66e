import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  apartMs,
  dueAfter,
  type Follow,
  gatherMs,
  type HeardMove,
  hearers,
  isOwn,
  movesTold,
  nearestTopics,
  topicCalled,
} from '../../../src/domain/follow/rules.ts'
import { at, follow, heard } from './moves.ts'

/** Every standard is a project of its own, but for those that are named. */
const projects =
  (known: Record<string, string> = {}) =>
  (id: string) =>
    known[id] ?? id
const who = (moves: HeardMove[], follows: Follow[], projectOf = projects()) =>
  Object.fromEntries(hearers(moves, follows, projectOf))
const topic = (member: string, value: string, change: Partial<Follow> = {}) =>
  follow(member, { kind: 'topic', value, ...change })

describe('who hears of a move', () => {
  test.each<[string, Partial<HeardMove>, Follow[], Record<string, number[]>]>([
    ['nobody, where nobody follows', {}, [], {}],
    ['who follows the standard', {}, [follow('lotus')], { lotus: [5] }],
    ['nobody who follows another', {}, [follow('lotus', { value: 'two' })], {}],
    ['who follows one of its topics', { topics: ['ai', 'cloud'] }, [topic('lotus', 'cloud')], { lotus: [5] }],
    ['nobody who follows another topic', { topics: ['ai'] }, [topic('lotus', 'cloud')], {}],
    ['nobody who follows a topic that is called like the standard', {}, [topic('lotus', 'one')], {}],
    [
      'each once, who follow both',
      { topics: ['ai', 'cloud'] },
      [follow('lotus'), topic('lotus', 'ai'), topic('lotus', 'cloud'), follow('pine')],
      { lotus: [5], pine: [5] },
    ],
    ['nobody who began to follow later', {}, [follow('lotus', { since: at(5, 10) })], {}],
    ['who began to follow at that moment', {}, [follow('lotus', { since: at(5) })], { lotus: [5] }],
    [
      'who began to follow while it waited to be accepted',
      { decidedAt: at(8), decidedBy: 'pine' },
      [follow('lotus', { since: at(7) })],
      { lotus: [5] },
    ],
    [
      'who followed its topic before, though the standard later',
      { topics: ['ai'] },
      [follow('lotus', { since: at(9) }), topic('lotus', 'ai')],
      { lotus: [5] },
    ],
    ['all but who recorded it', { by: 'pine' }, [follow('lotus'), follow('pine')], { lotus: [5] }],
    [
      'neither who accepted it nor who proposed it: they know, and are answered',
      { by: 'lotus', decidedAt: at(6), decidedBy: 'pine' },
      [follow('lotus'), follow('pine'), follow('cedar')],
      { cedar: [5] },
    ],
  ])('%s', (_what, change, follows, expected) => {
    expect(who([heard(5, change)], follows)).toEqual(expected)
  })

  test('a text of the same project is heard by who follows another one of it', () => {
    const projectOf = projects({ cd: 'p', dis: 'p' })
    const moves = [
      heard(1, { standard: 'dis' }),
      heard(2, { standard: 'other' }),
      heard(3, { standard: 'cd' }),
    ]
    expect(who(moves, [follow('lotus', { value: 'cd' })], projectOf)).toEqual({ lotus: [1, 3] })
    expect(hearers(moves, [follow('lotus', { value: 'cd' })], () => undefined)).toEqual(
      new Map([['lotus', [3]]]),
    )
  })

  test('is the same whether moves come together or one by one', () => {
    const member = fc.constantFrom('lotus', 'pine', 'oriole')
    const aMove = fc.record({
      id: fc.integer({ min: 1, max: 20 }),
      standard: fc.constantFrom('one', 'two', 'three'),
      topics: fc.uniqueArray(fc.constantFrom('ai', 'cloud')),
      by: fc.option(member, { nil: undefined }),
    })
    const aFollow = fc.record({
      member,
      kind: fc.constantFrom('standard' as const, 'topic' as const),
      value: fc.constantFrom('one', 'two', 'ai', 'cloud'),
      day: fc.integer({ min: 0, max: 20 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(aMove, { selector: ({ id }) => id }), fc.array(aFollow), (some, ways) => {
        const moves = some.map(({ id, by, ...rest }) =>
          heard(id, { ...rest, ...(by !== undefined && { by }) }),
        )
        const follows = ways.map(({ member, kind, value, day }) =>
          follow(member, { kind, value, since: at(day) }),
        )
        const together = hearers(moves, follows, projects())
        for (const move of moves) {
          const alone = [...hearers([move], follows, projects()).keys()].sort()
          const among = [...together].filter(([, ids]) => ids.includes(move.id)).map(([one]) => one)
          expect(among.sort()).toEqual(alone)
          expect(alone.every((one) => !isOwn(move, one))).toBe(true)
        }
        for (const ids of together.values()) expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('what is told of moves', () => {
  /** From, to and the day, with what it is where it is no move. */
  const told = (...moves: HeardMove[]) =>
    movesTold(moves).map(({ standard, from = '', to, on = '', isCorrection }) =>
      `${standard} ${from}>${to} ${on} ${isCorrection ? 'corrected' : ''}`.trim().replaceAll(/ +/g, ' '),
    )
  const correction = (id: number, change: Partial<HeardMove> = {}) =>
    heard(id, { kind: 'correction', from: '30', to: '20', ...change })

  test.each<[string, HeardMove[], string[]]>([
    ['nothing of nothing', [], []],
    ['one move with its day', [heard(1, { on: '2026-11' })], ['one 20>30 2026-11']],
    ['the day on record where the move has none', [heard(1, { standsSince: '2026' })], ['one 20>30 2026']],
    ['a further text of its project', [heard(1, { from: '10' })], ['one 10>30']],
    [
      'two moves of one standard as one way',
      [
        heard(1, { to: '30', stands: '40' }),
        heard(2, { from: '30', to: '40', stands: '40', on: '2026-11-02' }),
      ],
      ['one 20>40 2026-11-02'],
    ],
    [
      'where it stands now, where it has moved on since',
      [heard(1, { stands: '40', standsSince: '2026-11-09', on: '2026-11-01' })],
      ['one 20>40 2026-11-09'],
    ],
    ['nothing of what was put back since', [heard(1, { stands: '20' })], []],
    [
      'nothing of a move that was corrected',
      [heard(1, { stands: '20' }), correction(2, { stands: '20' })],
      [],
    ],
    [
      'the right one of a move that was corrected',
      [heard(1, { to: '40' }), correction(2, { from: '40', to: '30', on: '2026-11-02' })],
      ['one 20>30 2026-11-02'],
    ],
    [
      'a correction of what was told before',
      [correction(2, { from: '40', to: '30', on: '2026-11-02' })],
      ['one 40>30 2026-11-02 corrected'],
    ],
    [
      'nothing of two that undo each other',
      [correction(1, { from: '30', to: '20' }), correction(2, { from: '20', to: '30' })],
      [],
    ],
    [
      'a day that was put right',
      [correction(2, { from: '30', to: '30', on: '2026-11-02' })],
      ['one 30>30 2026-11-02 corrected'],
    ],
    [
      'a move and a day that was put right as a move',
      [heard(1, { on: '2026-11-01' }), correction(2, { from: '30', to: '30', on: '2026-10-30' })],
      ['one 20>30 2026-10-30'],
    ],
    [
      'each standard apart, in the order in which they were accepted',
      [
        heard(1, { standard: 'late', decidedAt: at(9) }),
        heard(2, { standard: 'early' }),
        heard(3, { standard: 'middle' }),
      ],
      ['early 20>30', 'middle 20>30', 'late 20>30'],
    ],
  ])('%s', (_what, moves, expected) => {
    expect(told(...moves)).toEqual(expected)
    expect(told(...moves.toReversed())).toEqual(expected)
  })

  test('a correction says why, a move that was put right does not', () => {
    const wrong = correction(2, { from: '40', to: '30', why: 'misread' })
    expect(movesTold([wrong])).toMatchObject([{ why: 'misread', isCorrection: true }])
    expect(movesTold([heard(1, { to: '40' }), wrong])[0]).not.toHaveProperty('why')
  })
})

describe('when a message may be said', () => {
  const now = at(10)
  const later = (ms: number) => new Date(now.getTime() + ms)
  test.each<[string, Date | undefined, Date]>([
    ['a minute later, the first', undefined, later(gatherMs)],
    ['a minute later, long after the one before', at(1), later(gatherMs)],
    ['a quarter of an hour after the one before', later(-gatherMs), later(apartMs - gatherMs)],
    ['a quarter of an hour after one that is on its way', later(gatherMs), later(gatherMs + apartMs)],
    ['a minute later, where the clock was put back a day', at(11), later(gatherMs)],
  ])('%s', (_what, before, expected) => {
    expect(dueAfter(before, now)).toEqual(expected)
  })
})

describe('a topic', () => {
  const topics = ['ai', 'cloud', 'data-security', 'personal-information'].map((name, index) => ({
    topic: name,
    count: index + 1,
  }))
  test.each([
    ['data-security', 'data-security'],
    ['Data Security', 'data-security'],
    [' data_security ', 'data-security'],
    ['ｄａｔａ—ｓｅｃｕｒｉｔｙ', 'data-security'],
    ['AI', 'ai'],
    ['data', undefined],
    ['', undefined],
  ])('%j means %s', (text, expected) => {
    expect(topicCalled(topics, text)?.topic).toBe(expected)
  })

  test.each([
    ['data-securty', ['data-security']],
    ['data', ['data-security']],
    ['personal', ['personal-information']],
    ['clouds', ['cloud']],
    // Nothing is near: those of most standards first.
    ['数据安全', ['personal-information', 'data-security', 'cloud', 'ai']],
  ])('that is not on record, %j, has near ones', (text, expected) => {
    expect(nearestTopics(topics, text).map(({ topic }) => topic)).toEqual(expected)
  })

  test('has ten near ones at most', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ topic: `topic-${index}`, count: index }))
    expect(nearestTopics(many, '?')).toHaveLength(10)
    expect(nearestTopics(many, 'topic')).toHaveLength(10)
    expect(nearestTopics([], 'topic')).toEqual([])
  })
})
