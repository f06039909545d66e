import { dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { standingFacts } from '../member/service.ts'
import { standingOn } from '../member/standing.ts'
import type { ClaimedNotice, Store } from '../store.ts'
import { sees, viewerOf } from '../viewing/rules.ts'
import { projectsOf } from './project.ts'
import { dueAfter, type HeardMove, hearers } from './rules.ts'

/** As many moves are handed on in one transaction: an import may bring thousands, and others wait. */
const mostAtOnce = 500

/**
 * Settles who is to hear of the accepted moves that came since, and writes it into each one's notice: into the one that
 * waits to be said, where there is one, so that all that moved is told in one message. Inside a transaction; false
 * where nothing was left to do.
 */
export async function distributeMoves(
  store: Store,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
): Promise<boolean> {
  const moves = await store.standards.undistributedMoves(mostAtOnce)
  if (moves.length === 0) return false
  const at = now()
  const heard = await whoHears(store, moves, at)
  const zone = (await store.committee.get())?.zone ?? 'UTC'
  const newest = new Map(
    (await store.notices.newestOfMoves([...heard.keys()])).map((one) => [one.member, one]),
  )
  const paces = new Map((await store.hearing.all()).map(({ member, moves }) => [member, moves]))
  for (const [member, ids] of heard) {
    const pace = paces.get(member)
    if (pace === 'off') continue
    const before = newest.get(member)
    if (before?.isOpen === true) {
      await store.notices.addMoves(before.id, member, ids)
      continue
    }
    const slotAt = dueAfter(before?.slotAt, at, pace)
    const id = newId()
    await store.notices.add({
      id,
      kind: 'moves',
      member,
      period: String(ids[0]),
      slotAt,
      slotOn: dayIn(zone, slotAt),
      assignments: [],
      state: 'pending',
      dueAt: slotAt,
      createdAt: at,
    })
    await store.notices.addMoves(id, member, ids)
  }
  await store.standards.setDistributed(moves.map(({ id }) => id))
  return true
}

async function whoHears(store: Store, moves: readonly HeardMove[], at: Date): Promise<Map<string, number[]>> {
  const follows = await store.follows.all()
  if (follows.length === 0) return new Map()
  const followed = follows.flatMap(({ kind, value }) => (kind === 'standard' ? [value] : []))
  const records = await store.standards.byIds([
    ...new Set([...followed, ...moves.map(({ standard }) => standard)]),
  ])
  return onlySeen(store, moves, hearers(moves, follows, projectsOf(records)), at)
}

/**
 * Gathers into a notice that is about to be said all that its member is to hear by now, so that nothing is told that
 * was put right a moment ago. Inside a transaction.
 */
export async function gatherMoves(
  store: Store,
  claimed: ClaimedNotice,
  context: Pick<Context, 'now' | 'newId'>,
): Promise<void> {
  if (claimed.member === undefined) return
  while (await distributeMoves(store, context));
  await store.notices.takeMoves(claimed.id, claimed.claim, claimed.member)
}

/** Of what moved in a closed group its own members hear, whatever others follow. */
async function onlySeen(
  store: Store,
  moves: readonly HeardMove[],
  heard: ReadonlyMap<string, number[]>,
  at: Date,
): Promise<Map<string, number[]>> {
  const groups = await store.groups.all()
  if (!groups.some(({ isClosed }) => isClosed === true)) return new Map(heard)
  const standards = await store.standards.byIds([...new Set(moves.map(({ standard }) => standard))])
  const groupOf = new Map(standards.map(({ id, group }) => [id, group]))
  const standardOf = new Map(moves.map(({ id, standard }) => [id, standard]))
  const today = dayIn((await store.committee.get())?.zone ?? 'UTC', at)
  const facts = await standingFacts(store, today)
  const seen = [...heard].map(([id, ids]) => {
    const member = facts.members.find((one) => one.id === id)
    const viewer = viewerOf(groups, { standing: member && standingOn(member, facts, today) })
    return [
      id,
      ids.filter((move) => sees(viewer, { group: groupOf.get(standardOf.get(move) ?? '') })),
    ] as const
  })
  return new Map(seen.filter(([, ids]) => ids.length > 0))
}
