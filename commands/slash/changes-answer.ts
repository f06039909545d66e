import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Message } from '../../src/contract/reply.ts'
import { offerRecord } from '../../src/domain/goal/offer-record.ts'
import type { Goal } from '../../src/domain/goal/rules.ts'
import type { ChangedField, PlanChange } from '../../src/domain/plan/change.ts'
import { numberIn, pointsOf } from '../../src/domain/plan/rules.ts'
import { type ChangeRead, type OfferRead, planChanges, type Touched } from '../../src/views/plan-changes.ts'
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
  const found =
    subjects === undefined
      ? all
      : all.filter(({ subject, touched }) => subjects.has(subject) || touched.some((id) => subjects.has(id)))
  const goals = await app.plans.goals()
  const ofYear = goals.filter((goal) => goal.year === year)
  const offers = offerRecord(await app.goals.offers(year), ofYear, all).filter(
    (offer) => subjects === undefined || offer.goals.some((goal) => subjects.has(goal)),
  )
  const numbers = new Map(pointsOf(trace.plan).map(({ point }) => [point.id, point.number]))
  // A point that is there no more is called by the place that it had first.
  const numberOf = (id: string) => numbers.get(id) ?? numberIn(id)
  const members = new Map((await app.members.all()).map(({ id, names }) => [id, names]))
  const byNames = ({ by }: { by?: string }) => {
    const names = by === undefined ? undefined : members.get(by)
    return names && { byNames: names }
  }
  const called = await namesOf(app, found)
  const touched = await touchedOf(app, goals, numberOf)
  const decided = found.map((change) => ({
    change,
    subject: numberOf(change.subject) ?? change.subject,
    touched: touched(change),
    ...byNames(change),
    called: (field: ChangedField, id: string) =>
      field === 'points' ? (numberOf(id) ?? id) : called(field, id),
  }))
  const answered = offers.map((offer) => ({ offer, ...byNames(offer) }))
  const at = (one: ChangeRead | OfferRead) => ('offer' in one ? one.offer.at : one.change.at).getTime()
  const read = [...decided, ...answered].sort((a, b) => at(a) - at(b)).reverse()
  return planChanges(read, { year, what: words.what, page }, caller.zone, caller.language)
}

/** What a decision touched by its name: points, groups, goals and work; what is none of them is an assignment. */
async function touchedOf(
  app: App,
  goals: readonly Goal[],
  numberOf: (id: string) => string | undefined,
): Promise<(change: PlanChange) => Touched> {
  const groups = new Set((await app.groups.all()).map(({ code }) => code))
  const named = new Set([...goals.map(({ id }) => id), ...groups, ...(await app.plans.workIds())])
  return ({ touched }) => {
    const names = touched.flatMap((id) => numberOf(id) ?? (named.has(id) ? id : []))
    return { named: names, assignments: touched.length - names.length }
  }
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
