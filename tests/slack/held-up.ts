import { expect } from 'vitest'
import type { Database } from '../../src/store/open-store.ts'

/** A table of the bot's that nobody else can touch until it is let go. */
export type HeldUp = {
  /** Resolves when so many wait for it: one, where not given. */
  waits(count?: number): Promise<void>
  letGo(): Promise<void>
}

/** Keeps every handler that needs the table waiting in the database. */
export async function heldUp({ pool }: Pick<Database, 'pool'>, table: string): Promise<HeldUp> {
  const client = await pool.connect()
  await client.query(`begin; lock table rapporteur.${table} in access exclusive mode`)
  let held = true
  return {
    async waits(count = 1) {
      // The databases of other tests are copies of the same one, in which the table has the same number.
      const waiting = `select 1 from pg_locks join pg_database on pg_database.oid = database
        where datname = current_database() and not granted and relation = 'rapporteur.${table}'::regclass`
      await expect
        .poll(async () => (await pool.query(waiting)).rowCount, { timeout: 10_000 })
        .toBeGreaterThanOrEqual(count)
    },
    async letGo() {
      if (!held) return
      held = false
      await client.query('rollback')
      client.release()
    },
  }
}
