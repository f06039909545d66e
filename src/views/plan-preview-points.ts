import { type Language, nameIn } from '../domain/language/rules.ts'
import { headingsBegun } from '../domain/plan/headings.ts'
import type { Found, PointReading } from '../domain/plan/reading/outline.ts'
import type { Plan, PlanArea, Point } from '../domain/plan/rules.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import { texts } from '../texts/texts.ts'
import { partialDayInWords } from './dates.ts'
import { fitting } from './fitting.ts'
import { brief } from './mrkdwn.ts'
import { headingLine } from './plan-overview.ts'
import { readingInWords } from './point-card.ts'
import { topicInWords } from './topic-words.ts'

/** So many points of each area, so many characters of each, and whether the words are told on which a reading rests. */
type Measure = { points: number; text: number; hasWords?: true }

/** How much is told: the first that fits is taken. */
const measures: readonly Measure[] = [
  { points: Number.POSITIVE_INFINITY, text: 220, hasWords: true },
  { points: Number.POSITIVE_INFINITY, text: 110, hasWords: true },
  { points: Number.POSITIVE_INFINITY, text: 60, hasWords: true },
  { points: Number.POSITIVE_INFINITY, text: 110 },
  { points: Number.POSITIVE_INFINITY, text: 50 },
  ...[12, 8, 5, 3, 2, 1, 0].map((points) => ({ points, text: 50 })),
]

const mostFound = 6
const longestFound = 120
const longestReading = 600
const longestTitle = 60

/** The areas and their points in lines, each with what its words ask for, within `room` characters. */
export function previewPoints(
  plan: Plan,
  kinds: readonly WorkKind[],
  room: number,
  language: Language,
): string[] {
  const made = measures.map((measure) => () => linesOf(plan, kinds, measure, language))
  for (const make of made) {
    const lines = make()
    if (lines.reduce((sum, line) => sum + line.length + 1, 0) <= room) return lines
  }
  return made.at(-1)?.() ?? []
}

function linesOf(
  { areas }: Plan,
  kinds: readonly WorkKind[],
  measure: Measure,
  language: Language,
): string[] {
  const say = texts(language)
  return areas.flatMap(({ number, names, points }: PlanArea) => {
    const told = points.slice(0, measure.points)
    const left = points.length - told.length
    return [
      `*${number}  ${brief(nameIn(names, language), longestTitle)}*`,
      ...told.flatMap((point, at) => [
        ...headingsBegun(point, told[at - 1]).map((heading) => headingLine(heading, language)),
        pointLine(point, kinds, measure, language),
      ]),
      ...(left > 0 ? [say('plan.more-points', { count: left })] : []),
    ]
  })
}

function pointLine(
  { number, texts: names, reading }: Point,
  kinds: readonly WorkKind[],
  { text, hasWords }: Measure,
  language: Language,
): string {
  const say = texts(language)
  const corrected = reading?.isCorrected === true ? [`✎ ${say('plan.corrected')}`] : []
  const told = hasWords === true ? wordsOf(reading, kinds, language) : shortOf(reading, kinds, language)
  const sentence = `*${number}* ${brief(nameIn(names, language), text)}`
  const found = [...corrected, ...told].join(' · ')
  // Marks of emphasis would end at the first underscore in what was read.
  return hasWords === true ? `${sentence}\n      ${found}` : `${sentence}  ·  _${found}_`
}

/** What was found, each with the words on which it rests; made harmless already. */
function wordsOf(
  reading: PointReading | undefined,
  kinds: readonly WorkKind[],
  language: Language,
): string[] {
  const none = texts(language)('plan.no-kind')
  if (reading === undefined) return [none]
  const told = fitting(readingInWords(reading, kinds, language), longestReading, (one) => one)
  return [...(reading.kinds.length === 0 ? [none] : []), ...told.map(({ text }) => text)]
}

/** The same without those words. */
function shortOf(
  reading: PointReading | undefined,
  kinds: readonly WorkKind[],
  language: Language,
): string[] {
  const say = texts(language)
  const kindNames = new Map(kinds.map((kind) => [kind.id, nameIn(kind.names, language)]))
  const some = (found: readonly Found[] = [], nameOf: (value: string) => string) =>
    found.length === 0
      ? []
      : [
          found
            .slice(0, mostFound)
            .map(({ value, isOfHeading }) =>
              isOfHeading === true ? say('plan.of-heading', { what: nameOf(value) }) : nameOf(value),
            )
            .join(say('list.comma')),
        ]
  const [named = say('plan.no-kind')] = some(reading?.kinds, (id) => kindNames.get(id) ?? id)
  const found = [
    named,
    ...some(reading?.groups, (code) => code),
    ...some(reading?.dates, (day) => partialDayInWords(day, language)),
    ...((reading?.urgent.length ?? 0) > 0 ? [say('correct-plan.is-urgent')] : []),
    ...some(reading?.topics, (id) => topicInWords(id, language)),
  ]
  return [brief(found.join(' · '), longestFound)]
}
