import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** Who has acknowledged which reminder: one answer a notice, the first. */
export function acknowledgements({ db, workspace }: Scope): Store['acknowledgements'] {
  return {
    async add({ notice, member, slackId, at }) {
      const result = await db
        .insertInto('acknowledgements')
        .values({ workspace, notice, member, slack_id: slackId ?? null, acknowledged_at: at })
        .onConflict((conflict) => conflict.columns(['workspace', 'notice']).doNothing())
        .executeTakeFirst()
      return result.numInsertedOrUpdatedRows === 1n
    },
    async of(notice) {
      const row = await db
        .selectFrom('acknowledgements')
        .select(['notice', 'member', 'slack_id as slackId', 'acknowledged_at as at'])
        .where('workspace', '=', workspace)
        .where('notice', '=', notice)
        .executeTakeFirst()
      return row && present(row)
    },
  }
}
