import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { type Heading, headingsBegun, type TracedHeading } from '../domain/plan/headings.ts'
import {
  assignmentsBelow,
  liveGoals,
  liveItems,
  type PlanTrace,
  type TracedArea,
  type TracedPoint,
} from '../domain/plan/trace.ts'
import { texts } from '../texts/texts.ts'
import { context, header, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { fitting } from './fitting.ts'
import { brief } from './mrkdwn.ts'
import { openButton, openGapsId, planButton } from './plan-buttons.ts'
import { shareBar, shareInWords } from './share-words.ts'

/** Slack takes 50 blocks and some 13,000 characters a message; a point is one of them. */
const mostPoints = 40
const roomForPoints = 10_500
const mostAreas = 40

/** A year's plan by its areas, with how far each has come and how that is counted. */
export function planOverview(trace: PlanTrace, gaps: number, language: Language): Message {
  const say = texts(language)
  const { plan, areas } = trace
  const points = areas.reduce((sum, { points }) => sum + points.length, 0)
  const goals = trace.goals.filter(({ goal }) => goal.state !== 'dropped').length
  const share = shareInWords(trace.share, language)
  const summary = say('plan.summary', { share, points, goals })
  const title = nameIn(plan.names, language)
  const days = [
    ...(plan.approvedOn === undefined
      ? []
      : [say('plan.approved', { on: partialDayInWords(plan.approvedOn, language) })]),
    ...(plan.releasedOn === undefined
      ? []
      : [say('plan.released', { on: partialDayInWords(plan.releasedOn, language) })]),
  ]
  return {
    text: say('plan.labelled', { label: brief(title, 150), value: summary }),
    blocks: [
      header(title),
      section(`${shareBar(trace.share)} ${summary}`),
      ...(days.length === 0 ? [] : [context(days.join(' · '))]),
      ...areas.slice(0, mostAreas).map((area) => areaSection(area, plan.year, language)),
      ...(areas.length > mostAreas ? [context(say('gaps.more', { count: areas.length - mostAreas }))] : []),
      context(say('plan.how', { points })),
      {
        type: 'actions',
        elements: [planButton(openGapsId, String(plan.year), say('plan.gaps-button', { count: gaps }))],
      },
    ],
  }
}

function areaSection(traced: TracedArea, year: number, language: Language): KnownBlock {
  const { area, share } = traced
  const name = `*${area.number}  ${brief(nameIn(area.names, language), 150)}*`
  return {
    ...section(
      `${name}\n${shareBar(share)} ${shareInWords(share, language)} · ${areaFacts(traced, language)}`,
    ),
    accessory: openButton({ year, what: String(area.number) }, texts(language)('plan.open')),
  }
}

/** How much hangs on an area. */
function areaFacts({ points }: Pick<PointsShown, 'points'>, language: Language): string {
  const goals = [...new Set(points.flatMap(liveGoals))]
  const below = goals.flatMap((goal) => [...liveItems(goal), ...goal.wentOn])
  const items = new Set(below.map(({ item }) => item.id))
  const owed = new Set(
    goals.flatMap((goal) =>
      [...assignmentsBelow(goal), ...goal.owedOnward, ...goal.wentOn.flatMap((item) => item.assignments)].map(
        ({ id }) => id,
      ),
    ),
  )
  return texts(language)('plan.area-facts', {
    points: points.length,
    goals: goals.length,
    work: items.size,
    assignments: owed.size,
  })
}

/** One area with its points, each with how far it has come. */
export function planArea(trace: PlanTrace, traced: TracedArea, language: Language): Message {
  const say = texts(language)
  const back = openButton({ year: trace.plan.year, what: '' }, say('plan.back', { what: say('plan.whole') }))
  return pointsMessage(
    trace,
    `${traced.area.number}  ${nameIn(traced.area.names, language)}`,
    traced,
    back,
    language,
  )
}

/** A heading within an area, with the points below it. */
export function planHeading(trace: PlanTrace, traced: TracedHeading, language: Language): Message {
  const say = texts(language)
  const { number } = traced.area
  const back = openButton(
    { year: trace.plan.year, what: String(number) },
    say('plan.back', { what: say('plan.area-named', { number }) }),
  )
  return pointsMessage(trace, `${traced.number}  ${nameIn(traced.names, language)}`, traced, back, language)
}

type PointsShown = { points: readonly TracedPoint[]; share: number }

function pointsMessage(
  trace: PlanTrace,
  title: string,
  { points, share }: PointsShown,
  back: Button,
  language: Language,
): Message {
  const say = texts(language)
  const { year } = trace.plan
  const shown = fitting(
    points.slice(0, mostPoints).map((point, at) => ({ point, before: points[at - 1] })),
    roomForPoints,
    ({ point, before }) => pointInWords(point, before, language),
  )
  return {
    text: say('plan.labelled', { label: brief(title, 200), value: shareInWords(share, language) }),
    blocks: [
      header(title),
      section(`${shareBar(share)} ${shareInWords(share, language)} · ${areaFacts({ points }, language)}`),
      ...shown.map(({ one: { point }, text }) => ({
        ...section(text),
        accessory: openButton({ year, what: point.point.number }, say('plan.open')),
      })),
      ...(points.length > shown.length
        ? [context(say('gaps.more', { count: points.length - shown.length }))]
        : []),
      context(meanInWords(share, points.map(shareOfPoint), language)),
      {
        type: 'actions',
        elements: [back],
      },
    ],
  }
}

/** A point, below the headings that begin with it. */
function pointInWords(
  { point, share, goals }: TracedPoint,
  before: TracedPoint | undefined,
  language: Language,
): string {
  const say = texts(language)
  const headings = headingsBegun(point, before?.point).map((heading) => headingLine(heading, language))
  const counted = liveGoals({ goals }).length
  const facts = counted === 0 ? say('plan.no-goal') : say('plan.goals', { count: counted })
  return [
    ...headings,
    `*${point.number}*  ${brief(nameIn(point.texts, language), 200)}`,
    `${shareBar(share)} ${shareInWords(share, language)} · ${facts}`,
  ].join('\n')
}

/** A heading within an area, with the number by which it can be opened, where it has one. */
export function headingLine({ number, names }: Heading, language: Language): string {
  const name = brief(nameIn(names, language), 100)
  return number === undefined ? `*${name}*` : `*${number}  ${name}*`
}

function shareOfPoint({ point, share }: TracedPoint): [name: string, share: number] {
  return [point.number, share]
}

/** How a mean came about: `45 % = (100 % g1 + 50 % g2 + 0 % g3) ÷ 3`. */
export function meanInWords(
  share: number,
  parts: readonly (readonly [name: string, share: number])[],
  language: Language,
): string {
  const say = texts(language)
  if (parts.length === 0) return shareInWords(share, language)
  const shown = parts.slice(0, 12).map(([name, part]) => `${shareInWords(part, language)} ${brief(name, 64)}`)
  const more = parts.length > 12 ? [say('plan.mean-more', { count: parts.length - 12 })] : []
  return say('plan.mean-of', {
    share: shareInWords(share, language),
    parts: [...shown, ...more].join(' + '),
    count: parts.length,
  })
}
