// "Close" at a year's end: every goal of which all is done.
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { texts } from '../../src/texts/texts.ts'
import { closeReachedId } from '../../src/views/year-end.ts'
import { asSeen, reasonOfYear, yearAsked } from './year-asked.ts'

export const closeReached = action({
  id: closeReachedId,
  value: yearAsked,
  who: 'secretariat',
  run: (app, caller, asked) =>
    asSeen(app, caller, asked, async ({ end }) => {
      const say = texts(caller.language)
      const by = {
        ...actedBy(caller),
        why: await reasonOfYear(app, 'end.why-closed', asked.year),
      }
      const ids = end.toClose.map(({ goal }) => goal.id)
      const closed = await app.goals.endAll(ids, 'closed', by)
      // Somebody else was quicker.
      if (closed.length === 0) return say('end.changed')
      return say('end.closed', { count: closed.length })
    }),
})
