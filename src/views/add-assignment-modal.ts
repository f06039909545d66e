import type { ModalView } from '@slack/types'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Organisation } from '../domain/member/rules.ts'
import type { WorkItem } from '../domain/work/rules.ts'
import { texts } from '../texts/texts.ts'
import { placeInput, type TaskFilled, taskInputs } from './add-work-modal.ts'
import { section } from './blocks.ts'
import { goalLine } from './goal-words.ts'
import { modalWords } from './inputs.ts'
import { brief } from './mrkdwn.ts'
import { placeRef, type WorkPlace } from './work-places.ts'

/**
 * The modal that asks for an assignment; its private metadata is `{ item }` or `{ place }` as JSON, empty where it asks
 * for the place.
 */
export const addAssignmentModalId = 'assignment.add'

/** A piece of work, or a goal with the groups that have taken it on. */
export type AssignmentBelow = { item: WorkItem } | { places: readonly [WorkPlace, ...WorkPlace[]] }

/** Asks for an assignment below a piece of work or a goal. */
export function addAssignmentModal(
  below: AssignmentBelow,
  organisations: readonly Organisation[],
  language: Language,
  filled: TaskFilled = {},
): ModalView {
  const say = texts(language)
  const places = 'places' in below ? below.places : []
  const [first, ...others] = places
  const meta =
    'item' in below
      ? { item: below.item.id }
      : others.length === 0 && first !== undefined
        ? { place: placeRef(first) }
        : {}
  return {
    type: 'modal',
    callback_id: addAssignmentModalId,
    private_metadata: JSON.stringify(meta),
    ...modalWords({
      title: say('add-assignment.title'),
      submit: say('add-work.submit'),
      close: say('record.close'),
    }),
    blocks: [
      ...('item' in below ? [section(workLine(below.item, language))] : []),
      ...(first === undefined ? [] : [section(goalLine(first.goal, language))]),
      ...placeInput(places, true, language),
      ...taskInputs(organisations, { isOptional: false, ...filled }, language),
    ],
  }
}

/** A piece of work in one line, by its short name. */
export function workLine({ id, titles }: Pick<WorkItem, 'id' | 'titles'>, language: Language): string {
  return `*${brief(id, 64)}* ${brief(nameIn(titles, language), 300)}`
}
