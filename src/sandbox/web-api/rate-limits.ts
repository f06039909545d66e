/** Slack's tiers of calls a minute; `post` is one message a second a channel, `special` is hardly limited. */
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

/** `wireNow` is in milliseconds: limits run on the machine's clock, whatever the workspace's says. */
export function rateLimits(wireNow: () => number): RateLimits {
  const buckets = new Map<string, { left: number; atMs: number }>()
  return {
    secondsToWait(method, tier, channel) {
      const key = tier === 'post' ? `post ${channel ?? ''}` : method
      const rule = rules[tier]
      const nowMs = wireNow()
      const bucket = buckets.get(key) ?? { left: rule.burst, atMs: nowMs }
      const left = Math.min(rule.burst, bucket.left + ((nowMs - bucket.atMs) / 1000) * rule.perSecond)
      if (left >= 1) {
        buckets.set(key, { left: left - 1, atMs: nowMs })
        return 0
      }
      buckets.set(key, { left, atMs: nowMs })
      return Math.max(1, Math.ceil((1 - left) / rule.perSecond))
    },
  }
}
