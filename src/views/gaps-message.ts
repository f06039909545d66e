import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import { countGaps, type OwnerGone, type PlanGaps } from '../domain/plan/gaps.ts'
import type { TracedGoal } from '../domain/plan/trace.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { assignmentLine, ownerName } from './assignment-line.ts'
import { context, lines, section } from './blocks.ts'
import { fitting } from './fitting.ts'
import { goalLine, partInWords, sentenceLine } from './goal-words.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { openButton } from './plan-buttons.ts'

/** A message has room for so many of each kind; the numbers in the headings tell of all. */
const mostTold = 8
/** Slack takes some 13,000 characters a message: so many are for each kind. */
const room = 1_600
const mostAsked = 4

const whyGone = {
  'member-left': 'gaps.owner-member-left',
  'nobody-represents': 'gaps.owner-nobody-represents',
  'group-ended': 'gaps.owner-group-ended',
  'group-unled': 'gaps.owner-group-unled',
} as const satisfies Record<OwnerGone, TextKey>

/** What of a year's plan has no one behind it, kind by kind. */
export function gapsMessage(
  gaps: PlanGaps,
  { year, today, group }: { year: number; today: Day; group?: string },
  language: Language,
): Message {
  const say = texts(language)
  const title = say('gaps.title', { count: countGaps(gaps), year: String(year) })
  const some = <T>(key: TextKey, all: readonly T[], line: (one: T) => string): KnownBlock[] => {
    if (all.length === 0) return []
    const told = fitting(all.slice(0, mostTold), room, (one) => `• ${line(one)}`).map(({ text }) => text)
    const left = all.length - told.length
    return lines(`*${say(key, { count: all.length })}*`, [
      ...told,
      ...(left > 0 ? [say('gaps.more', { count: left })] : []),
    ])
  }
  const heading =
    group === undefined ? title : say('plan.labelled', { label: brief(group, 40), value: title })
  return {
    text: heading,
    blocks: [
      section(`*${heading}*`),
      ...some('gaps.points', gaps.pointsWithoutGoal, ({ point }) => sentenceLine(point, language)),
      ...some(
        'gaps.groups',
        gaps.goalsWithoutGroup,
        (goal) => `${goalLine(goal.goal, language)} · ${askedInWords(goal, language)}`,
      ),
      ...some('gaps.assignments', gaps.goalsWithoutAssignment, ({ goal }) => goalLine(goal, language)),
      ...some(
        'gaps.loose',
        gaps.assignmentsWithoutGoal,
        (one) => `${assignmentLine(one, today, language)} · ${brief(one.group, 40)}`,
      ),
      ...some('gaps.owners', gaps.ownersGone, ({ assignment, why }) => {
        const name = brief(ownerName(assignment, language), 60)
        return `${assignmentLine(assignment, today, language)} · ${say(whyGone[why], { name })}`
      }),
      ...some(
        'gaps.ended',
        gaps.groupsGone,
        ({ goal, group }) => `${goalLine(goal.goal, language)} · ${brief(group, 40)}`,
      ),
      ...some('gaps.sentence', gaps.goalsWithoutPoint, ({ goal }) => goalLine(goal, language)),
      ...(group === undefined && countGaps(gaps) > 0 ? [context(say('gaps.in-group'))] : []),
      {
        type: 'actions',
        elements: [openButton({ year, what: '' }, say('plan.back', { what: say('plan.whole') }))],
      },
    ],
  }
}

/** Whom the goal was offered to, and what they said. */
function askedInWords({ goal }: TracedGoal, language: Language): string {
  if (goal.groups.length === 0) return texts(language)('gaps.nobody-asked')
  return firstOf(
    goal.groups,
    mostAsked,
    ({ group }) =>
      texts(language)('plan.group-part', {
        group: brief(group, 40),
        part: partInWords(goal, group, language),
      }),
    language,
  )
}
