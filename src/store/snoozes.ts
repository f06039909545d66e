import type { Store } from '../domain/store.ts'
import type { Scope } from './scope.ts'

/** The reminders that were put off: the last word about each counts. */
export function snoozes({ db, workspace }: Scope): Store['snoozes'] {
  return {
    async add({ notice, until, member, at }) {
      await db
        .insertInto('snoozes')
        .values({ workspace, notice, until_on: until, member, snoozed_at: at })
        .execute()
    },
    of: (notice) =>
      db
        .selectFrom('snoozes')
        .select(['notice', 'until_on as until', 'member', 'snoozed_at as at'])
        .where('workspace', '=', workspace)
        .where('notice', '=', notice)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),
  }
}
