import type { Health } from '../contract/health.ts'
import { within } from '../queue/within.ts'
import { firstCause, messageOf } from './message-of.ts'
import { redact } from './redact.ts'

/** One thing that the process depends on. */
export type Check = {
  name: string
  /** A failure that it throws is told like one that it answers. */
  check(): Promise<Health>
  /** How long its answer is given to others who ask, in milliseconds: a second where not given. */
  keptMs?: number
}

/** A process that starts or stops takes no work, however well everything answers. */
export type ProcessState = 'starting' | 'serving' | 'stopping'

export type HealthReport = {
  /** The process serves, and everything that it depends on answers. */
  ok: boolean
  state: ProcessState
  roles: readonly string[]
  checks: Record<string, Health>
}

/** What a process says of its health. */
export type ProcessHealth = {
  state(): ProcessState
  become(state: ProcessState): void
  /** Takes no longer than the slowest check may, which is two seconds. Never throws. */
  report(): Promise<HealthReport>
}

export type HealthParts = {
  roles: readonly string[]
  /** Read at every report, so that a start may add to them as it opens things. */
  checks: readonly Check[]
  now: () => Date
}

const longestCheckMs = 2_000
const keptMs = 1_000
const longestError = 300
const clean = redact()

/**
 * The health of a process that starts. However many ask, each thing is asked once at a time, and not again while its
 * last answer is kept: a flood of questions must not become a flood of queries.
 */
export function health({ roles, checks, now }: HealthParts): ProcessHealth {
  let state: ProcessState = 'starting'
  const watched = new Map<Check, () => Promise<Health>>()
  const watch = (check: Check) => {
    const known = watched.get(check) ?? remembering(check, now)
    watched.set(check, known)
    return known
  }
  return {
    state: () => state,
    become(next) {
      state = next
    },
    async report() {
      const answers = await Promise.all(
        checks.map(async (check) => [check.name, await watch(check)()] as const),
      )
      const ok = state === 'serving' && answers.every(([, answer]) => answer.ok)
      return { ok, state, roles, checks: Object.fromEntries(answers) }
    },
  }
}

/** Asks once at a time, waits two seconds and no longer, and repeats what it heard while that is young. */
function remembering(check: Check, now: () => Date): () => Promise<Health> {
  let last: { health: Health; atMs: number } | undefined
  let asking: Promise<Health> | undefined
  const ask = async (): Promise<Health> => {
    try {
      return await check.check()
    } catch (error) {
      return { ok: false, error: messageOf(firstCause(error)) }
    } finally {
      asking = undefined
    }
  }
  return async () => {
    const ageMs = last === undefined ? Number.POSITIVE_INFINITY : now().getTime() - last.atMs
    // A clock that was put back makes an answer of the future, which is none.
    if (last !== undefined && ageMs >= 0 && ageMs < (check.keptMs ?? keptMs)) return last.health
    // Whoever has not answered yet is not asked a second time: it may be what keeps the others from an answer.
    asking ??= ask()
    const answer = asking
    const health = (await within(answer, longestCheckMs))
      ? await answer
      : ({ ok: false, error: `no answer within ${longestCheckMs / 1000} seconds` } as const)
    last = { health: harmless(health), atMs: now().getTime() }
    return last.health
  }
}

/** Whoever can reach the port can read it. */
function harmless(health: Health): Health {
  return health.ok ? health : { ok: false, error: clean(health.error).slice(0, longestError) }
}
