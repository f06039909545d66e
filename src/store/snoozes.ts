import type { Store } from '../domain/store.ts'
import type { Scope } from './scope.ts'

/** The reminders that were put off: the last word about each counts. */
export function snoozes({ db, workspace }: Scope): Store['snoozes'] {
  const selected = db
    .selectFrom('snoozes')
    .distinctOn('notice')
    .select(['notice', 'until_on as until', 'member', 'snoozed_at as at'])
    .where('workspace', '=', workspace)
    .orderBy('notice')
    .orderBy('id', 'desc')
  return {
    async add({ notice, until, member, at }) {
      await db
        .insertInto('snoozes')
        .values({ workspace, notice, until_on: until, member, snoozed_at: at })
        .execute()
    },
    of: (notice) => selected.where('notice', '=', notice).executeTakeFirst(),
    // The latest of each may have been put off further, or back: which one is due is for the domain to say.
    since: (day) => selected.where('until_on', '>=', day).execute(),
  }
}
