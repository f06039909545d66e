/** Calls that came in and are carried out later, whether or not their client is still there by then. */
export type LateCalls = {
  /** What `carryOut` returns or throws, after `ms`; never settles where the sandbox is closed before. */
  put<T>(ms: number, carryOut: () => T): Promise<T>
  /** Drops what has not been carried out, and whatever may still be put. */
  close(): void
}

/** No call waits at first; none outlives the process. */
export function lateCalls(): LateCalls {
  const timers = new Set<NodeJS.Timeout>()
  let closed = false
  const passed = (ms: number) =>
    new Promise<void>((resolve) => {
      if (closed) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        resolve()
      }, ms)
      timers.add(timer)
    })
  return {
    async put(ms, carryOut) {
      await passed(ms)
      return carryOut()
    },
    close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
