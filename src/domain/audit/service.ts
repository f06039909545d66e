import { addDays, startOf } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { AuditAsked } from './query.ts'
import type { AuditEntry } from './rules.ts'

export type Audits = ReturnType<typeof audits>

/** Entries, the oldest first, and the zone (an IANA name) by whose days they were asked for. */
export type AuditFound = { entries: AuditEntry[]; zone: string }

/** All that was changed, by anybody; it is read here, and never written. */
export function audits({ store }: Pick<Context, 'store'>) {
  return {
    /** The newest `most` of what is asked for, the oldest of them first. */
    async search({ since, until, ...query }: AuditAsked, most: number): Promise<AuditFound> {
      const zone = (await store.committee.get())?.zone ?? 'UTC'
      const span = {
        ...(since !== undefined && { from: startOf(since, zone) }),
        ...(until !== undefined && { before: startOf(addDays(until, 1), zone) }),
      }
      return { entries: await store.audit.search({ ...query, ...span }, most), zone }
    },
  }
}
