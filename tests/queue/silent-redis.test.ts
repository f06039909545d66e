import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { job } from '../../src/contract/job.ts'
import { readCron } from '../../src/queue/cron.ts'
import { openQueue } from '../../src/queue/queue.ts'
import { health } from '../../src/runtime/health.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { redisIsHere, testRedis } from '../redis.ts'
import { diary, journal } from './diary.ts'

const { url: databaseUrl, database } = await testDatabase()
const redis = redisIsHere() ? await testRedis() : undefined

/** A way to Redis that can lose every connection it has without telling either end; new ones pass. */
async function wayTo(url: string) {
  const { hostname, port } = new URL(url)
  const pairs = new Set<[Socket, Socket]>()
  const ends: Socket[] = []
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    pairs.add([near, far])
    ends.push(near, far)
    for (const end of [near, far]) end.on('error', () => undefined)
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const end of ends) end.destroy()
  })
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}/0`,
    fallSilent() {
      for (const [near, far] of pairs) {
        near.unpipe(far).resume()
        far.unpipe(near).resume()
      }
      pairs.clear()
    },
  }
}

test.skipIf(redis === undefined)(
  'Redis vanishes without a word: it is said, and the queue goes on by itself on new connections',
  { timeout: 40_000 },
  async () => {
    const way = await wayTo(redis?.url ?? '')
    const log = journal()
    const beats = diary<Date>()
    const woken = diary<Date>()
    const common = { payload: z.strictObject({}), attempts: 3 }
    const jobs = [
      job({ ...common, name: 'beat', everyMs: 300, run: async (_app, _payload, slot) => beats.write(slot) }),
      job({ ...common, name: 'woken', run: async (_app, _payload, slot) => woken.write(slot) }),
    ]
    const queue = await openQueue({
      workspace: 'silent',
      redisUrl: way.url,
      databaseUrl,
      jobs,
      now: () => new Date(),
      log,
      retryMs: 20,
      cadence: '* * * * * *',
      redisSilenceMs: 2_000,
    })
    const checks = [{ name: 'queue', check: () => queue.health() }]
    const told = health({ roles: [], checks, now: () => new Date() })
    told.become('serving')
    queue.work(createApp({ store: createStore(database, 'T1'), readCron }))
    queue.tick()
    await beats.entry(1)
    await expect.poll(async () => (await told.report()).ok).toBe(true)

    way.fallSilent()
    const { length } = beats
    queue.wake('woken')
    await log.line(({ level, message }) => level === 'warn' && message.startsWith("the queue's server"))
    await woken.entry(0)
    await beats.entry(length + 2)
    await expect.poll(async () => (await told.report()).ok, { timeout: 10_000 }).toBe(true)
    expect(await queue.close(5_000)).toEqual([])
  },
)
