import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { bundleOf } from '../bundle-server.ts'

/** How a process of the command line ended. */
export type Ended = { code: number | null; stdout: string; stderr: string }

type Surroundings = { env?: Record<string, string>; stdin?: string | Buffer }

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the operator's command line as a process of its own, with no other variable of ours than those given. */
export async function rapporteur(
  words: string[],
  { env = {}, stdin = '' }: Surroundings = {},
): Promise<Ended> {
  const foreign = Object.entries(process.env).filter(
    ([name]) => !/^(RAPPORTEUR|SLACK|DATABASE|REDIS|LOG_LEVEL|ROLES)/.test(name),
  )
  // Bundled it starts in a quarter of the time, but starts no PostgreSQL of its own.
  const program =
    env.RAPPORTEUR_DATA !== undefined ? ['--import', 'tsx', 'src/cli.ts'] : [await bundleOf('src/cli.ts')]
  const child = spawn(process.execPath, ['--no-deprecation', ...program, ...words], {
    cwd: root,
    env: { ...Object.fromEntries(foreign), ...env },
  })
  const ended: Ended = { code: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.stderr += text
  })
  // A command that does not read its input may be gone before it is written.
  child.stdin.on('error', () => undefined).end(stdin)
  ended.code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  return ended
}

/** A folder that ends with the test. */
export async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'rapporteur-operator-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

/** A file of this name and content, in a folder that ends with the test. */
export async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(await folder(), name)
  await writeFile(file, content)
  return file
}

/** A file of the sample committee. */
export function sampleFile(name: string): string {
  return fileURLToPath(new URL(`../../config/samples/tc260/${name}`, import.meta.url))
}
