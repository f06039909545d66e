/** The machine's clock, moved ahead; it goes on at the machine's own pace and jumps where it is told to. */
export type MovedClock = {
  now(): Date
  /** From now on it is so far ahead of the machine's. */
  move(aheadMs: number): void
  /** Resolves when `ms` have passed on this clock, by themselves or by a jump, or when `signal` is aborted. */
  pass(ms: number, signal?: AbortSignal): Promise<void>
}

/** `aheadMs`: how far ahead of the machine's clock it is at first. */
export function movedClock(aheadMs: number): MovedClock {
  let ahead = aheadMs
  const waiting = new Set<() => void>()
  const nowMs = () => Date.now() + ahead
  return {
    now: () => new Date(nowMs()),
    move(to) {
      ahead = to
      for (const look of [...waiting]) look()
    },
    pass(ms, signal) {
      const untilMs = nowMs() + ms
      return new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined
        const look = () => {
          clearTimeout(timer)
          const leftMs = untilMs - nowMs()
          if (leftMs > 0 && signal?.aborted !== true) {
            timer = setTimeout(look, Math.min(leftMs, 60_000))
            return
          }
          waiting.delete(look)
          signal?.removeEventListener('abort', look)
          resolve()
        }
        waiting.add(look)
        signal?.addEventListener('abort', look)
        look()
      })
    },
  }
}
