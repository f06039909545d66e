import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Log } from '../contract/log.ts'
import { slackLogger } from './slack-logger.ts'

/** How long Slack may take to answer before the answer counts as lost. */
const longestMs = 10_000
/** How long it may take while a person waits for what could be said without, and Slack for an acknowledgement. */
const glanceMs = 1_500

/** What every client of the same Slack shares. */
export function clientOptions(apiUrl: string, log: Log, timeoutMs = longestMs): WebClientOptions {
  return { slackApiUrl: apiUrl, logger: slackLogger(log), timeout: timeoutMs }
}

/** For questions: asked again a few times, since asking twice does no harm. */
export function askingClient(token: string, apiUrl: string, log: Log): WebClient {
  return new WebClient(token, {
    ...clientOptions(apiUrl, log),
    retryConfig: { retries: 2, minTimeout: 200, maxTimeout: 1_000 },
    rejectRateLimitedCalls: true,
  })
}

/** For questions whose answer is done without where it does not come at once. */
export function glancingClient(token: string, apiUrl: string, log: Log): WebClient {
  return sayingClient(token, apiUrl, log, glanceMs)
}

/** For what must be said once: the SDK would send it again after a lost answer, so it may not retry at all. */
export function sayingClient(token: string, apiUrl: string, log: Log, timeoutMs?: number): WebClient {
  return new WebClient(token, {
    ...clientOptions(apiUrl, log, timeoutMs),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
}
