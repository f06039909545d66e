import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import process from 'node:process'

/**
 * A process told apart from a later one with the same pid: by when it started, in a form that only this
 * machine understands, and by the boot that it belongs to.
 */
export type ProcessIdentity = { pid: number; start: string; boot: string }

const unreadable = 'unreadable'

/** This very process. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, start: processStart(process.pid) ?? unreadable, boot: bootId() }
}

/**
 * Whether that same process still runs. A zombie doesn't, nor does another process that was given its pid;
 * one that may not be looked at counts as running.
 */
export function isAlive(known: ProcessIdentity): boolean {
  if (known.boot !== bootId()) return false
  const start = processStart(known.pid)
  return start === unreadable || start === known.start
}

/** When a process started, as its own machine counts it; undefined when it is gone or a zombie. */
export function processStart(pid: number): string | undefined {
  const seen = hasProc ? startFromProc(pid) : startFromPs(pid)
  return seen ?? (isHidden(pid) ? unreadable : undefined)
}

/** The words a process was started with; undefined when it is gone, a zombie, or may not be looked at. */
export function commandLine(pid: number): string[] | undefined {
  if (processStart(pid) === undefined) return undefined
  if (!hasProc) return ps(pid, 'command')?.split(' ')
  const line = read(`/proc/${pid}/cmdline`)
  return line === undefined || line === '' ? undefined : line.replace(/\0$/, '').split('\0')
}

const hasProc = fs.existsSync('/proc/self/stat')

function bootId(): string {
  return read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
}

function startFromProc(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`)
  // The name in parentheses may itself hold spaces and parentheses, so count from the last of them.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields === undefined || /^[ZXx]/.test(fields[0] ?? '') ? undefined : fields[19]
}

function startFromPs(pid: number): string | undefined {
  const state = ps(pid, 'stat')
  return state === undefined || state.startsWith('Z') ? undefined : ps(pid, 'lstart')?.replace(/\W+/g, '_')
}

function ps(pid: number, column: string): string | undefined {
  try {
    const env = { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' }
    const args = ['-ww', '-o', `${column}=`, '-p', String(pid)]
    return execFileSync('ps', args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

/** A /proc mounted with hidepid hides the processes of other accounts; asking to signal one betrays it. */
function isHidden(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && !fs.existsSync(`/proc/${pid}`)
  }
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
