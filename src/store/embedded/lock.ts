import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts'

/** A lock that is held; release it exactly once. */
export type Lock = { release(): void }

type Owner = ProcessIdentity & { nonce: string }

const lookAgainMs = 25
const sayWhoAfterMs = 3_000
const giveUpAfterMs = 300_000
const abandonedGraveMs = 10_000

/**
 * Waits for the lock that one file stands for, and says whom it waits for when that takes long. Throws an
 * Error that names the owner after five minutes.
 */
export async function takeLock(file: string, log: (line: string) => void): Promise<Lock> {
  const since = Date.now()
  for (let said = false; ; await pause(lookAgainMs)) {
    const lock = tryLock(file)
    if (lock) return lock
    const waitedMs = Date.now() - since
    const who = `process ${readOwner(file)?.pid ?? '(unknown)'}, which is starting or stopping the database`
    if (waitedMs > giveUpAfterMs) throw new Error(`Waited five minutes for ${who}. Its lock is ${file}`)
    if (waitedMs > sayWhoAfterMs && !said) {
      log(`waiting for ${who}`)
      said = true
    }
  }
}

/**
 * Takes the lock if nobody alive holds it. Node gives no access to the kernel's file locks, so the lock is
 * a file that names its owner: it appears whole (a hard link to a finished draft, which the file system
 * makes once only), and it stands for as long as that very process lives. Throws EmbeddedUnavailable on a
 * file system without hard links.
 */
export function tryLock(file: string): Lock | undefined {
  const holder = readOwner(file)
  if (holder && isAlive(holder)) return undefined
  const owner: Owner = { ...thisProcess(), nonce: randomBytes(8).toString('hex') }
  const draft = `${file}.${owner.nonce}`
  fs.writeFileSync(draft, JSON.stringify(owner), { flag: 'wx' })
  fs.chmodSync(draft, 0o644)
  try {
    fs.linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      throw new EmbeddedUnavailable(`its lock ${file} can't be made (a hard link: ${codeOf(error)}).`, {
        cause: error,
      })
    }
    clearDeadOwner(file)
    return undefined
  } finally {
    fs.rmSync(draft)
  }
  return {
    release() {
      if (readOwner(file)?.nonce === owner.nonce) fs.rmSync(file)
    },
  }
}

/**
 * Removes the lock of a dead owner, and never one that somebody took in the meantime: whoever first links
 * it to the name that bears its nonce is the only one who may remove it.
 */
function clearDeadOwner(file: string): void {
  const owner = readOwner(file)
  if (owner === undefined || isAlive(owner)) return
  const grave = `${file}.dead-${owner.nonce}`
  try {
    fs.linkSync(file, grave)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') clearAbandonedGrave(grave)
    else if (codeOf(error) !== 'ENOENT') throw error
    return
  }
  if (readOwner(grave)?.nonce === owner.nonce) fs.rmSync(file, { force: true })
  fs.rmSync(grave, { force: true })
}

/** One who died between the two removals would block the lock for ever. */
function clearAbandonedGrave(grave: string): void {
  const made = fs.statSync(grave, { throwIfNoEntry: false })?.ctimeMs
  if (made !== undefined && Date.now() - made > abandonedGraveMs) fs.rmSync(grave, { force: true })
}

/** Undefined when nobody holds the lock. A file that a power cut emptied has an owner who is surely dead. */
function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    if (error instanceof SyntaxError) return { pid: 0, start: '', boot: 'none', nonce: 'unreadable' }
    throw error
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
