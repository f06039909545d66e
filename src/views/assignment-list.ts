import type { Message } from '../contract/reply.ts'
import { type AssignmentList, type Urgency, urgency } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { openAssignmentMenu } from './assignment-buttons.ts'
import { assignmentLine } from './assignment-line.ts'
import { context, lines, section } from './blocks.ts'
import { namedDay } from './dates.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { finishAssignmentId, planButton, whyAssignmentId } from './plan-buttons.ts'

/** Whose or which assignments the list is about, in words that are already harmless. */
export type ListHeading = {
  key:
    | 'assignments.mine'
    | 'assignments.mine-some'
    | 'assignments.of'
    | 'assignments.in-group'
    | 'assignments.everybody'
  values?: Record<string, string | number>
  /** The member whose own list it is. */
  reader?: string
  /** The days on which what is listed is due. */
  due?: { from?: Day; until: Day }
}

/**
 * Open assignments, first what is overdue, with owners and due dates, each of which can be opened; those that are not
 * shown are counted.
 */
export function assignmentList(
  { today, first, counts }: AssignmentList,
  heading: ListHeading,
  language: Language,
): Message {
  const say = texts(language)
  const values = Object.fromEntries(
    Object.entries(heading.values ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? brief(value, 100) : value,
    ]),
  )
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const title = say(heading.key, { ...values, count: total })
  const days = heading.due === undefined ? [] : [context(dueWords(heading.due, today, language))]
  if (total === 0) return { text: title, blocks: [section(title), ...days] }
  const style = heading.reader === undefined ? {} : { reader: heading.reader }
  const isOwn = heading.key === 'assignments.mine' || heading.key === 'assignments.mine-some'
  const part = (kind: Urgency, key: TextKey) => {
    const some = first.filter((assignment) => urgency(assignment, today) === kind)
    const items = some.map((assignment) => {
      const isBack = assignment.life.declined !== undefined
      const back = isBack ? ` · ${say('assignment.line-declined')}` : ''
      const line = `${assignmentLine(assignment, today, language, style)}${back}`
      const isInGroup = heading.key === 'assignments.in-group'
      return isInGroup ? `• ${line}` : `• ${line} · ${escapeMrkdwn(assignment.group)}`
    })
    return some.length === 0 ? [] : lines(`*${say(key, { count: counts[kind] })}*`, items)
  }
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      ...days,
      ...part('overdue', 'assignments.overdue'),
      ...part('soon', 'assignments.soon'),
      ...part('later', 'assignments.later'),
      ...part('undated', 'assignments.undated'),
      ...(total > first.length ? [context(say('assignments.more', { count: total - first.length }))] : []),
      {
        type: 'actions',
        elements: [
          openAssignmentMenu(first, language),
          ...(isOwn
            ? [
                planButton(finishAssignmentId, 'mine', say('assignments.done')),
                planButton(whyAssignmentId, 'mine', say('assignments.why')),
              ]
            : []),
        ],
      },
    ],
  }
}

function dueWords({ from, until }: { from?: Day; until: Day }, today: Day, language: Language): string {
  const say = texts(language)
  const last = namedDay(until, today, language)
  if (from === undefined) return say('assignments.due-until', { until: last })
  if (from === until) return say('assignments.due-on', { on: last })
  return say('assignments.due-days', { from: namedDay(from, today, language), until: last })
}
