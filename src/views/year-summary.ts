import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type {
  AreaOutcome,
  LooseOutcome,
  PointOutcome,
  YearFigure,
  YearSummary,
} from '../domain/plan/summary.ts'
import { kindsWithoutWork, liveGoals, type TracedItem } from '../domain/plan/trace.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import { isAchieved } from '../domain/work/outcome.ts'
import { texts } from '../texts/texts.ts'
import { context, header, lines, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { evidenceInWords } from './evidence-words.ts'
import { fitting } from './fitting.ts'
import { goalLine } from './goal-words.ts'
import { listed } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { openButton, openMenu, planButton } from './plan-buttons.ts'
import { shareInWords } from './share-words.ts'

/** "Show" beside a figure; its value is `FigureRef` as JSON. */
export const showFigureId = 'figure.show'
/** The same summary in the other language; its value is `SummaryRef` as JSON. */
export const turnSummaryId = 'summary.turn'

/** A figure of a year: of one area, of what serves no sentence any more (0), or of the whole plan without either. */
export type FigureRef = { year: number; area?: number; kind: string; counter: string; language: Language }
export type SummaryRef = { year: number; language: Language }

/** Slack takes 50 blocks and some 13,000 characters: each area has a heading, its points and so many figures. */
const mostBlocks = 44
const mostAreas = 30
const mostDone = 6
/** The number of no area: goals that serve no sentence any more. */
export const looseArea = 0
/** More points than that are opened from their areas. */
const mostInMenus = 80
const longestLoose = 1_200
const longestArea = 2_400
const roomForAreas = 7_000

/** The draft of the year's summary, in the plan's own order; each figure opens what it is counted from. */
export function yearSummary(
  summary: YearSummary,
  kinds: readonly WorkKind[],
  on: Day,
  language: Language,
): Message {
  const say = texts(language)
  const { year, names } = summary.trace.plan
  const title = say('summary.title', { year: String(year) })
  const blocks: KnownBlock[] = []
  let left = 0
  const areas = summary.areas.slice(0, mostAreas)
  const hasMenu = areas.reduce((sum, { points }) => sum + points.length, 0) <= mostInMenus
  const longest = Math.min(longestArea, Math.floor(roomForAreas / Math.max(areas.length, 1)))
  for (const [at, area] of areas.entries()) {
    const { figures } = area
    const room = Math.max(0, mostBlocks - blocks.length - (areas.length - at))
    const shown = figures.slice(0, room)
    left += figures.length - shown.length
    blocks.push(
      areaSection(area, { year, longest, hasMenu, kinds }, language),
      ...shown.map((figure) => figureSection(figure, area.traced.area.number, year, language)),
    )
  }
  const { loose } = summary
  if (loose.goals.length > 0) {
    const room = Math.max(0, mostBlocks - blocks.length - 1)
    const shown = loose.figures.slice(0, room)
    left += loose.figures.length - shown.length
    blocks.push(
      looseSection(loose, language),
      ...shown.map((figure) => figureSection(figure, looseArea, year, language)),
    )
  }
  const other: Language = language === 'zh-CN' ? 'en' : 'zh-CN'
  const turned: SummaryRef = { year, language: other }
  return {
    text: `${title}: ${shareInWords(summary.trace.share, language)}`,
    blocks: [
      header(`${title} · ${nameIn(names, language)}`),
      context(say('summary.draft', { on: partialDayInWords(on, language) })),
      ...blocks,
      ...(summary.areas.length > areas.length
        ? [context(say('gaps.more', { count: summary.areas.length - areas.length }))]
        : []),
      ...(left > 0 ? [context(say('summary.more', { count: left }))] : []),
      {
        type: 'actions',
        elements: [
          planButton(turnSummaryId, JSON.stringify(turned), texts(other)('summary.in-language')),
          openButton({ year, what: '' }, say('plan.back', { what: say('plan.whole') })),
        ],
      },
    ],
  }
}

function areaSection(
  { traced, points }: AreaOutcome,
  {
    year,
    longest,
    hasMenu,
    kinds,
  }: { year: number; longest: number; hasMenu: boolean; kinds: readonly WorkKind[] },
  language: Language,
): KnownBlock {
  const { area, share } = traced
  const heading = `*${area.number}  ${brief(nameIn(area.names, language), 150)}* · ${shareInWords(share, language)}`
  let text = heading
  for (const point of points) {
    const line = outcomeInWords(point, kinds, language, (text) => brief(text, 160))
    if (text.length + line.length + 3 > longest) {
      text += '\n• …'
      break
    }
    text += `\n• ${line}`
  }
  const open = texts(language)('plan.open')
  const whole = { year, what: String(area.number) }
  if (!hasMenu) return { ...section(text), accessory: openButton(whole, open) }
  // What a sentence of the summary counts is told on the card of its point.
  const parts = points.map(({ traced: { point, share } }) => ({
    label: `${point.number} · ${shareInWords(share, language)}`,
    ref: { year, what: point.number },
  }))
  return {
    ...section(text),
    accessory: openMenu(
      [{ label: `${area.number} · ${shareInWords(share, language)}`, ref: whole }, ...parts],
      open,
    ),
  }
}

/** What was done for goals that serve no sentence that the plan still has. */
function looseSection({ goals }: LooseOutcome, language: Language): KnownBlock {
  const say = texts(language)
  const told = fitting(
    goals,
    longestLoose,
    (goal) => `• ${goalLine(goal.goal, language)} · ${shareInWords(goal.share, language)}`,
  ).map(({ text }) => text)
  const more =
    goals.length > told.length ? [`• ${say('gaps.more', { count: goals.length - told.length })}`] : []
  return section([`*${say('summary.loose', { count: goals.length })}*`, ...told, ...more].join('\n'))
}

function figureSection(figure: YearFigure, area: number, year: number, language: Language): KnownBlock {
  const say = texts(language)
  const { kind, counter, value } = figure
  const ref: FigureRef = { year, area, kind: kind.id, counter: counter.id, language }
  return {
    ...section(
      say('summary.figure', { name: brief(nameIn(counter.names, language), 120), value: String(value) }),
    ),
    accessory: planButton(
      `${showFigureId}:${area}-${kind.id}-${counter.id}`,
      JSON.stringify(ref),
      say('summary.show'),
    ),
  }
}

/** What became of a point, as a sentence of the summary; `cut` makes what people wrote fit its place. */
function outcomeInWords(
  { traced, state, done, open, owed }: PointOutcome,
  kinds: readonly WorkKind[],
  language: Language,
  cut: (text: string) => string,
): string {
  const say = texts(language)
  const { number, texts: names } = traced.point
  // The sentence goes on with what became of it.
  const text = cut(nameIn(names, language).replace(/[.。;；]\s*$/u, ''))
  const values = { number, text, share: shareInWords(traced.share, language) }
  const parts = [
    ...done.slice(0, mostDone).map((item) => doneInWords(item, language, cut)),
    ...open
      .filter(({ share }) => share > 0)
      .slice(0, mostDone)
      .map(({ item, share }) =>
        say('summary.under-way', {
          title: cut(nameIn(item.item.titles, language)),
          share: shareInWords(share, language),
        }),
      ),
    ...(owed.of > 0 ? [say('summary.owed', { done: owed.done, of: owed.of })] : []),
  ]
  const onward = traced.goals.flatMap(({ onward }) => onward ?? [])
  const closed = traced.goals.flatMap(({ goal, share }) =>
    goal.state === 'closed' && share < 1 ? [goal.id] : [],
  )
  const missing = [...new Set(liveGoals(traced).flatMap(kindsWithoutWork))].map((id) => {
    const names = kinds.find((kind) => kind.id === id)?.names
    return cut(names === undefined ? id : nameIn(names, language))
  })
  const lacking = (said: string) =>
    missing.length === 0 ? said : say('summary.lacking', { said, kinds: missing.join(say('list.comma')) })
  const goesOn = (all: string) => {
    const said = lacking(all)
    const ended =
      closed.length === 0 ? said : say('summary.closed', { said, goals: listed(closed, language) })
    return onward.length === 0
      ? ended
      : say('summary.goes-on', { said: ended, goals: listed(onward, language) })
  }
  const list = parts.length === 0 ? '' : say('summary.done-list', { list: parts.join(say('list.comma')) })
  switch (state) {
    case 'done':
      return lacking(
        say(missing.length === 0 ? 'summary.point-done' : 'summary.point-part', { ...values, list }),
      )
    case 'part':
      return goesOn(say('summary.point-part', { ...values, list }))
    case 'open':
      return goesOn(say('summary.point-open', values))
    case 'dropped':
      return say('summary.point-dropped', values)
    case 'none':
      return say('summary.point-none', values)
  }
}

function doneInWords(
  { item, kind, standards }: TracedItem,
  language: Language,
  cut: (text: string) => string,
): string {
  const names = standards.map(({ designation }) => designation).join(' ')
  const title = cut(
    names === '' ? nameIn(item.titles, language) : `${nameIn(item.titles, language)} (${names})`,
  )
  if (kind === undefined || isAchieved(item, kind)) return title
  const outcome = kind.outcomes?.find(({ id }) => id === item.outcome)
  return texts(language)('summary.not-achieved', {
    title,
    outcome: outcome === undefined ? '—' : cut(nameIn(outcome.names, language)),
  })
}

/** What a figure is counted from, each piece with its evidence. */
export function figureMessage(figure: YearFigure, year: number, language: Language): Message {
  const say = texts(language)
  const { counter, value, from } = figure
  const title = say('figure.title', {
    name: brief(nameIn(counter.names, language), 150),
    value: String(value),
  })
  return {
    text: title,
    blocks: [
      section(`*${title}*\n${say('figure.from', { count: from.length })}`),
      ...lines(
        '',
        from
          .slice(0, 25)
          .map(
            (item) =>
              `• *${item.item.id}* ${brief(nameIn(item.item.titles, language), 150)}${evidenceInWords(item, language)}`,
          ),
      ),
      ...(from.length > 25 ? [context(say('gaps.more', { count: from.length - 25 }))] : []),
      {
        type: 'actions',
        elements: from.slice(0, 20).map(({ item }) => openButton({ year, what: item.id }, item.id)),
      },
    ].filter((block) => block.type !== 'actions' || from.length > 0) as KnownBlock[],
  }
}
