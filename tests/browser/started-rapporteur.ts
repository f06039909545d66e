import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

/** How long a start may take on a slow machine; a healthy one takes seconds. */
const startWithinMs = 40_000

export type StartedRapporteur = {
  /** The practice workspace's address, as it was printed. */
  url: string
  /** Ends it as Ctrl-C does and waits until it is gone; the exit code. */
  stop(): Promise<number | null>
}

/**
 * Rapporteur in a process of its own, as `npm start` runs it on a machine that has neither Slack nor a database.
 *
 * @throws with what it wrote, where it ends before it has printed an address, or prints none in time
 */
export async function startedRapporteur(dataDir: string): Promise<StartedRapporteur> {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', '--no-deprecation', 'src/main.ts'], {
    cwd: new URL('../..', import.meta.url),
    env: { PATH, HOME, RAPPORTEUR_DATA: dataDir, SANDBOX_PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'close')
  let said = ''
  const url = new Promise<string>((resolve, reject) => {
    const give = (why: string) => reject(new Error(`${why}\n${said}`))
    const late = setTimeout(() => give('no address was printed in time'), startWithinMs)
    const hear = (chunk: Buffer) => {
      said += String(chunk)
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (address === undefined) return
      clearTimeout(late)
      resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', (chunk) => {
      said += String(chunk)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(late)
      give(`it ended with ${code}`)
    })
  })
  const stop = async () => {
    child.kill('SIGINT')
    await gone
    return child.exitCode
  }
  try {
    return { url: await url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
