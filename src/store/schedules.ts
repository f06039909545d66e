import type { Day } from '../domain/calendar/day.ts'
import type { Store, StoredSchedule } from '../domain/store.ts'
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
          'every_weeks as everyWeeks',
          'weeks_from as weeksFrom',
          'is_off as isOff',
        ])
        .where('workspace', '=', workspace)
        .orderBy('group_code')
        .orderBy('kind')
        .execute()
      return rows.map((row) => toStored(present(row)))
    },
    async put(schedule) {
      const values = {
        cron: schedule.cron,
        zone: schedule.zone,
        active_since: schedule.activeSince,
        set_by: schedule.setBy ?? null,
        every_weeks: schedule.everyWeeks?.count ?? null,
        weeks_from: schedule.everyWeeks?.from ?? null,
        is_off: schedule.isOff === true,
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

type Row = Omit<StoredSchedule, 'everyWeeks' | 'isOff'> & {
  everyWeeks?: number
  weeksFrom?: Day
  isOff: boolean
}

function toStored({ everyWeeks: count, weeksFrom: from, isOff, ...row }: Row): StoredSchedule {
  return {
    ...row,
    ...(count !== undefined && from !== undefined && { everyWeeks: { count, from } }),
    ...(isOff && { isOff }),
  }
}
