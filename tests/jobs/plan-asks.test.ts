import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { planAsks } from '../../jobs/plan-asks.ts'
import type { Gesture } from '../../src/domain/assignment/gestures.ts'
import type { Asking } from '../../src/domain/reminder/asking.ts'
import { testDatabase } from '../database.ts'
import { type Living, living } from './living.ts'
import { day, deliver, hour, minute } from './outgoing.ts'

const { database } = await testDatabase()

const refusedAsk = { by: 'jasmine', on: '2026-12-30', why: 'late comments' }

let committees = 0
let bot: Living
beforeEach(() => open())
afterEach(() => bot.sandbox.close())

async function open(asking: Partial<Asking> = {}): Promise<void> {
  bot = await living(database, `asks-${++committees}`, { asking })
}

describe('who owes something', () => {
  test('is asked in person from the committee’s hour on, in one message, and once however often it runs', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    await bot.owes('a2', { dueOn: '2026-11-25' })
    await bot.owes('a3', { dueOn: '2027-06-30' })
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([])
    bot.pass(hour)
    for (const _again of [1, 2, 3]) await bot.run()
    expect(bot.heard('jasmine')).toEqual([
      expect.stringMatching(/2 things wait for you.*Overdue.*a1.*Due soon.*a2/s),
    ])
    expect(bot.heard('jasmine')[0]).not.toContain('a3')
    expect(bot.heard('robin')).toEqual([])
  })

  test('hears nothing on a day off, and of what was done before it was said', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(5 * day + hour)
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([])
    bot.pass(2 * day)
    await planAsks.perform(bot.app, {}, bot.app.now())
    const done = await bot.app.assignments.act(
      'a1',
      { kind: 'finish', on: '2026-11-30' },
      await bot.by('jasmine'),
    )
    expect(done.ok).toBe(true)
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([])
    expect(await bot.store.notices.latest(1)).toMatchObject([
      { kind: 'asks', state: 'withdrawn', reason: 'settled' },
    ])
  })

  test('hears nothing on a day off of what an outage left from the day before, and is asked on the next', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(4 * day + hour)
    await planAsks.perform(bot.app, {}, bot.app.now())
    bot.pass(day)
    await deliver(bot.app)
    expect(bot.heard('jasmine')).toEqual([])
    expect(await bot.store.notices.latest(1)).toMatchObject([
      { kind: 'asks', state: 'withdrawn', reason: 'day-off' },
    ])
    bot.pass(2 * day)
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/Overdue.*a1/s)])
  })

  test('is not asked any more once they have said how it goes, and the message shows it', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    await bot.app.assignments.act('a1', { kind: 'update', text: 'half of it' }, await bot.by('jasmine'))
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/a1.*Jasmine Example.*half of it/s)])
    expect(bot.heard('jasmine')[0]).not.toContain('[Done…]')
    await bot.live(4)
    expect(bot.heard('jasmine')).toHaveLength(1)
    await bot.live(3)
    expect(bot.heard('jasmine')).toHaveLength(2)
  })

  test('hears of what is new, at once and with who gave it, and may take it on with one press', async () => {
    await giveDraft()
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([
      expect.stringMatching(/New for you.*A draft.*given by Lotus Example.*\[Accept\].*\[Give back…\]/s),
    ])
    await bot.app.assignments.act('a1', { kind: 'accept' }, await bot.by('jasmine'))
    await bot.live(30)
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/accepted/)])
  })

  test('reads why somebody else passed it on to them', async () => {
    await bot.owes('a1', { dueOn: '2027-06-30' })
    const to = { kind: 'member' as const, id: 'robin', names: {} }
    const gesture = { kind: 'give' as const, to, why: 'the lab is hers' }
    await bot.app.assignments.act('a1', gesture, await bot.by('lotus'))
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('robin')).toEqual([
      expect.stringMatching(/New for you.*given by Lotus Example\n> the lab is hers/s),
    ])
  })

  test('reads in its heading what still waits, as it is answered', async () => {
    for (const id of ['a1', 'a2', 'a3']) await bot.owes(id, { dueOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    const reads = () => bot.heard('jasmine')[0]?.split('\n')[0]
    expect(reads()).toBe('3 things wait for you')
    const does = async (id: string, gesture: Gesture, who: string) => {
      await bot.app.assignments.act(id, gesture, await bot.by(who))
      await bot.run()
    }
    await does('a1', { kind: 'update', text: 'half done' }, 'jasmine')
    expect(reads()).toBe('2 things wait for you')
    await does('a2', { kind: 'finish', on: '2026-11-23' }, 'lotus')
    expect(reads()).toBe('1 thing waits for you')
    const [asks] = await bot.store.notices.latest(1)
    const snooze = { notice: asks?.id ?? '', until: '2026-12-07', member: 'jasmine' }
    await bot.app.notices.snooze(snooze, { ...(await bot.by('jasmine')), request: 'r1' })
    await bot.run()
    expect(reads()).toBe('Put off until 7 Dec 2026: 1 thing')
    await does('a3', { kind: 'withdraw', why: 'not needed' }, 'lotus')
    expect(reads()).toBe('Nothing here waits for you any more')
    expect(bot.heard('jasmine')).toEqual([expect.not.stringContaining('Put off')])
  })

  test('hears of what is new also where its day was set before they heard, and is asked whether they take it on', async () => {
    await giveDraft()
    bot.pass(minute)
    const moved = { kind: 'set-due' as const, on: '2027-03-31', why: 'the plenary' }
    await bot.app.assignments.act('a1', moved, await bot.by('lotus'))
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/New for you.*A draft/s)])
    await bot.live(9)
    expect(bot.heard('jasmine')[1]).toMatch(/Do you take it on\?.*A draft/s)
  })

  test('gives it back: the convenor is asked to decide, and the former owner hears no more', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    await bot.app.assignments.act('a1', { kind: 'decline', why: 'no time' }, await bot.by('jasmine'))
    bot.pass(day)
    await bot.run()
    expect(bot.heard('lotus')).toEqual([
      expect.stringMatching(/To decide.*a1.*Jasmine Example gives it back.*no time/s),
    ])
    const to = { kind: 'member' as const, id: 'robin', names: {} }
    await bot.app.assignments.act('a1', { kind: 'give', to }, await bot.by('lotus'))
    await bot.live(12)
    expect(bot.heard('jasmine')).toHaveLength(1)
    expect(bot.heard('robin')[0]).toMatch(/New for you.*a1/s)
    expect(bot.heard('lotus')[0]).toContain('decided')
  })

  test('hears on the next morning, once, that more time is refused, by whom and why, and at once where it was asked', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    bot.pass(minute)
    const ask = { kind: 'ask-due' as const, on: '2026-12-30', why: 'late comments' }
    await bot.app.assignments.act('a1', ask, await bot.by('jasmine'))
    bot.pass(minute)
    const refuse = { kind: 'decide-due' as const, isGranted: false, why: 'the <!here> ballot' }
    await bot.app.assignments.act('a1', refuse, await bot.by('lotus'))
    await bot.run()
    const said =
      /Decided meanwhile.*a1.*More time until 30 Dec 2026 refused · Lotus Example · .*: “the <!here> ballot”/s
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(said)])
    expect(bot.heard('jasmine')[0]).not.toContain('Overdue')
    expect(bot.heard('jasmine')[0]).toContain('[Done…]')
    expect(JSON.stringify(bot.sandbox.messages('D0JASMINE'))).not.toContain('<!here>')
    await bot.live(1)
    expect(bot.heard('jasmine')).toHaveLength(2)
    expect(bot.heard('jasmine')[1]).toMatch(said)
    await bot.live(4)
    expect(bot.heard('jasmine')).toHaveLength(2)
    await bot.live(3)
    expect(bot.heard('jasmine')).toHaveLength(3)
    // The next word about it still says what was decided, as its owner has not moved.
    expect(bot.heard('jasmine')[2]).toMatch(/Overdue.*a1.*refused · Lotus Example/s)
    expect(bot.inChannel().join()).toMatch(/Lotus Example · More time refused · .*: “the <!here> ballot”/)
  })

  test('who has moved since hears nothing of what was refused', async () => {
    await bot.owes('a1', { life: { dueAsked: { ...refusedAsk, at: bot.app.now() } } })
    bot.pass(minute)
    const refuse = { kind: 'decide-due' as const, isGranted: false, why: 'no' }
    await bot.app.assignments.act('a1', refuse, await bot.by('lotus'))
    bot.pass(minute)
    await bot.app.assignments.act('a1', { kind: 'update', text: 'so be it' }, await bot.by('jasmine'))
    bot.pass(hour)
    await bot.live(3)
    expect(bot.heard('jasmine')).toEqual([])
  })

  test('sees in their message that more time is granted and by whom, and is asked nothing there', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    await bot.owes('a2', { dueOn: '2026-11-23' })
    bot.pass(hour)
    await bot.run()
    bot.pass(minute)
    const ask = { kind: 'ask-due' as const, on: '2026-12-30', why: 'late comments' }
    await bot.app.assignments.act('a1', ask, await bot.by('jasmine'))
    await bot.app.assignments.act('a1', { kind: 'decide-due', isGranted: true }, await bot.by('lotus'))
    const set = { kind: 'set-due' as const, on: '2026-12-14', why: 'after the meeting' }
    await bot.app.assignments.act('a2', set, await bot.by('lotus'))
    await bot.run()
    const [message = ''] = bot.heard('jasmine')
    expect(message).toMatch(/a1.*in 37 days\n.*More time granted: due on 30 Dec 2026 · Lotus Example/)
    expect(message).toMatch(
      /a2.*in 21 days\n.*Due day set to 14 Dec 2026 · Lotus Example · .*: “after the meeting”/,
    )
    expect(message).not.toMatch(/Overdue|Due today|\[Done…\]/)
    await bot.live(5)
    expect(bot.heard('jasmine')).toHaveLength(1)
    await bot.live(15)
    expect(bot.heard('jasmine')[1]).toMatch(/Due soon.*a2.*Due day set to 14 Dec 2026 · Lotus Example/s)
  })

  test('hears with the reason that finished work is open again, though it has no due day', async () => {
    await bot.owes('a1', { state: 'done', doneOn: '2026-11-20' })
    await bot.app.assignments.act('a1', { kind: 'reopen', why: 'page 3 missing' }, await bot.by('lotus'))
    bot.pass(hour)
    await bot.run()
    const said = /Decided meanwhile.*a1.*Reopened · Lotus Example · .*: “page 3 missing”/s
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(said)])
    await bot.live(6)
    expect(bot.heard('jasmine')).toHaveLength(1)
    await bot.live(1)
    expect(bot.heard('jasmine')).toHaveLength(2)
    await bot.app.assignments.act('a1', { kind: 'update', text: 'found it' }, await bot.by('jasmine'))
    await bot.live(40)
    expect(bot.heard('jasmine')).toHaveLength(2)
  })

  test('whose stand-in hears it in their place, and who decided it themselves hears nothing', async () => {
    await bot.owes('a1', { state: 'done', doneOn: '2026-11-20' })
    await bot.owes('a2', {
      state: 'done',
      doneOn: '2026-11-20',
      owner: { kind: 'member', id: 'lotus', names: {} },
    })
    const away = { from: '2026-11-23', until: '2026-11-27' }
    await bot.store.absences.put({ id: 'b1', member: 'jasmine', ...away, standIn: 'robin' }, bot.app.now())
    for (const id of ['a1', 'a2'])
      await bot.app.assignments.act(id, { kind: 'reopen', why: 'page 3' }, await bot.by('lotus'))
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('robin')).toEqual([
      expect.stringMatching(/Reopened · Lotus Example.*in place of Jasmine Example/s),
    ])
    expect([...bot.heard('jasmine'), ...bot.heard('lotus')]).toEqual([])
  })

  test('whose it was sees in their message with whom it is now, and is asked nothing there', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('jasmine')[0]).toMatch(/Overdue.*a1/s)
    bot.pass(minute)
    const robin = { kind: 'member' as const, id: 'robin', names: { en: 'Robin Example' } }
    await bot.app.assignments.act('a1', { kind: 'give', to: robin }, await bot.by('lotus'))
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/with Robin Example now · Lotus Example/)])
  })

  test('in a closed group that is not theirs sees nothing of what becomes of it once it is somebody else’s', async () => {
    await bot.sandbox.close()
    bot = await living(database, `asks-${++committees}`, { codes: ['WG8', 'WG3'] })
    const group = await bot.store.groups.byCode('WG8')
    if (group === undefined) throw new Error('no WG8')
    await bot.store.groups.put({ ...group, isClosed: true })
    const jasmine = await bot.member('jasmine')
    await bot.store.members.put({ ...jasmine, roles: [{ role: 'member', group: 'WG3' }] })
    for (const id of ['s1', 's2']) await bot.owes(id, { titles: { en: `SECRET ${id}` }, dueOn: '2026-11-20' })
    await bot.owes('open', { group: 'WG3', dueOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('jasmine')[0]).toMatch(/SECRET s1.*SECRET s2/s)
    bot.pass(minute)
    const robin = { kind: 'member' as const, id: 'robin', names: { en: 'Robin Example' } }
    await bot.app.assignments.act('s1', { kind: 'decline', why: 'no time' }, await bot.by('jasmine'))
    await bot.run()
    expect(bot.heard('jasmine')[0]).toMatch(/SECRET s1.*given back/s)
    await bot.app.assignments.act('s1', { kind: 'give', to: robin }, await bot.by('lotus'))
    const evidence = 'https://secret.example/result'
    await bot.app.assignments.act('s1', { kind: 'finish', on: '2026-11-23', evidence }, await bot.by('robin'))
    await bot.run()
    const [message = ''] = bot.heard('jasmine')
    expect(message).toMatch(/One thing that was asked here is no longer yours/)
    expect(message).toMatch(/2 things wait.*Assignment open.*SECRET s2/s)
    expect(message).not.toMatch(/s1|Robin|secret\.example/)
  })

  test('and leads a closed group no more sees nothing of what they were asked to decide', async () => {
    const group = await bot.store.groups.byCode('WG8')
    if (group === undefined) throw new Error('no WG8')
    await bot.store.groups.put({ ...group, isClosed: true })
    await bot.owes('s1', {
      titles: { en: 'SECRET s1' },
      life: { dueAsked: { at: new Date('2026-11-20'), by: 'jasmine', on: '2026-12-30', why: 'x' } },
    })
    await bot.run()
    bot.pass(hour)
    await bot.live(2)
    const [first = ''] = bot.heard('lotus')
    expect(first).toMatch(/SECRET s1/)
    const lotus = await bot.member('lotus')
    await bot.store.members.put({ ...lotus, roles: [] })
    const robin = { kind: 'member' as const, id: 'robin', names: { en: 'Robin Example' } }
    await bot.app.assignments.act('s1', { kind: 'give', to: robin }, await bot.by('linden'))
    await bot.run()
    expect(bot.heard('lotus')[0]).toMatch(/no longer yours/)
    expect(bot.heard('lotus').join()).not.toMatch(/SECRET|Robin/)
  })

  test('whose day others set hears of it in its time, and what stood before still waits', async () => {
    await bot.owes('a1', { dueOn: '2026-11-24' })
    await bot.owes('a2', { dueOn: '2026-11-24' })
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('jasmine')[0]).toMatch(/2 things wait.*a1.*tomorrow/s)
    bot.pass(minute)
    await bot.app.assignments.act(
      'a1',
      { kind: 'set-due', on: '2026-11-25', why: 'the ballot' },
      await bot.by('lotus'),
    )
    await bot.app.assignments.act(
      'a2',
      { kind: 'set-due', on: '2027-03-31', why: 'the ballot' },
      await bot.by('lotus'),
    )
    await bot.run()
    const [first = ''] = bot.heard('jasmine')
    expect(first).toMatch(/1 thing waits for you/)
    expect(first).toMatch(/a1.*due 25 Nov, in 2 days.*Due day set to 25 Nov 2026 · Lotus Example.*\[Done…\]/s)
    expect(first).toMatch(/a2[^[]*Due day set to 31 Mar 2027/s)
    await bot.live(2)
    expect(bot.heard('jasmine')).toHaveLength(2)
    expect(bot.heard('jasmine')[1]).toMatch(/Due today.*a1/s)
    // What was said on another day counts no days any more.
    await bot.app.assignments.act(
      'a2',
      { kind: 'set-due', on: '2026-12-04', why: 'the ballot' },
      await bot.by('lotus'),
    )
    await bot.run()
    expect(bot.heard('jasmine')[0]).toMatch(/a2 Assignment a2 — due 4 Dec\n/)
  })

  test('hears also while it waits for others that more time is refused', async () => {
    await bot.owes('a1', { dueOn: '2026-11-27', life: { accepted: { at: new Date('2026-11-01') } } })
    const jasmine = await bot.by('jasmine')
    await bot.app.assignments.act('a1', { kind: 'block', why: 'no data' }, jasmine)
    bot.pass(minute)
    await bot.app.assignments.act('a1', { kind: 'ask-due', on: '2026-12-11', why: 'no data' }, jasmine)
    bot.pass(minute)
    const deny = { kind: 'decide-due' as const, isGranted: false, why: 'the ballot closes' }
    await bot.app.assignments.act('a1', deny, await bot.by('lotus'))
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([
      expect.stringMatching(
        /1 thing waits.*a1.*More time until 11 Dec 2026 refused · Lotus Example.*the ballot closes.*\[Done…\]/s,
      ),
    ])
    await bot.live(1)
    expect(bot.heard('jasmine')).toHaveLength(1)
  })

  test('and has given back what waited for somebody holds them up no more', async () => {
    await bot.owes('a1', { dueOn: '2026-11-27' })
    const waitsFor = { kind: 'member' as const, id: 'robin' }
    const jasmine = await bot.by('jasmine')
    await bot.app.assignments.act('a1', { kind: 'block', why: 'no data', waitsFor }, jasmine)
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('robin')).toHaveLength(1)
    await bot.app.assignments.act('a1', { kind: 'decline', why: 'no time' }, jasmine)
    await bot.live(14)
    expect(bot.heard('robin')).toHaveLength(1)
  })

  test('reads in their message who did what about it in their place, and why', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    bot.pass(minute)
    await bot.app.assignments.act('a1', { kind: 'block', why: 'no data' }, await bot.by('lotus'))
    await bot.run()
    expect(bot.heard('jasmine')[0]).toMatch(/blocked · Lotus Example for Jasmine Example: no data/)
  })

  test('never hears more a week than the committee allows, and what can’t wait has the last place', async () => {
    await bot.sandbox.close()
    await open({ perWeek: 2 })
    for (const nth of [1, 2, 3, 4, 5])
      await bot.owes(`a${nth}`, {
        dueOn: `2026-11-${25 + nth}`,
        life: { given: { at: new Date('2026-11-01'), by: 'lotus' } },
      })
    bot.pass(hour)
    await bot.live(28)
    const weeks = new Map<number, number>()
    for (const { ts } of bot.sandbox.messages('D0JASMINE')) {
      const week = Math.floor((Number(ts) * 1000 - Date.parse('2026-11-22T16:00:00Z')) / (7 * day))
      weeks.set(week, (weeks.get(week) ?? 0) + 1)
    }
    expect(weeks.size).toBeGreaterThan(2)
    expect(Math.max(...weeks.values())).toBeLessThanOrEqual(2)
    expect(bot.heard('jasmine').join()).toMatch(/Overdue.*a5/s)
  })

  test('who wants to hear once a week hears then what falls due later in that week', async () => {
    await bot.store.hearing.put({ member: 'jasmine', perWeek: 1 })
    await bot.owes('wednesday', { dueOn: '2026-12-16' })
    bot.pass(hour)
    await bot.live(17)
    expect(bot.heard('jasmine').at(-1)).toMatch(/Due soon.*Wednesday/is)
    const before = bot.heard('jasmine').length
    bot.pass(2 * hour)
    await bot.owes('far', { dueOn: '2027-06-30', life: { given: { at: bot.app.now(), by: 'lotus' } } })
    await bot.owes('overdue-then', { dueOn: '2026-12-15' })
    // What they have just spoken of they are left alone with.
    const spoken = { at: bot.app.now(), by: 'jasmine', text: 'half of it' }
    await bot.owes('moved', { dueOn: '2026-12-18', life: { doing: spoken, latest: spoken } })
    await bot.live(7)
    const heard = bot.heard('jasmine').slice(before)
    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatch(/New for you.*far.*Due soon.*overdue-then.*wednesday/is)
    expect(heard[0]).not.toMatch(/Assignment moved/)
  })

  test('who is not in Slack yet is waited for through the day, and asked anew on the next', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    const { slackId: _none, ...unlinked } = await bot.member('jasmine')
    await bot.store.members.put({ ...unlinked, id: 'newcomer' })
    await bot.owes('a2', { dueOn: '2026-11-20', owner: { kind: 'member', id: 'newcomer', names: {} } })
    bot.pass(hour)
    await bot.run()
    const waiting = async () =>
      (await bot.store.notices.latest(9)).filter(
        (one) => one.member === 'newcomer' && !one.period.startsWith('unreached'),
      )
    expect(await waiting()).toMatchObject([{ state: 'pending', reason: 'no-slack-id' }])
    await bot.live(1)
    expect((await waiting()).map(({ state, reason }) => [state, reason])).toEqual([
      ['pending', 'no-slack-id'],
      ['withdrawn', 'not-in-slack'],
    ])
    await bot.store.members.linkSlack('newcomer', 'U0PINE')
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('pine')).toEqual([expect.stringMatching(/a2/)])
  })

  test('who is away is not asked; a stand-in is, in their place', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    await bot.owes('a2', { dueOn: '2026-11-20', owner: { kind: 'member', id: 'robin', names: {} } })
    const away = { from: '2026-11-23', until: '2026-11-27' }
    await bot.store.absences.put({ id: 'b1', member: 'jasmine', ...away, standIn: 'linden' }, bot.app.now())
    await bot.store.absences.put({ id: 'b2', member: 'robin', ...away }, bot.app.now())
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([])
    expect(bot.heard('robin')).toEqual([])
    expect(bot.heard('linden')).toEqual([
      expect.stringMatching(/a1.*in place of Jasmine Example, who is away/s),
    ])
    await bot.live(7)
    expect(bot.heard('robin')).toHaveLength(1)
  })

  test('puts it off: nothing of it before that day, and all of it once then', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    await bot.owes('a2', { dueOn: '2026-11-19' })
    bot.pass(hour)
    await bot.run()
    await putOff('jasmine', '2026-12-07')
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/Put off until .*7 Dec/)])
    await bot.live(13)
    expect(bot.heard('jasmine')).toHaveLength(1)
    await bot.live(1)
    expect(bot.heard('jasmine')).toHaveLength(2)
    expect(bot.heard('jasmine')[1]).toMatch(/a2.*a1/s)
    expect(bot.heard('jasmine')[0]).toMatch(/Put off until .*7 Dec.*has come anew/)
    expect(bot.heard('jasmine')[0]).not.toContain('[')
    // What becomes of it later does not bring its old form back, and nobody puts it off again.
    await bot.app.assignments.act('a2', { kind: 'finish', on: '2026-12-07' }, await bot.by('jasmine'))
    await bot.run()
    expect(bot.heard('jasmine')[0]).toMatch(/has come anew/)
    const first = (await bot.store.notices.latest(99)).findLast(({ member }) => member === 'jasmine')
    const again = { notice: first?.id ?? '', until: '2026-12-14', member: 'jasmine' }
    const by = { ...(await bot.by('jasmine')), request: 'again' }
    expect(await bot.app.notices.snooze(again, by)).toBe('came-back')
  })

  test('whose week is full hears of what they put off in the next, and their message says nothing else before', async () => {
    await bot.store.hearing.put({ member: 'jasmine', perWeek: 1 })
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    await putOff('jasmine', '2026-12-02')
    await bot.owes('a2', { dueOn: '2026-11-27' })
    // On Monday they hear of the other thing alone, which fills their week.
    await bot.live(7)
    expect(bot.heard('jasmine')).toHaveLength(2)
    expect(bot.heard('jasmine')[1]).not.toContain('a1')
    await bot.live(4)
    expect(bot.heard('jasmine')).toHaveLength(2)
    expect(bot.heard('jasmine')[0]).not.toMatch(/come anew/)
    await bot.live(3)
    expect(bot.heard('jasmine')[2]).toContain('a1')
    expect(bot.heard('jasmine')[0]).toMatch(/come anew/)
  })

  test('hears of what is new though they have put other things off', async () => {
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    await putOff('jasmine', '2027-01-15')
    await bot.owes('a2', { dueOn: '2026-12-01', life: { given: { at: bot.app.now(), by: 'lotus' } } })
    await bot.live(25)
    const [, ...later] = bot.heard('jasmine')
    expect(later[0]).toMatch(/New for you.*a2/s)
    expect(later.some((text) => /Due today.*a2/s.test(text))).toBe(true)
    expect(later.some((text) => /Overdue.*a2/s.test(text))).toBe(true)
    for (const text of later) expect(text).not.toContain('a1')
  })

  test('and has put a decision off leaves it to the deputies meanwhile, and is asked other decisions', async () => {
    const given = { at: new Date('2026-11-20T00:00:00Z'), by: 'robin', why: 'no time' }
    const owner = { kind: 'member' as const, id: 'robin', names: {} }
    await bot.owes('a1', { owner, life: { declined: given } })
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('lotus')).toEqual([expect.stringMatching(/a1/)])
    await putOff('lotus', '2026-12-30')
    await bot.owes('a2', { owner, life: { declined: given } })
    await bot.live(1)
    expect(bot.heard('linden')).toEqual([expect.stringMatching(/a1/)])
    expect(bot.heard('linden')[0]).not.toContain('a2')
    expect(bot.heard('lotus').at(-1)).toMatch(/a2/)
    expect(bot.heard('lotus').at(-1)).not.toContain('a1')
  })

  test('gives it back where nobody who leads the group is there: the secretariat is asked to decide, and again', async () => {
    await bot.store.members.put({
      id: 'pine',
      names: { en: 'Pine Example' },
      slackId: 'U0PINE',
      language: 'en',
      roles: [{ role: 'secretariat' }],
    })
    for (const id of ['lotus', 'linden'])
      await bot.store.absences.put(
        { id, member: id, from: '2026-11-20', until: '2026-12-24' },
        new Date('2026-11-19T00:00:00Z'),
      )
    const dueAsked = { at: new Date('2026-11-20T00:00:00Z'), by: 'jasmine', why: 'the lab', on: '2026-12-11' }
    await bot.owes('a1', { dueOn: '2026-11-27', life: { dueAsked } })
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('pine')).toEqual([expect.stringMatching(/To decide.*a1/s)])
    await bot.live(7)
    expect(bot.heard('pine')).toHaveLength(2)
  })

  test('and is gone where nobody leads the group is put before the secretariat', async () => {
    await bot.store.members.put({
      id: 'pine',
      names: { en: 'Pine Example' },
      slackId: 'U0PINE',
      language: 'en',
      roles: [{ role: 'secretariat' }],
    })
    for (const id of ['lotus', 'linden', 'jasmine']) {
      const found = await bot.member(id)
      await bot.store.members.put({
        ...found,
        roles: found.roles.map((role) => ({ ...role, until: '2026-11-22' })),
      })
    }
    await bot.owes('a1', { dueOn: '2026-11-27' })
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('pine')).toEqual([expect.stringMatching(/Nobody is left who owes it.*a1/s)])
  })
})

/** Lotus gives Jasmine something without a due day: it is `a1`. */
async function giveDraft(): Promise<void> {
  const owner = { kind: 'member' as const, id: 'jasmine', names: {} }
  const given = { titles: { en: 'A draft' }, group: 'WG8', owner, standards: [] }
  await bot.app.assignments.add(given, await bot.by('lotus'))
}

/** Somebody puts off the newest message that they heard. */
async function putOff(member: string, until: string): Promise<void> {
  const heard = (await bot.store.notices.latest(20)).find(
    (one) => one.kind === 'asks' && one.member === member,
  )
  const by = { ...(await bot.by(member)), request: `off-${member}` }
  expect(await bot.app.notices.snooze({ notice: heard?.id ?? '', until, member }, by)).toBe('done')
}

describe('a reminder that nobody acknowledges', () => {
  beforeEach(async () => {
    await bot.owes('a1', { dueOn: '2026-11-20', life: { blocked: { at: new Date('2026-11-01'), why: 'x' } } })
    await bot.run()
    bot.pass(hour)
  })

  test('goes to the convenor, then to the deputies, then to the secretariat, each once and in other words', async () => {
    expect(bot.inChannel()).toHaveLength(1)
    await bot.live(1)
    expect(bot.heard('lotus')).toEqual([])
    await bot.live(1)
    expect(bot.heard('lotus')).toEqual([
      expect.stringMatching(/the reminder of 23 Nov in .*waits for your acknowledgement/),
    ])
    await bot.live(1)
    expect(bot.heard('linden')).toEqual([])
    await bot.live(1)
    expect(bot.heard('linden')).toEqual([
      expect.stringMatching(/the convenor has not acknowledged.*As a deputy/s),
    ])
    await bot.live(3)
    expect(bot.told().join()).not.toMatch(/answers? no reminders/)
    await bot.live(1)
    const unanswered = () => bot.told().filter((text) => /answers? no reminders/.test(text))
    expect(unanswered()).toEqual([expect.stringMatching(/Group WG8.*none since 23 Nov 2026/s)])
    // However long nobody answers, and far beyond what is looked back at in detail.
    await bot.live(90)
    expect(bot.heard('lotus')).toHaveLength(1)
    expect(bot.heard('linden')).toHaveLength(1)
    expect(unanswered()).toHaveLength(1)
  })

  test('goes to the deputies and the secretariat in its time, though the convenor wants to hear once a week', async () => {
    await bot.store.hearing.put({ member: 'lotus', perWeek: 1 })
    await bot.owes('mine', { dueOn: '2026-11-20', owner: { kind: 'member', id: 'lotus', names: {} } })
    const asked: Record<string, string[]> = { lotus: [], linden: [], secretariat: [] }
    for (let day = 0; day < 12; day += 1) {
      await bot.live(1)
      const on = bot.app.now().toISOString().slice(5, 10)
      const isAsked = (text: string) => /acknowledged|answers? no reminders/.test(text)
      for (const [who, said] of Object.entries(asked)) {
        const heard = who === 'secretariat' ? bot.told() : bot.heard(who)
        if (heard.filter(isAsked).length > said.length) said.push(on)
      }
    }
    expect(asked).toEqual({ lotus: ['11-30'], linden: ['11-27'], secretariat: ['12-01'] })
  })

  test('goes up at its distances in a group that lives behind the committee’s clock, by its own holidays', async () => {
    const group = await bot.store.groups.byCode('WG8')
    if (group === undefined) throw new Error('no WG8')
    const [first] = (await bot.store.notices.latest(20)).filter(({ kind }) => kind === 'reminder')
    await bot.app.notices.acknowledge({ notice: first?.id ?? '', member: 'lotus' })
    const zone = 'America/New_York'
    await bot.store.groups.put({ ...group, zone, calendar: 'US' })
    const activeSince = new Date('2026-12-17T00:00:00Z')
    await bot.store.schedules.put({ group: 'WG8', kind: 'reminder', cron: '0 9 * * 5', zone, activeSince })
    const lotus = await bot.member('lotus')
    await bot.store.members.put({ ...lotus, zone })
    const asked: Record<string, string[]> = { lotus: [], linden: [], secretariat: [] }
    // Nine in the morning there, and half past nine in Shanghai, where Linden lives.
    for (
      let at = Date.parse('2026-12-18T14:01:00Z');
      at < Date.parse('2026-12-31T00:00:00Z');
      at += 12 * hour - 2 * minute
    ) {
      bot.pass(at - bot.app.now().getTime())
      await bot.run()
      for (const [who, said] of Object.entries(asked)) {
        const heard = who === 'secretariat' ? bot.told() : bot.heard(who)
        const isAsked = (text: string) =>
          /waits for your ack|has not acknowledged|answers? no reminders/.test(text)
        if (heard.filter(isAsked).length > said.length) said.push(bot.app.now().toISOString().slice(5, 10))
      }
    }
    // 25 December is a holiday there.
    expect(asked).toEqual({ lotus: ['12-22'], linden: ['12-24'], secretariat: ['12-29'] })
  })

  test('is nobody’s any more once it is acknowledged, wherever it was asked', async () => {
    await bot.live(2)
    const [reminder] = (await bot.store.notices.latest(20)).filter(({ kind }) => kind === 'reminder')
    await bot.app.notices.acknowledge({ notice: reminder?.id ?? '', member: 'lotus' })
    await bot.run()
    expect(bot.heard('lotus')).toEqual([expect.stringMatching(/answered meanwhile/)])
    expect(bot.inChannel()[0]).toMatch(/Acknowledged by Lotus Example/)
    await bot.live(3)
    expect(bot.heard('linden')).toEqual([])
  })

  test('is answered by what its convenor does about it', async () => {
    await bot.app.assignments.act(
      'a1',
      { kind: 'set-due', on: '2026-12-20', why: 'held up' },
      await bot.by('lotus'),
    )
    await bot.run()
    expect(bot.inChannel()[0]).toMatch(/Lotus Example · .* · Assignment a1/)
    await bot.live(7)
    expect(bot.heard('lotus')).toEqual([])
  })

  test('stays answered whatever its owner does afterwards', async () => {
    await bot.app.assignments.act('a1', { kind: 'update', text: 'spoke with Jasmine' }, await bot.by('lotus'))
    bot.pass(minute)
    await bot.app.assignments.act('a1', { kind: 'update', text: 'two thirds now' }, await bot.by('jasmine'))
    await bot.app.assignments.act('a1', { kind: 'unblock' }, await bot.by('jasmine'))
    await bot.live(6)
    for (const one of ['lotus', 'linden']) expect(bot.heard(one)).toEqual([])
    expect(bot.told().join()).not.toMatch(/answers? no reminders/)
  })

  test('is not answered by its owner alone, nor by a convenor who only looks', async () => {
    await bot.app.assignments.act('a1', { kind: 'update', text: 'half' }, await bot.by('jasmine'))
    await bot.app.assignments.act('a1', { kind: 'see' }, await bot.by('lotus'))
    await bot.live(2)
    expect(bot.heard('lotus')).toEqual([expect.stringMatching(/waits for your acknowledgement/)])
  })

  test('is answered by what is done in the place of a convenor who is away', async () => {
    const away = { from: '2026-11-23', until: '2026-12-04' }
    await bot.store.absences.put({ id: 'b1', member: 'lotus', ...away, standIn: 'robin' }, bot.app.now())
    await bot.app.assignments.act(
      'a1',
      { kind: 'set-due', on: '2026-12-20', why: 'the ministry is late' },
      await bot.by('robin'),
    )
    await bot.live(7)
    for (const one of ['lotus', 'linden', 'robin']) expect(bot.heard(one)).toEqual([])
  })

  test('shows what was withdrawn as withdrawn, by whom, and counts it no more', async () => {
    await bot.sandbox.close()
    bot = await living(database, `asks-${++committees}`)
    for (const id of ['a1', 'a2']) await bot.owes(id, { dueOn: '2026-11-20' })
    await bot.run()
    expect(bot.inChannel()[0]).toMatch(/Overdue \(2\)/)
    await bot.app.assignments.act('a1', { kind: 'withdraw', why: 'not needed' }, await bot.by('lotus'))
    await bot.app.assignments.act('a2', { kind: 'accept' }, await bot.by('jasmine'))
    await bot.run()
    expect(bot.inChannel()[0]).toMatch(/Overdue \(1\)/)
    expect(bot.inChannel()[0]).toMatch(/Assignment a1 — Jasmine Example · withdrawn · Lotus Example/)
    expect(bot.inChannel()[0]).toMatch(/Assignment a2 — .* late · Accepted · Jasmine Example/)
  })

  test('is asked of nobody once all that it names is withdrawn', async () => {
    await bot.app.assignments.act('a1', { kind: 'withdraw', why: 'not needed' }, await bot.by('lotus'))
    await bot.live(9)
    for (const one of ['lotus', 'linden']) expect(bot.heard(one)).toEqual([])
    expect(bot.told().join()).not.toMatch(/answers? no reminders/)
  })

  test('asks for nothing where it stands once nothing that it names is open, as late as that may be', async () => {
    expect(bot.inChannel()[0]).toMatch(/Acknowledge/)
    await bot.live(2)
    bot.pass(38 * day)
    await bot.app.assignments.act('a1', { kind: 'finish', on: '2027-01-02' }, await bot.by('jasmine'))
    await bot.run()
    expect(bot.inChannel()[0]).toMatch(/Nothing that this reminder names is open any more/)
    expect(bot.inChannel()[0]).not.toMatch(/Acknowledge|Put off|Mark done/)
    expect(bot.heard('lotus')[0]).toMatch(/Nothing that this reminder names is open any more/)
    expect(bot.heard('lotus')[0]).not.toMatch(/\[Acknowledge/)
    bot.pass(minute)
    await bot.app.assignments.act('a1', { kind: 'reopen', why: 'a table lacks' }, await bot.by('linden'))
    await bot.run()
    expect(bot.inChannel()[0]).not.toMatch(/Nothing that this reminder names/)
  })

  test('is shown as answered to whoever was asked in person, where a deed has answered it', async () => {
    await bot.live(2)
    expect(bot.heard('lotus')[0]).toMatch(/\[Acknowledge/)
    const due = { kind: 'set-due', on: '2026-12-20', why: 'held up' } as const
    await bot.app.assignments.act('a1', due, await bot.by('linden'))
    await bot.run()
    expect(bot.heard('lotus')).toEqual([expect.stringMatching(/answered meanwhile/)])
    // It is still open, so that there is something to be done about it.
    expect(bot.inChannel()[0]).not.toMatch(/Nothing that this reminder names/)
  })

  test('is put off: it says so, is silent, and comes back once', async () => {
    const [reminder] = (await bot.store.notices.latest(20)).filter(({ kind }) => kind === 'reminder')
    const snooze = { notice: reminder?.id ?? '', until: '2026-12-02', member: 'lotus' }
    expect(await bot.app.notices.snooze(snooze, { ...(await bot.by('lotus')), request: 'r1' })).toBe('done')
    await bot.run()
    expect(bot.inChannel()).toEqual([expect.stringMatching(/Put off until .*2 Dec.* by Lotus Example/)])
    expect(bot.inChannel()[0]).not.toContain('a1')
    const { runs } = bot.app
    const returning = async (on: string) =>
      (await runs.ahead('reminder', on))?.groups.filter((one) => one.isBack === true)
    expect(await returning('2026-12-02')).toMatchObject([{ group: { code: 'WG8' }, say: true }])
    expect(await runs.toGroup('reminder', 'WG8', '2026-12-02')).toMatchObject({ ahead: { say: true } })
    for (const on of ['2026-12-01', '2026-12-03']) expect(await returning(on)).toEqual([])
    // Its Monday lies before that day.
    await bot.live(8)
    expect(bot.inChannel()).toHaveLength(1)
    await bot.live(1)
    expect(bot.inChannel()).toHaveLength(2)
    expect(bot.inChannel()[1]).toMatch(/Overdue \(1\).*Assignment a1/s)
    expect(bot.inChannel()[0]).toMatch(/Was put off until .*2 Dec.* by Lotus Example.*has come anew/)
    expect(bot.inChannel()[0]).not.toContain('[')
    expect(bot.heard('lotus')).toEqual([])
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
