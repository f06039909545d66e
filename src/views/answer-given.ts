import type { Message } from '../contract/reply.ts'
import type { OfferedGoal } from '../domain/goal/offer-facts.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { goalLine } from './goal-words.ts'
import { brief } from './mrkdwn.ts'
import { answerInWords } from './offered-goal.ts'

/** Why an answer is not taken any more: who answered what before, or that nobody is asked now. */
export function answerGiven(offered: OfferedGoal, zone: string, language: Language): Message {
  const text = answerGivenInWords(offered, zone, language)
  return { text, blocks: [section(text)] }
}

/** The same in words. */
export function answerGivenInWords(offered: OfferedGoal, zone: string, language: Language): string {
  const { goal, part } = offered
  const say = texts(language)
  const head = goalLine(goal, language)
  const isAnswered = part.answeredAt !== undefined
  if (isAnswered) return `${head}\n${say('answer.given')} ${answerInWords(offered, zone, language)}`
  return `${head}\n${say('answer.not-asked', { group: brief(part.group, 40) })}`
}

/** What came of a press, in one line above what still waits. */
export function answerTaken({ goal, part }: OfferedGoal, language: Language): string {
  const key = part.state === 'accepted' ? 'answer.accepted' : 'answer.sent'
  return texts(language)(key, { goal: brief(goal.id, 64), group: brief(part.group, 40) })
}
