import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { home, type Reply } from '../../src/contract/reply.ts'
import type { Committee } from '../../src/domain/committee/rules.ts'
import { homeBeforeImport, homeView, type OwnDesk } from '../../src/views/home-view.ts'
import { partyNames } from '../slash/assignment-answer.ts'
import { homeDesks } from './home-desks.ts'

/** The Home tab as it stands now for whoever looks at it. */
export async function homeAnswer(app: App, caller: Caller): Promise<Reply> {
  const committee = await app.committees.get()
  const { language } = caller
  if (committee === undefined) return home(homeBeforeImport(language))
  const [own, desks] = await Promise.all([ownDesk(app, caller, committee), homeDesks(app, caller)])
  return home(homeView(committee.names, { desks, ...(own && { own }) }, language))
}

async function ownDesk(
  app: App,
  { member, zone }: Caller,
  committee: Committee,
): Promise<OwnDesk | undefined> {
  if (member === undefined) return undefined
  const [desk, heard, absences, called] = await Promise.all([
    app.desks.of(member),
    app.hearing.of(member.id),
    app.absences.of(member.id),
    partyNames(app),
  ])
  return { desk, settings: { heard, absences }, reader: { today: desk.today, zone, committee, called } }
}
