import type { IncomingHttpHeaders } from 'node:http'

/** Slack's own window for a request's age, taken in both directions. */
const windowSeconds = 300

/**
 * Whether a request is dated further ahead than clocks differ. Bolt refuses what is too old but takes what is
 * signed for tomorrow, which could be kept and played back then.
 */
export function isDatedAhead(headers: IncomingHttpHeaders, now: Date): boolean {
  const stamp = Number(headers['x-slack-request-timestamp'])
  return stamp - now.getTime() / 1_000 > windowSeconds
}
