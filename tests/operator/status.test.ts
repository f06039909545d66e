import { once } from 'node:events'
import { createServer as createWeb } from 'node:http'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEnv } from '../../config/env.ts'
import type { App } from '../../src/app.ts'
import { connections } from '../../src/operator/connections.ts'
import { status, statusText } from '../../src/operator/status.ts'
import { openStorage, type Storage } from '../../src/runtime/storage.ts'
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
    detail: 'REDIS_URL: no answer',
  })
  mute.close()
  await once(mute, 'close')
  expect((await asked({ REDIS_URL: redisUrl }))[1]).toMatchObject({
    ok: false,
    detail: expect.stringContaining('REDIS_URL: connect ECONNREFUSED'),
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
