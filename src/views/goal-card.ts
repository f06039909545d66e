import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { Altered } from '../domain/goal/altered.ts'
import type { Goal } from '../domain/goal/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import {
  kindsWithoutWork,
  type PlanTrace,
  partsOf,
  pointsServed,
  type TracedGoal,
  type TracedItem,
} from '../domain/plan/trace.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import { texts } from '../texts/texts.ts'
import { assignmentLine } from './assignment-line.ts'
import { context, header, lines, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { fitting } from './fitting.ts'
import { acceptanceSince, endInWords, sentenceLine } from './goal-words.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'
import {
  addAssignmentId,
  addWorkId,
  closeGoalId,
  dropGoalId,
  openButton,
  planButton,
  reviseGoalId,
} from './plan-buttons.ts'
import { meanInWords } from './plan-overview.ts'
import type { PlanReader } from './point-card.ts'
import { shareBar, shareInWords } from './share-words.ts'

const mostItems = 15
const mostOwed = 15
const mostKinds = 12
const mostGroups = 10
/** Slack takes some 13,000 characters a message: so many are for each part. */
const room = { served: 1_200, items: 3_800, owed: 2_300 }

/** What a goal's card rests on beside the plan; `altered`: when what is asked was changed last. */
export type GoalCardFacts = {
  kinds: readonly WorkKind[]
  today: Day
  reader: PlanReader
  altered?: Altered | undefined
}

/** A goal with the sentences above it and the work below it; what its reader may do with it stands at its foot. */
export function goalCard(
  trace: PlanTrace,
  traced: TracedGoal,
  facts: GoalCardFacts,
  language: Language,
): Message {
  const say = texts(language)
  const { goal, items, assignments, share } = traced
  const { kinds, today, reader } = facts
  const { year } = trace.plan
  const served = pointsServed(trace, goal)
  const title = say('goal.title', { id: goal.id, year: String(year) })
  const above = fitting(served, room.served, ({ point }) => `> ${sentenceLine(point, language, goal)}`)
  const work = fitting(items.slice(0, mostItems), room.items, (item) => workInWords(item, language))
  const owed = fitting(
    assignments.slice(0, mostOwed),
    room.owed,
    (assignment) => `• ${assignmentLine(assignment, today, language)}`,
  )
  const more = (all: readonly unknown[], shown: readonly unknown[]) =>
    all.length > shown.length ? [say('gaps.more', { count: all.length - shown.length })] : []
  return {
    text: say('plan.labelled', {
      label: title,
      value: `${brief(nameIn(goal.texts, language), 150)} · ${shareInWords(share, language)}`,
    }),
    blocks: [
      header(title),
      section(`*${brief(nameIn(goal.texts, language), 600)}*${endInWords(goal, language)}`),
      ...lines(
        `*${say('goal.serves')}*`,
        served.length === 0
          ? [say('goal.serves-none')]
          : [...above.map(({ text }) => text), ...more(served, above)],
      ),
      { type: 'section', fields: fieldsOf(traced, facts, language) },
      ...(items.length === 0 && assignments.length === 0
        ? goal.state === 'carried'
          ? [context(shareHow(trace, traced, language))]
          : [section(say('goal.no-work'))]
        : [
            ...(work.length === 0
              ? []
              : [
                  section(`*${say('goal.work', { count: items.length })}*`),
                  ...work.map(({ one, text }) => ({
                    ...section(text),
                    accessory: openButton({ year, what: one.item.id }, say('plan.open')),
                  })),
                ]),
            ...more(items, work).map(context),
            ...(owed.length === 0
              ? []
              : lines(`*${say('goal.assignments', { count: assignments.length })}*`, [
                  ...owed.map(({ text }) => text),
                  ...more(assignments, owed),
                ])),
            context(shareHow(trace, traced, language)),
            ...missingLines(traced, kinds, language),
          ]),
      ...wentOnLines(traced, language),
      ...actionsOf(goal, year, served[0]?.point.number, reader, language),
    ],
  }
}

/** How the goal's share came about; what was carried on is counted there. */
function shareHow(trace: PlanTrace, traced: TracedGoal, language: Language): string {
  const { goal, share, onward } = traced
  const isCarried = goal.state === 'carried' && onward !== undefined
  const parts = isCarried ? (goal.partsAtEnd ?? []) : partsOf(traced)
  const titles = new Map(trace.assignments.map(({ id, titles }) => [id, nameIn(titles, language)]))
  const named = parts.map(({ id, share }): [string, number] => [brief(titles.get(id) ?? id, 24), share])
  const how = meanInWords(share, named, language)
  return isCarried ? texts(language)('goal.share-carried', { how, id: brief(onward, 64) }) : how
}

/** What the goal asks for beside the work that there is: its share tells nothing of that. */
function missingLines(traced: TracedGoal, kinds: readonly WorkKind[], language: Language): KnownBlock[] {
  const missing = kindsWithoutWork(traced)
  if (missing.length === 0) return []
  const names = new Map(kinds.map((kind) => [kind.id, nameIn(kind.names, language)]))
  const list = firstOf(missing, mostKinds, (id) => brief(names.get(id) ?? id, 60), language)
  return [context(`⚠ ${texts(language)('goal.kinds-without-work', { kinds: list })}`)]
}

/** The work that was open when the goal was carried on, which is counted there. */
function wentOnLines({ wentOn, onward }: TracedGoal, language: Language): KnownBlock[] {
  if (wentOn.length === 0 || onward === undefined) return []
  const say = texts(language)
  const shown = wentOn.slice(0, mostItems).map((traced) => `• ${workInWords(traced, language)}`)
  const more = wentOn.length > mostItems ? [say('gaps.more', { count: wentOn.length - mostItems })] : []
  return lines(`*${say('goal.went-on', { id: brief(onward, 64) })}*`, [...shown, ...more])
}

function fieldsOf(
  { goal, share, onward }: TracedGoal,
  { kinds, today, altered }: GoalCardFacts,
  language: Language,
) {
  const say = texts(language)
  const names = new Map(kinds.map((kind) => [kind.id, nameIn(kind.names, language)]))
  const groups = goal.groups.slice(0, mostGroups).map(({ group, why, ...stands }) => {
    const part = acceptanceSince(stands, altered, today, language)
    const told = say('plan.group-part', { group: brief(group, 40), part })
    return why === undefined ? told : `${told} ${say('goal.said', { why: brief(why, 100) })}`
  })
  const left = goal.groups.length - groups.length
  if (left > 0) groups.push(say('gaps.more', { count: left }))
  const fact = (label: string, value: string) => ({ type: 'mrkdwn' as const, text: `*${label}*\n${value}` })
  return [
    fact(say('plan.point-progress'), `${shareBar(share)} ${shareInWords(share, language)}`),
    fact(say('goal.groups'), groups.length === 0 ? say('gaps.nobody-asked') : groups.join('\n')),
    ...(goal.kinds.length === 0
      ? []
      : [
          fact(
            say('goal.kinds'),
            firstOf(goal.kinds, mostKinds, (id) => brief(names.get(id) ?? id, 60), language),
          ),
        ]),
    ...(goal.dueOn === undefined ? [] : [fact(say('goal.due'), partialDayInWords(goal.dueOn, language))]),
    ...(goal.carriedFrom === undefined
      ? []
      : [fact('↪', say('goal.carried', { id: brief(goal.carriedFrom, 64) }))]),
    ...(onward === undefined ? [] : [fact('↪', say('goal.onward', { id: brief(onward, 64) }))]),
  ]
}

function workInWords({ item, kind, progress, assignments }: TracedItem, language: Language): string {
  const say = texts(language)
  const facts = [
    item.state === 'dropped' ? say('work.state-dropped') : shareInWords(progress.share, language),
    ...(kind === undefined ? [] : [brief(nameIn(kind.names, language), 60)]),
    brief(item.group, 40),
    ...(assignments.length === 0 ? [] : [say('work.assignments', { count: assignments.length })]),
  ]
  return `*${brief(item.id, 64)}* ${brief(nameIn(item.titles, language), 200)}\n${facts.join(' · ')}`
}

function actionsOf(
  goal: Goal,
  year: number,
  point: string | undefined,
  { isSecretariat, leads }: PlanReader,
  language: Language,
): KnownBlock[] {
  const say = texts(language)
  const isOpen = goal.state === 'open'
  const mayBreakDown = isOpen && goal.groups.some(({ group, state }) => state === 'accepted' && leads(group))
  const elements: Button[] = [
    ...(mayBreakDown
      ? [
          planButton(addWorkId, goal.id, say('goal.add-work'), { style: 'primary' }),
          planButton(addAssignmentId, goal.id, say('goal.add-assignment')),
        ]
      : []),
    ...(isOpen && isSecretariat
      ? [
          planButton(reviseGoalId, goal.id, say('goal.revise')),
          planButton(closeGoalId, goal.id, say('goal.close')),
          planButton(dropGoalId, goal.id, say('goal.drop')),
        ]
      : []),
    ...(point === undefined
      ? []
      : [
          openButton(
            { year, what: point },
            say('plan.back', { what: say('plan.point-named', { number: point }) }),
          ),
        ]),
  ]
  return elements.length === 0 ? [] : [{ type: 'actions', elements }]
}
