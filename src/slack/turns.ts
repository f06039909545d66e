/** How long commands may hold the process up before further ones are acknowledged first, in milliseconds. */
const longTurnMs = 500

/** The turns that the process takes: all that has come in, then all whose time has come, then the next turn. */
export type Turns = {
  /** Whether the present turn has taken so long that whoever comes now should not wait for its answer. */
  isLong(): boolean
  /** Resolves in a turn in which nobody else is let in by this. */
  next(): Promise<void>
}

/**
 * Sees to it that answers which are worked out at once keep nobody's acknowledgement back: a hundred searches that
 * arrive together would be carried out one after the other before anything is told to Slack.
 */
export function turns(now: () => Date): Turns {
  let beganAt: number | undefined
  let last = Promise.resolve()
  return {
    isLong() {
      const at = now().getTime()
      if (beganAt === undefined) {
        beganAt = at
        setImmediate(() => {
          beganAt = undefined
        })
      }
      return at - beganAt > longTurnMs
    },
    next() {
      last = last.then(() => new Promise((resolve) => setImmediate(resolve)))
      return last
    },
  }
}
