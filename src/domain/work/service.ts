import type { Assignment, Owner } from '../assignment/rules.ts'
import type { Day } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { freeName } from '../free-name.ts'
import { groupsOf } from '../goal/rules.ts'
import type { Names } from '../language/rules.ts'
import type { Store } from '../store.ts'
import { type EvidenceFault, evidenceFaults } from './evidence.ts'
import type { WorkKind } from './kind.ts'
import { kindsOf } from './kinds-of.ts'
import type { WorkItem } from './rules.ts'

export type Works = ReturnType<typeof works>

/** A piece of work as a convenor adds it. */
export type WorkGiven = Pick<WorkItem, 'titles' | 'kind' | 'goals' | 'group' | 'standards' | 'topics'> & {
  lead?: string
  startsOn?: Day
  dueOn?: Day
}

/** An assignment as a convenor gives it, below a piece of work or a goal. */
export type AssignmentGiven = { titles: Names; owner: Owner; group: string; dueOn?: Day } & (
  | { item: string }
  | { goal: string }
)

/** Why work can't be added or changed. */
export type WorkRefusal =
  | { ok: false; why: 'gone' | 'not-open' | 'no-such-kind' | 'no-such-step' | 'no-outcome' }
  /** The goal is not one that the group has taken on. */
  | { ok: false; why: 'not-taken-on'; goal: string }
  | { ok: false; why: 'evidence'; faults: Map<string, EvidenceFault> }

export type WorkOutcomeOf<T> = ({ ok: true } & T) | WorkRefusal

/** What convenors break goals down into, how it goes on, and with what result it ends. */
export function works({ store, newId }: Pick<Context, 'store' | 'newId'>) {
  async function kindOf(store: Store, id: string): Promise<WorkKind | undefined> {
    return kindsOf(await store.committee.get()).find((kind) => kind.id === id)
  }

  /** The open item that is to be changed, with its kind. */
  async function openItem(store: Store, id: string) {
    const item = await store.work.byId(id)
    if (item === undefined) return { ok: false as const, why: 'gone' as const }
    if (item.state !== 'open') return { ok: false as const, why: 'not-open' as const }
    return { ok: true as const, item, kind: await kindOf(store, item.kind) }
  }

  async function save<Item extends WorkItem>(store: Store, item: Item): Promise<{ ok: true; item: Item }> {
    await store.work.put(item)
    return { ok: true, item }
  }

  return {
    /** The kinds of work that the committee knows. */
    kinds: async () => kindsOf(await store.committee.get()),

    byId: (id: string) => store.work.byId(id),

    /** Adds a piece of work below goals that its group has taken on. */
    add: (given: WorkGiven): Promise<WorkOutcomeOf<{ item: WorkItem }>> =>
      store.transaction(async (store) => {
        if ((await kindOf(store, given.kind)) === undefined) return { ok: false, why: 'no-such-kind' }
        for (const id of given.goals) {
          const goal = await store.goals.byId(id)
          if (goal?.state !== 'open' || !groupsOf(goal).includes(given.group))
            return { ok: false, why: 'not-taken-on', goal: id }
        }
        const id = freeName(
          'w',
          (await store.work.all()).map(({ id }) => id),
        )
        return save(store, { ...given, id, steps: [], evidence: {}, state: 'open' })
      }),

    /** A step of its kind was taken on a day; said again, it is put right. */
    takeStep: (
      id: string,
      { step, on, note }: { step: string; on: Day; note?: string },
      by: string | undefined,
    ): Promise<WorkOutcomeOf<{ item: WorkItem }>> =>
      store.transaction(async (store) => {
        const found = await openItem(store, id)
        if (!found.ok) return found
        const { item, kind } = found
        if (kind?.steps.some((one) => one.id === step) !== true) return { ok: false, why: 'no-such-step' }
        const taken = { step, on, ...(by !== undefined && { by }), ...(note !== undefined && { note }) }
        return save(store, { ...item, steps: [...item.steps.filter((one) => one.step !== step), taken] })
      }),

    /**
     * Ends a piece of work with its result: the evidence that its kind asks for, and how it came out where it can come out
     * in several ways. Days are `YYYY-MM-DD` on the group's calendar.
     */
    finish: (
      id: string,
      { evidence, outcome, on }: { evidence: Record<string, string>; outcome?: string; on: Day },
    ): Promise<WorkOutcomeOf<{ item: WorkItem }>> =>
      store.transaction(async (store) => {
        const found = await openItem(store, id)
        if (!found.ok) return found
        const { item, kind } = found
        const all = { ...item.evidence, ...evidence }
        const faults = kind === undefined ? new Map<string, EvidenceFault>() : evidenceFaults(kind, all)
        if (faults.size > 0) return { ok: false, why: 'evidence', faults }
        const isKnown = kind?.outcomes?.some((one) => one.id === outcome) ?? outcome === undefined
        if (!isKnown) return { ok: false, why: 'no-outcome' }
        const given = Object.entries(all).flatMap(([field, text]) =>
          text.trim() === '' ? [] : [[field, text.trim()] as const],
        )
        return save(store, {
          ...item,
          evidence: Object.fromEntries(given),
          ...(outcome !== undefined && { outcome }),
          state: 'done',
          doneOn: on,
        })
      }),

    /** An assignment below an open piece of work, or below a goal that the group has taken on. */
    assign: (given: AssignmentGiven): Promise<WorkOutcomeOf<{ assignment: Assignment }>> =>
      store.transaction(async (store) => {
        const { titles, owner, group, dueOn } = given
        const below = 'item' in given ? await openItem(store, given.item) : undefined
        if (below !== undefined && !below.ok) return below
        if ('goal' in given) {
          const goal = await store.goals.byId(given.goal)
          if (goal?.state !== 'open' || !groupsOf(goal).includes(group))
            return { ok: false, why: 'not-taken-on', goal: given.goal }
        }
        const standards = below === undefined ? [] : await store.standards.byIds(below.item.standards)
        const assignment: Assignment = {
          id: `a-${newId()}`,
          titles,
          group,
          owner,
          ...(dueOn !== undefined && { dueOn }),
          state: 'open',
          standards: standards.map(({ designation }) => designation),
          goals: 'goal' in given ? [given.goal] : [],
          items: 'item' in given ? [given.item] : [],
        }
        await store.assignments.put(assignment)
        return { ok: true, assignment }
      }),
  }
}
