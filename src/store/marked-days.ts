import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** The days that the secretary has marked; a group's row bears its code, the committee's an empty text. */
export function markedDays({ db, workspace }: Scope): Store['markedDays'] {
  return {
    async all() {
      const rows = await db
        .selectFrom('marked_days')
        .select(['day', 'is_worked as isWorked', 'group_code', 'why', 'by_member as by', 'marked_at as at'])
        .where('workspace', '=', workspace)
        .orderBy('day')
        .orderBy('group_code')
        .execute()
      return rows.map(({ group_code: group, ...row }) => ({
        ...present(row),
        ...(group !== '' && { group }),
      }))
    },
    async put({ day, isWorked, group, why, by, at }) {
      const values = { is_worked: isWorked, why: why ?? null, by_member: by ?? null, marked_at: at }
      await db
        .insertInto('marked_days')
        .values({ workspace, group_code: group ?? '', day, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'group_code', 'day']).doUpdateSet(values))
        .execute()
    },
    async remove(day, group) {
      const { numDeletedRows } = await db
        .deleteFrom('marked_days')
        .where('workspace', '=', workspace)
        .where('group_code', '=', group ?? '')
        .where('day', '=', day)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}
