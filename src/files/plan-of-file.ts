import { createHash } from 'node:crypto'
import type { Language } from '../domain/language/rules.ts'
import { planOfDocument } from '../domain/plan/importing.ts'
import type { PlanDocument, PlanReading, PlanRefusal } from '../domain/plan/reading/document.ts'
import { otherAreas } from '../domain/plan/reading/other-areas.ts'
import { isTitleOfPlan, otherDocument } from '../domain/plan/reading/other-document.ts'
import type { Place } from '../domain/plan/reading/outline.ts'
import { namesAims, namesPlan } from '../domain/plan/reading/plan-name.ts'
import { readPlan } from '../domain/plan/reading/read-plan.ts'
import { asksForWork, type KnownToPlan, readPoint } from '../domain/plan/reading/read-point.ts'
import { saysWhatToDo } from '../domain/plan/reading/says-what-to-do.ts'
import { isOfAttendance, tellsWhatWas } from '../domain/plan/reading/tells-what-was.ts'
import { withBeside } from '../domain/plan/reading/with-beside.ts'
import { type Plan, type PlanArea, type Point, pointsOf } from '../domain/plan/rules.ts'
import type { FileRefusal } from './file-refusal.ts'
import { readOutline } from './outline/read-outline.ts'

/** What is known before a plan's file is read; a year that is asked for goes before that of the document. */
export type KnownToPlanFile = Omit<KnownToPlan, 'year'> & { year?: number }

/** A file that was read as a plan: `left` are the paragraphs that belong to no point. */
export type PlanFile = {
  plan: Plan
  language: Language
  left: Place[]
  /** Headings of columns of its tables that tell nothing of a point. */
  leftColumns: readonly string[]
  /** What its columns of deadlines hold that names no day: one that may be either of two, or none. */
  leftDues: readonly LeftDue[]
}

export type LeftDue = { place: Place; text: string }

/** Why a file gives no plan: it can't be read at all, or what stands in it is none. */
export type PlanFileRefusal = { of: 'file'; why: FileRefusal } | { of: 'document'; why: PlanRefusal }

export type PlanFileReading = { ok: true; value: PlanFile } | { ok: false; refusal: PlanFileRefusal }

/** The longest name of a document that is kept. */
const longestName = 150
const digestCharacters = 32
/** Stands in for the year of a document that tells none, while the rest of it is looked at. */
const anyYear = 2000

/** The plan that a file holds, each point with what its words ask for, or why there is none. */
export function planOfFile(
  bytes: Uint8Array,
  name: string,
  { year: asked, ...known }: KnownToPlanFile,
): PlanFileReading {
  const outline = readOutline(bytes, name)
  if (!outline.ok) return { ok: false, refusal: { of: 'file', why: outline.refusal } }
  // What a file is called is better than the name of its first area.
  const called = name.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')
  const read = readPlan(outline.value, { called, ...(asked !== undefined && { year: asked }) })
  // What is no plan at all is told so, whether it tells its year or not.
  const reading = lacksYear(read) ? readPlan(outline.value, { called, year: anyYear }) : read
  if (!reading.ok) return { ok: false, refusal: { of: 'document', why: reading.refusal } }
  const { year, language } = reading.plan
  const document = {
    name: [...name].slice(0, longestName).join(''),
    digest: createHash('sha256').update(bytes).digest('hex').slice(0, digestCharacters),
  }
  const inYear = { ...known, year }
  const plan = planOfDocument(
    reading.plan,
    (text, beside) => {
      const own = readPoint(text, inYear)
      return beside === undefined ? own : withBeside(own, beside, inYear)
    },
    document,
  )
  const left = new Set(reading.left)
  const outside = outline.value.paragraphs.filter(({ place }) => left.has(place)).map(({ text }) => text)
  const why = whyNoPlan(reading.plan, plan, outside) ?? (read.ok ? undefined : read.refusal)
  if (why !== undefined) return { ok: false, refusal: { of: 'document', why } }
  const { leftColumns = [] } = outline.value
  const leftDues = duesLeft(reading.plan, inYear)
  return { ok: true, value: { plan, language, left: reading.left, leftColumns, leftDues } }
}

/** What stands in the place of a deadline that there is none. */
const noDue = /^(?:[-–—/\\.\s]*|n\/?a|none|无|tbc|tbd|待定)$/i

function duesLeft({ areas }: PlanDocument, known: KnownToPlan): LeftDue[] {
  return areas.flatMap(({ points }) =>
    points.flatMap(({ place, beside: { due = '' } = {} }) =>
      noDue.test(due) || readPoint(due, known).dates.length > 0 ? [] : [{ place, text: due }],
    ),
  )
}

function lacksYear(read: PlanReading): boolean {
  return !read.ok && (read.refusal.kind === 'no-year' || read.refusal.kind === 'several-years')
}

/**
 * Minutes and price lists are divided like a plan; they ask for next to nothing, or say what they are. What calls itself
 * a plan is believed, though few of its sentences are of a kind that is known.
 */
function whyNoPlan(
  { title, areas }: PlanDocument,
  plan: Plan,
  outside: readonly string[],
): PlanRefusal | undefined {
  const called = otherDocument(title)
  if (called !== undefined) return { kind: 'other-document', called }
  if (isTitleOfPlan(title)) return undefined
  const other = otherAreas(areas.map((area) => area.title))
  if (other !== undefined) return { kind: 'other-areas', ...other }
  const attendance = outside.find(isOfAttendance)
  if (attendance !== undefined) return { kind: 'attendance', line: attendance }
  const sentences = areas.flatMap((area) => area.points.map(({ text }) => text))
  const told = sentences.filter(tellsWhatWas)
  if (told[0] !== undefined && told.length * 2 >= sentences.length)
    return { kind: 'told', points: sentences.length, told: told.length, text: told[0] }
  const points = pointsOf(plan)
  const asking = points.filter(doesAsk).length
  // Where the title names a plan, and most points say what to do, few of them need be of a kind that is known.
  const saying = sentences.filter(saysWhatToDo).length
  if (namesAims(title) && asking > 0 && saying * 2 > sentences.length) return undefined
  // A list below one heading is a plan where it is called so, or where most of it is work.
  const isSure = plan.areas.length > 1 || namesPlan(title)
  const isPlan = isSure ? asking * 3 >= points.length : asking * 2 > points.length
  return isPlan ? undefined : { kind: 'no-work', points: points.length, asking }
}

/**
 * Whether a point asks for work itself, or a heading that says what to do with it: what an area is called is otherwise a
 * subject of much else.
 */
function doesAsk({ area, point: { under, reading } }: { area: PlanArea; point: Point }): boolean {
  if (reading === undefined || !asksForWork(reading)) return false
  const isOfArea = under === undefined && reading.kinds.every(({ isOfHeading }) => isOfHeading === true)
  return !isOfArea || saysWhatToDo(area.names.zh ?? area.names.en ?? '')
}
