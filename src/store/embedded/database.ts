import pg from 'pg'
import { adminRole } from './cluster.ts'

/** Connection strings of an embedded server. */
export type Addresses = { url: string; adminUrl: string }

/** The bot's own role and database. The role owns the database and may do no more. */
const name = 'rapporteur'

/** The connection strings of a server on 127.0.0.1. Both roles share the password of the cluster. */
export function addressesOf(port: number, password: string): Addresses {
  // Without sslmode an inherited PGSSLMODE would ask for encryption, which this server has no need of.
  const at = (role: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
  return { url: at(name, name), adminUrl: at(adminRole, 'postgres') }
}

/** Makes the bot's role and database where they are missing: anew, or because a start was cut short. */
export async function ensureDatabase({ adminUrl }: Addresses, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 30_000 })
  // A server that goes away is reported by the query; without a listener it would end this process too.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const roles = await client.query('select from pg_roles where rolname = $1', [name])
    if (roles.rowCount === 0) {
      await client.query(`create role ${name} login password ${client.escapeLiteral(password)}`)
    }
    const databases = await client.query('select from pg_database where datname = $1', [name])
    if (databases.rowCount === 0) await client.query(`create database ${name} owner ${name}`)
  } finally {
    await client.end()
  }
}
