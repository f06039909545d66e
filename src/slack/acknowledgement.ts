import type { Log } from '../contract/log.ts'

/** Slack waits three seconds, and then tells the person that nothing was heard; the way to Slack takes its part. */
export const patienceMs = 2_800
/** An answer that takes longer comes by itself, and Slack is told before that it will. */
const promptMs = 1_500

/** What Slack is told of a gesture: once and in time, or not at all. */
export type Acknowledgement<Answer> = {
  /** Whether Slack was told this. */
  give(answer?: Answer): Promise<boolean>
  /** Resolves when Slack was told, or waits no longer. */
  settled: Promise<void>
}

type Ack<Answer> = (answer?: Answer) => Promise<void>

/**
 * Holds a gesture's acknowledgement back until what it asks for is kept: Slack, once told, never sends it again, and
 * a process that dies in between would lose a convenor's word in silence. Without it the person sees Slack's own
 * warning, and may do it again.
 */
export function acknowledgement<Answer>(ack: Ack<Answer>, what: string, log: Log): Acknowledgement<Answer> {
  return held(ack, what, log, patienceMs, () => {
    log.warn({ what }, 'not done in time to be acknowledged; it goes on')
  })
}

/**
 * Lets a command's acknowledgement carry the answer, which Slack shows like any other: one request instead of two. An
 * answer that takes long is acknowledged without, and comes by itself.
 */
export function promptAnswer<Answer>(ack: Ack<Answer>, what: string, log: Log): Acknowledgement<Answer> {
  return held(ack, what, log, promptMs, () => ack())
}

function held<Answer>(
  ack: Ack<Answer>,
  what: string,
  log: Log,
  heldMs: number,
  onLate: () => Promise<void> | void,
): Acknowledgement<Answer> {
  let isOver = false
  let settle: () => void = () => undefined
  const settled = new Promise<void>((resolve) => {
    settle = resolve
  })
  async function end(last: () => Promise<void> | void): Promise<boolean> {
    isOver = true
    try {
      await last()
      return true
    } catch (error) {
      // The way back is gone, which to the person is no other than late.
      log.warn({ what, error: String(error) }, 'done, but it could not be acknowledged')
      return false
    } finally {
      settle()
    }
  }
  const timer = setTimeout(() => void end(onLate), heldMs)
  return {
    settled,
    async give(answer) {
      if (isOver) return false
      clearTimeout(timer)
      return end(() => ack(answer))
    },
  }
}
