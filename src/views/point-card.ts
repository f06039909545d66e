import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { Altered } from '../domain/goal/altered.ts'
import type { Goal } from '../domain/goal/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Found, PointReading } from '../domain/plan/reading/outline.ts'
import type { Plan, Point } from '../domain/plan/rules.ts'
import {
  groupsAtWork,
  kindsWithoutWork,
  liveGoals,
  type PlanTrace,
  type TracedGoal,
  type TracedItem,
  type TracedPoint,
} from '../domain/plan/trace.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { assignmentLine } from './assignment-line.ts'
import { context, header, lines, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { evidenceInWords } from './evidence-words.ts'
import { fitting } from './fitting.ts'
import { acceptanceSince, goalLine } from './goal-words.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { newGoalId, openButton, planButton } from './plan-buttons.ts'
import { meanInWords } from './plan-overview.ts'
import { shareBar, shareInWords } from './share-words.ts'
import { topicInWords } from './topic-words.ts'

const mostGoals = 15
/** Slack takes some 13,000 characters a message: so many are for the goals. */
const roomForGoals = 5_800
const mostWork = 8
const mostGroups = 8
const mostFound = 8
const mostWords = 5
const roomForReading = 2_000

/** What a reader may do with what the card shows. */
export type PlanReader = { isSecretariat: boolean; leads: (group: string) => boolean }

/** Who reads a point's card, on which day, and when what is asked with its goals was changed last, by their ids. */
export type PointReader = Pick<PlanReader, 'isSecretariat'> & {
  today: Day
  altered: ReadonlyMap<string, Altered>
}

/** A point of the plan: its sentence as it was approved, its goals with their groups, work and evidence. */
export function pointCard(
  trace: PlanTrace,
  traced: TracedPoint,
  kinds: readonly WorkKind[],
  { isSecretariat, today, altered }: PointReader,
  language: Language,
): Message {
  const say = texts(language)
  const { point, area, share } = traced
  const goals = liveGoals(traced)
  const groups = groupsAtWork(traced)
  const shown = fitting(goals.slice(0, mostGoals), roomForGoals, (goal) =>
    goalInWords(goal, { kinds, today, altered: altered.get(goal.goal.id) }, language),
  )
  const { year } = trace.plan
  const title = `${point.number}  ${nameIn(point.under ?? area.names, language)}`
  return {
    text: `${point.number} ${brief(nameIn(point.texts, language), 150)} · ${shareInWords(share, language)}`,
    blocks: [
      header(title),
      section(quoted(point, language)),
      context(whereInWords(trace.plan, traced, language)),
      {
        type: 'section',
        fields: [
          fact(say('plan.point-progress'), `${shareBar(share)} ${shareInWords(share, language)}`),
          fact(
            say('plan.point-groups'),
            groups.length === 0
              ? say('plan.point-no-groups')
              : firstOf(groups, 2 * mostGroups, (code) => brief(code, 40), language),
          ),
        ],
      },
      ...(traced.hasClosed === true ? [section(say('plan.closed-group'))] : []),
      ...(goals.length === 0
        ? traced.hasClosed === true
          ? []
          : [section(say('plan.no-goal'))]
        : shown.map(({ one, text }) => ({
            ...section(text),
            accessory: openButton({ year, what: one.goal.id }, say('plan.open')),
          }))),
      ...(goals.length > shown.length
        ? [context(say('gaps.more', { count: goals.length - shown.length }))]
        : []),
      ...(goals.length > 0
        ? [
            context(
              meanInWords(
                share,
                goals.map(({ goal, share }) => [goal.id, share]),
                language,
              ),
            ),
          ]
        : []),
      ...readingBlocks(point.reading, kinds, language),
      {
        type: 'actions',
        elements: [
          ...(isSecretariat
            ? [
                planButton(
                  newGoalId,
                  point.id,
                  say('plan.new-goal'),
                  goals.length === 0 ? { style: 'primary' } : {},
                ),
              ]
            : []),
          openButton(
            { year, what: String(area.number) },
            say('plan.back', { what: say('plan.area-named', { number: area.number }) }),
          ),
        ],
      },
    ],
  }
}

/** The sentence word for word, and its other language where there is one. */
function quoted({ texts: names }: Point, language: Language): string {
  const text = nameIn(names, language)
  const other = language === 'zh-CN' ? names.en : names.zh
  const lines = other === undefined || other === text ? [text] : [text, other]
  return lines.map((line) => `> ${brief(line, 1_300)}`).join('\n>\n')
}

function whereInWords(plan: Plan, { point, area }: TracedPoint, language: Language): string {
  const say = texts(language)
  const parts = [
    say('plan.place-area', { number: area.number, title: brief(nameIn(area.names, language), 150) }),
    ...(point.label === undefined ? [] : [brief(point.label, 20)]),
  ]
  if (point.place !== undefined && plan.document !== undefined)
    parts.push(
      say(`plan.place-${point.place.unit}`, {
        number: point.place.number,
        name: brief(plan.document.name, 80),
      }),
    )
  return parts.join(' · ')
}

/** A goal with how far it has come, its groups and its work, each a line. */
function goalInWords(
  { goal, share, items, assignments, onward, wentOn, owedOnward }: TracedGoal,
  { kinds, today, altered }: { kinds: readonly WorkKind[]; today: Day; altered: Altered | undefined },
  language: Language,
): string {
  const say = texts(language)
  const groups = firstOf(
    goal.groups,
    mostGroups,
    (part) =>
      say('plan.group-part', {
        group: brief(part.group, 40),
        part: acceptanceSince(part, altered, today, language),
      }),
    language,
  )
  const missing = kindsWithoutWork({ goal, items, assignments, wentOn, owedOnward, share }).map((id) => {
    const names = kinds.find((kind) => kind.id === id)?.names
    return brief(names === undefined ? id : nameIn(names, language), 60)
  })
  const work = items.slice(0, mostWork).map((traced) => workInWords(traced, language))
  const more = items.length > mostWork ? [`   ◦ ${say('gaps.more', { count: items.length - mostWork })}`] : []
  return [
    goalLine(goal, language),
    `${shareBar(share)} ${shareInWords(share, language)} · ${goal.groups.length === 0 ? say('gaps.nobody-asked') : groups}`,
    ...work,
    ...more,
    ...owedInWords(assignments, today, language),
    ...(onward === undefined ? [] : [`   ↪ ${say('goal.onward', { id: brief(onward, 64) })}`]),
    ...wentOn.slice(0, mostWork).map((traced) => wentOnInWords(traced, goal, language)),
    ...owedInWords(owedOnward, today, language),
    ...(missing.length === 0
      ? []
      : [`   ⚠ ${say('goal.kinds-without-work', { kinds: missing.join(say('list.comma')) })}`]),
  ].join('\n')
}

/** A piece of work that went on with another goal, with how far it was by then. */
function wentOnInWords({ item }: TracedItem, { partsAtEnd = [] }: Goal, language: Language): string {
  const share = partsAtEnd.find(({ id }) => id === item.id)?.share ?? 0
  return `   ◦ *${brief(item.id, 64)}* ${brief(nameIn(item.titles, language), 100)} · ${shareInWords(share, language)}`
}

/** A piece of work with how far it has come, or where its result can be seen. */
function workInWords(traced: TracedItem, language: Language): string {
  const { item, progress } = traced
  const far =
    item.state === 'dropped' ? texts(language)('work.state-dropped') : shareInWords(progress.share, language)
  const owed = traced.assignments.filter(({ state }) => state !== 'withdrawn')
  const done = owed.filter(({ state }) => state === 'done').length
  const counted = owed.length === 0 ? '' : ` · ${texts(language)('summary.owed', { done, of: owed.length })}`
  const line = `   ◦ *${brief(item.id, 64)}* ${brief(nameIn(item.titles, language), 100)} · ${far}${counted}`
  return `${line}${evidenceInWords(traced, language, { most: 6, longest: 80 })}`
}

/** What serves the goal by no piece of work, each a line. */
function owedInWords(assignments: readonly Assignment[], today: Day, language: Language): string[] {
  const owed = assignments.filter(({ state }) => state !== 'withdrawn')
  const told = owed.slice(0, mostWork).map((one) => `   ◦ ${assignmentLine(one, today, language)}`)
  const left = owed.length - told.length
  return left > 0 ? [...told, `   ◦ ${texts(language)('gaps.more', { count: left })}`] : told
}

/** What the sentence was read to ask for, each with the words on which that rests. */
export function readingInWords(
  reading: PointReading,
  kinds: readonly WorkKind[],
  language: Language,
): string[] {
  const say = texts(language)
  const names = new Map(kinds.map((kind) => [kind.id, nameIn(kind.names, language)]))
  const some = (key: TextKey, found: readonly Found[], nameOf: (value: string) => string) =>
    found.length === 0
      ? []
      : [
          say(key, {
            list: firstOf(found, mostFound, (one) => becauseOf(nameOf(one.value), one, language), language),
          }),
        ]
  return [
    ...some('plan.asks-kinds', reading.kinds, (id) => names.get(id) ?? id),
    ...some('plan.asks-topics', reading.topics, (id) => topicInWords(id, language)),
    ...some('plan.asks-groups', reading.groups, (code) => code),
    ...some('plan.asks-dates', reading.dates, (day) => partialDayInWords(day, language)),
    ...(reading.urgent.length === 0
      ? []
      : [
          say(reading.isUrgentByHeading === true ? 'plan.asks-urgent-heading' : 'plan.asks-urgent', {
            list: firstOf(reading.urgent, mostFound, (word) => brief(word, 60), language),
          }),
        ]),
  ]
}

/** Words of the heading are told for such, also where they are no more than what they name. */
function becauseOf(what: string, { words, isOfHeading }: Found, language: Language): string {
  const named = brief(what, 60)
  const rests = words
    .filter((word) => isOfHeading === true || word.toLowerCase() !== what.toLowerCase())
    .map((word) => brief(word, 60))
  if (rests.length === 0) return named
  const shown = rests.length > mostWords ? [...rests.slice(0, mostWords - 1), '…'] : rests
  return texts(language)(isOfHeading === true ? 'plan.because-heading' : 'plan.because-words', {
    what: named,
    words: shown.join(language === 'zh-CN' ? '”“' : '”, “'),
  })
}

function readingBlocks(
  reading: PointReading | undefined,
  kinds: readonly WorkKind[],
  language: Language,
): KnownBlock[] {
  const words = reading === undefined ? [] : readingInWords(reading, kinds, language)
  if (words.length === 0) return []
  const shown = fitting(words, roomForReading, (text) => text).map(({ text }) => text)
  return lines(`*${texts(language)('plan.point-asks')}*`, shown)
}

function fact(label: string, value: string) {
  return { type: 'mrkdwn' as const, text: `*${label}*\n${value}` }
}
