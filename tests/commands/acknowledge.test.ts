import { beforeAll, describe, expect, test } from 'vitest'
import type { ClaimedNotice } from '../../src/domain/store.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()

let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'acknowledge', '2026-11-23T20:00:00Z')
})

let count = 0
/** Says the one thing that there is to say or to show, once the channel has been quiet for a while. */
async function deliver(): Promise<ClaimedNotice> {
  desk.pass(2_000)
  const {
    claimed: [claimed, ...others],
  } = await desk.app.deliveries.claim(20)
  if (claimed === undefined || others.length > 0) throw new Error(`${others.length + 1} to be said`)
  await desk.app.deliveries.settle(claimed, { kind: 'said', channelId: 'C-WG8', ts: '1.1' }, [])
  return claimed
}

/** A reminder of WG8 that stands in its channel. */
async function reminded(): Promise<string> {
  count += 1
  await desk.ask('/wg send WG8 reminder again', { member: 'lotus', request: `reminder ${count}` })
  const claimed = await deliver()
  return claimed.id
}

describe('a reminder is acknowledged', () => {
  test.each([
    ['by the convenor', { member: 'lotus' }, undefined],
    ['by the deputy', { member: 'oriole' }, undefined],
    ['not by the secretariat', { member: 'pine' }, 'refused.convenor'],
    ['not by the chair', { member: 'cedar' }, 'refused.convenor'],
    ['not by a member', { member: 'jasmine' }, 'refused.convenor'],
    ['not by another’s convenor', { member: 'plum' }, 'refused.convenor'],
    ['not by a stranger', {}, 'refused.convenor'],
  ] as [string, Asker, string | undefined][])('%s', async (_who, who, why) => {
    const reminder = await reminded()
    const before = await everyRow(database)
    const reply = await desk.press('reminder.acknowledge', reminder, who)
    expect(reply.kind).toBe(why === undefined ? 'nothing' : 'refused')
    expect(reply.why).toBe(why)
    if (why === undefined) expect(await deliver()).toMatchObject({ id: reminder, state: 'sent', revision: 1 })
    else expect(await everyRow(database)).toStrictEqual(before)
  })

  test('the refusal tells whom to ask, in the reader’s language', async () => {
    const reminder = await reminded()
    const zh = await desk.press('reminder.acknowledge', reminder, { member: 'jasmine', language: 'zh-CN' })
    expect(zh.text).toBe('这一步由 WG8 的组长或副组长完成：示例清荷、示例黄鹂。')
    const en = await desk.press('reminder.acknowledge', reminder)
    expect(en.text).toBe('That is for WG8’s convenor or deputies: Lotus Sample, Oriole Sample.')
  })
})

test('a press under a message of which nobody knew whether it stands tells that it does', async () => {
  await desk.ask('/wg send WG8 reminder again', { member: 'lotus', request: 'in doubt' })
  desk.pass(2_000)
  const {
    claimed: [claimed],
  } = await desk.app.deliveries.claim(20)
  if (claimed === undefined) throw new Error('nothing is to be said')
  await desk.app.deliveries.settle(claimed, { kind: 'unknown', error: 'no_answer' }, ['a'])
  const who = { member: 'lotus', channelId: 'C-WG8', messageTs: '7.7' }
  expect(await desk.press('reminder.acknowledge', claimed.id, who)).toMatchObject({ kind: 'nothing' })
  expect(await desk.app.notices.byId(claimed.id)).toMatchObject({
    state: 'sent',
    channelId: 'C-WG8',
    ts: '7.7',
    assignments: ['a'],
  })
  desk.pass(5_000)
  expect(await deliver()).toMatchObject({ id: claimed.id, task: 'edit', ts: '7.7' })
})

test('a forged or outdated button acknowledges nothing', async () => {
  await desk.app.notices.planDue('digest', { atOnce: true })
  const { latest } = await desk.app.notices.overview(100)
  const digest = latest.find(({ kind, group }) => kind === 'digest' && group === 'WG8')
  await desk.ask('/wg send reminder again', { member: 'lotus' })
  const [unsaid] = (await desk.app.notices.overview(1, 'pending')).latest
  if (digest === undefined || unsaid === undefined) throw new Error('nothing to forge')
  const before = await everyRow(database)
  for (const value of ['', 'none', 'x'.repeat(65), 'a\u0000b', '{}', "' or true --", digest.id, unsaid.id])
    expect(await desk.press('reminder.acknowledge', value, { member: 'lotus' }), value).toMatchObject({
      kind: 'refused',
      why: 'refused.outdated-button',
    })
  expect(await everyRow(database)).toStrictEqual(before)
})

test('put off on a Friday until tomorrow, it comes on the next working day, and the message says so', async () => {
  const own = await deskOn(database, 'friday', '2026-11-27T02:00:00Z')
  await own.app.notices.planDue('reminder', { atOnce: true })
  const found = (await own.app.notices.overview(100)).latest.find(
    ({ kind, group, state }) => kind === 'reminder' && group === 'WG8' && state === 'pending',
  )
  if (found === undefined) throw new Error('no reminder')
  own.pass(2_000)
  const { claimed } = await own.app.deliveries.claim(50)
  const mine = claimed.find(({ id }) => id === found.id)
  if (mine === undefined) throw new Error('it was not claimed')
  await own.app.deliveries.settle(mine, { kind: 'said', channelId: 'C-WG8', ts: '1.1' }, ['wg8-01'])
  const press = await own.press('notice.snooze', JSON.stringify({ notice: found.id, until: 'tomorrow' }), {
    member: 'lotus',
  })
  expect(press.kind).toBe('nothing')
  const standing = await createStore(database, 'friday').snoozes.of(found.id)
  expect(standing).toMatchObject({ until: '2026-11-30', member: 'lotus' })
})
