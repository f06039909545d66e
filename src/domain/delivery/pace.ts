/** The calls of Slack's that delivery makes; Slack limits each for itself. */
export type Method = 'chat.postMessage' | 'chat.update' | 'conversations.history'

/** So many calls a minute, and so many at once where none was made for a while. */
export type Limit = { perMinute: number; burst: number }
export type Limits = Record<Method, Limit>

/** A method's place in time, shared by every process of the workspace; `*` is Slack as a whole. */
export type Pace = {
  method: Method | '*'
  /**
   * When the calls that were allowed so far are spread out at the method's rate; absent where none was made. Of Slack as
   * a whole, when the probe was sent that is not answered yet.
   */
  freeAt?: Date
  /** Nothing is asked before. */
  heldUntil?: Date
  /** Slack's word for why. */
  why?: string
  /** How often in a row Slack did not answer, or refused the bot as such. */
  failures: number
}

/** What an attempt says of Slack, rather than of the message. */
export type Sign =
  | { kind: 'well' }
  /** 429: for that method alone, for so long. */
  | { kind: 'limited'; retryAfterMs: number }
  /** No answer: Slack or the way to it may be away. `isSure`: no connection was even made. */
  | { kind: 'silent'; error: string; isSure: boolean }
  /** The bot as such is refused: its token was revoked, its account is inactive. */
  | { kind: 'barred'; error: string }

/**
 * The rates that Slack documents: chat.update and conversations.history are of its tier 3, 50 calls a minute and more
 * with bursts; chat.postMessage takes one message a second a channel, and above that "several hundred messages a
 * minute" a workspace, which is given as `messagesPerMinute` because Slack publishes no number; 300 where it is not.
 */
export function slackLimits(messagesPerMinute = 300): Limits {
  return {
    'chat.postMessage': { perMinute: messagesPerMinute, burst: Math.max(1, messagesPerMinute / 120) },
    'chat.update': { perMinute: 50, burst: 10 },
    'conversations.history': { perMinute: 50, burst: 10 },
  }
}

/** One message a second a channel, with a little over for what the network squeezes together. */
export const channelPauseMs = 1_100

/** The longest that anything is held, whatever Slack says; also how wrong a clock may be before its word is dropped. */
export const longestHoldMs = 3_600_000
/** A probe that was never answered gives way to the next one. */
const probeMs = 20_000
/** After so many silences in a row Slack counts as away, and is asked by one call at a time. */
const silencesBorne = 3

/** How many calls may begin now. */
export function allowance(pace: Pace | undefined, limit: Limit, now: Date): number {
  if (heldUntil(pace, now) !== undefined) return 0
  const { intervalMs, toleranceMs } = spacing(limit)
  if (intervalMs === 0) return Number.POSITIVE_INFINITY
  const aheadMs = Math.max(0, freeAtMs(pace, limit, now) - now.getTime())
  return Math.max(0, Math.floor((toleranceMs - aheadMs) / intervalMs) + 1)
}

/** The pace once `count` calls have been allowed. A hold that is over is forgotten: a clock put back would revive it. */
export function spend(pace: Pace, limit: Limit, now: Date, count: number): Pace {
  if (count === 0) return pace
  const from = Math.max(freeAtMs(pace, limit, now), now.getTime())
  const { method, failures } = pace
  // Moments are whole milliseconds; rounded down, they would exceed a fast rate.
  return { method, failures, freeAt: new Date(Math.ceil(from + count * spacing(limit).intervalMs)) }
}

/** The first moment at which a call may begin; `now` where it may at once. */
export function freeAgain(pace: Pace | undefined, limit: Limit, now: Date): Date {
  const { toleranceMs } = spacing(limit)
  const paced = freeAtMs(pace, limit, now) - toleranceMs
  return new Date(Math.max(now.getTime(), paced, heldUntil(pace, now)?.getTime() ?? 0))
}

/** Until when nothing may be asked; undefined where something may. */
export function heldUntil(pace: Pace | undefined, now: Date): Date | undefined {
  const until = pace?.heldUntil
  if (until === undefined || until <= now) return undefined
  // A hold longer than any that is ever set comes from a clock that has been put back.
  return until.getTime() - now.getTime() > longestHoldMs ? undefined : until
}

/** Whether Slack as a whole is asked by one call at a time, to see if it is there again. */
export function isProbing(whole: Pace | undefined): boolean {
  return whole !== undefined && whole.failures >= silencesBorne
}

/** Slack as a whole once a probe has been sent: nothing else is asked until it is answered. */
export function probed(whole: Pace, now: Date): Pace {
  return { ...whole, freeAt: now, heldUntil: after(now, probeMs) }
}

/** A method that Slack has limited. Nothing but that method waits. */
export function limited(pace: Pace, retryAfterMs: number, now: Date): Pace {
  return { ...pace, heldUntil: after(now, Math.min(retryAfterMs, longestHoldMs)), why: 'ratelimited' }
}

/**
 * Slack as a whole after an attempt. Silence holds it for 5 s and then longer, 15 s at the most, once it came three
 * times in a row; a refusal of the bot as such for a minute, an hour at the most. What was under way when the hold began
 * says nothing new.
 */
export function decideWhole(
  whole: Pace,
  sign: Extract<Sign, { kind: 'well' | 'silent' | 'barred' }>,
  now: Date,
): Pace {
  if (sign.kind === 'well') return { method: '*', failures: 0 }
  if (heldUntil(whole, now) !== undefined && whole.freeAt === undefined) return whole
  const isKnown = sign.kind === 'barred' || sign.isSure
  const failures = Math.max(whole.failures + 1, isKnown ? silencesBorne : 0)
  const nth = failures - silencesBorne
  if (nth < 0) return { method: '*', failures, why: sign.error }
  const holdMs =
    sign.kind === 'barred'
      ? Math.min(60_000 * 2 ** Math.min(nth, 6), longestHoldMs)
      : Math.min(5_000 * 2 ** Math.min(nth, 4), 15_000)
  return { method: '*', failures, why: sign.error, heldUntil: after(now, holdMs) }
}

function spacing({ perMinute, burst }: Limit) {
  const intervalMs = 60_000 / perMinute
  return { intervalMs, toleranceMs: (burst - 1) * intervalMs }
}

/** A place in time further ahead than calls can have moved it comes from a clock that has been put back. */
function freeAtMs(pace: Pace | undefined, limit: Limit, now: Date): number {
  const freeAt = pace?.freeAt?.getTime()
  if (freeAt === undefined) return Number.NEGATIVE_INFINITY
  const { intervalMs, toleranceMs } = spacing(limit)
  return freeAt - now.getTime() > 2 * toleranceMs + intervalMs + 60_000 ? now.getTime() : freeAt
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}
