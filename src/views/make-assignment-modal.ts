import type { ModalView } from '@slack/types'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Organisation } from '../domain/member/rules.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { texts } from '../texts/texts.ts'
import { longestNames, type TaskFilled, taskInputs, workStandardsBlock } from './add-work-modal.ts'
import { choiceInput, modalWords, option, textInput } from './inputs.ts'
import { placeBlock, placeOptions, type WorkPlace } from './work-places.ts'

/** The modal that asks for an assignment of a group; its private metadata is `AssignmentMade` as JSON. */
export const makeAssignmentModalId = 'assignment.make'
/** The block whose input is the group in which it is owed. */
export const makeGroupBlock = 'group' as const

/** `from`: a message's menu, where it was opened there. */
export type AssignmentMade = { from?: 'shortcut' }

/** What the modal is asked with; `groups` are those for which its reader may give one, at least one. */
export type MakeAssignmentFacts = TaskFilled & {
  groups: readonly WorkingGroup[]
  /** The goals that it may serve, each with a group that has taken it on. */
  places: readonly WorkPlace[]
  organisations: readonly Organisation[]
  /** What is likely meant. */
  group?: string | undefined
  standards?: string
  from?: 'shortcut'
}

/** Asks for an assignment of a group, which may serve a goal or none. */
export function makeAssignmentModal(facts: MakeAssignmentFacts, language: Language): ModalView {
  const say = texts(language)
  const { groups, places, organisations, standards, from, task, dueOn, person, organisation, several } = facts
  const meta: AssignmentMade = from === undefined ? {} : { from }
  const filled = {
    ...(task !== undefined && { task }),
    ...(dueOn !== undefined && { dueOn }),
    ...(person !== undefined && { person }),
    ...(organisation !== undefined && { organisation }),
    ...(several !== undefined && { several }),
  }
  const group = facts.group ?? (groups.length === 1 ? groups[0]?.code : undefined)
  return {
    type: 'modal',
    callback_id: makeAssignmentModalId,
    private_metadata: JSON.stringify(meta),
    ...modalWords({
      title: say('add-assignment.title'),
      submit: say('add-work.submit'),
      close: say('record.close'),
    }),
    blocks: [
      choiceInput({
        block: makeGroupBlock,
        label: say('work.group'),
        options: groups.map(({ code, names }) => option(code, `${code} ${nameIn(names, language)}`)),
        ...(group !== undefined && { initial: group }),
      }),
      ...taskInputs(organisations, { isOptional: false, ...filled }, language),
      textInput({
        block: workStandardsBlock,
        label: say('work.standards'),
        hint: say('add-assignment.standards-hint'),
        most: longestNames,
        isOptional: true,
        ...(standards !== undefined && { initial: standards }),
      }),
      ...(places.length === 0
        ? []
        : [
            choiceInput({
              block: placeBlock,
              label: say('add-assignment.place'),
              options: placeOptions(places, language),
              isOptional: true,
            }),
          ]),
    ],
  }
}
