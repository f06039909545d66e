import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { afterAll, expect } from 'vitest'
import { clusterAt } from '../src/store/embedded/cluster.ts'
import { startLeash } from '../src/store/embedded/leash.ts'
import { runningPostmaster, stopPostmaster, whenReady } from '../src/store/embedded/postmaster.ts'
import { startEmbedded } from '../src/store/embedded.ts'

/** A PostgreSQL of a test file's own, to be ended, starved and started again on the same port. */
export type OwnPostgres = {
  /** As `DATABASE_URL` would name it; a role without special rights. */
  url: string
  /** As a superuser, who may end other people's connections. */
  adminUrl: string
  /** Ends it as an operator would who restarts it: every connection is cut. */
  stop(): Promise<void>
  /** Starts it again with these settings on top of its own; resolves when it takes connections. */
  start(settings?: Record<string, string>): Promise<void>
  /** Starts it so that it answers "starting up" to everybody until `finishStarting` is called. */
  startSlowly(): Promise<void>
  finishStarting(): Promise<void>
  /** Cuts everybody's connections and takes all there are; they are given back by what is returned. */
  exhaust(): Promise<() => Promise<void>>
}

const silent = () => undefined

/** Starts the server on a free port of 127.0.0.1; it ends with the test file. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-postgres-'))
  // Where root runs the tests the server's account has to pass through.
  chmodSync(folder, 0o755)
  const embedded = await startEmbedded({ dataDir: folder, log: silent })
  const home = realpathSync(join(folder, 'postgres'))
  const { dataDir } = clusterAt(home)
  const [program = '', ...words] = readFileSync(join(dataDir, 'postmaster.opts'), 'utf8')
    .trim()
    .split(/\s(?=")/)
  const options = words.map((word) => word.slice(1, -1))
  const { uid, gid } = statSync(dataDir)
  const account = process.getuid?.() === 0 ? { uid, gid } : {}

  function launch(settings: Record<string, string>): number {
    const more = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawn(program, [...options, ...more], {
      ...account,
      cwd: dataDir,
      detached: true,
      stdio: 'ignore',
    })
    child.unref()
    // A test that is killed leaves nothing running.
    if (child.pid !== undefined) startLeash(home, dataDir, child.pid)
    return child.pid ?? 0
  }
  async function stop(): Promise<void> {
    const running = runningPostmaster(dataDir)
    if (running !== undefined) await stopPostmaster(dataDir, running.pid, silent)
  }
  afterAll(async () => {
    await stop()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    url: embedded.url,
    adminUrl: embedded.adminUrl,
    stop,
    async start(settings = {}) {
      if ((await whenReady(dataDir, launch(settings), silent)) === undefined)
        throw new Error('it did not start')
    },
    async startSlowly() {
      // A standby that may not answer yet is, to whoever asks, a server that is starting up.
      writeFileSync(join(dataDir, 'standby.signal'), '', { mode: 0o600 })
      launch({ hot_standby: 'off' })
      await expect.poll(() => runningPostmaster(dataDir)?.status, { timeout: 10_000 }).toBe('standby')
    },
    async finishStarting() {
      const pid = runningPostmaster(dataDir)?.pid
      if (pid === undefined) throw new Error('it does not run')
      writeFileSync(join(dataDir, 'promote'), '', { mode: 0o600 })
      process.kill(pid, 'SIGUSR1')
      if ((await whenReady(dataDir, pid, silent)) === undefined) throw new Error('it did not start')
    },
    async exhaust() {
      const held: pg.Client[] = []
      const mine = 'takes all'
      const takeAll = async () => {
        for (;;) {
          const client = new pg.Client({ connectionString: embedded.adminUrl, application_name: mine })
          client.on('error', silent)
          const isTaken = await client.connect().then(
            () => true,
            () => false,
          )
          if (!isTaken) return
          held.push(client)
        }
      }
      const cut = `select pg_terminate_backend(pid) from pg_stat_activity
        where backend_type = 'client backend' and application_name <> '${mine}'`
      // Whoever was cut comes again at once, so it takes a few rounds to be faster than everybody.
      for (let others = 1; others > 0; ) {
        await takeAll()
        others = (await held[0]?.query(cut))?.rowCount ?? 0
      }
      return async () => void (await Promise.all(held.splice(0).map((each) => each.end())))
    },
  }
}
