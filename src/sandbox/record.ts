/** One thing the bot asked of the sandbox, and what came of it. */
export type RecordedCall = {
  /** Wall-clock time of the machine, ISO 8601. */
  at: string
  /** A Web API method, or `response_url`. */
  method: string
  args: Record<string, unknown>
  status: number
  answer: unknown
  /** Whether anything in the workspace changed, whatever the bot was told. */
  effect: boolean
  /** The fault that was played upon it. */
  fault?: string
}

export type RecordBook = { add(call: RecordedCall): void; all(): RecordedCall[] }

const most = 10_000

/** Keeps the last ten thousand calls. */
export function recordBook(): RecordBook {
  const calls: RecordedCall[] = []
  return {
    add(call) {
      calls.push(call)
      if (calls.length > most) calls.splice(0, calls.length - most)
    },
    all: () => [...calls],
  }
}
