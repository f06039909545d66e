// "Carry on" at a year's end: what is half-way goes on in the next year's plan.
import { action } from '../../src/contract/action.ts'
import { carriedTogether, carryGoalsId } from '../../src/views/year-end.ts'
import { carriedOn } from './carried-on.ts'
import { yearAsked } from './year-asked.ts'

export const carryGoals = action({
  id: carryGoalsId,
  value: yearAsked,
  who: 'secretariat',
  run: (app, caller, asked) => carriedOn(app, caller, asked, ({ end }) => carriedTogether(end.toCarry)),
})
