import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as listed from '../../commands/index.ts'
import { createApp } from '../../src/app.ts'
import { isForOperator } from '../../src/operator/is-for-operator.ts'
import { readCron } from '../../src/queue/cron.ts'
import { placeTaken } from '../../src/runtime/place-taken.ts'
import { startPractice } from '../../src/runtime/practice.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'

const { database } = await testDatabase()
const app = createApp({ store: createStore(database, 'place-taken'), readCron })

async function practice(port = 0, dataDir?: string) {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'rapporteur-place-')))
  const sandbox = await startPractice(app, listed, { dataDir: folder, port, log: () => undefined })
  onTestFinished(async () => {
    await sandbox.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { sandbox, folder }
}

async function refusalOf(starting: Promise<unknown>): Promise<Error> {
  const refusal = await starting.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!isForOperator(refusal)) throw new Error('the operator is told nothing')
  return refusal
}

test('a port that another program holds is named with its variable', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  onTestFinished(() => void holder.close())
  const address = holder.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { message } = await refusalOf(practice(port))
  expect(message).toBe(
    `SANDBOX_PORT: port ${port} is taken by another program; choose another one, or end what holds it`,
  )
})

test('a folder in which another Rapporteur practises is named, and the other goes on', async () => {
  const { sandbox, folder } = await practice()
  const { message } = await refusalOf(practice(0, folder))
  expect(message).toContain(`RAPPORTEUR_DATA: another Rapporteur is running in ${folder}`)
  expect((await fetch(`${sandbox.url}/page/state`)).status).toBe(200)
})

test('a port that this user may not have is told as such, and any other fault is left as it is', () => {
  const denied = Object.assign(new Error('listen EACCES'), { code: 'EACCES' })
  expect(String(placeTaken(denied, 'PORT', 80))).toContain('PORT: port 80 may not be listened on')
  const other = new Error('something else')
  expect(placeTaken(other, 'PORT', 80)).toBe(other)
  expect(placeTaken('no error at all', 'PORT', 80)).toBe('no error at all')
})
