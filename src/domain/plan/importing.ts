import { isDeepStrictEqual } from 'node:util'
import { noteChange } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import { noteSentenceNews, type SentenceDecided } from '../goal/goal-news.ts'
import type { Names } from '../language/rules.ts'
import type { Store } from '../store.ts'
import type { PlanChange } from './change.ts'
import { comparePlans, type PlanComparison } from './compare.ts'
import { type PlanEdit, planEdits } from './edits.ts'
import { type HangingPoint, hangingOn } from './hanging.ts'
import { type FormerPoint, type MergedPlan, mergePlan } from './merge.ts'
import type { PlanDocument } from './reading/document.ts'
import type { Beside, PointReading } from './reading/outline.ts'
import { withHeading } from './reading/with-heading.ts'
import { type Plan, type Point, pointId } from './rules.ts'

/** What a document would make of what is on record. */
export type PlanPreview = {
  /** As it would stand: points that go on keep their ids. */
  plan: Plan
  /** Against the same year's plan; absent where there is none. */
  sameYear?: PlanComparison
  /** What it changes of that plan beside the sentences. */
  edits?: PlanEdit[]
  /** Against the newest plan of an earlier year, where this year has none yet. */
  earlier?: { year: number; comparison: PlanComparison }
  /** The points that would go and on which goals hang, the plan's order kept; absent where there are none. */
  hanging?: HangingPoint[]
  /** Nothing at all would change. */
  isSame: boolean
  /** The present ids of the points by those that their reading gave them; absent where they are the same. */
  idOf?: MergedPlan['idOf']
}

/**
 * A document as a plan, each point with what its words ask for, or those of its heading where it only names something:
 * the heading within its area, or else the title of that.
 */
export function planOfDocument(
  { title, language, areas, year, approvedOn, releasedOn }: PlanDocument,
  read: (text: string, beside?: Beside) => PointReading,
  document: NonNullable<Plan['document']>,
): Plan {
  const named = (text: string): Names => (language === 'zh-CN' ? { zh: text } : { en: text })
  return {
    year,
    names: named(title),
    ...(approvedOn !== undefined && { approvedOn }),
    ...(releasedOn !== undefined && { releasedOn }),
    areas: areas.map((area) => {
      const ofTitle = read(area.title)
      return {
        number: area.number,
        names: named(area.title),
        points: area.points.map(
          ({ number, label, under, text, place, beside }): Point => ({
            id: pointId(year, number),
            number,
            texts: named(text),
            ...(under !== undefined && { under: named(under) }),
            ...(label !== undefined && { label }),
            place,
            reading: withHeading(
              text,
              read(text, beside),
              under === undefined ? ofTitle : withHeading(under, read(under), ofTitle),
            ),
          }),
        ),
      }
    }),
    document,
  }
}

/**
 * A plan that was read, with what people have put right before: the document that is on record already stands as it was
 * corrected then, its sentences read anew by the kinds of work and the groups that there are now; and a sentence that is
 * on record asks for what a person has said it asks for.
 */
export function withCorrections(recorded: readonly Plan[], read: Plan): Plan {
  const same = recorded.find(({ year }) => year === read.year)
  if (same === undefined) return read
  const { kept, translated } = comparePlans(same, read)
  if (read.document !== undefined && same.document?.digest === read.document.digest) {
    const anew = kept.flatMap(({ before, after }) =>
      before.reading?.isCorrected === true ? [] : [[before, after.reading] as const],
    )
    return withReadings(same, new Map(anew))
  }
  const said = [...kept, ...translated].flatMap(({ before, after }) =>
    before.reading?.isCorrected === true ? [[after, before.reading] as const] : [],
  )
  return withReadings(read, new Map(said))
}

function withReadings(plan: Plan, readings: ReadonlyMap<Point, PointReading | undefined>): Plan {
  const areas = plan.areas.map((area) => ({
    ...area,
    points: area.points.map((point) => {
      const reading = readings.get(point)
      return reading === undefined ? point : { ...point, reading }
    }),
  }))
  return { ...plan, areas }
}

/** What a preview tells in short: two that tell the same are shown as one. */
export function comparedInShort({
  sameYear,
  edits = [],
  earlier,
  hanging = [],
  isSame,
}: PlanPreview): string {
  const { kept, translated, changed, added, dropped } = sameYear ?? earlier?.comparison ?? noComparison
  const against = sameYear === undefined ? (earlier?.year ?? 'none') : isSame ? 'same' : 'this'
  const goals = hanging.reduce((sum, { goals }) => sum + goals.length, 0)
  const counts = [kept, translated, changed, added, dropped, edits].map((some) => some.length)
  return [against, ...counts, ...(goals === 0 ? [] : [goals])].join('/')
}

/** Whether it changes what a plan on record says, or what a person said of it: a decision for which there is a reason. */
export function changesPlan({ sameYear, edits = [], isSame }: PlanPreview): boolean {
  if (sameYear === undefined || isSame) return false
  const { translated, changed, added, dropped } = sameYear
  return translated.length + changed.length + added.length + dropped.length + edits.length > 0
}

const noComparison: PlanComparison = { kept: [], translated: [], changed: [], added: [], dropped: [] }

/** Compares a plan that was read with what is on record. `former`: points that the same year's plan had once. */
export function previewPlan(
  recorded: readonly Plan[],
  given: Plan,
  former: readonly FormerPoint[] = [],
): PlanPreview {
  const same = recorded.find(({ year }) => year === given.year)
  if (same !== undefined) {
    const { plan, comparison, idOf } = mergePlan(same, given, former)
    const edits = planEdits(same, plan)
    return {
      plan,
      sameYear: comparison,
      ...(edits.length > 0 && { edits }),
      isSame: isSamePlan(same, plan),
      idOf,
    }
  }
  const before = recorded.filter(({ year }) => year < given.year).at(-1)
  if (before === undefined) return { plan: given, isSame: false }
  const comparison = comparePlans(before, given)
  return { plan: given, earlier: { year: before.year, comparison }, isSame: false }
}

/** The same with the goals that would lose their sentence. */
export async function previewInFull(
  store: Store,
  given: Plan,
  former: readonly FormerPoint[] = [],
): Promise<PlanPreview> {
  const preview = previewPlan(await store.plans.all(), given, former)
  const { dropped = [] } = preview.sameYear ?? {}
  if (dropped.length === 0) return preview
  const on = await hangingOn(store, given.year)
  const hanging = dropped.flatMap((point) => {
    const found = on(point.id)
    return found.goals.length === 0 ? [] : [{ point, ...found }]
  })
  return { ...preview, ...(hanging.length > 0 && { hanging }) }
}

/**
 * Puts a plan on record, with a decision for each point that it changes, adds or drops and for each title; each bears the
 * reason. Works inside the transaction whose store it is given. Where nothing changes, nothing is written.
 */
export async function takePlan(
  store: Store,
  given: Plan,
  { by: doneBy, why, at, newId }: { by: DoneBy; why?: string; at: Date; newId: () => string },
): Promise<PlanPreview> {
  const former = formerPoints(await store.plans.changesOf(given.year))
  const before = (await store.plans.all()).find(({ year }) => year === given.year)
  const preview = await previewInFull(store, given, former)
  if (preview.isSame) return preview
  const { plan, sameYear, edits = [], idOf } = preview
  const by = doneBy.member?.id
  await store.plans.put(plan)
  await noteChange(store, doneBy, at, {
    subject: { kind: 'plan', id: String(plan.year) },
    what: 'take',
    before: before && planNoted(before),
    after: { ...planNoted(plan), ...(sameYear && { changes: countsOf(sameYear, edits) }) },
    note: why,
  })
  const decision = (rest: Pick<PlanChange, 'kind' | 'subject' | 'touched'> & Partial<PlanChange>) =>
    store.plans.addChange({
      year: plan.year,
      at,
      ...(by !== undefined && { by }),
      ...(why !== undefined && { why }),
      ...rest,
    })
  const on = await hangingOn(store, plan.year)
  const goals = await store.goals.all(plan.year)
  const sentences: SentenceDecided[] = []
  const heard = (point: string, change: number) =>
    sentences.push({ change, goals: goals.filter((goal) => goal.points.includes(point)) })
  const touchedBy = (point: string) => {
    const { goals, items, assignments } = on(point)
    return [...goals, ...items, ...assignments]
  }
  await decision({ kind: 'plan-taken', subject: String(plan.year), after: plan.names, touched: [] })
  for (const { kind, subject, before, after, fields } of edits)
    await decision({
      kind,
      subject,
      before,
      after,
      ...(fields && { fields }),
      touched: kind === 'point-read' ? touchedBy(subject) : [],
    })
  for (const { before, after } of [...(sameYear?.translated ?? []), ...(sameYear?.changed ?? [])]) {
    const isTranslation = sameYear?.translated.some((pair) => pair.after === after) === true
    const change = await decision({
      kind: 'point-changed',
      subject: before.id,
      before: before.texts,
      // The words of the language that this edition does not have go on with a translation alone.
      after: isTranslation ? { ...before.texts, ...after.texts } : after.texts,
      touched: touchedBy(before.id),
    })
    // The same in another language asks nothing else of anybody.
    if (!isTranslation) heard(before.id, change)
  }
  for (const point of sameYear?.dropped ?? []) {
    const change = await decision({
      kind: 'point-dropped',
      subject: point.id,
      before: point.texts,
      touched: touchedBy(point.id),
    })
    heard(point.id, change)
  }
  for (const point of sameYear?.added ?? [])
    await decision({
      kind: 'point-added',
      subject: idOf?.get(point.id) ?? point.id,
      after: point.texts,
      touched: [],
    })
  await noteSentenceNews(store, sentences, by, { now: at, newId })
  return preview
}

/** What of a plan an entry on record tells before and after; each point that changes has a decision of its own. */
function planNoted({ names, document, areas }: Plan) {
  const points = areas.reduce((sum, area) => sum + area.points.length, 0)
  return { names, ...(document !== undefined && { document }), areas: areas.length, points }
}

function countsOf({ translated, changed, added, dropped }: PlanComparison, edits: readonly PlanEdit[]) {
  const counts = { translated, changed, added, dropped, edits }
  return Object.fromEntries(Object.entries(counts).map(([what, some]) => [what, some.length]))
}

/** Points that were dropped, as they stood then, the oldest first. */
function formerPoints(changes: readonly PlanChange[]): FormerPoint[] {
  return changes.flatMap(({ kind, subject, before }) =>
    kind === 'point-dropped' && before !== undefined ? [{ id: subject, texts: before }] : [],
  )
}

/** The name of the file tells nothing: the same text in another file changes nothing. */
function isSamePlan(recorded: Plan, merged: Plan): boolean {
  const { document: _one, ...before } = recorded
  const { document: _other, ...after } = merged
  return isDeepStrictEqual(JSON.parse(JSON.stringify(before)), JSON.parse(JSON.stringify(after)))
}
