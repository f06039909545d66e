import type { Absence } from '../domain/absence/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { MarkedDay } from '../domain/calendar/marked-day.ts'
import type { Committee } from '../domain/committee/rules.ts'
import type { Follow } from '../domain/follow/rules.ts'
import { type Fresh, fresh } from '../domain/fresh.ts'
import type { Member, Organisation } from '../domain/member/rules.ts'
import type { Plan } from '../domain/plan/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import type { Store } from '../domain/store.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'

/** How old a look at the database may be on which an answer rests. Nobody's role is believed for longer either. */
const windowMs = 250

/** Who and what the committee is, as it was on record when it was last looked at. */
type Roster = {
  version: string
  committee: Committee | undefined
  groups: readonly WorkingGroup[]
  groupByCode: ReadonlyMap<string, WorkingGroup>
  groupByChannel: ReadonlyMap<string, WorkingGroup>
  organisations: readonly Organisation[]
  members: readonly Member[]
  memberById: ReadonlyMap<string, Member>
  memberBySlackId: ReadonlyMap<string, Member>
  memberByEmail: ReadonlyMap<string, Member>
  plans: readonly Plan[]
  markedDays: readonly MarkedDay[]
}

/**
 * The same store, for a process that answers many people: its committee, groups, organisations, members, plans, marked
 * days, what members follow and who is away are read from memory, which is compared with the database by one short query
 * whenever it is a quarter of a second old.
 * What this process writes it sees at once; inside a transaction nothing is taken from memory.
 */
export function remembering(store: Store, now: () => Date): Store {
  let known: Roster | undefined
  let writes = 0
  const roster = fresh(now, windowMs, look, () => writes)

  async function look(): Promise<Roster> {
    const version = await store.roster.version()
    if (known?.version !== version) known = await load(store, version)
    return known
  }

  /** The writing and, whatever came of it, that what is remembered may be out of date. */
  function writing<Args extends unknown[], T>(write: (...args: Args) => Promise<T>) {
    return async (...args: Args): Promise<T> => {
      try {
        return await write(...args)
      } finally {
        writes += 1
      }
    }
  }

  let followed: { version: string; of: ReadonlyMap<string, readonly Follow[]> } | undefined
  const followsOf = fresh(
    now,
    windowMs,
    async () => {
      const version = await store.roster.followsVersion()
      if (followed?.version !== version) followed = { version, of: byMember(await store.follows.all()) }
      return followed.of
    },
    () => writes,
  )

  /** Those of the day that was asked for last: it is the same for everybody but around midnight. */
  let absent: { day: Day; since: Fresh<Absence[]> } | undefined
  function absentSince(day: Day): Promise<Absence[]> {
    if (absent?.day !== day) {
      const since = fresh(
        now,
        windowMs,
        () => store.absences.since(day),
        () => writes,
      )
      absent = { day, since }
    }
    return absent.since.get()
  }

  const standardsVersion = fresh(
    now,
    windowMs,
    () => store.standards.version(),
    () => writes,
  )
  /** The reading of all standards that is under way: several keep something made of them, and begin together. */
  let reading: { version: number; standards: Promise<Standard[]> } | undefined
  async function allStandards(): Promise<Standard[]> {
    const version = await standardsVersion.get()
    if (reading?.version === version) return [...(await reading.standards)]
    const mine = { version, standards: store.standards.all() }
    reading = mine
    try {
      return [...(await mine.standards)]
    } finally {
      if (reading === mine) reading = undefined
    }
  }

  const { committee, groups, organisations, members, plans, standards, markedDays } = store
  return {
    ...store,
    transaction: (work) =>
      store.transaction(work).finally(() => {
        writes += 1
      }),
    committee: {
      get: async () => (await roster.get()).committee,
      put: writing(committee.put),
      linkChannel: writing(committee.linkChannel),
    },
    groups: {
      all: async () => [...(await roster.get()).groups],
      byCode: async (code) => (await roster.get()).groupByCode.get(code),
      byChannel: async (channelId) => (await roster.get()).groupByChannel.get(channelId),
      put: writing(groups.put),
      linkChannel: writing(groups.linkChannel),
    },
    organisations: {
      all: async () => [...(await roster.get()).organisations],
      put: writing(organisations.put),
    },
    members: {
      all: async () => [...(await roster.get()).members],
      byId: async (id) => (await roster.get()).memberById.get(id),
      bySlackId: async (slackId) => (await roster.get()).memberBySlackId.get(slackId),
      byEmail: async (email) => (await roster.get()).memberByEmail.get(email.toLowerCase()),
      put: writing(members.put),
      linkSlack: writing(members.linkSlack),
      setSlackZone: writing(members.setSlackZone),
    },
    standards: {
      ...standards,
      all: allStandards,
      put: writing(standards.put),
      version: () => standardsVersion.get(),
    },
    follows: {
      all: store.follows.all,
      of: async (member) => [...((await followsOf.get()).get(member) ?? [])],
      add: writing(store.follows.add),
      remove: writing(store.follows.remove),
    },
    absences: {
      since: async (day) => [...(await absentSince(day))],
      put: writing(store.absences.put),
      remove: writing(store.absences.remove),
    },
    plans: { ...plans, all: async () => [...(await roster.get()).plans], put: writing(plans.put) },
    markedDays: {
      all: async () => [...(await roster.get()).markedDays],
      put: writing(markedDays.put),
      remove: writing(markedDays.remove),
    },
  }
}

async function load(store: Store, version: string): Promise<Roster> {
  const [committee, groups, organisations, members, plans, markedDays] = await Promise.all([
    store.committee.get(),
    store.groups.all(),
    store.organisations.all(),
    store.members.all(),
    store.plans.all(),
    store.markedDays.all(),
  ])
  return {
    version,
    committee,
    groups,
    groupByCode: new Map(groups.map((group) => [group.code, group])),
    // Where two share a channel, the first by code is meant, as the database has it.
    groupByChannel: firstBy(
      groups.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      ({ channelId }) => channelId,
    ),
    organisations,
    members,
    memberById: new Map(members.map((member) => [member.id, member])),
    memberBySlackId: firstBy(members, ({ slackId }) => slackId),
    memberByEmail: firstBy(members, ({ email }) => email?.toLowerCase()),
    plans,
    markedDays,
  }
}

function firstBy<T>(all: readonly T[], keyOf: (one: T) => string | undefined): Map<string, T> {
  const found = new Map<string, T>()
  for (const one of all) {
    const key = keyOf(one)
    if (key !== undefined && !found.has(key)) found.set(key, one)
  }
  return found
}

function byMember(all: readonly Follow[]): Map<string, Follow[]> {
  const found = new Map<string, Follow[]>()
  for (const one of all) {
    const own = found.get(one.member)
    if (own === undefined) found.set(one.member, [one])
    else own.push(one)
  }
  return found
}
