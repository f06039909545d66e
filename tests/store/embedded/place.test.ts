import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, expect, test } from 'vitest'
import { EmbeddedUnavailable } from '../../../src/store/embedded/embedded-unavailable.ts'
import { findPlace } from '../../../src/store/embedded/place.ts'
import { startEmbedded } from '../../../src/store/embedded.ts'

const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'place-')))
afterAll(() => fs.rmSync(root, { recursive: true }))

function folder(name: string): string {
  const made = path.join(root, name)
  fs.mkdirSync(made, { recursive: true })
  return made
}

function homeWithPlace(name: string): { home: string; base: string } {
  const [home, base] = [folder(`${name}/home`), folder(`${name}/place`)]
  fs.writeFileSync(path.join(home, 'place.json'), JSON.stringify({ base }))
  fs.writeFileSync(path.join(base, 'claim.json'), JSON.stringify({ home }))
  return { home, base }
}

const silent = () => undefined

test('a database lies in its home, or where the home points', () => {
  const plain = folder('plain')
  expect(findPlace(plain, silent)).toEqual({ base: plain, elsewhere: false })
  const { home, base } = homeWithPlace('pointing')
  expect(findPlace(home, silent)).toEqual({ base, elsewhere: true })
})

test('a place that is gone is never replaced by an empty database', () => {
  const { home, base } = homeWithPlace('gone')
  fs.rmSync(base, { recursive: true })
  expect(() => findPlace(home, silent)).toThrow(EmbeddedUnavailable)
  expect(() => findPlace(home, silent)).toThrow(base)
})

test('a copied home begins with a database of its own, and says so', () => {
  const { home, base } = homeWithPlace('copied')
  const copy = path.join(root, 'copy')
  fs.cpSync(home, copy, { recursive: true })
  const said: string[] = []
  expect(findPlace(copy, (line) => said.push(line))).toEqual({ base: copy, elsewhere: false })
  expect(said).toEqual([expect.stringContaining(`${copy} is a copy`)])
  expect(findPlace(home, silent)).toEqual({ base, elsewhere: true })
})

test('a moved home keeps its database', () => {
  const { home, base } = homeWithPlace('moved')
  const moved = path.join(root, 'moved-home')
  fs.renameSync(home, moved)
  expect(findPlace(moved, silent)).toEqual({ base, elsewhere: true })
  fs.cpSync(moved, path.join(root, 'second-copy'), { recursive: true })
  expect(findPlace(path.join(root, 'second-copy'), silent).elsewhere).toBe(false)
})

const isRoot = process.getuid?.() === 0
if (!isRoot) console.warn('NOT RUN, because only root has it: a database outside a private folder')

test.runIf(isRoot)('root in a private folder gets a database in a system folder', async () => {
  const dataDir = path.join(folder('private'), 'data')
  fs.chmodSync(path.dirname(dataDir), 0o700)
  const said: string[] = []
  const server = await startEmbedded({ dataDir, log: (line) => said.push(line) })
  await server.stop()
  const { base, elsewhere } = findPlace(path.join(dataDir, 'postgres'), silent)
  expect(elsewhere).toBe(true)
  expect(base.startsWith(root)).toBe(false)
  expect(said.join('\n')).toContain(`its data lies in ${base}`)
  const again = await startEmbedded({ dataDir, log: silent })
  await again.stop()
  expect(findPlace(path.join(dataDir, 'postgres'), silent).base).toBe(base)

  fs.rmSync(dataDir, { recursive: true })
  const anew = await startEmbedded({ dataDir, log: silent })
  await anew.stop()
  const fresh = findPlace(path.join(dataDir, 'postgres'), silent).base
  expect(fresh).not.toBe(base)
  // The data directory was temporary and is gone, so what it pointed to was cleared away.
  expect(fs.existsSync(base)).toBe(false)
  fs.rmSync(fresh, { recursive: true })
})
