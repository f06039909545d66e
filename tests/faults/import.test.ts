import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import { readCron } from '../../src/queue/cron.ts'
import { loadSample } from '../../src/runtime/sample.ts'
import { createStore } from '../../src/store/open-store.ts'
import { bundleOf } from '../bundle-server.ts'
import { testDatabase } from '../database.ts'
import { fileOf } from '../operator/command-line.ts'
import { isAlive, postgresOf, type WholeProcess, wholeProcess } from '../whole-process.ts'

const { url, database } = await testDatabase()
const bundle = await bundleOf('src/cli.ts')
const sample = (workspace: string) => createApp({ store: createStore(database, workspace), readCron })

const running = new Set<WholeProcess>()
afterAll(() => {
  for (const { child } of running) child.kill('SIGKILL')
})

function tracked(program: WholeProcess): WholeProcess {
  running.add(program)
  void program.ended.then(() => running.delete(program))
  return program
}

function importing(workspace: string, file: string): WholeProcess {
  const env = { DATABASE_URL: url, RAPPORTEUR_WORKSPACE: workspace }
  return tracked(wholeProcess({ bundle }, env, ['import', 'standards', file, '--json']))
}

/** Resolves when the import is writing; what it has written so far is seen by nobody else. */
async function isWriting(): Promise<void> {
  const writing = `select 1 from pg_stat_activity where datname = current_database() and xact_start is not null
    and query ilike 'insert into "rapporteur"."standards"%'`
  await expect
    .poll(async () => (await database.pool.query(writing)).rowCount, { timeout: 20_000, interval: 5 })
    .toBeGreaterThan(0)
}

async function onRecord(workspace: string) {
  const standards = await sample(workspace).standards.all()
  const { rows } = await database.pool.query<{ moves: number }>(
    'select count(*) as moves from rapporteur.stage_moves where workspace = $1',
    [workspace],
  )
  return {
    standards: standards.length,
    withdrawn: standards.filter(({ stage }) => stage === '95').length,
    moves: rows[0]?.moves ?? 0,
  }
}

/** A large file that moves all these to their last stage and brings much that is new. */
async function largeFile(standards: readonly Standard[], fresh: number): Promise<string> {
  const known = standards.filter(({ stages }) => stages === 'gb')
  const rows = [
    ...known.map(({ id, designation }) => `${id},${designation},T,gb,95,2026,test`),
    ...Array.from({ length: fresh }, (_, i) => `fresh-${i},GB/T ${200_000 + i}-2026,T,gb,60,2026,test`),
  ]
  return fileOf('large.csv', ['id,designation,titleEn,stages,stage,asOf,source', ...rows].join('\n'))
}

describe.each(['SIGTERM', 'SIGKILL'] as const)(
  'an import that %s ends half-way',
  { timeout: 90_000 },
  (signal) => {
    test('leaves nothing half on record, and the next one puts all of it there', async () => {
      const workspace = signal.toLowerCase()
      await loadSample(sample(workspace), 'tc260', readCron)
      const before = await onRecord(workspace)
      const file = await largeFile(await sample(workspace).standards.all(), 6_000)
      const cut = importing(workspace, file)
      await isWriting()
      cut.child.kill(signal)
      expect(await cut.ended).toBe(signal)
      expect(await onRecord(workspace)).toEqual(before)

      const next = importing(workspace, file)
      expect([await next.ended, next.stderr()]).toEqual([0, ''])
      const after = await onRecord(workspace)
      expect(after.standards).toBe(before.standards + 6_000)
      expect(after.moves - before.moves).toBe(after.withdrawn - before.withdrawn)
      expect(after.withdrawn).toBeGreaterThan(50)
      const again = importing(workspace, file)
      expect(await again.ended).toBe(0)
      expect(await onRecord(workspace)).toEqual(after)
    })
  },
)

test('an import that is killed gives up the database of its own that it has started', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-import-'))
  // Where root starts it, PostgreSQL runs under another account that must be let in.
  await chmod(folder, 0o755)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const env = { RAPPORTEUR_DATA: folder }
  const run = (...words: string[]) => tracked(wholeProcess('cli.ts', env, words))
  const init = run('init', '--sample', 'tc260')
  expect(await init.ended).toBe(0)

  const file = await largeFile([], 6_000)
  const cut = run('import', 'standards', file)
  const postgres = await startedPostgres(folder)
  await expect.poll(() => isInTransaction(postgres), { timeout: 20_000, interval: 2 }).toBe(true)
  cut.child.kill('SIGTERM')
  expect(await cut.ended).toBe('SIGTERM')
  await expect.poll(() => isAlive(postgres), { timeout: 30_000 }).toBe(false)

  const next = run('import', 'standards', file, '--json')
  expect([await next.ended, next.stderr()]).toEqual([0, ''])
  expect((JSON.parse(next.stdout()) as { added: string[] }).added).toHaveLength(6_000)
  expect(postgresOf(folder)).toBeUndefined()
})

/** Whether a connection of that server has a transaction: its process says so in its name, `postgres: … INSERT`. */
async function isInTransaction(postgres: number): Promise<boolean> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const names = await Promise.all(
    processes.map(async (pid) => {
      try {
        const [stat, name] = await Promise.all([
          readFile(`/proc/${pid}/stat`, 'utf8'),
          readFile(`/proc/${pid}/cmdline`, 'utf8'),
        ])
        // The parent stands second behind the name in brackets, which may hold anything.
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
        return parent === postgres ? name : ''
      } catch {
        // It has ended meanwhile.
        return ''
      }
    }),
  )
  return names.some((name) => /^postgres: .* (?:INSERT|idle in transaction)/.test(name))
}

async function startedPostgres(folder: string): Promise<number> {
  await expect.poll(() => postgresOf(folder), { timeout: 20_000 }).toBeGreaterThan(0)
  return postgresOf(folder) ?? 0
}
