import type { OwnerRef } from '../assignment/life.ts'
import type { Assignment } from '../assignment/rules.ts'
import { dayIn } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'
import type { Notice } from '../notice/rules.ts'
import type { Store } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import type { Deed, PutOff, ReminderState } from './told.ts'

/** To have seen something is no news to others, and that an assignment goes on with its goal changes nothing of it. */
const untold = new Set(['see', 'make', 'carry'])

/** What has become of a group's reminder since it was said. */
export async function reminderState(
  store: Store,
  notice: Notice,
  group: WorkingGroup,
  now: Date,
): Promise<ReminderState> {
  const { id, sentAt, assignments } = notice
  if (sentAt === undefined) return { isOver: false, deeds: [], names: new Map() }
  const members = new Map((await store.members.all()).map((member) => [member.id, member.names]))
  const called = (member: string): Names => members.get(member) ?? { en: member }
  /** In whose place the last of them did it, as it is on record. */
  const insteadOf = async (what: 'acknowledge' | 'snooze'): Promise<{ insteadOf?: Names }> => {
    const entries = await store.audit.of({ kind: 'notice', id })
    const behalf = entries.filter((entry) => entry.what === what).at(-1)?.behalf
    return behalf?.kind === 'member' ? { insteadOf: called(behalf.id) } : {}
  }
  const answer = await store.acknowledgements.of(id)
  const snooze = answer === undefined ? await store.snoozes.of(id) : undefined
  const putOff: PutOff | undefined = snooze && {
    names: called(snooze.member),
    ...(await insteadOf('snooze')),
    until: snooze.until,
    at: snooze.at,
  }
  const named = await store.assignments.byIds(assignments)
  const deeds = await deedsSince(store, named, sentAt)
  return {
    ...(answer !== undefined && {
      acknowledged: { names: called(answer.member), ...(await insteadOf('acknowledge')), at: answer.at },
    }),
    ...(putOff !== undefined && (putOff.until > dayIn(group.zone, now) ? { putOff } : { cameBack: putOff })),
    // Where the process died that said it, nobody knows what it names.
    isOver: named.length > 0 && named.every(({ state }) => state !== 'open'),
    deeds,
    names: await namesIn(store, deeds, members),
  }
}

async function deedsSince(store: Store, named: readonly Assignment[], sentAt: Date): Promise<Deed[]> {
  const titles = new Map(named.map((one) => [one.id, one.titles]))
  const entries = await store.audit.ofAny('assignment', [...titles.keys()], sentAt)
  return entries.flatMap((entry) => {
    const known = titles.get(entry.subject.id)
    return known === undefined || untold.has(entry.what) ? [] : [{ entry, titles: known }]
  })
}

async function namesIn(
  store: Store,
  deeds: readonly Deed[],
  members: ReadonlyMap<string, Names>,
): Promise<Map<string, Names>> {
  const refs = deeds.flatMap(({ entry: { by, behalf } }): OwnerRef[] => [
    ...(by === undefined ? [] : [{ kind: 'member' as const, id: by }]),
    ...(behalf === undefined ? [] : [behalf]),
  ])
  const isAny = refs.some(({ kind }) => kind === 'organisation')
  const bodies = new Map(isAny ? (await store.organisations.all()).map(({ id, names }) => [id, names]) : [])
  return new Map(
    refs.flatMap(({ kind, id }) => {
      const names = kind === 'member' ? members.get(id) : kind === 'organisation' ? bodies.get(id) : undefined
      return names === undefined ? [] : [[`${kind} ${id}`, names]]
    }),
  )
}
