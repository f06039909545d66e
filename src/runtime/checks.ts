import type { App } from '../app.ts'
import type { Health } from '../contract/health.ts'

/**
 * How far this machine's clock may be from the database's. Processes tell each other by their clocks for how long
 * they are at work on something: a minute's difference would make one take what another has in hand.
 */
const mostApartMs = 20_000

/** Whether Slack lets the bot speak at all, as the last attempts have shown; what waits for a decision is told too. */
export async function deliveryHealth(app: App): Promise<Health> {
  const held = await app.deliveries.holds()
  const whole = held.find(({ method }) => method === '*')
  if (whole !== undefined)
    return { ok: false, error: `nothing is said until ${whole.heldUntil?.toISOString()}: ${whole.why ?? ''}` }
  const { ambiguous = 0 } = (await app.notices.overview(1)).counts
  const limited = held.map(({ method }) => `${method} is rate-limited`)
  const open = [...(ambiguous > 0 ? [`${ambiguous} waiting for the secretariat's decision`] : []), ...limited]
  return { ok: true, ...(open.length > 0 && { detail: open.join(', ') }) }
}

/** Whether this machine and the database agree about the time. `clock` asks the database. */
export async function clockHealth(clock: () => Promise<Date>, now: () => Date): Promise<Health> {
  const before = now().getTime()
  const theirs = (await clock()).getTime()
  const apartMs = theirs < before ? before - theirs : Math.max(0, theirs - now().getTime())
  if (apartMs <= mostApartMs) return { ok: true }
  return {
    ok: false,
    error: `this machine's clock is ${Math.round(apartMs / 1_000)} s from the database's; set both by the same time server`,
  }
}
