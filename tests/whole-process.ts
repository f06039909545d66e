import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { clusterAt } from '../src/store/embedded/cluster.ts'
import { runningPostmaster } from '../src/store/embedded/postmaster.ts'

/** One of the project's programs in a process of its own. */
export type WholeProcess = {
  child: ChildProcess
  /** All that it has written until now. */
  stdout(): string
  stderr(): string
  /** Its exit code, or the name of the signal that ended it. */
  ended: Promise<number | string | null>
}

/**
 * Starts `node src/<program>` as the scripts of package.json do, with these variables and no others; or a bundle of it, by
 * its absolute path, which is there in a quarter of the time where a database is given.
 */
export function wholeProcess(
  program: 'main.ts' | 'cli.ts' | { bundle: string },
  env: Record<string, string>,
  args: string[] = [],
): WholeProcess {
  const { PATH, HOME } = process.env
  const script = typeof program === 'string' ? ['--import', 'tsx', `src/${program}`] : [program.bundle]
  const child = spawn(process.execPath, ['--no-deprecation', ...script, ...args], {
    cwd: new URL('..', import.meta.url),
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk
  })
  const ended = once(child, 'close').then(() => child.exitCode ?? child.signalCode)
  return { child, stdout: () => out, stderr: () => err, ended }
}

/** The practice workspace's address, once the process has printed it. @throws what it wrote where it ends instead */
export async function printedUrl(bot: WholeProcess): Promise<string> {
  for (;;) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(bot.stdout()) ?? []
    if (url !== undefined) return url
    const next = await Promise.race([once(bot.child.stdout ?? bot.child, 'data'), bot.ended])
    if (!Array.isArray(next)) throw new Error(`it ended with ${next}:\n${bot.stdout()}\n${bot.stderr()}`)
  }
}

/** The process id of the PostgreSQL that belongs to a data folder; undefined where none runs. */
export function postgresOf(dataDir: string): number | undefined {
  return runningPostmaster(clusterAt(join(dataDir, 'postgres')).dataDir)?.pid
}

/** Whether a process runs; one that ended and was not collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const state = /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
    return state !== 'Z'
  } catch (error) {
    return (
      error instanceof Error && 'code' in error && error.code === 'ENOENT' && process.platform !== 'linux'
    )
  }
}
