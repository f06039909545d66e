import type { KnownBlock } from '@slack/types'
import type { Assignment, AssignmentList } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { PersonDesk } from '../domain/desk/service.ts'
import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { openAssignmentMenu } from './assignment-buttons.ts'
import { assignmentLine } from './assignment-line.ts'
import { context, lines, section } from './blocks.ts'
import { brief } from './mrkdwn.ts'
import { finishAssignmentId, planButton, whyAssignmentId } from './plan-buttons.ts'

type Span = 'overdue' | 'soon' | 'later' | 'undated'

const headings = {
  overdue: 'assignments.overdue',
  soon: 'home.this-week',
  later: 'home.later',
  undated: 'assignments.undated',
} as const satisfies Record<Span, TextKey>

/** What the reader owes and can move themselves, by when it is due; nothing where they owe nothing. */
export function deskOwed(
  { today, first, counts }: AssignmentList,
  { member: reader, weekEndsOn }: Pick<PersonDesk, 'member' | 'weekEndsOn'>,
  language: Language,
): KnownBlock[] {
  const say = texts(language)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (total === 0) return []
  const spans = Object.keys(headings) as Span[]
  return [
    section(`*${say('home.owed', { count: total })}*`),
    ...spans.flatMap((span) => {
      const some = first.filter((assignment) => spanOf(assignment, today, weekEndsOn) === span)
      if (some.length === 0) return []
      const rows = some.map(
        (one) => `• ${assignmentLine(one, today, language, { reader })} · ${brief(one.group, 40)}`,
      )
      return lines(say(headings[span], { count: counts[span] }), rows)
    }),
    ...(total > first.length ? [context(say('home.owed-more', { count: total - first.length }))] : []),
    {
      type: 'actions',
      elements: [
        openAssignmentMenu(first, language),
        planButton(finishAssignmentId, 'mine', say('assignments.done')),
        planButton(whyAssignmentId, 'mine', say('assignments.why')),
      ],
    },
  ]
}

function spanOf({ dueOn }: Assignment, today: Day, weekEndsOn: Day): Span {
  if (dueOn === undefined) return 'undated'
  if (dueOn < today) return 'overdue'
  return dueOn <= weekEndsOn ? 'soon' : 'later'
}
