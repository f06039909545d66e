import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { takeLock, tryLock } from '../../../src/store/embedded/lock.ts'
import { isAlive, processStart, thisProcess } from '../../../src/store/embedded/process-identity.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

test('one owner at a time, and the next once it is given back', async () => {
  const file = path.join(folder, 'one')
  const first = tryLock(file)
  expect(first).toBeDefined()
  expect(tryLock(file)).toBeUndefined()
  const waiting = takeLock(file, () => undefined)
  first?.release()
  const second = await waiting
  expect(tryLock(file)).toBeUndefined()
  second.release()
  expect(fs.readdirSync(folder)).toEqual([])
})

test.each([
  ['of a process that ended', { ...thisProcess(), pid: spawnSync('true').pid }],
  ['of another process with this pid', { ...thisProcess(), start: '1' }],
  ['of an earlier boot', { ...thisProcess(), boot: 'earlier' }],
])('a lock %s does not hold', async (_, owner) => {
  const file = path.join(folder, 'dead')
  fs.writeFileSync(file, JSON.stringify({ ...owner, nonce: 'dead' }))
  const lock = await takeLock(file, () => undefined)
  lock.release()
})

test('a lock that a power cut emptied does not hold', async () => {
  const file = path.join(folder, 'empty')
  fs.writeFileSync(file, '')
  const lock = await takeLock(file, () => undefined)
  lock.release()
})

test('no two owners at once, though each dies as owner', async () => {
  const [file, counter, rounds] = [path.join(folder, 'race'), path.join(folder, 'counter'), 20]
  fs.writeFileSync(counter, '0')
  const script = fileURLToPath(new URL('contender.ts', import.meta.url))
  const contenders = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--import', 'tsx', script, file, counter, String(rounds)], { stdio: 'inherit' }),
  )
  const ends = await Promise.all(contenders.map((child) => once(child, 'exit')))
  expect(ends.map(([, signal]) => signal)).toEqual(contenders.map(() => 'SIGKILL'))
  expect(fs.readFileSync(counter, 'utf8')).toBe(String(4 * rounds))
})

test('a process is alive until it ends, and is no other', () => {
  const self = thisProcess()
  expect(self.start).toBe(processStart(process.pid))
  expect(isAlive(self)).toBe(true)
  expect(isAlive({ ...self, pid: process.ppid })).toBe(false)
})
