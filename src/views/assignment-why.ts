import type { Message } from '../contract/reply.ts'
import type { OpenCounts } from '../domain/assignment/rules.ts'
import type { Explained } from '../domain/assignment/service.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Reason } from '../domain/plan/reasons.ts'
import { texts } from '../texts/texts.ts'
import { assignmentLine } from './assignment-line.ts'
import { context, section } from './blocks.ts'
import { goalLine, sentenceLine } from './goal-words.ts'
import { brief } from './mrkdwn.ts'

/** So many are explained in one message, and so many ways up of each; the rest is counted. */
const mostExplained = 20
const mostReasons = 3
const mostPoints = 2

/** Why each of somebody's own assignments is there: the work, the goal, and the sentence of the plan. */
export function assignmentWhy(
  { explained, counts, today }: { explained: readonly Explained[]; counts: OpenCounts; today: Day },
  language: Language,
): Message {
  const say = texts(language)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const title = say('assignments.mine', { count: total })
  const shown = explained.slice(0, mostExplained)
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      ...shown.map(({ assignment, reasons }) =>
        section(
          [
            `• ${assignmentLine(assignment, today, language, { own: true })}`,
            ...(reasons.length === 0 ? [say('why.none')] : []),
            ...reasons.slice(0, mostReasons).flatMap((reason) => reasonLines(reason, language)),
            ...(reasons.length > mostReasons
              ? [say('assignments.more', { count: reasons.length - mostReasons })]
              : []),
          ].join('\n'),
        ),
      ),
      ...(total > shown.length ? [context(say('assignments.more', { count: total - shown.length }))] : []),
    ],
  }
}

/** From the nearest up to the sentence. */
function reasonLines({ item, goal, points }: Reason, language: Language): string[] {
  const say = texts(language)
  return [
    ...(item === undefined
      ? []
      : [say('why.work', { work: `*${brief(item.id, 64)}* ${brief(nameIn(item.titles, language), 150)}` })]),
    say('why.goal', { goal: goalLine(goal, language) }),
    ...points.slice(0, mostPoints).map((point) => `> ${sentenceLine(point, language, goal)}`),
    ...(points.length === 0 ? [say('goal.serves-none')] : []),
  ]
}
