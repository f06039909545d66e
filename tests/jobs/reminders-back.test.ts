import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actions, answer } from '../../commands/index.ts'
import { callerFor } from '../../src/contract/caller.ts'
import { plainText } from '../../src/views/plain-text.ts'
import { testDatabase } from '../database.ts'
import { type Living, living } from './living.ts'

const { database } = await testDatabase()

let committees = 0
let bot: Living
beforeEach(async () => {
  bot = await living(database, `back-${++committees}`)
  await bot.owes('a1', { dueOn: '2026-12-11', owner: { kind: 'member', id: 'robin', names: {} } })
})
afterEach(() => bot.sandbox.close())

/** WG8 lives there, and hears its reminders at nine on Mondays. */
async function livesIn(zone: string, calendar: string): Promise<void> {
  const group = await bot.store.groups.byCode('WG8')
  if (group === undefined) throw new Error('no WG8')
  await bot.store.groups.put({ ...group, zone, calendar })
  const activeSince = new Date('2026-11-20T00:00:00Z')
  await bot.store.schedules.put({ group: 'WG8', kind: 'reminder', cron: '0 9 * * 1', zone, activeSince })
}

async function runAt(moment: string): Promise<void> {
  bot.pass(Date.parse(moment) - bot.app.now().getTime())
  await bot.run()
}

async function callerOf(id: string) {
  return callerFor(bot.app, {
    slackId: `U0${id.toUpperCase()}`,
    request: `r-${bot.app.now().getTime()}`,
    locale: 'en',
    zone: 'Asia/Shanghai',
    member: await bot.member(id),
  })
}

/** Lotus chooses below the newest reminder. */
async function putOff(until: 'tomorrow' | 'monday'): Promise<void> {
  const value = JSON.stringify({ notice: await bot.app.notices.newestReminder('WG8'), until })
  const menu = actions.find(({ id }) => id === 'notice.snooze')
  await menu?.answer(bot.app, await callerOf('lotus'), value)
}

async function asked(id: string, text: string): Promise<string> {
  const reply = await answer(bot.app, await callerOf(id), { command: '/rapporteur', text })
  return 'message' in reply ? plainText(reply.message) : ''
}

describe('a reminder that was put off comes back', () => {
  test('on the next working day of its own group, at the hour of that group’s reminders', async () => {
    await livesIn('Europe/Berlin', 'DE')
    await runAt('2026-12-21T08:05:00Z')
    expect(bot.inChannel()).toHaveLength(1)
    await runAt('2026-12-22T09:00:00Z')
    await putOff('tomorrow')
    // Half past nine in Shanghai is still night in Berlin.
    await runAt('2026-12-23T01:35:00Z')
    await runAt('2026-12-23T07:58:00Z')
    expect(bot.inChannel()).toHaveLength(1)
    await runAt('2026-12-23T08:01:00Z')
    expect(bot.inChannel()).toHaveLength(2)
    expect(bot.inChannel()[1]).toMatch(/reminder for Wed 23 Dec/)
  })

  test('with the reminder of the first day after the holidays, once', async () => {
    await livesIn('Europe/Berlin', 'DE')
    await runAt('2026-12-21T08:05:00Z')
    await runAt('2026-12-24T09:00:00Z')
    await putOff('tomorrow')
    await runAt('2026-12-24T09:02:00Z')
    expect(bot.inChannel()[0]).toMatch(/Put off until .*28 Dec/)
    expect(await asked('pine', 'monday 2026-12-25')).not.toMatch(/comes back/)
    for (const moment of ['2026-12-25T01:35:00Z', '2026-12-25T08:05:00Z', '2026-12-26T08:05:00Z'])
      await runAt(moment)
    expect(bot.inChannel()).toHaveLength(1)
    await runAt('2026-12-28T01:35:00Z')
    await runAt('2026-12-28T08:05:00Z')
    await runAt('2026-12-28T12:00:00Z')
    expect(bot.inChannel()).toHaveLength(2)
    expect(bot.inChannel()[1]).toMatch(/reminder for Mon 28 Dec/)
  })

  test('never on the Sunday of a group that lives behind the committee’s clock', async () => {
    await livesIn('America/New_York', 'US')
    await runAt('2026-12-21T14:05:00Z')
    await runAt('2026-12-22T20:00:00Z')
    await putOff('monday')
    for (const moment of ['2026-12-28T01:31:00Z', '2026-12-28T13:00:00Z']) await runAt(moment)
    expect(bot.inChannel()).toHaveLength(1)
    for (const moment of ['2026-12-28T14:01:00Z', '2026-12-29T01:31:00Z']) await runAt(moment)
    expect(bot.inChannel()).toHaveLength(2)
  })

  test('as soon as it may where an outage made it late, and not at night', async () => {
    await runAt('2026-12-21T01:05:00Z')
    await runAt('2026-12-22T01:05:00Z')
    await putOff('tomorrow')
    // Half past midnight in Shanghai, on the day after.
    await runAt('2026-12-23T16:30:00Z')
    expect(bot.inChannel()).toHaveLength(1)
    expect(await asked('pine', 'monday 2026-12-24')).toMatch(/24 Dec 2026, 08:00.*comes back/s)
    await runAt('2026-12-24T00:01:00Z')
    expect(bot.inChannel()).toHaveLength(2)
  })

  test('is seen ahead with its own hour, held there, and said once it is released', async () => {
    await livesIn('Europe/Berlin', 'DE')
    await runAt('2026-12-21T08:05:00Z')
    await runAt('2026-12-22T09:00:00Z')
    await putOff('tomorrow')
    expect(await asked('pine', 'monday 2026-12-23')).toMatch(/WG8.*23 Dec 2026, 09:00.*comes back/s)
    const hold = { kind: 'reminder' as const, recipient: 'WG8', on: '2026-12-23' }
    const by = { ...(await bot.by('pine')), request: 'hold' }
    expect(await bot.app.holds.hold(hold, by)).toBe('done')
    await runAt('2026-12-23T08:01:00Z')
    expect(bot.inChannel()).toHaveLength(1)
    expect(await bot.app.holds.release(hold, { ...by, request: 'release' })).toBe('done')
    await runAt('2026-12-23T08:30:00Z')
    expect(bot.inChannel()).toHaveLength(2)
  })
})

describe('a reminder that a day marked meanwhile has made late', () => {
  beforeEach(async () => {
    const committee = await bot.store.committee.get()
    if (committee === undefined) throw new Error('no committee')
    await bot.store.committee.put({ ...committee, asking: { onDayOff: 'before' } })
    await bot.owes('a2', { dueOn: '2026-11-20', owner: { kind: 'member', id: 'robin', names: {} } })
    await runAt('2026-11-23T01:35:00Z')
    await runAt('2026-11-28T03:00:00Z')
    await asked('pine', 'off 2026-11-30 because of the move')
  })

  test('is seen ahead on the day on which it is said', async () => {
    const ahead = await asked('pine', 'monday')
    expect(ahead).toMatch(/1 Dec.*WG8.*Tue, 1 Dec 2026.*meant for Mon 30 Nov, comes late/s)
    expect(ahead).not.toContain('a day off')
    await runAt('2026-12-01T01:35:00Z')
    expect(bot.inChannel()).toHaveLength(2)
  })

  test('is held on that day, and said once it is released', async () => {
    const hold = { kind: 'reminder' as const, recipient: 'WG8', on: '2026-12-01' }
    const by = { ...(await bot.by('pine')), request: 'hold' }
    expect(await bot.app.holds.hold(hold, by)).toBe('done')
    await runAt('2026-12-01T01:35:00Z')
    expect(bot.inChannel()).toHaveLength(1)
    expect(await bot.app.holds.release(hold, { ...by, request: 'release' })).toBe('done')
    await runAt('2026-12-01T02:35:00Z')
    expect(bot.inChannel()).toHaveLength(2)
  })
})
