import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import type { DeliveryOutcome } from '../domain/notice/rules.ts'

/** Slack says of these itself that it does not know whether the call was carried out. */
const unknowable = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable'])
/** These pass by themselves. */
const passing = new Set(['ratelimited', 'rate_limited', 'team_added_to_org'])
/** These are about the bot's token and account, and so about every message of it. */
const barring = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'org_login_required',
  'team_access_not_granted',
  'ekm_access_denied',
])
/** The connection was never made, so nothing can have been taken. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** How long is waited where Slack says to wait, and not for how long. */
const unsaidRetryMs = 30_000

type Failure = Exclude<DeliveryOutcome, { kind: 'said' }>

/** What a call that failed has come to. Whatever else was thrown: the call may have been made, so nothing is known. */
export function outcomeOfFailure(failure: unknown): Failure {
  if (failure instanceof WebAPIRateLimitedError)
    return { kind: 'refused', error: 'ratelimited', retryAfterMs: failure.retryAfter * 1_000, forGood: false }
  if (failure instanceof WebAPIPlatformError) {
    const { error } = failure.data
    // The SDK takes whatever a proxy answers for Slack's word. Slack's own words are of one form.
    if (!/^[a-z][a-z0-9_]*$/.test(error ?? '')) return { kind: 'unknown', error: 'unreadable_answer' }
    if (unknowable.has(error)) return { kind: 'unknown', error }
    if (barring.has(error)) return { kind: 'barred', error }
    return { kind: 'refused', error: withReasons(failure), forGood: !passing.has(error) }
  }
  if (failure instanceof WebAPIHTTPError) {
    const error = `http_${failure.statusCode}`
    // These two speak of the message alone. Whoever else stands in the way says nothing of what Slack has taken.
    if (failure.statusCode === 400 || failure.statusCode === 413)
      return { kind: 'refused', error, forGood: true }
    return { kind: 'unknown', error }
  }
  if (failure instanceof WebAPIRequestError) {
    const code = networkCode(failure.original)
    if (code !== undefined && neverConnected.has(code)) return { kind: 'unreached', error: code }
    return { kind: 'unknown', error: code ?? 'no_answer' }
  }
  if (failure instanceof Error && failure.message.startsWith('Retry header did not contain'))
    return { kind: 'refused', error: 'ratelimited', retryAfterMs: unsaidRetryMs, forGood: false }
  return { kind: 'unknown', error: failure instanceof Error ? failure.message : String(failure) }
}

/** Slack's error with the reasons it gives for refusing blocks. */
function withReasons({ data }: WebAPIPlatformError): string {
  const reasons = data.response_metadata?.messages ?? []
  return [data.error, ...reasons].join('; ').slice(0, 1_000)
}

/** The system's code of a network failure, which fetch hides in a chain of causes. */
function networkCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && typeof cause.code === 'string') return cause.code
  return undefined
}
