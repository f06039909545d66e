import type { App } from '../../src/app.ts'
import { UserError } from '../../src/contract/errors.ts'
import { headingNumbered, type TracedHeading } from '../../src/domain/plan/headings.ts'
import type {
  PlanTrace,
  TracedArea,
  TracedGoal,
  TracedItem,
  TracedPoint,
} from '../../src/domain/plan/trace.ts'
import type { PlanWords } from './plan-words.ts'

/** What of a plan a person means. */
export type PlanMeant = { trace: PlanTrace } & (
  | { kind: 'whole' }
  | { kind: 'area'; area: TracedArea }
  | { kind: 'heading'; heading: TracedHeading }
  | { kind: 'point'; point: TracedPoint }
  | { kind: 'goal'; goal: TracedGoal }
  | { kind: 'work'; work: TracedItem }
)

/** @throws UserError where there is no plan, none of that year, or nothing in it that is called so */
export async function planMeant(app: App, words: PlanWords): Promise<PlanMeant> {
  const trace = await traceMeant(app, words)
  const { what } = words
  if (what === '') return { kind: 'whole', trace }
  const area = trace.areas.find(({ area }) => String(area.number) === what)
  if (area !== undefined) return { kind: 'area', area, trace }
  const points = trace.areas.flatMap(({ points }) => points)
  const labelled = points.filter(({ point }) => point.label?.normalize('NFKC').toLowerCase() === what)
  const [byLabel] = labelled.length === 1 ? labelled : []
  const point = points.find(({ point }) => point.number === what || point.id === what) ?? byLabel
  if (point !== undefined) return { kind: 'point', point, trace }
  const heading = headingNumbered(trace, what)
  if (heading !== undefined) return { kind: 'heading', heading, trace }
  const goal = trace.goals.find(({ goal }) => goal.id === what)
  if (goal !== undefined) return { kind: 'goal', goal, trace }
  const works = trace.goals.flatMap(({ items, wentOn }) => [...items, ...wentOn])
  const work = works.find(({ item }) => item.id === what)
  if (work !== undefined) return { kind: 'work', work, trace }
  throw new UserError('plan.unknown', { asked: what, year: String(trace.plan.year) })
}

/** The plan of a year, or the one in force. @throws UserError where there is none */
export async function traceOfYear(app: App, year?: number): Promise<PlanTrace> {
  return traceMeant(app, { what: '', ...(year !== undefined && { year }) })
}

/**
 * The plan of the year that is named; else that of the goal or the work that is; else the one in force.
 * @throws UserError where there is none
 */
async function traceMeant(app: App, { year, what }: PlanWords): Promise<PlanTrace> {
  const trace = await app.plans.trace(year ?? (await yearOf(app, what)))
  if (trace !== undefined) return trace
  const years = (await app.plans.all()).map((plan) => plan.year)
  if (year === undefined || years.length === 0) throw new UserError('plan.none')
  throw new UserError('plan.none-of-year', {
    year: String(year),
    count: years.length,
    years: years.join(', '),
  })
}

async function yearOf(app: App, what: string): Promise<number | undefined> {
  const goal = what === '' ? undefined : await app.goals.byId(what)
  if (goal !== undefined) return goal.year
  const item = what === '' ? undefined : await app.work.byId(what)
  if (item === undefined) return undefined
  // Work that was carried on lives in the last year whose goals it serves.
  const served = await Promise.all(item.goals.map((id) => app.goals.byId(id)))
  const years = served.flatMap((goal) => goal?.year ?? [])
  return years.length === 0 ? undefined : Math.max(...years)
}
