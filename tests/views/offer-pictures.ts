import type { OfferFacts } from '../../src/domain/goal/offer-facts.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import type { Member } from '../../src/domain/member/rules.ts'
import type { FieldChange, PlanChangeKind } from '../../src/domain/plan/change.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'
import { answerGiven, answerTaken } from '../../src/views/answer-given.ts'
import { answerGoalModal } from '../../src/views/answer-goal-modal.ts'
import { endGoalModal } from '../../src/views/end-goal-modal.ts'
import { type GoalChoices, newGoalModal, reviseGoalModal } from '../../src/views/goal-modal.ts'
import { offersMade, offersWaiting } from '../../src/views/offer-list.ts'
import { offerAnswers } from '../../src/views/offer-message.ts'
import { offerPreview, offersSent } from '../../src/views/offer-preview.ts'
import { type ChangeRead, type OfferRead, planChanges } from '../../src/views/plan-changes.ts'
import type { Picture } from './gallery.ts'
import type { PlanFacts } from './plan-pictures.ts'

const zone = 'Asia/Shanghai'
const at = new Date('2024-04-12T02:00:00Z')

const kinds: PlanChangeKind[] = [
  'plan-taken',
  'plan-renamed',
  'area-renamed',
  'point-changed',
  'point-added',
  'point-dropped',
  'point-read',
  'goal-made',
  'goal-changed',
  'goal-dropped',
  'goal-closed',
  'goal-carried',
  'item-changed',
  'item-dropped',
]

/** Every view in which goals are set, offered, answered, changed and ended. */
export function offerPictures(
  { trace, kinds: known, goals, offers, committee }: PlanFacts,
  { groups, people }: { groups: readonly WorkingGroup[]; people: readonly Member[] },
  language: Language,
): Record<string, Picture> {
  const { year } = trace.plan
  const waiting = offers['that waits']
  const answered = offers.answered
  const [first] = answered?.goals ?? []
  const changed = answered?.goals.find(({ part }) => part.state === 'change-asked')
  const [traced] = Object.values(goals)
  const [point] = trace.areas.flatMap(({ points }) => points.map(({ point }) => point))
  if (!waiting || !answered || !first || !changed || !traced || !point) throw new Error('nothing to show')
  const unasked = { ...traced, items: [], assignments: [], goal: { ...traced.goal, groups: [] } }
  const choices = { groups, kinds: known }
  const wanting = { ...changed.goal, groups: changed.goal.groups.slice(0, 90) }
  const several = (of: OfferFacts): OfferFacts[] => Array.from({ length: 60 }, () => of)
  const read = changesOf(trace, answered)
  const offered = offersRead(answered)
  const meant = { year, groups: [{ ...waiting, answerers: [...people] }], seen: '12 3:4' }
  const unled = { ...meant, groups: [...meant.groups, waiting] }
  const list = { zone, told: answerTaken({ ...first, part: { ...first.part, state: 'accepted' } }, language) }
  return {
    'offers, waiting': offersWaiting([waiting], { zone }, language),
    'offers, waiting, after an answer': offersWaiting(several(waiting), list, language),
    'offers, none waiting': offersWaiting([], { zone, changing: ['g1', 'g2'] }, language),
    'offers of a year': offersMade([answered, waiting], { year, page: 1 }, zone, language),
    'offers of a year, many': offersMade(several(waiting), { year, page: 2 }, zone, language),
    'offers of a year, none': offersMade([], { year, page: 1 }, zone, language),
    'offers of a year, taken back': offersMade(
      [takenBack(answered), { ...answered, goals: [] }, takenBack(answered, 1)],
      { year, page: 9_999 },
      zone,
      language,
    ),
    'offer answers, answered for': offerAnswers(
      { ...waiting, answerers: [...people] },
      { ...committee, languages: [language] },
    ),
    'offer preview': offerPreview(meant, false, language),
    'offer preview, of what has changed': offerPreview(unled, true, language),
    'offer preview, none': offerPreview({ ...meant, groups: [] }, false, language),
    'offers sent': offersSent(year, 3, language),
    'answer given before': answerGiven(changed, zone, language),
    'answer to what is not asked': answerGiven(
      { ...first, part: { group: first.part.group, state: 'withdrawn' } },
      zone,
      language,
    ),
    'ask for a change of a goal': answerGoalModal(first, { word: 'ask-change' }, language),
    'decline a goal': answerGoalModal(first, { word: 'decline', isListed: true }, language),
    'new goal': newGoalModal(year, point, choices, language),
    'new goal in a large committee': newGoalModal(year, point, manyOf(choices), language),
    'change a goal': reviseGoalModal(wanting, { points: first.points, seen: 2 }, choices, language),
    'change a goal of many groups': reviseGoalModal(
      traced.goal,
      { points: first.points, seen: 2 },
      choices,
      language,
    ),
    'close a goal': endGoalModal(traced, { state: 'closed' }, language),
    'give a goal up': endGoalModal(unasked, { state: 'dropped' }, language),
    'give a goal up, with its reason': endGoalModal(
      traced,
      { state: 'dropped', why: changed.part.why ?? 'The project was stopped' },
      language,
    ),
    'plan changes': planChanges(read, { year, what: '', page: 1 }, zone, language),
    'plan changes, the last page': planChanges(
      read,
      { year, what: traced.goal.id, page: 9_999 },
      zone,
      language,
    ),
    'plan changes, offers': planChanges(offered, { year, what: '', page: 1 }, zone, language),
    'plan changes, none': planChanges([], { year, what: traced.goal.id, page: 1 }, zone, language),
  }
}

/** Each kind of what becomes of an offer. */
function offersRead({ group, goals, byNames }: OfferFacts): OfferRead[] {
  const ids = goals.map(({ goal }) => goal.id)
  const reasons = goals.flatMap(({ part }) => part.why ?? [])
  const kinds = ['offered', 'accepted', 'change-asked', 'declined', 'withdrawn'] as const
  const events = kinds.map((kind, at): OfferRead['offer'] => ({
    kind,
    group: group.code,
    goals: ids.slice(0, at === 0 ? 40 : at),
    ...(at > 1 && { why: reasons[0] ?? 'too early' }),
    at: new Date('2024-04-12T02:00:00Z'),
  }))
  const bare: OfferRead['offer'] = { kind: 'offered', group: group.code, goals: [], at }
  return [...events, bare].map((offer) => ({ offer, ...(byNames && { byNames }) }))
}

/** The offer with its first goals taken back, or all of them. */
function takenBack(facts: OfferFacts, most = 1_000): OfferFacts {
  const goals = facts.goals.map((goal, at) => {
    const { group, offer } = goal.part
    const part = { group, state: 'withdrawn' as const, ...(offer !== undefined && { offer }) }
    return at < most ? { goal: goal.goal, points: goal.points, part } : goal
  })
  return { ...facts, goals }
}

/** More than a menu takes. */
function manyOf({ groups, kinds }: GoalChoices): GoalChoices {
  return {
    groups: Array.from({ length: 120 }, (_, at) =>
      groups.slice(0, 2).map((one) => ({ ...one, code: `${one.code}-${at}` })),
    ).flat(),
    kinds: Array.from({ length: 120 }, (_, at) =>
      kinds.slice(0, 2).map((one) => ({ ...one, id: `${one.id}-${at}` })),
    ).flat(),
  }
}

/** Each kind of field, from something to nothing, and the other way round. */
const fieldsMoved: FieldChange[] = [
  { field: 'points', before: ['2024-2.3'], after: ['2024-2.3', '2024-2.4'] },
  { field: 'groups', before: [], after: ['WG8'] },
  { field: 'kinds', before: ['standard'], after: ['study', 'seminar'] },
  { field: 'goals', before: ['g1', 'g2'], after: ['g1'] },
  { field: 'kind', before: ['study'], after: ['own'] },
  { field: 'lead', before: ['cesi'], after: [] },
  { field: 'start', before: [], after: ['2026-11-02'] },
  { field: 'due', before: ['2026-11-30'], after: ['2026-12-31'] },
  { field: 'standards', before: ['gb-t-43697-2024'], after: [] },
  { field: 'topics', before: ['data-security'], after: ['data-security', '*a topic of one’s own*'] },
]

function changesOf({ plan }: PlanFacts['trace'], { goals, byNames }: OfferFacts): ChangeRead[] {
  return kinds.map((kind, id) => {
    const goal = goals[id % goals.length]?.goal
    const before = goals[(id + 1) % goals.length]?.goal
    const isMoved = kind === 'point-changed' || kind === 'goal-changed' || kind === 'item-changed'
    return {
      change: {
        id,
        year: plan.year,
        kind,
        subject: goal?.id ?? '',
        ...(isMoved && before !== undefined && { before: before.texts }),
        ...(goal !== undefined && { after: goal.texts }),
        ...(id % 2 === 0 && { why: goal?.groups[0]?.why ?? 'The meeting of 12 April' }),
        ...(isMoved && { fields: fieldsMoved }),
        touched: [],
        at,
      },
      subject: goal?.id ?? '',
      touched: {
        named: Array.from({ length: id === 2 ? 14 : id % 4 }, (_, nth) => `w${nth}`),
        assignments: id % 3,
      },
      ...(byNames !== undefined && id > 0 && { byNames }),
      called: (field, value) =>
        field === 'lead' ? byNames : field === 'points' ? value.slice(5) : undefined,
    }
  })
}
