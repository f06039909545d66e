import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readEnv } from '../../config/env.ts'
import { jobs } from '../../jobs/index.ts'
import { createApp } from '../../src/app.ts'
import type { Job } from '../../src/contract/job.ts'
import { isForOperator } from '../../src/operator/is-for-operator.ts'
import { readCron } from '../../src/queue/cron.ts'
import { LinkedElsewhere } from '../../src/runtime/linked-elsewhere.ts'
import { loadSample } from '../../src/runtime/sample.ts'
import type { StopStep } from '../../src/runtime/shutdown.ts'
import { serve } from '../../src/serve.ts'
import { createStore, openDatabase } from '../../src/store/open-store.ts'
import { migratedDatabase } from '../database.ts'
import { journal } from '../queue/diary.ts'

/** The sample on a database of its own, as imported, and a practice start on it. */
async function committee() {
  const databaseUrl = await migratedDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-linked-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const database = await openDatabase(databaseUrl)
  onTestFinished(() => database.close())
  const store = createStore(database, 'main')
  const now = () => new Date()
  const app = createApp({ store, readCron, now })
  await loadSample(app, 'tc260', readCron)
  const env = readEnv({ DATABASE_URL: databaseUrl, RAPPORTEUR_DATA: folder, SANDBOX_PORT: '0' })
  if (!env.ok) throw new Error('a faulty environment')
  const { config } = env
  /** Starts and stops it; whether its practice workspace was open. */
  async function practised(jobs: readonly Job[] = [], meanwhile?: () => Promise<void>): Promise<boolean> {
    const steps: StopStep[] = []
    try {
      const parts = { config, now, log: journal(), newReference: () => 'r', steps, jobs }
      const { practiceUrl } = await serve(parts)
      await meanwhile?.()
      return practiceUrl !== undefined
    } finally {
      for (const { stop } of steps) await stop(2_000)
    }
  }
  return { app, store, practised }
}

test('a committee that was imported, or practised with before, may be practised with', async () => {
  const { app, practised } = await committee()
  const isLinked = async () => {
    const [wg8] = (await app.groups.all()).filter(({ code }) => code === 'WG8')
    return wg8?.channelId !== undefined
  }
  expect(await isLinked()).toBe(false)
  const link = jobs.filter(({ name }) => name === 'link-workspace')
  expect(await practised(link, () => expect.poll(isLinked, { timeout: 10_000 }).toBe(true))).toBe(true)
  expect(await practised()).toBe(true)
})

test('one whose channels were found in another Slack may not, and nothing is said', async () => {
  const { app, practised } = await committee()
  await app.groups.linkChannels([{ id: 'C0REAL', name: 'wg8-data-security' }])
  await app.notices.planDue('reminder')
  const before = await app.notices.overview(100)
  const start = practised()
  await expect(start).rejects.toThrow(LinkedElsewhere)
  await expect(start).rejects.toThrow(
    /^SLACK_BOT_TOKEN: .*\(#wg8-data-security, C0REAL\).*DATABASE_URL, RAPPORTEUR_DATA/,
  )
  await expect(start).rejects.toSatisfy(isForOperator)
  expect(await app.notices.overview(100)).toEqual(before)
})

test('so it is where the secretariat’s channel alone was found there', async () => {
  const { store, practised } = await committee()
  await store.committee.linkChannel('C0SECRET')
  await expect(practised()).rejects.toThrow(', C0SECRET)')
})

test('a channel that the file gives by its id counts once Slack was found to have it', async () => {
  const { app, store, practised } = await committee()
  const [group] = await app.groups.all()
  if (group === undefined) throw new Error('no group')
  await store.groups.put({ ...group, channel: 'C0123456789' })
  expect(await practised()).toBe(true)
  await app.groups.linkChannels([{ id: 'C0123456789', name: 'whatever' }])
  await expect(practised()).rejects.toThrow('(C0123456789)')
})
