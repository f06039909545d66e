/** One thing the bot asked of the sandbox, and what came of it. */
export type RecordedCall = {
  /** Wall-clock time of the machine when it was dealt with, ISO 8601. */
  at: string
  /** The workspace's own time, ISO 8601: a run may play weeks in minutes. */
  sandboxAt: string
  /** A Web API method, or `response_url`. */
  method: string
  args: Record<string, unknown>
  /** 0 where the connection was cut before anything was done. */
  status: number
  answer: unknown
  /** Whether anything in the workspace changed, whatever the bot was told. */
  effect: boolean
  /** The fault that was played upon it. */
  fault?: string
}

export type RecordBook = {
  /** Enters a call that was dealt with just now. */
  add(call: Omit<RecordedCall, 'at' | 'sandboxAt'>): void
  all(): RecordedCall[]
}

/** Keeps the last `most` calls, at least 1. `now` tells the workspace's own time. */
export function recordBook(most: number, now: () => Date): RecordBook {
  let calls: RecordedCall[] = []
  return {
    add(call) {
      calls.push({ at: new Date().toISOString(), sandboxAt: now().toISOString(), ...call })
      // Not at every call: shifting a long list by one is what a long run would spend its time on.
      if (calls.length >= 2 * most) calls = calls.slice(-most)
    },
    all: () => calls.slice(-most),
  }
}
