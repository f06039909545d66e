import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { type Account, childOptions } from './child.ts'
import type { Cluster } from './cluster.ts'
import { recordedPid, whenReady } from './postmaster.ts'

/** What a start needs. `choosePort` answers with a port on 127.0.0.1 that is free just now. */
export type StartOptions = {
  cluster: Cluster
  binaries: Binaries
  account: Account
  /** Takes what the server says before it opens its own log; in a folder that only this process writes to. */
  startLog: string
  log: (line: string) => void
  choosePort?: () => Promise<number>
}

const attempts = 20
const survivorsLeaveMs = 1_000
const lastWordsMs = 2_000
const lookAgainMs = 40
const largestLogBytes = 10_000_000

/**
 * Starts the server of a cluster in a session of its own, so that a Ctrl-C in the terminal reaches the bot
 * alone, and waits until it takes connections. A port that was taken in the meantime leads to another one.
 * Throws an Error with PostgreSQL's own words if it doesn't start.
 */
export async function startServer(options: StartOptions): Promise<{ pid: number; port: number }> {
  const { cluster, log, choosePort = freePort } = options
  trimLogs(cluster.logDir)
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort()
    const written = logSizes(cluster.logDir)
    const child = await launch(options, port)
    const ready = child.pid === undefined ? undefined : await whenReady(cluster.dataDir, child.pid, log)
    if (child.pid !== undefined && ready !== undefined) return { pid: child.pid, port: ready }

    const words = await lastWords(options, written)
    if (attempt === attempts) throw failure(words, cluster)
    if (words.includes('pre-existing shared memory block')) {
      // Of a server that was killed some sessions still live. They notice soon, and starting beside them
      // would ruin the data.
      log('waiting for the sessions of a server that was killed')
      await pause(survivorsLeaveMs)
    } else if (!words.includes('could not bind')) throw failure(words, cluster)
  }
}

async function launch({ cluster, binaries, account, startLog }: StartOptions, port: number) {
  fs.rmSync(startLog, { force: true })
  const output = fs.openSync(startLog, 'wx', 0o600)
  const { env, ...options } = childOptions(account)
  // A pid left in the pid file may live again as another process, and PostgreSQL would refuse to start. Named
  // as its grandparent's, it counts as stale, while PostgreSQL still looks for survivors in its shared memory.
  // Nobody else can be that server: whoever starts one holds the lock and has looked.
  const stale = recordedPid(cluster.dataDir)
  const child = spawn(binaries.postgres, ['-D', cluster.dataDir, '-p', String(port), ...settings(cluster)], {
    ...options,
    env: stale === undefined ? env : { ...env, PG_GRANDPARENT_PID: String(stale) },
    detached: true,
    stdio: ['ignore', output, output],
  })
  fs.closeSync(output)
  await launched(child)
  child.unref()
  return child
}

async function launched(child: ChildProcess): Promise<void> {
  await once(child, 'spawn')
  child.on('error', () => undefined)
}

function settings({ logDir }: Cluster): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    // A socket's path may hold 107 bytes, and folders for temporary files are swept; TCP has neither trouble.
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    cluster_name: 'rapporteur',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    // For a small machine: few buffers, few processes.
    max_connections: '100',
    shared_buffers: '64MB',
    max_wal_size: '256MB',
    huge_pages: 'off',
    io_method: 'sync',
    max_logical_replication_workers: '0',
    max_parallel_workers_per_gather: '0',
    autovacuum_max_workers: '2',
    jit: 'off',
    // A file a weekday, begun anew each week. Statements stay out of it: they hold people's names.
    logging_collector: 'on',
    log_directory: logDir,
    log_filename: 'postgres-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_file_mode: '0600',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no TCP port on 127.0.0.1')
  return address.port
}

/** The weekday files begin anew only where the server runs over midnight; this bounds them otherwise. */
function trimLogs(logDir: string): void {
  for (const [file, size] of logSizes(logDir)) if (size > largestLogBytes) fs.rmSync(file, { force: true })
}

function logSizes(logDir: string): Map<string, number> {
  const files = fs.readdirSync(logDir, { withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => path.join(logDir, entry.name))
  return new Map(paths.map((file) => [file, fs.lstatSync(file).size]))
}

/** The server's log is written by a process of its own, which may still be at it when the server has ended. */
async function lastWords(options: StartOptions, written: Map<string, number>): Promise<string> {
  for (const until = Date.now() + lastWordsMs; ; await pause(lookAgainMs)) {
    const words = readNew(options, written)
    if (/\b(FATAL|PANIC):/.test(words) || Date.now() > until) return words
  }
}

function readNew({ cluster, startLog }: StartOptions, written: Map<string, number>): string {
  const fresh = [...logSizes(cluster.logDir).keys()].map((file) =>
    fs
      .readFileSync(file)
      .subarray(written.get(file) ?? 0)
      .toString(),
  )
  return [fs.readFileSync(startLog, 'utf8'), ...fresh].join('')
}

function failure(words: string, { logDir }: Cluster): Error {
  const last = words.trim().split('\n').slice(-6).join('\n')
  return new Error(`PostgreSQL did not start. It said:\n${last}\nIts log is in ${logDir}`)
}
