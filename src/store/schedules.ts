import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** When each group's reminder and digest are due. */
export function schedules({ db, workspace }: Scope): Store['schedules'] {
  return {
    async all() {
      const rows = await db
        .selectFrom('schedules')
        .select([
          'group_code as group',
          'kind',
          'cron',
          'zone',
          'active_since as activeSince',
          'set_by as setBy',
        ])
        .where('workspace', '=', workspace)
        .orderBy('group_code')
        .orderBy('kind')
        .execute()
      return rows.map((row) => present(row))
    },
    async put(schedule) {
      const values = {
        cron: schedule.cron,
        zone: schedule.zone,
        active_since: schedule.activeSince,
        set_by: schedule.setBy ?? null,
      }
      await db
        .insertInto('schedules')
        .values({ workspace, group_code: schedule.group, kind: schedule.kind, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'group_code', 'kind']).doUpdateSet(values))
        .execute()
    },
    async remove(group, kind) {
      await db
        .deleteFrom('schedules')
        .where('workspace', '=', workspace)
        .where('group_code', '=', group)
        .where('kind', '=', kind)
        .execute()
    },
  }
}
