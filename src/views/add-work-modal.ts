import type { InputBlock, ModalView, SectionBlock } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Organisation } from '../domain/member/rules.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { goalLine } from './goal-words.ts'
import { choiceInput, dayInput, modalWords, option, textInput } from './inputs.ts'
import { type OwnerFilled, organisationInput, ownerInputs } from './owner-inputs.ts'
import { placeBlock, placeOptions, placeRef, type WorkPlace } from './work-places.ts'

/** The modal that asks for a piece of work; its private metadata is `{ place }` as JSON, empty where it asks for that. */
export const addWorkModalId = 'work.add'
/** Its inputs, beside the place and the owner of the first assignment. */
export const workKindBlock = 'kind' as const
export const workTitleBlock = 'title' as const
export const workLeadBlock = 'lead' as const
export const workStartBlock = 'start' as const
export const workDueBlock = 'due' as const
export const workStandardsBlock = 'standards' as const
export const workTopicsBlock = 'topics' as const
export const taskBlock = 'task' as const
export const taskDueBlock = 'task-due' as const

/** Longer titles are not kept, and longer lists of names not read. */
export const longestTitle = 300
export const longestNames = 1_000

/** What the modal is asked with; `places` are those that its reader may choose, at least one. */
export type AddWorkFacts = {
  places: readonly [WorkPlace, ...WorkPlace[]]
  kinds: readonly WorkKind[]
  organisations: readonly Organisation[]
  /** The kind that is likely meant, the first words of a title, and topics. */
  kind?: string
  title?: string
  topics?: string
  startsOn?: Day
}

/** Asks for a piece of work, and for the first thing that somebody is to do for it. */
export function addWorkModal(facts: AddWorkFacts, language: Language): ModalView {
  const say = texts(language)
  const { places, kinds, organisations, kind, title, topics, startsOn } = facts
  const [first, ...others] = places
  const isOneGoal = others.every(({ goal }) => goal.id === first.goal.id)
  const kindOptions = kinds.map(({ id, names }) => option(id, nameIn(names, language)))
  return {
    type: 'modal',
    callback_id: addWorkModalId,
    private_metadata: JSON.stringify(others.length === 0 ? { place: placeRef(first) } : {}),
    ...modalWords({
      title: say('add-work.title'),
      submit: say('add-work.submit'),
      close: say('record.close'),
    }),
    blocks: [
      ...(isOneGoal ? [section(goalLine(first.goal, language))] : []),
      ...placeInput(places, isOneGoal, language),
      choiceInput({
        block: workKindBlock,
        label: say('work.kind'),
        options: kindOptions,
        ...(kind !== undefined && { initial: kind }),
      }),
      textInput({
        block: workTitleBlock,
        label: say('add-work.name'),
        most: longestTitle,
        ...(title !== undefined && { initial: title }),
      }),
      ...organisationInput({ block: workLeadBlock, label: say('work.lead') }, organisations, language),
      dayInput({
        block: workStartBlock,
        label: say('add-work.start'),
        hint: say('add-work.start-hint'),
        isOptional: true,
        ...(startsOn !== undefined && { initial: startsOn }),
      }),
      dayInput({ block: workDueBlock, label: say('add-work.due'), isOptional: true }),
      textInput({
        block: workStandardsBlock,
        label: say('work.standards'),
        hint: say('add-work.standards-hint'),
        most: longestNames,
        isOptional: true,
      }),
      textInput({
        block: workTopicsBlock,
        label: say('work.topics'),
        hint: say('add-work.topics-hint'),
        most: longestNames,
        isOptional: true,
        ...(topics !== undefined && { initial: topics }),
      }),
      { type: 'divider' },
      context(say('add-work.first')),
      ...taskInputs(organisations, { isOptional: true }, language),
    ],
  }
}

/** Asks for the place where there are several. */
export function placeInput(
  places: readonly WorkPlace[],
  isOneGoal: boolean,
  language: Language,
): InputBlock[] {
  const say = texts(language)
  if (places.length < 2) return []
  const options = placeOptions(places, language)
  const label = say(isOneGoal ? 'work.group' : 'add-work.place')
  const [first] = options
  return [
    choiceInput({ block: placeBlock, label, options, ...(isOneGoal && { initial: first?.value ?? '' }) }),
  ]
}

/** What of an assignment is likely meant: what, by whom, by when. */
export type TaskFilled = OwnerFilled & { task?: string; dueOn?: Day }

/** Asks for an assignment: what, by whom, by when. */
export function taskInputs(
  organisations: readonly Organisation[],
  { isOptional, task, dueOn, ...owner }: { isOptional: boolean } & TaskFilled,
  language: Language,
): (SectionBlock | InputBlock)[] {
  const say = texts(language)
  return [
    textInput({
      block: taskBlock,
      label: say('task.what'),
      most: longestTitle,
      isOptional,
      ...(task !== undefined && { initial: task }),
    }),
    ...ownerInputs(organisations, language, owner),
    dayInput({
      block: taskDueBlock,
      label: say('task.due'),
      isOptional: true,
      ...(dueOn !== undefined && { initial: dueOn }),
    }),
  ]
}
