import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Health } from '../contract/health.ts'

/** What answers GET and HEAD at one path, beside Slack's own. */
export type Page = { path: string; answer(request: IncomingMessage, response: ServerResponse): void }

/** One way on which Slack's requests come in. */
export type Transport = {
  /** Where HTTP mode listens. */
  httpPort?: number
  health(): Health
  /** Takes nothing new; what was taken can still be acknowledged. */
  refuse(): void
  close(): Promise<void>
}
