import type { Core } from '../core.ts'
import type { Args } from './args.ts'
import type { Tier } from './rate-limits.ts'

/** One method of the Web API. It throws a SlackError for every answer that is not ok. */
export type Method = {
  token: 'bot' | 'app' | 'any' | 'none'
  tier: Tier
  /** Changes nothing, so a call of it never counts as having taken effect. */
  reads?: boolean
  run(core: Core, args: Args): Record<string, unknown>
}

/** An answer `{ ok: false, error }`; `messages` say where the request is wrong, as Slack's do. */
export class SlackError extends Error {
  readonly code: string
  readonly messages: string[]
  constructor(code: string, messages: string[] = []) {
    super(code)
    this.code = code
    this.messages = messages
  }

  body(): Record<string, unknown> {
    if (this.messages.length === 0) return { ok: false, error: this.code }
    return {
      ok: false,
      error: this.code,
      errors: this.messages,
      response_metadata: { messages: this.messages.map((message) => `[ERROR] ${message}`) },
    }
  }
}
