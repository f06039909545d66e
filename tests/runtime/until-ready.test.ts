import { expect, onTestFinished, test } from 'vitest'
import { openStorage } from '../../src/runtime/storage.ts'
import { untilReady } from '../../src/runtime/until-ready.ts'
import { run } from '../database-server.ts'
import { ownPostgres } from '../own-postgres.ts'

const postgres = await ownPostgres()

function opening(patienceMs?: number) {
  const lines: string[] = []
  const settings = {
    databaseUrl: postgres.url,
    dataFolder: '.',
    ...(patienceMs !== undefined && { patienceMs }),
  }
  return { lines, storage: openStorage(settings, (line) => lines.push(line)) }
}

const waited = expect.arrayContaining([
  expect.stringMatching(/^PostgreSQL is not ready \(.*\); waiting for it up to/),
])

test('a server that is starting up is waited for, with one line', async () => {
  await postgres.stop()
  await postgres.startSlowly()
  const impatient = opening()
  await expect(impatient.storage).rejects.toThrow(/^DATABASE_URL: .*can't be used/)
  expect(impatient.lines).toEqual([])

  const { lines, storage } = opening(30_000)
  await expect.poll(() => lines).toEqual(waited)
  await postgres.finishStarting()
  const { check, close } = await storage
  await check()
  expect(lines.filter((line) => line.startsWith('PostgreSQL is not ready'))).toHaveLength(1)
  await close()
})

test('so is one whose connections are used up, for as long as was said', async () => {
  await postgres.stop()
  await postgres.start({ max_connections: '12' })
  const giveBack = await postgres.exhaust()
  onTestFinished(giveBack)
  await expect(opening(500).storage).rejects.toThrow(
    /^DATABASE_URL: .*(too many clients|remaining connection slots)/,
  )

  const { lines, storage } = opening(30_000)
  await expect.poll(() => lines).toEqual(waited)
  await giveBack()
  const { close } = await storage
  await close()
})

test('what does not pass by itself is told at once', async () => {
  let asked = 0
  const opened = untilReady(
    async () => {
      asked += 1
      await run(postgres.url.replace(/\w+@/, 'wrong@'), 'select 1')
    },
    30_000,
    () => undefined,
  )
  await expect(opened).rejects.toThrow('password authentication failed')
  expect(asked).toBe(1)
})
