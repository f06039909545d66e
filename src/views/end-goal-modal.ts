import type { ModalView } from '@slack/types'
import { longestReason } from '../domain/goal/deciding.ts'
import { groupsOf } from '../domain/goal/rules.ts'
import type { Language } from '../domain/language/rules.ts'
import { assignmentsBelow, type TracedGoal } from '../domain/plan/trace.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { goalLine } from './goal-words.ts'
import { modalWords, textInput } from './inputs.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'

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

/** So many groups are named. */
const mostGroups = 10

/**
 * Asks what a goal has reached, or why it is given up, which stands on record with the plan, and shows what that touches.
 * `why`: the reason that was typed already.
 */
export function endGoalModal(
  traced: TracedGoal,
  { state, why }: { state: EndState; why?: string | undefined },
  language: Language,
): ModalView {
  const say = texts(language)
  const { goal } = traced
  return {
    type: 'modal',
    callback_id: endGoalId,
    private_metadata: JSON.stringify({ goal: goal.id, state } satisfies GoalEnded),
    ...modalWords({
      title: say(words[state].title),
      submit: say(words[state].submit),
      close: say('drop.close'),
    }),
    blocks: [
      section(`${goalLine(goal, language)}\n\n${say(words[state].what)}`),
      section(touchedInWords(traced, language)),
      textInput({
        block: endWhyBlock,
        label: say(words[state].why),
        most: longestReason,
        isMultiline: true,
        ...(why !== undefined && { initial: why }),
      }),
    ],
  }
}

/** What is open below the goal, and which groups have it or are asked about it: their convenors are told. */
function touchedInWords(traced: TracedGoal, language: Language): string {
  const say = texts(language)
  const isOpen = ({ state }: { state: string }) => state === 'open'
  const named = (codes: readonly string[]) => firstOf(codes, mostGroups, (code) => brief(code, 40), language)
  const had = groupsOf(traced.goal)
  const asked = traced.goal.groups.flatMap(({ group, state }) => (state === 'offered' ? [group] : []))
  return [
    say('ending.touches', {
      items: traced.items.filter(({ item }) => isOpen(item)).length,
      assignments: assignmentsBelow(traced).filter(isOpen).length,
    }),
    had.length === 0 ? say('ending.had-none') : say('ending.had', { groups: named(had) }),
    ...(asked.length === 0 ? [] : [say('ending.asked', { groups: named(asked) })]),
  ].join('\n')
}
