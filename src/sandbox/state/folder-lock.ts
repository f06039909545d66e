import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, unlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another sandbox runs in the folder. */
export class FolderTaken extends Error {
  override name = 'FolderTaken'
}

/**
 * Makes `dir` and holds it for this process alone, so that two sandboxes never write one journal.
 * The lock is a local socket that the kernel closes with the process, so a killed one leaves nothing behind.
 * Rejects with FolderTaken where another process holds it. The function it gives back releases it.
 */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const name = `rapporteur-sandbox-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 24)}`
  const isLinux = process.platform === 'linux'
  // Linux has socket names that are no files; elsewhere a file may be left over from a process that is gone.
  const address = isLinux ? `\0${name}` : join(tmpdir(), `${name}.sock`)
  const taken = new FolderTaken(`another sandbox is running in ${dir}`)
  let server = await listen(address)
  if (server === undefined && !isLinux && !(await answers(address))) {
    unlinkSync(address)
    server = await listen(address)
  }
  if (server === undefined) throw taken
  const held = server
  return () => new Promise((resolve) => held.close(() => resolve()))
}

/** Undefined where the address is taken. */
function listen(address: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(address, () => {
      server.unref()
      resolve(server)
    })
  })
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
