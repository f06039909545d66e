import { beforeAll, expect, test } from 'vitest'
import { answer } from '../../commands/index.ts'
import { type App, createApp } from '../../src/app.ts'
import { readCron } from '../../src/queue/cron.ts'
import { loadSample } from '../../src/runtime/sample.ts'
import { callerBehind } from '../../src/slack/people.ts'
import { createStore, openDatabase } from '../../src/store/open-store.ts'
import { remembering } from '../../src/store/remembering.ts'
import { testDatabase } from '../database.ts'

const { database, url } = await testDatabase()
const other = await openDatabase(url)

/** A process of the same committee: connections, memory and clock of its own. */
function aProcess(connections: typeof database) {
  const start = Date.parse('2026-11-30T01:00:00Z')
  let ms = start
  const now = () => new Date(ms)
  const store = remembering(createStore(connections, 'one'), now)
  return {
    app: createApp({ store, readCron, now }),
    store,
    pass(some: number) {
      ms += some
    },
  }
}

const one = aProcess(database)
const two = aProcess(other)

/** What the process answers to this member, as Slack would be told. */
async function asked(
  { app }: { app: App },
  command: string,
  text: string,
  slackId = 'U0LOTUS',
): Promise<string> {
  const gesture = { slackId, request: 'r', channelId: 'C0GENERAL', channelName: 'general' }
  const caller = await callerBehind(app, {}, gesture)
  return JSON.stringify(await answer(app, caller, { command, text }))
}

/** Old for less than a quarter of a second after another has recorded it, and never after. */
async function becomes(read: () => Promise<string>, before: string, after: string): Promise<void> {
  expect(await read()).toContain(before)
  two.pass(250)
  const now = await read()
  expect(now).toContain(after)
  expect(now).not.toContain(before)
}

beforeAll(async () => {
  await loadSample(one.app, 'tc260', readCron)
  await one.app.members.linkUsers([{ slackId: 'U0LOTUS', email: 'lotus@example.org' }])
  return () => other.close()
})

test('a group that one process renames has its new name in the answers of the other', async () => {
  const read = () => asked(two, '/wg', 'WG8')
  const group = await one.store.groups.byCode('WG8')
  if (group === undefined) throw new Error('the sample has no WG8')
  await read()
  await one.store.groups.put({ ...group, names: { zh: '新名工作组', en: 'Group Renamed' } })
  expect(await asked(one, '/wg', 'WG8')).toContain('新名工作组')
  await becomes(read, '数据安全', '新名工作组')
})

test('so has a standard that is renumbered, and one that is new is found', async () => {
  const read = () => asked(two, '/standard', 'GB/T 43697')
  expect(await read()).toContain('GB/T 43697-2024')
  const standard = (await one.store.standards.all()).find(
    ({ designation }) => designation === 'GB/T 43697-2024',
  )
  if (standard === undefined) throw new Error('the sample has no GB/T 43697')
  await one.store.standards.put({ ...standard, titles: { zh: '改过的题目', en: 'Title Changed' } })
  expect(await asked(one, '/standard', 'GB/T 43697')).toContain('改过的题目')
  await becomes(read, '数据分类分级规则', '改过的题目')
  await one.app.committees.importStandards([
    { ...standard, id: 'new', designation: 'GB/T 99123-2026', otherNames: [] },
  ])
  two.pass(250)
  expect(await asked(two, '/standard', 'GB/T 99123')).toContain('GB/T 99123-2026')
})

test('a member’s language and roles are those on record, and a role that is taken away gives no right', async () => {
  const member = await one.store.members.bySlackId('U0LOTUS')
  if (member === undefined) throw new Error('the sample has no Lotus')
  const rights = async () => {
    const caller = await callerBehind(two.app, {}, { slackId: 'U0LOTUS', request: 'r' })
    return `${caller.language} ${caller.roles.map(({ role, group = '' }) => `${role}${group}`).join()}`
  }
  await one.store.members.put({ ...member, language: 'en', roles: [{ role: 'secretariat' }] })
  two.pass(250)
  expect(await rights()).toBe('en secretariat')
  await one.store.members.put({ ...member, language: 'zh-CN', roles: [] })
  await becomes(rights, 'en secretariat', 'zh-CN ')
})

test('a change behind everybody’s back is seen too, and one that is taken back is none', async () => {
  const read = () => asked(two, '/wg', 'WG7')
  await read()
  await database.pool.query(`update rapporteur.working_groups set names = '{"zh":"改名"}' where code = 'WG7'`)
  two.pass(250)
  expect(await read()).toContain('改名')
  const before = await one.store.roster.version()
  await expect(
    one.store.transaction(async (store) => {
      await store.organisations.put({ id: 'never', names: { en: 'Never' } })
      throw new Error('taken back')
    }),
  ).rejects.toThrow('taken back')
  expect(await one.store.roster.version()).toBe(before)
  expect((await one.store.organisations.all()).map(({ id }) => id)).not.toContain('never')
})

test('what a transaction reads is what is on record, not what is remembered', async () => {
  await two.store.groups.all()
  await database.pool.query(`update rapporteur.working_groups set zone = 'Asia/Urumqi' where code = 'WG9'`)
  const inside = await two.store.transaction((store) => store.groups.byCode('WG9'))
  expect(inside?.zone).toBe('Asia/Urumqi')
})

test('every reading answers as the database does', async () => {
  const plain = createStore(database, 'one')
  one.pass(250)
  for (const noun of ['groups', 'organisations', 'members', 'plans'] as const)
    expect(await one.store[noun].all()).toStrictEqual(await plain[noun].all())
  expect(await one.store.committee.get()).toStrictEqual(await plain.committee.get())
  for (const { id, slackId = 'none', email = 'none' } of await plain.members.all()) {
    expect(await one.store.members.byId(id)).toStrictEqual(await plain.members.byId(id))
    expect(await one.store.members.bySlackId(slackId)).toStrictEqual(await plain.members.bySlackId(slackId))
    const loud = email.toUpperCase()
    expect(await one.store.members.byEmail(loud)).toStrictEqual(await plain.members.byEmail(loud))
  }
  await one.store.groups.linkChannel('WG8', 'C0SHARED')
  await one.store.groups.linkChannel('SG1', 'C0SHARED')
  for (const { code, channelId = 'none' } of await plain.groups.all()) {
    expect(await one.store.groups.byCode(code)).toStrictEqual(await plain.groups.byCode(code))
    expect(await one.store.groups.byChannel(channelId)).toStrictEqual(await plain.groups.byChannel(channelId))
  }
})
