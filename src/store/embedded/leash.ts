import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { childOptions } from './child.ts'
import { leasesFolder } from './leases.ts'
import { isAlive, type ProcessIdentity, processStart, thisProcess } from './process-identity.ts'

const script = fileURLToPath(new URL('leash.sh', import.meta.url))

/**
 * Starts the watch over a server, in place of one that an earlier user started. The watch is a small shell
 * loop that ends the server once all who held a lease were killed without a chance to end it themselves.
 */
export function startLeash(home: string, dataDir: string, serverPid: number, everySeconds = 10): void {
  endLeash(home)
  const start = processStart(serverPid)
  if (start === undefined) return
  const pidFile = path.join(dataDir, 'postmaster.pid')
  const args = [script, String(serverPid), start, pidFile, leasesFolder(home), String(everySeconds)]
  const child = spawn('/bin/sh', args, { ...childOptions(undefined), detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
  if (child.pid === undefined) return
  const watcher: ProcessIdentity = {
    pid: child.pid,
    start: processStart(child.pid) ?? '',
    boot: thisProcess().boot,
  }
  fs.writeFileSync(leashFile(home), JSON.stringify(watcher), { flag: 'wx' })
}

/** Ends the watch over a server, whoever started it. */
export function endLeash(home: string): void {
  try {
    const watcher: ProcessIdentity = JSON.parse(fs.readFileSync(leashFile(home), 'utf8'))
    // The whole group, so that the shell's `sleep` goes with it.
    if (isAlive(watcher)) process.kill(-watcher.pid, 'SIGKILL')
  } catch {
    // No watch, or none of ours to end; it ends by itself when the server is gone.
  }
  fs.rmSync(leashFile(home), { force: true })
}

function leashFile(home: string): string {
  return path.join(home, 'leash')
}
