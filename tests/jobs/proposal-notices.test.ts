import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainText } from '../../src/views/plain-text.ts'
import { testDatabase } from '../database.ts'
import { standard } from '../domain/committee/small-committee.ts'
import { doneBy } from '../done-by.ts'
import { channelOf, deliver, minute, type Outgoing, outgoing, secretariat } from './outgoing.ts'

const { database } = await testDatabase()

let committees = 0
let bot: Outgoing
beforeEach(async () => {
  bot = await outgoing(database, `proposals-${++committees}`, ['WG8'], { secretariat: true })
  await bot.store.members.linkSlack('lotus', 'U0LOTUS')
  await bot.store.standards.put(standard('1', {}))
})
afterEach(() => bot.sandbox.close())

/** Lotus proposes the next stage; the number of the entry. */
async function propose(): Promise<number> {
  const outcome = await bot.app.recordings.propose(
    '1',
    { to: '30', why: 'the draft is out' },
    doneBy('lotus'),
  )
  if (outcome?.ok !== true) throw new Error('it was not taken')
  return outcome.move.id
}

async function tell(): Promise<void> {
  bot.pass(minute)
  await deliver(bot.app)
}

const read = (channel: string) =>
  bot.sandbox.messages(channel).map(({ text, blocks }) => plainText({ text, blocks } as never))
const asked = () => read(channelOf(secretariat))
const answered = () => read('D0LOTUS')
const buttons = () =>
  bot.sandbox
    .messages(channelOf(secretariat))
    .flatMap(({ blocks = [] }) => blocks as { type: string; elements?: { value?: string }[] }[])
    .flatMap(({ type, elements = [] }) => (type === 'actions' ? elements.map(({ value }) => value) : []))

describe('a stage that a convenor proposes', () => {
  test('is brought before the secretariat once, and before nobody else', async () => {
    const id = await propose()
    for (let nth = 0; nth < 3; nth++) await tell()
    expect(asked()).toEqual([expect.stringContaining('Lotus Example')])
    expect(asked()[0]).toContain('the draft is out')
    expect(buttons()).toEqual([String(id), String(id)])
    expect(bot.said('WG8')).toEqual([])
    expect(answered()).toEqual([])
  })

  test('shows there who accepted it, and its proposer hears of it in person, once', async () => {
    const id = await propose()
    await tell()
    await bot.app.recordings.accept(id, doneBy('pine'))
    for (let nth = 0; nth < 3; nth++) await tell()
    expect(asked()).toEqual([expect.stringMatching(/was accepted.*Decided by Pine Example/s)])
    expect(buttons()).toEqual([])
    expect(answered()).toEqual([
      expect.stringMatching(/Your proposal was accepted.*GB\/T 1-2026 .*→ .*\(30\)/s),
    ])
  })

  test('shows there why it was declined, which its proposer reads, too', async () => {
    const id = await propose()
    await tell()
    await bot.app.recordings.decline(id, doneBy('pine'), 'the vote is still open')
    await tell()
    for (const text of [asked()[0], answered()[0]])
      expect(text).toMatch(/declined.*Decided by Pine Example.*the vote is still open/s)
    expect(buttons()).toEqual([])
  })

  test('is not asked about any more where it was decided before anybody heard', async () => {
    const id = await propose()
    await bot.app.recordings.accept(id, doneBy('pine'))
    await tell()
    expect(asked()).toEqual([])
    expect(answered()).toHaveLength(1)
  })

  test('is answered where the secretariat records the same, and where it records another day', async () => {
    await propose()
    await tell()
    await bot.app.recordings.record('1', { to: '30', on: '2026-11-20' }, doneBy('pine'))
    await tell()
    expect(asked()).toEqual([
      expect.stringMatching(/Decided by Pine Example.*has recorded this stage itself/),
    ])
    expect(answered()).toHaveLength(1)
  })

  test('does not carry along the moves that its proposer waits to hear of', async () => {
    const other = standard('2', {})
    await bot.store.standards.put(other)
    await bot.app.follows.followStandard(doneBy('lotus'), other, 'en')
    const id = await propose()
    await bot.app.recordings.record('2', { to: '30' }, doneBy('pine'))
    await bot.app.follows.planMoves()
    await bot.app.recordings.accept(id, doneBy('pine'))
    for (let nth = 0; nth < 3; nth++) await tell()
    expect(answered().filter((text) => text.includes('GB/T 2-2026'))).toHaveLength(1)
    expect(answered()).toHaveLength(2)
  })
})
