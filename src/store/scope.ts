import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema.ts'

/** What a noun's queries work on: one workspace's rows, on the pool or inside a transaction. */
export type Scope = { db: Kysely<Tables>; workspace: string }

/**
 * Runs `work` in one transaction, or as part of the one that is already open. With `alone`, transactions of one
 * workspace run one after the other, so that what a decision was made from is still true when it is saved; a
 * committee's volunteers are never so many that the wait is felt.
 */
export async function atomically<T>(
  scope: Scope,
  work: (scope: Scope) => Promise<T>,
  { alone }: { alone: boolean } = { alone: false },
): Promise<T> {
  if (scope.db.isTransaction) return work(scope)
  return scope.db.transaction().execute(async (db) => {
    if (alone) {
      const lock = `rapporteur workspace ${scope.workspace}`
      await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db)
    }
    return work({ ...scope, db })
  })
}
