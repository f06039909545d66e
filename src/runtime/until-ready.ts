import { setTimeout as pause } from 'node:timers/promises'
import { codeOf, messageOf } from './message-of.ts'

/** PostgreSQL starts up or shuts down; all its connections are in use. Anything else does not pass by itself. */
const passing = /^(57P03|53300)$/
const firstPauseMs = 200
const longestPauseMs = 2_000

/**
 * Opens something on a PostgreSQL that may need a moment: one that says so itself is asked again for as long as
 * `patienceMs`, and `log` hears of it once.
 * @throws what the driver says, at once where waiting would not help
 */
export async function untilReady<T>(
  open: () => Promise<T>,
  patienceMs: number,
  log: (line: string) => void,
): Promise<T> {
  const deadline = performance.now() + patienceMs
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await open()
    } catch (error) {
      const leftMs = deadline - performance.now()
      if (!passing.test(codeOf(error)) || leftMs <= 0) throw error
      if (pauseMs === firstPauseMs)
        log(
          `PostgreSQL is not ready (${messageOf(error)}); waiting for it up to ${patienceMs / 1000} seconds`,
        )
      await pause(Math.min(pauseMs, leftMs))
    }
  }
}
