import { sql } from 'kysely'
import { channelPauseMs, longestHoldMs } from '../domain/delivery/pace.ts'
import { weekMs } from '../domain/follow/rules.ts'
import type { Notice } from '../domain/notice/rules.ts'
import { longestQuietMs } from '../domain/reminder/quiet-hours.ts'
import type { ClaimedNotice, Task } from '../domain/store.ts'
import { isByDay } from './notice-period.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/**
 * What is left to do on a notice: say it, show its newest revision, or take back what stands twice. The index on open
 * notices says the same.
 */
const isOpen = sql`(notice.state in ('pending', 'sending')
  or (notice.state = 'sent' and (notice.revision > notice.shown_revision or cardinality(notice.strays) > 0)))`

/**
 * Whether it may be taken: its claim has run out, or it is due. A moment further ahead than any is ever set comes from a
 * clock that has been put back since; what was planned by such a clock waits for its own hour.
 */
function isFree(now: Date) {
  return sql`not (notice.state = 'pending' and ${isByDay('notice.period')} and notice.slot_at > ${now})
    and (coalesce(notice.claim_ends_at, notice.due_at) <= ${now}
    or coalesce(notice.claim_ends_at, notice.due_at) > case
      when notice.state = 'pending' and notice.kind = 'moves'
        and notice.due_at > notice.created_at + interval '1 day' then ${after(now, furthestWeekMs)}::timestamptz
      when notice.state = 'pending' and notice.member is not null then ${after(now, furthestQuietMs)}::timestamptz
      else ${after(now, furthestMs)}::timestamptz end)`
}

/** Claims and pauses end sooner. */
const furthestMs = longestHoldMs + 300_000
/** What waits for a member's quiet hours to end may wait a day. */
const furthestQuietMs = longestQuietMs + 300_000
/** What is told once a week waits for its week to end, and then for the quiet hours to. */
const furthestWeekMs = weekMs + furthestQuietMs

/**
 * The tables `open`, of what is left to do, and `free`, of what may be taken in channels in which nobody is at work. A
 * message that is still to be said waits for every older one of its recipient, due or not, while an edit waits for none.
 * `quiet_from` is when its channel has been quiet for long enough. What was said a little later than now was said by a
 * process whose clock is ahead; what was said much later, before the clock was put back.
 */
function openAndFree({ workspace }: Scope, now: Date) {
  return sql`
    channels as materialized (
      select notice.id, notice.spoke_at, coalesce(notice.channel_id, "group".channel_id, "group".channel,
        case when notice.recipient = '' then coalesce(committee.channel_id, committee.channel) end,
        'recipient ' || notice.recipient) as channel
      from rapporteur.notices notice
      left join rapporteur.working_groups "group"
        on "group".workspace = notice.workspace and "group".code = notice.group_code
      left join rapporteur.committees committee on committee.workspace = notice.workspace
      where notice.workspace = ${workspace}
        and (${isOpen} or notice.spoke_at > ${before(now, channelPauseMs)})
    ), spoken as (
      select channel, max(spoke_at) as spoke_at from channels
      where spoke_at > ${before(now, channelPauseMs)} and spoke_at <= ${before(now, -channelPauseMs)}
      group by channel
    ), open as materialized (
      select notice.id, notice.slot_at, channels.channel,
        case notice.state when 'sent' then 'edit' when 'sending' then 'look' else 'say' end as task,
        notice.state = 'sent' or row_number() over (
          partition by notice.recipient, notice.state = 'sent' order by notice.slot_at, notice.id
        ) = 1 as has_turn,
        (${isFree(now)}) as is_free,
        (notice.claim_ends_at > ${now} and not (${isFree(now)})) as is_held,
        coalesce(spoken.spoke_at + ${`${channelPauseMs} milliseconds`}::interval, ${now}::timestamptz) as quiet_from
      from rapporteur.notices notice
      join channels on channels.id = notice.id
      left join spoken on spoken.channel = channels.channel
      where notice.workspace = ${workspace} and ${isOpen}
    ), free as materialized (
      select id, slot_at, channel, task, quiet_from from open
      where has_turn and is_free and channel not in (select channel from open where is_held)
    )`
}

/**
 * The claim of `Store.notices`, in one statement: of each channel the oldest notice of a task that is wanted. Rows that
 * another claimer holds are passed over, and what has changed since this statement looked is looked at again under the
 * lock. A claim that ran out while its message was being said leaves it uncertain from the moment at which that claim
 * ended. Whoever says it uses up the secretariat's leave to say it once more, and leaves on record in which channel: the
 * group may have another one by the time at which it is looked for.
 */
export async function claimNotices(
  scope: Scope,
  now: Date,
  leaseMs: number,
  most: Record<Task, number>,
): Promise<ClaimedNotice[]> {
  const { db, workspace } = scope
  const wanted = Object.entries(most).flatMap(([task, count]) => (count > 0 ? [task] : []))
  const { rows } = await sql<ClaimRow>`
    with ${openAndFree(scope, now)}, head as (
      select distinct on (channel) id, slot_at, task from free
      where task = any(${wanted}) and quiet_from <= ${now}
      order by channel, slot_at, id
    ), ranked as (
      select id, task, row_number() over (partition by task order by slot_at, id) as place from head
    ), taken as (
      select notice.workspace, notice.id, ranked.task, "group".channel_id
      from rapporteur.notices notice
      join ranked on ranked.id = notice.id
      left join rapporteur.working_groups "group"
        on "group".workspace = notice.workspace and "group".code = notice.group_code
      where notice.workspace = ${workspace}
        and ranked.place <= case ranked.task
          when 'say' then ${finite(most.say)}::int when 'look' then ${finite(most.look)}::int
          else ${finite(most.edit)}::int end
        and ${isOpen} and ${isFree(now)}
      for no key update of notice skip locked
    )
    update rapporteur.notices notice
    set state = case when notice.state = 'sent' then 'sent' else 'sending' end,
      attempts = notice.attempts + 1,
      may_repeat = notice.may_repeat and taken.task = 'look',
      channel_id = coalesce(notice.channel_id, taken.channel_id),
      uncertain_since = case when taken.task = 'look'
        then coalesce(notice.uncertain_since, notice.claim_ends_at, ${now}::timestamptz) end,
      spoke_at = case when taken.task = 'look' then notice.spoke_at else ${now}::timestamptz end,
      claim = gen_random_uuid()::text,
      claim_ends_at = ${new Date(now.getTime() + leaseMs)}
    from taken
    where notice.workspace = taken.workspace and notice.id = taken.id
    returning notice.id, notice.kind, notice.group_code as "group", notice.member, notice.period, notice.slot_at as "slotAt",
      notice.slot_on as "slotOn", notice.assignments, notice.about, notice.state, notice.reason, notice.attempts,
      notice.created_at as "createdAt", notice.channel_id as "channelId", notice.ts, notice.sent_at as "sentAt",
      notice.revision, notice.shown_revision as "shownRevision", notice.uncertain_since as "uncertainSince", notice.strays,
      notice.may_repeat as "mayRepeat", notice.claim, notice.claim_ends_at as "claimEndsAt", taken.task
  `.execute(db)
  return rows.map((row) => present(row)).sort(bySlot)
}

/** What `Store.notices.waiting` tells. */
export async function waitingNotices(scope: Scope, now: Date): Promise<{ task: Task; from: Date }[]> {
  const { rows } = await sql<{ task: Task; from: Date }>`
    with ${openAndFree(scope, now)}
    select task, min(quiet_from) as "from" from free group by task
  `.execute(scope.db)
  return rows
}

type ClaimRow = {
  [Key in keyof ClaimedNotice]-?: undefined extends ClaimedNotice[Key]
    ? Exclude<ClaimedNotice[Key], undefined> | null
    : ClaimedNotice[Key]
}

/** SQL has no count without end. */
function finite(count: number): number {
  return Math.min(count, 1_000_000)
}

function before(now: Date, ms: number): Date {
  return after(now, -ms)
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}

function bySlot(a: Notice, b: Notice): number {
  return a.slotAt.getTime() - b.slotAt.getTime() || (a.id < b.id ? -1 : 1)
}
