import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate, SchemaTooNew } from '../../src/store/migrate.ts'
import { type Migration, migrations } from '../../src/store/migrations/index.ts'
import { createStore, openDatabase } from '../../src/store/open-store.ts'
import { requireServerVersion, ServerTooOld } from '../../src/store/server-version.ts'
import { emptyDatabase, testDatabase } from '../database.ts'
import { newReport } from './records.ts'

const newest = migrations.at(-1)?.version ?? 0

async function ask<Row extends pg.QueryResultRow>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}

test('the list counts up by one', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

test('an empty database becomes the newest, and a second time nothing is done', async () => {
  const url = await emptyDatabase()
  expect(await migrate(url)).toEqual({ from: 0, to: newest })
  expect(await migrate(url)).toEqual({ from: newest, to: newest })
  const database = await openDatabase(url)
  expect(await migrate(database.pool)).toEqual({ from: newest, to: newest })
  await database.close()
})

test('of several that migrate at once each step is done by one', async () => {
  const url = await emptyDatabase()
  const list: Migration[] = [1, 2, 3].map((version) => ({
    version,
    name: `step-${version}`,
    // Slow enough that the others come upon it half done.
    sql: `create table rapporteur.step_${version} (); select pg_sleep(0.05)`,
  }))
  const reports = await Promise.all(Array.from({ length: 4 }, () => migrate(url, list)))
  expect(reports.map(({ to }) => to)).toEqual([3, 3, 3, 3])
  expect(await ask(url, 'select version, name from rapporteur.migrations order by version')).toEqual(
    list.map(({ version, name }) => ({ version, name })),
  )
})

test('a step that fails leaves the steps before it and nothing of itself', async () => {
  const url = await emptyDatabase()
  const good = { version: 1, name: 'good', sql: 'create table rapporteur.good ()' }
  const bad = { version: 2, name: 'bad', sql: 'create table rapporteur.bad (); select 1/0' }
  await expect(migrate(url, [good, bad])).rejects.toThrow('division by zero')
  const tables = await ask(url, `select tablename from pg_tables where schemaname = 'rapporteur' order by 1`)
  expect(tables).toEqual([{ tablename: 'good' }, { tablename: 'migrations' }])
  expect(await migrate(url, [good, { ...bad, sql: 'select 1' }])).toEqual({ from: 1, to: 2 })
})

test('what the first version left is kept; what it was saying may stand since nobody knows when', async () => {
  const url = await emptyDatabase()
  await migrate(url, migrations.slice(0, 1))
  await ask(
    url,
    `insert into rapporteur.committees (workspace, id, names, former_names, zone, languages)
       values ('w', 'tc900', '{"en": "Example"}', '{}', 'UTC', '{en}');
     insert into rapporteur.working_groups (workspace, code, kind, names, zone, language)
       values ('w', 'WG8', 'WG', '{"en": "Eight"}', 'UTC', 'en');
     insert into rapporteur.notices (workspace, id, kind, group_code, period, slot_at, slot_on, assignments, state,
       attempts, channel_id, ts, due_at, created_at)
     select 'w', id, 'reminder', 'WG8', id, '2026-11-02T01:00Z', '2026-11-02', '{a}', state, 3, channel, ts,
       '2026-11-02T01:00Z', '2026-11-02T01:00Z'
     from (values ('said', 'sent', 'C8', '1.1'), ('saying', 'sending', null, null), ('waiting', 'pending', null, null))
       as notice (id, state, channel, ts)`,
  )
  expect(await migrate(url)).toEqual({ from: 1, to: newest })
  const database = await openDatabase(url)
  onTestFinished(() => database.close())
  const { notices, committee } = createStore(database, 'w')
  expect(await committee.get()).toMatchObject({ id: 'tc900' })
  const kept = { group: 'WG8', kind: 'reminder', assignments: ['a'], mayRepeat: false, strays: [] }
  expect(await notices.find('reminder', 'WG8', 'said')).toMatchObject({ ...kept, state: 'sent', ts: '1.1' })
  const now = new Date('2026-11-02T02:00:00Z')
  expect(await notices.claim(now, 60_000, { say: 9, look: 9, edit: 9 })).toMatchObject([
    { ...kept, id: 'saying', task: 'look', uncertainSince: now, attempts: 4 },
  ])
  expect(await notices.add(newReport('report', 2))).toBe(true)
})

test('a database that a newer Rapporteur has used is refused and left alone', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  await ask(url, `insert into rapporteur.migrations (version, name) values (${newest + 1}, 'of the future')`)
  await expect(migrate(url)).rejects.toThrow(SchemaTooNew)
  await expect(migrate(url)).rejects.toThrow(
    `last used by a newer Rapporteur: its tables are of version ${newest + 1}, and this one knows them up to`,
  )
})

test('a PostgreSQL older than 14 is refused in a plain sentence', () => {
  expect(() => requireServerVersion(140000)).not.toThrow()
  expect(() => requireServerVersion(180004)).not.toThrow()
  expect(() => requireServerVersion(130012)).toThrow(ServerTooOld)
  expect(() => requireServerVersion(130012)).toThrow(
    'The database server is PostgreSQL 13; Rapporteur needs PostgreSQL 14 or newer.',
  )
  expect(() => requireServerVersion(90624)).toThrow('PostgreSQL 9.6;')
})

describe('every table but the record of migrations', async () => {
  const { url } = await testDatabase()

  test('has its workspace first in its primary key and in every other key', async () => {
    const keys = await ask<{ table: string; kind: string; first: string }>(
      url,
      `select relname as table, contype as kind, attname as first
       from pg_constraint
       join pg_class on pg_class.oid = conrelid
       join pg_attribute on attrelid = conrelid and attnum = conkey[1]
       where connamespace = 'rapporteur'::regnamespace and contype in ('p', 'u', 'f') and relname <> 'migrations'`,
    )
    expect(keys.filter(({ kind }) => kind === 'f').length).toBeGreaterThan(10)
    expect(keys.filter(({ first }) => first !== 'workspace')).toEqual([])
  })

  test('has a primary key, and every index begins with the workspace', async () => {
    const tables = await ask<{ table: string; keyed: boolean; first: string[] }>(
      url,
      `select relname as table, bool_or(indisprimary) as keyed, array_agg(distinct attname::text) as first
       from pg_class
       left join pg_index on indrelid = pg_class.oid
       left join pg_attribute on attrelid = indrelid and attnum = indkey[0]
       where relnamespace = 'rapporteur'::regnamespace and relkind = 'r' and relname <> 'migrations'
       group by relname`,
    )
    expect(tables.length).toBeGreaterThan(10)
    expect(tables.filter(({ keyed, first }) => !keyed || first.join() !== 'workspace')).toEqual([])
  })
})
