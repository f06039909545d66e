import { beforeEach, describe, expect, test } from 'vitest'
import { readCalendarAsked, readMarking } from '../../commands/slash/calendar-words.ts'
import { daysMeant } from '../../commands/slash/day-range-words.ts'
import { daysFrom } from '../../src/domain/calendar/marking.ts'
import type { Store } from '../../src/domain/store.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
/** Tuesday 24 November 2026 in Shanghai. */
const at = '2026-11-24T01:00:00Z'
const pine: Asker = { member: 'pine' }
const lotus: Asker = { member: 'lotus', language: 'zh-CN' }

let count = 0
let desk: Desk
let store: Store
beforeEach(async () => {
  const workspace = `calendar-${++count}`
  desk = await deskOn(database, workspace, at)
  store = createStore(database, workspace)
})

const marks = async () =>
  (await store.markedDays.all()).map(({ day, isWorked, group, why, by }) =>
    [day, isWorked ? 'work' : 'off', group, why, by].filter((part) => part !== undefined).join(' '),
  )

describe('what is typed behind the verb', () => {
  test.each([
    ['2026-12-28', ['2026-12-28'], '', undefined],
    ['2026-12-28 because of the inventory', ['2026-12-28'], '', 'of the inventory'],
    ['on 28 December 2026 WG8 because so', ['2026-12-28'], 'WG8', 'so'],
    ['WG8 2026-12-28 because: so', ['2026-12-28'], 'WG8', 'so'],
    ['2026-12-28 to 2026-12-29 WG8 because so', ['2026-12-28', '2026-12-29'], 'WG8', 'so'],
    [
      'from Mon, 28 Dec 2026 until Tue, 29 Dec 2026 swg ets',
      ['2026-12-28', '2026-12-29'],
      'swg ets',
      undefined,
    ],
    ['2026年12月28日至2026年12月29日 WG8 因年终盘点', ['2026-12-28', '2026-12-29'], 'WG8', '年终盘点'],
    ['2026-12-28到2026-12-29因年终盘点', ['2026-12-28', '2026-12-29'], '', '年终盘点'],
    ['从2026年12月28日周一 因为：盘点', ['2026-12-28'], '', '盘点'],
    ['2026年12月28日（周一）因盘点', ['2026-12-28'], '', '盘点'],
    ['2026年12月28日周一因盘点', ['2026-12-28'], '', '盘点'],
    ['28 December because so', ['2026-12-28'], '', 'so'],
    ['28-29 Dec, WG8, because so', ['2026-12-28', '2026-12-29'], 'WG8', 'so'],
    ['12月28日至12月29日 因为盘点', ['2026-12-28', '2026-12-29'], '', '盘点'],
    ['WG8 12月28日至29日 因为盘点', ['2026-12-28', '2026-12-29'], 'WG8', '盘点'],
    ['31 Dec to 1 Jan', ['2026-12-31', '2027-01-01'], '', undefined],
    ['10月1日', ['2027-10-01'], '', undefined],
    ['明天 因为盘点', ['2026-11-25'], '', '盘点'],
    ['十二月二十八日 因为三月盘点', ['2026-12-28'], '', '三月盘点'],
    ['十二月二十八日至二十九日 WG8 因盘点', ['2026-12-28', '2026-12-29'], 'WG8', '盘点'],
  ])('%s', (text, days, code, why) => {
    const read = readMarking(text, 'off')
    const { from, until } = daysMeant(read.days, '2026-11-24')
    expect([daysFrom(from, until), read.code, read.why]).toStrictEqual([days, code, why])
  })

  test.each([
    ['', '', undefined],
    ['WG8', 'WG8', undefined],
    ['2027', '', '2027'],
    ['WG8 2027年', 'WG8', '2027'],
    ['2027 swg ets', 'swg ets', '2027'],
  ])('of a calendar: %s', (text, code, year) => {
    expect(readCalendarAsked(text)).toStrictEqual({ code, ...(year !== undefined && { year }) })
  })
})

describe('/rapporteur off', () => {
  test('marks a day, tells which slots move and to when, and is on record', async () => {
    const { words } = await desk.ask('/rapporteur off 2026-11-30 because of the inventory', pine)
    expect(words).toContain('Off for the committee: Mon 30 Nov.')
    expect(words).toContain('WG8 Data Security, reminder: Mon 30 Nov → Tue, 1 Dec 2026, 09:00')
    expect(await marks()).toStrictEqual(['2026-11-30 off of the inventory pine'])
    expect(await store.audit.of({ kind: 'marked-day', id: '2026-11-30' })).toMatchObject([
      {
        what: 'off',
        by: 'pine',
        via: 'command',
        before: {},
        after: { isWorked: false, why: 'of the inventory' },
        note: 'of the inventory',
      },
    ])
    const card = await desk.ask('/wg WG8', pine)
    expect(card.words).toContain('Next: Tue, 1 Dec 2026, 09:00')
    expect(card.words).toContain('Mon 30 Nov is a day off: Tue 1 Dec.')
    expect((await desk.ask('/wg WG8', lotus)).words).toContain('11月30日周一休息，改在12月1日周二。')
  })

  test('of a group moves its slots alone', async () => {
    const { words } = await desk.ask('/rapporteur 放假 2026-11-27 至 2026-11-30 WG8 因年终盘点', {
      ...pine,
      language: 'zh-CN',
    })
    expect(words).toContain('WG8 数据安全工作组放假：11月27日周五至11月30日周一。')
    expect(words).toContain('WG8 数据安全工作组，提醒：11月30日周一 → 2026年12月1日周二 09:00')
    expect(words).toContain('WG8 数据安全工作组，摘要：11月27日周五 → 2026年12月1日周二 16:00')
    expect(words).not.toContain('WG9')
    expect(await store.audit.of({ kind: 'marked-day', id: '2026-11-28/WG8' })).toHaveLength(1)
    expect(await marks()).toHaveLength(4)
  })

  test('says where something moves to days of which nobody knows yet whether they are off', async () => {
    const said = 'Fri, 1 Jan 2027 on the days off are not known yet'
    const { words } = await desk.ask('/rapporteur off 2026-12-28 to 2026-12-31 because so', pine)
    expect(words).toContain('→ Fri, 1 Jan 2027')
    expect(words).toContain(said)
    await desk.ask('/rapporteur unmark 2026-12-28 to 2026-12-31', pine)
    expect((await desk.ask('/rapporteur off 2026-11-30 because so', pine)).words).not.toContain('not known')
    const zh: Asker = { ...pine, language: 'zh-CN' }
    expect((await desk.ask('/rapporteur 放假 2026-12-28 至 2026-12-31 因盘点', zh)).words).toContain(
      '2027年1月1日周五起的放假安排尚不清楚',
    )
  })

  test('typed once and delivered twice marks once', async () => {
    const who = { ...pine, request: 'the same' }
    const first = await desk.ask('/rapporteur off 2026-11-30 because so', who)
    const rows = await everyRow(database)
    const again = await desk.ask('/rapporteur off 2026-11-30 because so', who)
    expect(again.text).toBe(first.text)
    expect(await everyRow(database)).toStrictEqual(rows)
  })

  test('a day that is marked so already is told; among others it is left', async () => {
    await desk.ask('/rapporteur off 2026-12-28 because so', pine)
    const again = await desk.ask('/rapporteur off 2026-12-28 because so', pine)
    expect(again).toMatchObject({ kind: 'refused', why: 'marked.already-off' })
    expect(again.words).toBe('Mon, 28 Dec 2026 is already marked as a day off.')
    const more = await desk.ask('/rapporteur off 2026-12-28 to 2026-12-30 because so', pine)
    expect(more.text).toBe('Off for the committee: Tue 29 Dec to Wed 30 Dec.')
  })
})

test.each([
  ['/rapporteur off', 'marked.ask-off'],
  ['/rapporteur off WG8 because so', 'marked.ask-off'],
  ['/rapporteur off next month because so', 'marked.ask-off'],
  ['/rapporteur work', 'marked.ask-work'],
  ['/rapporteur unmark', 'marked.ask-unmarked'],
  ['/rapporteur 取消标记 下个月', 'marked.ask-unmarked'],
  ['/rapporteur off 2026-12-28', 'marked.why-off'],
  ['/rapporteur work 2026-12-26', 'marked.why-work'],
  ['/rapporteur off 2026-12-32 because so', 'absence.no-day'],
  ['/rapporteur off Tue, 28 Dec 2026 because so', 'absence.no-day'],
  ['/rapporteur off 2026-12 because so', 'marked.whole-day'],
  ['/rapporteur off 2026年12月 WG8 because so', 'marked.whole-day'],
  ['/rapporteur 放假 12月 因盘点', 'marked.whole-day'],
  ['/rapporteur 放假 十二月 因盘点', 'marked.whole-day'],
  ['/rapporteur off 1001-01-01 to 9999-12-31 because so', 'marked.too-many'],
  ['/rapporteur off 2026-12-28 to 2026-12-27 because so', 'marked.backwards'],
  ['/rapporteur off 2026-12-01 to 2027-01-01 because so', 'marked.too-many'],
  ['/rapporteur off 2025-11-22 because so', 'marked.past'],
  ['/rapporteur work 2206-12-26 because so', 'marked.too-far'],
  ['/rapporteur off 2026-12-28 WG99 because so', 'wg.unknown'],
  ['/rapporteur unmark 2026-12-28', 'marked.not-marked'],
  ['/rapporteur unmark 2026-12-28 WG8', 'marked.not-marked'],
  ['/rapporteur calendar WG99', 'wg.unknown'],
])('%s is refused: %s', async (typed, why) => {
  for (const language of ['en', 'zh-CN'] as const)
    expect(await desk.ask(typed, { ...pine, language })).toMatchObject({ kind: 'refused', why })
  expect(await marks()).toStrictEqual([])
})

test.each(['off 2026-12-28 because so', 'work 2026-12-26 because so', 'unmark 2026-12-28'])(
  '/rapporteur %s is for the secretariat',
  async (typed) => {
    for (const who of [{}, lotus, { member: 'cedar' }])
      expect(await desk.ask(`/rapporteur ${typed}`, who)).toMatchObject({ why: 'refused.secretariat' })
  },
)

test('days without their year are marked and taken back', async () => {
  const zh: Asker = { ...pine, language: 'zh-CN' }
  const { text } = await desk.ask('/rapporteur 放假 12月28日至12月31日 因为盘点', zh)
  expect(text).toBe('委员会放假：12月28日周一至12月31日周四。')
  expect(await marks()).toHaveLength(4)
  expect((await desk.ask('/rapporteur 取消标记12月28日至12月31日', zh)).kind).toBe('ephemeral')
  expect(await marks()).toStrictEqual([])
})

test('a weekend that is worked, and the mark taken back', async () => {
  await desk.ask('/rapporteur 上班 2026-12-26 因调休', pine)
  expect(await marks()).toStrictEqual(['2026-12-26 work 调休 pine'])
  expect(await desk.ask('/rapporteur work 2026-12-26 because so', pine)).toMatchObject({
    why: 'marked.already-work',
  })
  await desk.ask('/rapporteur off 2026-12-26 because of a mistake', pine)
  expect(await marks()).toStrictEqual(['2026-12-26 off of a mistake pine'])
  const { text } = await desk.ask('/rapporteur 取消标记 2026-12-26', pine)
  expect(text).toBe('No longer marked for the committee: Sat 26 Dec. The calendar counts again.')
  expect(await marks()).toStrictEqual([])
  expect(await store.audit.of({ kind: 'marked-day', id: '2026-12-26' })).toMatchObject([
    { what: 'work' },
    { what: 'off', before: { isWorked: true, why: '调休' }, after: { isWorked: false, why: 'of a mistake' } },
    { what: 'unmarked', before: { isWorked: false, why: 'of a mistake' }, after: {} },
  ])
})

describe('/rapporteur calendar', () => {
  test('is for everybody: holidays, worked weekends, and marked days with who and why', async () => {
    await desk.ask('/rapporteur off 2026-12-28 because of the inventory', pine)
    await desk.ask('/rapporteur work 2026-12-26 WG8 because of the plenary', pine)
    const year = (await desk.ask('/rapporteur calendar 2026', {})).words
    for (const part of [
      'Working days of the committee: China',
      'Thu 1 Oct to Wed 7 Oct',
      'Sat 10 Oct',
      'Mon 28 Dec · off · ',
      '· of the inventory',
    ])
      expect(year).toContain(part)
    expect(year).not.toContain('plenary')
    const group = (await desk.ask('/rapporteur 日历 WG8', lotus)).words
    for (const part of [
      'WG8 数据安全工作组的工作日历：中国',
      '12月26日周六 · 上班 · WG8 · ',
      '12月28日周一 · 休息',
    ])
      expect(group).toContain(part)
  })

  test('says from when on nothing is known', async () => {
    expect((await desk.ask('/rapporteur calendar 2031')).words).toContain(
      'From Wed, 1 Jan 2031 on the days off are not known yet',
    )
  })
})

test('clocks count marked days off as such', async () => {
  const name = '20262852-T-469'
  const left = async () => /\d+ working days/.exec((await desk.ask(`/standard ${name}`)).words)?.[0]
  await desk.ask(`/standard target ${name} 2026-12-15`, pine)
  const before = Number.parseInt((await left()) ?? '', 10)
  await desk.ask('/rapporteur off 2026-12-01 to 2026-12-02 because so', pine)
  await desk.ask('/rapporteur work 2026-12-05 because so', pine)
  expect(await left()).toBe(`${before - 1} working days`)
})

test('/rapporteur help calendar tells of it, and the overview of all', async () => {
  expect((await desk.ask('/rapporteur help calendar', pine)).words).toContain('/rapporteur calendar WG8 2027')
  expect((await desk.ask('/rapporteur help 放假', lotus)).words).toContain('把日期标为放假')
  expect((await desk.ask('/rapporteur help wg schedule', pine)).words).toContain('/wg schedule')
  expect((await desk.ask('/rapporteur help', pine)).words).toContain('/rapporteur unmark')
})
