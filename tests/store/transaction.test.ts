import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createStore, openDatabase } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { bareMember, barePlan, committee, group, newNotice, organisation, settleIn } from './records.ts'

const { database, url } = await testDatabase()

test('a transaction that throws half-way leaves nothing', async () => {
  const store = createStore(database, 'half-way')
  const halfWay = store.transaction(async (store) => {
    await settleIn(store)
    await store.notices.add(newNotice('n', 2))
    expect(await store.committee.get()).toStrictEqual(committee)
    expect(await store.notices.latest(1)).toHaveLength(1)
    throw new Error('half-way')
  })
  await expect(halfWay).rejects.toThrow('half-way')
  expect(await store.committee.get()).toBeUndefined()
  expect(await store.members.all()).toEqual([])
  expect(await store.notices.latest(1)).toEqual([])
})

test('what a transaction answers is what its work answered, and it is kept', async () => {
  const store = createStore(database, 'kept')
  expect(await store.transaction(async (store) => store.committee.put(committee).then(() => 7))).toBe(7)
  expect(await store.committee.get()).toStrictEqual(committee)
})

test('a transaction inside another is part of it', async () => {
  const store = createStore(database, 'nested')
  const outer = store.transaction(async (store) => {
    await store.transaction((store) => store.organisations.put(organisation))
    expect(await store.organisations.all()).toHaveLength(1)
    throw new Error('after the inner one')
  })
  await expect(outer).rejects.toThrow('after the inner one')
  expect(await store.organisations.all()).toEqual([])
})

test('a transaction reads the committee and its people once, and what it writes of them it sees', async () => {
  const store = createStore(database, 'once')
  await settleIn(store)
  const day = '2026-11-30'
  const read = async (from: typeof store) => ({
    committee: await from.committee.get(),
    groups: (await from.groups.all()).map(({ code }) => code),
    organisations: (await from.organisations.all()).length,
    members: (await from.members.all()).map(({ id }) => id),
    away: (await from.absences.since(day)).map(({ id }) => id),
  })
  const write = async (to: typeof store, id: string) => {
    await to.committee.put({ ...committee, zone: `Asia/${id}` })
    await to.groups.put({ ...group, code: id })
    await to.organisations.put({ ...organisation, id })
    await to.members.put({ ...bareMember, id })
    await to.absences.put({ id, member: id, from: day, until: day }, new Date(`${day}T01:00:00Z`))
  }
  await store.transaction(async (inner) => {
    const first = await read(inner)
    await write(store, 'meanwhile')
    expect(await read(inner)).toStrictEqual(first)
    await write(inner, 'own')
    const then = await read(inner)
    expect(then.committee?.zone).toBe('Asia/own')
    expect(then.groups).toContain('own')
    expect(then.organisations).toBe(first.organisations + 2)
    expect(then.members).toEqual(expect.arrayContaining(['meanwhile', 'own']))
    await inner.transaction((nested) => nested.absences.remove('own'))
    expect((await read(inner)).away).toEqual([...first.away, 'meanwhile'])
  })
})

test('of two that load, decide and save at once neither is lost', async () => {
  const store = createStore(database, 'at-once')
  await store.plans.put(barePlan)
  await Promise.all(
    Array.from({ length: 8 }, () =>
      store.transaction(async (store) => {
        const [plan] = await store.plans.all()
        await store.plans.put({ ...barePlan, names: { en: `${plan?.names.en}+` } })
      }),
    ),
  )
  expect((await store.plans.all())[0]?.names.en).toBe(`${barePlan.names.en}++++++++`)
})

test('two workspaces do not wait for each other', async () => {
  await createStore(database, 'one').transaction(async (one) => {
    await one.committee.put(committee)
    await createStore(database, 'other').transaction((other) => other.committee.put(committee))
  })
  expect(await createStore(database, 'other').committee.get()).toStrictEqual(committee)
})

test('a member whose roles are refused is not changed at all', async () => {
  const store = createStore(database, 'member')
  await store.members.put({ id: 'm', names: { en: 'Before' }, roles: [{ role: 'member' }] })
  const refused = { id: 'm', names: { en: 'After' }, roles: [{ role: 'member' as const, group: 'nowhere' }] }
  await expect(store.members.put(refused)).rejects.toThrow(/foreign key/)
  expect(await store.members.byId('m')).toStrictEqual({
    id: 'm',
    names: { en: 'Before' },
    roles: [{ role: 'member' }],
  })
})

test('a connection that is lost in a transaction or while idle fails its work alone, not the process', async () => {
  const lines: string[] = []
  const lossy = await openDatabase(url, { max: 1, log: (line) => lines.push(line) })
  const store = createStore(lossy, 'lossy')
  const cut = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'rapporteur' and pid <> pg_backend_pid()`.execute(
      database.tables,
    )
  const broken = store.transaction(async (store) => {
    await store.committee.put(committee)
    await cut()
    await store.committee.get()
  })
  await expect(broken).rejects.toThrow()
  expect(await store.committee.get()).toBeUndefined()

  const heard = lines.length
  await cut()
  await expect.poll(() => lines.length).toBeGreaterThan(heard)
  expect(await store.committee.get()).toBeUndefined()
  expect(lines[0]).toMatch(/^a database connection was lost: /)
  await lossy.close()
})

test('a server that does not answer is told at once', async () => {
  await expect(openDatabase('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(/ECONNREFUSED/)
})
