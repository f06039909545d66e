import type { Store } from '../domain/store.ts'
import type { Scope } from './scope.ts'

/** The organisations whose people sit in the groups. */
export function organisations({ db, workspace }: Scope): Store['organisations'] {
  return {
    all() {
      return db
        .selectFrom('organisations')
        .select(['id', 'names'])
        .where('workspace', '=', workspace)
        .orderBy('id')
        .execute()
    },
    async put({ id, names }) {
      const values = { names: JSON.stringify(names) }
      await db
        .insertInto('organisations')
        .values({ workspace, id, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(values))
        .execute()
    },
  }
}
