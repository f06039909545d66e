import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar/day.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { twinLinks } from '../../../src/domain/twin/links.ts'
import { driftNews, newsRecords, type Week } from '../../../src/domain/twin/news.ts'
import { iso, national } from './records.ts'

/** A Friday. */
const on = '2026-11-27'
type Move = Week['moves'][number]

const news = (records: Standard[], moves: Move[] = [], day = on) =>
  driftNews(twinLinks(records).all, { on: day, moves }).map(({ drifts }) => drifts.map(({ kind }) => kind))

const own = national('GB/T 1-2016', '60', ['identical', 'ISO/IEC 1:2013'])
const young = iso('ISO/IEC 1:2026', '60.60', { publishedOn: '2026-11-02', replaces: ['ISO/IEC 1:2013'] })
const move = (standard: string, from: string | undefined, to: string): Move => ({
  standard,
  ...(from !== undefined && { from }),
  to,
})

describe('an edition that is behind is news', () => {
  test.each<[string, Standard, Move[]]>([
    ['where the later one was published in the week', { ...young, publishedOn: '2026-11-21' }, []],
    ['on the last day of the week', { ...young, publishedOn: on }, []],
    ['where its record moved to publication', young, [move(young.id, '60.00', '60.60')]],
    ['where the record is told of for the first time', young, [move(young.id, undefined, '60.60')]],
  ])('%s', (_why, later, moves) => {
    expect(news([own, later], moves)).toStrictEqual([['superseded']])
  })

  test.each<[string, Standard, Move[]]>([
    ['it was published the day before the week', { ...young, publishedOn: '2026-11-20' }, []],
    ['only the month is known', { ...young, publishedOn: '2026-11' }, []],
    ['the later one went to review', young, [move(young.id, '60.60', '90.20')]],
    ['something else moved', young, [move(own.id, '50', '60')]],
  ])('and no more where %s', (_why, later, moves) => {
    expect(news([own, later], moves)).toStrictEqual([])
  })
})

describe('a ballot is news', () => {
  const dis = iso('ISO/IEC DIS 2', '40.20', { stageSince: '2026-10-05' })
  const one = national('20261234-T-469', '20', ['based-on', 'ISO/IEC DIS 2'])
  const closesOn = '2026-12-28'
  const daysBefore = (days: number) => addDays(closesOn, -days)

  test('in each of the weeks in which it comes near, once, and never in between', () => {
    const told = Array.from({ length: 13 }, (_, week) => 84 - week * 7).filter(
      (days) => news([one, dis], [], daysBefore(days)).length > 0,
    )
    expect(told).toStrictEqual([21, 7])
  })

  test.each([0, 1, 2, 3, 4, 5, 6])('wherever the weeks begin: %d', (shift) => {
    const told = Array.from({ length: 13 }, (_, week) => 84 - shift - week * 7).filter(
      (days) => days >= 0 && news([one, dis], [], daysBefore(days)).length > 0,
    )
    expect(told).toHaveLength(2)
  })

  test('when it opens, be its close known or not', () => {
    expect(news([one, dis], [move(dis.id, '40.00', '40.20')], '2026-10-09')).toStrictEqual([['ballot']])
    const cd = iso('ISO/IEC CD 2', '30.20')
    const two = national('20261234-T-469', '20', ['based-on', 'ISO/IEC CD 2'])
    expect(news([two, cd], [move(cd.id, '30.00', '30.20')])).toStrictEqual([['ballot']])
    expect(news([two, cd])).toStrictEqual([])
  })

  test('alone, where the pair drifts in another way for long', () => {
    const behind = national('GB/T 1-2016', '60', ['identical', 'ISO/IEC 1:2013'])
    const running = iso('ISO/IEC DIS 1', '40.20', { stageSince: '2026-10-05', replaces: [young.designation] })
    expect(news([behind, young, running], [], daysBefore(20))).toStrictEqual([['ballot']])
  })
})

describe('what else is news by a move of the week', () => {
  const project = national('20261234-T-469', '20', ['based-on', 'ISO/IEC CD 2'])
  const dis = iso('ISO/IEC DIS 2', '40.60')
  const dropped = iso('ISO/IEC CD 2', '30.98')
  const gone = iso('ISO/IEC 1:2013', '95.99')
  const ahead = national('GB/T 3-2026', '60', ['based-on', 'ISO/IEC DIS 3'])
  const late = iso('ISO/IEC DIS 3', '40.60')
  const revised = iso('ISO/IEC 1:2013', '90.92')
  const wd = iso('ISO/IEC WD 1', '20.20', { replaces: ['ISO/IEC 1:2013'] })

  test.each<[string, Standard[], Move, Move]>([
    ['moved-on', [project, dis], move(dis.id, '30.60', '40.60'), move(dis.id, '40.20', '40.60')],
    ['abandoned', [project, dropped], move(dropped.id, '30.60', '30.98'), move(dropped.id, '30.20', '30.60')],
    ['withdrawn', [own, gone], move(gone.id, '95.20', '95.99'), move(gone.id, '60.60', '95.20')],
    ['ahead', [ahead, late], move(ahead.id, '50', '60'), move(late.id, '30.60', '40.60')],
    ['in-revision', [own, revised], move(revised.id, '90.60', '90.92'), move(revised.id, '90.20', '90.60')],
    ['in-revision', [own, revised, wd], move(wd.id, '10.99', '20.20'), move(wd.id, '20.00', '20.20')],
  ])('%s', (kind, records, brings, doesNot) => {
    expect(news(records, [brings])).toStrictEqual([[kind]])
    expect(news(records, [doesNot])).toStrictEqual([])
    expect(newsRecords(twinLinks(records).all, on)).toContain(brings.standard)
  })
})

test('any of the texts that took its place may bring the news', () => {
  const two = [
    iso('ISO/IEC 1-1:2020', '60.60', { replaces: ['ISO/IEC 1:2013'] }),
    iso('ISO/IEC 1-2:2026', '60.60', { replaces: ['ISO/IEC 1:2013'] }),
  ]
  const brings = move('ISO/IEC 1-2:2026', '60.00', '60.60')
  expect(news([own, ...two], [brings])).toStrictEqual([['superseded']])
  expect(newsRecords(twinLinks([own, ...two]).all, on)).toContain(brings.standard)
})

test('what a move of an unknown stage means is not guessed', () => {
  expect(news([own, young], [move(young.id, 'x', 'y')])).toStrictEqual([])
})
