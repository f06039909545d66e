import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a notice's period, in the column of that name, is a calendar day: then it came by schedule. What was sent by
 * hand, or follows from something else, has another one.
 */
export function isByDay(column: 'period' | 'notice.period'): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`
}
