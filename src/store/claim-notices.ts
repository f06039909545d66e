import { sql } from 'kysely'
import type { Notice } from '../domain/notice/rules.ts'
import type { ClaimedNotice } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** What is left to do on a notice: say it, or show its newest revision. The index on open notices says the same. */
const isOpen = sql`(notice.state in ('pending', 'sending')
  or (notice.state = 'sent' and notice.revision > notice.shown_revision))`

/** From when on it may be taken: when its claim runs out, else when it is due. */
const freeAt = sql`coalesce(notice.claim_ends_at, notice.due_at)`

/**
 * The claim of `Store.notices`, in one statement. Of each channel in which nobody is at work, the oldest notice
 * that may be taken; a message that is still to be said waits for every older one of its group, due or not, while
 * an edit waits for none. Rows that another claimer holds are passed over, and what has changed since this
 * statement looked is looked at again under the lock.
 */
export async function claimNotices(
  { db, workspace }: Scope,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<ClaimedNotice[]> {
  const { rows } = await sql<ClaimRow>`
    with open as materialized (
      select notice.id, notice.slot_at, notice.state,
        notice.state = 'sent' or row_number() over (
          partition by notice.group_code, notice.state = 'sent' order by notice.slot_at, notice.id
        ) = 1 as has_turn,
        ${freeAt} <= ${now} as is_free,
        coalesce(notice.channel_id, "group".channel_id, "group".channel, 'group ' || notice.group_code) as channel,
        notice.claim_ends_at > ${now} as is_held
      from rapporteur.notices notice
      join rapporteur.working_groups "group"
        on "group".workspace = notice.workspace and "group".code = notice.group_code
      where notice.workspace = ${workspace} and ${isOpen}
    ), head as (
      select distinct on (channel) id from open
      where has_turn and is_free
        and channel not in (select channel from open where is_held)
      order by channel, slot_at, id
    ), taken as (
      select notice.workspace, notice.id, notice.state = 'sending' as uncertain
      from rapporteur.notices notice
      where notice.workspace = ${workspace} and notice.id in (select id from head)
        and ${isOpen} and ${freeAt} <= ${now}
      order by notice.slot_at, notice.id
      limit ${limit}
      for no key update skip locked
    )
    update rapporteur.notices notice
    set state = case when notice.state = 'sent' then 'sent' else 'sending' end,
      attempts = notice.attempts + 1,
      claim = gen_random_uuid()::text,
      claim_ends_at = ${new Date(now.getTime() + leaseMs)}
    from taken
    where notice.workspace = taken.workspace and notice.id = taken.id
    returning notice.id, notice.kind, notice.group_code as "group", notice.period, notice.slot_at as "slotAt",
      notice.slot_on as "slotOn", notice.assignments, notice.state, notice.reason, notice.attempts,
      notice.channel_id as "channelId", notice.ts, notice.sent_at as "sentAt", notice.revision,
      notice.shown_revision as "shownRevision", notice.claim, taken.uncertain
  `.execute(db)
  return rows.map((row) => present(row)).sort(bySlot)
}

type ClaimRow = {
  [Key in keyof ClaimedNotice]-?: undefined extends ClaimedNotice[Key]
    ? Exclude<ClaimedNotice[Key], undefined> | null
    : ClaimedNotice[Key]
}

function bySlot(a: Notice, b: Notice): number {
  return a.slotAt.getTime() - b.slotAt.getTime() || (a.id < b.id ? -1 : 1)
}
