import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Goal } from '../domain/goal/rules.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import type { PointReading } from '../domain/plan/reading/outline.ts'
import type { Point } from '../domain/plan/rules.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { sentenceLine } from './goal-words.ts'
import { brief, shorten } from './mrkdwn.ts'
import { readingInWords } from './point-card.ts'

/** The modal that sets a goal; its private metadata is `GoalSet` as JSON. */
export const makeGoalId = 'goal.make'
/** The modal that changes one; its private metadata is `GoalRevised` as JSON. */
export const changeGoalId = 'goal.revise'
/** Menus that complete groups and kinds of work, where there are more than a menu takes. */
export const chooseKindId = 'kind.choose'
export const chooseGroupId = 'group.choose'
/** The inputs. */
export const goalZhBlock = 'zh' as const
export const goalEnBlock = 'en' as const
export const goalPointsBlock = 'points' as const
export const goalGroupsBlock = 'groups' as const
export const goalKindsBlock = 'kinds' as const
export const goalDayBlock = 'day' as const
export const goalWhyBlock = 'why' as const

/** The year whose plan it is for, and the point whose words were filled in. */
export type GoalSet = { year: number; point: string }
/** Which goal is changed; `seen`: how often it had been when it was looked at. */
export type GoalRevised = { goal: string; seen: number }

/** Longer words are not kept. */
export const longestGoal = 1_500
/** So many options Slack takes in a menu, chosen or to be chosen from. */
export const mostOptions = 100

/** What can be chosen: the groups that exist, and the kinds of work that the committee knows. */
export type GoalChoices = { groups: readonly WorkingGroup[]; kinds: readonly WorkKind[] }

type Filled = {
  texts: Names
  points: readonly Point[]
  kinds: readonly string[]
  groups: readonly string[]
  dueOn?: Day | undefined
}

/** Sets a goal for a sentence: its words, and what was read in them, are there to be corrected. */
export function newGoalModal(
  year: number,
  point: Point,
  choices: GoalChoices,
  language: Language,
): ModalView {
  const say = texts(language)
  const reading: PointReading | undefined = point.reading
  const read = reading && readingInWords({ ...reading, topics: [], urgent: [] }, choices.kinds, language)
  const filled: Filled = {
    texts: point.texts,
    points: [point],
    kinds: valuesOf(reading?.kinds),
    // Whom it is offered to is nobody's guess: what its words touch stands below the form.
    groups: [],
  }
  return {
    type: 'modal',
    callback_id: makeGoalId,
    private_metadata: JSON.stringify({ year, point: point.id } satisfies GoalSet),
    title: plain(say('goal-modal.new')),
    submit: plain(say('goal-modal.make')),
    close: plain(say('drop.close')),
    blocks: [
      section(`> ${sentenceLine(point, language)}\n${say('goal-modal.quiet')}`),
      ...fields(filled, choices, language),
      ...(read === undefined || read.length === 0
        ? []
        : [context(`${say('plan.point-asks')}: ${read.join('; ')}`)]),
    ],
  }
}

/** Changes a goal, with the reason, which stands on record. */
export function reviseGoalModal(
  goal: Goal,
  { points, seen }: { points: readonly Point[]; seen: number },
  choices: GoalChoices,
  language: Language,
): ModalView {
  const say = texts(language)
  const groups = goal.groups.map(({ group }) => group)
  const wishes = goal.groups.flatMap(({ group, state, why }) =>
    state === 'change-asked' && why !== undefined
      ? [`*${brief(group, 40)}* · ${say('goal.because-change', { why: brief(why, 300) })}`]
      : [],
  )
  return {
    type: 'modal',
    callback_id: changeGoalId,
    private_metadata: JSON.stringify({ goal: goal.id, seen } satisfies GoalRevised),
    title: plain(say('goal-modal.revise')),
    submit: plain(say('goal-modal.save')),
    close: plain(say('drop.close')),
    blocks: [
      section(
        [say('goal-modal.accepted-stay', { id: brief(goal.id, 64) }), ...wishes.slice(0, 5)].join('\n'),
      ),
      ...fields({ ...goal, points, groups }, choices, language),
      {
        type: 'input',
        block_id: goalWhyBlock,
        label: plain(say('goal-modal.why')),
        element: { type: 'plain_text_input', multiline: true, max_length: longestReason },
      },
    ],
  }
}

/** A group to choose from a menu: its value is its code. */
export function groupOption({ code, names }: WorkingGroup, language: Language): PlainTextOption {
  return option(code, `${code} ${nameIn(names, language)}`)
}

/** A kind of work to choose from a menu: its value is its id. */
export function kindOption({ id, names }: WorkKind, language: Language): PlainTextOption {
  return option(id, nameIn(names, language))
}

function fields(filled: Filled, { groups, kinds }: GoalChoices, language: Language): KnownBlock[] {
  const say = texts(language)
  const kindOptions = kinds.map((kind) => kindOption(kind, language))
  const groupOptions = groups.map((group) => groupOption(group, language))
  const words = (block: string, key: TextKey, text: string | undefined): KnownBlock => ({
    type: 'input',
    block_id: block,
    optional: true,
    label: plain(say(key)),
    element: {
      type: 'plain_text_input',
      multiline: true,
      max_length: longestGoal,
      ...(text !== undefined && { initial_value: shorten(text, longestGoal) }),
    },
  })
  const numbers = filled.points.map(({ number }) => number).join(', ')
  return [
    words(goalZhBlock, 'goal-modal.zh', filled.texts.zh),
    words(goalEnBlock, 'goal-modal.en', filled.texts.en),
    {
      type: 'input',
      block_id: goalPointsBlock,
      label: plain(say('goal-modal.points')),
      hint: plain(say('goal-modal.points-hint')),
      element: {
        type: 'plain_text_input',
        max_length: 500,
        ...(numbers !== '' && { initial_value: shorten(numbers, 500) }),
      },
    },
    ...(filled.groups.length > mostOptions
      ? [context(say('goal-modal.groups-stay', { count: filled.groups.length }))]
      : [groupsInput(groupOptions, filled.groups, language)]),
    kindsInput(kindOptions, filled.kinds, language),
    {
      type: 'input',
      block_id: goalDayBlock,
      optional: true,
      label: plain(say('goal-modal.day')),
      element: { type: 'datepicker', ...(filled.dueOn !== undefined && { initial_date: filled.dueOn }) },
    },
  ]
}

function groupsInput(
  options: readonly PlainTextOption[],
  chosen: readonly string[],
  language: Language,
): KnownBlock {
  const initial = initially(options, chosen)
  return {
    type: 'input',
    block_id: goalGroupsBlock,
    optional: true,
    label: plain(texts(language)('goal-modal.groups')),
    element:
      options.length > mostOptions
        ? { type: 'multi_external_select', action_id: chooseGroupId, min_query_length: 1, ...initial }
        : { type: 'multi_static_select', options: [...options], ...initial },
  }
}

function kindsInput(
  options: readonly PlainTextOption[],
  chosen: readonly string[],
  language: Language,
): KnownBlock {
  const initial = initially(options, chosen)
  return {
    type: 'input',
    block_id: goalKindsBlock,
    optional: true,
    label: plain(texts(language)('goal-modal.kinds')),
    element:
      options.length > mostOptions
        ? { type: 'multi_external_select', action_id: chooseKindId, min_query_length: 1, ...initial }
        : { type: 'multi_static_select', options: [...options], ...initial },
  }
}

/** Slack takes no empty list of what is chosen. */
function initially(options: readonly PlainTextOption[], chosen: readonly string[]) {
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value))
  return initial.length === 0 ? {} : { initial_options: initial.slice(0, mostOptions) }
}

function valuesOf(found: PointReading['kinds'] | undefined): string[] {
  return (found ?? []).map(({ value }) => value)
}

function option(value: string, text: string): PlainTextOption {
  return {
    value,
    text: { type: 'plain_text', text: shorten(text.replaceAll(/\s+/gu, ' '), 75), emoji: false },
  }
}

function plain(text: string) {
  return { type: 'plain_text' as const, text }
}
