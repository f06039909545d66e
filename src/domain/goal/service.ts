import { onRecord } from '../assignment/making.ts'
import { noteChange, notedBefore } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import type { Day } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { freeName } from '../free-name.ts'
import type { Names } from '../language/rules.ts'
import { leadingFor } from '../member/leading-for.ts'
import { type Fields, fieldsChanged, type PlanChangeKind } from '../plan/change.ts'
import type { Store } from '../store.ts'
import { lastAltered } from './altered.ts'
import {
  type Answer,
  decideAnswer,
  isAskedAnew,
  mayBeOffered,
  partOf,
  takenBack,
  withFormer,
  withPart,
} from './deciding.ts'
import { type GoalDecided, noteGoalNews } from './goal-news.ts'
import { goalsOffered, noteNewAnswerers, noteOffers, settleOffer } from './offer-notices.ts'
import { offerReading, seenOf } from './offer-reading.ts'
import type { Acceptance, CountAtEnd, Goal, Offer, SharePart } from './rules.ts'

export type Goals = ReturnType<typeof goals>

/** A goal as the secretariat sets it. */
export type GoalGiven = {
  year: number
  texts: Names
  points: string[]
  kinds: string[]
  /** The groups to which it is to be offered. */
  groups: string[]
  dueOn?: Day
}

/** What of a goal is to be otherwise; what is not named stays. */
export type GoalRevision = Partial<Pick<GoalGiven, 'texts' | 'points' | 'kinds' | 'groups'>> & {
  dueOn?: Day | undefined
}

/** A goal that is carried on, with the points that it serves then, how far it is, and what goes on below it. */
export type GoalCarried = {
  id: string
  points: string[]
  share: number
  parts: readonly SharePart[]
  owed: CountAtEnd
  /** The kinds of work that it still asks for. */
  kinds: readonly string[]
  going: readonly string[]
}

/** Whoever answers for a group. */
export type Answerer = DoneBy & Required<Pick<DoneBy, 'member'>>

/** What came of an answer: where it was not taken, the goal as it stands tells why. */
export type AnswerOutcome = { ok: boolean; goal: Goal }

/** The goals of the plans: set by the secretariat, offered to groups, and answered by their convenors. */
export function goals(context: Pick<Context, 'store' | 'now' | 'newId' | 'wake'>) {
  const { store, now, newId, wake } = context

  async function decided(
    store: Store,
    kind: keyof typeof whats,
    goal: Goal,
    by: DoneBy & { why?: string },
    before?: Goal,
  ): Promise<number> {
    const { why } = by
    await noteChange(store, by, now(), { ...noted(whats[kind], goal, before), note: why })
    const items = (await store.work.all()).filter(({ goals }) => goals.includes(goal.id))
    const ids = new Set(items.map(({ id }) => id))
    const fields = before === undefined ? [] : fieldsChanged(fieldsOf(before), fieldsOf(goal))
    const owed = (await store.assignments.ofPlans()).filter(
      ({ goals, items }) => goals.includes(goal.id) || items.some((id) => ids.has(id)),
    )
    return store.plans.addChange({
      year: goal.year,
      kind,
      subject: goal.id,
      ...(before !== undefined && { before: before.texts }),
      after: goal.texts,
      ...(fields.length > 0 && { fields }),
      ...(why !== undefined && { why }),
      touched: [...endedFor(goal, before), ...ids, ...owed.map(({ id }) => id)],
      ...(by.member !== undefined && { by: by.member.id }),
      at: now(),
    })
  }

  /** What a group may be offered becomes an offer to it, as a whole. */
  async function offerIn(store: Store, year: number, by: DoneBy, only?: readonly string[]): Promise<Offer[]> {
    const open = (await store.goals.all(year)).filter((goal) => only === undefined || only.includes(goal.id))
    const byGroup = new Map<string, Goal[]>()
    for (const goal of open)
      for (const { group, state } of goal.groups)
        if (state === 'draft' && mayBeOffered(goal, group))
          byGroup.set(group, [...(byGroup.get(group) ?? []), goal])
    const made: Offer[] = []
    const present = new Map(open.map((goal) => [goal.id, goal]))
    for (const [group, some] of byGroup) {
      const offer: Offer = {
        id: newId(),
        year,
        group,
        offeredAt: now(),
        ...(by.member !== undefined && { by: by.member.id }),
      }
      await store.goals.addOffer(offer)
      for (const { id } of some) {
        const goal = present.get(id)
        if (goal !== undefined)
          present.set(id, withFormer(goal, withPart(goal, { group, state: 'offered', offer: offer.id })))
      }
      made.push(offer)
    }
    for (const before of open) {
      const goal = present.get(before.id)
      if (goal === undefined || goal === before) continue
      await store.goals.put(goal)
      await noteChange(store, by, now(), noted('offer', goal, before))
    }
    for (const offer of made) await noteOffers(store, offer, { now: now(), newId })
    return made
  }

  return {
    ...offerReading(context),
    byId: (id: string) => store.goals.byId(id),

    /** How often a goal was changed: what somebody looks at is the same for as long as that is. */
    timesChanged: (goal: Pick<Goal, 'id' | 'year'>) => timesChanged(store, goal),

    /** When what is asked with a goal was changed last, here or in the years from which it was carried on. */
    lastAltered: (goal: Goal) => lastAltered(store, goal),

    /**
     * A goal that the secretariat sets. No group hears of it before it is offered. The same
     * request again sets no second one.
     */
    async make(given: GoalGiven, by: DoneBy): Promise<Goal> {
      return store.transaction(async (store) => {
        const made = by.request && (await store.audit.subjectOf('goal', 'make', by.request))
        const standing = made && (await store.goals.byId(made))
        if (standing) return standing
        const { groups, ...rest } = given
        const goal: Goal = {
          ...rest,
          id: freeName('g', await store.goals.ids()),
          groups: [...new Set(groups)].map((group) => ({ group, state: 'draft' })),
          state: 'open',
          isTouched: true,
        }
        await store.goals.put(goal)
        await decided(store, 'goal-made', goal, by)
        return goal
      })
    },

    /**
     * Changes a goal, and puts on record who did it and why. Groups that are named and have no part in it are to be asked;
     * those that are not named and have not taken it on are no longer. Where what is asked of them changes, whoever
     * wanted it otherwise or declined is to be asked anew. `seen`: how often it had been changed when it was looked at.
     * Undefined where there is no such goal, it is not open, or it was changed since.
     */
    async revise(
      id: string,
      { groups, ...revision }: GoalRevision,
      { seen, ...by }: DoneBy & { why?: string; seen?: number },
    ): Promise<Goal | undefined> {
      const revised = await store.transaction(async (store) => {
        const before = await store.goals.byId(id)
        if (before === undefined || before.state !== 'open') return undefined
        if ((await notedBefore(store, by, { kind: 'goal', id })) !== undefined) return before
        if (seen !== undefined && seen !== (await timesChanged(store, before))) return undefined
        const { dueOn, ...rest } = { ...before, ...revision }
        const named = groups ?? before.groups.map(({ group }) => group)
        const kept = before.groups.filter(({ group, state }) => state === 'accepted' || named.includes(group))
        const changed = { ...rest, ...(dueOn !== undefined && { dueOn }) }
        const parts = kept.map((part) =>
          isAskedAnew(part, before, changed) ? { group: part.group, state: 'draft' as const } : part,
        )
        const added = named.filter((group) => !kept.some((part) => part.group === group))
        const goal = withFormer(before, {
          ...changed,
          groups: [...parts, ...added.map((group) => ({ group, state: 'draft' as const }))],
          isTouched: true,
        })
        await store.goals.put(goal)
        const change = await decided(store, 'goal-changed', goal, by, before)
        await settleOffers(store, before, goal)
        await noteGoalNews(store, [{ change, before, after: goal }], by.member?.id, { now: now(), newId })
        return goal
      })
      if (revised !== undefined) wake('deliver-notices')
      return revised
    },

    /**
     * Offers to each group what is meant for it and was not offered yet, as a whole: its convenor is asked in person, and
     * nobody else hears of it. `only` names the goals; all of the year, where it is absent.
     */
    async offer(year: number, by: DoneBy, only?: readonly string[]): Promise<Offer[]> {
      const offers = await store.transaction((store) => offerIn(store, year, by, only))
      if (offers.length > 0) wake('deliver-notices')
      return offers
    },

    /** The same of what somebody has seen; undefined where it is not what they saw any more, and nothing was offered. */
    async offerSeen(year: number, seen: string, by: DoneBy): Promise<Offer[] | undefined> {
      const offers = await store.transaction(async (store) =>
        (await seenOf(store, year)) === seen ? offerIn(store, year, by) : undefined,
      )
      if (offers !== undefined && offers.length > 0) wake('deliver-notices')
      return offers
    },

    /**
     * A convenor's answer to an offered goal. When all that was offered together is answered, the group's channel hears
     * what it has taken on. Undefined where there is no such goal.
     */
    async answer(
      id: string,
      group: string,
      answer: Answer,
      by: Answerer,
    ): Promise<AnswerOutcome | undefined> {
      const outcome = await store.transaction(async (store) => {
        const goal = await store.goals.byId(id)
        if (goal === undefined) return undefined
        if ((await notedBefore(store, by, { kind: 'goal', id })) !== undefined) return { ok: true, goal }
        const next = decideAnswer(goal, group, answer, by.member.id, now())
        if (next === undefined) return { ok: false, goal }
        await store.goals.put(next)
        await noteChange(store, by, now(), {
          ...noted(answer.word, next, goal),
          behalf: await leadingFor(store, group, by.member.id, now()),
          note: answer.why,
        })
        const offer = partOf(next, group)?.offer
        if (offer !== undefined) await settleOffer(store, offer, { now: now(), newId })
        return { ok: true, goal: next }
      })
      if (outcome?.ok === true) wake('deliver-notices')
      return outcome
    },

    /**
     * Accepts all of an offer that still waits for an answer: the goals that are accepted by it, none where all was
     * answered. Undefined where there is no such offer.
     */
    async acceptAll(id: string, by: Answerer): Promise<Goal[] | undefined> {
      const accepted = await store.transaction(async (store) => {
        const offer = await store.goals.offer(id)
        if (offer === undefined) return undefined
        const goals: Goal[] = []
        for (const before of goalsOffered(await store.goals.all(offer.year), offer)) {
          const goal = decideAnswer(before, offer.group, { word: 'accept' }, by.member.id, now())
          if (goal === undefined) continue
          await store.goals.put(goal)
          await noteChange(store, by, now(), {
            ...noted('accept', goal, before),
            behalf: await leadingFor(store, offer.group, by.member.id, now()),
          })
          goals.push(goal)
        }
        if (goals.length > 0) await settleOffer(store, id, { now: now(), newId })
        return goals
      })
      if (accepted !== undefined && accepted.length > 0) wake('deliver-notices')
      return accepted
    },

    /** Ends an open goal: reached, or given up, with a reason on record. Undefined where it is not open. */
    async end(
      id: string,
      state: 'closed' | 'dropped',
      by: DoneBy & { why: string },
    ): Promise<Goal | undefined> {
      const [ended] = await endAll([id], state, by)
      return ended
    },
    endAll,

    /**
     * Asks whoever answers by now for a group with an offer that waits, where they were not asked yet: its convenor may be
     * another than when it was offered.
     */
    async askNewAnswerers(): Promise<void> {
      const isAny = await store.transaction((store) => noteNewAnswerers(store, { now: now(), newId }))
      if (isAny) wake('deliver-notices')
    },

    /**
     * Takes goals on into a later year's plan: each goes on under a new name, with the groups that have it, what is named
     * as `going` below it, and the points of that plan that are named. What was done stays where it was done, and the
     * goal keeps its share with what that was the mean of. Groups that were asked and have not answered, or wanted it
     * otherwise, are to be asked anew. Goals that are not open are left out; undefined where that year has no plan.
     */
    async carry(
      carried: readonly GoalCarried[],
      year: number,
      by: DoneBy & { why: string },
    ): Promise<Goal[] | undefined> {
      const carriedOn = await store.transaction(async (store) => {
        if (!(await store.plans.all()).some((plan) => plan.year === year)) return undefined
        const made: Goal[] = []
        const news: GoalDecided[] = []
        for (const { id, points, share, parts, owed, kinds, going } of carried) {
          const before = await store.goals.byId(id)
          if (before?.state !== 'open' || before.year >= year) continue
          const { dueOn, ...rest } = before
          const next: Goal = {
            ...rest,
            // A day of the year that ends is none for the one that begins.
            ...(dueOn !== undefined && dueOn >= `${year}-01-01` && { dueOn }),
            id: freeName('g', await store.goals.ids()),
            year,
            points,
            kinds: [...kinds],
            groups: before.groups.flatMap(partOnward),
            carriedFrom: id,
            isTouched: true,
          }
          const ended: Goal = {
            ...before,
            groups: takenBack(before),
            state: 'carried',
            shareAtEnd: share,
            partsAtEnd: [...parts],
            owedAtEnd: owed,
            isTouched: true,
          }
          await store.goals.put(ended)
          await store.goals.put(next)
          for (const item of await store.work.all())
            if (going.includes(item.id) && item.goals.includes(id)) {
              const on = { ...item, goals: [...item.goals, next.id] }
              await store.work.put(on)
              const subject = { kind: 'work' as const, id: item.id }
              await noteChange(store, by, now(), {
                subject,
                what: 'carry',
                before: item,
                after: on,
                note: by.why,
              })
            }
          for (const one of await store.assignments.ofPlans())
            if (going.includes(one.id) && one.goals.includes(id)) {
              const on = { ...one, goals: [...one.goals, next.id] }
              await store.assignments.put(on)
              await noteChange(store, by, now(), {
                subject: { kind: 'assignment', id: one.id },
                what: 'carry',
                before: onRecord(one),
                after: onRecord(on),
                note: by.why,
              })
            }
          const change = await decided(store, 'goal-carried', ended, by, before)
          await decided(store, 'goal-made', next, by)
          await settleOffers(store, before, ended)
          news.push({ change, before, after: ended })
          made.push(next)
        }
        await noteGoalNews(store, news, by.member?.id, { now: now(), newId })
        return made
      })
      if (carriedOn !== undefined && carriedOn.length > 0) wake('deliver-notices')
      return carriedOn
    },
  }

  /** Ends those of these goals that are open, in one gesture: whoever is told of them hears of all at once. */
  async function endAll(
    ids: readonly string[],
    state: 'closed' | 'dropped',
    by: DoneBy & { why: string },
  ): Promise<Goal[]> {
    const ended = await store.transaction(async (store) => {
      const news: GoalDecided[] = []
      for (const id of ids) {
        const before = await store.goals.byId(id)
        if (before === undefined || before.state !== 'open') continue
        const goal: Goal = { ...before, state, groups: takenBack(before), isTouched: true }
        await store.goals.put(goal)
        const kind = state === 'closed' ? 'goal-closed' : 'goal-dropped'
        const change = await decided(store, kind, goal, by, before)
        await settleOffers(store, before, goal)
        news.push({ change, before, after: goal })
      }
      await noteGoalNews(store, news, by.member?.id, { now: now(), newId })
      return news.map(({ after }) => after)
    })
    if (ended.length > 0) wake('deliver-notices')
    return ended
  }

  /** Every offer with which a goal went out is looked at again: it may be answered as a whole now. */
  async function settleOffers(store: Store, before: Goal, after: Goal): Promise<void> {
    const ids = new Set([...before.groups, ...after.groups].flatMap(({ offer }) => offer ?? []))
    for (const id of ids) await settleOffer(store, id, { now: now(), newId })
  }
}

/** What a decision is called on record. */
const whats = {
  'goal-made': 'make',
  'goal-changed': 'revise',
  'goal-closed': 'close',
  'goal-dropped': 'drop',
  'goal-carried': 'carry',
} as const satisfies Partial<Record<PlanChangeKind, string>>

function noted(what: string, goal: Goal, before?: Goal) {
  return { subject: { kind: 'goal' as const, id: goal.id }, what, before, after: goal }
}

/** Whom and what the end of a goal touches beside the work below it: its points, and the groups that had part in it. */
function endedFor({ state }: Goal, before: Goal | undefined): string[] {
  if (before === undefined || state === 'open') return []
  const had = before.groups.filter(({ state }) => state !== 'draft' && state !== 'withdrawn')
  return [...before.points, ...had.map(({ group }) => group)]
}

async function timesChanged(store: Store, { id, year }: Pick<Goal, 'id' | 'year'>): Promise<number> {
  return (await store.plans.changesOf(year)).filter(({ subject }) => subject === id).length
}

function fieldsOf({ points, groups, kinds, dueOn }: Goal): Fields {
  const codes = groups.map(({ group }) => group)
  return { points, groups: codes, kinds, due: dueOn === undefined ? [] : [dueOn] }
}

/** A group's part in a goal that is carried on: who has taken it on has it, who declined it is left alone. */
function partOnward(part: Acceptance): Acceptance[] {
  if (part.state === 'accepted') return [part]
  return part.state === 'declined' || part.state === 'withdrawn'
    ? []
    : [{ group: part.group, state: 'draft' }]
}
