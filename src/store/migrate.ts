import pg from 'pg'
import { type Migration, migrations } from './migrations/index.ts'
import { requireServerVersion } from './server-version.ts'

/** The database was last used by a newer Rapporteur, whose tables this one does not know. */
export class SchemaTooNew extends Error {
  override name = 'SchemaTooNew'
}

/** The schema's version before and after; equal where there was nothing to do. */
export type MigrationReport = { from: number; to: number }

/**
 * Brings the database up to the newest version, one transaction a step. Two processes that do so at once take
 * turns: every step waits for the lock, looks at what is there, and finds it done where the other was first.
 * The lock ends with its transaction, so that a process that dies leaves none behind.
 * @param where a `postgres://` URL, for which one connection is opened and closed, or a pool
 * @param list only a test has reason to give another than the program's own
 * @throws SchemaTooNew where a newer Rapporteur has used the database
 * @throws ServerTooOld where the server is older than PostgreSQL 14
 */
export async function migrate(
  where: string | pg.Pool,
  list: readonly Migration[] = migrations,
): Promise<MigrationReport> {
  if (typeof where !== 'string') {
    const client = await where.connect()
    try {
      return await migrateOn(client, list)
    } finally {
      client.release()
    }
  }
  const client = new pg.Client({ connectionString: where, application_name: 'rapporteur-migrate' })
  // A lost connection rejects the query that is under way; the event says it a second time.
  client.on('error', () => {})
  await client.connect()
  try {
    return await migrateOn(client, list)
  } finally {
    await client.end()
  }
}

async function migrateOn(client: pg.ClientBase, list: readonly Migration[]): Promise<MigrationReport> {
  const server = await client.query<{ number: string }>(
    `select current_setting('server_version_num') as number`,
  )
  requireServerVersion(Number(server.rows[0]?.number))
  const newest = list.at(-1)?.version ?? 0
  let from: number | undefined
  for (;;) {
    const at = await inTransaction(client, async () => {
      await client.query(`select pg_advisory_xact_lock(hashtextextended('rapporteur migrations', 0))`)
      const version = await versionOf(client)
      if (version > newest)
        throw new SchemaTooNew(
          `This database was last used by a newer Rapporteur: its tables are of version ${version}, and this one ` +
            `knows them up to version ${newest}. Start the newer Rapporteur, or give this one another database.`,
        )
      from ??= version
      const next = list.find((migration) => migration.version === version + 1)
      if (next === undefined) return version
      await client.query(next.sql)
      await client.query('insert into rapporteur.migrations (version, name) values ($1, $2)', [
        next.version,
        next.name,
      ])
      return next.version
    })
    if (at === newest) return { from: from ?? at, to: at }
  }
}

/** The version on record, 0 in a database that was never used. Makes the record where there is none. */
async function versionOf(client: pg.ClientBase): Promise<number> {
  // Asked first: `create schema if not exists` wants a privilege even where the schema exists.
  const schema = await client.query(`select 1 from pg_namespace where nspname = 'rapporteur'`)
  if (schema.rowCount === 0) await client.query('create schema rapporteur')
  await client.query(`create table if not exists rapporteur.migrations (
    version integer primary key, name text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from rapporteur.migrations',
  )
  return rows[0]?.version ?? 0
}

async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    // A step over a large table, or the wait for another process's step, may take longer than any query.
    await client.query('set local statement_timeout = 0')
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    // Where the connection is gone there is nothing left to roll back, and the first error is the one to tell.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
