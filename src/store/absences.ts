import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** Who is away when, and who stands in. */
export function absences({ db, workspace }: Scope): Store['absences'] {
  const selected = db
    .selectFrom('absences')
    .select(['id', 'member', 'from_on as from', 'until_on as until', 'stand_in as standIn'])
    .where('workspace', '=', workspace)
    .orderBy('from_on')
    .orderBy('id')
  return {
    async since(day) {
      return (await selected.where('until_on', '>=', day).execute()).map(present)
    },
    async put({ id, member, from, until, standIn }, at) {
      const values = { from_on: from, until_on: until, stand_in: standIn ?? null }
      await db
        .insertInto('absences')
        .values({ workspace, id, member, made_at: at, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(values))
        .execute()
    },
    async remove(id) {
      await db.deleteFrom('absences').where('workspace', '=', workspace).where('id', '=', id).execute()
    },
  }
}
