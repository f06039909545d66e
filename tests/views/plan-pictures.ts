import type { Message } from '../../src/contract/reply.ts'
import type { Committee } from '../../src/domain/committee/rules.ts'
import type { OfferFacts } from '../../src/domain/goal/offer-facts.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import type { Organisation } from '../../src/domain/member/rules.ts'
import { countGaps, gapsOfGroup, type PlanGaps } from '../../src/domain/plan/gaps.ts'
import type { PlanTrace, TracedGoal, TracedItem } from '../../src/domain/plan/trace.ts'
import type { WorkKind } from '../../src/domain/work/kind.ts'
import { gapKinds, gapsMessage, gapsOfKind } from '../../src/views/gaps-message.ts'
import { goalCard } from '../../src/views/goal-card.ts'
import { goalsTaken, offerAnswers, offerMessage } from '../../src/views/offer-message.ts'
import { planArea, planHeading, planOverview } from '../../src/views/plan-overview.ts'
import { pointCard } from '../../src/views/point-card.ts'
import { workCard } from '../../src/views/work-card.ts'
import { goalNewsPictures } from './goal-news-pictures.ts'

/** What the pictures of a plan are made from. */
export type PlanFacts = {
  trace: PlanTrace
  /** The same plan before anybody has set a goal. */
  bare: PlanTrace
  gaps: PlanGaps
  kinds: readonly WorkKind[]
  /** By what each is to show. */
  goals: Record<string, TracedGoal>
  items: Record<string, TracedItem>
  lead: Organisation
  offers: Record<string, OfferFacts>
  committee: Committee
  today: string
}

const reader = { isSecretariat: false, leads: () => false }
const secretariat = { isSecretariat: true, leads: () => true }

/** Every view of a plan, by name. */
export function planPictures(facts: PlanFacts, language: Language): Record<string, Message> {
  const { trace, bare, gaps, kinds, lead, committee, today } = facts
  const { year } = trace.plan
  const named = <T>(all: Record<string, T>, name: string, view: (one: T) => Message) =>
    Object.fromEntries(Object.entries(all).map(([key, one]) => [`${name}, ${key}`, view(one)]))
  const asked = {
    year,
    today,
    isSecretariat: false,
    known: new Set(trace.goals.flatMap(({ goal, items }) => [goal.id, ...items.map(({ item }) => item.id)])),
  }
  const none = gapsOfGroup(gaps, 'WG0')
  const [area] = trace.areas
  const [bareArea] = bare.areas
  const [point] = area?.points ?? []
  const [barePoint] = bareArea?.points ?? []
  const [goal] = Object.values(facts.goals)
  const [item] = Object.values(facts.items)
  if (area === undefined || bareArea === undefined || point === undefined || barePoint === undefined)
    throw new Error('no point to show')
  if (goal === undefined || item === undefined) throw new Error('no goal or work to show')
  return {
    plan: planOverview(trace, countGaps(gaps), language),
    'plan, nothing below it': planOverview(bare, 0, language),
    'plan area': planArea(trace, area, language),
    'plan area, nothing below it': planArea(bare, bareArea, language),
    'plan heading': planHeading(trace, { number: '1.1', names: area.area.names, ...area }, language),
    'plan point': pointCard(
      trace,
      point,
      kinds,
      {
        ...reader,
        today,
        altered: new Map([[goal.goal.id, { at: new Date('2024-05-03T02:00:00Z'), on: '2024-05-03' }]]),
      },
      language,
    ),
    'plan point, of the secretariat': pointCard(
      trace,
      point,
      kinds,
      { ...secretariat, today, altered: new Map() },
      language,
    ),
    'plan point, without goal': pointCard(
      bare,
      barePoint,
      kinds,
      { ...secretariat, today, altered: new Map() },
      language,
    ),
    'plan point, of a closed group': pointCard(
      bare,
      { ...barePoint, hasClosed: true },
      kinds,
      { ...reader, today, altered: new Map() },
      language,
    ),
    ...named(facts.goals, 'goal', (one) =>
      goalCard(trace, one, { kinds, today, reader: secretariat }, language),
    ),
    'goal, changed since it was accepted': goalCard(
      trace,
      goal,
      { kinds, today, reader, altered: { at: new Date('2024-05-03T02:00:00Z'), on: '2024-05-03' } },
      language,
    ),
    'goal, for anybody': goalCard(trace, goal, { kinds, today, reader }, language),
    ...named(facts.items, 'work', (one) =>
      workCard(trace, one, { lead, today, reader: secretariat }, language),
    ),
    'work, for anybody': workCard(trace, item, { today, reader }, language),
    'plan gaps': gapsMessage(gaps, asked, language),
    'plan gaps, of a group': gapsMessage(gaps, { ...asked, group: committee.id }, language),
    'plan gaps, none': gapsMessage(none, asked, language),
    'plan gaps, none of a group': gapsMessage(none, { ...asked, group: 'WG0' }, language),
    ...Object.fromEntries(
      gapKinds.map((kind) => [
        `plan gaps, one by one, ${kind}`,
        gapsOfKind(gaps, { ...asked, isSecretariat: true }, { kind, page: 1 }, language),
      ]),
    ),
    'plan gaps, one by one, the last page': gapsOfKind(
      { ...gaps, pointsWithoutGoal: Array.from({ length: 30 }, () => barePoint) },
      { ...asked, group: 'WG8' },
      { kind: 'pointsWithoutGoal', page: 9_999 },
      language,
    ),
    ...named(facts.offers, 'offer', (one) => offerMessage(one, committee.zone, language)),
    ...named(facts.offers, 'offer answers', (one) =>
      offerAnswers(one, { ...committee, languages: [language] }),
    ),
    ...goalNewsPictures(facts, language),
    ...named(facts.offers, 'goals taken', (one) => goalsTaken({ ...one, group: { ...one.group, language } })),
  }
}
