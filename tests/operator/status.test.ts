import { once } from 'node:events'
import { createServer as createWeb } from 'node:http'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEnv } from '../../config/env.ts'
import type { App } from '../../src/app.ts'
import { connections } from '../../src/operator/connections.ts'
import { status, statusText } from '../../src/operator/status.ts'
import { openStorage, type Storage } from '../../src/runtime/storage.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { redisIsHere, testRedis } from '../redis.ts'
import { appOn, monday, sampleApp } from './committee.ts'

const { database, url } = await testDatabase()
const redis = redisIsHere() ? await testRedis() : undefined
let app: App
let storage: Storage

beforeAll(async () => {
  app = await sampleApp(database, 'status')
  storage = await openStorage({ databaseUrl: url, dataFolder: '.' }, () => undefined)
})
afterAll(() => storage.close())

const asked = (environment: Record<string, string>) => {
  const env = readEnv({ DATABASE_URL: url, ...environment })
  if (!env.ok) throw new Error('the environment does not hold')
  return connections(env.config, storage, () => monday)
}

test('tells what is due next in each group’s own time, soonest first', async () => {
  const told = await status(app, [])
  expect(told.next.length).toBeGreaterThan(5)
  expect(told.next.map(({ at }) => at)).toEqual(told.next.map(({ at }) => at).sort())
  expect(statusText(told)).toMatch(/^ {2}Tue,? 24 Nov 2026, 10:00 \(Asia\/Shanghai\) {2}SWG-ETS reminder$/m)
})

test('tells what is undelivered and how much of it there is', async () => {
  await app.notices.planDue('reminder')
  const told = await status(app, [])
  expect(told.notices.pending).toBeGreaterThan(0)
  expect(told.undelivered).toHaveLength(told.notices.pending ?? 0)
  expect(statusText(told)).toMatch(/^notices: .*\d pending/m)
})

test('tells of each undelivered notice to whom, for which day and why, those in need of a hand first', async () => {
  const { notices } = createStore(database, 'status')
  const claimed = await notices.claim(monday, 60_000, { say: 2, look: 0, edit: 0 })
  const [first, second] = claimed
  if (first === undefined || second === undefined) throw new Error('nothing was claimed')
  await notices.settle(first.id, first.claim, { state: 'ambiguous', reason: 'no_metadata' })
  await notices.settle(second.id, second.claim, { state: 'failed', reason: 'is_archived' })
  const told = await status(app, [])
  expect(told.undelivered.slice(0, 2).map(({ id, state }) => [id, state])).toEqual([
    [second.id, 'failed'],
    [first.id, 'ambiguous'],
  ])
  expect(statusText(told)).toContain(
    `  failed ${second.group} reminder for ${second.slotOn}: is_archived (${second.id})\n`,
  )
})

test('tells what keeps the bot from speaking, until when and why', async () => {
  expect((await status(app, [])).held).toEqual([])
  const { paces } = createStore(database, 'status')
  const later = (ms: number) => new Date(monday.getTime() + ms)
  await paces.put({ method: '*', failures: 4, heldUntil: later(60_000), why: 'token_revoked' })
  await paces.put({ method: 'chat.update', failures: 0, heldUntil: later(30_000), why: 'ratelimited' })
  await paces.put({ method: 'conversations.history', failures: 0, heldUntil: monday, why: 'ratelimited' })
  const told = await status(app, [])
  expect(told.held.sort((a, b) => (a.what < b.what ? -1 : 1))).toEqual([
    { what: 'Slack', until: '2026-11-23T01:01:00.000Z', why: 'token_revoked' },
    { what: 'chat.update', until: '2026-11-23T01:00:30.000Z', why: 'ratelimited' },
  ])
  expect(statusText(told)).toContain('held: Slack until 2026-11-23T01:01:00.000Z, because of token_revoked\n')
})

test('tells a newcomer what to do first', async () => {
  expect(statusText(await status(appOn(database, 'newcomer'), []))).toContain('init --sample tc260')
})

test('finds the database and its queue well, and the practice workspace', async () => {
  expect(await asked({})).toEqual([
    { name: 'database', ok: true, detail: 'PostgreSQL at DATABASE_URL' },
    { name: 'queue', ok: true, detail: 'BullMQ in the same PostgreSQL' },
    { name: 'Slack', ok: true, detail: expect.stringContaining('practice workspace') },
  ])
})

test.runIf(redis !== undefined)('finds a Redis that is there', async () => {
  const [, queue] = await asked({ REDIS_URL: redis?.url ?? '' })
  expect(queue).toEqual({ name: 'queue', ok: true, detail: 'BullMQ on Redis at REDIS_URL' })
})

test('says of a Redis that is away what is wrong, and of one that is mute that it is', async () => {
  const mute = createServer((socket) => void socket.resume()).listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const address = mute.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const redisUrl = `redis://127.0.0.1:${address.port}`
  expect((await asked({ REDIS_URL: redisUrl }))[1]).toMatchObject({
    ok: false,
    detail: `REDIS_URL: no answer from 127.0.0.1:${address.port} yet`,
  })
  mute.close()
  await once(mute, 'close')
  expect((await asked({ REDIS_URL: redisUrl }))[1]).toMatchObject({
    ok: false,
    detail: expect.stringContaining(`REDIS_URL: nothing listens at 127.0.0.1:${address.port}`),
  })
})

test('says which of Slack’s tokens does not hold', async () => {
  const slack = createWeb((request, response) => {
    const holds = request.headers.authorization === 'Bearer xoxb-right'
    const said = holds
      ? { ok: true, user: 'rapporteur', team: 'TC260' }
      : { ok: false, error: 'invalid_auth' }
    request.resume()
    response.setHeader('content-type', 'application/json').end(JSON.stringify(said))
  }).listen(0, '127.0.0.1')
  await once(slack, 'listening')
  const address = slack.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const SLACK_API_URL = `http://127.0.0.1:${address.port}/api/`
  const slackWith = async (tokens: Record<string, string>) => (await asked({ SLACK_API_URL, ...tokens }))[2]
  const wrong = { SLACK_BOT_TOKEN: 'xoxb-wrong', SLACK_APP_TOKEN: 'xapp-wrong' }
  const right = { SLACK_BOT_TOKEN: 'xoxb-right' }
  expect(await slackWith(wrong)).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^SLACK_BOT_TOKEN: .*invalid_auth$/),
  })
  expect(await slackWith({ ...wrong, ...right })).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^SLACK_APP_TOKEN: .*invalid_auth$/),
  })
  expect(await slackWith({ ...right, SLACK_SIGNING_SECRET: 'x'.repeat(32) })).toEqual({
    name: 'Slack',
    ok: true,
    detail: 'rapporteur in TC260, over HTTP',
  })
  slack.closeAllConnections()
  slack.close()
})
