import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** What is kept from being said on a day. A released one stays on record beside the next. */
export function holds({ db, workspace }: Scope): Store['holds'] {
  return {
    async on(day) {
      const rows = await db
        .selectFrom('holds')
        .select(['kind', 'recipient', 'day as on', 'by_member as by', 'held_at as at', 'why'])
        .where('workspace', '=', workspace)
        .where('day', '=', day)
        .where('released_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map((row) => present(row))
    },
    async add({ kind, recipient, on, by, at, why }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('holds')
        .values({ workspace, kind, recipient, day: on, by_member: by ?? null, held_at: at, why: why ?? null })
        .onConflict((conflict) =>
          conflict
            .columns(['workspace', 'day', 'kind', 'recipient'])
            .where('released_at', 'is', null)
            .doNothing(),
        )
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    async release({ kind, recipient, on }, { at, by }) {
      const { numUpdatedRows } = await db
        .updateTable('holds')
        .set({ released_at: at, released_by: by ?? null })
        .where('workspace', '=', workspace)
        .where('day', '=', on)
        .where('kind', '=', kind)
        .where('recipient', '=', recipient)
        .where('released_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
