import type { ModalView } from '@slack/types'
import { longestReason } from '../domain/goal/deciding.ts'
import type { OfferedGoal } from '../domain/goal/offer-facts.ts'
import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { brief } from './mrkdwn.ts'
import { type OfferAsked, offeredGoalInWords } from './offered-goal.ts'

/** The modal that asks for the reason of an answer; its private metadata is `GoalAnswered` as JSON. */
export const answerGoalId = 'goal.answer'
/** The block whose input is the reason. */
export const answerWhyBlock = 'why' as const

/** An answer that has a reason. */
export type ReasonedWord = 'ask-change' | 'decline'

/** Which goal is answered for which group, and how. */
export type GoalAnswered = OfferAsked & { word: ReasonedWord }

const words = {
  'ask-change': { title: 'answer.change-title', submit: 'answer.change-submit', why: 'answer.change-why' },
  decline: { title: 'answer.decline-title', submit: 'answer.decline-submit', why: 'answer.decline-why' },
} as const satisfies Record<ReasonedWord, Record<string, TextKey>>

/** Asks what should be otherwise, or why a goal is declined; the secretariat reads it. */
export function answerGoalModal(
  offered: OfferedGoal,
  { word, isListed }: { word: ReasonedWord; isListed?: true | undefined },
  language: Language,
): ModalView {
  const say = texts(language)
  const { goal, part } = offered
  const meta: GoalAnswered = { goal: goal.id, group: part.group, word, ...(isListed && { isListed }) }
  return {
    type: 'modal',
    callback_id: answerGoalId,
    private_metadata: JSON.stringify(meta),
    title: { type: 'plain_text', text: say(words[word].title) },
    submit: { type: 'plain_text', text: say(words[word].submit) },
    close: { type: 'plain_text', text: say('drop.close') },
    blocks: [
      section(`*${brief(part.group, 40)}*\n${offeredGoalInWords(offered, language)}`),
      {
        type: 'input',
        block_id: answerWhyBlock,
        label: { type: 'plain_text', text: say(words[word].why) },
        element: { type: 'plain_text_input', multiline: true, max_length: longestReason },
      },
    ],
  }
}
