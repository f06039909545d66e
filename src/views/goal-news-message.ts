import type { Message } from '../contract/reply.ts'
import type { GoalNews, ToldGoal } from '../domain/goal/news-facts.ts'
import { groupsOf } from '../domain/goal/rules.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import type { FieldChange, PlanChange, PlanChangeKind } from '../domain/plan/change.ts'
import { numberIn } from '../domain/plan/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { momentForEachReader, partialDayInWords } from './dates.ts'
import { fitting } from './fitting.ts'
import { goalLine } from './goal-words.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { openGoalId, planButton } from './plan-buttons.ts'
import { shareInWords } from './share-words.ts'

/** Slack takes some 13,000 characters a message. */
const mostTold = 12
const room = 9_000
/** So many of what a field holds are named. */
const mostNamed = 6

type Said =
  | 'goal-changed'
  | 'goal-closed'
  | 'goal-carried'
  | 'goal-dropped'
  | 'point-changed'
  | 'point-dropped'

const titles = {
  'goal-changed': 'news.changed',
  'goal-closed': 'news.closed',
  'goal-carried': 'news.carried',
  'goal-dropped': 'news.dropped',
  'point-changed': 'news.sentences',
  'point-dropped': 'news.sentences',
} as const satisfies Record<Said, TextKey>

/** Tells whoever leads a group what was decided of its goals: what, by whom, when and why, and each goal to open. */
export function goalNewsMessage(news: GoalNews, zone: string, language: Language): Message {
  const say = texts(language)
  const { told, byNames } = news
  const [first] = told
  const group = brief(news.group.code, 40)
  const values = {
    group,
    count: told.length,
    year: String(first?.change.year ?? ''),
    next: String(first?.next?.year ?? ''),
  }
  const title = say(titleOf(first?.change.kind), values)
  const shown = fitting(told.slice(0, mostTold), room, (one) => toldInWords(one, news, language))
  const why = first?.change.why
  const reason = first?.change.kind === 'goal-closed' ? 'news.reached' : 'changes.why'
  return {
    text: title,
    blocks: [
      section(why === undefined ? `*${title}*` : `*${title}*\n${say(reason, { why: brief(why, 500) })}`),
      ...(first === undefined
        ? []
        : [
            context(
              say('news.by', {
                name: byNames === undefined ? say('history.nobody') : brief(nameIn(byNames, language), 80),
                at: momentForEachReader(first.change.at, zone, language),
              }),
            ),
          ]),
      ...shown.map(({ one: { goal, change }, text }) => ({
        ...section(text),
        // A goal may serve several sentences.
        accessory: planButton(`${openGoalId}:${goal.id}-${change.id}`, goal.id, say('plan.open')),
      })),
      ...(told.length > shown.length
        ? [context(say('assignments.more', { count: told.length - shown.length }))]
        : []),
      ...(first === undefined ? [] : [context(say('news.next', { goal: brief(first.goal.id, 64) }))]),
    ],
  }
}

function titleOf(kind: PlanChangeKind | undefined): TextKey {
  return kind !== undefined && kind in titles ? titles[kind as Said] : titles['goal-changed']
}

/** One goal, what became of it, and what that means for the group. */
function toldInWords(told: ToldGoal, news: GoalNews, language: Language): string {
  const { change, goal } = told
  if (change.kind === 'point-changed' || change.kind === 'point-dropped')
    return [goalLine(goal, language), ...sentenceInWords(change, news.called, language)].join('\n')
  const words = { id: goal.id, texts: change.before ?? goal.texts }
  return [
    goalLine(words, language),
    ...(change.kind === 'goal-changed' ? changeInWords(told, news.called, language) : []),
    ...forGroup(told, news.group.code, language),
  ].join('\n')
}

/** The sentence as it was, and as it is now; or that the plan has it no more. */
function sentenceInWords(change: PlanChange, called: GoalNews['called'], language: Language): string[] {
  const say = texts(language)
  const { kind, subject, before = {}, after = {} } = change
  const number = called.get(subject)
  const name = typeof number === 'string' ? number : (numberIn(subject) ?? subject)
  const was = `> ${brief(nameIn(before, language), 300)}`
  return kind === 'point-dropped'
    ? [say('news.sentence-dropped', { number: brief(name, 40) }), was]
    : [
        say('news.sentence-changed', { number: brief(name, 40) }),
        was,
        ...rewordedInWords(before, after, language),
      ]
}

function forGroup({ change, goal, part, next }: ToldGoal, code: string, language: Language): string[] {
  const say = texts(language)
  const group = brief(code, 40)
  if (change.kind === 'goal-carried') {
    if (next === undefined) return []
    const share = shareInWords(goal.shareAtEnd ?? 0, language)
    const values = { id: brief(next.id, 64), year: String(next.year), share, group }
    const isKept = groupsOf(next).includes(code)
    return [say(isKept ? 'news.onward' : 'news.onward-without', values)]
  }
  const isChange = change.kind === 'goal-changed'
  // Whoever has answered since has seen it.
  const isEarlier = part?.answeredAt === undefined || part.answeredAt < change.at
  switch (part?.state) {
    case 'accepted':
      return isChange && isEarlier ? [say('news.still-has', { group })] : []
    case 'offered':
      return [say('news.still-asked')]
    case 'change-asked':
      return [say('news.wanted-change', { group })]
    default:
      return [say('news.not-asked', { group })]
  }
}

/** The words before and after, and what else of it changed. */
function changeInWords({ change }: ToldGoal, called: GoalNews['called'], language: Language): string[] {
  const { before, after, fields = [] } = change
  return [
    ...(before === undefined || after === undefined ? [] : rewordedInWords(before, after, language)),
    ...fields.flatMap((field) => fieldInWords(field, called, language)),
  ]
}

/** The words after a change, below those before it; in the other language, where only that was changed. */
function rewordedInWords(before: Names, after: Names, language: Language): string[] {
  const other = language === 'en' ? 'zh' : 'en'
  if (nameIn(before, language) !== nameIn(after, language))
    return ['→', `> ${brief(nameIn(after, language), 300)}`]
  if (before[other] === after[other]) return []
  const none = texts(language)('changes.field-none')
  return [`> ${brief(before[other] ?? none, 300)}`, '→', `> ${brief(after[other] ?? none, 300)}`]
}

const fieldKeys = {
  points: 'changes.field-points',
  kinds: 'work.kind',
  due: 'work.due',
} as const satisfies Partial<Record<FieldChange['field'], TextKey>>

function fieldInWords(
  { field, before, after }: FieldChange,
  called: GoalNews['called'],
  language: Language,
): string[] {
  if (field !== 'points' && field !== 'kinds' && field !== 'due') return []
  const say = texts(language)
  const inWords = (id: string) => {
    if (field === 'due') return partialDayInWords(id, language)
    const name = called.get(id) ?? id
    return brief(typeof name === 'string' ? name : nameIn(name, language), 60)
  }
  const list = (ids: readonly string[]) =>
    ids.length === 0 ? say('changes.field-none') : firstOf(ids, mostNamed, inWords, language)
  return [say('changes.field', { field: say(fieldKeys[field]), before: list(before), after: list(after) })]
}
