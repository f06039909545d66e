import { sql } from 'kysely'
import type { Notice, NoticeState } from '../domain/notice/rules.ts'
import type { ScheduleKind } from '../domain/schedule/rules.ts'
import type { NoticeChange, Store } from '../domain/store.ts'
import { claimNotices, waitingNotices } from './claim-notices.ts'
import { heardMoves } from './heard-moves.ts'
import { isByDay } from './notice-period.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'
import { standing } from './standing-notices.ts'

/** The columns of a notice under the domain's names. */
const noticeColumns = [
  'id',
  'kind',
  'group_code as group',
  'member',
  'period',
  'slot_at as slotAt',
  'slot_on as slotOn',
  'assignments',
  'about',
  'state',
  'reason',
  'attempts',
  'created_at as createdAt',
  'channel_id as channelId',
  'ts',
  'sent_at as sentAt',
  'revision',
  'shown_revision as shownRevision',
  'uncertain_since as uncertainSince',
  'may_repeat as mayRepeat',
  'strays',
] as const

/** What the bot says by itself: what is to be said, what is being said, and what was. */
export function notices(scope: Scope): Store['notices'] {
  const { db, workspace } = scope
  const selected = db.selectFrom('notices').select(noticeColumns).where('workspace', '=', workspace)

  const { askedSince, remindersSince, reviseNaming, reviseAsking } = standing(scope)
  const { newestOfMoves, addMoves, takeMoves, movesOf } = heardMoves(scope)

  return {
    askedSince,
    remindersSince,
    reviseNaming,
    reviseAsking,
    newestOfMoves,
    addMoves,
    takeMoves,
    movesOf,
    async add(notice) {
      const result = await db
        .insertInto('notices')
        .values({
          workspace,
          id: notice.id,
          kind: notice.kind,
          group_code: notice.group ?? null,
          member: notice.member ?? null,
          period: notice.period,
          slot_at: notice.slotAt,
          slot_on: notice.slotOn,
          assignments: notice.assignments,
          about: notice.about === undefined ? null : JSON.stringify(notice.about),
          state: notice.state,
          reason: notice.reason ?? null,
          due_at: notice.dueAt,
          created_at: notice.createdAt,
        })
        .onConflict((conflict) => conflict.columns(['workspace', 'kind', 'recipient', 'period']).doNothing())
        .executeTakeFirst()
      return result.numInsertedOrUpdatedRows === 1n
    },
    async byId(id) {
      const row = await selected.where('id', '=', id).executeTakeFirst()
      return row && present(row)
    },
    async find(kind, group, period) {
      const row = await selected
        .where('kind', '=', kind)
        .where('recipient', '=', group ?? '')
        .where('period', '=', period)
        .executeTakeFirst()
      return row && present(row)
    },
    async toMember(kind, member, period) {
      const row = await selected
        .where('kind', '=', kind)
        .where('member', '=', member)
        .where('period', '=', period)
        .executeTakeFirst()
      return row && present(row)
    },
    async byIdStart(start, limit) {
      const rows = await selected
        .where(sql<boolean>`starts_with(id, ${start})`)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => present(row))
    },
    async keys(kind, periods) {
      if (periods.length === 0) return []
      return db
        .selectFrom('notices')
        .select(['recipient as group', 'period'])
        .where('workspace', '=', workspace)
        .where('kind', '=', kind)
        .where('period', 'in', periods)
        .execute()
    },
    async latest(limit, state) {
      const rows = await selected
        .$if(state !== undefined, (query) => query.where('state', '=', state as Notice['state']))
        .orderBy('created_at', 'desc')
        .orderBy('slot_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => present(row))
    },
    async countByState() {
      const rows = await db
        .selectFrom('notices')
        .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
        .where('workspace', '=', workspace)
        .groupBy('state')
        .execute()
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
    },
    async newestStanding(kind, group) {
      const row = await selected
        .where('kind', '=', kind)
        .where('recipient', '=', group)
        .where('state', '=', 'sent')
        .orderBy(sql`sent_at desc nulls last`)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? undefined : present(row)
    },
    async unsettled(since, most) {
      const rows = await selected
        .where('created_at', '>', since)
        .where('state', 'in', ['ambiguous', 'failed'])
        .where('kind', '<>', 'decision')
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return { first: rows.slice(0, most).map((row) => present(row)), count: rows.length }
    },
    claim: (now, leaseMs, most) => claimNotices(scope, now, leaseMs, most),
    waiting: (now) => waitingNotices(scope, now),
    async settle(id, claim, change) {
      const result = await db
        .updateTable('notices')
        .set(settled(change))
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('claim', '=', claim)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
    async decide(id, from, { mayRepeat, ...change }) {
      const result = await db
        .updateTable('notices')
        .set({ ...settled(change), may_repeat: mayRepeat })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('state', '=', from)
        .where('claim', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
    async addFurther(id, { channelId, ts }) {
      await db
        .updateTable('notices')
        .set({
          channel_id: sql<string>`coalesce(channel_id, ${channelId})`,
          ts: sql<string>`coalesce(ts, ${ts})`,
          strays: sql<string[]>`case when ts <> ${ts} then array_append(strays, ${ts}) else strays end`,
        })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .execute()
    },
    async seen(id, { channelId, ts }, at) {
      // Whoever is at work on it keeps the claim, and will find that its message is known.
      const free = <T>(value: T, otherwise: string) =>
        sql<T>`case when claim is null then ${value} else ${sql.ref(otherwise)} end`
      const result = await db
        .updateTable('notices')
        .set({
          channel_id: channelId,
          ts,
          // It was said by the attempt of which it was not known, not when it was seen.
          sent_at: sql<Date>`case when claim is null then coalesce(sent_at, uncertain_since, ${at}) else sent_at end`,
          state: free('sent' as const, 'state'),
          reason: free(null, 'reason'),
          uncertain_since: free(null, 'uncertain_since'),
          shown_revision: free(0, 'shown_revision'),
          due_at: free(at, 'due_at'),
        })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('ts', 'is', null)
        .where(({ or, eb, and }) =>
          or([
            eb('state', 'in', ['sending', 'ambiguous', 'sent']),
            and([eb('state', '=', 'withdrawn'), eb('reason', '=', 'dropped')]),
          ]),
        )
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
    async revise(id) {
      await db
        .updateTable('notices')
        .set({
          revision: sql<number>`revision + 1`,
          // A message that was up to date has its tries anew; one that was being said or edited keeps its count.
          attempts: sql<number>`case when state = 'sent' and revision = shown_revision then 0 else attempts end`,
        })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .execute()
    },
    async reviseAbout(kind, period) {
      await db
        .updateTable('notices')
        .set({ revision: sql<number>`revision + 1` })
        .where('workspace', '=', workspace)
        .where('kind', '=', kind)
        .where('period', '=', period)
        // A group's reminder and digest are about nothing but their own day.
        .where((eb) => eb.or([eb('recipient', '=', ''), eb('kind', 'in', ['offer', 'goals'])]))
        .execute()
    },
    async supersede(kind, group, slotAt) {
      await db
        .updateTable('notices')
        .set({ state: 'withdrawn', reason: 'superseded' })
        .where('workspace', '=', workspace)
        .where('kind', '=', kind)
        .where('group_code', '=', group)
        .where('state', '=', 'pending')
        .where('claim', 'is', null)
        .where('slot_at', '<', slotAt)
        .execute()
    },
    async heardUpTo(kind, group, slotAt) {
      const row = await db
        .selectFrom('notices')
        .select(({ fn }) => fn.max('slot_at').as('at'))
        .where('workspace', '=', workspace)
        .where('kind', '=', kind)
        .where('recipient', '=', group)
        .where('slot_at', '<', slotAt)
        .where(isByDay('period'))
        .where(({ or, eb, and }) =>
          or([
            eb('state', 'in', ['sent', 'sending', 'ambiguous']),
            and([eb('state', '=', 'withdrawn'), eb('reason', '=', 'nothing-to-report')]),
          ]),
        )
        .executeTakeFirst()
      return row?.at ?? undefined
    },
    async asksOn(on) {
      const rows = await selected
        .where('kind', '=', 'asks')
        .where('slot_on', '=', on)
        .orderBy('member')
        .execute()
      return rows.map((row) => present(row))
    },
    async heldSince(kind, since) {
      const rows = await selected
        .where('kind', '=', kind)
        .where('state', '=', 'withdrawn')
        .where('reason', '=', 'held')
        .where('created_at', '>=', since)
        .orderBy('group_code')
        .execute()
      return rows.map((row) => present(row))
    },
    async ofRun(kind, on) {
      const rows = await selected
        .where('kind', '=', kind)
        .where('slot_on', '=', on)
        .where(isByDay('period'))
        .orderBy('group_code')
        .execute()
      return rows.map((row) => present(row))
    },
    async unreported(since) {
      return db
        .selectFrom('notices as notice')
        .select(({ fn }) => [
          sql<ScheduleKind>`notice.kind`.as('kind'),
          'notice.slot_on as on',
          fn.max('notice.created_at').as('writtenAt'),
          sql<boolean>`bool_and(notice.state not in ('pending', 'sending'))`.as('isSettled'),
        ])
        .where('notice.workspace', '=', workspace)
        .where('notice.kind', 'in', ['reminder', 'digest'])
        .where('notice.created_at', '>', since)
        .where(isByDay('notice.period'))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('notices as report')
                .select('report.id')
                .whereRef('report.workspace', '=', 'notice.workspace')
                .where('report.recipient', '=', '')
                .where(sql<boolean>`report.kind = notice.kind || '-report'`)
                .where(sql<boolean>`report.period = notice.slot_on::text`),
            ),
          ),
        )
        .groupBy(['notice.kind', 'notice.slot_on'])
        .orderBy('notice.slot_on')
        .execute()
    },
  }
}

const standsNowhere: readonly NoticeState[] = ['pending', 'failed', 'withdrawn']

/** The columns of a notice that nobody is at work on any more. */
function settled(change: NoticeChange) {
  return {
    state: change.state,
    reason: change.reason ?? null,
    uncertain_since: change.uncertainSince ?? null,
    claim: null,
    claim_ends_at: null,
    ...(change.dueAt && { due_at: change.dueAt }),
    ...(change.attempts !== undefined && { attempts: change.attempts }),
    // What stands nowhere goes to whichever channel the group has when it is said.
    ...(standsNowhere.includes(change.state) && {
      channel_id: sql<string>`case when ts is null then null else channel_id end`,
    }),
    ...(change.channelId !== undefined && { channel_id: change.channelId }),
    ...(change.ts !== undefined && { ts: change.ts }),
    ...(change.sentAt && { sent_at: change.sentAt }),
    ...(change.assignments && { assignments: change.assignments }),
    ...(change.about && { about: JSON.stringify(change.about) }),
    ...(change.shownRevision !== undefined && { shown_revision: change.shownRevision }),
    ...(change.strays && { strays: change.strays }),
  }
}
