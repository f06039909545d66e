import { isDeepStrictEqual } from 'node:util'
import { madeBefore, make, withdraw } from '../assignment/making.ts'
import type { Assignment, Owner } from '../assignment/rules.ts'
import { noteChange, notedBefore } from '../audit/note-change.ts'
import { byOperator, type DoneBy } from '../audit/rules.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { freeName } from '../free-name.ts'
import { groupsOf } from '../goal/rules.ts'
import type { Names } from '../language/rules.ts'
import type { PlanChangeKind } from '../plan/change.ts'
import type { Store } from '../store.ts'
import {
  decideChange,
  decideDrop,
  decideFinish,
  decideReopen,
  decideStep,
  type ItemDecision,
  type NotChanged,
  type ResultGiven,
  type WorkCorrection,
  type WorkDays,
  workFieldsChanged,
} from './deciding.ts'
import type { WorkKind } from './kind.ts'
import { kindsOf } from './kinds-of.ts'
import { countNew, decideListing, standardsNamed, type WorkListing, type WorkRows } from './listing.ts'
import type { WorkItem } from './rules.ts'

export type Works = ReturnType<typeof works>

/** A piece of work as a convenor adds it. */
export type WorkGiven = WorkCorrection & Pick<WorkItem, 'group'>

/** What is owed, by whom and by when; `standards` beside those of the work that it is part of. */
export type Owed = { titles: Names; owner: Owner; dueOn?: Day; standards?: string[] }

/** An assignment as a convenor gives it, below a piece of work, whose group's it is, or below a goal. */
export type AssignmentGiven = Owed & ({ item: string } | { goal: string; group: string })

/** Why work can't be added or changed. */
export type WorkRefusal =
  | NotChanged
  | { ok: false; why: 'gone' | 'no-such-kind' }
  /** No goal that it serves goes on. */
  | { ok: false; why: 'goals-ended' }
  /** It was changed since it was looked at. */
  | { ok: false; why: 'moved-on' }
  /** The goal is not one that the group has taken on. */
  | { ok: false; why: 'not-taken-on'; goal: string }

export type WorkOutcomeOf<T> = ({ ok: true } & T) | WorkRefusal

/** Who decided it and why. */
export type DecidedBy = DoneBy & { why: string }

/** What came of rows of work; `refused`, `moved-on` and `unchanged` change nothing. */
export type WorkTaking = { kind: 'taken' | 'unchanged' | 'refused' | 'moved-on'; listing: WorkListing }

/** Finds a standard by what people call it, as the standards' service does. */
export type StandardNamed = (name: string, today: Day) => Promise<{ id: string } | undefined>

/** What convenors break goals down into, how it goes on, and with what result it ends. */
export function works({ store, now }: Pick<Context, 'store' | 'now'>, standardNamed: StandardNamed) {
  async function kindOf(store: Store, id: string): Promise<WorkKind | undefined> {
    return kindsOf(await store.committee.get()).find((kind) => kind.id === id)
  }

  /** What was done was done on a day of the group's calendar. */
  async function todayOf(store: Store, { group }: Pick<WorkItem, 'group'>): Promise<Day> {
    const zone = (await store.groups.byCode(group))?.zone ?? (await store.committee.get())?.zone
    return dayIn(zone ?? 'UTC', now())
  }

  async function daysOf(store: Store, item: WorkItem): Promise<WorkDays> {
    const goals = await Promise.all(item.goals.map((id) => store.goals.byId(id)))
    const years = goals.flatMap((goal) => goal?.year ?? [])
    const today = await todayOf(store, item)
    return { today, ...(years.length > 0 && { since: `${Math.min(...years)}-01-01` }) }
  }

  /** The same gesture again changes nothing and answers what stands. */
  async function changed(
    id: string,
    { what, by, note }: { what: string; by: DoneBy; note?: string | undefined },
    decide: (item: WorkItem, kind: WorkKind | undefined, days: WorkDays) => ItemDecision,
    after: (store: Store, item: WorkItem) => Promise<void> = async () => undefined,
  ): Promise<WorkOutcomeOf<{ item: WorkItem }>> {
    return store.transaction(async (store) => {
      const item = await store.work.byId(id)
      if (item === undefined) return { ok: false, why: 'gone' }
      if ((await notedBefore(store, by, { kind: 'work', id })) !== undefined) return { ok: true, item }
      const decision = decide(item, await kindOf(store, item.kind), await daysOf(store, item))
      if (!decision.ok) return decision
      await store.work.put(decision.item)
      await noteChange(store, by, now(), { ...noted(what, decision.item, item), note })
      await after(store, decision.item)
      return decision
    })
  }

  async function owedBelow(store: Store, { id }: WorkItem): Promise<Assignment[]> {
    return (await store.assignments.ofPlans()).filter(({ items }) => items.includes(id))
  }

  /** A decision stands in the record of every year whose goals the work serves. */
  async function onRecord(
    store: Store,
    kind: PlanChangeKind,
    item: WorkItem,
    by: DecidedBy,
    before?: WorkItem,
  ): Promise<void> {
    const served = [...new Set([...(before?.goals ?? []), ...item.goals])]
    const goals = await Promise.all(served.map((id) => store.goals.byId(id)))
    const fields = before === undefined ? [] : workFieldsChanged(before, item)
    const years = new Set(goals.flatMap((goal) => goal?.year ?? []))
    const touched = [...served, ...(await owedBelow(store, item)).map(({ id }) => id)]
    const { member, why } = by
    for (const year of years)
      await store.plans.addChange({
        year,
        kind,
        subject: item.id,
        ...(before !== undefined && { before: before.titles }),
        after: item.titles,
        ...(fields.length > 0 && { fields }),
        why,
        touched,
        ...(member !== undefined && { by: member.id }),
        at: now(),
      })
  }

  /** Work that goes on again serves the goals that go on with those that it served. */
  async function underGoalsThatGoOn(store: Store, item: WorkItem): Promise<WorkItem> {
    const goals = [...item.goals]
    const all = await store.goals.all()
    // Goals stand in the order of their making: one that was carried twice is followed to its end.
    for (const { id, carriedFrom } of all)
      if (carriedFrom !== undefined && goals.includes(carriedFrom) && !goals.includes(id)) goals.push(id)
    return goals.length === item.goals.length ? item : { ...item, goals }
  }

  async function isTakenOn(store: Store, goal: string, group: string): Promise<boolean> {
    const found = await store.goals.byId(goal)
    return found?.state === 'open' && groupsOf(found).includes(group)
  }

  async function assigned(
    store: Store,
    given: AssignmentGiven,
    by: DoneBy,
  ): Promise<WorkOutcomeOf<{ assignment: Assignment }>> {
    const item = 'item' in given ? await store.work.byId(given.item) : undefined
    if ('item' in given && item === undefined) return { ok: false, why: 'gone' }
    if (item !== undefined && item.state !== 'open') return { ok: false, why: 'not-open' }
    if ('goal' in given && !(await isTakenOn(store, given.goal, given.group)))
      return { ok: false, why: 'not-taken-on', goal: given.goal }
    const { titles, owner, dueOn } = given
    const standards = await store.standards.byIds(item?.standards ?? [])
    const named = [...standards.map(({ designation }) => designation), ...(given.standards ?? [])]
    const owed = {
      titles,
      group: item?.group ?? ('group' in given ? given.group : ''),
      owner,
      ...(dueOn !== undefined && { dueOn }),
      standards: [...new Set(named)],
      goals: 'goal' in given ? [given.goal] : [],
      items: item === undefined ? [] : [item.id],
    }
    return { ok: true, assignment: await make(store, owed, by, now()) }
  }

  async function put(
    store: Store,
    given: WorkGiven,
    owed: readonly Owed[],
    by: DoneBy,
  ): Promise<WorkOutcomeOf<{ item: WorkItem }>> {
    if ((await kindOf(store, given.kind)) === undefined) return { ok: false, why: 'no-such-kind' }
    for (const goal of given.goals)
      if (!(await isTakenOn(store, goal, given.group))) return { ok: false, why: 'not-taken-on', goal }
    const { startsOn, dueOn } = given
    if (startsOn !== undefined && dueOn !== undefined && dueOn < startsOn)
      return { ok: false, why: 'due-before-start', since: startsOn }
    const item: WorkItem = {
      ...given,
      id: freeName('w', await store.work.ids()),
      steps: [],
      planned: [],
      evidence: {},
      state: 'open',
    }
    await store.work.put(item)
    await noteChange(store, by, now(), noted('add', item))
    for (const one of owed) await assigned(store, { ...one, item: item.id }, by)
    return { ok: true, item }
  }

  /** The ids of the standards on record that the rows name, by the names that they give them. */
  async function standardsIn({ rows }: WorkRows): Promise<Map<string, string>> {
    const today = dayIn((await store.committee.get())?.zone ?? 'UTC', now())
    const ids = new Map<string, string>()
    for (const name of new Set(rows.flatMap(({ cells }) => standardsNamed(cells.standards)))) {
      const found = await standardNamed(name, today)
      if (found !== undefined) ids.set(name, found.id)
    }
    return ids
  }

  async function listed(
    store: Store,
    rows: WorkRows,
    standards: ReadonlyMap<string, string>,
    may: (group: string) => boolean,
  ): Promise<WorkListing> {
    const [goals, items, assignments, committee, groups, organisations, members] = await Promise.all([
      store.goals.all(),
      store.work.all(),
      store.assignments.ofPlans(),
      store.committee.get(),
      store.groups.all(),
      store.organisations.all(),
      store.members.all(),
    ])
    const kinds = kindsOf(committee)
    return decideListing(rows, {
      today: dayIn(committee?.zone ?? 'UTC', now()),
      goals,
      items,
      assignments,
      kinds,
      groups,
      organisations,
      members,
      standards,
      may,
    })
  }

  return {
    /** The kinds of work that the committee knows. */
    kinds: async () => kindsOf(await store.committee.get()),

    byId: (id: string) => store.work.byId(id),

    /** How often a piece of work was changed: what somebody looks at is the same for as long as that is. */
    timesChanged: (item: WorkItem) => timesChanged(store, item),

    /**
     * Adds a piece of work below goals that its group has taken on, with its first assignment where one is given; `by`
     * tells who adds it. The same request again adds no second one.
     */
    add: (
      given: WorkGiven,
      first?: Owed,
      by: DoneBy = byOperator,
    ): Promise<WorkOutcomeOf<{ item: WorkItem }>> =>
      store.transaction(async (store) => {
        const added = by.request && (await store.audit.subjectOf('work', 'add', by.request))
        const item = added && (await store.work.byId(added))
        return item ? { ok: true, item } : put(store, given, first === undefined ? [] : [first], by)
      }),

    /** A step of its kind was taken on a day; said again, it is put right. */
    takeStep: (id: string, { step, on, note }: { step: string; on: Day; note?: string }, by: DoneBy) =>
      changed(id, { what: 'step', by, note }, (item, kind, days) => {
        const { member } = by
        const taken = {
          step,
          on,
          ...(member !== undefined && { by: member.id }),
          ...(note !== undefined && { note }),
        }
        return decideStep(item, kind, taken, days)
      }),

    /** Ends a piece of work with its result. Days are `YYYY-MM-DD` on the group's calendar. */
    finish: (id: string, result: ResultGiven, by: DoneBy) =>
      changed(id, { what: 'finish', by }, (item, kind, days) => decideFinish(item, kind, result, days)),

    /**
     * Puts a piece of work right; who wanted it and why stands on record. Goals that it did not serve before must be
     * such that its group has taken on. `seen`: how often it had been changed when it was looked at.
     */
    change: (
      id: string,
      correction: WorkCorrection,
      by: DecidedBy & { seen?: number },
    ): Promise<WorkOutcomeOf<{ item: WorkItem }>> =>
      store.transaction(async (store) => {
        const before = await store.work.byId(id)
        if (before === undefined) return { ok: false, why: 'gone' }
        if ((await notedBefore(store, by, { kind: 'work', id })) !== undefined)
          return { ok: true, item: before }
        if (by.seen !== undefined && by.seen !== (await timesChanged(store, before)))
          return { ok: false, why: 'moved-on' }
        if ((await kindOf(store, correction.kind)) === undefined && correction.kind !== before.kind)
          return { ok: false, why: 'no-such-kind' }
        for (const goal of correction.goals)
          if (!before.goals.includes(goal) && !(await isTakenOn(store, goal, before.group)))
            return { ok: false, why: 'not-taken-on', goal }
        const decision = decideChange(before, correction)
        if (!decision.ok || isDeepStrictEqual(decision.item, before)) return decision
        await store.work.put(decision.item)
        await onRecord(store, 'item-changed', decision.item, by, before)
        await noteChange(store, by, now(), { ...noted('revise', decision.item, before), note: by.why })
        return decision
      }),

    /** Takes up again what was done or given up, below a goal that goes on; who wanted it and why stands on record. */
    reopen: (id: string, by: DecidedBy): Promise<WorkOutcomeOf<{ item: WorkItem }>> =>
      store.transaction(async (store) => {
        const before = await store.work.byId(id)
        if (before === undefined) return { ok: false, why: 'gone' }
        if ((await notedBefore(store, by, { kind: 'work', id })) !== undefined)
          return { ok: true, item: before }
        const decision = decideReopen(before)
        if (!decision.ok) return decision
        const item = await underGoalsThatGoOn(store, decision.item)
        const goals = await Promise.all(item.goals.map((goal) => store.goals.byId(goal)))
        if (!goals.some((goal) => goal?.state === 'open')) return { ok: false, why: 'goals-ended' }
        await store.work.put(item)
        await onRecord(store, 'item-reopened', item, by)
        await noteChange(store, by, now(), { ...noted('reopen', item, before), note: by.why })
        return { ok: true, item }
      }),

    /**
     * Gives a piece of work up; who wanted it and why stands on record. What was owed for it alone is not owed any
     * more.
     */
    drop: (id: string, by: DecidedBy) =>
      changed(id, { what: 'drop', by, note: by.why }, decideDrop, async (store, item) => {
        await onRecord(store, 'item-dropped', item, by)
        for (const owed of await owedBelow(store, item))
          if (owed.state === 'open' && owed.items.length === 1 && owed.goals.length === 0)
            await withdraw(store, owed, by, now())
      }),

    /** An assignment below an open piece of work, or below a goal that the group has taken on. */
    assign: (
      given: AssignmentGiven,
      by: DoneBy = byOperator,
    ): Promise<WorkOutcomeOf<{ assignment: Assignment }>> =>
      store.transaction(async (store) => {
        const assignment = await madeBefore(store, by)
        return assignment === undefined ? assigned(store, given, by) : { ok: true, assignment }
      }),

    /**
     * What the rows of a spreadsheet would make of what is on record. `may` tells of which groups whoever brings them
     * may add work.
     */
    previewList: async (rows: WorkRows, may: (group: string) => boolean = () => true) =>
      listed(store, rows, await standardsIn(rows), may),

    /**
     * Puts on record what is new in them. A fault in a row refuses them all, or with `skipFaulty` leaves out what it
     * spoils. Where `isAsSeen` does not hold of what they would make now, nothing is changed either.
     */
    async takeList(
      rows: WorkRows,
      {
        may = () => true,
        skipFaulty = false,
        isAsSeen = () => true,
        by = byOperator,
      }: {
        may?: (group: string) => boolean
        skipFaulty?: boolean
        isAsSeen?: (listing: WorkListing) => boolean
        by?: DoneBy
      } = {},
    ): Promise<WorkTaking> {
      const standards = await standardsIn(rows)
      return store.transaction(async (store) => {
        const listing = await listed(store, rows, standards, may)
        if (!skipFaulty && listing.faults.length > 0) return { kind: 'refused', listing }
        const { works, assignments } = countNew(listing)
        if (works + assignments === 0) return { kind: 'unchanged', listing }
        if (!isAsSeen(listing)) return { kind: 'moved-on', listing }
        for (const { known, given, owed } of listing.works)
          if (known === undefined) await put(store, given, owed, by)
          else for (const one of owed) await assigned(store, { ...one, item: known.id }, by)
        return { kind: 'taken', listing }
      })
    },
  }
}

function noted(what: string, item: WorkItem, before?: WorkItem) {
  const behalf = { kind: 'group' as const, id: item.group }
  return { subject: { kind: 'work' as const, id: item.id }, what, before, after: item, behalf }
}

async function timesChanged(store: Store, { id, goals }: WorkItem): Promise<number> {
  const served = await Promise.all(goals.map((goal) => store.goals.byId(goal)))
  const years = [...new Set(served.flatMap((goal) => goal?.year ?? []))]
  const changes = await Promise.all(years.map((year) => store.plans.changesOf(year)))
  return changes.flat().filter(({ subject }) => subject === id).length
}
