import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { ownerAccount, systemAccount } from './embedded/account.ts'
import { packageFolder, usableBinaries } from './embedded/binaries.ts'
import type { Account } from './embedded/child.ts'
import { clusterAt, makeCluster, passwordOf, readyCluster } from './embedded/cluster.ts'
import { addressesOf, ensureDatabase } from './embedded/database.ts'
import { EmbeddedUnavailable } from './embedded/embedded-unavailable.ts'
import { addLease, isLeased, type Lease } from './embedded/leases.ts'
import { endLeash, startLeash } from './embedded/leash.ts'
import { takeLock, tryLock } from './embedded/lock.ts'
import { findPlace, type Place, settlePlace, systemFolders } from './embedded/place.ts'
import { askToStop, runningPostmaster, stopPostmaster, whenReady } from './embedded/postmaster.ts'
import { startServer } from './embedded/server.ts'

export { EmbeddedUnavailable }

/** A PostgreSQL server that this process may use until it calls stop(). */
export type EmbeddedServer = {
  /** Connects to the database `rapporteur` as the role that owns it. */
  url: string
  /** Connects to the database `postgres` as a superuser, who may make other databases. */
  adminUrl: string
  /** Whether this call started the server, rather than find it running. */
  startedHere: boolean
  /** Gives the server up. It is stopped, and its end awaited, unless another living process uses it. */
  stop(): Promise<void>
}

type Log = (line: string) => void
type Running = { dataDir: string; pid: number }

const joinAttempts = 5

/**
 * Gives this process a PostgreSQL server on the database in `dataDir` (an absolute path; made if missing),
 * which it shares with every other process that asks for the same: the first to come starts it, the last to
 * leave stops it. A lock lets one come or go at a time, and a lease names each user, so that a killed one
 * doesn't count. A server that outlived all its users is taken over as it runs. Throws EmbeddedUnavailable
 * where this machine or directory can't do it.
 */
export async function startEmbedded(options: { dataDir: string; log: Log }): Promise<EmbeddedServer> {
  const { log } = options
  const source = packageFolder()
  const home = homeIn(options.dataDir)
  const lock = await takeLock(path.join(home, 'lock'), log)
  try {
    const lease = addLease(home)
    try {
      const { startedHere, addresses, running } = await join(home, source, log)
      startLeash(home, running.dataDir, running.pid)
      return { ...addresses, startedHere, stop: leaving(home, lease, running, log) }
    } catch (error) {
      await leaveLocked(home, lease, log)
      throw error
    }
  } finally {
    lock.release()
  }
}

/** The folder of the data directory that is the database's alone, under its one real path. */
function homeIn(dataDir: string): string {
  const home = path.join(dataDir, 'postgres')
  try {
    fs.mkdirSync(home, { recursive: true })
    // 0711, so that the account that PostgreSQL runs under can pass through where root starts it.
    fs.chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700)
    return fs.realpathSync(home)
  } catch (cause) {
    throw new EmbeddedUnavailable(`${home} can't be made or isn't this account's.`, { cause })
  }
}

async function join(home: string, source: string, log: Log) {
  for (let attempt = 1; ; attempt += 1) {
    const place = findPlace(home, log)
    const found = runningPostmaster(clusterAt(place.base).dataDir)
    const server = found
      ? await foundServer(place.base, found.pid, log)
      : await newServer(home, place, source, log)
    if (server === undefined) continue
    const { cluster, pid, port } = server
    const password = passwordOf(cluster)
    const addresses = addressesOf(port, password)
    try {
      await ensureDatabase(addresses, password)
      return { startedHere: !found, addresses, running: { dataDir: cluster.dataDir, pid } }
    } catch (error) {
      // One that was told to stop just before it was found refuses us; it's then waited for.
      const stopping = runningPostmaster(cluster.dataDir)?.status !== 'ready'
      if (!stopping || attempt === joinAttempts) throw error
    }
  }
}

/** The server that runs already, once it takes connections; undefined when it ends instead. */
async function foundServer(base: string, pid: number, log: Log) {
  const cluster = clusterAt(base)
  const port = await whenReady(cluster.dataDir, pid, log)
  return port === undefined ? undefined : { cluster, pid, port }
}

async function newServer(home: string, place: Place, source: string, log: Log) {
  const stats = fs.statSync(clusterAt(place.base).dataDir, { throwIfNoEntry: false })
  const account = (stats && (await ownerAccount(stats))) ?? (await systemAccount(log))
  const { base } = await settlePlace(home, place, account, log)
  const binaries = await usableBinaries(source, account, copyFolders(home, account))
  const cluster = clusterAt(base)
  if (!fs.existsSync(cluster.dataDir)) {
    await makeCluster(base, binaries, account)
    log(`made a PostgreSQL ${binaries.major} database in ${base}`)
  }
  readyCluster(cluster, binaries, account)
  const startLog = path.join(home, 'start.log')
  const server = await startServer({ cluster, binaries, account, startLog, log })
  const runner = account ? `, as ${account.name}` : ''
  log(`PostgreSQL started on 127.0.0.1:${server.port}${runner}; its data lies in ${base}`)
  return { cluster, ...server }
}

/** A copy that root makes serves every clone on this machine; anyone else's stays in the data directory. */
async function* copyFolders(home: string, account: Account): AsyncGenerator<string> {
  if (account) yield* systemFolders(account)
  yield home
  if (!account) yield* systemFolders(account)
}

/** What stop() does, and what little can be done when the process exits without it. */
function leaving(home: string, lease: Lease, running: Running, log: Log): () => Promise<void> {
  let left: Promise<void> | undefined
  const onExit = () => leaveAtOnce(home, lease, running)
  process.once('exit', onExit)
  return () => {
    left ??= leave(home, lease, running, log).finally(() => process.off('exit', onExit))
    return left
  }
}

async function leave(home: string, lease: Lease, running: Running, log: Log): Promise<void> {
  if (!fs.existsSync(home)) return stopPostmaster(running.dataDir, running.pid, log)
  const lock = await takeLock(path.join(home, 'lock'), log)
  try {
    await leaveLocked(home, lease, log)
  } finally {
    lock.release()
  }
}

/** Asks afresh which server runs, as another process may have had to start it anew meanwhile. */
async function leaveLocked(home: string, lease: Lease, log: Log): Promise<void> {
  lease.release()
  if (isLeased(home)) return
  endLeash(home)
  const { dataDir } = clusterAt(findPlace(home, log).base)
  const found = runningPostmaster(dataDir)
  if (!found) return
  await stopPostmaster(dataDir, found.pid, log)
  log('PostgreSQL stopped')
}

/** In a process's last moment nothing can be awaited. If the lock isn't free, the leash does the rest. */
function leaveAtOnce(home: string, lease: Lease, running: Running): void {
  lease.release()
  if (!fs.existsSync(home)) {
    askToStop(running.dataDir, running.pid)
    return
  }
  const lock = tryLock(path.join(home, 'lock'))
  if (!lock) return
  if (!isLeased(home)) {
    endLeash(home)
    askToStop(running.dataDir, running.pid)
  }
  lock.release()
}
