import { sql } from 'kysely'
import type { Store } from '../domain/store.ts'
import { schemaName } from './schema.ts'
import type { Scope } from './scope.ts'

/** The tables that say who and what the committee is, and when it works, apart from its work. */
const people = [
  'committees',
  'working_groups',
  'organisations',
  'members',
  'member_roles',
  'plans',
  'marked_days',
] as const

/**
 * Whether the committee's people, groups, plans and marked days have changed, by PostgreSQL's own marks on their rows. The mark of a
 * row is the number of the transaction that wrote it, which is always higher than that of the row it replaces: so how
 * many there are and what their marks come to is the same only where nothing was written, whoever wrote it and in
 * whatever order that became visible.
 */
export function roster({ db, workspace }: Scope): Store['roster'] {
  function marksOf(tables: readonly string[]) {
    const parts = tables.map(
      (table) =>
        sql`select count(*) as rows, coalesce(sum(xmin::text::bigint), 0) as marks
          from ${sql.id(schemaName, table)} where workspace = ${workspace}`,
    )
    const asked = sql<{ version: string }>`
      select string_agg(rows || ':' || marks, ' ') as version from (${sql.join(parts, sql` union all `)}) as part`
    return async () => (await asked.execute(db)).rows[0]?.version ?? ''
  }

  return { version: marksOf(people), followsVersion: marksOf(['follows']) }
}
