import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { isRoot } from './account.ts'
import { type Account, run } from './child.ts'
import { clusterAt } from './cluster.ts'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'
import { runningPostmaster } from './postmaster.ts'

/** Where the database of a data directory lies: in the data directory, or in a place that it points to. */
export type Place = { base: string; elsewhere: boolean }

type Claim = { home: string }

/**
 * Finds where the database of this home lies, whether or not it was made yet. A home that is a copy of
 * another gets no part in that one's database: it begins with a new one. Throws EmbeddedUnavailable when the
 * place it points to is gone, rather than begin anew where someone's records should be.
 */
export function findPlace(home: string, log: (line: string) => void): Place {
  const base = pointerOf(home)
  if (base === undefined) return { base: home, elsewhere: false }
  const claim = claimOf(base)
  if (claim === undefined) {
    throw new EmbeddedUnavailable(
      `the database of this data directory should lie in ${base}, which is missing. ` +
        `Put it back, or delete ${pointerFile(home)} to begin with an empty database.`,
    )
  }
  if (claim.home !== home && pointerOf(claim.home) === base) {
    log(`${home} is a copy: ${base} belongs to ${claim.home}, so this one begins with an empty database`)
    fs.rmSync(pointerFile(home))
    return { base: home, elsewhere: false }
  }
  if (claim.home !== home) writeClaim(base, home)
  return { base, elsewhere: true }
}

/**
 * Makes sure that the account can work in the place: if it can't, as in a private home where PostgreSQL runs
 * under a system account, the database moves to (or begins in) a system folder, and the home points there.
 * The server must not be running. Throws EmbeddedUnavailable when no folder will do.
 */
export async function settlePlace(
  home: string,
  place: Place,
  account: Account,
  log: (line: string) => void,
): Promise<Place> {
  if (place.elsewhere) {
    moveServer(home, place.base)
    return place
  }
  const isThere = fs.existsSync(clusterAt(home).dataDir)
  const fault = isThere ? await faultOfEntering(home, account) : await faultOf(home, account)
  if (fault === undefined) return place
  for await (const root of systemFolders(account)) {
    clearTemporaryPlaces(root, home)
    const base = path.join(root, randomBytes(6).toString('hex'))
    fs.mkdirSync(base)
    fs.chmodSync(base, account ? 0o711 : 0o700)
    writeClaim(base, home)
    // Before the move, which may be cut short: the next start then finishes it.
    fs.writeFileSync(pointerFile(home), JSON.stringify({ base }, undefined, 2))
    moveServer(home, base)
    log(`the database lies in ${base}, because ${who(account)} can't work in ${home}`)
    return { base, elsewhere: true }
  }
  throw new EmbeddedUnavailable(`${who(account)} can't work in ${home} (${fault}), nor in a system folder.`)
}

/**
 * Folders for databases and copies of programs outside a data directory, each made when it's asked for and
 * given only if the account can work in it.
 */
export async function* systemFolders(account: Account): AsyncGenerator<string> {
  for (const parent of isRoot() ? ['/var/lib', '/var/local', '/opt', '/srv', '/usr/local'] : [ownFolder()]) {
    const folder = path.join(parent, 'rapporteur')
    if (isMade(folder) && (await faultOf(folder, account)) === undefined) yield folder
  }
}

function isMade(folder: string): boolean {
  try {
    if (fs.existsSync(folder)) return true
    fs.mkdirSync(folder, { recursive: !isRoot() })
    fs.chmodSync(folder, isRoot() ? 0o755 : 0o700)
    return true
  } catch {
    return false
  }
}

/**
 * Tries what PostgreSQL will do: a private folder of its account's own, entered and written to. That also
 * finds file systems without owners or rights (a mounted Windows disk, a share that squashes root).
 */
async function faultOf(folder: string, account: Account): Promise<string | undefined> {
  let trial: string | undefined
  try {
    trial = fs.mkdtempSync(path.join(folder, '.trial-'))
    fs.chmodSync(trial, 0o700)
    if (account) fs.chownSync(trial, account.uid, account.gid)
    if ((fs.statSync(trial).mode & 0o077) !== 0) return 'its file system keeps no private folders'
    const { ok, output } = await run('/bin/sh', ['-c', 'cd -- "$1" && : >file', 'sh', trial], account)
    return ok ? undefined : output
  } catch (error) {
    return String(error)
  } finally {
    if (trial) fs.rmSync(trial, { recursive: true, force: true })
  }
}

async function faultOfEntering(folder: string, account: Account): Promise<string | undefined> {
  const { ok, output } = await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account)
  return ok ? undefined : output
}

function who(account: Account): string {
  return account ? `the account "${account.name}"` : 'PostgreSQL'
}

function ownFolder(): string {
  return process.env.XDG_DATA_HOME || path.join(os.homedir(), '.local/share')
}

/** A clone that was moved into a private home takes along a database that its account can't reach any more. */
function moveServer(home: string, base: string): void {
  const [from, to] = [path.join(home, 'server'), path.join(base, 'server')]
  if (!fs.existsSync(from) || fs.existsSync(to)) return
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    const draft = `${to}.new-move`
    fs.rmSync(draft, { recursive: true, force: true })
    fs.cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
    fs.renameSync(draft, to)
    fs.rmSync(from, { recursive: true })
  }
}

/**
 * Removes databases whose data directory lay among the system's temporary files and is gone, as after a test
 * (or was, and is being made anew).
 * Any other whose data directory is missing stays: that may be a disk that isn't mounted just now.
 */
function clearTemporaryPlaces(root: string, newHome: string): void {
  const temporary = fs.realpathSync(os.tmpdir()) + path.sep
  for (const name of fs.readdirSync(root)) {
    const base = path.join(root, name)
    const home = claimOf(base)?.home
    if (!home?.startsWith(temporary) || (home !== newHome && fs.existsSync(home))) continue
    if (!runningPostmaster(clusterAt(base).dataDir)) fs.rmSync(base, { recursive: true, force: true })
  }
}

function pointerFile(home: string): string {
  return path.join(home, 'place.json')
}

function pointerOf(home: string): string | undefined {
  return read<{ base: string }>(pointerFile(home))?.base
}

function claimOf(base: string): Claim | undefined {
  return read<Claim>(path.join(base, 'claim.json'))
}

function writeClaim(base: string, home: string): void {
  fs.writeFileSync(path.join(base, 'claim.json'), JSON.stringify({ home }, undefined, 2))
}

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined
    throw error
  }
}
