import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Message } from '../../src/contract/reply.ts'
import type { ChangedField, PlanChange } from '../../src/domain/plan/change.ts'
import { pointsOf } from '../../src/domain/plan/rules.ts'
import { planChanges } from '../../src/views/plan-changes.ts'
import { type PlanMeant, planMeant } from './plan-meant.ts'
import type { PlanWords } from './plan-words.ts'

/** A page of the decisions about a plan, or about a part of it. @throws UserError where nothing is called so */
export async function changesAnswer(
  app: App,
  caller: Caller,
  { page, ...words }: PlanWords & { page: number },
): Promise<Message> {
  const { trace, subjects } = await subjectsMeant(app, words)
  const { year } = trace.plan
  const all = await app.plans.changes(year)
  const found = subjects === undefined ? all : all.filter(({ subject }) => subjects.has(subject))
  const numbers = new Map(pointsOf(trace.plan).map(({ point }) => [point.id, point.number]))
  const members = new Map((await app.members.all()).map(({ id, names }) => [id, names]))
  const called = await namesOf(app, found)
  const read = found.toReversed().map((change) => {
    const byNames = change.by === undefined ? undefined : members.get(change.by)
    // A point that is there no more is called by the place that it had first.
    const former = change.subject.replace(`${year}-`, '')
    return {
      change,
      subject: numbers.get(change.subject) ?? former,
      ...(byNames && { byNames }),
      called: (field: ChangedField, id: string) =>
        field === 'points' ? (numbers.get(id) ?? id.replace(`${year}-`, '')) : called(field, id),
    }
  })
  return planChanges(read, { year, what: words.what, page }, caller.zone, caller.language)
}

/** How what the decisions changed is called: kinds of work, organisations, and standards. */
async function namesOf(app: App, changes: readonly PlanChange[]) {
  const fields = changes.flatMap(({ fields = [] }) => fields)
  if (fields.length === 0) return () => undefined
  const [kinds, organisations, recordsOf] = await Promise.all([
    app.work.kinds(),
    app.members.organisations(),
    app.standards.presentRecords(),
  ])
  const known = new Map(kinds.map(({ id, names }) => [id, names]))
  const bodies = new Map(organisations.map(({ id, names }) => [id, names]))
  return (field: ChangedField, id: string) => {
    if (field === 'kind' || field === 'kinds') return known.get(id)
    if (field === 'lead') return bodies.get(id)
    return field === 'standards' ? recordsOf([id])[0]?.designation : undefined
  }
}

/** Undefined subjects: whatever was decided. What is in the plan no more is found by the decisions about it. */
async function subjectsMeant(app: App, words: PlanWords) {
  try {
    const meant = await planMeant(app, words)
    return { trace: meant.trace, subjects: subjectsOf(meant) }
  } catch (error) {
    if (!(error instanceof UserError) || error.key !== 'plan.unknown') throw error
    const { year } = words
    const { trace } = await planMeant(app, { what: '', ...(year !== undefined && { year }) })
    const subjects = new Set([words.what, `${trace.plan.year}-${words.what}`])
    const isDecided = ({ subject }: PlanChange) => subjects.has(subject)
    if (!(await app.plans.changes(trace.plan.year)).some(isDecided)) throw error
    return { trace, subjects }
  }
}

function subjectsOf(meant: PlanMeant): ReadonlySet<string> | undefined {
  switch (meant.kind) {
    case 'whole':
      return undefined
    case 'area':
      return new Set(
        meant.area.points.flatMap(({ point, goals }) => [point.id, ...goals.map(({ goal }) => goal.id)]),
      )
    case 'point':
      return new Set([meant.point.point.id, ...meant.point.goals.map(({ goal }) => goal.id)])
    case 'goal':
      return new Set([meant.goal.goal.id, ...meant.goal.items.map(({ item }) => item.id)])
    case 'work':
      return new Set([meant.work.item.id])
  }
}
