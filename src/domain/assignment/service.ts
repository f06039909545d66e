import { noteChange } from '../audit/note-change.ts'
import type { AuditEntry } from '../audit/rules.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { groupsLed, isSecretariat, leadsGroup, type Member } from '../member/rules.ts'
import { standing, standingFacts } from '../member/service.ts'
import { type Reason, type ReasonFacts, reasonsOf } from '../plan/reasons.ts'
import { answersFor, type OwnerAway, ownersAway, spokesmenOf } from '../reminder/hearers.ts'
import { type ActedBy, mayDecide, ownedBy } from './acting.ts'
import {
  decideGesture,
  deedOf,
  type Gesture,
  type GestureDecision,
  mayDo,
  noteOf,
  seesWith,
  waitingIn,
} from './gestures.ts'
import { type AssignmentGiven, madeBefore, make, onRecord } from './making.ts'
import {
  type Assignment,
  type AssignmentList,
  type AssignmentQuery,
  anyOwner,
  mostListed,
  type OwnerQuery,
} from './rules.ts'
import { awaitedSince, reviseShown } from './shown.ts'

export type Assignments = ReturnType<typeof assignments>

/** An assignment with every way from it up to the sentences of the plans. */
export type Explained = { assignment: Assignment; reasons: Reason[] }

/** What came of giving an assignment; refused where somebody neither leads the group nor is of the secretariat. */
export type Making = { ok: true; assignment: Assignment } | { ok: false; why: 'not-yours' }

/** A menu offers no more. */
export const mostFinishable = 100

/** What members, organisations and groups owe the committee. */
export function assignments({ store, now, wake }: Pick<Context, 'store' | 'now' | 'wake'>) {
  /** Due days are days of the committee's calendar, wherever the reader is. */
  async function today(): Promise<Day> {
    return dayIn((await store.committee.get())?.zone ?? 'UTC', now())
  }

  async function reasonFacts(): Promise<ReasonFacts> {
    const [goals, items, plans] = await Promise.all([store.goals.all(), store.work.all(), store.plans.all()])
    return { goals, items, plans }
  }

  return {
    today,

    /** What a member owes: in their own right, for others in whose place they stand, and for whole groups for which they answer. */
    async ownerOf(member: Member): Promise<OwnerQuery> {
      const day = await today()
      return answersFor(member, { ...(await standingFacts(store, day)), today: day })
    },

    /** Those by whose word it goes, where an organisation that has representatives, or a whole group, owes it. */
    async spokesmen(assignment: Assignment): Promise<Member[]> {
      const day = await today()
      return spokesmenOf(assignment, { ...(await standingFacts(store, day)), today: day })
    },

    /** Those who would be asked about it, and are away today. */
    async ownersAway(owed: Pick<Assignment, 'owner' | 'group'>): Promise<OwnerAway[]> {
      const day = await today()
      return ownersAway(owed, { ...(await standingFacts(store, day)), today: day })
    },

    /** The open assignments that were asked for, on the present day of the committee's calendar. */
    async list(query: AssignmentQuery): Promise<AssignmentList> {
      const day = await today()
      const [first, counts] = await Promise.all([
        store.assignments.open(query, day, mostListed),
        store.assignments.countOpen(query, day),
      ])
      return { today: day, first, counts }
    },

    /** The open assignments of which a member may say that they are done, their own first, then the earliest due. */
    async finishable(member: Member): Promise<{ today: Day; assignments: Assignment[] }> {
      const day = await today()
      const actor = await standing(store, member, day)
      const { roles, standsInFor = [] } = actor
      const further: AssignmentQuery[] = isSecretariat(roles)
        ? [{}]
        : [
            { owner: anyOwner([...standsInFor.map(ownedBy), { groups: groupsLed(roles) }]) },
            ...groupsLed(roles).map((group) => ({ group })),
          ]
      const found: Assignment[] = []
      for (const query of [{ owner: ownedBy(actor) }, ...further])
        found.push(...(await store.assignments.open(query, day, mostFinishable)))
      const once = new Map(found.map((assignment) => [assignment.id, assignment]))
      const may = [...once.values()].filter((assignment) => mayDo(assignment, 'finish', actor))
      return { today: day, assignments: may.slice(0, mostFinishable) }
    },

    /** In the order of the ids, without those that are not on record. */
    byIds: (ids: readonly string[]): Promise<Assignment[]> => store.assignments.byIds(ids),

    byId: async (id: string): Promise<Assignment | undefined> => (await store.assignments.byIds([id]))[0],

    /** What was done about an assignment, oldest first. */
    history: (id: string): Promise<AuditEntry[]> => store.audit.of({ kind: 'assignment', id }),

    /**
     * Does something about an assignment, and puts it on record: who did it, for whom, from where, and what changed. The
     * same request again changes nothing and answers what stands.
     */
    act: async (id: string, gesture: Gesture, by: ActedBy): Promise<GestureDecision> => {
      const decision = await store.transaction<GestureDecision>(async (store) => {
        const [assignment] = await store.assignments.byIds([id])
        if (assignment === undefined) return { ok: false, why: 'gone' }
        const day = await today()
        const actor = by.member && (await standing(store, by.member, day))
        const at = now()
        const decision = decideGesture(assignment, gesture, actor, { today: day, at })
        if (!decision.ok || !decision.isNoted) return decision
        const { behalf } = deedOf(assignment, gesture.kind, actor, at)
        const mayAnswer =
          decision.assignment.state !== assignment.state ||
          (actor !== undefined && leadsGroup(actor.roles, assignment.group))
        const asked = mayAnswer ? await awaitedSince(store, assignment, at) : undefined
        const isNew = await noteChange(store, by, at, {
          subject: { kind: 'assignment', id },
          what: gesture.kind,
          before: { ...onRecord(assignment), ...waitingIn(assignment) },
          after: {
            ...onRecord(decision.assignment),
            ...waitingIn(decision.assignment),
            ...(seesWith(gesture, assignment, decision.assignment) && { seen: true }),
          },
          behalf,
          note: noteOf(gesture),
        })
        if (!isNew) return { ok: true, assignment, isNoted: false }
        await store.assignments.put(decision.assignment)
        await reviseShown(store, { before: assignment, after: decision.assignment }, { at, asked })
        return decision
      })
      wake('deliver-notices')
      return decision
    },

    /** Gives an assignment that is part of no work and serves no goal. The same request again makes no second one. */
    add: (given: Omit<AssignmentGiven, 'goals' | 'items'>, by: ActedBy): Promise<Making> =>
      store.transaction(async (store) => {
        const actor = by.member && (await standing(store, by.member, await today()))
        if (actor !== undefined && !mayDecide(given, actor)) return { ok: false, why: 'not-yours' }
        const before = await madeBefore(store, by)
        const assignment = before ?? (await make(store, { ...given, goals: [], items: [] }, by, now()))
        return { ok: true, assignment }
      }),

    /** Why one assignment is there, whatever has become of it. */
    explain: async (assignment: Assignment): Promise<Explained> => ({
      assignment,
      reasons: reasonsOf(assignment, await reasonFacts()),
    }),

    /** Why what was asked for is owed, up to the sentences of the plans. */
    async explained(
      query: AssignmentQuery,
    ): Promise<Omit<AssignmentList, 'first'> & { explained: Explained[] }> {
      const day = await today()
      const [first, counts, facts] = await Promise.all([
        store.assignments.open(query, day, mostListed),
        store.assignments.countOpen(query, day),
        reasonFacts(),
      ])
      const explained = first.map((assignment) => ({
        assignment,
        reasons: reasonsOf(assignment, facts),
      }))
      return { today: day, counts, explained }
    },
  }
}
