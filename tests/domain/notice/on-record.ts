import type { Assignment } from '../../../src/domain/assignment/rules.ts'
import type { ClaimedNotice } from '../../../src/domain/store.ts'
import type { Database } from '../../../src/store/open-store.ts'
import { assignment } from '../assignment/arbitraries.ts'
import { type Opened, openCommittee } from '../committee/small-committee.ts'

/** Friday noon in Shanghai; the next reminder is due on Monday 23 November at 01:00Z. */
export const friday = '2026-11-20T04:00:00Z'
export const monday9 = '2026-11-23T01:00:00Z'

/** The small committee on that Friday, with this work on record. */
export async function openWith(
  database: Database,
  workspace: string,
  work: Partial<Assignment>[] = [{ dueOn: '2026-11-20' }],
): Promise<Opened> {
  const opened = await openCommittee(database, workspace, friday)
  const records = work.map((change, index) => assignment(`a-${index}`, change))
  await opened.app.committees.importAssignments(records)
  // What the import woke is not the tests' concern.
  opened.woken.splice(0)
  return opened
}

/** What is on record for the groups, in short. */
export async function onRecord({ store }: Opened): Promise<string[]> {
  const all = await store.notices.latest(100)
  return all
    .map(({ kind, group, slotOn, state, reason }) =>
      [group, kind, slotOn, state, ...(reason === undefined ? [] : [reason])].join(' '),
    )
    .sort()
}

export const saidWg8 = 'WG8 reminder 2026-11-23 pending'
export const silentWg9 = 'WG9 reminder 2026-11-23 withdrawn no-open-assignments'
/** The slot of a group that can't be spoken to is on record too, so that the report of the run names it. */
export const mutedWg10 = 'WG10 reminder 2026-11-23 withdrawn no-channel'

/** Says the one thing that is to be said now. */
export async function say({ app, clock }: Opened): Promise<ClaimedNotice> {
  const {
    claimed: [claimed, ...others],
  } = await app.deliveries.claim(20)
  if (claimed?.task !== 'say' || others.length > 0) throw new Error(`${others.length + 1} to be said`)
  const ts = `${clock.now().getTime() / 1_000}.1`
  await app.deliveries.settle(claimed, { kind: 'said', channelId: `C-${claimed.group}`, ts }, [])
  return claimed
}
