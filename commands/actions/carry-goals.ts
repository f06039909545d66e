// "Carry on" at a year's end: what is half-way, or what was never begun, goes on in the next year's plan.

import { type Action, action } from '../../src/contract/action.ts'
import { type Caller, memberBehind } from '../../src/contract/caller.ts'
import type { GoalOnward } from '../../src/domain/plan/year-end.ts'
import { texts } from '../../src/texts/texts.ts'
import { carryGoalsId, carryUntouchedId } from '../../src/views/year-end.ts'
import type { Ending } from '../slash/plan-end.ts'
import { asSeen, yearAsked } from './year-asked.ts'

export const carryGoals = carrying(carryGoalsId, ({ end }) => end.toCarry)

export const carryUntouched = carrying(carryUntouchedId, ({ end }) => end.untouched)

function carrying(id: string, whichOf: (ending: Ending) => readonly GoalOnward[]): Action {
  return action({
    id,
    value: yearAsked,
    who: 'secretariat',
    run: (app, caller: Caller, asked) =>
      asSeen(app, caller, asked, async (ending) => {
        const say = texts(caller.language)
        const why = say('end.why-carried', { year: String(asked.year) })
        const by = { member: memberBehind(caller).id, why }
        const carried = whichOf(ending).map(({ goal, points }) => ({
          id: goal.goal.id,
          points,
          share: goal.share,
        }))
        const made = await app.goals.carry(carried, asked.year + 1, by)
        if (made === undefined) return say('end.no-next', { year: String(asked.year + 1) })
        const goals = made.map(({ id }) => id).join(say('list.comma'))
        return say('end.carried', { count: made.length, year: String(asked.year + 1), goals })
      }),
  })
}
