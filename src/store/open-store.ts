import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Store } from '../domain/store.ts'
import { absences } from './absences.ts'
import { acknowledgements } from './acknowledgements.ts'
import { assignments } from './assignments.ts'
import { audit } from './audit.ts'
import { committee } from './committee.ts'
import { decisions } from './decisions.ts'
import { events } from './events.ts'
import { follows } from './follows.ts'
import { goals } from './goals.ts'
import { hearing } from './hearing.ts'
import { holds } from './holds.ts'
import { markedDays } from './marked-days.ts'
import { members } from './members.ts'
import { notices } from './notices.ts'
import { organisations } from './organisations.ts'
import { paces } from './paces.ts'
import { plans } from './plans.ts'
import { readOnce } from './read-once.ts'
import { roster } from './roster.ts'
import { schedules } from './schedules.ts'
import { schemaName, type Tables } from './schema.ts'
import { atomically, type Scope } from './scope.ts'
import { requireServerVersion } from './server-version.ts'
import { snoozes } from './snoozes.ts'
import { standards } from './standards.ts'
import { workItems } from './work-items.ts'
import { workingGroups } from './working-groups.ts'

/** An open database: its pool for whoever speaks SQL of their own, its tables for the store. */
export type Database = { pool: pg.Pool; tables: Kysely<Tables>; close(): Promise<void> }

/** No query of the store has reason to take longer; one that waits for a lock gives up after it. */
const statementTimeoutMs = 30_000
/** A server that went away without a word would otherwise be waited for until the system gives its connection up. */
const answerTimeoutMs = statementTimeoutMs + 5_000
/** A connection on which a query got no answer is not used for long after. */
const connectionLifeS = 60
const connectTimeoutMs = 10_000

/**
 * Opens a pool of connections and makes sure that the server answers. Connections that are lost later are replaced
 * when the next query needs one; the query that was under way rejects.
 * @param url `postgres://…`
 * @param options `max`: connections at most, 10 where not given; `log`: hears of lost connections
 * @throws ServerTooOld where the server is older than PostgreSQL 14
 * @throws whatever the driver says where the server can't be reached
 */
export async function openDatabase(
  url: string,
  options: { max?: number; log?: (line: string) => void } = {},
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: 'rapporteur',
    connectionTimeoutMillis: connectTimeoutMs,
    idle_in_transaction_session_timeout: 2 * statementTimeoutMs,
    statement_timeout: statementTimeoutMs,
    query_timeout: answerTimeoutMs,
    maxLifetimeSeconds: connectionLifeS,
    keepAlive: true,
    types: { getTypeParser },
    onConnect: async (client) => {
      await client.query(`set datestyle to 'ISO'; set timezone to 'UTC'`)
    },
  })
  const lost = (error: Error) => options.log?.(`a database connection was lost: ${error.message}`)
  // The pool reports connections that lie idle, each client those in use: unheard, either would end the process.
  pool.on('error', lost)
  pool.on('connect', (client) => {
    client.on('error', lost)
  })
  const tables = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema(schemaName)
  try {
    const { rows } = await pool.query<{ number: string }>(
      `select current_setting('server_version_num') as number`,
    )
    requireServerVersion(Number(rows[0]?.number))
  } catch (error) {
    await pool.end()
    throw error
  }
  return { pool, tables, close: () => pool.end() }
}

/** The store of one committee's workspace. It opens nothing and is cheap to make. */
export function createStore(database: Pick<Database, 'tables'>, workspace: string): Store {
  return storeOn({ db: database.tables, workspace })
}

/** The workspaces whose committee is on record, in the order of their names. */
export async function listWorkspaces(database: Pick<Database, 'tables'>): Promise<string[]> {
  const rows = await database.tables
    .selectFrom('committees')
    .select('workspace')
    .orderBy('workspace')
    .execute()
  return rows.map((row) => row.workspace)
}

function storeOn(scope: Scope): Store {
  return {
    workspace: scope.workspace,
    roster: roster(scope),
    transaction: (work) => atomically(scope, (inner) => work(readOnce(storeOn(inner))), { alone: true }),
    committee: committee(scope),
    groups: workingGroups(scope),
    organisations: organisations(scope),
    members: members(scope),
    plans: plans(scope),
    goals: goals(scope),
    work: workItems(scope),
    standards: standards(scope),
    assignments: assignments(scope),
    audit: audit(scope),
    follows: follows(scope),
    schedules: schedules(scope),
    notices: notices(scope),
    paces: paces(scope),
    decisions: decisions(scope),
    acknowledgements: acknowledgements(scope),
    snoozes: snoozes(scope),
    markedDays: markedDays(scope),
    holds: holds(scope),
    absences: absences(scope),
    hearing: hearing(scope),
    events: events(scope),
  }
}

/** Counts as numbers and calendar days as text; all else as the driver has it. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.INT8) return Number
  if (oid === pg.types.builtins.DATE) return String
  return pg.types.getTypeParser(oid, format)
}
