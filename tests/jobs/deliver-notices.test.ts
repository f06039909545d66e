import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { byOperator } from '../../src/domain/audit/rules.ts'
import type { Notice } from '../../src/domain/notice/rules.ts'
import { openDatabase } from '../../src/store/open-store.ts'
import { texts } from '../../src/texts/texts.ts'
import { acknowledgeReminderId } from '../../src/views/reminder-buttons.ts'
import { testDatabase } from '../database.ts'
import {
  asTheBot,
  channelOf,
  day,
  deliver,
  hour,
  minute,
  type Outgoing,
  outgoing,
  owed,
  second,
} from './outgoing.ts'

const { url, database } = await testDatabase()
const say = texts('en')

let committees = 0
const open: Outgoing[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.sandbox.close()
})

/** The committee on its Monday morning, its reminders planned. */
async function planned(codes?: readonly string[]): Promise<Outgoing> {
  const bot = await outgoing(database, `deliver-${++committees}`, codes)
  open.push(bot)
  await bot.app.notices.planDue('reminder')
  return bot
}

async function notice(bot: Outgoing, group = 'WG8'): Promise<Notice> {
  const found = await bot.store.notices.find('reminder', group, '2026-11-23')
  if (found === undefined) throw new Error(`${group} has no reminder on record`)
  return found
}

async function acknowledge(bot: Outgoing, group = 'WG8'): Promise<void> {
  await bot.app.notices.acknowledge({ notice: (await notice(bot, group)).id, member: 'lotus' })
}

const blocksOf = (bot: Outgoing, group?: string) => JSON.stringify(bot.said(group)[0]?.blocks)
const post = 'chat.postMessage'
const update = 'chat.update'
const history = 'conversations.history'

describe('a notice is said once', () => {
  test('with the key by which it is known again', async () => {
    const bot = await planned()
    await deliver(bot.app)
    await deliver(bot.app)
    bot.pass(day)
    await deliver(bot.app)
    expect(bot.said()).toHaveLength(1)
    expect(bot.said()[0]?.metadata).toEqual({
      event_type: 'rapporteur_notice',
      event_payload: { key: `${bot.app.workspace}/reminder/WG8/2026-11-23` },
    })
    expect(bot.calls(post)).toHaveLength(1)
    expect(bot.calls(history)).toEqual([])
    expect(await notice(bot)).toMatchObject({
      state: 'sent',
      attempts: 1,
      channelId: 'C0WG8',
      ts: bot.said()[0]?.ts,
      assignments: ['WG8-late', 'WG8-soon'],
    })
  })

  test.each([
    ['its answer was lost', { kind: 'lost_reply' as const }],
    ['Slack took it and answered 500', { kind: 'status' as const, status: 500, taken: true }],
  ])('when %s: it is found by its key and taken for its own', async (_what, fault) => {
    const bot = await planned()
    bot.sandbox.faults.add({ ...fault, method: post })
    await deliver(bot.app)
    expect(await notice(bot)).toMatchObject({ state: 'sending' })
    await deliver(bot.app)
    expect(bot.calls(history)).toEqual([])
    bot.pass(5 * second)
    await deliver(bot.app)
    expect(await notice(bot)).toMatchObject({ state: 'sent', ts: bot.said()[0]?.ts, channelId: 'C0WG8' })
    expect(bot.said()).toHaveLength(1)
    expect(bot.calls(post)).toHaveLength(1)
  })

  test('when Slack answered 500 and took nothing: it is looked for in vain and said', async () => {
    const bot = await planned()
    bot.sandbox.faults.add({ kind: 'status', status: 500, method: post })
    await deliver(bot.app)
    expect(bot.said()).toEqual([])
    bot.pass(5 * second)
    await deliver(bot.app)
    expect(bot.calls(history)).toHaveLength(1)
    // Slack may still be at it: nothing is said again within the minute.
    expect(bot.said()).toEqual([])
    expect(await notice(bot)).toMatchObject({ state: 'sending' })
    bot.pass(minute)
    await deliver(bot.app)
    expect(bot.calls(history)).toHaveLength(2)
    expect(bot.said()).toHaveLength(1)
    expect(await notice(bot)).toMatchObject({ state: 'sent' })
  })

  test.each([20, 59])('when Slack carries it out %i seconds after it was given up', async (seconds) => {
    const bot = await planned()
    bot.sandbox.faults.add({ kind: 'cut', method: post })
    await deliver(bot.app)
    bot.pass(seconds * second)
    await deliver(bot.app)
    expect(bot.calls(post)).toHaveLength(1)
    await bot.app.slack().messenger.post({
      channel: 'C0WG8',
      key: `${bot.app.workspace}/reminder/WG8/2026-11-23`,
      message: { text: 'carried out late', blocks: [] },
    })
    bot.pass(minute)
    await deliver(bot.app)
    expect(bot.said().map(({ text }) => text)).toEqual(['carried out late'])
    expect(await notice(bot)).toMatchObject({ state: 'sent', ts: bot.said()[0]?.ts })
  })

  test('when the process died between the claim and the post', async () => {
    const bot = await planned()
    expect((await bot.app.deliveries.claim(20)).claimed).toHaveLength(1)
    bot.pass(59 * second)
    await deliver(bot.app)
    expect(bot.said()).toEqual([])
    bot.pass(2 * second)
    await deliver(bot.app)
    expect(bot.said()).toEqual([])
    bot.pass(minute)
    await deliver(bot.app)
    expect(bot.said()).toHaveLength(1)
    expect(bot.calls(history)).toHaveLength(2)
  })

  test('when the process died between the post and its record', async () => {
    const bot = await planned()
    const {
      claimed: [claimed],
    } = await bot.app.deliveries.claim(20)
    if (claimed === undefined) throw new Error('nothing was claimed')
    await bot.app.slack().messenger.post({
      channel: 'C0WG8',
      key: bot.app.deliveries.key(claimed),
      message: { text: 'said, and not written down', blocks: [] },
    })
    // Another's message with a key like it is not taken for it.
    await asTheBot(bot).chat.postMessage({
      channel: 'C0WG8',
      text: 'another',
      metadata: { event_type: 'rapporteur_notice', event_payload: { key: `${bot.app.workspace}/x` } },
    })
    bot.pass(61 * second)
    await deliver(bot.app)
    expect(bot.said().map(({ text }) => text)).toEqual(['said, and not written down', 'another'])
    expect(await notice(bot)).toMatchObject({ state: 'sent', ts: bot.said()[0]?.ts })
  })

  test('by two processes at once in sixty channels, whatever Slack answers now and then', async () => {
    const codes = Array.from({ length: 60 }, (_, i) => `WG${i + 1}`)
    const bot = await planned(codes)
    bot.sandbox.faults.add({ kind: 'lost_reply', method: post, times: 5 })
    bot.sandbox.faults.add({ kind: 'status', status: 429, retryAfterSeconds: 3, method: post, times: 5 })
    const other = await openDatabase(url)
    onTestFinished(() => other.close())
    const second = bot.beside(other)
    await Promise.all([deliver(bot.app), deliver(second)])
    bot.pass(minute)
    await Promise.all([deliver(bot.app), deliver(second)])
    expect(codes.filter((code) => bot.said(code).length !== 1)).toEqual([])
    expect(await bot.store.notices.countByState()).toEqual({ sent: 60 })
    expect(bot.calls(post)).toHaveLength(65)
  })
})

describe('a message whose answer was lost', () => {
  test('is looked for where it was said, whatever channel its group has since', async () => {
    const bot = await planned(['WG1', 'WG2'])
    await bot.store.notices.supersede('reminder', 'WG2', new Date('2027-01-01T00:00:00Z'))
    bot.sandbox.faults.add({ kind: 'lost_reply', method: post })
    await deliver(bot.app)
    await bot.store.groups.linkChannel('WG1', channelOf('WG2'))
    bot.pass(3 * minute)
    await deliver(bot.app)
    expect(bot.calls(history).map(({ args }) => args.channel)).toEqual(['C0WG1'])
    expect([bot.said('WG1').length, bot.said('WG2').length]).toEqual([1, 0])
    expect(await notice(bot, 'WG1')).toMatchObject({ state: 'sent', channelId: 'C0WG1' })
  })

  test('and which is not there is said where its group is now', async () => {
    const bot = await planned(['WG1', 'WG2'])
    await bot.store.notices.supersede('reminder', 'WG2', new Date('2027-01-01T00:00:00Z'))
    bot.sandbox.faults.add({ kind: 'cut', method: post })
    await deliver(bot.app)
    await bot.store.groups.linkChannel('WG1', channelOf('WG2'))
    for (let nth = 0; nth < 3; nth++) {
      bot.pass(minute)
      await deliver(bot.app)
    }
    expect([bot.said('WG1').length, bot.said('WG2').length]).toEqual([0, 1])
  })
})

describe('what a clock that ran ahead has planned', () => {
  test('waits for its own hour, and what is due now is said', async () => {
    const bot = await outgoing(database, `deliver-${++committees}`)
    open.push(bot)
    bot.pass(28 * day)
    await bot.app.notices.planDue('reminder')
    bot.pass(-28 * day)
    await bot.app.notices.planDue('reminder')
    await deliver(bot.app)
    expect(bot.said().map(({ metadata }) => metadata?.event_payload.key)).toEqual([
      `${bot.app.workspace}/reminder/WG8/2026-11-23`,
    ])
    bot.pass(28 * day)
    await bot.app.notices.planDue('reminder')
    await deliver(bot.app)
    expect(bot.said().map(({ metadata }) => metadata?.event_payload.key)).toEqual([
      `${bot.app.workspace}/reminder/WG8/2026-11-23`,
      `${bot.app.workspace}/reminder/WG8/2026-12-21`,
    ])
  })
})

describe('a clock that is put back by a day', () => {
  test('leaves nobody waiting for a claim or a pause of the wrong time', async () => {
    const bot = await planned(['WG1', 'WG2'])
    bot.pass(2 * day)
    bot.sandbox.faults.add({ kind: 'status', status: 429, retryAfterSeconds: 30, method: post })
    await deliver(bot.app)
    await bot.app.deliveries.claim(1)
    bot.pass(-day)
    for (let nth = 0; nth < 4; nth++) {
      await deliver(bot.app)
      bot.pass(minute)
    }
    expect([bot.said('WG1').length, bot.said('WG2').length]).toEqual([1, 1])
  })
})

describe('a process that was held up while it spoke', () => {
  const posting = (bot: Outgoing, text: string) => ({
    channel: 'C0WG8',
    key: `${bot.app.workspace}/reminder/WG8/2026-11-23`,
    message: { text, blocks: [] },
  })
  async function claimedBy(bot: Outgoing) {
    const [claimed] = (await bot.app.deliveries.claim(20)).claimed
    if (claimed === undefined) throw new Error('nothing was claimed')
    return claimed
  }
  const texts = (bot: Outgoing) => bot.said().map(({ text }) => text)

  test('and whose message was found meanwhile leaves it as it is', async () => {
    const bot = await planned()
    const claimed = await claimedBy(bot)
    const outcome = await bot.app.slack().messenger.post(posting(bot, 'held up'))
    bot.pass(minute)
    await deliver(bot.app)
    expect(await bot.app.deliveries.settle(claimed, outcome, [])).toBe(false)
    bot.pass(minute)
    await deliver(bot.app)
    expect(bot.said()).toHaveLength(1)
    expect(bot.calls('chat.delete')).toEqual([])
    expect(await notice(bot)).toMatchObject({ state: 'sent', ts: bot.said()[0]?.ts, strays: [] })
  })

  test('after another had said it takes its own back', async () => {
    const bot = await planned()
    const claimed = await claimedBy(bot)
    bot.pass(3 * minute)
    await deliver(bot.app)
    await deliver(bot.app)
    const outcome = await bot.app.slack().messenger.post(posting(bot, 'held up'))
    expect(await bot.app.deliveries.settle(claimed, outcome, [])).toBe(false)
    expect(texts(bot)).toHaveLength(2)
    bot.pass(minute)
    await deliver(bot.app)
    expect(texts(bot)).not.toContain('held up')
    expect(texts(bot)).toHaveLength(1)
    expect(await notice(bot)).toMatchObject({ state: 'sent', ts: bot.said()[0]?.ts, strays: [] })
  })

  test('while another says it leaves one of the two', async () => {
    const bot = await planned()
    const first = await claimedBy(bot)
    bot.pass(3 * minute)
    const look = await claimedBy(bot)
    await bot.app.deliveries.looked(look, { kind: 'absent' }, [])
    const second = await claimedBy(bot)
    const outcomes = [
      await bot.app.slack().messenger.post(posting(bot, 'first')),
      await bot.app.slack().messenger.post(posting(bot, 'second')),
    ]
    const [said, again] = outcomes
    if (said === undefined || again === undefined) throw new Error('nothing was said')
    expect(await bot.app.deliveries.settle(first, said, [])).toBe(false)
    expect(await bot.app.deliveries.settle(second, again, [])).toBe(true)
    bot.pass(minute)
    await deliver(bot.app)
    expect(texts(bot)).toEqual(['first'])
    expect(await notice(bot)).toMatchObject({ state: 'sent', ts: bot.said()[0]?.ts, strays: [] })
  })

  test('before it could speak does not speak', async () => {
    const bot = await planned()
    const claimed = await claimedBy(bot)
    bot.pass(46 * second)
    expect(bot.app.deliveries.isInTime(claimed)).toBe(false)
    await bot.app.deliveries.putBack(claimed)
    expect(await notice(bot)).toMatchObject({ state: 'pending' })
    await deliver(bot.app)
    expect(bot.calls(history)).toEqual([])
    expect(bot.said()).toHaveLength(1)
  })
})

describe('a channel of which only the name is on record', () => {
  const codes = ['WG1', 'WG2']
  async function unlinked(): Promise<Outgoing> {
    const bot = await planned(codes)
    for (const code of codes) await bot.store.groups.linkChannel(code, undefined)
    return bot
  }
  const addressed = (bot: Outgoing) => bot.calls(post).map(({ args }) => args.channel)

  test('is looked up, once a run, and spoken to by its id', async () => {
    const bot = await unlinked()
    await deliver(bot.app)
    expect(addressed(bot).sort()).toEqual(['C0WG1', 'C0WG2'])
    expect(bot.calls('conversations.list')).toHaveLength(1)
    expect((await bot.app.groups.all()).map(({ channelId }) => channelId)).toEqual(['C0WG1', 'C0WG2'])
  })

  test('is spoken to by its name where Slack lists no channels', async () => {
    const bot = await unlinked()
    bot.sandbox.faults.add({ kind: 'error', error: 'unknown_method', method: 'conversations.list' })
    await deliver(bot.app)
    expect(addressed(bot).sort()).toEqual(['#wg1', '#wg2'])
    expect(codes.map((code) => bot.said(code).length)).toEqual([1, 1])
  })
})

describe('a message that may stand in a channel whose history can’t be read', () => {
  test('is left to a person where it never will be, and not said again', async () => {
    const bot = await planned()
    bot.sandbox.faults.add({ kind: 'lost_reply', method: post })
    bot.sandbox.faults.add({ kind: 'error', error: 'missing_scope', method: history })
    await deliver(bot.app)
    bot.pass(5 * second)
    await deliver(bot.app)
    expect(await notice(bot)).toMatchObject({ state: 'ambiguous', reason: 'missing_scope' })
    bot.pass(day)
    await deliver(bot.app)
    expect(bot.said()).toHaveLength(1)
    expect(bot.calls(post)).toHaveLength(1)
  })

  test('is looked for again where Slack is only away', async () => {
    const bot = await planned()
    bot.sandbox.faults.add({ kind: 'lost_reply', method: post })
    bot.sandbox.faults.add({ kind: 'error', error: 'internal_error', method: history, times: 3 })
    await deliver(bot.app)
    for (let nth = 0; nth < 3; nth++) {
      bot.pass(minute)
      await deliver(bot.app)
      expect(await notice(bot)).toMatchObject({ state: 'sending', reason: 'internal_error' })
    }
    bot.pass(minute)
    await deliver(bot.app)
    expect(await notice(bot)).toMatchObject({ state: 'sent', ts: bot.said()[0]?.ts })
    expect(bot.said()).toHaveLength(1)
  })

  test('is left to a person where Slack stays away for a week', async () => {
    const bot = await planned()
    bot.sandbox.faults.add({ kind: 'lost_reply', method: post })
    bot.sandbox.faults.add({ kind: 'error', error: 'internal_error', method: history, times: 1_000 })
    for (let nth = 0; nth < 28; nth++) {
      await deliver(bot.app)
      expect(await notice(bot)).toMatchObject({ state: 'sending' })
      bot.pass(6 * hour)
    }
    bot.pass(hour)
    await deliver(bot.app)
    expect(await notice(bot)).toMatchObject({ state: 'ambiguous', reason: 'internal_error' })
    expect(bot.calls(post)).toHaveLength(1)
  })
})

describe('what Slack refuses', () => {
  test('for a while is said when the while is over', async () => {
    const bot = await planned()
    bot.sandbox.faults.add({ kind: 'status', status: 429, retryAfterSeconds: 45, method: post })
    await deliver(bot.app)
    expect(await notice(bot)).toMatchObject({ state: 'pending', reason: 'ratelimited' })
    bot.pass(44 * second)
    await deliver(bot.app)
    expect(bot.calls(post)).toHaveLength(1)
    bot.pass(second)
    await deliver(bot.app)
    expect(bot.said()).toHaveLength(1)
    expect(bot.calls(history)).toEqual([])
  })

  test('for good fails with its reason, and the others are said', async () => {
    const bot = await planned(['WG1', 'OLD', 'WG2'])
    await deliver(bot.app)
    expect(await notice(bot, 'OLD')).toMatchObject({ state: 'failed', reason: 'is_archived' })
    expect([bot.said('WG1'), bot.said('WG2')].map(({ length }) => length)).toEqual([1, 1])
    bot.pass(day)
    await deliver(bot.app)
    expect(bot.calls(post)).toHaveLength(3)
  })

  test('a bug over one notice keeps none of the others from being said, and is told', async () => {
    const bot = await planned(['WG1', 'WG2', 'WG3'])
    const broken = (await bot.store.groups.all()).find(({ code }) => code === 'WG2')
    if (broken === undefined) throw new Error('WG2 is not on record')
    await bot.store.groups.put({ ...broken, zone: 'Nowhere/Here' })
    await expect(deliver(bot.app)).rejects.toThrow('1 notices could not be delivered')
    expect(['WG1', 'WG2', 'WG3'].map((code) => bot.said(code).length)).toEqual([1, 0, 1])
    await bot.store.groups.put(broken)
    bot.pass(61 * second)
    await deliver(bot.app)
    expect(bot.said('WG2')).toHaveLength(1)
  })
})

describe('what has changed since', () => {
  test('all done before it is said: nothing is said', async () => {
    const bot = await planned()
    for (const one of owed('WG8'))
      await bot.store.assignments.put({ ...one, state: 'done', doneOn: '2026-11-22' })
    await deliver(bot.app)
    expect(bot.said()).toEqual([])
    expect(await notice(bot)).toMatchObject({ state: 'withdrawn', reason: 'no-open-assignments' })
  })

  test('done before it is said is not named; done after is struck through at the next edit', async () => {
    const bot = await planned()
    const [late, soon] = owed('WG8')
    await bot.store.assignments.put({ ...late, state: 'done', doneOn: '2026-11-22' })
    await deliver(bot.app)
    expect(blocksOf(bot)).not.toContain('Late of WG8')
    expect(blocksOf(bot)).toContain('Soon of WG8')
    await bot.store.assignments.put({ ...soon, state: 'done', doneOn: '2026-11-23' })
    await acknowledge(bot)
    await deliver(bot.app)
    expect(blocksOf(bot)).toContain('~Soon of WG8~')
    expect(blocksOf(bot)).toContain('Lotus Example')
    expect(bot.said()).toHaveLength(1)
  })

  test('an acknowledgement is shown also where what was named is due much later now', async () => {
    const bot = await planned()
    await deliver(bot.app)
    for (const one of owed('WG8')) await bot.store.assignments.put({ ...one, dueOn: '2027-06-30' })
    await acknowledge(bot)
    await deliver(bot.app)
    expect(blocksOf(bot)).toContain('Lotus Example')
    expect(blocksOf(bot)).toContain(say('reminder.others', { count: 2 }))
    expect(await notice(bot)).toMatchObject({ state: 'sent' })
  })

  test('an acknowledgement given before the message was found is shown as well', async () => {
    const bot = await planned()
    bot.sandbox.faults.add({ kind: 'lost_reply', method: post })
    await deliver(bot.app)
    await acknowledge(bot)
    bot.pass(5 * second)
    await deliver(bot.app)
    expect(blocksOf(bot)).toContain('Lotus Example')
    expect(blocksOf(bot)).not.toContain(acknowledgeReminderId)
    expect(bot.said()).toHaveLength(1)
  })

  test('an acknowledgement given while Slack was down is shown later, before what came after it', async () => {
    const bot = await planned()
    await deliver(bot.app)
    const away = { kind: 'error' as const, error: 'team_added_to_org', times: 2 }
    bot.sandbox.faults.add({ ...away, method: update })
    bot.sandbox.faults.add({ ...away, method: post })
    await acknowledge(bot)
    await deliver(bot.app)
    const group = (await bot.app.groups.all()).find(({ code }) => code === 'WG8')
    if (group === undefined) throw new Error('WG8 is not on record')
    bot.pass(hour)
    await bot.app.notices.sendNow('reminder', group, { ...byOperator, request: 'by-hand' })
    await deliver(bot.app)
    bot.pass(hour)
    await deliver(bot.app)
    bot.pass(hour)
    await deliver(bot.app)
    expect(bot.sandbox.faults.list()).toEqual([])
    const done = bot.sandbox.record().filter(({ effect }) => effect)
    expect(done.map(({ method }) => method)).toEqual([post, update, post])
    expect(blocksOf(bot)).toContain('Lotus Example')
    expect(bot.said()).toHaveLength(2)
  })

  test('an edit whose answer was lost is made again and does no harm', async () => {
    const bot = await planned()
    await deliver(bot.app)
    await acknowledge(bot)
    bot.sandbox.faults.add({ kind: 'lost_reply', method: update })
    await deliver(bot.app)
    bot.pass(minute)
    await deliver(bot.app)
    bot.pass(day)
    await deliver(bot.app)
    expect(bot.calls(update)).toHaveLength(2)
    expect(bot.said()).toHaveLength(1)
    expect(await notice(bot)).toMatchObject({ state: 'sent', revision: 1, shownRevision: 1 })
  })

  test('a message that was deleted is not said again; its edit is given up', async () => {
    const bot = await planned()
    await deliver(bot.app)
    await asTheBot(bot).chat.delete({ channel: 'C0WG8', ts: bot.said()[0]?.ts ?? '' })
    await acknowledge(bot)
    await deliver(bot.app)
    bot.pass(day)
    await deliver(bot.app)
    expect(bot.said()).toEqual([])
    expect(bot.calls(update)).toHaveLength(1)
    expect(await notice(bot)).toMatchObject({ state: 'sent', reason: 'message_not_found' })
  })
})

test('what comes late says for which day it is', async () => {
  const bot = await outgoing(database, `deliver-${++committees}`)
  open.push(bot)
  bot.pass(2 * day)
  await bot.app.notices.planDue('reminder')
  await deliver(bot.app)
  const [before = '?', after = '?'] = say('notice.late', { on: '|' }).split('|')
  expect(blocksOf(bot)?.split(before)[1]).toMatch(/^[^"]*23 Nov/)
  expect(blocksOf(bot)).toContain(`${after}"`)
  expect(bot.said()).toHaveLength(1)
})
