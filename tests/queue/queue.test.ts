import { setTimeout as pause } from 'node:timers/promises'
import { Queue as BullQueue } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type App, createApp } from '../../src/app.ts'
import { type Job, job } from '../../src/contract/job.ts'
import { readCron } from '../../src/queue/cron.ts'
import { openQueue, type Queue, type QueueParts } from '../../src/queue/queue.ts'
import { slotBefore, slotId } from '../../src/queue/slot.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { redisIsHere, testRedis } from '../redis.ts'
import { type Diary, diary, gate, journal } from './diary.ts'

const { url: databaseUrl, database } = await testDatabase()
const redis = redisIsHere() ? await testRedis() : undefined
const app: App = createApp({ store: createStore(database, 'T1'), readCron })

/** Nothing that the queue's server does to us may reach Node's last resort. */
const strays: unknown[] = []
const stray = (error: unknown) => strays.push(error)
beforeAll(() => {
  process.on('unhandledRejection', stray)
  process.on('uncaughtException', stray)
})
afterAll(() => {
  process.off('unhandledRejection', stray)
  process.off('uncaughtException', stray)
})

const backends = [
  { backend: 'postgres' as const, redisUrl: undefined, here: true },
  { backend: 'redis' as const, redisUrl: redis?.url, here: redis !== undefined },
]

for (const { backend, redisUrl, here } of backends)
  describe.skipIf(!here)(`the queue on ${backend}`, () => {
    const open: Queue[] = []
    let log: ReturnType<typeof journal>

    async function queueWith(jobs: Job[], parts: Partial<QueueParts> = {}): Promise<Queue> {
      const queue = await openQueue({
        workspace: 'main',
        databaseUrl,
        ...(redisUrl !== undefined && { redisUrl }),
        jobs,
        now: () => new Date(),
        log,
        retryMs: 20,
        ...parts,
      })
      open.push(queue)
      return queue
    }

    /** As another tool would speak to the same queue. */
    async function beside<T>(name: string, act: (queue: BullQueue) => Promise<T>): Promise<T> {
      const { redisConnection, postgresConnection } = await import('../../src/queue/connection.ts')
      const connection =
        redisUrl === undefined
          ? await postgresConnection(databaseUrl, stray)
          : await redisConnection(redisUrl, stray)
      const queue = new BullQueue(`rapporteur-main-${name}`, { connection: {} }, connection.factory)
      try {
        return await act(queue as unknown as BullQueue)
      } finally {
        await queue.close()
        await connection.close()
      }
    }

    beforeAll(() => {
      log = journal()
    })
    afterEach(async () => {
      await Promise.all(open.splice(0).map((queue) => queue.close(1000)))
      expect(strays).toEqual([])
      log = journal()
    })

    test('says where it lives and that it answers', async () => {
      const queue = await queueWith([])
      await expect.poll(() => queue.health()).toEqual({ ok: true, backend })
    })

    test('performs what it is woken for, with the moment of the wake as its slot', async () => {
      const done = diary<Entry>()
      const at = new Date('2026-01-05T09:00:00.123Z')
      const queue = await queueWith([recording('a-wake', done)], { now: () => at })
      queue.work(app)
      queue.wake('a-wake')
      expect(await done.entry(0)).toEqual({ payload: {}, slot: at, sameApp: true })
    })

    test('many wakes while one waits are one, and a wake during the work is another', async () => {
      const done = diary<Entry>()
      const opened = gate()
      const queue = await queueWith([recording('many-wakes', done, () => opened.promise)])
      for (let i = 0; i < 20; i++) queue.wake('many-wakes')
      await waiting(beside, 'many-wakes')
      queue.work(app)
      await done.entry(0)
      for (let i = 0; i < 20; i++) queue.wake('many-wakes')
      opened.open()
      await done.entry(1)
      await empty(beside, 'many-wakes')
      expect(done.length).toBeLessThanOrEqual(3)
    })

    test('a wake for what is on no list is logged, not thrown', async () => {
      const queue = await queueWith([])
      queue.wake('no-such-job')
      await log.line(({ level, fields }) => level === 'warn' && fields.job === 'no-such-job')
    })

    test('a long job holds up no other, and is not begun twice', async () => {
      const long = diary<Entry>()
      const short = diary<Entry>()
      const opened = gate()
      const queue = await queueWith([
        recording('long', long, () => opened.promise),
        recording('short', short),
      ])
      queue.work(app)
      queue.wake('long')
      await long.entry(0)
      queue.wake('long')
      queue.wake('short')
      await short.entry(0)
      expect(long.length).toBe(1)
      opened.open()
      await long.entry(1)
    })

    test('what throws is tried again, later each time, up to its attempts, and every failure is logged', async () => {
      const tries: number[] = []
      const slots = new Set<string>()
      const failing = job({
        name: 'failing',
        payload: z.object({}),
        attempts: 3,
        async run(_app, _payload, slot) {
          tries.push(performance.now())
          slots.add(slot.toISOString())
          throw new Error('the channel is gone')
        },
      })
      const queue = await queueWith([failing], { retryMs: 60 })
      queue.work(app)
      queue.wake('failing')
      const last = await log.line(({ level }) => level === 'error')
      expect(last.fields).toMatchObject({ job: 'failing', err: new Error('the channel is gone') })
      expect(last.fields.reference).toMatch(/^\d+#3$/)
      expect(log.lines.filter(({ fields }) => fields.job === 'failing').map(({ level }) => level)).toEqual([
        'warn',
        'warn',
        'error',
      ])
      const [first = 0, second = 0, third = 0] = tries
      expect(second - first).toBeGreaterThanOrEqual(55)
      expect(third - second).toBeGreaterThanOrEqual(115)
      expect(slots.size).toBe(1)
      await empty(beside, 'failing')
      expect(tries).toHaveLength(3)
    })

    test('what throws something that is no error is logged all the same', async () => {
      const odd = job({
        name: 'odd',
        payload: z.object({}),
        attempts: 1,
        run: () => Promise.reject(undefined),
      })
      const queue = await queueWith([odd])
      queue.work(app)
      queue.wake('odd')
      await log.line(({ level, fields }) => level === 'error' && fields.job === 'odd')
    })

    test('a payload that does not hold is refused once and for all', async () => {
      const done = diary<Entry>()
      const strict = job({
        name: 'strict',
        payload: z.object({ standard: z.string() }),
        attempts: 5,
        async run(_app, payload, slot) {
          done.write({ payload, slot })
        },
      })
      const queue = await queueWith([strict])
      queue.work(app)
      await beside('strict', (queued) => queued.add('strict', { payload: { standard: 7 } }, { attempts: 5 }))
      const refused = await log.line(({ level }) => level === 'error')
      expect(refused.fields).toMatchObject({ job: 'strict', reference: expect.stringMatching(/#1$/) })
      await beside('strict', (queued) => queued.add('strict', { payload: { standard: 'gb-t-43697' } }))
      expect(await done.entry(0)).toMatchObject({ payload: { standard: 'gb-t-43697' } })
      await empty(beside, 'strict')
      expect(log.lines.filter(({ fields }) => fields.job === 'strict')).toHaveLength(1)
    })

    test('a period is kept: at once, then at each whole period, each slot once in two processes', async () => {
      const done = diary<Entry>()
      const everyMs = 500
      const jobs = [recording('periodic', done, undefined, everyMs)]
      const queues = [await queueWith(jobs), await queueWith(jobs)]
      for (const queue of queues) {
        queue.work(app)
        queue.tick()
      }
      await done.entry(5)
      const slots = done.entries.map(({ slot }) => slot.getTime())
      expect(slots.every((slot) => slot % everyMs === 0)).toBe(true)
      expect(new Set(slots).size).toBe(slots.length)
    })

    test('a process that comes to a slot that another has on its timetable does not perform it again', async () => {
      const done = diary<Entry>()
      const everyMs = 1_500
      const jobs = [recording('overlapping', done, undefined, everyMs)]
      const first = await queueWith(jobs)
      first.work(app)
      first.tick()
      const { slot } = await done.entry(1)
      // What a slow beginner does that found no scheduler, and looks at its clock when the next slot has come.
      await beside('overlapping', (queued) =>
        queued.add('overlapping', { slotAt: slot.toISOString() }, { jobId: slotId('overlapping', slot) }),
      )
      await done.entry(2)
      expect(done.entries.filter((entry) => entry.slot.getTime() === slot.getTime())).toHaveLength(1)
    })

    test('a scheduler that was written too late for its first slot performs none twice, and is put right', async () => {
      const done = diary<Entry>()
      const everyMs = 1_000
      const jobs = [recording('belated', done, undefined, everyMs)]
      await beside('belated', async (queued) => {
        const first = slotBefore(new Date(), everyMs).getTime() + everyMs
        // What BullMQ makes of a first moment that has passed: the present one, and each period counted from there.
        await queued.upsertJobScheduler('belated', { every: everyMs, startDate: first + 137 }, { data: {} })
        await queued.add(
          'belated',
          { slotAt: new Date(first).toISOString() },
          { jobId: slotId('belated', new Date(first)) },
        )
      })
      const queue = await queueWith(jobs, { cadence: '*/2 * * * * *' })
      queue.work(app)
      await done.entry(1)
      queue.tick()
      await done.entry(5)
      const slots = done.entries.map(({ slot }) => slot.getTime())
      expect(slots.every((slot) => slot % everyMs === 0)).toBe(true)
      expect(new Set(slots).size).toBe(slots.length)
      const scheduler = await beside('belated', (queued) => queued.getJobScheduler('belated'))
      expect((scheduler?.next ?? 1) % everyMs).toBe(0)
    })

    test('two processes that tick at the same slot of a long period perform it once', async () => {
      const done = diary<Entry>()
      const jobs = [recording('hourly', done, undefined, 3_600_000)]
      const queues = [await queueWith(jobs), await queueWith(jobs)]
      for (const queue of queues) {
        queue.work(app)
        queue.tick()
      }
      const first = await done.entry(0)
      await empty(beside, 'hourly')
      expect(first.slot.getTime() % 3_600_000).toBe(0)
      expect(done.length).toBe(1)
      const ids = await beside('hourly', async (queued) => (await queued.getCompleted()).map(({ id }) => id))
      expect(ids).toEqual([slotId('hourly', first.slot)])
      const next = await beside('hourly', (queued) => queued.getJobScheduler('hourly'))
      const ahead = (next?.next ?? 0) - first.slot.getTime()
      expect(ahead % 3_600_000).toBe(0)
      expect(ahead).toBeGreaterThan(0)
    })

    test('being looked after by two processes beat by beat does not multiply what is due', async () => {
      const beats = diary<Date>()
      const now = () => {
        const at = new Date()
        beats.write(at)
        return at
      }
      const jobs = [recording('tended', diary<Entry>(), undefined, 3_600_000)]
      for (const queue of [
        await queueWith(jobs, { now, cadence: '* * * * * *' }),
        await queueWith(jobs, { now, cadence: '* * * * * *' }),
      ])
        queue.tick()
      await beats.entry(7)
      const due = await beside('tended', async (queued) => (await queued.getDelayed()).map(({ id }) => id))
      expect(due.length).toBeLessThanOrEqual(2)
    })

    test('a slot that was due while nobody worked is performed once, late, under its own moment', async () => {
      const done = diary<Entry>()
      // Long enough that even a busy machine arms the scheduler before its first moment has passed.
      const everyMs = 1_500
      const jobs = [recording('late', done, undefined, everyMs)]
      const first = await queueWith(jobs)
      first.tick()
      await expect.poll(() => beside('late', (queued) => queued.getJobScheduler('late'))).toBeDefined()
      const scheduled = await beside('late', (queued) => queued.getJobScheduler('late'))
      await first.close(0)
      await pause(2 * everyMs)
      const second = await queueWith(jobs)
      second.work(app)
      await done.entry(2)
      const slots = done.entries.map(({ slot }) => slot.getTime())
      expect(slots[1]).toBe(scheduled?.next)
      expect(new Set(slots).size).toBe(slots.length)
      expect((slots[2] ?? 0) - (slots[1] ?? 0)).toBeGreaterThan(everyMs)
    })

    test('a job whose moment is far ahead because the clock was put back has a near one again', async () => {
      const everyMs = 60_000
      const jobs = [recording('put-back', diary<Entry>(), undefined, everyMs)]
      await beside('put-back', (queued) =>
        queued.upsertJobScheduler('put-back', { every: everyMs, startDate: Date.now() + 24 * 3_600_000 }),
      )
      const queue = await queueWith(jobs)
      queue.tick()
      const aheadMs = async () => {
        const known = await beside('put-back', (queued) => queued.getJobScheduler('put-back'))
        return (known?.next ?? Number.NaN) - Date.now()
      }
      await expect.poll(aheadMs, { timeout: 5_000 }).toBeLessThan(2 * everyMs)
      const due = await beside('put-back', (queued) => queued.getDelayed())
      expect(due.length).toBeLessThanOrEqual(1)
    })

    test('a job that lost its period loses its scheduler', async () => {
      const first = await queueWith([recording('once-periodic', diary<Entry>(), undefined, 60_000)])
      first.tick()
      const known = () => beside('once-periodic', (queued) => queued.getJobScheduler('once-periodic'))
      await expect.poll(known).toBeDefined()
      await first.close(0)
      const second = await queueWith([recording('once-periodic', diary<Entry>())])
      second.tick()
      await expect.poll(known).toBeUndefined()
    })

    test('a queue that lost everything has its schedulers back after a beat', async () => {
      const done = diary<Entry>()
      const queue = await queueWith([recording('flushed', done, undefined, 400)], { cadence: '* * * * * *' })
      queue.work(app)
      queue.tick()
      await done.entry(1)
      await flush(redisUrl)
      const before = done.length
      await done.entry(before + 2)
    })

    test('closing lets the work in hand end, and takes no more', async () => {
      const done = diary<Entry>()
      const begun = gate()
      const opened = gate()
      const slow = job({
        name: 'slow',
        payload: z.object({}),
        attempts: 1,
        async run(_app, payload, slot) {
          begun.open()
          await opened.promise
          done.write({ payload, slot })
        },
      })
      const queue = await queueWith([slow])
      queue.work(app)
      queue.wake('slow')
      await begun.promise
      const closed = queue.close(10_000)
      opened.open()
      expect(await closed).toEqual([])
      expect(done.length).toBe(1)
      queue.wake('slow')
      expect(await beside('slow', (queued) => queued.getJobCounts('wait', 'active', 'failed'))).toEqual({
        wait: 0,
        active: 0,
        failed: 0,
      })
    })

    test('closing names what did not end within the grace, and an idle queue closes soon', async () => {
      const opened = gate()
      const stuck = diary<Entry>()
      const queue = await queueWith([
        recording('stuck', stuck, () => opened.promise),
        recording('idle', diary<Entry>()),
      ])
      queue.work(app)
      queue.wake('stuck')
      await stuck.entry(0)
      expect(await queue.close(50)).toEqual(['stuck'])
      opened.open()

      const idle = await queueWith([recording('idle', diary<Entry>())])
      idle.work(app)
      idle.tick()
      const start = performance.now()
      expect(await idle.close(10_000)).toEqual([])
      expect(performance.now() - start).toBeLessThan(3000)
    })
  })

// A cut may fall between the end of a job and its being written down: it is then taken up again when its lock ends.
test('PostgreSQL cuts every connection, again and again: the queue goes on by itself', {
  timeout: 120_000,
}, async () => {
  const log = journal()
  const woken = diary<Entry>()
  const periodic = diary<Entry>()
  const jobs = [recording('cut-wake', woken), recording('cut-periodic', periodic, undefined, 300)]
  const queue = await openQueue({
    workspace: 'main',
    databaseUrl,
    jobs,
    now: () => new Date(),
    log,
    retryMs: 20,
    cadence: '* * * * * *',
  })
  queue.work(app)
  queue.tick()
  await periodic.entry(1)
  for (let round = 0; round < 3; round++) {
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'rapporteur queue%' and pid <> pg_backend_pid()`,
    )
    await periodic.entry(periodic.length + 2)
    queue.wake('cut-wake')
    await woken.entry(round)
    expect(await queue.health()).toEqual({ ok: true, backend: 'postgres' })
  }
  expect(await queue.close(5000)).toEqual([])
  expect(log.lines.some(({ message }) => message.startsWith("the queue's server"))).toBe(true)
  expect(strays).toEqual([])
})

test('PostgreSQL cuts the listening connection: it listens again at once, not when it next looks', async () => {
  const woken = diary<Entry>()
  const jobs = [recording('listening', woken)]
  const queue = await openQueue({
    databaseUrl,
    workspace: 'main',
    jobs,
    now: () => new Date(),
    log: journal(),
  })
  queue.work(app)
  const listeners = async () => {
    const { rows } = await database.pool.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and query ilike '%listen bullmq_jobs%' and pid <> pg_backend_pid()`,
    )
    return rows.map(({ pid }) => pid)
  }
  await expect.poll(listeners, { timeout: 5000 }).toHaveLength(1)
  const before = await listeners()
  await database.pool.query('select pg_terminate_backend($1)', before)
  await expect
    .poll(async () => (await listeners()).filter((pid) => !before.includes(pid)), { timeout: 5000 })
    .toHaveLength(1)
  queue.wake('listening')
  await woken.entry(0)
  expect(await queue.close(5000)).toEqual([])
  expect(strays).toEqual([])
})

test.skipIf(!redisIsHere('kill'))(
  'Redis is away at the start, comes, dies, and comes back empty',
  async () => {
    const log = journal()
    const woken = diary<Entry>()
    const periodic = diary<Entry>()
    const own = await testRedis()
    await own.server?.kill()
    const jobs = [recording('away-wake', woken), recording('away-periodic', periodic, undefined, 300)]
    const queue = await openQueue({
      workspace: 'main',
      redisUrl: own.url,
      databaseUrl,
      jobs,
      now: () => new Date(),
      log,
      retryMs: 20,
      cadence: '* * * * * *',
    })
    queue.work(app)
    queue.tick()
    expect(await queue.health()).toMatchObject({ ok: false, backend: 'redis' })
    queue.wake('away-wake')
    await own.server?.start()
    await woken.entry(0)
    await periodic.entry(1)

    await own.server?.kill()
    await log.line(({ message }) => message.startsWith("the queue's server"))
    queue.wake('away-wake')
    expect(await queue.health()).toMatchObject({ ok: false, backend: 'redis' })
    await own.server?.start()
    await woken.entry(1)
    await periodic.entry(periodic.length + 2)
    await expect.poll(() => queue.health()).toEqual({ ok: true, backend: 'redis' })

    await own.server?.kill()
    const start = performance.now()
    expect(await queue.close(20_000)).toEqual([])
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(strays).toEqual([])
  },
)

test('a database that is not there is said at once', async () => {
  const nowhere = new URL(databaseUrl)
  nowhere.pathname = '/no_such_database'
  const opening = openQueue({
    databaseUrl: nowhere.href,
    workspace: 'main',
    jobs: [],
    now: () => new Date(),
    log: journal(),
  })
  await expect(opening).rejects.toThrow('no_such_database')
})

type Entry = { payload: unknown; slot: Date; sameApp?: boolean }

function recording(name: string, done: Diary<Entry>, then?: () => Promise<void>, everyMs?: number): Job {
  return job({
    name,
    payload: z.strictObject({}),
    attempts: 3,
    ...(everyMs !== undefined && { everyMs }),
    async run(given, payload, slot) {
      done.write({ payload, slot, sameApp: given === app })
      await then?.()
    },
  })
}

type Beside = <T>(name: string, act: (queue: BullQueue) => Promise<T>) => Promise<T>

/** Waits until exactly one job of the queue waits. */
async function waiting(beside: Beside, name: string): Promise<void> {
  await expect
    .poll(() => beside(name, (queued) => queued.getJobCounts('wait', 'active')), { timeout: 5000 })
    .toEqual({ wait: 1, active: 0 })
}

/** Waits until nothing of the queue is waiting, being done or to be tried again, the next slot apart. */
async function empty(beside: Beside, name: string): Promise<void> {
  await expect
    .poll(
      () =>
        beside(name, async (queued) => {
          const left = await queued.getJobs(['wait', 'active', 'delayed'])
          return left.filter((each) => each.repeatJobKey === undefined).length
        }),
      { timeout: 5000 },
    )
    .toBe(0)
}

async function flush(redisUrl: string | undefined): Promise<void> {
  if (redisUrl === undefined) {
    await database.pool.query(
      'truncate bullmq.job, bullmq.scheduler, bullmq.dedup, bullmq.dedup_next cascade',
    )
    return
  }
  const client = new Redis(redisUrl)
  await client.flushall()
  await client.quit()
}
