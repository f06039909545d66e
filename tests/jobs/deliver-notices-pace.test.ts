import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { byOperator } from '../../src/domain/audit/rules.ts'
import { slackLimits } from '../../src/domain/delivery/pace.ts'
import { openDatabase } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { channelOf, day, deliver, hour, minute, type Outgoing, outgoing, second } from './outgoing.ts'

const { url, database } = await testDatabase()
const post = 'chat.postMessage'
const update = 'chat.update'

let committees = 0
const open: Outgoing[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.sandbox.close()
})

/** So many groups on their Monday morning, their reminders planned. */
async function planned(count: number, given: Parameters<typeof outgoing>[3] = {}): Promise<Outgoing> {
  const codes = Array.from({ length: count }, (_, index) => `WG${index + 1}`)
  const bot = await outgoing(database, `pace-${++committees}`, codes, given)
  open.push(bot)
  await bot.app.notices.planDue('reminder')
  return bot
}

/** A Slack that takes 600 messages a minute, and a bot that knows it. */
const limited = {
  limits: slackLimits(600),
  sandbox: { rateLimits: true, postsPerMinute: 600, recordedCalls: 1_000 },
}

async function groupsOf(bot: Outgoing): Promise<string[]> {
  return (await bot.app.groups.all()).map(({ code }) => code)
}

/** How many messages stand in each group's channel. */
const standing = async (bot: Outgoing) => (await groupsOf(bot)).map((code) => bot.said(code).length)
const each = (count: number, most: number) => Array.from({ length: count }, () => most)
const statuses = (bot: Outgoing) => [...new Set(bot.sandbox.record().map(({ status }) => status))]

async function acknowledge(bot: Outgoing, group: string): Promise<void> {
  const notice = await bot.store.notices.find('reminder', group, '2026-11-23')
  await bot.app.notices.acknowledge({ notice: notice?.id ?? '', member: 'lotus' })
}

async function sendNow(bot: Outgoing, code: string): Promise<void> {
  const group = await bot.store.groups.byCode(code)
  if (group === undefined) throw new Error(`${code} is not on record`)
  const request = `by-hand-${code}-${bot.app.now().getTime()}`
  await bot.app.notices.sendNow('reminder', group, { ...byOperator, request }, { again: true })
}

/** One run whose failures are the operator's to read. */
const deliverInSpite = (bot: Outgoing) => deliver(bot.app).catch(() => undefined)

describe('sixty channels at 600 messages a minute', () => {
  test('take the time that they must, and Slack limits none of them', async () => {
    const bot = await planned(60, limited)
    const from = bot.app.now().getTime()
    await deliver(bot.app)
    expect(await standing(bot)).toEqual(each(60, 1))
    expect(statuses(bot)).toEqual([200])
    const tookMs = bot.app.now().getTime() - from
    // Five at once, then one every tenth of a second.
    expect(tookMs).toBeGreaterThanOrEqual(55 * 100)
    expect(tookMs).toBeLessThan(55 * 100 + 2 * second)
  })

  test('are said once by two processes at once, and Slack limits neither', async () => {
    const bot = await planned(60, limited)
    const own = await openDatabase(url)
    onTestFinished(() => own.close())
    const other = bot.beside(own)
    const from = bot.app.now().getTime()
    await Promise.all([deliver(bot.app), deliver(other)])
    expect(await standing(bot)).toEqual(each(60, 1))
    expect(statuses(bot)).toEqual([200])
    expect(bot.app.now().getTime() - from).toBeGreaterThanOrEqual(55 * 100)
  })

  test('have their messages edited at the pace of edits', async () => {
    const bot = await planned(60, limited)
    await deliver(bot.app)
    for (const code of await groupsOf(bot)) await acknowledge(bot, code)
    bot.pass(2 * second)
    const from = bot.app.now().getTime()
    await deliver(bot.app)
    expect(bot.calls(update)).toHaveLength(60)
    expect(statuses(bot)).toEqual([200])
    // Ten at once, then fifty a minute.
    expect(bot.app.now().getTime() - from).toBeGreaterThanOrEqual(50 * 1_200)
  })

  test('and a message to a channel comes no sooner than a second after the one before', async () => {
    const bot = await planned(3, limited)
    await deliver(bot.app)
    for (const code of await groupsOf(bot)) await sendNow(bot, code)
    bot.pass(1)
    for (const code of await groupsOf(bot)) await sendNow(bot, code)
    await deliver(bot.app)
    expect(statuses(bot)).toEqual([200])
    for (const code of await groupsOf(bot)) {
      const at = bot
        .calls(post)
        .filter(({ args }) => args.channel === channelOf(code))
        .map(({ sandboxAt }) => Date.parse(sandboxAt))
      expect(at.slice(1).every((ms, index) => ms - (at[index] ?? 0) >= second)).toBe(true)
      // The older of the two sent by hand gave way to the younger.
      expect(at).toHaveLength(2)
    }
  })
})

describe('Retry-After', () => {
  test.each([
    [post, update],
    [update, post],
  ])('on %s holds that until it is over, and not %s, in another channel or the same', async (held, free) => {
    const bot = await planned(2)
    await deliver(bot.app)
    bot.pass(hour)
    const before = bot.calls(free).length
    for (const code of ['WG1', 'WG2']) {
      await acknowledge(bot, code)
      await sendNow(bot, code)
    }
    bot.sandbox.faults.add({ kind: 'status', status: 429, retryAfterSeconds: 60, method: held })
    await deliver(bot.app)
    const refused = bot.calls(held).filter(({ status }) => status === 429)
    expect(refused).toHaveLength(1)
    expect(bot.calls(free).length - before).toBe(2)
    const asked = bot.calls(held).length
    bot.pass(54 * second)
    await deliver(bot.app)
    expect(bot.calls(held)).toHaveLength(asked)
    bot.pass(6 * second)
    await deliver(bot.app)
    expect(await standing(bot)).toEqual([2, 2])
    expect(bot.calls(update).filter(({ effect }) => effect)).toHaveLength(2)
  })
})

test('a channel in which Slack is slow holds up no other', async () => {
  const bot = await planned(20)
  bot.sandbox.faults.add({ kind: 'slow', ms: 4_000, method: post, channel: channelOf('WG7') })
  const run = deliver(bot.app)
  const sent = async () => (await bot.store.notices.countByState()).sent
  await expect.poll(sent, { timeout: 3_500 }).toBe(19)
  expect(await bot.store.notices.find('reminder', 'WG7', '2026-11-23')).toMatchObject({ state: 'sending' })
  await run
  expect(await sent()).toBe(20)
  expect(await standing(bot)).toEqual(each(20, 1))
})

test('a process that was held up until its claim is nearly over says nothing under it, and takes a new one', async () => {
  const bot = await planned(1)
  await bot.store.groups.linkChannel('WG1', undefined)
  bot.sandbox.faults.add({ kind: 'slow', ms: 500, method: 'conversations.list' })
  const run = deliver(bot.app)
  const claimed = async () => (await bot.store.notices.find('reminder', 'WG1', '2026-11-23'))?.attempts
  await expect.poll(claimed, { interval: 10 }).toBe(1)
  bot.pass(50 * second)
  await run
  expect(await standing(bot)).toEqual([1])
  expect(await bot.store.notices.find('reminder', 'WG1', '2026-11-23')).toMatchObject({
    state: 'sent',
    attempts: 2,
  })
})

describe('Slack that is away', () => {
  test.each([
    ['answers 503', { kind: 'status' as const, status: 503 }],
    ['hangs up', { kind: 'cut' as const }],
  ])('and %s is asked now and then, and nothing is lost or said twice', async (_how, fault) => {
    const bot = await planned(12)
    bot.sandbox.faults.add({ ...fault, times: 100_000 })
    await deliver(bot.app)
    expect(bot.calls(post).length).toBeLessThanOrEqual(12)
    const asked = () => bot.sandbox.record().length
    const [before, from] = [asked(), bot.app.now().getTime()]
    for (let nth = 0; nth < 10 * 12; nth++) {
      bot.pass(5 * second)
      await deliver(bot.app)
    }
    // One call at a time, every 15 s once it has been away for a while.
    const awayMs = bot.app.now().getTime() - from
    expect(asked() - before).toBeLessThanOrEqual(awayMs / (15 * second) + 3)
    expect(asked() - before).toBeGreaterThan(10)
    bot.sandbox.faults.clear()
    // Each has been looked for in vain, and waits five minutes at the most before the next look.
    for (let nth = 0; nth < 60; nth++) {
      bot.pass(5 * second)
      await deliver(bot.app)
    }
    expect(await standing(bot)).toEqual(each(12, 1))
    expect(await bot.store.notices.countByState()).toEqual({ sent: 12 })
  })

  test('while a process starts anew is asked at once', async () => {
    const bot = await planned(3)
    bot.sandbox.faults.add({ kind: 'error', error: 'token_revoked', times: 3 })
    await deliverInSpite(bot)
    bot.sandbox.faults.clear()
    await deliver(bot.app)
    expect(await standing(bot)).toEqual([0, 0, 0])
    await bot.app.deliveries.release()
    bot.pass(2 * second)
    await deliver(bot.app)
    expect(await standing(bot)).toEqual([1, 1, 1])
  })
})

describe.each(['account_inactive', 'token_revoked', 'invalid_auth'])(
  'a bot that Slack refuses: %s',
  (error) => {
    test('loses nothing, asks rarely, and says all when it is over', { timeout: 60_000 }, async () => {
      const bot = await planned(12)
      bot.sandbox.faults.add({ kind: 'error', error, times: 100_000 })
      await expect(deliver(bot.app)).rejects.toThrow('could not be delivered')
      expect(await bot.store.notices.countByState()).toEqual({ pending: 12 })
      expect(await bot.app.deliveries.holds()).toMatchObject([{ method: '*', why: error }])
      const before = bot.sandbox.record().length
      expect(before).toBeLessThanOrEqual(12)
      for (let nth = 0; nth < 24 * 12; nth++) {
        bot.pass(5 * minute)
        await deliverInSpite(bot)
      }
      // Once an hour, but for the first hour.
      expect(bot.sandbox.record().length - before).toBeLessThanOrEqual(24 + 7)
      expect(bot.sandbox.record().length - before).toBeGreaterThanOrEqual(22)
      expect(await bot.store.notices.countByState()).toEqual({ pending: 12 })
      bot.sandbox.faults.clear()
      bot.pass(hour)
      await deliver(bot.app)
      expect(await standing(bot)).toEqual(each(12, 1))
      expect(await bot.app.deliveries.holds()).toEqual([])
      bot.pass(day)
      await deliver(bot.app)
      expect(bot.calls(post).filter(({ effect }) => effect)).toHaveLength(12)
    })
  },
)

test('a process that is to end takes up nothing new and finishes what is under way', async () => {
  const bot = await planned(5, { limits: slackLimits(60) })
  bot.sandbox.faults.add({ kind: 'slow', ms: 300, method: post })
  const stopping = new AbortController()
  const run = deliver(bot.app, stopping.signal)
  await expect.poll(() => bot.calls(post).length).toBe(1)
  stopping.abort()
  await run
  expect(await bot.store.notices.countByState()).toEqual({ sent: 1, pending: 4 })
  await deliver(bot.app, stopping.signal)
  expect(bot.calls(post)).toHaveLength(1)
  await deliver(bot.app)
  expect(await standing(bot)).toEqual(each(5, 1))
})
