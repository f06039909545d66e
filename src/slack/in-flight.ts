/** Work that was begun and is not finished: stopping waits for it. */
export type InFlight = {
  /** `what`: the command, button, modal or event. */
  track(what: string, work: Promise<unknown>): void
  /** Resolves when all is finished or `over` is, with what is left behind. */
  drain(over: Promise<unknown>): Promise<string[]>
}

/** Keeps count of work until it ends, well or badly; errors are for whoever started it. */
export function inFlight(): InFlight {
  const under = new Map<Promise<unknown>, string>()
  return {
    track(what, work) {
      under.set(work, what)
      const done = () => void under.delete(work)
      work.then(done, done)
    },
    async drain(over) {
      let isOver = false
      const timeUp = over.then(() => {
        isOver = true
      })
      // What is under way may begin more, such as the work of a request whose body was still arriving.
      while (under.size > 0 && !isOver) await Promise.race([Promise.allSettled(under.keys()), timeUp])
      return [...under.values()]
    },
  }
}
