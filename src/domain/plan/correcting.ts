import type { Day } from '../calendar/day.ts'
import type { Language, Names } from '../language/rules.ts'
import type { Found, PointReading } from './reading/outline.ts'
import { type Plan, type PlanArea, type Point, pointId } from './rules.ts'

/** What a person puts right in a plan as it was read, before it is put on record. Points are called by their numbers. */
export type Correction =
  | { of: 'plan'; title: string; year: number }
  | { of: 'area'; number: number; title: string }
  | {
      of: 'point'
      number: string
      text: string
      kinds: string[]
      topics: string[]
      groups: string[]
      dates: Day[]
      isUrgent: boolean
    }
  /** It is no point: a heading, a signature, an explanation. */
  | { of: 'no-point'; number: string }
  /** It goes on with the point before it in its area. */
  | { of: 'continuation'; number: string }

const nothingRead: PointReading = { kinds: [], topics: [], groups: [], dates: [], urgent: [] }

/** The plan with one thing put right. Undefined where it has no such area or point, or nothing stands before the point. */
export function correctPlan(plan: Plan, correction: Correction, language: Language): Plan | undefined {
  const named = (names: Names, text: string): Names => ({
    ...names,
    [language === 'zh-CN' ? 'zh' : 'en']: text,
  })
  switch (correction.of) {
    case 'plan': {
      const { title, year } = correction
      return renumbered({ ...plan, year, names: named(plan.names, title) })
    }
    case 'area': {
      if (!plan.areas.some(({ number }) => number === correction.number)) return undefined
      const areas = plan.areas.map((area) =>
        area.number === correction.number ? { ...area, names: named(area.names, correction.title) } : area,
      )
      return { ...plan, areas }
    }
    case 'point':
      return withArea(plan, correction.number, (area, at) => {
        const { text, ...rest } = correction
        const points = area.points.map((point, index) =>
          index === at ? { ...point, texts: named(point.texts, text), reading: readBy(point, rest) } : point,
        )
        return { ...area, points }
      })
    case 'no-point':
      return withArea(plan, correction.number, (area, at) => ({
        ...area,
        points: area.points.toSpliced(at, 1),
      }))
    case 'continuation':
      return withArea(plan, correction.number, (area, at) => {
        const [before, point] = [area.points[at - 1], area.points[at]]
        if (before === undefined || point === undefined) return undefined
        return { ...area, points: area.points.toSpliced(at - 1, 2, joined(before, point)) }
      })
  }
}

function withArea(
  plan: Plan,
  number: string,
  change: (area: PlanArea, at: number) => PlanArea | undefined,
): Plan | undefined {
  const area = plan.areas.find(({ points }) => points.some((point) => point.number === number))
  const at = area?.points.findIndex((point) => point.number === number) ?? -1
  const changed = area && change(area, at)
  if (changed === undefined) return undefined
  return renumbered({ ...plan, areas: plan.areas.map((other) => (other === area ? changed : other)) })
}

/** Numbers that count on from one to the next: below a heading of its own, a point is numbered within it. */
function renumbered(plan: Plan): Plan {
  const areas = plan.areas.map((area) => ({ ...area, points: countedOn(area, plan.year) }))
  return { ...plan, areas }
}

function countedOn({ number: area, points }: PlanArea, year: number): Point[] {
  let before: string[] = []
  let counted: number[] = []
  return points.map((point) => {
    const [, ...places] = point.number.split('.')
    const level = places.findIndex((place, at) => place !== before[at])
    const from = level === -1 ? places.length - 1 : level
    counted = places.map((_, at) =>
      at < from ? (counted[at] ?? 1) : at === from ? (counted[at] ?? 0) + 1 : 1,
    )
    before = places
    const number = [area, ...counted].join('.')
    return { ...point, number, id: pointId(year, number) }
  })
}

/** What a person says of a point; where it was read so too, the words on which that rests stay with it. */
function readBy(point: Point, said: Omit<Correction & { of: 'point' }, 'text'>): PointReading {
  const before = point.reading ?? nothingRead
  const keep = <Value extends string>(found: readonly Found<Value>[], values: readonly Value[]) =>
    values.map((value) => found.find((one) => one.value === value) ?? { value, words: [] })
  return {
    kinds: keep(before.kinds, said.kinds),
    topics: keep(before.topics, said.topics),
    groups: keep(before.groups, said.groups),
    dates: keep(before.dates, said.dates),
    urgent: said.isUrgent ? (before.urgent.length > 0 ? before.urgent : ['—']) : [],
    ...(said.isUrgent && before.isUrgentByHeading === true && { isUrgentByHeading: true }),
    isCorrected: true,
  }
}

function joined(before: Point, point: Point): Point {
  const texts: Names = {}
  for (const language of ['zh', 'en'] as const) {
    const parts = [before.texts[language], point.texts[language]].filter((text) => text !== undefined)
    if (parts.length > 0) texts[language] = parts.join(language === 'zh' ? '' : ' ')
  }
  const [one, other] = [before.reading ?? nothingRead, point.reading ?? nothingRead]
  const both = <Value extends string>(a: readonly Found<Value>[], b: readonly Found<Value>[]) => [
    ...a,
    ...b.filter(({ value }) => !a.some((known) => known.value === value)),
  ]
  return {
    ...before,
    texts,
    reading: {
      kinds: both(one.kinds, other.kinds),
      topics: both(one.topics, other.topics),
      groups: both(one.groups, other.groups),
      dates: both(one.dates, other.dates),
      urgent: [...new Set([...one.urgent, ...other.urgent])],
      ...([one, other].some(({ isUrgentByHeading }) => isUrgentByHeading === true) &&
        [one, other].every(
          ({ urgent, isUrgentByHeading }) => urgent.length === 0 || isUrgentByHeading === true,
        ) && { isUrgentByHeading: true }),
      ...((one.isCorrected === true || other.isCorrected === true) && { isCorrected: true }),
    },
  }
}
