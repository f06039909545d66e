import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { homeAnswer } from '../../commands/events/home-answer.ts'
import { answer } from '../../commands/index.ts'
import { jobs } from '../../jobs/index.ts'
import { linkWorkspace } from '../../jobs/link-workspace.ts'
import { planAsks } from '../../jobs/plan-asks.ts'
import { callerFor } from '../../src/contract/caller.ts'
import type { Gesture } from '../../src/domain/assignment/gestures.ts'
import type { Fact } from '../../src/domain/assignment/life.ts'
import { importedFile, importFile } from '../../src/operator/import-file.ts'
import { readCron } from '../../src/queue/cron.ts'
import { openDatabase } from '../../src/store/open-store.ts'
import { plainText } from '../../src/views/plain-text.ts'
import { testDatabase } from '../database.ts'
import { fileOf } from '../operator/command-line.ts'
import { seed } from '../slack/workspace.ts'
import { type Living, type LivingGiven, living } from './living.ts'
import { day, deliver, hour, minute } from './outgoing.ts'

/*
 * The faults that committees know from other bots that remind and track, each by its name, and what shows that this one has
 * it not. What is shown at length elsewhere is named there:
 *
 * - before anything is accepted, nobody else hears of it: `offer-notices.test.ts`, "are brought before the convenor once,
 *   with buttons, and before no channel" and the one after it; `plan-move-notices.test.ts`, "nothing is told before it is
 *   accepted"
 * - given back and given to another, it is asked of its former owner no more: `plan-asks.test.ts`, "gives it back: …"
 * - whoever is on leave is asked: `plan-asks.test.ts`, "who is away is not asked; a stand-in is, in their place"
 * - whoever put it off comes back to a heap of messages: `plan-asks.test.ts`, "puts it off: …"
 * - whoever asked for more time is not told that it was refused, or that what they finished is open again: `plan-asks.test.ts`,
 *   "hears on the next morning, once, that more time is refused, …" and "hears with the reason that finished work is open
 *   again, …"
 * - nobody sees who pressed the button: `plan-asks.test.ts`, "is nobody’s any more once it is acknowledged, wherever it was
 *   asked"
 * - a channel that can’t be reached is not told of: `report-runs.test.ts`, "names the group that could not be reached and what
 *   to do"
 * - a job that fails is not tried again: `tests/queue/queue.test.ts`, "what throws is tried again, later each time, …"; a timer
 *   that nobody wants any more still fires: "a job that lost its period loses its scheduler"
 * - lists of standards and of work that come again are put on record again: `tests/operator/import-file.test.ts`, "are put
 *   on record, and change nothing the second time"; `tests/operator/import-work.test.ts`, "rows become work and
 *   assignments, and the same rows again change nothing"
 * - what one promised can’t be completed with a link: `tests/commands/assignment-life.test.ts`, "seen, accepted, under
 *   way, …"; what one waits for stands among what one owes: `tests/commands/home.test.ts`, "is one’s own that is held up,
 *   apart from what one owes, and whose move it is"
 * - one assignment serves one standard alone: `tests/commands/assignment-life.test.ts`, "by its convenor, to anybody, for
 *   no goal, on several standards"
 */

const { url, database } = await testDatabase()
const post = 'chat.postMessage'

let committees = 0
const opened: Living[] = []
afterEach(async () => {
  for (const bot of opened.splice(0)) await bot.sandbox.close()
})

/** It is Monday, 23 November 2026, 09:00 in Shanghai. */
async function open(given: LivingGiven = {}): Promise<Living> {
  const bot = await living(database, `fault-${++committees}`, given)
  opened.push(bot)
  return bot
}

/** Goes to this moment and runs everything, as every minute does. */
async function runAt(bot: Living, moment: string): Promise<void> {
  bot.pass(Date.parse(moment) - bot.app.now().getTime())
  await bot.run()
}

/** The reminder of a group comes by this schedule, on the clock of the zone, where both live from now on. */
async function schedule(
  bot: Living,
  cron: string,
  given: { zone?: string; calendar?: string; code?: string; since?: string } = {},
) {
  const { zone = 'Asia/Shanghai', code = 'WG8', calendar, since = '2026-11-22' } = given
  const group = await bot.store.groups.byCode(code)
  if (group === undefined) throw new Error(`no ${code}`)
  await bot.store.groups.put({ ...group, zone, ...(calendar !== undefined && { calendar }) })
  const activeSince = new Date(`${since}T00:00:00Z`)
  await bot.store.schedules.put({ group: code, kind: 'reminder', cron, zone, activeSince })
}

async function committeeIn(bot: Living, zone: string): Promise<void> {
  const committee = await bot.store.committee.get()
  if (committee === undefined) throw new Error('no committee')
  await bot.store.committee.put({ ...committee, zone })
}

const owner = (id: string) => ({ kind: 'member' as const, id, names: {} })
const fact = (at: string, by: string): Fact => ({ at: new Date(at), by })

describe('asked at the wrong time', () => {
  test('what is overdue on Friday is not asked again on Saturday and Sunday', async () => {
    const bot = await open({ asking: { overdueGaps: [1], perWeek: 7 } })
    // Saturday's falls on Monday.
    await schedule(bot, '0 9 * * 5,6')
    await bot.owes('due-thursday', { dueOn: '2026-11-26' })
    await bot.owes('due-friday', { dueOn: '2026-11-27', owner: owner('robin') })
    bot.pass(4 * day + hour)
    await bot.run()
    const heard = () => [bot.heard('jasmine').length, bot.heard('robin').length, bot.inChannel().length]
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/Overdue.*due-thursday/s)])
    expect(heard()).toEqual([1, 1, 1])
    for (const _off of ['Saturday', 'Sunday']) {
      await bot.live(1)
      await bot.run()
      expect(heard()).toEqual([1, 1, 1])
    }
    // On Monday the group’s reminder; nobody is asked of the same on two working days in a row.
    await bot.live(1)
    expect(heard()).toEqual([1, 1, 2])
    await bot.live(1)
    expect(heard()).toEqual([2, 2, 2])
    expect(bot.heard('robin')[1]).toMatch(/Overdue.*due-friday/s)
  })

  test('a day on which nothing ran loses no reminder, and it is made up for once', async () => {
    const bot = await open()
    // Five working days before its day, and one working day after its day, would have been days of the outage.
    await bot.owes('ahead', { dueOn: '2026-12-04' })
    await bot.owes('behind', { dueOn: '2026-11-26', owner: owner('robin') })
    bot.pass(8 * day + hour)
    for (const _again of [1, 2, 3]) await bot.run()
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/Due soon.*ahead/s)])
    expect(bot.heard('robin')).toEqual([expect.stringMatching(/Overdue.*behind/s)])
    // That of Monday, on Tuesday.
    expect(bot.inChannel()).toEqual([expect.stringMatching(/30 Nov.*behind.*ahead/s)])
  })

  test('nine o’clock stays nine o’clock when the clocks change', async () => {
    const bot = await open()
    await schedule(bot, '0 9 * * 1', { zone: 'Europe/Berlin', since: '2027-03-21' })
    await committeeIn(bot, 'Europe/Berlin')
    await bot.owes('a1', { dueOn: '2027-03-15' })
    const heard = () => [bot.inChannel().length, bot.heard('jasmine').length]
    // The clocks go forward on the 28th: the Monday before is an hour behind the one after. In person it is 09:30.
    for (const [week, zulu] of [
      ['2027-03-22', 8],
      ['2027-03-29', 7],
    ] as const) {
      const at = (hours: number, minutes: string) => runAt(bot, `${week}T0${hours}:${minutes}:00Z`)
      const [channel = 0, person = 0] = heard()
      await at(zulu - 1, '58')
      expect(heard()).toEqual([channel, person])
      await at(zulu, '00')
      expect(heard()).toEqual([channel + 1, person])
      await at(zulu, '28')
      expect(heard()).toEqual([channel + 1, person])
      await at(zulu, '30')
      expect(heard()).toEqual([channel + 1, person + 1])
    }
  })

  test('an hour that comes twice in a night is one hour, and one that is left out is not lost', async () => {
    const bot = await open()
    await schedule(bot, '30 2 * * 0', { zone: 'Europe/Berlin', since: '2026-10-24' })
    await bot.owes('a1', { dueOn: '2026-10-01' })
    // Clocks change on Sundays.
    for (const night of ['2026-10-25', '2027-03-28'])
      await bot.store.markedDays.put({ day: night, isWorked: true, at: bot.app.now() })
    for (const [nth, night] of ['2026-10-25', '2027-03-28'].entries()) {
      for (const time of ['00:30', '00:50', '01:30', '01:50', '02:30'])
        await runAt(bot, `${night}T${time}:00Z`)
      expect(bot.inChannel()).toHaveLength(nth + 1)
    }
  })

  test('a zone of half an hour or a quarter is kept to the minute', async () => {
    const users = seed.users.map((user) =>
      user.id === 'U0JASMINE' ? { ...user, zone: 'Asia/Kathmandu' } : user,
    )
    const bot = await open({ users, asking: { quietHours: { from: '20:00', until: '10:00' } } })
    await linkWorkspace.perform(bot.app, {}, bot.app.now())
    await schedule(bot, '0 9 * * 1', { zone: 'Asia/Kolkata', since: '2026-11-29' })
    await committeeIn(bot, 'Asia/Kolkata')
    await bot.owes('a1', { dueOn: '2026-11-20' })
    const heard = async (time: string) => {
      await runAt(bot, `2026-11-30T${time}:00Z`)
      return [bot.inChannel().length, bot.heard('jasmine').length]
    }
    // The channel at 09:00 in Kolkata; in person at 10:00 in Kathmandu.
    expect(await heard('03:28')).toEqual([0, 0])
    expect(await heard('03:30')).toEqual([1, 0])
    expect(await heard('04:13')).toEqual([1, 0])
    expect(await heard('04:15')).toEqual([1, 1])
  })

  test('a schedule that was replaced is not heard any more', async () => {
    const bot = await open()
    await bot.owes('a1', { dueOn: '2026-11-20' })
    await bot.run()
    expect(bot.inChannel()).toHaveLength(1)
    const group = await bot.store.groups.byCode('WG8')
    if (group === undefined) throw new Error('no WG8')
    await bot.app.schedules.set(group, 'reminder', { cron: '0 10 * * 3' }, await bot.by('lotus'))
    // Wednesdays at ten from now on, and no Mondays at nine.
    const heard = async (moment: string) => {
      await runAt(bot, moment)
      return bot.inChannel().length
    }
    expect(await heard('2026-11-25T01:58:00Z')).toBe(1)
    expect(await heard('2026-11-25T02:00:00Z')).toBe(2)
    expect(await heard('2026-11-30T01:00:00Z')).toBe(2)
    expect(await heard('2026-11-30T02:00:00Z')).toBe(2)
    expect(await heard('2026-12-02T02:00:00Z')).toBe(3)
  })

  test('a holiday of the one group is a working day of the other', async () => {
    const bot = await open({ codes: ['WG8', 'WG1'] })
    const since = '2026-12-24'
    await schedule(bot, '0 9 * * 5', { since })
    await schedule(bot, '0 9 * * 5', { code: 'WG1', zone: 'Europe/Berlin', calendar: 'DE', since })
    await bot.owes('a1', { dueOn: '2026-12-20' })
    await bot.owes('a2', { dueOn: '2026-12-20', group: 'WG1' })
    const heard = () => [bot.inChannel('WG8').length, bot.inChannel('WG1').length]
    await runAt(bot, '2026-12-25T09:00:00Z')
    expect(heard()).toEqual([1, 0])
    await runAt(bot, '2026-12-28T07:58:00Z')
    expect(heard()).toEqual([1, 0])
    await runAt(bot, '2026-12-28T08:00:00Z')
    expect(heard()).toEqual([1, 1])
  })
})

describe('said wrongly, twice or not at all', () => {
  test.each([
    ['breaks the connection off', { kind: 'cut' as const }],
    ['answers 500', { kind: 'status' as const, status: 500 }],
    ['refuses it for good', { kind: 'error' as const, error: 'channel_not_found' }],
  ])('what was never said does not count as said, where Slack %s', async (_how, fault) => {
    const bot = await open()
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    bot.sandbox.faults.add({ ...fault, method: post })
    await planAsks.perform(bot.app, {}, bot.app.now())
    await deliver(bot.app)
    const sent = async () =>
      (await bot.store.notices.latest(20)).filter(
        ({ member, state }) => member === 'jasmine' && state === 'sent',
      )
    expect([bot.heard('jasmine').length, (await sent()).length]).toEqual([0, 0])
    // The next one would be due five working days after it was really said.
    await bot.live(1)
    expect([bot.heard('jasmine').length, (await sent()).length]).toEqual([1, 1])
    await bot.live(3)
    expect([bot.heard('jasmine').length, (await sent()).length]).toEqual([1, 1])
  })

  test('no job keeps its failure to itself, and what it could not do is done by its next run', async () => {
    const bot = await open()
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    const broken = await openDatabase(url)
    const app = bot.beside(broken)
    await broken.close()
    const silent: string[] = []
    for (const job of jobs)
      await job.perform(app, {}, app.now()).then(
        () => silent.push(job.name),
        () => undefined,
      )
    expect(silent).toEqual([])
    // Half-way through as well, and in the process that goes on.
    await database.pool.query(`
      create function rapporteur.refuse() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
      create trigger refuse before insert on rapporteur.notices for each row
        when (new.workspace = '${bot.app.workspace}' and new.kind = 'asks') execute function rapporteur.refuse()`)
    await expect(
      planAsks
        .perform(bot.app, {}, bot.app.now())
        .finally(() => database.pool.query('drop function rapporteur.refuse() cascade')),
    ).rejects.toThrow('disk full')
    await bot.run()
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/Overdue.*a1/s)])
  })

  test('one kind of reminder does not keep another from being said', async () => {
    const bot = await open()
    const digest = { group: 'WG8', kind: 'digest' as const, cron: '0 9 * * 1', zone: 'Asia/Shanghai' }
    await bot.store.schedules.put({ ...digest, activeSince: new Date('2026-11-22T00:00:00Z') })
    await bot.owes('a1', { dueOn: '2026-12-07', life: { given: fact('2026-11-23T00:50:00Z', 'lotus') } })
    await bot.owes('a2', { dueOn: '2026-12-07', owner: owner('robin') })
    bot.pass(hour)
    await bot.run()
    expect(bot.inChannel().sort()).toEqual([
      expect.stringMatching(/reminder for/),
      expect.stringMatching(/week to/),
    ])
    await bot.live(16)
    const kinds = /New for you|Do you take it on\?|Due soon|Due today|Overdue/g
    // What is overdue since yesterday waits for a day: nobody is asked of the same on two working days in a row.
    expect(bot.heard('jasmine').map((text) => text.match(kinds))).toEqual([
      ['New for you'],
      ['Do you take it on?'],
      ['Due soon'],
      ['Due today'],
      ['Overdue'],
    ])
    expect(bot.heard('robin').map((text) => text.match(kinds))).toEqual([
      ['Due soon'],
      ['Due today'],
      ['Overdue'],
    ])
  })

  test('the same list imported five times is one assignment, and asked about once', async () => {
    const bot = await open()
    const file = await fileOf(
      'list.csv',
      'id,group,titleEn,member,dueOn\na1,WG8,Write the annex,jasmine,2026-11-20\n',
    )
    bot.pass(hour)
    for (const _day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
      await importFile(bot.app, await importedFile('assignments', file), { dryRun: false, readCron })
      bot.pass(minute)
      await bot.run()
      bot.pass(day - 3 * minute)
    }
    expect((await bot.store.assignments.all()).filter(({ state }) => state === 'open')).toHaveLength(1)
    expect(await bot.app.assignments.history('a1')).toMatchObject([{ what: 'make', via: 'file' }])
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/New for you.*Write the annex/s)])
    expect(bot.inChannel()).toEqual([expect.stringMatching(/Overdue \(1\)/)])
  })

  test('an outage of four days is made up for by one message, and not by one for each day', async () => {
    const bot = await open()
    await bot.owes('a1', { dueOn: '2026-11-20' })
    await bot.owes('a2', { dueOn: '2026-11-24' })
    await bot.owes('a3', { dueOn: '2026-11-25', owner: owner('robin') })
    bot.pass(hour)
    bot.sandbox.faults.add({ kind: 'status', status: 503, method: post, times: 100_000 })
    await bot.run()
    await bot.live(3)
    await bot.app.assignments.act('a3', { kind: 'withdraw', why: 'not needed' }, await bot.by('lotus'))
    bot.sandbox.faults.clear()
    for (let nth = 0; nth < 8; nth += 1) await bot.run()
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/Overdue.*a1.*a2/s)])
    expect(bot.heard('robin')).toEqual([])
    expect(bot.inChannel()).toEqual([expect.stringMatching(/a1.*a2/s)])
  })

  test('nobody’s words call a whole channel, or anybody', async () => {
    const bot = await open()
    const call = '<!channel> <!here> <!everyone> <!subteam^S1> <@U0ROBIN> @channel @here'
    const titles = { en: `Draft ${call}` }
    await bot.owes('a1', { titles, dueOn: '2026-11-20' })
    await bot.owes('a2', { titles, dueOn: '2026-11-20', owner: owner('robin') })
    await bot.run()
    bot.pass(hour)
    await bot.run()
    await bot.app.assignments.act('a1', { kind: 'update', text: call }, await bot.by('jasmine'))
    await bot.app.assignments.act('a2', { kind: 'decline', why: call }, await bot.by('robin'))
    await bot.live(1)
    const calls = [...bot.calls(post), ...bot.calls('chat.update')]
    expect(new Set(calls.map(({ args }) => args.channel))).toContain('U0LOTUS')
    expect(calls.length).toBeGreaterThan(4)
    for (const { args } of calls) {
      expect(JSON.stringify(args)).toContain('@channel')
      expect(JSON.stringify(args)).not.toMatch(/<!(?!date)|<@/)
      expect(args).not.toHaveProperty('link_names')
      expect(args).not.toHaveProperty('parse')
    }
  })
})

describe('said to the wrong people', () => {
  test('groups that have delivered are not reminded, and the others are ahead of the day', async () => {
    const bot = await open({ codes: ['WG8', 'WG1'] })
    await bot.owes('a1', { dueOn: '2026-11-30' })
    await bot.owes('a2', { dueOn: '2026-11-30', group: 'WG1', state: 'done', doneOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    await bot.run()
    expect(bot.inChannel('WG8')).toEqual([expect.stringMatching(/a1/)])
    expect(bot.inChannel('WG1')).toEqual([])
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/Due soon.*a1/s)])
    expect(bot.heard('jasmine')[0]).not.toContain('a2')
  })

  test('who owes nothing hears nothing, and what the bot does or somebody looks at is no progress', async () => {
    const bot = await open()
    await bot.owes('a1', { dueOn: '2026-11-20' })
    bot.pass(hour)
    await bot.run()
    // A look, a new title from a file, an edit of the bot’s own message and the group’s reminder: nobody has moved.
    await bot.app.assignments.act('a1', { kind: 'see' }, await bot.by('jasmine'))
    const [recorded] = await bot.store.assignments.byIds(['a1'])
    if (recorded === undefined) throw new Error('no a1')
    await bot.app.committees.importAssignments([{ ...recorded, titles: { en: 'Anew' } }])
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/Overdue.*Anew.*\[Done…\]/s)])
    await bot.live(6)
    expect(bot.heard('jasmine')).toHaveLength(1)
    await bot.live(1)
    expect(bot.heard('jasmine')).toHaveLength(2)
    expect(bot.heard('robin')).toEqual([])
    // Whoever says how it goes has moved.
    await bot.app.assignments.act('a1', { kind: 'update', text: 'half of it' }, await bot.by('jasmine'))
    await bot.live(5)
    expect(bot.heard('jasmine')).toHaveLength(2)
  })

  test('what was withdrawn is brought before nobody, however long its reminder stands unanswered', async () => {
    const bot = await open()
    await bot.owes('a1', { dueOn: '2026-11-20' })
    await bot.run()
    expect(bot.inChannel()).toEqual([expect.stringMatching(/a1/)])
    const withdrawn = await bot.app.assignments.act(
      'a1',
      { kind: 'withdraw', why: 'no need' },
      await bot.by('pine'),
    )
    expect(withdrawn.ok).toBe(true)
    bot.pass(hour)
    await bot.live(8)
    for (const person of ['jasmine', 'lotus', 'linden']) expect(bot.heard(person)).toEqual([])
    expect(bot.told().join()).not.toMatch(/answers? no reminders/)
  })

  test('what waits for another is asked of the other, and of its owner when it goes on', async () => {
    const bot = await open()
    const blocked = { ...fact('2026-11-10T02:00:00Z', 'jasmine'), why: 'no draft' }
    const waitsFor = { kind: 'member' as const, id: 'robin' }
    await bot.owes('a1', { dueOn: '2026-11-20', life: { blocked: { ...blocked, waitsFor } } })
    bot.pass(hour)
    await bot.run()
    await bot.live(2)
    expect(bot.heard('robin')).toEqual([expect.stringMatching(/Others wait for you.*a1.*no draft/s)])
    expect(bot.heard('jasmine')).toEqual([])
    await bot.app.assignments.act('a1', { kind: 'unblock' }, await bot.by('jasmine'))
    await bot.live(7)
    expect(bot.heard('robin')).toHaveLength(1)
    expect(bot.heard('jasmine')).toEqual([expect.stringMatching(/Overdue.*a1/s)])
  })

  test('who has done what others waited for says so with one press, and the owner hears of it', async () => {
    const bot = await open()
    await bot.owes('a1', { dueOn: '2026-12-18', life: { given: fact('2026-11-10T02:00:00Z', 'lotus') } })
    await bot.app.assignments.act(
      'a1',
      { kind: 'block', why: 'his data is missing', waitsFor: { kind: 'member', id: 'robin' } },
      await bot.by('jasmine'),
    )
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('robin')).toEqual([
      expect.stringMatching(/Others wait for you.*a1.*his data is missing.*\[My part is done\]/s),
    ])
    const home = async (id: string) => (await bot.app.desks.of(await bot.member(id))).decide.held
    expect(await home('robin')).toMatchObject({ count: 1, first: [{ id: 'a1' }] })
    expect((await home('jasmine')).count).toBe(0)
    const said = await bot.app.assignments.act('a1', { kind: 'unblock' }, await bot.by('robin'))
    expect(said).toMatchObject({
      ok: true,
      assignment: { life: { resumed: { by: 'robin', isPartDone: true } } },
    })
    expect((await bot.app.assignments.history('a1')).at(-1)).toMatchObject({ what: 'unblock', by: 'robin' })
    await bot.live(1)
    expect(bot.heard('robin')).toEqual([expect.stringMatching(/goes on/)])
    expect((await home('robin')).count).toBe(0)
    expect(bot.heard('jasmine')).toEqual([
      expect.stringMatching(/Goes on again.*a1.*Robin Example: my part is done/s),
    ])
    await bot.live(3)
    expect(bot.heard('jasmine')).toHaveLength(1)
    // It is theirs no more.
    const again = await bot.app.assignments.act('a1', { kind: 'unblock' }, await bot.by('robin'))
    expect(again).toMatchObject({ ok: false, why: 'not-yours' })
  })

  test('what somebody owes who is gone is put before the convenor, who gives it to another with one press', async () => {
    const bot = await open()
    const roles = [{ role: 'member' as const, group: 'WG8', until: '2026-11-22' }]
    await bot.store.members.put({ ...(await bot.member('jasmine')), roles })
    await bot.owes('a1', { dueOn: '2026-12-18' })
    bot.pass(hour)
    await bot.run()
    expect(bot.heard('jasmine')).toEqual([])
    const onDesk = async (id: string) => (await bot.app.desks.of(await bot.member(id))).decide.unowned
    expect(await onDesk('lotus')).toMatchObject({ count: 1, first: [{ id: 'a1' }] })
    expect((await onDesk('robin')).count).toBe(0)
    expect(bot.heard('lotus')).toEqual([
      expect.stringMatching(/Nobody is left who owes it.*a1.*Jasmine Example.*\[Pass on…\].*\[Withdraw…\]/s),
    ])
    const to = { kind: 'member' as const, id: 'robin', names: {} }
    await bot.app.assignments.act('a1', { kind: 'give', to }, await bot.by('lotus'))
    expect((await onDesk('lotus')).count).toBe(0)
    bot.pass(day)
    await bot.run()
    expect(bot.heard('lotus')).toEqual([expect.stringMatching(/with Robin Example now/)])
    expect(bot.heard('robin')[0]).toMatch(/New for you.*a1/s)
  })

  test('what a closed group waits for from outside is told nobody there, and its owner is asked whether it still waits', async () => {
    const bot = await open({ codes: ['WG8', 'WG7'] })
    for (const group of await bot.store.groups.all())
      if (group.code === 'WG8') await bot.store.groups.put({ ...group, isClosed: true })
    await bot.store.members.put({
      ...(await bot.member('robin')),
      roles: [{ role: 'convenor', group: 'WG7' }],
    })
    await bot.owes('a1', { dueOn: '2026-11-20' })
    await bot.app.assignments.act(
      'a1',
      { kind: 'block', why: 'no draft', waitsFor: { kind: 'group', id: 'WG7' } },
      await bot.by('jasmine'),
    )
    bot.pass(hour)
    await bot.live(14)
    expect(bot.heard('robin')).toEqual([])
    expect(bot.heard('jasmine')[0]).toMatch(/Does it still wait.*a1.*no draft/s)
  })

  test('whoever opened a call hears when it ends, where they want that', async () => {
    const bot = await open()
    const call = {
      titles: { en: 'Close the call for comments' },
      group: 'WG8',
      owner: owner('lotus'),
      standards: [],
      dueOn: '2026-12-04',
    }
    const made = await bot.app.assignments.add(call, await bot.by('lotus'))
    if (!made.ok) throw new Error(made.why)
    await bot.app.assignments.act(made.assignment.id, { kind: 'accept' }, await bot.by('lotus'))
    await runAt(bot, '2026-12-04T02:00:00Z')
    expect(bot.heard('lotus')).toEqual([expect.stringMatching(/Due today.*Close the call/s)])
    expect(bot.heard('jasmine')).toEqual([])
  })

  test('who wants to hear less hears less, and so does a group, and neither of them nothing', async () => {
    const bot = await open()
    for (const name of ['jasmine', 'robin'])
      for (const nth of [1, 2, 3, 4])
        await bot.owes(`${name}-${nth}`, { dueOn: `2026-11-${20 + 2 * nth}`, owner: owner(name) })
    const group = await bot.store.groups.byCode('WG8')
    if (group === undefined) throw new Error('no WG8')
    await bot.app.schedules.set(group, 'reminder', { cron: '0 9 1 * *' }, await bot.by('lotus'))
    await bot.app.hearing.set('jasmine', { perWeek: 1 }, await bot.by('jasmine'))
    bot.pass(hour)
    await bot.run()
    await bot.live(11)
    const [jasmine, robin] = ['JASMINE', 'ROBIN'].map((person) => weekly(bot, `D0${person}`))
    expect(jasmine).toEqual([1, 1])
    expect(Math.max(...(robin ?? []))).toBeGreaterThan(1)
    // What this Monday owed already, then the first of December alone.
    expect(bot.inChannel()).toEqual([
      expect.stringMatching(/for Mon,? 23 Nov/),
      expect.stringMatching(/for Tue,? 1 Dec/),
    ])
  })
})

/** How many messages stand there, week by week from the first to the last. */
function weekly(bot: Living, channel: string): number[] {
  const weeks = new Map<number, number>()
  for (const { ts } of bot.sandbox.messages(channel)) {
    const week = Math.floor((Number(ts) * 1000 - Date.parse('2026-11-22T16:00:00Z')) / (7 * day))
    weeks.set(week, (weeks.get(week) ?? 0) + 1)
  }
  return [...weeks.values()]
}

describe('lost or untrue', () => {
  test('two who change one assignment at once overwrite nothing of each other', async () => {
    const bot = await open()
    const own = await openDatabase(url)
    onTestFinished(() => own.close())
    const other = bot.beside(own)
    const [lotus, linden] = [await bot.by('lotus'), await bot.by('linden')]
    for (let nth = 1; nth <= 8; nth += 1) {
      await bot.owes(`a${nth}`, { dueOn: '2026-11-20' })
      const outcomes = await Promise.all([
        bot.app.assignments.act(`a${nth}`, { kind: 'set-due', on: '2026-12-20', why: 'more time' }, lotus),
        other.assignments.act(`a${nth}`, { kind: 'block', why: 'no draft' }, linden),
        bot.app.assignments.act(`a${nth}`, { kind: 'update', text: 'half of it' }, lotus),
      ])
      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true])
      expect(await bot.app.assignments.byId(`a${nth}`)).toMatchObject({
        dueOn: '2026-12-20',
        life: { blocked: { by: 'linden' }, latest: { text: 'half of it' } },
      })
    }
  })

  test('an owner is never lost, whatever is done', async () => {
    const bot = await open()
    const why = 'so it is'
    const steps: [who: string, gesture: Gesture, owner?: string][] = [
      ['jasmine', { kind: 'see' }],
      ['jasmine', { kind: 'accept' }],
      ['jasmine', { kind: 'update', text: why }],
      ['jasmine', { kind: 'block', why, waitsFor: { kind: 'member', id: 'robin' } }],
      ['jasmine', { kind: 'unblock' }],
      ['jasmine', { kind: 'ask-due', on: '2026-12-20', why }],
      ['lotus', { kind: 'decide-due', isGranted: true, on: '2026-12-20' }],
      ['lotus', { kind: 'set-due', why }],
      ['jasmine', { kind: 'decline', why }],
      ['lotus', { kind: 'give', to: owner('robin') }, 'robin'],
      ['robin', { kind: 'decline', why }, 'robin'],
      ['lotus', { kind: 'give', to: owner('robin') }, 'robin'],
      ['robin', { kind: 'finish', on: '2026-11-23', evidence: 'https://example.org' }, 'robin'],
      ['lotus', { kind: 'reopen', why }, 'robin'],
      ['lotus', { kind: 'withdraw', why }, 'robin'],
      ['lotus', { kind: 'reopen', why }, 'robin'],
    ]
    await bot.owes('a1', { dueOn: '2026-11-20' })
    for (const [who, gesture, whose = 'jasmine'] of steps) {
      expect(await bot.app.assignments.act('a1', gesture, await bot.by(who)), gesture.kind).toMatchObject({
        ok: true,
      })
      const [kept] = await bot.store.assignments.byIds(['a1'])
      expect([gesture.kind, kept?.owner.kind, kept?.owner.id]).toEqual([gesture.kind, 'member', whose])
    }
    // Nor by a list in which it is still somebody else’s.
    const [kept] = await bot.store.assignments.byIds(['a1'])
    if (kept === undefined) throw new Error('no a1')
    await bot.app.committees.importAssignments([{ ...kept, owner: owner('jasmine'), life: {} }])
    expect((await bot.app.assignments.byId('a1'))?.owner.id).toBe('robin')
    const entries = await bot.app.assignments.history('a1')
    expect(entries.filter(({ after }) => 'owner' in after).map(({ what }) => what)).toEqual(['give'])
  })

  test('reminders, questions, cards, lists and the Home tab tell the same due day after it was moved', async () => {
    const bot = await open()
    const digest = { group: 'WG8', kind: 'digest' as const, cron: '0 9 * * 1', zone: 'Asia/Shanghai' }
    await bot.store.schedules.put({ ...digest, activeSince: new Date('2026-11-22T00:00:00Z') })
    await bot.owes('a1', { dueOn: '2026-11-20' })
    await bot.run()
    bot.pass(hour)
    await bot.run()
    const move: Gesture = { kind: 'set-due', on: '2026-12-03', why: 'more time' }
    await bot.app.assignments.act('a1', move, await bot.by('lotus'))
    await bot.run()
    const member = await bot.member('jasmine')
    const caller = await callerFor(bot.app, { slackId: 'U0JASMINE', request: 'r', member, locale: 'en-GB' })
    const asked = async (text: string) => {
      const reply = await answer(bot.app, caller, { command: '/assignments', text })
      return 'message' in reply ? plainText(reply.message) : ''
    }
    const home = await homeAnswer(bot.app, caller)
    const told = {
      reminder: bot.inChannel().find((text) => /reminder for/.test(text)) ?? '',
      person: bot.heard('jasmine').join(),
      card: await asked('a1'),
      list: await asked('WG8'),
      home: home.kind === 'home' ? plainText({ text: '', blocks: home.view.blocks } as never) : '',
    }
    for (const [where, text] of Object.entries(told)) {
      expect(text, where).toMatch(/\b3 Dec/)
      expect(text, where).not.toMatch(/\b20 Nov/)
    }
    // A digest tells of the week that ended on the day in its title, and stays; the next one has the new day.
    await runAt(bot, '2026-11-30T01:00:00Z')
    const digests = bot.inChannel().filter((text) => /week to/.test(text))
    expect(digests).toEqual([expect.stringMatching(/20 Nov/), expect.stringMatching(/\b3 Dec/)])
    expect(digests[1]).not.toMatch(/\b20 Nov/)
  })
})
