/** Work that was acknowledged to Slack and is not finished: stopping waits for it. */
export type InFlight = {
  /** `what`: the command, button or event. */
  track(what: string, work: Promise<void>): void
  /** Resolves when all is finished or `graceMs` has passed, with what is left behind. */
  drain(graceMs: number): Promise<string[]>
}

/** Keeps count of work until it ends, well or badly; errors are for whoever started it. */
export function inFlight(): InFlight {
  const under = new Map<Promise<void>, string>()
  return {
    track(what, work) {
      under.set(work, what)
      const done = () => void under.delete(work)
      work.then(done, done)
    },
    async drain(graceMs) {
      let timer: NodeJS.Timeout | undefined
      const over = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs)
      })
      await Promise.race([Promise.allSettled(under.keys()), over])
      clearTimeout(timer)
      return [...under.values()]
    },
  }
}
