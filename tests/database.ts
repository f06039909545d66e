import { afterAll, inject, onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../src/store/open-store.ts'
import { createDatabase, dropDatabase, type TestServer } from './database-server.ts'
import { askAt } from './door.ts'

/** A test file's own database; `url` is for whoever opens it anew. */
export type TestDatabase = { url: string; database: Database }

/**
 * Makes a migrated, empty database for this test file and opens it; both end with the file. To be called at the
 * top of a file (`const { database } = await testDatabase()`) or in a `describe`'s `beforeAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const at = await testServer()
  const url = await createDatabase(at, at.template)
  const database = await openDatabase(url)
  afterAll(async () => {
    await database.close()
    await dropDatabase(at, url)
  })
  return { url, database }
}

/** For one test, the URL of a database that nothing has touched: the migrations themselves are tried on it. */
export async function emptyDatabase(): Promise<string> {
  const at = await testServer()
  const url = await createDatabase(at, 'template0')
  onTestFinished(() => dropDatabase(at, url))
  return url
}

/** For one test, the URL of a migrated, empty database that others will open. */
export async function migratedDatabase(): Promise<string> {
  const at = await testServer()
  const url = await createDatabase(at, at.template)
  onTestFinished(() => dropDatabase(at, url))
  return url
}

async function testServer(): Promise<TestServer> {
  return JSON.parse(await askAt(inject('databaseServer'))) as TestServer
}
