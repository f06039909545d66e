import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../src/store/open-store.ts'
import { databaseAt, run, type TestServer } from './database-server.ts'

/** A test file's own database; `url` is for whoever opens it anew. */
export type TestDatabase = { url: string; database: Database }

/**
 * Makes a migrated, empty database for this test file and opens it; both end with the file. To be called at the
 * top of a file (`const { database } = await testDatabase()`) or in a `describe`'s `beforeAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { server, template } = await testServer()
  const url = await create(server, `template ${template}`)
  const database = await openDatabase(url)
  afterAll(async () => {
    await database.close()
    await drop(server, url)
  })
  return { url, database }
}

/** The URL of a database that nothing has touched, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<string> {
  const { server } = await testServer()
  const url = await create(server, 'template template0')
  afterAll(() => drop(server, url))
  return url
}

async function create(server: string, from: string): Promise<string> {
  const name = `rapporteur_test_${randomUUID().replaceAll('-', '')}`
  await run(server, `create database ${name} ${from}`)
  return databaseAt(server, name)
}

function drop(server: string, url: string): Promise<void> {
  return run(server, `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
}

async function testServer(): Promise<TestServer> {
  const response = await fetch(inject('databaseServer'))
  if (!response.ok) throw new Error(`no database to test on: ${await response.text()}`)
  return (await response.json()) as TestServer
}
