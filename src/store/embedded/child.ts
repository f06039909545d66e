import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'

/** The system account that PostgreSQL runs under when this process is root; undefined: this process's own. */
export type Account = { uid: number; gid: number; name: string } | undefined

/** How a program that was run came out. `output` holds both of its streams, or why it couldn't be run. */
export type Outcome = { ok: boolean; output: string }

/**
 * The options every child shares. A bare environment, because PGPORT, PGOPTIONS, LD_LIBRARY_PATH and the like
 * change what PostgreSQL does; messages in English; and a working folder that any account may enter.
 */
export function childOptions(account: Account) {
  const folders = `${process.env.PATH ?? ''}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin`
  const env = { PATH: folders.replace(/^:/, ''), LC_ALL: 'C', TZ: 'UTC' }
  return { cwd: '/', env, ...(account ? { uid: account.uid, gid: account.gid } : {}) }
}

/** Runs a program to its end, as the account given. Never throws: a program that can't be run is not ok. */
export async function run(program: string, args: string[], account: Account): Promise<Outcome> {
  try {
    const { stdout, stderr } = await execFileToEnd(program, args, {
      ...childOptions(account),
      maxBuffer: 1 << 24,
    })
    return { ok: true, output: `${stdout}${stderr}`.trim() }
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string }
    return { ok: false, output: `${stdout}${stderr}`.trim() || message }
  }
}

const execFileToEnd = promisify(execFile)
