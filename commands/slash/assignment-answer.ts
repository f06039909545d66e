import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Message } from '../../src/contract/reply.ts'
import { isOwnersOwn } from '../../src/domain/assignment/acting.ts'
import { mayDo } from '../../src/domain/assignment/gestures.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { Via } from '../../src/domain/audit/rules.ts'
import { assignmentCard, type WorkServed } from '../../src/views/assignment-card.ts'
import type { Called } from '../../src/views/assignment-facts.ts'
import { actorBehind } from './assignment-meant.ts'

/** The card of an assignment; whoever owes it has seen it by that. */
export async function assignmentAnswer(
  app: App,
  caller: Caller,
  assignment: Assignment,
  via: Via,
): Promise<Message> {
  return assignmentShown(app, caller, await seen(app, caller, assignment, via))
}

/** The card of an assignment as it stands, of which nothing is noted. */
export async function assignmentShown(app: App, caller: Caller, assignment: Assignment): Promise<Message> {
  const actor = caller.member === undefined ? undefined : actorBehind(caller)
  const [items, goals] = await Promise.all([
    workServed(app, assignment.items),
    Promise.all(assignment.goals.map((id) => app.goals.byId(id))),
  ])
  return assignmentCard(
    {
      assignment,
      items,
      goals: goals.filter((goal) => goal !== undefined),
      today: await app.assignments.today(),
      zone: caller.zone,
      called: await partyNames(app),
      may: (kind) => actor !== undefined && mayDo(assignment, kind, actor),
    },
    caller.language,
  )
}

/** How everybody on record is called. */
export async function partyNames(app: App): Promise<Called> {
  const [members, organisations, groups] = await Promise.all([
    app.members.all(),
    app.members.organisations(),
    app.groups.all(),
  ])
  const names = {
    member: new Map(members.map((one) => [one.id, one.names])),
    organisation: new Map(organisations.map((one) => [one.id, one.names])),
    group: new Map(groups.map((one) => [one.code, one.names])),
  }
  return ({ kind, id }) => names[kind].get(id)
}

async function seen(app: App, caller: Caller, assignment: Assignment, via: Via): Promise<Assignment> {
  const { member, request } = caller
  const isNews = assignment.state === 'open' && assignment.life.seen === undefined
  if (member === undefined || !isNews || !isOwnersOwn(assignment, actorBehind(caller))) return assignment
  const decision = await app.assignments.act(assignment.id, { kind: 'see' }, { member, via, request })
  return decision.ok ? decision.assignment : assignment
}

async function workServed(app: App, ids: readonly string[]): Promise<WorkServed[]> {
  const items = (await Promise.all(ids.map((id) => app.work.byId(id)))).filter((item) => item !== undefined)
  return Promise.all(
    items.map(async (item) => {
      const goals = await Promise.all(item.goals.map((id) => app.goals.byId(id)))
      // Work that was carried on lives in the last year whose goals it serves.
      const years = goals.flatMap((goal) => goal?.year ?? [])
      return { item, year: Math.max(...years, 1980) }
    }),
  )
}
