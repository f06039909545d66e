import { beforeEach, describe, expect, test } from 'vitest'
import {
  mondayDocument,
  previewAsks,
  previewAsksText,
  previewMonday,
  previewMondayText,
} from '../../src/operator/preview-run.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
/** A Friday noon in Shanghai; the next reminders are due on Monday, 30 November, at 09:00 there. */
const friday = '2026-11-27T04:00:00Z'
const dayMs = 24 * 3_600_000
const hourMs = 3_600_000
const on = '2026-11-30'
const pine: Asker = { member: 'pine' }

let desk: Desk
let count = 0
beforeEach(async () => {
  count += 1
  desk = await deskOn(database, `monday-${count}`, friday)
  const members = await desk.app.members.all()
  await desk.app.members.linkUsers(
    members.flatMap(({ id, email }) =>
      email === undefined ? [] : [{ slackId: `U0${id.toUpperCase()}`, email }],
    ),
  )
})

const value = (what: string, who: string) => `reminder ${on} 1 1 ${what} ${who}`
const store = () => createStore(database, desk.app.workspace)
const slots = async () =>
  (await store().notices.ofRun('reminder', on)).map(
    ({ group, state, reason }) => `${group} ${state} ${reason ?? ''}`,
  )
const asked = async () =>
  (await store().notices.asksOn(on)).map(({ member, state, reason }) => `${member} ${state} ${reason ?? ''}`)

/** The first group that is to hear something, and the first person who is to be asked. */
async function first() {
  const run = await desk.app.runs.ahead('reminder')
  const group = run?.groups.find((one) => one.say)?.group.code
  const member = run?.people?.asked[0]?.member.id
  if (run === undefined || group === undefined || member === undefined) throw new Error('nothing is ahead')
  return { run, group, member }
}

describe('/rapporteur monday', () => {
  test('tells the secretariat of the next day on which a reminder is due, and in which words', async () => {
    const { run, group } = await first()
    expect(run.on).toBe(on)
    const shown = await desk.ask('/rapporteur monday', pine)
    expect(shown.words).toMatch(/Reminders of Mon 30 Nov: what they will say/)
    expect(shown.words).toContain(group)
    expect(shown.words).toMatch(/will be asked in person, about \d+ things: \d+ at 09:30, 2 later/)
    expect(shown.words).toContain('[Hold everything]')
    const inChinese = await desk.ask('/rapporteur 预览', { ...pine, language: 'zh-CN' })
    expect(inChinese.words).toMatch(/11月30日周一提醒预览.*\[全部暂缓\]/s)
  })

  test('says the same as is said then, to the same people', async () => {
    const { run } = await first()
    desk.pass(3 * dayMs + 8 * hourMs)
    await desk.app.notices.planDue('reminder')
    await desk.app.asks.planDue()
    const said = (await slots()).filter((line) => line.includes('pending')).map((line) => line.split(' ')[0])
    expect(said).toEqual(
      run.groups.flatMap((one) => (one.say ? [one.group.code] : [])).sort((a, b) => (a < b ? -1 : 1)),
    )
    const people = (await asked())
      .filter((line) => line.includes('pending'))
      .map((line) => line.split(' ')[0])
    expect(people.sort()).toEqual(run.people?.asked.map(({ member }) => member.id).sort())
  })

  test.each([
    ['nonsense', 'ahead.unreadable'],
    ['2026-13-01', 'absence.no-day'],
    ['next week', 'ahead.unreadable'],
    ['2026-11-01', 'ahead.no-day'],
    ['2029-11-01', 'ahead.no-day'],
  ])('refuses %s', async (text, why) => {
    expect((await desk.ask(`/rapporteur monday ${text}`, pine)).why).toBe(why)
  })

  test('shows the digests, and another day', async () => {
    expect((await desk.ask('/rapporteur monday digest', pine)).words).toMatch(/Digests of/)
    const tuesday = await desk.ask('/rapporteur monday 2026-12-01', pine)
    expect(tuesday.words).toMatch(/Tue 1 Dec.*SWG-ETS/s)
    expect((await desk.ask('/rapporteur monday next Tuesday', pine)).words).toBe(tuesday.words)
  })
})

describe('whoever is in quiet hours at the hour', () => {
  /** In Berlin, where half past nine in Shanghai is half past two; quiet from 20:00 to 08:00 as is usual. */
  const robin = value('asks', 'robin')
  const quiet = async (from: string, until: string, member = 'robin') =>
    void (await desk.app.hearing.set(
      member,
      { quietHours: { from, until } },
      { via: 'command', request: `${member} ${from}` },
    ))
  const ofRobin = async () => {
    const run = await desk.app.runs.ahead('reminder')
    return run?.people?.asked.find(({ member }) => member.id === 'robin')
  }
  /** Writes the day's messages, and until when delivery then holds the one of robin's. */
  async function heldUntil(): Promise<Date | undefined> {
    desk.pass(new Date('2026-11-30T01:30:00Z').getTime() - desk.app.now().getTime())
    await desk.app.asks.planDue()
    const { claimed } = await desk.app.deliveries.claim(200)
    const own = claimed.find(({ member }) => member === 'robin')
    return own && desk.app.deliveries.quietUntil(own)
  }

  test.each([
    ['the usual hours', undefined, '2026-11-30T07:00:00.000Z', 'at 15:00, after their quiet hours'],
    [
      'hours of their own into the next day',
      ['22:00', '18:00'],
      '2026-11-30T17:00:00.000Z',
      'on Tue 1 Dec at 01:00, after their quiet hours',
    ],
  ])('by %s is told with the moment at which delivery says it', async (_what, hours, at, words) => {
    if (hours !== undefined) await quiet(hours[0] ?? '', hours[1] ?? '')
    expect(await ofRobin()).toMatchObject({ at: new Date(at), isLater: true })
    const shown = (await desk.ask('/rapporteur monday', pine)).words
    expect(shown).toContain(`Robin Sample: 1 overdue · ${words}`)
    expect(shown).toMatch(/: 26 at 09:30, 2 later, after their quiet hours\./)
    expect((await desk.ask('/rapporteur 预览', { ...pine, language: 'zh-CN' })).words).toMatch(
      /示例知更：1 项逾期 · .*发送（免打扰时段后）/,
    )
    expect((await heldUntil())?.toISOString()).toBe(at)
  })

  test('who hears at any hour is told at the hour', async () => {
    for (const member of ['robin', 'linden']) await quiet('00:00', '00:00', member)
    expect(await ofRobin()).toMatchObject({ at: new Date('2026-11-30T01:30:00Z') })
    expect((await desk.ask('/rapporteur monday', pine)).words).toContain('asked in person at 09:30')
    expect(await heldUntil()).toBeUndefined()
  })

  test('that everybody hears later is said without the hour', async () => {
    const run = await desk.app.runs.ahead('reminder')
    for (const { member } of run?.people?.asked ?? []) await quiet('09:00', '11:00', member.id)
    const { people } = (await desk.app.runs.ahead('reminder')) ?? {}
    // In Berlin it is half past two in the night, which is no hour of those.
    expect(
      people?.asked.filter(({ isLater }) => isLater === undefined).map(({ member }) => member.id),
    ).toEqual(['robin', 'linden'])
    for (const member of ['robin', 'linden']) await quiet('02:00', '03:00', member)
    const shown = (await desk.ask('/rapporteur monday', pine)).words
    expect(shown).toMatch(/will be asked in person, about \d+ things: later, after their quiet hours\./)
  })

  test('into a day off hears nothing of it, as is told', async () => {
    await quiet('02:00', '01:00')
    const run = await desk.app.runs.ahead('reminder', '2026-12-04')
    expect(run?.people?.unasked).toContainEqual(
      expect.objectContaining({
        member: expect.objectContaining({ id: 'robin' }),
        why: 'quiet-until-day-off',
      }),
    )
    expect((await desk.ask('/rapporteur monday 2026-12-04', pine)).words).toMatch(
      /Robin Sample: .*quiet hours last until a day off/,
    )
  })

  test('is shown their message with when it goes out; others with the hour', async () => {
    const shown = await desk.press('message.show', robin, pine)
    expect(shown.words).toMatch(
      /Robin Sample would read in person, on Mon,? 30 Nov 2026, 15:00, after their quiet hours/,
    )
    const inChinese = await desk.press('message.show', robin, { ...pine, language: 'zh-CN' })
    expect(inChinese.words).toMatch(/示例知更将在2026年11月30日周一 15:00（免打扰时段后）收到/)
    const other = await desk.press('message.show', value('asks', 'azalea'), pine)
    expect(other.words).toMatch(/would read in person, on Mon,? 30 Nov 2026, 09:30\./)
  })

  test('is told of once the others have heard, until they have', async () => {
    desk.pass(3 * dayMs - 2 * hourMs)
    await desk.app.asks.planDue()
    const shown = async () => (await desk.ask(`/rapporteur monday ${on}`, pine)).words
    expect(await shown()).toMatch(
      /are out already, but for 2 people in quiet hours.*Robin Sample \(at 15:00, after/s,
    )
    desk.pass(6 * hourMs)
    expect(await shown()).toMatch(/are out already\.(?!.*Robin)/s)
  })

  test('is told so by the command line', async () => {
    const lines = await previewAsks(desk.app, {})
    expect(lines).toContainEqual(
      expect.objectContaining({ member: 'robin', at: '2026-11-30T07:00:00.000Z', later: true }),
    )
    const text = previewAsksText(lines)
    expect(text).toContain('Robin Sample (robin) on 2026-11-30 at 15:00, after their quiet hours: 1 overdue')
    expect(text).toContain('Azalea Sample (azalea) on 2026-11-30 at 09:30: 1 overdue')
    const [line] = await previewAsks(desk.app, { who: 'robin' })
    expect(line).toMatchObject({ later: true, message: expect.anything() })
    const run = await previewMonday(desk.app)
    expect(previewMondayText(run)).toContain(
      'Asked in person at 09:30; 2 of 28 later, after their quiet hours',
    )
    desk.pass(3 * dayMs - 2 * hourMs)
    await desk.app.asks.planDue()
    const over = await previewMonday(desk.app, desk.app.now())
    expect(previewMondayText(over)).toContain(
      '(robin) hears it on 2026-11-30 at 15:00, after their quiet hours',
    )
    expect(mondayDocument(over)).toMatchObject({
      asks: {
        when: 'over',
        waiting: expect.arrayContaining([{ member: 'robin', at: '2026-11-30T07:00:00.000Z' }]),
      },
    })
  })
})

describe('a hold', () => {
  test('of a group keeps its slot from being said, on record with the reason, and shows at once', async () => {
    const { group } = await first()
    const held = await desk.press('message.hold', value('reminder', group), pine)
    expect([held.kind, held.words]).toEqual([
      'replace',
      expect.stringMatching(/Held: .*held by .*\[Release\]/s),
    ])
    const again = await desk.press('message.hold', value('reminder', group), pine)
    expect(again.words).toContain('Held already')
    desk.pass(3 * dayMs - 3 * hourMs)
    await desk.app.notices.planDue('reminder')
    expect(await slots()).toContain(`${group} withdrawn held`)
    desk.pass(7 * dayMs)
    await desk.app.notices.planDue('reminder')
    const next = await store().notices.ofRun('reminder', '2026-12-07')
    expect(next.find((one) => one.group === group)?.state).toBe('pending')
  })

  test('released before the hour lets it be said; after it as well, on the same day', async () => {
    const { group } = await first()
    await desk.press('message.hold', value('reminder', group), pine)
    const released = await desk.press('message.release', value('reminder', group), pine)
    expect(released.words).toContain('Released: ')
    await desk.press('message.hold', value('reminder', group), pine)
    desk.pass(3 * dayMs - 3 * hourMs)
    await desk.app.notices.planDue('reminder')
    expect(await slots()).toContain(`${group} withdrawn held`)
    await desk.press('message.release', value('reminder', group), pine)
    expect(await slots()).toContain(`${group} pending `)
  })

  test('of a waiting message counts when it is delivered', async () => {
    const { group } = await first()
    desk.pass(3 * dayMs - 3 * hourMs)
    await desk.app.notices.planDue('reminder')
    const waiting = (await store().notices.ofRun('reminder', on)).find((one) => one.group === group)
    await desk.press('message.hold', value('reminder', group), pine)
    const claimed = (await desk.app.deliveries.claim(50)).claimed.find(({ id }) => id === waiting?.id)
    if (claimed === undefined) throw new Error('it was not to be said')
    expect(await desk.app.deliveries.facts(claimed)).toMatchObject({ say: false, why: 'held' })
  })

  test('of a person is asked on the next working day', async () => {
    const { member } = await first()
    await desk.press('message.hold', value('asks', member), pine)
    desk.pass(3 * dayMs - 2 * hourMs)
    await desk.app.asks.planDue()
    expect(await asked()).toContain(`${member} withdrawn held`)
    desk.pass(dayMs)
    await desk.app.asks.planDue()
    const tuesday = await store().notices.asksOn('2026-12-01')
    expect(tuesday.find((one) => one.member === member)?.state).toBe('pending')
  })

  test('of everything keeps all of it, and is one entry of the audit', async () => {
    const all = await desk.press('message.hold', value('reminder', '*'), pine)
    expect(all.words).toMatch(/Everything of that day is held by/)
    expect(all.words).not.toContain('[Hold]')
    desk.pass(3 * dayMs - 2 * hourMs)
    await desk.app.notices.planDue('reminder')
    await desk.app.asks.planDue()
    expect([...(await slots()), ...(await asked())].filter((line) => line.includes('pending'))).toEqual([])
    const entries = await store().audit.of({ kind: 'hold', id: `${on} reminder *` })
    expect(entries).toMatchObject([
      { what: 'hold', by: 'pine', via: 'button', after: { held: ['reminder', 'asks'] } },
    ])
    await desk.press('message.release', value('reminder', '*'), pine)
    expect([...(await slots()), ...(await asked())].filter((line) => line.includes('held'))).toEqual([])
    expect(await store().audit.of({ kind: 'hold', id: `${on} reminder *` })).toHaveLength(2)
  })

  test.each([
    ['reminder', 'WG99', 'ahead.gone'],
    ['asks', 'nobody', 'ahead.gone'],
  ])('of what is not there is refused: %s %s', async (what, who, why) => {
    expect((await desk.press('message.hold', value(what, who), pine)).why).toBe(why)
  })

  test('of a day that is over is refused', async () => {
    const { group } = await first()
    desk.pass(10 * dayMs)
    expect((await desk.press('message.hold', value('reminder', group), pine)).why).toBe('ahead.past')
  })
})

describe('a message is shown', () => {
  test('as its group would read it, held or not, without buttons', async () => {
    const { group } = await first()
    await desk.press('message.hold', value('reminder', group), pine)
    const shown = await desk.press('message.show', value('reminder', group), pine)
    expect([shown.kind, shown.words]).toEqual(['ephemeral', expect.stringMatching(/would read in .*已逾期/s)])
    expect(JSON.stringify(shown.message)).not.toContain('action_id')
  })

  test('as a person would read it', async () => {
    const { member } = await first()
    const shown = await desk.press('message.show', value('asks', member), pine)
    expect(shown.words).toMatch(/would read in person/)
    expect(JSON.stringify(shown.message)).not.toContain('action_id')
  })
})

test('the chair looks, and has no buttons to hold anything', async () => {
  const members = await desk.app.members.all()
  const chair = members.find(({ roles }) => roles.some(({ role }) => role === 'chair'))
  if (chair === undefined) throw new Error('nobody takes the chair')
  const shown = await desk.ask('/rapporteur monday', { member: chair.id })
  expect(shown.words).toContain('what they will say')
  expect(JSON.stringify(shown.message)).not.toMatch(/message\.(?:hold|release)/)
})
