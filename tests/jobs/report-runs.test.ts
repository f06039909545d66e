import { afterEach, describe, expect, test } from 'vitest'
import { ZodError } from 'zod'
import { reportRuns } from '../../jobs/report-runs.ts'
import { byOperator } from '../../src/domain/audit/rules.ts'
import type { Notice } from '../../src/domain/notice/rules.ts'
import { texts } from '../../src/texts/texts.ts'
import { plainText } from '../../src/views/plain-text.ts'
import { askDropNoticeId, keepNoticeId, retryNoticeId } from '../../src/views/question-message.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { doneBy } from '../done-by.ts'
import {
  asTheBot,
  channelOf,
  day,
  deliver,
  hour,
  minute,
  type Outgoing,
  outgoing,
  report,
  second,
  secretariat,
} from './outgoing.ts'

const { database } = await testDatabase()
const say = texts('en')
const post = 'chat.postMessage'
const update = 'chat.update'
const on = '2026-11-23'

let committees = 0
const open: Outgoing[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.sandbox.close()
})

/** A committee whose secretariat has a channel, on its Monday morning, its reminders planned. */
async function planned(codes: readonly string[], sandbox: object = {}): Promise<Outgoing> {
  const bot = await outgoing(database, `report-${++committees}`, codes, { secretariat: true, sandbox })
  open.push(bot)
  await bot.app.notices.planDue('reminder')
  return bot
}

async function notice(bot: Outgoing, group = 'WG8'): Promise<Notice> {
  const found = await bot.store.notices.find('reminder', group, on)
  if (found === undefined) throw new Error(`${group} has no reminder on record`)
  return found
}

/** What stands in a channel, as one reads it. */
const read = (bot: Outgoing, channel = secretariat) =>
  bot.said(channel).map(({ blocks }) => plainText({ blocks: (blocks ?? []) as never }))
const buttons = (bot: Outgoing, channel = secretariat) =>
  bot
    .said(channel)
    .map(({ blocks }) => [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]*)"/g)].map(([, id]) => id))

describe('the report of a run', () => {
  test('is said once in the secretariat’s channel, a minute after all was said', async () => {
    const bot = await planned(['WG1', 'WG2'])
    await deliver(bot.app)
    await report(bot.app)
    expect(bot.said(secretariat)).toEqual([])
    bot.pass(minute)
    for (const _again of [1, 2]) await report(bot.app)
    bot.pass(day)
    await report(bot.app)
    expect(read(bot)).toEqual([expect.stringMatching(/^Reminders of Mon 23 Nov: what came of them/)])
    expect(read(bot)[0]).toContain('2 groups were due: 2 have heard it.')
    expect(read(bot)[0]).toContain('WG1, WG2')
    expect(buttons(bot)).toEqual([[]])
  })

  test('refuses a payload that holds anything, and writes nothing', async () => {
    const bot = await planned(['WG1'])
    bot.pass(hour)
    const before = await everyRow(database)
    for (const payload of [{ kind: 'reminder' }, [], 'now', null])
      await expect(async () => reportRuns.perform(bot.app, payload, bot.app.now())).rejects.toThrow(ZodError)
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('is said after a quarter of an hour with what still waits, and shows when that is said', async () => {
    const bot = await planned(['WG1', 'WG2'])
    const away = { kind: 'status' as const, status: 429, retryAfterSeconds: 3_600, method: post }
    bot.sandbox.faults.add({ ...away, channel: channelOf('WG2') })
    await deliver(bot.app)
    // The method is held: the report itself waits for its turn.
    bot.pass(15 * minute)
    await report(bot.app)
    expect(bot.said(secretariat)).toEqual([])
    bot.pass(45 * minute)
    await deliver(bot.app)
    expect(read(bot)[0]).toMatch(/1 has heard it|2 have heard it/)
    bot.pass(2 * second)
    await deliver(bot.app)
    expect(read(bot)[0]).toContain('2 groups were due: 2 have heard it.')
    expect(bot.said(secretariat)).toHaveLength(1)
  })

  test.each([
    ['channel_not_found', say('unreached.channel-not-found', { channel: '<#C0WG2>', error: '' })],
    ['is_archived', say('unreached.is-archived', { channel: '<#C0WG2>', error: '' })],
    ['not_in_channel', say('unreached.not-in-channel', { channel: '<#C0WG2>', error: '' })],
  ])('names the group that could not be reached and what to do: %s', async (error, words) => {
    const bot = await planned(['WG1', 'WG2', 'WG3'])
    bot.sandbox.faults.add({ kind: 'error', error, method: post, channel: channelOf('WG2'), times: 100 })
    await deliver(bot.app)
    expect(await notice(bot, 'WG2')).toMatchObject({ state: 'failed', reason: error, attempts: 1 })
    bot.pass(minute)
    await report(bot.app)
    const text = JSON.stringify(bot.said(secretariat)[0]?.blocks)
    expect(read(bot)[0]).toContain('3 groups were due: 2 have heard it, 1 needs your hand.')
    expect(text).toContain('WG2 Group WG2')
    expect(text).toContain(JSON.stringify(words).slice(1, -1))
    expect(buttons(bot)).toEqual([[retryNoticeId]])
    // Nothing is asked of that channel any more, and nothing more is said of it.
    for (let nth = 0; nth < 24; nth++) {
      bot.pass(hour)
      await report(bot.app)
    }
    expect(bot.calls(post).filter(({ args }) => args.channel === channelOf('WG2'))).toHaveLength(1)
    expect(bot.said(secretariat)).toHaveLength(1)
  })

  test('is edited when what failed was tried again and said', async () => {
    const bot = await planned(['WG1', 'WG2'])
    bot.sandbox.faults.add({
      kind: 'error',
      error: 'not_in_channel',
      method: post,
      channel: channelOf('WG2'),
    })
    await deliver(bot.app)
    bot.pass(minute)
    await report(bot.app)
    expect(read(bot)[0]).toContain('1 needs your hand')
    const { id } = await notice(bot, 'WG2')
    bot.pass(2 * second)
    expect(await bot.app.decisions.make(id, 'retry', { ...doneBy('pine') })).toMatchObject({ isMade: true })
    await deliver(bot.app)
    bot.pass(2 * second)
    await deliver(bot.app)
    expect(bot.said('WG2')).toHaveLength(1)
    expect(read(bot)).toEqual([expect.stringContaining('2 groups were due: 2 have heard it.')])
    expect(buttons(bot)).toEqual([[]])
    expect(bot.calls(update).length).toBeGreaterThan(0)
  })

  test('counts what was let go among those that heard nothing', async () => {
    const bot = await planned(['WG1', 'OLD'])
    await deliver(bot.app)
    bot.pass(minute)
    await report(bot.app)
    bot.pass(2 * second)
    await bot.app.decisions.make((await notice(bot, 'OLD')).id, 'drop', {
      ...doneBy('pine'),
      why: 'told in person',
    })
    await deliver(bot.app)
    expect(read(bot)[0]).toContain('2 groups were due: 1 has heard it, 1 had nothing to hear.')
    expect(read(bot)[0]).toContain(say('skipped.dropped'))
    bot.pass(day)
    await deliver(bot.app)
    expect(bot.calls(post).filter(({ args }) => args.channel === channelOf('OLD'))).toHaveLength(1)
  })
})

describe('a message that may or may not stand', () => {
  /** The answer to WG8's reminder was lost, and this Slack keeps no metadata by which it could be known again. */
  async function inDoubt(fault: 'lost_reply' | 'cut' = 'lost_reply'): Promise<Outgoing> {
    const bot = await planned(['WG8'], { keepsMetadata: false })
    // A message of the bot's that has lost its mark, too: one such, and a missing mark tells nothing.
    if (fault === 'cut') await asTheBot(bot).chat.postMessage({ channel: channelOf('WG8'), text: 'earlier' })
    bot.sandbox.faults.add({ kind: fault, method: post, channel: channelOf('WG8') })
    await deliver(bot.app)
    bot.pass(5 * second)
    await deliver(bot.app)
    bot.pass(2 * second)
    await deliver(bot.app)
    return bot
  }

  /** Lets all be said and shown that there is to say and to show. */
  async function settle(bot: Outgoing): Promise<void> {
    for (let nth = 0; nth < 6; nth++) {
      bot.pass(20 * second)
      await deliver(bot.app)
    }
  }

  test('is asked about in the secretariat’s channel, and not said again', async () => {
    const bot = await inDoubt()
    expect(await notice(bot)).toMatchObject({ state: 'ambiguous', reason: 'no_metadata' })
    expect(read(bot)).toEqual([expect.stringContaining('WG8 Group WG8 · reminder for Mon 23 Nov')])
    expect(read(bot)[0]).toContain(say('hidden.no-metadata', { error: '' }))
    expect(JSON.stringify(bot.said(secretariat)[0]?.blocks)).toContain('<#C0WG8>')
    expect(buttons(bot)).toEqual([[keepNoticeId, retryNoticeId, askDropNoticeId]])
    for (let nth = 0; nth < 24; nth++) {
      bot.pass(hour)
      await report(bot.app)
    }
    expect(bot.said('WG8')).toHaveLength(1)
    expect(bot.calls(post).filter(({ args }) => args.channel === channelOf('WG8'))).toHaveLength(1)
    // The question, and the report of the run.
    expect(bot.said(secretariat)).toHaveLength(2)
  })

  test('stands where the secretariat has seen it, and is left as it is', async () => {
    const bot = await inDoubt()
    expect(await bot.app.decisions.make((await notice(bot)).id, 'keep', { ...doneBy('pine') })).toMatchObject(
      {
        isMade: true,
      },
    )
    await settle(bot)
    expect(await notice(bot)).toMatchObject({ state: 'sent' })
    expect(bot.said('WG8')).toHaveLength(1)
    expect(read(bot)[0]).toContain('Pine Example has seen it there')
    expect(buttons(bot)).toEqual([[]])
    // An acknowledgement can't be shown where nobody knows which message it is.
    await bot.app.notices.acknowledge({ notice: (await notice(bot)).id, member: 'lotus' })
    await settle(bot)
    expect(bot.calls(update).filter(({ args }) => args.channel === channelOf('WG8'))).toEqual([])
    expect(await notice(bot)).toMatchObject({ state: 'sent', revision: 1, shownRevision: 1 })
  })

  test('is said again where the secretariat wants it, once', async () => {
    const bot = await inDoubt('cut')
    expect(await notice(bot)).toMatchObject({ state: 'ambiguous' })
    const before = bot.said('WG8').length
    await bot.app.decisions.make((await notice(bot)).id, 'retry', { ...doneBy('pine') })
    await settle(bot)
    expect(bot.said('WG8')).toHaveLength(before + 1)
    expect(await notice(bot)).toMatchObject({ state: 'sent', ts: bot.said('WG8').at(-1)?.ts })
    expect(read(bot)[0]).toContain('Pine Example asked to say it again')
    expect(read(bot)[0]).toContain(say('question.sent'))
    expect(buttons(bot)).toEqual([[]])
  })

  test('is let go with its reason, which is told', async () => {
    const bot = await inDoubt()
    await bot.app.decisions.make((await notice(bot)).id, 'drop', {
      ...doneBy('pine'),
      why: 'told <!channel> in person',
    })
    await settle(bot)
    expect(await notice(bot)).toMatchObject({ state: 'withdrawn', reason: 'dropped' })
    expect(bot.said('WG8')).toHaveLength(1)
    expect(read(bot)[0]).toContain('Pine Example let it go')
    expect(JSON.stringify(bot.said(secretariat)[0]?.blocks)).toContain('told &lt;!channel&gt; in person')
  })

  test('is known to stand once its convenor presses its button, and is brought up to date', async () => {
    const bot = await inDoubt()
    const message = { channelId: channelOf('WG8'), ts: bot.said('WG8')[0]?.ts ?? '' }
    bot.pass(2 * day)
    await bot.app.notices.acknowledge({ notice: (await notice(bot)).id, member: 'lotus' }, { message })
    await settle(bot)
    expect(await notice(bot)).toMatchObject({ state: 'sent', ...message, revision: 1, shownRevision: 1 })
    const [text = '', ...others] = read(bot, 'WG8')
    expect(others).toEqual([])
    // It names what it named, and was said when it was said, not when the button was pressed.
    for (const words of ['Late of WG8', 'Soon of WG8', 'Lotus Example']) expect(text).toContain(words)
    expect(text).not.toContain('comes late')
    expect(read(bot)[0]).toContain(say('question.sent'))
    expect(buttons(bot)).toEqual([[]])
  })

  test('and was settled before the question was said is not asked about', async () => {
    const bot = await planned(['WG8'], { keepsMetadata: false })
    bot.sandbox.faults.add({ kind: 'lost_reply', method: post, channel: channelOf('WG8') })
    const away = { kind: 'error' as const, error: 'team_added_to_org', method: post }
    bot.sandbox.faults.add({ ...away, channel: channelOf(secretariat) })
    await deliver(bot.app)
    bot.pass(5 * second)
    await deliver(bot.app)
    expect(await notice(bot)).toMatchObject({ state: 'ambiguous' })
    await bot.app.decisions.make((await notice(bot)).id, 'keep', byOperator)
    await settle(bot)
    expect(bot.said(secretariat)).toEqual([])
    const question = await bot.store.notices.find('decision', undefined, (await notice(bot)).id)
    expect(question).toMatchObject({ state: 'withdrawn', reason: 'settled' })
  })

  test('shows at last what was decided, where Slack took no edit for a while', async () => {
    const bot = await inDoubt('cut')
    const { id } = await notice(bot)
    await bot.app.decisions.make(id, 'retry', { ...doneBy('pine') })
    const away = { kind: 'error' as const, error: 'team_added_to_org', times: 3 }
    bot.sandbox.faults.add({ ...away, method: update })
    await settle(bot)
    for (let nth = 0; nth < 4; nth++) {
      bot.pass(5 * minute)
      await deliver(bot.app)
    }
    const edits = bot.calls(update).filter(({ effect }) => effect)
    expect(edits.length).toBeGreaterThan(0)
    expect(read(bot)[0]).toContain(say('question.sent'))
    expect(bot.said('WG8')).toHaveLength(2)
  })
})

test('a secretariat without a channel is told in person', async () => {
  const bot = await outgoing(database, `report-${++committees}`, ['WG1', 'OLD'])
  open.push(bot)
  await bot.app.members.linkUsers([{ slackId: 'U0PINE', email: 'pine@example.org' }])
  await bot.store.members.linkSlack('pine', 'U0PINE')
  await bot.app.notices.planDue('reminder')
  await deliver(bot.app)
  bot.pass(minute)
  await report(bot.app)
  const [told, ...others] = bot.calls(post).filter(({ args }) => args.channel === 'U0PINE')
  expect(told).toMatchObject({ status: 200, effect: true })
  expect(others).toEqual([])
  bot.pass(2 * second)
  await bot.app.decisions.make((await notice(bot, 'OLD')).id, 'drop', { ...doneBy('pine') })
  await deliver(bot.app)
  expect(bot.calls(update)).toMatchObject([{ effect: true }])
})

describe('a secretariat whose own channel is out of reach', () => {
  test('is told in person, and why', async () => {
    const bot = await planned(['WG1'])
    await bot.store.members.put({
      id: 'pine',
      names: { en: 'Pine Example' },
      roles: [{ role: 'secretariat' }],
      slackId: 'U0LOTUS',
    })
    bot.sandbox.faults.add({
      kind: 'error',
      error: 'is_archived',
      method: post,
      channel: channelOf(secretariat),
      times: 100,
    })
    await deliver(bot.app)
    bot.pass(2 * minute)
    await report(bot.app)
    bot.pass(minute)
    await deliver(bot.app)
    expect(bot.said(secretariat)).toEqual([])
    const told = bot.sandbox.messages('D0LOTUS').map(({ blocks }) => JSON.stringify(blocks))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(say('report.title', { kind: 'reminder', on: 'Mon 23 Nov' }))
    expect(told[0]).toContain('in person')
    expect(told[0]).toContain('is archived')
    bot.pass(day)
    await deliver(bot.app)
    expect(bot.sandbox.messages('D0LOTUS')).toHaveLength(1)
  })
})
