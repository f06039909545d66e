/** Work that was acknowledged to Slack and is not finished: stopping waits for it. */
export type InFlight = {
  track(work: Promise<void>): void
  /** Resolves when all is finished or `graceMs` has passed, with the number left behind. */
  drain(graceMs: number): Promise<number>
}

/** Keeps count of work until it ends, well or badly; errors are for whoever started it. */
export function inFlight(): InFlight {
  const under = new Set<Promise<void>>()
  return {
    track(work) {
      under.add(work)
      const done = () => void under.delete(work)
      work.then(done, done)
    },
    async drain(graceMs) {
      let timer: NodeJS.Timeout | undefined
      const over = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs)
      })
      await Promise.race([Promise.allSettled([...under]), over])
      clearTimeout(timer)
      return under.size
    },
  }
}
