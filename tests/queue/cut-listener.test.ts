import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { job } from '../../src/contract/job.ts'
import { readCron } from '../../src/queue/cron.ts'
import { openQueue } from '../../src/queue/queue.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { databaseAt } from '../database-server.ts'
import { diary, journal } from './diary.ts'

const { url: databaseUrl, database } = await testDatabase()
const app = createApp({ store: createStore(database, 'T1'), readCron })
const cutMs = 4_000

test('a server that cuts connections as soon as they are made ends nothing, and the queue goes on', async () => {
  const strays: unknown[] = []
  const stray = (error: unknown) => strays.push(error)
  process.on('unhandledRejection', stray)
  process.on('uncaughtException', stray)
  const done = diary<string>()
  const jobs = ['first', 'second', 'third'].map((name) =>
    job({
      name,
      payload: z.strictObject({}),
      attempts: 1,
      run: async () => done.write(name),
    }),
  )
  const queue = await openQueue({
    databaseUrl,
    workspace: 'main',
    jobs,
    now: () => new Date(),
    log: journal(),
  })
  queue.work(app)
  const cutter = new pg.Client({ connectionString: databaseAt(databaseUrl, 'postgres') })
  await cutter.connect()
  const cut = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1'
  const endMs = performance.now() + cutMs
  while (performance.now() < endMs) {
    await cutter.query(cut, [new URL(databaseUrl).pathname.slice(1)])
    await pause(Math.random() * 5)
  }
  await cutter.end()
  expect(strays).toEqual([])
  // A wake is best effort, and the connection that it finds may have been cut. A job that was given to a connection cut
  // just then waits for its lock to run out (15 s) and for the next look for such jobs (10 s).
  const isDone = () => {
    for (const { name } of jobs) queue.wake(name)
    return [...new Set(done.entries)].sort()
  }
  await expect.poll(isDone, { timeout: 80_000, interval: 500 }).toEqual(['first', 'second', 'third'])
  expect(await queue.close(5_000)).toEqual([])
  process.off('unhandledRejection', stray)
  process.off('uncaughtException', stray)
}, 100_000)
