import type { Store } from '../domain/store.ts'
import type { Scope } from './scope.ts'

/** The ids of what Slack has sent, for it sends again what it believes unheard. */
export function events({ db, workspace }: Scope): Store['events'] {
  return {
    async first(id, at) {
      const result = await db
        .insertInto('seen_events')
        .values({ workspace, id, seen_at: at })
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
        .executeTakeFirst()
      return result.numInsertedOrUpdatedRows === 1n
    },
    async forget(before) {
      await db
        .deleteFrom('seen_events')
        .where('workspace', '=', workspace)
        .where('seen_at', '<', before)
        .execute()
    },
  }
}
