import { areasAhead } from './areas-ahead.ts'
import { startsBehind } from './behind-areas.ts'
import type { DocumentArea, PlanReading, PlanRefusal } from './document.ts'
import { type DocumentLine, documentLines } from './document-line.ts'
import { isPrintingDay } from './furniture.ts'
import type { Outline, Place } from './outline.ts'
import { planDays } from './plan-days.ts'
import { planLanguage } from './plan-language.ts'
import { type PlanStructure, planStructure } from './plan-structure.ts'
import { firstWords, planTitle, titleLines } from './plan-title.ts'
import { planYear } from './plan-year.ts'
import { textPart } from './text-part.ts'

const mostAreas = 50
const mostPoints = 500
const mostCharacters = 3_000
/** A longer paragraph is no prose, and is not looked into. */
const mostInParagraph = 20_000
type Asked = { year?: number; called?: string }

/** Where a document is looked at for its areas alone. */
const anyYear = 2000

/**
 * The plan that a document prints: its areas and points in their order, in its own words. A year that is asked for goes
 * before that of the document. Cells of a table among areas that stand without it are left out.
 *
 * @param asked.called what it is called where it has no title and nothing above its areas, and those are its own
 */
export function readPlan(outline: Outline, asked: Asked): PlanReading {
  const cells = cellsAmongAreas(outline)
  if (cells.size === 0) return readText(outline, asked)
  const paragraphs = outline.paragraphs.filter(({ place }) => !cells.has(place))
  const reading = readText({ ...outline, paragraphs }, asked)
  return reading.ok ? { ...reading, left: inOrder(outline, [...reading.left, ...cells]) } : reading
}

/** Where the rest of the document has areas, its cells behind the start of the first; a plan may stand in cells itself. */
function cellsAmongAreas(outline: Outline): ReadonlySet<Place> {
  const rest = outline.paragraphs.filter(({ isCell }) => isCell !== true)
  if (rest.length === outline.paragraphs.length) return new Set()
  const reading = readText({ ...outline, paragraphs: rest }, { year: anyYear })
  const [first, second] = reading.ok ? reading.plan.areas : []
  if (first === undefined) return new Set()
  // One area alone may be what a plan that stands in cells has besides them.
  const whole = second === undefined ? readText(outline, { year: anyYear }) : undefined
  if (whole?.ok === true && whole.plan.areas.length > 1) return new Set()
  const start = first.place
  const behind = outline.paragraphs.slice(outline.paragraphs.findIndex(({ place }) => place === start))
  return new Set(behind.filter(({ isCell }) => isCell === true).map(({ place }) => place))
}

function readText(outline: Outline, asked: Asked): PlanReading {
  const { lines, left: stray } = documentLines(outline)
  if (lines.length === 0) return { ok: false, refusal: { kind: 'empty' } }
  const endless = lines.find(({ text }) => text.length > mostInParagraph)
  if (endless !== undefined) return { ok: false, refusal: tooLong(endless, mostInParagraph) }
  const part = textPart(lines)
  const { start } = part
  const found = structureOf(lines.slice(start, part.end))
  if (found === undefined) return { ok: false, refusal: { kind: 'no-areas' } }
  const { text, structure } = found
  const end = start + text.length
  const excess = excessIn(structure.areas)
  if (excess !== undefined) return { ok: false, refusal: excess }

  const above = text.slice(
    0,
    text.findIndex(({ place }) => place === structure.start),
  )
  const ofTitle = titleLines(above)
  const title = planTitle(above, ofTitle, outline.title)
  const year = yearOf(asked, planYear(title ?? '', outline.title, above.map(printed)))
  if (typeof year !== 'number') return { ok: false, refusal: year }

  const areas = areasAhead(structure.areas, year)
  const behind = text.slice(
    above.length,
    text.findIndex(({ place }) => place === areas[0]?.place),
  )
  const before = [...lines.slice(0, start), ...above]
  const isOfTitle = new Set(ofTitle && above.slice(ofTitle.first, ofTitle.last + 1))
  const outside = [...before, ...lines.slice(end)].filter((line) => !isOfTitle.has(line))
  return {
    ok: true,
    plan: {
      title: title ?? (above.length > 0 ? firstWords(text) : (asked.called ?? firstWords(text))),
      language: planLanguage(text.map(printed)),
      year,
      ...planDays(
        before.map(printed),
        lines
          .slice(end)
          .filter(isBare)
          .map(({ text }) => text)
          .filter(isPrintingDay),
      ),
      areas,
    },
    left: inOrder(outline, [
      ...stray,
      ...outside.map(({ place }) => place),
      ...structure.left,
      ...behind.map(({ place }) => place),
    ]),
  }
}

/** The areas of a text, and the text without what stands behind the last of them. */
function structureOf(
  text: readonly DocumentLine[],
): { text: readonly DocumentLine[]; structure: PlanStructure } | undefined {
  const structure = planStructure(text)
  if (structure === undefined) return undefined
  const places = new Set(structure.areas.map(({ place }) => place))
  const isSame = ({ areas }: PlanStructure) =>
    areas.length === places.size && areas.every(({ place }) => places.has(place))
  for (const end of startsBehind(text, structure.areas)) {
    const before = text.slice(0, end)
    const without = planStructure(before)
    if (without !== undefined && isSame(without) && without.areas.at(-1)?.points.length !== 0)
      return { text: before, structure: without }
  }
  return { text, structure }
}

function isBare({ label, heading, row }: DocumentLine): boolean {
  return label === undefined && heading === undefined && row === undefined
}

function printed({ text, label }: DocumentLine): string {
  return label === undefined ? text : `${label.printed} ${text}`
}

function yearOf(asked: { year?: number }, found: ReturnType<typeof planYear>): number | PlanRefusal {
  if (asked.year !== undefined) return asked.year
  if (found.kind === 'one') return found.year
  return found.kind === 'none' ? { kind: 'no-year' } : { kind: 'several-years', years: found.years }
}

function excessIn(areas: readonly DocumentArea[]): PlanRefusal | undefined {
  const areaTooMany = areas[mostAreas]
  if (areaTooMany !== undefined)
    return { kind: 'too-many-areas', areas: areas.length, most: mostAreas, place: areaTooMany.place }
  const points = areas.flatMap((area) => area.points)
  const pointTooMany = points[mostPoints]
  if (pointTooMany !== undefined)
    return { kind: 'too-many', points: points.length, most: mostPoints, place: pointTooMany.place }
  const texts = areas.flatMap(({ title, place, points: own }) => [{ text: title, place }, ...own])
  const long = texts.find(({ text }) => text.length > mostCharacters)
  return long && tooLong(long, mostCharacters)
}

function tooLong({ text, place }: { text: string; place: Place }, most: number): PlanRefusal {
  return { kind: 'too-long', place, length: text.length, most }
}

/** Each place once, in the order of the document. */
function inOrder({ paragraphs }: Outline, places: readonly Place[]): Place[] {
  const found = new Set(places)
  return paragraphs.map(({ place }) => place).filter((place) => found.has(place))
}
