import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/store/migrate.ts'
import { openDoor } from './door.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
  }
}

/**
 * Where a test file makes its database: `server` may create databases, `template` is migrated and empty. Databases
 * whose name begins with `prefix` end with the run, should a test file not have come to its end.
 */
export type TestServer = { server: string; prefix: string; template: string }

/**
 * One PostgreSQL server for the whole run, started when the first test file asks for it: a run of pure rules needs
 * none. It is the one that `TEST_DATABASE_URL` names, else one of its own that ends with the run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const undo: (() => Promise<unknown>)[] = []
  let prepared: Promise<TestServer> | undefined

  const door = await openDoor(async () => {
    prepared ??= prepare((step) => undo.unshift(step))
    return JSON.stringify(await prepared)
  })
  project.provide('databaseServer', door.url)

  return async () => {
    door.close()
    await prepared?.catch(() => undefined)
    const failures: unknown[] = []
    for (const step of undo) await step().catch((failure: unknown) => failures.push(failure))
    if (failures.length > 0) throw new AggregateError(failures, 'the test server was not put away')
  }
}

/**
 * Starts or finds the server and makes the template. `later` takes what is to be undone at the end, the last first.
 */
export async function prepare(later: (step: () => Promise<unknown>) => void): Promise<TestServer> {
  const server = process.env.TEST_DATABASE_URL || (await startOwn(later))
  const prefix = `rapporteur_test_${randomUUID().slice(0, 8)}_`
  const template = `${prefix}template`
  later(() => dropAll(server, prefix))
  await run(server, `create database ${template}`)
  await migrate(databaseAt(server, template))
  return { server, prefix, template }
}

async function startOwn(later: (step: () => Promise<unknown>) => void): Promise<string> {
  const { startEmbedded } = await import('../src/store/embedded.ts')
  const dataDir = await mkdtemp(join(tmpdir(), 'rapporteur-tests-'))
  later(() => rm(dataDir, { recursive: true, force: true }))
  const lines: string[] = []
  const embedded = await startEmbedded({ dataDir, log: (line) => lines.push(line) }).catch((error: Error) => {
    throw new Error(`${error.message}\n${lines.join('\n')}`, { cause: error })
  })
  later(() => embedded.stop())
  // What a test wrote need not outlive a power cut.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await run(embedded.adminUrl, `alter system set ${setting} to off`)
  await run(embedded.adminUrl, 'select pg_reload_conf()')
  return embedded.adminUrl
}

async function dropAll(server: string, prefix: string): Promise<void> {
  const found = await run(server, `select datname from pg_database where starts_with(datname, '${prefix}')`)
  for (const { datname } of found) await run(server, `drop database if exists ${datname} with (force)`)
}

/** Makes a database like `template`, `template0` for an empty one, and returns its URL. */
export async function createDatabase({ server, prefix }: TestServer, template: string): Promise<string> {
  const name = `${prefix}${randomUUID().slice(0, 8)}`
  await run(server, `create database ${name} template ${template}`)
  return databaseAt(server, name)
}

export async function dropDatabase({ server }: TestServer, url: string): Promise<void> {
  await run(server, `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
}

/** Runs one statement on a connection of its own. */
export async function run(url: string, statement: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** The URL of another database of the same server. */
export function databaseAt(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
