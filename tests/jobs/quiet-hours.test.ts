import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { planMoveNotices } from '../../jobs/plan-move-notices.ts'
import { openDatabase } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { standard } from '../domain/committee/small-committee.ts'
import { doneBy } from '../done-by.ts'
import { deliver, hour, minute, type Outgoing, outgoing } from './outgoing.ts'

const { url, database } = await testDatabase()

let count = 0
let bot: Outgoing
/** Monday 09:00 in Shanghai, 06:30 in Kolkata; the quiet hours are 20:00 to 08:00. */
beforeEach(async () => {
  bot = await outgoing(database, `quiet-${++count}`)
  await bot.store.members.linkSlack('lotus', 'U0LOTUS')
  for (const id of ['1', '2']) await bot.store.standards.put(standard(id, { topics: ['ai'] }))
  for (const id of ['1', '2']) {
    const found = await bot.store.standards.byId(id)
    if (found !== undefined) await bot.app.follows.followStandard(doneBy('lotus'), found, 'en')
  }
})
afterEach(() => bot.sandbox.close())

/** Moves a standard at once, and writes what its followers are to be told. */
async function move(id: string, from: string, to: string): Promise<void> {
  const found = await bot.store.standards.byId(id)
  if (found !== undefined) await bot.store.standards.put({ ...found, stage: to })
  await bot.store.standards.addMove({
    standard: id,
    kind: 'move',
    from,
    to,
    state: 'accepted',
    recordedAt: bot.app.now(),
  })
  await planMoveNotices.perform(bot.app, {}, bot.app.now())
}

/** A minute later, what the member hears by then. */
async function told(): Promise<string[]> {
  bot.pass(minute)
  await deliver(bot.app)
  return bot.sandbox.messages('D0LOTUS').map(({ blocks }) => JSON.stringify(blocks))
}

const notices = async () => (await bot.store.notices.latest(10)).filter(({ kind }) => kind === 'moves')

test('what comes at night waits for the morning, is read again then, and is said once', async () => {
  bot.pass(12 * hour)
  await move('1', '20', '30')
  expect(await told()).toStrictEqual([])
  expect(await notices()).toMatchObject([{ state: 'pending', attempts: 0, reason: 'quiet-hours' }])
  // Nothing is asked of Slack, nor held anew, however often it is looked.
  bot.pass(2 * hour)
  await deliver(bot.app)
  expect(bot.calls('chat.postMessage').filter(({ args }) => args.channel === 'U0LOTUS')).toHaveLength(0)
  expect(await bot.store.notices.waiting(bot.app.now())).toStrictEqual([])

  await move('2', '20', '30')
  await move('1', '30', '40')
  // 07:59 and 08:00.
  bot.pass(8 * hour + 57 * minute)
  expect(await told()).toStrictEqual([])
  const own = await openDatabase(url)
  onTestFinished(() => own.close())
  bot.pass(minute)
  await Promise.all([deliver(bot.app), deliver(bot.beside(own)), deliver(bot.app)])
  const [message, ...others] = await told()
  expect(others).toStrictEqual([])
  expect(message).toContain('GB/T 1-2026')
  expect(message).toContain('GB/T 2-2026')
  expect(await notices()).toMatchObject([{ state: 'sent', attempts: 1 }])
})

test.each([
  ['their own hours', {}, { from: '09:00', until: '12:00' }, 3 * hour],
  ['the zone that Slack tells', { slackZone: 'Asia/Kolkata' }, undefined, 90 * minute],
  [
    'the zone of the file before it',
    { zone: 'Asia/Kolkata', slackZone: 'Asia/Shanghai' },
    undefined,
    90 * minute,
  ],
])('go by %s', async (_what, { zone, slackZone }: { zone?: string; slackZone?: string }, quietHours, ms) => {
  const { members, hearing } = bot.store
  const lotus = await members.byId('lotus')
  if (lotus === undefined) throw new Error('no lotus')
  if (zone !== undefined) await members.put({ ...lotus, zone })
  if (slackZone !== undefined) await members.setSlackZone('lotus', slackZone)
  if (quietHours !== undefined) await hearing.put({ member: 'lotus', quietHours })
  await move('1', '20', '30')
  expect(await told()).toStrictEqual([])
  bot.pass(ms - 3 * minute)
  expect(await told()).toStrictEqual([])
  bot.pass(minute)
  expect(await told()).toHaveLength(1)
})

test('are none for the group’s channel', async () => {
  bot.pass(12 * hour)
  await bot.app.notices.planDue('reminder')
  await deliver(bot.app)
  expect(await bot.said()).toHaveLength(1)
})

test('do not keep a message that stands from being brought up to date', async () => {
  await move('1', '20', '30')
  expect(await told()).toHaveLength(1)
  bot.pass(12 * hour)
  const [notice] = await notices()
  if (notice === undefined) throw new Error('no notice')
  await bot.store.notices.revise(notice.id)
  await deliver(bot.app)
  expect(await notices()).toMatchObject([{ state: 'sent', revision: 1, shownRevision: 1 }])
})

test('end a clock that was put back as well: nobody waits for a moment that lies days ahead', async () => {
  bot.pass(12 * hour)
  await move('1', '20', '30')
  expect(await told()).toStrictEqual([])
  bot.pass(-60 * hour)
  // Saturday morning.
  expect(await told()).toHaveLength(1)
})
