import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { countOwed, partsOf } from '../../src/domain/plan/trace.ts'
import type { GoalOnward } from '../../src/domain/plan/year-end.ts'
import { texts } from '../../src/texts/texts.ts'
import type { YearEndAsked } from '../../src/views/year-end.ts'
import type { Ending } from '../slash/plan-end.ts'
import { asSeen, reasonOfYear } from './year-asked.ts'

/** Takes some of a year's goals on into the next one, as they were seen, and shows the year's end as it is then. */
export function carriedOn(
  app: App,
  caller: Caller,
  asked: YearEndAsked,
  whichOf: (ending: Ending) => readonly GoalOnward[],
): Promise<Reply> {
  return asSeen(app, caller, asked, async (ending) => {
    const say = texts(caller.language)
    const by = {
      ...actedBy(caller),
      why: await reasonOfYear(app, 'end.why-carried', asked.year),
    }
    const carried = whichOf(ending).map(({ goal, points, going, kinds }) => ({
      id: goal.goal.id,
      points,
      share: goal.share,
      parts: partsOf(goal),
      owed: countOwed(goal),
      kinds,
      going,
    }))
    const made = await app.goals.carry(carried, asked.year + 1, by)
    if (made === undefined) return say('end.no-next', { year: String(asked.year + 1) })
    // Somebody else was quicker.
    if (made.length === 0) return say('end.changed')
    const goals = made.map(({ id }) => id).join(say('list.comma'))
    return say('end.carried', { count: made.length, year: String(asked.year + 1), goals })
  })
}
