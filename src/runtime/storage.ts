import path from 'node:path'
import type { Store } from '../domain/store.ts'
import { startEmbedded } from '../store/embedded.ts'
import { migrate } from '../store/migrate.ts'
import { createStore, type Database, openDatabase } from '../store/open-store.ts'
import { databaseUnavailable, isServerTrouble } from './database-unavailable.ts'
import { untilReady } from './until-ready.ts'

/** An open database, brought up to date, and how to leave it. */
export type Storage = {
  /** `postgres://…`, for the queue that may live in the same database. */
  url: string
  store: Store
  /** The folder of everything that is not in the database. */
  dataDir: string
  /** Whether the database answers. @throws what the driver says where it does not */
  check(): Promise<void>
  /** What the database takes the time to be. @throws what the driver says where it does not answer */
  clock(): Promise<Date>
  close(): Promise<void>
}

type Settings = {
  databaseUrl?: string
  dataFolder: string
  workspace?: string
  /** How long a server that says it is not ready is waited for: not at all, where not given. */
  patienceMs?: number
}

/** One process serves one committee; a database that holds several tells them apart by this name. */
const defaultWorkspace = 'main'

/**
 * Opens the database that `DATABASE_URL` names, or else the embedded server in the data folder, which is started
 * where it does not run, and shared where it does.
 * @throws EmbeddedUnavailable, DatabaseUnavailable, SchemaTooNew, ServerTooOld with sentences for the operator
 */
export async function openStorage(settings: Settings, log: (line: string) => void): Promise<Storage> {
  const dataDir = path.resolve(settings.dataFolder)
  const server = settings.databaseUrl === undefined ? await startEmbedded({ dataDir, log }) : undefined
  try {
    const url = settings.databaseUrl ?? server?.url ?? ''
    const opening = untilReady(() => upToDate(url, log), settings.patienceMs ?? 0, log)
    const database = await opening.catch((error: unknown) => {
      const named = settings.databaseUrl
      throw named !== undefined && isServerTrouble(error) ? databaseUnavailable(named, error) : error
    })
    return {
      url,
      dataDir,
      store: createStore(database, settings.workspace ?? defaultWorkspace),
      check: async () => void (await database.pool.query('select 1')),
      async clock() {
        const { rows } = await database.pool.query<{ at: Date }>('select clock_timestamp() as at')
        const [row] = rows
        if (row === undefined) throw new Error('the database does not tell the time')
        return row.at
      },
      async close() {
        await database.close()
        await server?.stop()
      },
    }
  } catch (error) {
    await server?.stop()
    throw error
  }
}

async function upToDate(url: string, log: (line: string) => void): Promise<Database> {
  const database = await openDatabase(url, { log })
  try {
    // On a connection of its own, since a step may take longer than any query.
    await migrate(url)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
