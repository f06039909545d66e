import type { InputBlock, KnownBlock, ModalView, Option, PlainTextOption } from '@slack/types'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { PlanDraft } from '../domain/plan/draft.ts'
import type { Plan, PlanArea, Point } from '../domain/plan/rules.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { fitting } from './fitting.ts'
import { groupName } from './group-name.ts'
import { shorten } from './mrkdwn.ts'
import { draftValue } from './plan-preview.ts'
import { readingInWords } from './point-card.ts'
import { topicInWords } from './topic-words.ts'

/** The menu of what can be corrected; each value is the draft's, a slash and the part: `d-1/3/point:2.3`. */
export const choosePlanPartId = 'plan-part.choose'
/** The modal that corrects one part; its private metadata is `{ draft, revision, part }` as JSON. */
export const correctPlanPartId = 'plan-part.correct'

/** Its inputs, by their blocks. */
export const planTitleBlock = 'title' as const
export const planYearBlock = 'year' as const
export const pointWhatBlock = 'what' as const
export const pointTextBlock = 'text' as const
export const pointKindsBlock = 'kinds' as const
export const pointGroupsBlock = 'groups' as const
export const pointTopicsBlock = 'topics' as const
export const pointDatesBlock = 'dates' as const
export const pointUrgentBlock = 'urgent' as const

/** What was read of a point is told in so many characters. */
const roomForReading = 2_000
/** Slack takes so many choices of a menu, or of one heading in it. */
const mostChoices = 100
export const longestTitle = 500
export const longestPoint = 3_000
export const longestTopics = 1_500
export const longestDates = 500

/** A part of a draft: the plan's own title and year, an area, or a point. */
export type PlanPart =
  | { kind: 'plan' }
  | { kind: 'area'; area: PlanArea }
  | { kind: 'point'; point: Point; isFirst: boolean }

/** The part of a plan called `plan`, `area:2` or `point:2.3`; undefined where it has none. */
export function planPart(plan: Plan, called: string): PlanPart | undefined {
  if (called === 'plan') return { kind: 'plan' }
  const [kind, number] = called.split(':')
  for (const area of plan.areas) {
    if (kind === 'area' && String(area.number) === number) return { kind: 'area', area }
    const at = area.points.findIndex((point) => point.number === number)
    const point = area.points[at]
    if (kind === 'point' && point !== undefined) return { kind: 'point', point, isFirst: at === 0 }
  }
  return undefined
}

/** Asks what of a draft is to be put right. */
export function choosePlanPartModal(draft: PlanDraft, language: Language): ModalView {
  const say = texts(language)
  const option = (part: string, text: string): PlainTextOption => ({
    value: `${draftValue(draft)}/${part}`,
    text: { type: 'plain_text', text: shorten(text, 75) },
  })
  const { areas } = draft.plan
  const ofPlan = [
    option('plan', say('correct-plan.whole')),
    ...areas.map(({ number, names }) =>
      option(
        `area:${number}`,
        say('plan.place-area', { number: String(number), title: nameIn(names, language) }),
      ),
    ),
  ]
  const ofPoints = areas.flatMap(({ points }) =>
    inParts(points, mostChoices).map((some) => ({
      label: say('correct-plan.points', {
        from: some[0]?.number ?? '',
        to: some.at(-1)?.number ?? '',
        count: some.length,
      }),
      options: some.map(({ number, texts: names }) =>
        option(`point:${number}`, `${number} ${nameIn(names, language)}`),
      ),
    })),
  )
  return {
    type: 'modal',
    title: { type: 'plain_text', text: say('correct-plan.title') },
    close: { type: 'plain_text', text: say('correct-plan.close') },
    blocks: [
      {
        type: 'section',
        block_id: 'part',
        text: { type: 'mrkdwn', text: say('correct-plan.choose') },
        accessory: {
          type: 'static_select',
          action_id: choosePlanPartId,
          placeholder: { type: 'plain_text', text: say('correct-plan.placeholder') },
          focus_on_load: true,
          option_groups: [{ label: say('correct-plan.plan-and-areas'), options: ofPlan }, ...ofPoints].map(
            ({ label, options }) => ({ label: { type: 'plain_text' as const, text: label }, options }),
          ),
        },
      },
    ],
  }
}

function inParts<T>(all: readonly T[], most: number): T[][] {
  const count = Math.ceil(all.length / most)
  return Array.from({ length: count }, (_, at) => all.slice(at * most, (at + 1) * most))
}

/** Asks how a part is to read, with what is there filled in. */
export function correctPlanModal(
  draft: PlanDraft,
  part: PlanPart,
  known: { kinds: readonly WorkKind[]; groups: readonly WorkingGroup[] },
  language: Language,
): ModalView {
  const say = texts(language)
  const { id, revision, plan } = draft
  const called =
    part.kind === 'plan'
      ? 'plan'
      : part.kind === 'area'
        ? `area:${part.area.number}`
        : `point:${part.point.number}`
  const inputs =
    part.kind === 'plan'
      ? [
          textInput(planTitleBlock, say('correct-plan.plan-title'), nameIn(plan.names, language), {
            most: longestTitle,
          }),
          textInput(planYearBlock, say('correct-plan.year'), String(plan.year), { most: 4 }),
        ]
      : part.kind === 'area'
        ? [
            textInput(planTitleBlock, say('correct-plan.area-title'), nameIn(part.area.names, language), {
              most: longestTitle,
            }),
          ]
        : pointInputs(part, known, language)
  return {
    type: 'modal',
    callback_id: correctPlanPartId,
    private_metadata: JSON.stringify({ draft: id, revision, part: called }),
    title: { type: 'plain_text', text: say('correct-plan.title') },
    submit: { type: 'plain_text', text: say('correct-plan.submit') },
    close: { type: 'plain_text', text: say('correct-plan.close') },
    blocks: [...(part.kind === 'point' ? pointHead(part.point, known.kinds, language) : []), ...inputs],
  }
}

/** The number, and what was read of the sentence with the words on which it rests. */
function pointHead({ number, reading }: Point, kinds: readonly WorkKind[], language: Language): KnownBlock[] {
  const say = texts(language)
  const told = reading === undefined ? [] : readingInWords(reading, kinds, language)
  const corrected = reading?.isCorrected === true ? [`✎ ${say('plan.corrected')}`] : []
  const all = fitting([...corrected, ...told], roomForReading, (one) => one).map(({ text }) => text)
  return [section(`*${number}*`), ...(all.length === 0 ? [] : [context(all.join('\n'))])]
}

function pointInputs(
  { point, isFirst }: PlanPart & { kind: 'point' },
  known: { kinds: readonly WorkKind[]; groups: readonly WorkingGroup[] },
  language: Language,
): InputBlock[] {
  const say = texts(language)
  const { reading } = point
  const values = (found: readonly { value: string }[] | undefined) => (found ?? []).map(({ value }) => value)
  const whats = (['point', 'no-point', ...(isFirst ? [] : (['continuation'] as const))] as const).map(
    (what) => choice(what, say(`correct-plan.what-${what}`)),
  )
  const urgent = choice('urgent', say('correct-plan.is-urgent'))
  return [
    {
      type: 'input',
      block_id: pointWhatBlock,
      label: { type: 'plain_text', text: say('correct-plan.what') },
      element: {
        type: 'radio_buttons',
        options: whats,
        ...(whats[0] !== undefined && { initial_option: whats[0] }),
      },
    },
    textInput(pointTextBlock, say('correct-plan.text'), nameIn(point.texts, language), {
      most: longestPoint,
      isLong: true,
    }),
    ...menu(
      pointKindsBlock,
      say('correct-plan.kinds'),
      known.kinds.map((kind) => choice(kind.id, nameIn(kind.names, language))),
      values(reading?.kinds),
    ),
    ...groupInput(known.groups, values(reading?.groups), language),
    textInput(pointTopicsBlock, say('correct-plan.topics'), topicsFilledIn(point, language), {
      most: longestTopics,
      isOptional: true,
    }),
    textInput(pointDatesBlock, say('correct-plan.dates'), values(reading?.dates).join(', '), {
      most: longestDates,
      isOptional: true,
    }),
    {
      type: 'input',
      block_id: pointUrgentBlock,
      optional: true,
      label: { type: 'plain_text', text: say('correct-plan.urgent') },
      element: {
        type: 'checkboxes',
        options: [urgent],
        ...((reading?.urgent.length ?? 0) > 0 && { initial_options: [urgent] }),
      },
    },
  ]
}

/** The topics of a point as its field shows them. */
export function topicsFilledIn({ reading }: Point, language: Language): string {
  const names = (reading?.topics ?? []).map(({ value }) => topicInWords(value, language))
  return shorten(names.join(texts(language)('list.comma')), longestTopics)
}

/** A menu, or their codes in a line where they are more than Slack puts into one. */
function groupInput(
  groups: readonly WorkingGroup[],
  chosen: readonly string[],
  language: Language,
): InputBlock[] {
  const say = texts(language)
  if (groups.length > mostChoices)
    return [
      textInput(pointGroupsBlock, say('correct-plan.groups-typed'), chosen.join(', '), {
        most: longestTopics,
        isOptional: true,
      }),
    ]
  const offered = groups.map((group) => choice(group.code, groupName(group, language)))
  return menu(pointGroupsBlock, say('correct-plan.groups'), offered, chosen)
}

/** A menu of many choices; none where there is nothing to choose. */
function menu(
  block: string,
  label: string,
  options: readonly PlainTextOption[],
  chosen: readonly string[],
): InputBlock[] {
  const offered = options.slice(0, mostChoices)
  const initial = offered.filter(({ value }) => value !== undefined && chosen.includes(value))
  if (offered.length === 0) return []
  return [
    {
      type: 'input',
      block_id: block,
      optional: true,
      label: { type: 'plain_text', text: label },
      element: {
        type: 'multi_static_select',
        options: offered,
        ...(initial.length > 0 && { initial_options: initial }),
      },
    },
  ]
}

function choice(value: string, text: string): PlainTextOption & Option {
  return { value, text: { type: 'plain_text', text: shorten(text, 75) } }
}

function textInput(
  block: string,
  label: string,
  value: string,
  { most, isLong = false, isOptional = false }: { most: number; isLong?: boolean; isOptional?: boolean },
): InputBlock {
  return {
    type: 'input',
    block_id: block,
    ...(isOptional && { optional: true }),
    label: { type: 'plain_text', text: label },
    element: {
      type: 'plain_text_input',
      max_length: most,
      ...(isLong && { multiline: true }),
      ...(value !== '' && { initial_value: shorten(value, most) }),
    },
  }
}
