import { describe, expect, test } from 'vitest'
import {
  corrected,
  isAfter,
  judgeCorrection,
  judgeMove,
  moved,
} from '../../../src/domain/standard/recording-rules.ts'
import { standard } from '../committee/small-committee.ts'

const today = '2026-11-27'
const drafting = standard('1', { stage: '20', stageSince: '2026-03', targetOn: '2026-12-31' })

describe('a move is judged by the table and by its day', () => {
  const refusals: [string, Partial<Parameters<typeof judgeMove>[1]>, object][] = [
    ['no stage', { to: '25' }, { why: 'not-a-stage' }],
    ['a leap without a reason', { to: '50' }, { why: 'needs-reason', kind: 'leap' }],
    ['a way back without a reason', { to: '10' }, { why: 'needs-reason', kind: 'back' }],
    ['the same stage without a reason', { to: '20' }, { why: 'needs-reason', kind: 'repeat' }],
    ['a day that is still to come', { on: '2026-11-28' }, { why: 'day-ahead', on: '2026-11-28' }],
    ['a month that is still to come', { on: '2026-12' }, { why: 'day-ahead', on: '2026-12' }],
    ['a day before it came to where it is', { on: '2026-02-28' }, { why: 'day-too-early', on: '2026-02-28' }],
    ['a stage that was another when it was shown', { seen: '10' }, { why: 'changed' }],
  ]
  test.each(refusals)('refused: %s', (_what, asked, refusal) => {
    expect(judgeMove(drafting, { to: '30', on: today, ...asked }, today)).toStrictEqual({
      ok: false,
      ...refusal,
    })
  })

  const allowed: [string, Partial<Parameters<typeof judgeMove>[1]>, string][] = [
    ['the next stage, today', {}, 'usual'],
    ['a day in the month in which it came to where it is', { on: '2026-03-01' }, 'usual'],
    ['only the year', { on: '2026' }, 'usual'],
    ['a leap with its reason', { to: '50', why: 'the record had missed it' }, 'leap'],
    ['what it was when it was shown', { seen: '20' }, 'usual'],
  ]
  test.each(allowed)('allowed: %s', (_what, asked, kind) => {
    expect(judgeMove(drafting, { to: '30', on: today, ...asked }, today)).toStrictEqual({ ok: true, kind })
  })

  test('nothing moves away from an end', () => {
    const withdrawn = standard('1', { stage: '95' })
    expect(judgeMove(withdrawn, { to: '60', on: today, why: 'so' }, today)).toStrictEqual({
      ok: false,
      why: 'closed',
    })
    expect(judgeCorrection(withdrawn, { to: '60' }, today)).toStrictEqual({ ok: true })
  })
})

test.each([
  [{ to: '20' }, 'nothing-new'],
  [{ to: '20', on: '2026-03' }, 'nothing-new'],
  [{ to: '99' }, 'not-a-stage'],
  [{ to: '10', seen: '30' }, 'changed'],
  [{ to: '10', on: '2027' }, 'day-ahead'],
])('a correction to %j is refused: %s', (asked, why) => {
  expect(judgeCorrection(drafting, asked, today)).toMatchObject({ ok: false, why })
})

describe('a correction is on no day before what it follows', () => {
  const commenting = standard('1', {
    stage: '30',
    stageSince: '2026-06-10',
    plannedOn: '2026-06-01',
    history: [
      { stage: '10', on: '2026-05' },
      { stage: '20', on: '2026-06-03' },
    ],
  })
  const plan = { what: 'plan', on: '2026-06-01' }
  const drafted = { what: 'earlier', on: '2026-06-03' }

  test.each<[string, Partial<typeof commenting>, { to: string; on: string }, object]>([
    ['the latest of its earlier stages', {}, { to: '30', on: '2026-05-20' }, drafted],
    ['whichever stage it was', {}, { to: '40', on: '2026-06-02' }, drafted],
    [
      'an earlier stage that it left on the day on which it came to it',
      { history: [{ stage: '20', on: '2026-06-10' }] },
      { to: '30', on: '2026-06-02' },
      { what: 'earlier', on: '2026-06-10' },
    ],
    ['its plan', { history: [] }, { to: '30', on: '2026-05-20' }, plan],
    [
      'its plan, of which the month is known',
      { history: [], plannedOn: '2026-06' },
      { to: '30', on: '2026-05-20' },
      { ...plan, on: '2026-06' },
    ],
    ['its plan, where the stage before it is the right one', {}, { to: '20', on: '2026-05-20' }, plan],
  ])('refused: before %s', (_what, change, asked, behind) => {
    expect(judgeCorrection({ ...commenting, ...change }, asked, today)).toStrictEqual({
      ok: false,
      why: 'day-too-early',
      on: asked.on,
      behind,
    })
  })

  test.each<[string, Partial<typeof commenting>, { to: string; on?: string }]>([
    ['before the day of the entry that is put right', {}, { to: '30', on: '2026-06-04' }],
    ['that of the stage before it', {}, { to: '30', on: '2026-06-03' }],
    ['a month in which it may be', {}, { to: '30', on: '2026-06' }],
    ['before the plan, of what is not planned yet', { history: [] }, { to: '10', on: '2026-05-20' }],
    ['before the stage that it never had', {}, { to: '20', on: '2026-06-02' }],
    [
      'where a file has told the present stage too',
      { history: [{ stage: '30', on: '2026-06-10' }] },
      { to: '30', on: '2026-06-02' },
    ],
    ['none', {}, { to: '40' }],
  ])('allowed: %s', (_what, change, asked) => {
    expect(judgeCorrection({ ...commenting, ...change }, asked, today)).toStrictEqual({ ok: true })
  })
})

describe('a standard that has moved', () => {
  test('remembers where it was and since when, and has reached its target', () => {
    const { targetOn: _reached, ...rest } = drafting
    expect(moved(drafting, { to: '30', on: '2026-11-20' }, 'usual')).toStrictEqual({
      ...rest,
      stage: '30',
      stageSince: '2026-11-20',
      history: [{ stage: '20', on: '2026-03' }],
    })
  })

  test('keeps its target where it is set back', () => {
    expect(moved(drafting, { to: '10', on: today }, 'back').targetOn).toBe('2026-12-31')
  })

  test('has no history of a stage whose day nobody knows', () => {
    const { stageSince: _unknown, ...unknown } = drafting
    expect(moved(unknown, { to: '30', on: today }, 'usual').history).toStrictEqual([])
  })

  test('is published on the day on which it comes out, once', () => {
    const approved = standard('1', { stage: '50' })
    expect(moved(approved, { to: '60', on: '2026-11-01' }, 'usual').publishedOn).toBe('2026-11-01')
    const known = { ...approved, publishedOn: '2026-10-31' }
    expect(moved(known, { to: '60', on: '2026-11-01' }, 'usual').publishedOn).toBe('2026-10-31')
    expect(
      moved(standard('1', { stage: '60' }), { to: '90', on: today }, 'usual').publishedOn,
    ).toBeUndefined()
  })
})

describe('the day of publication', () => {
  const out = standard('1', { stage: '60', stageSince: '2019-05-10' })

  test('stays known when a review begins, and when it ends', () => {
    const review = moved(out, { to: '90', on: '2026-11-20' }, 'usual')
    expect(review).toMatchObject({ stage: '90', publishedOn: '2019-05-10' })
    const confirmed = moved(review, { to: '60', on: '2026-11-25' }, 'usual')
    expect(confirmed).toMatchObject({ stageSince: '2026-11-25', publishedOn: '2019-05-10' })
  })

  test('is not that of a confirmation', () => {
    const confirmed = standard('1', {
      stage: '60',
      stageSince: '2026-11-25',
      history: [{ stage: '90', on: '2026-11-20' }],
    })
    expect(moved(confirmed, { to: '90', on: '2026-11-27' }, 'usual').publishedOn).toBeUndefined()
  })

  test('is unknown where a review is the first that is known', () => {
    const review = standard('1', { stage: '90', stageSince: '2026-11-20' })
    expect(moved(review, { to: '60', on: '2026-11-25' }, 'usual').publishedOn).toBeUndefined()
  })
})

describe('a standard whose stage is put right', () => {
  const wrong = moved(drafting, { to: '50', on: '2026-11-20' }, 'leap')

  test.each<[string, { to: string; on?: string }, object]>([
    [
      'goes to another stage',
      { to: '30', on: '2026-11-20' },
      { stage: '30', stageSince: '2026-11-20', history: [{ stage: '20', on: '2026-03' }] },
    ],
    ['forgets a day that was not told', { to: '30' }, { stage: '30', stageSince: undefined }],
    ['never left where it was', { to: '20' }, { stage: '20', stageSince: '2026-03', history: [] }],
    ['has its day moved', { to: '50', on: '2026-11-19' }, { stage: '50', stageSince: '2026-11-19' }],
  ])('%s', (_what, correction, expected) => {
    const { stage, stageSince, history } = corrected(wrong, correction)
    expect({ stage, stageSince, history }).toMatchObject(expected)
  })

  test('was not published after all, or on another day', () => {
    const out = moved(standard('1', { stage: '50' }), { to: '60', on: '2026-11-01' }, 'usual')
    expect(corrected(out, { to: '50' }).publishedOn).toBeUndefined()
    expect(corrected(out, { to: '60', on: '2026-11-02' }).publishedOn).toBe('2026-11-02')
    expect(corrected({ ...out, publishedOn: '2020-01-01' }, { to: '50' }).publishedOn).toBe('2020-01-01')
  })
})

test.each([
  ['2026-11-28', '2026-11-27', true],
  ['2026-11-27', '2026-11-27', false],
  ['2026-12', '2026-11-27', true],
  ['2026-11', '2026-11-27', false],
  ['2026-11-27', '2026-11', false],
  ['2027', '2026-11-27', true],
  ['2026', '2026-11-27', false],
])('%s after %s: %j', (day, other, is) => {
  expect(isAfter(day, other)).toBe(is)
})
