import { type Assignment, byDueDay, type OpenCounts, urgency } from '../assignment/rules.ts'
import type { Goal } from '../goal/rules.ts'
import type { Member, Role } from '../member/rules.ts'
import type { Notice } from '../notice/rules.ts'
import type { PlanChange } from '../plan/change.ts'
import type { Standard } from '../standard/rules.ts'
import type { Store } from '../store.ts'
import type { WorkItem } from '../work/rules.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { sees, seesAssignment, seesGoal, type Viewer } from './rules.ts'

// Closed groups are kept closed in one place: below the services. Whatever a person types, presses, sends, chooses or
// opens is answered by services over this store, which holds nothing that they may not see; so every list, search,
// count, page, card and menu is made of what is theirs to see, and a handler that is written tomorrow is as well. To them
// a record of a closed group is one that is not on record, in every answer alike. A total contains what its reader sees,
// and nothing else: two readers may be told different totals, and from none can what is hidden be counted.
//
// - `App.seenBy` makes the app of one viewer; `src/contract` asks it for every gesture, and no handler can ask for less.
// - An index of standards is made for each set of hidden groups, and shared by all who look so.
// - What the clock says of itself is said to whoever owns it: a group's channel hears of its own, the secretariat of all.
//   What goes to a member in person is read through their own view again when it is said.
// - The operator sees everything: the command line's exports and previews are of the whole. `ask --as` is what the person
//   would be answered.
//
// Every noun is written out, and every method of those that groups have, so that whatever the store learns to tell is
// decided here before it compiles. What is of no group passes through as it is, and of notices what only jobs ask for.
// Writing goes through too, but never over what the writer can't see.

/** The store as somebody sees it. Its `transaction` hands on the same view. */
export function seenBy(store: Store, viewer: Viewer): Store {
  const ofGroup = (one: { group?: string | undefined }) => sees(viewer, one)
  const isSeen = { goal: seesGoal, assignment: seesAssignment }
  const goalSeen = (goal: Goal) => isSeen.goal(viewer, goal)
  const assignmentSeen = (assignment: Assignment) => isSeen.assignment(viewer, assignment)
  const only = <T>(one: T | undefined, may: (one: T) => boolean) =>
    one !== undefined && may(one) ? one : undefined

  /** The parts that hidden groups have in a goal are left out. */
  const withSeenParts = (goal: Goal): Goal => ({
    ...goal,
    groups: goal.groups.filter(ofGroup),
    ...(goal.former !== undefined && { former: goal.former.filter(ofGroup) }),
  })

  /** What was hidden of the goal is put back, so that writing what one saw takes nothing from it. */
  async function withHiddenParts(goal: Goal): Promise<Goal> {
    const recorded = await store.goals.byId(goal.id)
    if (recorded === undefined) return goal
    refuseUnseen(goalSeen(recorded), goal.id)
    const former = [...(recorded.former ?? []).filter((part) => !ofGroup(part)), ...(goal.former ?? [])]
    return {
      ...goal,
      groups: [...goal.groups, ...recorded.groups.filter((part) => !ofGroup(part))],
      ...((goal.former !== undefined || former.length > 0) && { former }),
    }
  }

  /** What is told of a closed group to those outside: that there is one, what it is called, and that it is closed. */
  const asNamed = (group: WorkingGroup): WorkingGroup => {
    if (ofGroup({ group: group.code })) return group
    const { code, kind, names, zone, language, from, until } = group
    return {
      code,
      kind,
      names,
      zone,
      language,
      isClosed: true,
      isHidden: true,
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    }
  }
  /** Nor who is in it: of a role there no more is left than that somebody is on the list. */
  const withSeenRoles = (member: Member): Member => ({
    ...member,
    roles: member.roles.map((role): Role => {
      if (ofGroup(role)) return role
      const { group: _hidden, ...term } = role
      return { ...term, role: role.role === 'observer' ? 'observer' : 'member' }
    }),
  })

  async function standardsOf<T extends { standard: string }>(all: T[]): Promise<T[]> {
    if (all.length === 0) return all
    const known = await store.standards.byIds([...new Set(all.map(({ standard }) => standard))])
    const unseen = new Set(known.filter((one) => !ofGroup(one)).map(({ id }) => id))
    return all.filter(({ standard }) => !unseen.has(standard))
  }
  async function standardSeen(id: string): Promise<boolean> {
    const standard = await store.standards.byId(id)
    return standard === undefined || ofGroup(standard)
  }
  const ofStandard =
    <T>(read: (standard: string) => Promise<T[]>) =>
    async (standard: string) =>
      (await standardSeen(standard)) ? read(standard) : []

  /** A decision is seen by whoever sees what it was about; of what it touched, what they see. */
  async function changesSeen(changes: PlanChange[]): Promise<PlanChange[]> {
    if (changes.length === 0) return changes
    const [goals, items] = await Promise.all([store.goals.all(), store.work.all()])
    const unseen = new Set([
      ...goals.filter((goal) => !goalSeen(goal)).map(({ id }) => id),
      ...items.filter((item) => !ofGroup(item)).map(({ id }) => id),
    ])
    const named = [...new Set(changes.flatMap(({ touched }) => touched))]
    for (const assignment of await store.assignments.byIds(named))
      if (!assignmentSeen(assignment)) unseen.add(assignment.id)
    const isHidden = (id: string) => unseen.has(id) || viewer.hidden.has(id)
    return changes.flatMap((change) => {
      if (isHidden(change.subject)) return []
      const fields = change.fields?.map(({ field, before, after }) => ({
        field,
        before: before.filter((value) => !isHidden(value)),
        after: after.filter((value) => !isHidden(value)),
      }))
      return [
        {
          ...change,
          touched: change.touched.filter((id) => !isHidden(id)),
          ...(fields !== undefined && { fields }),
        },
      ]
    })
  }

  /** The open assignments of hidden groups that were asked for and are not seen. */
  async function unseenOpen(
    query: Parameters<Store['assignments']['open']>[0],
    today: string,
  ): Promise<Assignment[]> {
    const groups = [...viewer.hidden].filter((code) => query.group === undefined || query.group === code)
    const found = await Promise.all(
      groups.map((group) => store.assignments.open({ ...query, group }, today, mostInGroup)),
    )
    return found.flat().filter((assignment) => !assignmentSeen(assignment))
  }

  const noticeSeen = (notice: Notice) => ofGroup(notice)
  const isOpenTo = (group: string) => ofGroup({ group })
  const { standards, assignments, goals, work, plans, notices } = store

  return {
    workspace: store.workspace,
    transaction: (work) => store.transaction((inner) => work(seenBy(inner, viewer))),
    roster: store.roster,
    committee: store.committee,
    organisations: store.organisations,
    groups: {
      all: async () => (await store.groups.all()).map(asNamed),
      async byCode(code) {
        const group = await store.groups.byCode(code)
        return group && asNamed(group)
      },
      byChannel: async (channelId) =>
        only(await store.groups.byChannel(channelId), ({ code }) => ofGroup({ group: code })),
      put: store.groups.put,
      linkChannel: store.groups.linkChannel,
    },
    members: {
      all: async () => (await store.members.all()).map(withSeenRoles),
      async byId(id) {
        const member = await store.members.byId(id)
        return member && withSeenRoles(member)
      },
      async bySlackId(slackId) {
        const member = await store.members.bySlackId(slackId)
        return member && withSeenRoles(member)
      },
      async byEmail(email) {
        const member = await store.members.byEmail(email)
        return member && withSeenRoles(member)
      },
      async put(member) {
        const recorded = await store.members.byId(member.id)
        refuseUnseen(recorded?.roles.every(ofGroup) !== false, member.id)
        await store.members.put(member)
      },
      linkSlack: store.members.linkSlack,
      setSlackZone: store.members.setSlackZone,
    },
    plans: {
      all: plans.all,
      put: plans.put,
      putDraft: plans.putDraft,
      draft: plans.draft,
      addChange: plans.addChange,
      changesOf: async (year) => changesSeen(await plans.changesOf(year)),
      addTold: plans.addTold,
      changesTold: async (notice) => changesSeen(await plans.changesTold(notice)),
    },
    goals: {
      all: async (year) => (await goals.all(year)).filter(goalSeen).map(withSeenParts),
      ids: goals.ids,
      async byId(id) {
        const goal = only(await goals.byId(id), goalSeen)
        return goal && withSeenParts(goal)
      },
      async pointsOfClosed() {
        const unseen = (await goals.all()).filter(
          (goal) => goal.state === 'open' && goal.groups.some((part) => !ofGroup(part)),
        )
        return [...new Set(unseen.flatMap(({ points }) => points))]
      },
      put: async (goal) => goals.put(await withHiddenParts(goal)),
      addOffer: goals.addOffer,
      offer: async (id) => only(await goals.offer(id), ofGroup),
      offers: async (year) => (await goals.offers(year)).filter(ofGroup),
    },
    work: {
      all: async () => (await work.all()).filter(ofGroup),
      ids: work.ids,
      byId: async (id) => only(await work.byId(id), ofGroup),
      async put(item) {
        const recorded: WorkItem | undefined = await work.byId(item.id)
        refuseUnseen(recorded === undefined || ofGroup(recorded), item.id)
        await work.put(item)
      },
    },
    standards: {
      all: async () => (await standards.all()).filter(ofGroup),
      byId: async (id) => only(await standards.byId(id), ofGroup),
      byIds: async (ids) => (await standards.byIds(ids)).filter(ofGroup),
      put: async (standard) => {
        refuseUnseen(await standardSeen(standard.id), standard.id)
        await standards.put(standard)
      },
      async putAll(all) {
        const recorded = await standards.byIds(all.map(({ id }) => id))
        for (const standard of recorded) refuseUnseen(ofGroup(standard), standard.id)
        await standards.putAll(all)
      },
      topics: async () => topicsOf((await standards.all()).filter(ofGroup)),
      changedSince: async (version) => (await standards.changedSince(version)).filter(ofGroup),
      addMove: standards.addMove,
      addMoves: standards.addMoves,
      movesOf: ofStandard(standards.movesOf),
      async moveById(id) {
        const move = await standards.moveById(id)
        return move !== undefined && (await standardSeen(move.standard)) ? move : undefined
      },
      moves: async (group, after, upTo) => (ofGroup({ group }) ? standards.moves(group, after, upTo) : []),
      movesAmong: async (ids, after, upTo) => standardsOf(await standards.movesAmong(ids, after, upTo)),
      proposedMoves: async () => standardsOf(await standards.proposedMoves()),
      decideMove: async (id, decision) => {
        const move = await standards.moveById(id)
        return move !== undefined && (await standardSeen(move.standard)) && standards.decideMove(id, decision)
      },
      undistributedMoves: async (limit) => standardsOf(await standards.undistributedMoves(limit)),
      setDistributed: standards.setDistributed,
      addTargetChange: standards.addTargetChange,
      targetChangesOf: ofStandard(standards.targetChangesOf),
      addExtension: standards.addExtension,
      extensionsOf: ofStandard(standards.extensionsOf),
      version: standards.version,
    },
    assignments: {
      all: async () => (await assignments.all()).filter(assignmentSeen),
      inGroup: async (group, since) => (await assignments.inGroup(group, since)).filter(assignmentSeen),
      async open(query, today, most) {
        const unseen = await unseenOpen(query, today)
        const found = await assignments.open(query, today, most + unseen.length)
        return found.filter(assignmentSeen).sort(byDueDay).slice(0, most)
      },
      async countOpen(query, today, soonUntil) {
        const counts: OpenCounts = { ...(await assignments.countOpen(query, today, soonUntil)) }
        for (const assignment of await unseenOpen(query, today))
          counts[urgency(assignment, today, soonUntil)] -= 1
        return counts
      },
      heldBy: async (whom) => (await assignments.heldBy(whom)).filter(assignmentSeen),
      undecided: (groups, most) => assignments.undecided(groups.filter(isOpenTo), most),
      async givenBy(giver, today, most) {
        const { first, count } = await assignments.givenBy(giver, today, mostInGroup)
        const seen = first.filter(assignmentSeen)
        return { first: seen.slice(0, most), count: count - (first.length - seen.length) }
      },
      byIds: async (ids) => (await assignments.byIds(ids)).filter(assignmentSeen),
      ids: assignments.ids,
      ofPlans: async () => (await assignments.ofPlans()).filter(assignmentSeen),
      openOfNoPlan: async () => (await assignments.openOfNoPlan()).filter(assignmentSeen),
      async put(assignment) {
        const [recorded] = await assignments.byIds([assignment.id])
        refuseUnseen(recorded === undefined || assignmentSeen(recorded), assignment.id)
        await assignments.put(assignment)
      },
    },
    follows: store.follows,
    schedules: {
      all: async () => (await store.schedules.all()).filter(ofGroup),
      put: store.schedules.put,
      remove: store.schedules.remove,
    },
    notices: {
      ...notices,
      byId: async (id) => only(await notices.byId(id), noticeSeen),
      byIdStart: async (start, limit) => (await notices.byIdStart(start, limit)).filter(noticeSeen),
      find: async (kind, group, period) =>
        ofGroup({ group }) ? notices.find(kind, group, period) : undefined,
      newestStanding: async (kind, group) =>
        ofGroup({ group }) ? notices.newestStanding(kind, group) : undefined,
      keys: async (kind, periods) => (await notices.keys(kind, periods)).filter(ofGroup),
      latest: async (limit, state) => (await notices.latest(limit, state)).filter(noticeSeen),
      async unsettled(since, most) {
        const { first, count } = await notices.unsettled(since, mostInGroup)
        const seen = first.filter(noticeSeen)
        return { first: seen.slice(0, most), count: count - (first.length - seen.length) }
      },
      remindersSince: async (since, group) => (await notices.remindersSince(since, group)).filter(ofGroup),
      movesOf: async (notice) => standardsOf(await notices.movesOf(notice)),
      ofRun: async (kind, on) => (await notices.ofRun(kind, on)).filter(noticeSeen),
    },
    paces: store.paces,
    decisions: store.decisions,
    audit: {
      add: store.audit.add,
      addAll: store.audit.addAll,
      async of(subject) {
        if (subject.kind === 'assignment') {
          const [assignment] = await assignments.byIds([subject.id])
          if (assignment !== undefined && !assignmentSeen(assignment)) return []
        }
        if (subject.kind === 'work' && only(await work.byId(subject.id), (item) => !ofGroup(item))) return []
        if (subject.kind === 'goal' && only(await goals.byId(subject.id), (goal) => !goalSeen(goal)))
          return []
        if (subject.kind === 'standard' && !(await standardSeen(subject.id))) return []
        return store.audit.of(subject)
      },
      async ofAny(kind, ids, since) {
        const entries = await store.audit.ofAny(kind, ids, since)
        if (kind !== 'assignment') return entries
        const seen = new Set((await assignments.byIds(ids)).filter(assignmentSeen).map(({ id }) => id))
        return entries.filter(({ subject }) => seen.has(subject.id))
      },
      subjectOf: store.audit.subjectOf,
      ofRequest: store.audit.ofRequest,
      // The operator's alone, who sees everything.
      search: store.audit.search,
    },
    acknowledgements: store.acknowledgements,
    snoozes: store.snoozes,
    markedDays: {
      all: async () => (await store.markedDays.all()).filter(ofGroup),
      put: store.markedDays.put,
      remove: store.markedDays.remove,
    },
    holds: {
      ...store.holds,
      on: async (day) =>
        (await store.holds.on(day)).filter(
          ({ kind, recipient }) => kind === 'asks' || ofGroup({ group: recipient }),
        ),
    },
    absences: store.absences,
    hearing: store.hearing,
    events: store.events,
  }
}

/** No group has so many open assignments. */
const mostInGroup = 100_000

/** @throws Error where something would be written over a record that the writer does not see: only a fault comes so far */
function refuseUnseen(isSeen: boolean, id: string): void {
  if (!isSeen) throw new Error(`${id} is not seen by whoever writes it`)
}

function topicsOf(all: readonly Standard[]) {
  const counts = new Map<string, number>()
  for (const { topics } of all)
    for (const topic of new Set(topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts]
    .map(([topic, count]) => ({ topic, count }))
    .sort((a, b) => (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : 0))
}
