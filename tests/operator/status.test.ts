import { once } from 'node:events'
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
