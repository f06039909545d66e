import type { KnownBlock, ModalView } from '@slack/types'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Goal } from '../domain/goal/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Organisation } from '../domain/member/rules.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import type { WorkItem } from '../domain/work/rules.ts'
import { texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import {
  longestNames,
  longestTitle,
  workDueBlock,
  workKindBlock,
  workLeadBlock,
  workStandardsBlock,
  workStartBlock,
  workTopicsBlock,
} from './add-work-modal.ts'
import { context, section } from './blocks.ts'
import { choiceInput, choicesInput, dayInput, modalWords, mostOptions, option, textInput } from './inputs.ts'
import { organisationInput } from './owner-inputs.ts'
import { topicInWords } from './topic-words.ts'

/** The modal that changes a piece of work; its private metadata is `WorkRevised` as JSON. */
export const reviseWorkModalId = 'work.revise'
/** Its inputs, beside those of the modal that adds work. */
export const workTitleZhBlock = 'zh' as const
export const workTitleEnBlock = 'en' as const
export const workGoalsBlock = 'goals' as const
export const workWhyBlock = 'why' as const

/** Which piece of work is changed; `seen`: how often it had been when it was looked at. */
export type WorkRevised = { item: string; seen: number }

/** What the modal is asked with. */
export type ReviseWorkFacts = {
  seen: number
  /** Goals that the work serves or may serve. */
  goals: readonly Goal[]
  kinds: readonly WorkKind[]
  organisations: readonly Organisation[]
  /** What the standards that it makes are called. */
  designations: readonly string[]
}

/** Asks what of a piece of work is to be otherwise, with the reason, which stands on record. */
export function reviseWorkModal(item: WorkItem, facts: ReviseWorkFacts, language: Language): ModalView {
  const say = texts(language)
  const { seen, goals, kinds, organisations, designations } = facts
  const hasBegun = item.steps.length > 0 || Object.keys(item.evidence).length > 0
  const day = (initial: string | undefined) => (initial === undefined ? {} : { initial })
  const lead = organisations.find(({ id }) => id === item.lead)
  return {
    type: 'modal',
    callback_id: reviseWorkModalId,
    private_metadata: JSON.stringify({ item: item.id, seen } satisfies WorkRevised),
    ...modalWords({
      title: say('revise-work.title'),
      submit: say('revise-work.submit'),
      close: say('record.close'),
    }),
    blocks: [
      section(`${workLine(item, language)}\n${say('revise-work.what')}`),
      titleInput(workTitleZhBlock, say('revise-work.zh'), item.titles.zh),
      titleInput(workTitleEnBlock, say('revise-work.en'), item.titles.en),
      ...(hasBegun
        ? [context(say('revise-work.kind-stays'))]
        : [
            choiceInput({
              block: workKindBlock,
              label: say('work.kind'),
              options: kinds.map(({ id, names }) => option(id, nameIn(names, language))),
              initial: item.kind,
            }),
          ]),
      ...goalsInput(item, goals, language),
      ...organisationInput(
        { block: workLeadBlock, label: say('work.lead'), ...(lead && { initial: lead }) },
        organisations,
        language,
      ),
      dayInput({
        block: workStartBlock,
        label: say('add-work.start'),
        hint: say('add-work.start-hint'),
        isOptional: true,
        ...day(item.startsOn),
      }),
      dayInput({ block: workDueBlock, label: say('add-work.due'), isOptional: true, ...day(item.dueOn) }),
      textInput({
        block: workStandardsBlock,
        label: say('work.standards'),
        hint: say('add-work.standards-hint'),
        most: longestNames,
        isOptional: true,
        initial: designations.join(', '),
      }),
      textInput({
        block: workTopicsBlock,
        label: say('work.topics'),
        hint: say('add-work.topics-hint'),
        most: longestNames,
        isOptional: true,
        initial: item.topics.map((topic) => topicInWords(topic, language)).join(', '),
      }),
      textInput({
        block: workWhyBlock,
        label: say('goal-modal.why'),
        most: longestReason,
        isMultiline: true,
      }),
    ],
  }
}

function titleInput(block: string, label: string, initial: string | undefined): KnownBlock {
  return textInput({
    block,
    label,
    most: longestTitle,
    isOptional: true,
    ...(initial !== undefined && { initial }),
  })
}

/** Asks for the goals where there is a choice; those that it serves come first, and are all kept where they fill the menu. */
function goalsInput(item: WorkItem, goals: readonly Goal[], language: Language): KnownBlock[] {
  const serves = ({ id }: Goal) => item.goals.includes(id)
  const own = goals.filter(serves)
  if (goals.length < 2 || own.length > mostOptions) return []
  const options = [...own, ...goals.filter((goal) => !serves(goal))].map(({ id, texts }) =>
    option(id, `${id} ${nameIn(texts, language)}`),
  )
  const label = texts(language)('work.serves')
  return [choicesInput({ block: workGoalsBlock, label, options, initial: item.goals })]
}
