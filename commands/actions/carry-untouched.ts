// "Carry on the untouched" at a year's end: what was never begun goes on in the next year's plan, too.
import { action } from '../../src/contract/action.ts'
import { carriedTogether, carryUntouchedId } from '../../src/views/year-end.ts'
import { carriedOn } from './carried-on.ts'
import { yearAsked } from './year-asked.ts'

export const carryUntouched = action({
  id: carryUntouchedId,
  value: yearAsked,
  who: 'secretariat',
  run: (app, caller, asked) => carriedOn(app, caller, asked, ({ end }) => carriedTogether(end.untouched)),
})
