import type { ModalView } from '@slack/types'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Goal } from '../domain/goal/rules.ts'
import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { goalLine } from './goal-words.ts'

/** The modal that ends a goal; its private metadata is `GoalEnded` as JSON. */
export const endGoalId = 'goal.end'
/** The block whose input is what was reached, or why it is given up. */
export const endWhyBlock = 'why' as const

/** How a goal ends. */
export type EndState = 'closed' | 'dropped'

/** Which goal ends, and how. */
export type GoalEnded = { goal: string; state: EndState }

const words = {
  closed: {
    title: 'ending.close-title',
    submit: 'ending.close-submit',
    why: 'ending.close-why',
    what: 'ending.close-what',
  },
  dropped: {
    title: 'ending.drop-title',
    submit: 'ending.drop-submit',
    why: 'ending.drop-why',
    what: 'ending.drop-what',
  },
} as const satisfies Record<EndState, Record<string, TextKey>>

/** Asks what a goal has reached, or why it is given up: it stands on record with the plan. */
export function endGoalModal(goal: Goal, state: EndState, language: Language): ModalView {
  const say = texts(language)
  return {
    type: 'modal',
    callback_id: endGoalId,
    private_metadata: JSON.stringify({ goal: goal.id, state } satisfies GoalEnded),
    title: { type: 'plain_text', text: say(words[state].title) },
    submit: { type: 'plain_text', text: say(words[state].submit) },
    close: { type: 'plain_text', text: say('drop.close') },
    blocks: [
      section(`${goalLine(goal, language)}\n\n${say(words[state].what)}`),
      {
        type: 'input',
        block_id: endWhyBlock,
        label: { type: 'plain_text', text: say(words[state].why) },
        element: { type: 'plain_text_input', multiline: true, max_length: longestReason },
      },
    ],
  }
}
