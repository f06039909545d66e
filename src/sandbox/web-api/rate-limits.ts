/**
 * Slack's tiers of calls a minute. `post` is one message a second a channel and some hundreds a minute in
 * the whole workspace, `special` is hardly limited.
 */
export type Tier = 1 | 2 | 3 | 4 | 'post' | 'special'

export type RateLimits = {
  /** Seconds to wait before the call may be made again, or 0 where it may be made now. */
  secondsToWait(method: string, tier: Tier, channel: string | undefined): number
}

type Rule = { burst: number; perSecond: number }

const rules: Record<Tier, Rule> = {
  // Slack lets short bursts pass; a reconnecting socket needs a few at once.
  1: { burst: 10, perSecond: 1 / 60 },
  2: { burst: 20, perSecond: 20 / 60 },
  3: { burst: 50, perSecond: 50 / 60 },
  4: { burst: 100, perSecond: 100 / 60 },
  post: { burst: 4, perSecond: 1 },
  special: { burst: 600, perSecond: 10 },
}

/** Slack lets bursts pass, and says as little of their size as of the rate. */
const leastPostBurst = 10

/**
 * `wireNow` is in milliseconds: limits run on the machine's clock, whatever the workspace's says.
 * `postsPerMinute`, above 0, is what all channels of the workspace together take. A refused call counts nowhere.
 */
export function rateLimits(wireNow: () => number, postsPerMinute: number): RateLimits {
  const buckets = new Map<string, { left: number; atMs: number }>()
  const postsPerSecond = postsPerMinute / 60
  const inWorkspace = { burst: Math.max(leastPostBurst, postsPerSecond), perSecond: postsPerSecond }
  const limitsOf = (method: string, tier: Tier, channel: string | undefined): [string, Rule][] =>
    tier === 'post'
      ? [
          [`post ${channel ?? ''}`, rules.post],
          ['posts of the workspace', inWorkspace],
        ]
      : [[method, rules[tier]]]
  return {
    secondsToWait(method, tier, channel) {
      const nowMs = wireNow()
      const asked = limitsOf(method, tier, channel).map(([key, rule]) => {
        const bucket = buckets.get(key) ?? { left: rule.burst, atMs: nowMs }
        const refilled = bucket.left + ((nowMs - bucket.atMs) / 1000) * rule.perSecond
        return { key, left: Math.min(rule.burst, refilled), perSecond: rule.perSecond }
      })
      const waits = asked.map(({ left, perSecond }) =>
        left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond)),
      )
      const waitSeconds = Math.max(...waits)
      if (waitSeconds === 0)
        for (const { key, left } of asked) buckets.set(key, { left: left - 1, atMs: nowMs })
      return waitSeconds
    },
  }
}
