import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLine } from './process-identity.ts'

/** A running PostgreSQL server, as its own pid file describes it. The port is missing in its first moments. */
export type Postmaster = { pid: number; port: number | undefined; status: string }

const lookAgainMs = 40
const sayItAfterMs = 10_000
const fastStopMs = 60_000
const immediateStopMs = 15_000

/**
 * The server that runs on a data directory, if one does. Its pid file outlives a kill -9 or a power cut, and
 * its pid may by then be a zombie's or a stranger's, so the process itself is looked at.
 */
export function runningPostmaster(dataDir: string): Postmaster | undefined {
  const lines = readLines(path.join(dataDir, 'postmaster.pid'))
  const pid = Number(lines?.[0])
  if (!lines || !Number.isInteger(pid) || pid <= 0 || !isPostmasterOf(pid, dataDir)) return undefined
  const port = Number(lines[3])
  return { pid, port: port > 0 ? port : undefined, status: lines[7]?.trim() ?? 'starting' }
}

/** The pid that a server left behind in its pid file, alive or not. */
export function recordedPid(dataDir: string): number | undefined {
  const pid = Number(readLines(path.join(dataDir, 'postmaster.pid'))?.[0])
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/**
 * Waits until a server takes connections, and returns its port. Undefined when it stops instead (one that is
 * stopping anyway is hurried along, or it might wait for clients that never leave). Recovery
 * after a crash takes as long as it takes, so this says every ten seconds that it's still waiting.
 */
export async function whenReady(dataDir: string, pid: number, log: (line: string) => void) {
  for (let next = Date.now() + sayItAfterMs; isPostmasterOf(pid, dataDir); await pause(lookAgainMs)) {
    const found = runningPostmaster(dataDir)
    if (found?.pid === pid && found.status === 'stopping') await stopPostmaster(dataDir, pid, log)
    if (found?.pid === pid && found.status === 'ready' && found.port) return found.port
    if (Date.now() > next) {
      log('PostgreSQL is still starting')
      next = Date.now() + sayItAfterMs
    }
  }
  return undefined
}

/**
 * Stops a server in its fast mode (it rolls back what is open and writes all to disk) and waits until it's
 * gone. One that takes longer than a minute is stopped at once instead, to recover when it's next started.
 * Throws an Error if even that doesn't end it.
 */
export async function stopPostmaster(
  dataDir: string,
  pid: number,
  log: (line: string) => void,
): Promise<void> {
  signal(dataDir, pid, 'SIGINT')
  if (await whenGone(dataDir, pid, fastStopMs)) return
  log('PostgreSQL took longer than a minute to stop; stopping it at once')
  signal(dataDir, pid, 'SIGQUIT')
  if (await whenGone(dataDir, pid, immediateStopMs)) return
  throw new Error(`PostgreSQL (process ${pid}, ${dataDir}) doesn't stop`)
}

/** Asks a server to stop in its fast mode, without waiting: for the last moment of a process. */
export function askToStop(dataDir: string, pid: number): void {
  signal(dataDir, pid, 'SIGINT')
}

async function whenGone(dataDir: string, pid: number, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs
  while (isPostmasterOf(pid, dataDir)) {
    if (Date.now() > until) return false
    await pause(lookAgainMs)
  }
  return true
}

function signal(dataDir: string, pid: number, name: NodeJS.Signals): void {
  try {
    if (isPostmasterOf(pid, dataDir)) process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * By its words where they name this folder (followed by the option that the start puts there, since a path
 * may hold spaces). Otherwise by its working folder, because a folder may be renamed under its server; that
 * comes second as it's not always readable (root in a container without CAP_SYS_PTRACE).
 */
function isPostmasterOf(pid: number, dataDir: string): boolean {
  const words = commandLine(pid)
  if (!words) return false
  if (words.join(' ').includes(`/postgres -D ${dataDir} -p `)) return true
  return path.basename(words[0] ?? '') === 'postgres' && workingFolder(pid) === dataDir
}

function workingFolder(pid: number): string | undefined {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function readLines(file: string): string[] | undefined {
  try {
    return fs.readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
