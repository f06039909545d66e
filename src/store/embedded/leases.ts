import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts'

/** One user's word that it needs the server; it ends with release() or with the process. */
export type Lease = { release(): void }

/** Where the leases of a data directory lie: a file each, named <pid>-<start>-<chance>. */
export function leasesFolder(home: string): string {
  return path.join(home, 'leases')
}

/** Says that this process needs the server from now on. */
export function addLease(home: string): Lease {
  const folder = leasesFolder(home)
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  const self = thisProcess()
  const name = `${self.pid}-${self.start}-${randomBytes(6).toString('hex')}`
  const file = path.join(folder, name)
  const draft = path.join(folder, `.${name}`)
  fs.writeFileSync(draft, JSON.stringify(self), { flag: 'wx' })
  // Root and the owner of the folder read each other's leases, whatever root's umask.
  fs.chmodSync(draft, 0o644)
  fs.renameSync(draft, file)
  return { release: () => fs.rmSync(file, { force: true }) }
}

/** Whether any living process needs the server. Leases of the dead are cleared away. */
export function isLeased(home: string): boolean {
  const folder = leasesFolder(home)
  let leased = false
  for (const name of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    if (name.startsWith('.')) continue
    const file = path.join(folder, name)
    if (isLive(file)) leased = true
    else fs.rmSync(file, { force: true })
  }
  return leased
}

function isLive(file: string): boolean {
  try {
    const holder: ProcessIdentity = JSON.parse(fs.readFileSync(file, 'utf8'))
    return isAlive(holder)
  } catch (error) {
    // Released since it was listed, or emptied by a power cut: nobody stands behind it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return false
    throw error
  }
}
