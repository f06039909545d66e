import type { StoredSchedule } from '../store.ts'

/** By what an entry on record knows a schedule: `WG8/reminder`. */
export function scheduleId({ group, kind }: Pick<StoredSchedule, 'group' | 'kind'>): string {
  return `${group}/${kind}`
}

/** What of a schedule an entry on record tells before and after. */
export function scheduleNoted({ cron, zone, everyWeeks, isOff }: StoredSchedule) {
  return {
    cron,
    zone,
    ...(everyWeeks !== undefined && { everyWeeks: everyWeeks.count }),
    ...(isOff === true && { isOff }),
  }
}
