import type { Message } from '../contract/reply.ts'
import type { OpenCounts } from '../domain/assignment/rules.ts'
import type { Explained } from '../domain/assignment/service.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import type { Reason } from '../domain/plan/reasons.ts'
import { texts } from '../texts/texts.ts'
import { assignmentLine } from './assignment-line.ts'
import { context, section } from './blocks.ts'
import { endInWords } from './goal-words.ts'
import { brief } from './mrkdwn.ts'

/** So many are explained in one message, as far as its characters reach, and so many ways up of each; the rest is counted. */
const mostExplained = 20
const mostCharacters = 10_000
const mostReasons = 3
const mostPoints = 2

/** Why each of the reader's own assignments is there: the work, the goal, and the sentence of the plan; `reader` is their id. */
export function assignmentWhy(
  { explained, counts, today }: { explained: readonly Explained[]; counts: OpenCounts; today: Day },
  reader: string,
  language: Language,
): Message {
  const say = texts(language)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const title = say('assignments.mine', { count: total })
  const shown = asFarAsTheyReach(
    explained.slice(0, mostExplained).map((one) => inWords(one, { today, reader }, language)),
  )
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      ...shown.map((words) => section(words)),
      ...(total > shown.length ? [context(say('assignments.more', { count: total - shown.length }))] : []),
    ],
  }
}

/** Why one assignment is there, whoever owes it; `reader` is the id of whoever asks, where the committee knows them. */
export function whyOfOne(
  explained: Explained,
  today: Day,
  reader: string | undefined,
  language: Language,
): Message {
  const say = texts(language)
  const { assignment } = explained
  const title = say('why.title', { name: brief(assignment.id, 64) })
  const isWithdrawn = assignment.state === 'withdrawn'
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      section(inWords(explained, { today, reader, countsDays: !isWithdrawn }, language)),
      ...(isWithdrawn ? [context(say('assignment.state-withdrawn'))] : []),
    ],
  }
}

function asFarAsTheyReach(parts: readonly string[]): string[] {
  let length = 0
  return parts.filter((part) => {
    length += part.length
    return length <= mostCharacters
  })
}

function inWords(
  { assignment, reasons }: Explained,
  { today, reader, countsDays = true }: { today: Day; reader?: string | undefined; countsDays?: boolean },
  language: Language,
): string {
  const say = texts(language)
  const style = { countsDays, ...(reader !== undefined && { reader }) }
  const left = reasons.length - mostReasons
  return [
    `• ${assignmentLine(assignment, today, language, style)}`,
    ...(reasons.length === 0 ? [say('why.none')] : []),
    ...reasons.slice(0, mostReasons).flatMap((reason) => reasonLines(reason, language)),
    ...(left > 0 ? [say('assignments.more', { count: left })] : []),
  ].join('\n')
}

/** From the nearest up to the sentence. */
function reasonLines({ item, goal, points }: Reason, language: Language): string[] {
  const say = texts(language)
  const called = (id: string, names: Names) => `*${brief(id, 64)}* ${brief(nameIn(names, language), 120)}`
  return [
    ...(item === undefined ? [] : [say('why.work', { work: called(item.id, item.titles) })]),
    `${say('why.goal', { goal: called(goal.id, goal.texts), year: String(goal.year) })}${endInWords(goal, language)}`,
    ...points.slice(0, mostPoints).map(({ number, texts: sentence }) => {
      const text = brief(nameIn(sentence, language), 200)
      return `> ${say('offer.sentence', { number, text })}`
    }),
    ...(points.length === 0 ? [say('goal.serves-none')] : []),
  ]
}
