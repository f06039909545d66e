import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Found } from '../domain/plan/reading/outline.ts'
import type { Plan, PlanArea, Point } from '../domain/plan/rules.ts'
import { texts } from '../texts/texts.ts'
import { brief } from './mrkdwn.ts'

/** How much is told: so many points of each area, and so many characters of each. The first that fits is taken. */
const measures: readonly { points: number; text: number }[] = [
  { points: Number.POSITIVE_INFINITY, text: 220 },
  { points: Number.POSITIVE_INFINITY, text: 110 },
  { points: Number.POSITIVE_INFINITY, text: 50 },
  ...[12, 8, 5, 3, 2, 1, 0].map((points) => ({ points, text: 50 })),
]

const mostFound = 6
const longestFound = 120
const longestTitle = 60

/** The areas and their points in lines, each with the kinds of work and groups that were found, within `room` characters. */
export function previewPoints(
  plan: Plan,
  kindNames: ReadonlyMap<string, string>,
  room: number,
  language: Language,
): string[] {
  const made = measures.map((measure) => () => linesOf(plan, kindNames, measure, language))
  for (const make of made) {
    const lines = make()
    if (lines.reduce((sum, line) => sum + line.length + 1, 0) <= room) return lines
  }
  return made.at(-1)?.() ?? []
}

function linesOf(
  { areas }: Plan,
  kindNames: ReadonlyMap<string, string>,
  measure: { points: number; text: number },
  language: Language,
): string[] {
  const say = texts(language)
  return areas.flatMap(({ number, names, points }: PlanArea) => {
    const told = points.slice(0, measure.points)
    const left = points.length - told.length
    return [
      `*${number}  ${brief(nameIn(names, language), longestTitle)}*`,
      ...told.map((point) => pointLine(point, kindNames, measure.text, language)),
      ...(left > 0 ? [say('plan.more-points', { count: left })] : []),
    ]
  })
}

function pointLine(
  { number, texts: names, reading }: Point,
  kindNames: ReadonlyMap<string, string>,
  longest: number,
  language: Language,
): string {
  const say = texts(language)
  const named = (found: readonly Found[], nameOf: (value: string) => string) =>
    found.map(({ value, isOfHeading }) =>
      isOfHeading === true ? say('plan.of-heading', { what: nameOf(value) }) : nameOf(value),
    )
  const kinds = named(reading?.kinds ?? [], (id) => kindNames.get(id) ?? id)
  const groups = named(reading?.groups ?? [], (code) => code)
  const found = [
    kinds.length === 0 ? say('plan.no-kind') : kinds.slice(0, mostFound).join(say('list.comma')),
    ...(groups.length === 0 ? [] : [groups.slice(0, mostFound).join(say('list.comma'))]),
  ]
  return `*${number}* ${brief(nameIn(names, language), longest)}  ·  _${brief(found.join(' · '), longestFound)}_`
}
