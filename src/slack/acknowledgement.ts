import type { Log } from '../contract/log.ts'

/** Slack waits three seconds, and then tells the person that nothing was heard; the way to Slack takes its part. */
export const patienceMs = 2_800

/** What Slack is told of a gesture: once and in time, or not at all. */
export type Acknowledgement<Answer> = {
  /** Whether Slack was told. Without it the person sees Slack's own warning, and may do it again. */
  give(answer?: Answer): Promise<boolean>
  /** Resolves when Slack was told, or waits no longer. */
  settled: Promise<void>
}

/**
 * Holds a gesture's acknowledgement back until what it asks for is kept: Slack, once told, never sends it again, and
 * a process that dies in between would lose a convenor's word in silence.
 */
export function acknowledgement<Answer>(
  ack: (answer?: Answer) => Promise<void>,
  what: string,
  log: Log,
): Acknowledgement<Answer> {
  let isLate = false
  let settle: () => void = () => undefined
  const settled = new Promise<void>((resolve) => {
    settle = resolve
  })
  const timer = setTimeout(() => {
    isLate = true
    log.warn({ what }, 'not done in time to be acknowledged; it goes on')
    settle()
  }, patienceMs)
  return {
    settled,
    async give(answer) {
      if (isLate) return false
      clearTimeout(timer)
      try {
        await ack(answer)
        return true
      } catch (error) {
        // The way back is gone, which to the person is no other than late.
        log.warn({ what, error: String(error) }, 'done, but it could not be acknowledged')
        return false
      } finally {
        settle()
      }
    },
  }
}
