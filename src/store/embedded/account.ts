import type { Stats } from 'node:fs'
import process from 'node:process'
import { type Account, run } from './child.ts'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'

const dedicated = 'rapporteur'
const existing = ['postgres', '_postgres', 'nobody']

/** Whether this process is root, as whom PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The account that owns a database which is there already. Undefined where that is this process's own. */
export async function ownerAccount({ uid, gid }: Stats): Promise<Account> {
  if (!isRoot() || uid === 0) return undefined
  const { ok, output } = await run('id', ['-nu', String(uid)], undefined)
  return { uid, gid, name: ok ? output : `uid ${uid}` }
}

/**
 * The account for a new database. Root gets a system account of its own making, or where accounts can't be
 * made (no useradd, a read-only /etc) one that the system has. Undefined for everyone else: themselves.
 * Throws EmbeddedUnavailable when no account can be used.
 */
export async function systemAccount(log: (line: string) => void): Promise<Account> {
  if (!isRoot()) return undefined
  const account = (await usable(dedicated)) ?? (await made(log))
  if (account) return account
  for (const name of existing) {
    const other = await usable(name)
    if (other) return other
  }
  throw new EmbeddedUnavailable(
    'PostgreSQL refuses to run as root, and no other account could be made or used here.',
  )
}

async function made(log: (line: string) => void): Promise<Account> {
  await run('groupadd', ['--system', dedicated], undefined)
  const home = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  const { ok } = await run('useradd', ['--system', '--gid', dedicated, ...home, dedicated], undefined)
  // Another clone may have made it at the same moment, so whether it's there counts, not who made it.
  const account = await usable(dedicated)
  if (ok && account) log(`made the system account "${dedicated}", because PostgreSQL refuses to run as root`)
  return account
}

/** An account counts only when a program really runs as it: a container may know names it can't switch to. */
async function usable(name: string): Promise<Account> {
  const [uid, gid] = await Promise.all([numberOf('-u', name), numberOf('-g', name)])
  if (!uid || gid === undefined) return undefined
  const account = { uid, gid, name }
  return (await run('/bin/sh', ['-c', ':'], account)).ok ? account : undefined
}

async function numberOf(flag: '-u' | '-g', name: string): Promise<number | undefined> {
  const { ok, output } = await run('id', [flag, name], undefined)
  return ok && /^\d+$/.test(output) ? Number(output) : undefined
}
