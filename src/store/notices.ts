import { sql } from 'kysely'
import type { Notice } from '../domain/notice/rules.ts'
import type { Store } from '../domain/store.ts'
import { claimNotices } from './claim-notices.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** The columns of a notice under the domain's names. */
export const noticeColumns = [
  'id',
  'kind',
  'group_code as group',
  'period',
  'slot_at as slotAt',
  'slot_on as slotOn',
  'assignments',
  'state',
  'reason',
  'attempts',
  'channel_id as channelId',
  'ts',
  'sent_at as sentAt',
  'revision',
  'shown_revision as shownRevision',
] as const

/** What the bot says by itself: what is to be said, what is being said, and what was. */
export function notices(scope: Scope): Store['notices'] {
  const { db, workspace } = scope
  const selected = db.selectFrom('notices').select(noticeColumns).where('workspace', '=', workspace)

  return {
    async add(notice) {
      const result = await db
        .insertInto('notices')
        .values({
          workspace,
          id: notice.id,
          kind: notice.kind,
          group_code: notice.group,
          period: notice.period,
          slot_at: notice.slotAt,
          slot_on: notice.slotOn,
          assignments: notice.assignments,
          state: notice.state,
          reason: notice.reason ?? null,
          due_at: notice.dueAt,
          created_at: notice.createdAt,
        })
        .onConflict((conflict) => conflict.columns(['workspace', 'kind', 'group_code', 'period']).doNothing())
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
        .where('group_code', '=', group)
        .where('period', '=', period)
        .executeTakeFirst()
      return row && present(row)
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
    claim: (now, leaseMs, limit) => claimNotices(scope, now, leaseMs, limit),
    async settle(id, claim, change) {
      const result = await db
        .updateTable('notices')
        .set({
          state: change.state,
          reason: change.reason ?? null,
          claim: null,
          claim_ends_at: null,
          ...(change.dueAt && { due_at: change.dueAt }),
          ...(change.channelId !== undefined && { channel_id: change.channelId }),
          ...(change.ts !== undefined && { ts: change.ts }),
          ...(change.sentAt && { sent_at: change.sentAt }),
          ...(change.assignments && { assignments: change.assignments }),
          ...(change.shownRevision !== undefined && { shown_revision: change.shownRevision }),
        })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('claim', '=', claim)
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
  }
}
