import type { ModalView } from '@slack/types'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Organisation } from '../domain/member/rules.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { texts } from '../texts/texts.ts'
import { longestNames, taskInputs, workStandardsBlock } from './add-work-modal.ts'
import { choiceInput, modalWords, option, textInput } from './inputs.ts'
import { placeBlock, placeOptions, type WorkPlace } from './work-places.ts'

/** The modal that asks for an assignment of a group; its private metadata is `AssignmentMade` as JSON. */
export const makeAssignmentModalId = 'assignment.make'
/** The block whose input is the group in which it is owed. */
export const makeGroupBlock = 'group' as const

/** `from`: a message's menu, where it was opened there. */
export type AssignmentMade = { from?: 'shortcut' }

/** What the modal is asked with; `groups` are those for which its reader may give one, at least one. */
export type MakeAssignmentFacts = {
  groups: readonly WorkingGroup[]
  /** The goals that it may serve, each with a group that has taken it on. */
  places: readonly WorkPlace[]
  organisations: readonly Organisation[]
  /** What is likely meant. */
  group?: string | undefined
  task?: string
  standards?: string
  /** Slack's id of whoever is likely meant to owe it. */
  owner?: string
  from?: 'shortcut'
}

/** Asks for an assignment of a group, which may serve a goal or none. */
export function makeAssignmentModal(facts: MakeAssignmentFacts, language: Language): ModalView {
  const say = texts(language)
  const { groups, places, organisations, task, standards, owner, from } = facts
  const meta: AssignmentMade = from === undefined ? {} : { from }
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
      ...taskInputs(
        organisations,
        { isOptional: false, ...(task !== undefined && { task }), ...(owner !== undefined && { owner }) },
        language,
      ),
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
