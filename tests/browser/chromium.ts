import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where this machine's Chromium is: `CHROMIUM_PATH`, or the usual places; undefined where there is none. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...PATHS].find((path) => path !== undefined && existsSync(path))
}

/**
 * Whether browser tests can run here. Where they can't it is said aloud, and in CI it is an error.
 *
 * @throws in CI when there is no Chromium
 */
export function hasChromium(what: string): boolean {
  if (chromiumPath() !== undefined) return true
  const sentence = `${what}: NOT RUN, no Chromium found (install it, or set CHROMIUM_PATH)`
  if (process.env.CI) throw new Error(sentence)
  console.warn(`\n*** ${sentence} ***\n`)
  return false
}

/** A real Chromium without a window. The caller closes it. */
export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('no Chromium on this machine')
  return chromium.launch({ executablePath, headless: true, args: ARGS })
}
