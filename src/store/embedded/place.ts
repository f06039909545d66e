import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { isRoot } from './account.ts'
import { type Account, run } from './child.ts'
import { clusterAt } from './cluster.ts'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'

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
  if (place.elsewhere) return place
  const { dataDir } = clusterAt(home)
  const fault = fs.existsSync(dataDir)
    ? await faultOfEntering(dataDir, account)
    : await faultOf(home, account)
  if (fault === undefined) return place
  for (const root of await systemFolders(account)) {
    const base = path.join(root, randomBytes(6).toString('hex'))
    fs.mkdirSync(base)
    fs.chmodSync(base, account ? 0o711 : 0o700)
    writeClaim(base, home)
    moveServer(home, base)
    fs.writeFileSync(pointerFile(home), JSON.stringify({ base }, undefined, 2))
    log(`the database lies in ${base}, because ${who(account)} can't work in ${home}`)
    return { base, elsewhere: true }
  }
  throw new EmbeddedUnavailable(`${who(account)} can't work in ${home} (${fault}), nor in a system folder.`)
}

/** The folders, made where possible, that hold databases and copies of programs outside a data directory. */
export async function systemFolders(account: Account): Promise<string[]> {
  const usable: string[] = []
  for (const parent of isRoot() ? ['/var/lib', '/var/local', '/opt', '/srv', '/usr/local'] : [ownFolder()]) {
    const folder = path.join(parent, 'rapporteur')
    try {
      if (!fs.existsSync(folder)) {
        fs.mkdirSync(folder, { recursive: !isRoot() })
        fs.chmodSync(folder, isRoot() ? 0o755 : 0o700)
      }
      if ((await faultOf(folder, account)) === undefined) usable.push(folder)
    } catch {
      // Read-only or not ours: the next one.
    }
  }
  return usable
}

/**
 * Tries what PostgreSQL will do: a private folder of its account's own, entered and written to. That also
 * finds file systems without owners or rights (a mounted Windows disk, a share that squashes root).
 */
async function faultOf(folder: string, account: Account): Promise<string | undefined> {
  const trial = fs.mkdtempSync(path.join(folder, '.trial-'))
  try {
    fs.chmodSync(trial, 0o700)
    if (account) fs.chownSync(trial, account.uid, account.gid)
    if ((fs.statSync(trial).mode & 0o077) !== 0) return 'its file system keeps no private folders'
    const { ok, output } = await run('/bin/sh', ['-c', 'cd -- "$1" && : >file', 'sh', trial], account)
    return ok ? undefined : output
  } catch (error) {
    return String(error)
  } finally {
    fs.rmSync(trial, { recursive: true, force: true })
  }
}

async function faultOfEntering(folder: string, account: Account): Promise<string | undefined> {
  // Root may have to give the folder to the account first, so only the folders above it are tried.
  const { ok, output } = await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', path.dirname(folder)], account)
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
  if (!fs.existsSync(from)) return
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    fs.cpSync(from, `${to}.new-move`, { recursive: true, verbatimSymlinks: true })
    fs.renameSync(`${to}.new-move`, to)
    fs.rmSync(from, { recursive: true })
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
