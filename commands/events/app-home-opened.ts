// The Home tab was opened.
import { slackEvent } from '../../src/contract/event.ts'
import { home, nothing } from '../../src/contract/reply.ts'
import { ownedBy } from '../../src/domain/assignment/rules.ts'
import { homeBeforeImport, homeView } from '../../src/views/home-view.ts'
import { homeDesks } from './home-desks.ts'

export const appHomeOpened = slackEvent({
  type: 'app_home_opened',
  who: 'anyone',
  async run(app, caller, event) {
    if (event.tab !== 'home') return nothing
    const committee = await app.committees.get()
    const { member, language } = caller
    if (committee === undefined) return home(homeBeforeImport(language))
    const owed = member && (await app.assignments.list({ owner: ownedBy(member) }))
    const desks = await homeDesks(app, caller)
    return home(homeView(committee.names, { desks, ...(owed && { owed }) }, language))
  },
})
