import { sql } from 'kysely'
import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

type Standing = Pick<Store['notices'], 'askedSince' | 'remindersSince' | 'reviseNaming' | 'reviseAsking'>

/** When a message was said, also where that is not sure: whoever may have heard it is not asked again at once. */
const saidAt = sql<Date>`coalesce(notice.sent_at, notice.uncertain_since)`

/** What was said of late, as asking goes on from it. */
export function standing({ db, workspace }: Scope): Standing {
  /** The last word about putting a notice off. */
  const snoozedUntil = sql<string | null>`(
    select snooze.until_on
    from rapporteur.snoozes snooze
    where snooze.workspace = notice.workspace and snooze.notice = notice.id
    order by snooze.id desc limit 1
  )`

  const revised = {
    revision: sql<number>`revision + 1`,
    // A message that was up to date has its tries anew.
    attempts: sql<number>`case when revision = shown_revision then 0 else attempts end`,
  }
  const standingSince = (since: Date) =>
    db
      .updateTable('notices')
      .set(revised)
      .where('workspace', '=', workspace)
      .where('state', '=', 'sent')
      .where('sent_at', '>=', since)

  return {
    async askedSince(since, member) {
      const rows = await db
        .selectFrom('notices as notice')
        .select(['notice.id as notice', 'notice.member', 'notice.about as asks'])
        .select([saidAt.as('at'), snoozedUntil.as('snoozedUntil')])
        .where('notice.workspace', '=', workspace)
        .where('notice.kind', 'in', ['asks', 'unanswered'])
        .where(sql<boolean>`${saidAt} >= ${since}`)
        .$if(member !== undefined, (query) =>
          query.where(
            sql<boolean>`(notice.member = ${member} or notice.about @> '[{"kind":"acknowledge"}]'::jsonb)`,
          ),
        )
        .orderBy(saidAt)
        .orderBy('notice.id')
        .execute()
      return rows.map(({ asks, ...row }) => ({ ...present(row), asks: asks ?? [] }))
    },
    async remindersSince(since, group) {
      const rows = await db
        .selectFrom('notices as notice')
        .leftJoin('acknowledgements as answer', (join) =>
          join.onRef('answer.workspace', '=', 'notice.workspace').onRef('answer.notice', '=', 'notice.id'),
        )
        .select(['notice.id', 'notice.group_code', 'notice.assignments'])
        .select([
          'answer.acknowledged_at as acknowledgedAt',
          saidAt.as('at'),
          snoozedUntil.as('snoozedUntil'),
        ])
        .where('notice.workspace', '=', workspace)
        .where('notice.kind', '=', 'reminder')
        .where('notice.state', '=', 'sent')
        .where(sql<boolean>`${saidAt} >= ${since}`)
        .$if(group !== undefined, (query) => query.where('notice.group_code', '=', group ?? ''))
        .execute()
      return rows.map(({ group_code: group, ...row }) => ({ ...present(row), group: group ?? '' }))
    },
    async reviseNaming(assignment, since) {
      await standingSince(since)
        .where('kind', 'in', ['reminder', 'asks'])
        .where(sql<boolean>`assignments @> array[${assignment}]::text[]`)
        .execute()
    },
    async reviseAsking(group, since) {
      const asked = JSON.stringify([{ kind: 'acknowledge', group }])
      await standingSince(since)
        .where('kind', 'in', ['asks', 'unanswered'])
        .where(sql<boolean>`about @> ${asked}::jsonb`)
        .execute()
    },
  }
}
