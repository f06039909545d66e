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

test('goals of the committee’s file become points with a goal each', async () => {
  const url = await emptyDatabase()
  const goal = (id: string, groups: string[] = [], zh = `目标${id}`) => ({ id, texts: { zh }, groups })
  const plans = [
    [
      'w',
      2024,
      [
        {
          number: 1,
          names: { zh: '顶层设计' },
          goals: [goal('kwp-1', ['WG9', 'WG8', 'WG9']), goal('kwp-2'), goal('moved', ['WG8'], '旧')],
        },
        { number: 2, names: { zh: '宣传' }, goals: [] },
        { number: 4, names: { zh: '国际' }, goals: [goal('kwp-3', ['WG8'])] },
      ],
    ],
    [
      'w',
      2025,
      [{ number: 1, names: { en: 'Design' }, goals: [goal('moved', ['WG9'], '新'), goal('kwp-9', ['WG8'])] }],
    ],
    ['w', 2026, []],
    // Another workspace names its goals as it likes.
    ['v', 2024, [{ number: 1, names: { zh: '别处' }, goals: [goal('kwp-1', ['WG8'])] }]],
  ] as const
  await migrate(url, migrations.slice(0, 7))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const workspace of ['w', 'v'])
    await client.query(
      `insert into rapporteur.committees (workspace, id, names, former_names, zone, languages)
         values ('${workspace}', 'tc900', '{"en": "Example"}', '{}', 'UTC', '{en}');
       insert into rapporteur.working_groups (workspace, code, kind, names, zone, language)
         select '${workspace}', code, 'WG', '{"en": "Group"}', 'UTC', 'en' from (values ('WG8'), ('WG9')) as g (code);
       insert into rapporteur.members (workspace, id, names) values ('${workspace}', 'lotus', '{"en": "Lotus"}');
       insert into rapporteur.assignments (workspace, id, titles, group_code, owner_member, state, standards, goals)
         values ('${workspace}', 'a1', '{"en": "One"}', 'WG8', 'lotus', 'open', '{}', '{kwp-1,moved}'),
           ('${workspace}', 'a2', '{"en": "Two"}', 'WG8', 'lotus', 'open', '{}', '{}')`,
    )
  for (const [workspace, year, areas] of plans)
    await client.query(
      `insert into rapporteur.plans (workspace, year, names, approved_on, areas) values ($1, $2, $3, '2024-04-02', $4)`,
      [workspace, year, JSON.stringify({ zh: `${year}年工作要点` }), JSON.stringify(areas)],
    )
  await client.end()
  expect(await migrate(url)).toStrictEqual({ from: 7, to: newest })
  const database = await openDatabase(url)
  onTestFinished(() => database.close())
  const { plans: recorded, goals, assignments, work } = createStore(database, 'w')
  const elsewhere = createStore(database, 'v')
  const found = {
    plans: await recorded.all(),
    goals: await goals.all(),
    owed: await assignments.ofPlans(),
    all: await assignments.all(),
    work: await work.all(),
    elsewhere: [await elsewhere.plans.all(), await elsewhere.goals.all()],
  }

  const point = (year: number, number: string, zh: string) => ({
    id: `${year}-${number}`,
    number,
    texts: { zh },
  })
  const became = (id: string, year: number, place: string, groups: string[], zh = `目标${id}`) => ({
    id,
    year,
    texts: { zh },
    points: [`${year}-${place}`],
    kinds: [],
    groups: groups.map((group) => ({ group, state: 'accepted' })),
    state: 'open',
    isTouched: false,
  })

  // Each in its place, areas without any stay, and so do plans without areas.
  expect(found.plans).toStrictEqual([
    {
      year: 2024,
      names: { zh: '2024年工作要点' },
      approvedOn: '2024-04-02',
      areas: [
        {
          number: 1,
          names: { zh: '顶层设计' },
          points: [
            point(2024, '1.1', '目标kwp-1'),
            point(2024, '1.2', '目标kwp-2'),
            point(2024, '1.3', '旧'),
          ],
        },
        { number: 2, names: { zh: '宣传' }, points: [] },
        { number: 4, names: { zh: '国际' }, points: [point(2024, '4.1', '目标kwp-3')] },
      ],
    },
    {
      year: 2025,
      names: { zh: '2025年工作要点' },
      approvedOn: '2024-04-02',
      areas: [
        {
          number: 1,
          names: { en: 'Design' },
          points: [point(2025, '1.1', '新'), point(2025, '1.2', '目标kwp-9')],
        },
      ],
    },
    { year: 2026, names: { zh: '2026年工作要点' }, approvedOn: '2024-04-02', areas: [] },
  ])

  // Each group has it once, in the old order; one that two years named is the newer’s.
  expect(found.goals).toStrictEqual([
    became('kwp-1', 2024, '1.1', ['WG9', 'WG8']),
    became('kwp-2', 2024, '1.2', []),
    became('kwp-3', 2024, '4.1', ['WG8']),
    became('moved', 2025, '1.1', ['WG9'], '新'),
    became('kwp-9', 2025, '1.2', ['WG8']),
  ])

  // Assignments go on serving their goals, and no work is made up.
  expect(found.all).toMatchObject([
    { id: 'a1', goals: ['kwp-1', 'moved'], items: [] },
    { id: 'a2', goals: [], items: [] },
  ])
  expect(found.owed.map(({ id }) => id)).toStrictEqual(['a1'])
  expect(found.work).toStrictEqual([])

  // Another workspace has its own.
  expect(found.elsewhere).toMatchObject([
    [{ year: 2024, areas: [{ points: [{ id: '2024-1.1' }] }] }],
    [{ id: 'kwp-1', points: ['2024-1.1'], groups: [{ group: 'WG8' }] }],
  ])
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
