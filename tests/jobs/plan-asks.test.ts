import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { planAsks } from '../../jobs/plan-asks.ts'
import { planWeeklyReminders } from '../../jobs/plan-weekly-reminders.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { Asking } from '../../src/domain/reminder/asking.ts'
import { plainText } from '../../src/views/plain-text.ts'
import { testDatabase } from '../database.ts'
import { assignment } from '../domain/assignment/arbitraries.ts'
import { channelOf, day, deliver, hour, minute, type Outgoing, outgoing, secretariat } from './outgoing.ts'

const { database } = await testDatabase()

let committees = 0
let bot: Outgoing
/** It is Monday, 23 November 2026, 09:00 in Shanghai. Lotus leads WG8, Linden is her deputy, Jasmine and Robin are members. */
beforeEach(() => open())
afterEach(() => bot.sandbox.close())

async function open(asking: Partial<Asking> = {}): Promise<void> {
  bot = await outgoing(database, `asks-${++committees}`, ['WG8'], { secretariat: true })
  const committee = await bot.store.committee.get()
  if (committee === undefined) throw new Error('no committee')
  await bot.store.committee.put({ ...committee, asking })
  for (const one of await bot.store.assignments.all())
    await bot.store.assignments.put({ ...one, state: 'withdrawn' })
  const people = [
    ['lotus', 'U0LOTUS', 'convenor'],
    ['linden', 'U0LINDEN', 'deputy'],
    ['jasmine', 'U0JASMINE', 'member'],
    ['robin', 'U0ROBIN', 'member'],
  ] as const
  for (const [id, slackId, role] of people)
    await bot.store.members.put({
      id,
      names: { en: `${id[0]?.toUpperCase()}${id.slice(1)} Example` },
      slackId,
      language: 'en',
      roles: [{ role, group: 'WG8' }],
    })
}

const owes = async (id: string, change: Partial<Assignment> = {}) =>
  bot.store.assignments.put(
    assignment(id, { owner: { kind: 'member', id: 'jasmine', names: {} }, ...change }),
  )

/** A run of everything, at the present moment and a minute after. */
async function run(): Promise<void> {
  await planWeeklyReminders.perform(bot.app, {}, bot.app.now())
  await planAsks.perform(bot.app, {}, bot.app.now())
  for (const _again of [1, 2]) {
    await deliver(bot.app)
    bot.pass(minute)
  }
}

/** Goes on from day to day, each with a run at the present hour. */
async function live(days: number): Promise<void> {
  for (let count = 0; count < days; count += 1) {
    bot.pass(day - 2 * minute)
    await run()
  }
}

const heard = (person: string) =>
  bot.sandbox
    .messages(`D0${person.toUpperCase()}`)
    .map(({ text, blocks }) => plainText({ text, blocks } as never))
const inChannel = () =>
  bot.sandbox.messages(channelOf('WG8')).map(({ text, blocks }) => plainText({ text, blocks } as never))
const told = () =>
  bot.sandbox.messages(channelOf(secretariat)).map(({ text, blocks }) => plainText({ text, blocks } as never))

const member = async (id: string) => {
  const found = await bot.store.members.byId(id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const by = async (id: string) => ({ member: await member(id), via: 'button' as const })

describe('who owes something', () => {
  test('is asked in person from the committee’s hour on, in one message, and once however often it runs', async () => {
    await owes('a1', { dueOn: '2026-11-20' })
    await owes('a2', { dueOn: '2026-11-25' })
    await owes('a3', { dueOn: '2027-06-30' })
    await run()
    expect(heard('jasmine')).toEqual([])
    bot.pass(hour)
    for (const _again of [1, 2, 3]) await run()
    expect(heard('jasmine')).toEqual([
      expect.stringMatching(/2 things wait for you.*Overdue.*a1.*Due soon.*a2/s),
    ])
    expect(heard('jasmine')[0]).not.toContain('a3')
    expect(heard('robin')).toEqual([])
  })

  test('hears nothing on a day off, and of what was done before it was said', async () => {
    await owes('a1', { dueOn: '2026-11-20' })
    bot.pass(5 * day + hour)
    await run()
    expect(heard('jasmine')).toEqual([])
    bot.pass(2 * day)
    await planAsks.perform(bot.app, {}, bot.app.now())
    const done = await bot.app.assignments.act(
      'a1',
      { kind: 'finish', on: '2026-11-30' },
      await by('jasmine'),
    )
    expect(done.ok).toBe(true)
    await run()
    expect(heard('jasmine')).toEqual([])
    expect(await bot.store.notices.latest(1)).toMatchObject([
      { kind: 'asks', state: 'withdrawn', reason: 'settled' },
    ])
  })

  test('hears nothing on a day off of what an outage left from the day before, and is asked on the next', async () => {
    await owes('a1', { dueOn: '2026-11-20' })
    bot.pass(4 * day + hour)
    await planAsks.perform(bot.app, {}, bot.app.now())
    bot.pass(day)
    await deliver(bot.app)
    expect(heard('jasmine')).toEqual([])
    expect(await bot.store.notices.latest(1)).toMatchObject([
      { kind: 'asks', state: 'withdrawn', reason: 'day-off' },
    ])
    bot.pass(2 * day)
    await run()
    expect(heard('jasmine')).toEqual([expect.stringMatching(/Overdue.*a1/s)])
  })

  test('is not asked any more once they have said how it goes, and the message shows it', async () => {
    await owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await run()
    await bot.app.assignments.act('a1', { kind: 'update', text: 'half of it' }, await by('jasmine'))
    await run()
    expect(heard('jasmine')).toEqual([expect.stringMatching(/a1.*Jasmine Example.*half of it/s)])
    expect(heard('jasmine')[0]).not.toContain('[Done…]')
    await live(4)
    expect(heard('jasmine')).toHaveLength(1)
    await live(3)
    expect(heard('jasmine')).toHaveLength(2)
  })

  test('hears of what is new, at once and with who gave it, and may take it on with one press', async () => {
    await bot.app.assignments.add(
      {
        titles: { en: 'A draft' },
        group: 'WG8',
        owner: { kind: 'member', id: 'jasmine', names: {} },
        standards: [],
      },
      await by('lotus'),
    )
    bot.pass(hour)
    await run()
    expect(heard('jasmine')).toEqual([
      expect.stringMatching(/New for you.*A draft.*given by Lotus Example.*\[Accept\].*\[Give back…\]/s),
    ])
    await bot.app.assignments.act('a1', { kind: 'accept' }, await by('jasmine'))
    await live(30)
    expect(heard('jasmine')).toEqual([expect.stringMatching(/accepted/)])
  })

  test('gives it back: the convenor is asked to decide, and the former owner hears no more', async () => {
    await owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await run()
    await bot.app.assignments.act('a1', { kind: 'decline', why: 'no time' }, await by('jasmine'))
    bot.pass(day)
    await run()
    expect(heard('lotus')).toEqual([
      expect.stringMatching(/To decide.*a1.*Jasmine Example gives it back.*no time/s),
    ])
    const to = { kind: 'member' as const, id: 'robin', names: {} }
    await bot.app.assignments.act('a1', { kind: 'give', to }, await by('lotus'))
    await live(12)
    expect(heard('jasmine')).toHaveLength(1)
    expect(heard('robin')[0]).toMatch(/New for you.*a1/s)
    expect(heard('lotus')[0]).toContain('decided')
  })

  test('never hears more a week than the committee allows, and what can’t wait has the last place', async () => {
    await bot.sandbox.close()
    await open({ perWeek: 2 })
    for (const nth of [1, 2, 3, 4, 5])
      await owes(`a${nth}`, {
        dueOn: `2026-11-${25 + nth}`,
        life: { given: { at: new Date('2026-11-01'), by: 'lotus' } },
      })
    bot.pass(hour)
    await live(28)
    const weeks = new Map<number, number>()
    for (const { ts } of bot.sandbox.messages('D0JASMINE')) {
      const week = Math.floor((Number(ts) * 1000 - Date.parse('2026-11-22T16:00:00Z')) / (7 * day))
      weeks.set(week, (weeks.get(week) ?? 0) + 1)
    }
    expect(weeks.size).toBeGreaterThan(2)
    expect(Math.max(...weeks.values())).toBeLessThanOrEqual(2)
    expect(heard('jasmine').join()).toMatch(/Overdue.*a5/s)
  })

  test('who is not in Slack yet is waited for through the day, and asked anew on the next', async () => {
    await owes('a1', { dueOn: '2026-11-20' })
    const { slackId: _none, ...unlinked } = await member('jasmine')
    await bot.store.members.put({ ...unlinked, id: 'newcomer' })
    await owes('a2', { dueOn: '2026-11-20', owner: { kind: 'member', id: 'newcomer', names: {} } })
    bot.pass(hour)
    await run()
    const waiting = async () =>
      (await bot.store.notices.latest(9)).filter(
        (one) => one.member === 'newcomer' && !one.period.startsWith('unreached'),
      )
    expect(await waiting()).toMatchObject([{ state: 'pending', reason: 'no-slack-id' }])
    await live(1)
    expect((await waiting()).map(({ state, reason }) => [state, reason])).toEqual([
      ['pending', 'no-slack-id'],
      ['withdrawn', 'not-in-slack'],
    ])
    await bot.store.members.linkSlack('newcomer', 'U0PINE')
    bot.pass(hour)
    await run()
    expect(heard('pine')).toEqual([expect.stringMatching(/a2/)])
  })

  test('who is away is not asked; a stand-in is, in their place', async () => {
    await owes('a1', { dueOn: '2026-11-20' })
    await owes('a2', { dueOn: '2026-11-20', owner: { kind: 'member', id: 'robin', names: {} } })
    const away = { from: '2026-11-23', until: '2026-11-27' }
    await bot.store.absences.put({ id: 'b1', member: 'jasmine', ...away, standIn: 'linden' }, bot.app.now())
    await bot.store.absences.put({ id: 'b2', member: 'robin', ...away }, bot.app.now())
    bot.pass(hour)
    await run()
    expect(heard('jasmine')).toEqual([])
    expect(heard('robin')).toEqual([])
    expect(heard('linden')).toEqual([expect.stringMatching(/a1.*in place of Jasmine Example, who is away/s)])
    await live(7)
    expect(heard('robin')).toHaveLength(1)
  })

  test('puts it off: nothing before that day, and all of it once then', async () => {
    await owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await run()
    const [asks] = await bot.store.notices.latest(1)
    const snooze = { notice: asks?.id ?? '', until: '2026-12-07', member: 'jasmine' }
    expect(await bot.app.notices.snooze(snooze, { ...(await by('lotus')), request: 'r1' })).toBe('done')
    await owes('a2', { dueOn: '2026-11-26' })
    await run()
    expect(heard('jasmine')).toEqual([expect.stringMatching(/Put off until .*7 Dec/)])
    await live(13)
    expect(heard('jasmine')).toHaveLength(1)
    await live(1)
    expect(heard('jasmine')).toHaveLength(2)
    expect(heard('jasmine')[1]).toMatch(/a1.*a2/s)
  })
})

describe('a reminder that nobody acknowledges', () => {
  beforeEach(async () => {
    await owes('a1', { dueOn: '2026-11-20', life: { blocked: { at: new Date('2026-11-01'), why: 'x' } } })
    await run()
    bot.pass(hour)
  })

  test('goes to the convenor, then to the deputies, then to the secretariat, each once and in other words', async () => {
    expect(inChannel()).toHaveLength(1)
    await live(1)
    expect(heard('lotus')).toEqual([])
    await live(1)
    expect(heard('lotus')).toEqual([
      expect.stringMatching(/the reminder of 23 Nov in .*waits for your acknowledgement/),
    ])
    await live(1)
    expect(heard('linden')).toEqual([])
    await live(1)
    expect(heard('linden')).toEqual([
      expect.stringMatching(/the convenor has not acknowledged.*As a deputy/s),
    ])
    await live(3)
    expect(told().join()).not.toMatch(/answers? no reminders/)
    await live(1)
    const unanswered = () => told().filter((text) => /answers? no reminders/.test(text))
    expect(unanswered()).toEqual([expect.stringMatching(/Group WG8.*none since 23 Nov 2026/s)])
    await live(14)
    expect(heard('lotus')).toHaveLength(1)
    expect(heard('linden')).toHaveLength(1)
    expect(unanswered()).toHaveLength(1)
  })

  test('is nobody’s any more once it is acknowledged, wherever it was asked', async () => {
    await live(2)
    const [reminder] = (await bot.store.notices.latest(20)).filter(({ kind }) => kind === 'reminder')
    await bot.app.notices.acknowledge({ notice: reminder?.id ?? '', member: 'lotus' })
    await run()
    expect(heard('lotus')).toEqual([expect.stringMatching(/answered meanwhile/)])
    expect(inChannel()[0]).toMatch(/Acknowledged by Lotus Example/)
    await live(3)
    expect(heard('linden')).toEqual([])
  })

  test('is answered by what its convenor does about it', async () => {
    await bot.app.assignments.act(
      'a1',
      { kind: 'set-due', on: '2026-12-20', why: 'held up' },
      await by('lotus'),
    )
    await run()
    expect(inChannel()[0]).toMatch(/Lotus Example · .* · Assignment a1/)
    await live(7)
    expect(heard('lotus')).toEqual([])
  })

  test('is asked of nobody once all that it names is withdrawn', async () => {
    await bot.app.assignments.act('a1', { kind: 'withdraw', why: 'not needed' }, await by('lotus'))
    await live(9)
    for (const one of ['lotus', 'linden']) expect(heard(one)).toEqual([])
    expect(told().join()).not.toMatch(/answers? no reminders/)
  })

  test('is put off: it says so, is silent, and comes back once', async () => {
    const [reminder] = (await bot.store.notices.latest(20)).filter(({ kind }) => kind === 'reminder')
    const snooze = { notice: reminder?.id ?? '', until: '2026-12-02', member: 'lotus' }
    expect(await bot.app.notices.snooze(snooze, { ...(await by('lotus')), request: 'r1' })).toBe('done')
    await run()
    expect(inChannel()).toEqual([expect.stringMatching(/Put off until .*2 Dec.* by Lotus Example/)])
    expect(inChannel()[0]).not.toContain('a1')
    // Its Monday lies before that day.
    await live(8)
    expect(inChannel()).toHaveLength(1)
    await live(1)
    expect(inChannel()).toHaveLength(2)
    expect(inChannel()[1]).toMatch(/Overdue \(1\).*Assignment a1/s)
    expect(heard('lotus')).toEqual([])
    const kept = await bot.store.audit.of({ kind: 'notice', id: reminder?.id ?? '' })
    expect(kept).toMatchObject([{ what: 'snooze', by: 'lotus', after: { snoozedUntil: '2026-12-02' } }])
  })

  test('is put off to a day after today, and not for ever', async () => {
    const [reminder] = (await bot.store.notices.latest(20)).filter(({ kind }) => kind === 'reminder')
    for (const until of ['2026-11-23', '2026-11-01', '2027-02-01'])
      expect(
        await bot.app.notices.snooze(
          { notice: reminder?.id ?? '', until, member: 'lotus' },
          { via: 'button', request: `r ${until}` },
        ),
      ).toBe('bad-day')
    await bot.app.notices.acknowledge({ notice: reminder?.id ?? '', member: 'lotus' })
    expect(
      await bot.app.notices.snooze(
        { notice: reminder?.id ?? '', until: '2026-11-30', member: 'lotus' },
        { via: 'button', request: 'r' },
      ),
    ).toBe('acknowledged')
  })
})
