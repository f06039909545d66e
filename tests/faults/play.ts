import type { Breach } from './invariant.ts'
import type { Plan } from './plan.ts'
import { playWeek } from './round.ts'
import { openWorld, type WorldParts } from './world.ts'

/** What came of a plan: where the bot broke its word, if it did, and after how many weeks. */
export type Played = {
  breaches: Breach[]
  weeks: number
  /** How often a process died or slept at each point. */
  passed: ReadonlyMap<string, number>
}

/** Plays a plan to its end, or to the first week in which the bot breaks its word. `tell` hears of each. */
export async function play(plan: Plan, parts: WorldParts, tell: (line: string) => void): Promise<Played> {
  const world = await openWorld(plan, parts)
  const { passed } = world
  const { seed, mode } = plan
  const queue = parts.redisUrl === undefined ? 'postgres' : 'redis'
  try {
    for (const [nth, week] of plan.weeks.entries()) {
      const { breaches, told } = await playWeek(world, nth)
      const weeks = nth + 1
      tell(`seed ${seed}, round ${weeks} of ${plan.weeks.length}, ${queue}, ${mode}: ${told}`)
      if (breaches.length === 0) continue
      tell(`the plan of that round:\n${JSON.stringify(week)}\n${world.lastWords()}`)
      for (const { what, about } of breaches) tell(`BROKEN: ${what}: ${about}`)
      return { breaches, weeks, passed }
    }
    return { breaches: [], weeks: plan.weeks.length, passed }
  } catch (error) {
    tell(`seed ${seed} could not be played on:\n${world.lastWords()}`)
    throw error
  } finally {
    await world.close()
  }
}
