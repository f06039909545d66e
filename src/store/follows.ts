import type { Store } from '../domain/store.ts'
import type { Scope } from './scope.ts'

/** What members follow. */
export function follows({ db, workspace }: Scope): Store['follows'] {
  const selected = db
    .selectFrom('follows')
    .select(['member', 'kind', 'value', 'since', 'language'])
    .where('workspace', '=', workspace)
    .orderBy('since')
    .orderBy('kind')
    .orderBy('value')

  return {
    all: () => selected.orderBy('member').execute(),
    of: (member) => selected.where('member', '=', member).execute(),
    async add({ member, kind, value, since, language }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('follows')
        .values({ workspace, member, kind, value, since, language })
        .onConflict((conflict) => conflict.columns(['workspace', 'member', 'kind', 'value']).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    async remove(member, { kind, value }) {
      const { numDeletedRows } = await db
        .deleteFrom('follows')
        .where('workspace', '=', workspace)
        .where('member', '=', member)
        .where('kind', '=', kind)
        .where('value', '=', value)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}
