import type { KnownBlock } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { type GroupDesk, hasPart } from '../domain/plan/desk.ts'
import { countGaps, type PlanGaps } from '../domain/plan/gaps.ts'
import type { PointAtRisk } from '../domain/plan/risks.ts'
import type { PlanTrace } from '../domain/plan/trace.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { fitting } from './fitting.ts'
import { type GapReader, gapHeadings, gapRows } from './gap-rows.ts'
import { gapKinds } from './gaps-message.ts'
import { goalLine } from './goal-words.ts'
import { listed } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { openButton, openGapsId, openOffersId, openRisksId, planButton } from './plan-buttons.ts'
import { riskInWords } from './risk-words.ts'
import { shareBar, shareInWords } from './share-words.ts'

/** A Home tab has room for so many; the rest is a command away. */
const mostGroups = 45
const mostGoals = 12
/** The first of each kind of gap, and of the points at risk; a press shows all. */
const mostOfGaps = 3
const mostRisks = 6
const roomForEach = 1_900

/** What a person answers for, as a part of their Home tab. */
export type Desk = KnownBlock[]

/** All areas, all groups, gaps and risks: what the secretariat answers for, on one screen. */
export function secretariatDesk(
  trace: PlanTrace,
  {
    desks,
    gaps,
    risks,
    today,
    waiting,
    wanted,
    otherYears,
  }: {
    desks: readonly GroupDesk[]
    gaps: PlanGaps
    risks: readonly PointAtRisk[]
    today: Day
    /** Answers that convenors owe, and changes that they want. */
    waiting: number
    wanted: number
    /** Other years whose plans have goals that go on, and how many answers and changes wait there. */
    otherYears: readonly { year: number; waiting: number }[]
  },
  language: Language,
): Desk {
  const say = texts(language)
  const { year, names } = trace.plan
  const title = say('desk.plan', {
    title: brief(nameIn(names, language), 150),
    share: shareInWords(trace.share, language),
  })
  const atWork = desks.filter(hasPart)
  const left = atWork.length - mostGroups
  const count = countGaps(gaps)
  const without = desks.filter((desk) => !hasPart(desk)).map(({ group }) => group)
  return [
    section(`*${title}*\n${say('desk.counts', { gaps: count, risks: risks.length })}`),
    {
      type: 'actions',
      elements: [
        openButton({ year, what: '' }, say('desk.open-plan')),
        planButton(openGapsId, String(year), say('plan.gaps-button', { count })),
        planButton(openRisksId, String(year), say('desk.risks', { count: risks.length })),
        planButton(openOffersId, String(year), say('desk.offers', { count: waiting + wanted })),
        ...otherYears.flatMap(({ year: other, waiting: answers }) => [
          openButton(
            { year: other, what: '' },
            say('changes.of-plan', { year: String(other) }),
            `year-${other}`,
          ),
          ...(answers > 0
            ? [
                planButton(
                  `${openOffersId}:year-${other}`,
                  String(other),
                  say('desk.offers-of', { year: String(other), count: answers }),
                ),
              ]
            : []),
        ]),
      ],
    },
    ...lines(
      '',
      trace.areas.map(({ area, share }) =>
        say('desk.area', {
          number: area.number,
          title: brief(nameIn(area.names, language), 60),
          bar: shareBar(share),
          share: shareInWords(share, language),
        }),
      ),
    ),
    ...(atWork.length === 0
      ? []
      : lines(
          `*${say('desk.groups')}*`,
          atWork.slice(0, mostGroups).map((desk) => groupLine(desk, language)),
        )),
    ...(left > 0 ? [context(say('desk.more-groups', { count: left }))] : []),
    ...(without.length === 0 ? [] : [context(say('desk.without', { groups: listed(without, language) }))]),
    ...gapLines(gaps, { year, today, isSecretariat: true, known: new Set() }, language),
    ...riskLines(risks, language),
  ]
}

/** The gaps by their kinds, the first of each in words. */
function gapLines(gaps: PlanGaps, reader: GapReader, language: Language): KnownBlock[] {
  const say = texts(language)
  const found = gapKinds.filter((kind) => gaps[kind].length > 0)
  const room = Math.floor(roomForEach / Math.max(found.length, 1))
  return found.flatMap((kind) => {
    const rows = gapRows(gaps, kind, reader, language)
    const first = fitting(rows.slice(0, mostOfGaps), room, (row) => `• ${row().text}`).map(({ text }) => text)
    const left = rows.length - first.length
    return lines(`*${say(gapHeadings[kind], { count: rows.length })}*`, [
      ...first,
      ...(left > 0 ? [`• ${say('gaps.more', { count: left })}`] : []),
    ])
  })
}

/** The points with the most reasons to be at risk, with these. */
function riskLines(risks: readonly PointAtRisk[], language: Language): KnownBlock[] {
  if (risks.length === 0) return []
  const say = texts(language)
  const told = fitting(risks.slice(0, mostRisks), roomForEach, ({ traced: { point }, risks: reasons }) => {
    const why = reasons.map((risk) => riskInWords(risk, language)).join(' · ')
    return `• *${point.number}* ${brief(nameIn(point.texts, language), 80)} — ${why}`
  }).map(({ text }) => text)
  const left = risks.length - told.length
  return lines(`*${say('desk.at-risk', { count: risks.length })}*`, [
    ...told,
    ...(left > 0 ? [`• ${say('gaps.more', { count: left })}`] : []),
  ])
}

/** The goals of a group that the reader leads, and what waits for their decision. */
export function convenorDesk(trace: PlanTrace, desk: GroupDesk, language: Language): Desk {
  const say = texts(language)
  const { year } = trace.plan
  const { group, goals } = desk
  const title = say('desk.lead', { group: brief(group, 40), year: String(year) })
  const open = goals.filter(({ goal }) => goal.state === 'open')
  return [
    section(`*${title}*\n${shareBar(desk.share)} ${shareInWords(desk.share, language)}`),
    ...(open.length === 0
      ? [
          context(
            say(goals.length === 0 ? 'desk.lead-none' : 'desk.lead-ended', {
              group: brief(group, 40),
              year: String(year),
              count: goals.length,
            }),
          ),
        ]
      : []),
    ...open.slice(0, mostGoals).map(({ goal, share }) => ({
      ...section(`${goalLine(goal, language)}\n${shareBar(share)} ${shareInWords(share, language)}`),
      accessory: openButton({ year, what: goal.id }, say('plan.open'), `${group}-${goal.id}`),
    })),
    ...(open.length > mostGoals ? [context(say('desk.more-goals', { count: open.length - mostGoals }))] : []),
  ]
}

function groupLine({ group, share, goals, late, waiting }: GroupDesk, language: Language): string {
  return texts(language)('desk.group', {
    group: brief(group, 40),
    bar: shareBar(share),
    share: shareInWords(share, language),
    goals: goals.length,
    late,
    waiting: waiting.length,
  })
}
