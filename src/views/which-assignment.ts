import type { KnownBlock, PlainTextOption } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { ownerName } from './assignment-line.ts'
import { section } from './blocks.ts'
import { choiceInput, option } from './inputs.ts'
import { shorten } from './mrkdwn.ts'

/** The input that asks which of several assignments a modal is about. */
export const whichBlock = 'which' as const

/** A choice among assignments; the line below each tells by whom it is owed and by when. */
export function whichAssignment(
  assignments: readonly Assignment[],
  label: string,
  language: Language,
): KnownBlock {
  const [only, ...others] = assignments
  return choiceInput({
    block: whichBlock,
    label,
    options: assignments.map((one) => assignmentOption(one, language)),
    ...(only !== undefined && others.length === 0 && { initial: only.id }),
  })
}

/** What a modal is about: one assignment, which its metadata carries, or one of several, which it asks for. */
export function aboutAssignments(
  assignments: readonly Assignment[],
  language: Language,
): { meta: string; blocks: KnownBlock[] } {
  const [only, ...others] = assignments
  if (only !== undefined && others.length === 0)
    return {
      meta: JSON.stringify({ assignment: only.id }),
      blocks: [section(workLine(only, language))],
    }
  return {
    meta: '{}',
    blocks: [whichAssignment(assignments, texts(language)('reminder.which'), language)],
  }
}

function assignmentOption(one: Assignment, language: Language): PlainTextOption {
  return {
    ...option(one.id, nameIn(one.titles, language)),
    description: {
      type: 'plain_text' as const,
      text: shorten(
        [ownerName(one, language), one.dueOn].filter((part) => part !== undefined).join(' · ') || '—',
        75,
      ),
      emoji: false,
    },
  }
}
