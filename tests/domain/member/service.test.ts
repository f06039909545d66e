import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../database.ts'
import { type Opened, openCommittee } from '../committee/small-committee.ts'

const { database } = await testDatabase()
const now = '2026-11-23T00:00:00Z'
let one: Opened

beforeAll(async () => {
  one = await openCommittee(database, 'members', now)
  const member = (id: string, zh: string, en: string) => ({ id, names: { zh, en }, roles: [] })
  await one.store.members.put({ ...member('jean-luc', '让', 'Jean-Luc O’Neill'), slackId: 'U900' })
  await one.store.members.put(member('twin-1', '王伟', 'Wang Wei'))
  await one.store.members.put(member('twin-2', '王伟', 'Wang Wei'))
})

describe('a member is called', () => {
  test.each([
    ['lotus', ['lotus']],
    ['LOTUS', ['lotus']],
    ['@lotus', ['lotus']],
    ['＠示例清荷', ['lotus']],
    ['示例清荷', ['lotus']],
    ['示例 清荷', ['lotus']],
    ['Lotus Sample', ['lotus']],
    ['lotussample', ['lotus']],
    ['Lotus@Example.org', ['lotus']],
    ['jean luc oneill', ['jean-luc']],
    ['<@U900>', ['jean-luc']],
    ['<@U900|whoever>', ['jean-luc']],
    ['U900', ['jean-luc']],
    ['<@U999>', []],
    ['王伟', ['twin-1', 'twin-2']],
    ['Lotus', ['lotus']],
    ['清荷', []],
    ['', []],
    ['@', []],
  ])('%j', async (text, ids) => {
    expect((await one.app.members.called(text)).map(({ id }) => id)).toStrictEqual(ids)
  })
})

test.each([
  ['cesi', 'cesi'],
  ['示例院', 'cesi'],
  ['example institute', 'cesi'],
  ['示例', undefined],
])('the organisation %j is %s', async (text, id) => {
  expect((await one.app.members.organisationCalled(text))?.id).toBe(id)
})

describe('the member behind a Slack user', () => {
  test('is found by e-mail, in any case, and remembered by id', async () => {
    const { app } = await openCommittee(database, 'behind-1', now)
    expect(await app.members.behind({ slackId: 'U1' })).toBeUndefined()
    const found = await app.members.behind({ slackId: 'U1', email: 'Lotus@EXAMPLE.org' })
    expect(found).toMatchObject({ id: 'lotus', slackId: 'U1' })
    expect(await app.members.behind({ slackId: 'U1' })).toStrictEqual(found)
  })

  test('is not who already is somebody else in Slack, whatever the e-mail says', async () => {
    const { app } = await openCommittee(database, 'behind-2', now)
    await app.members.behind({ slackId: 'U1', email: 'lotus@example.org' })
    expect(await app.members.behind({ slackId: 'U2', email: 'lotus@example.org' })).toBeUndefined()
    await app.members.linkUsers([{ slackId: 'U2', email: 'lotus@example.org' }])
    expect(await app.members.behind({ slackId: 'U2' })).toBeUndefined()
  })

  test('lives in the zone that Slack tells, which may change; the file’s own stays beside it', async () => {
    const { app } = await openCommittee(database, 'behind-zone', now)
    const zones = async () => (await app.members.all()).map(({ id, slackZone }) => [id, slackZone])
    await app.members.linkUsers([{ slackId: 'U1', email: 'lotus@example.org', zone: 'Asia/Kolkata' }])
    expect(await zones()).toStrictEqual([
      ['lotus', 'Asia/Kolkata'],
      ['oriole', undefined],
    ])
    await app.members.linkUsers([{ slackId: 'U1', zone: 'Europe/Berlin' }])
    await app.members.linkUsers([
      { slackId: 'U1', email: 'lotus@example.org' },
      { slackId: 'U2', email: 'lotus@example.org', zone: 'UTC' },
    ])
    expect(await zones()).toStrictEqual([
      ['lotus', 'Europe/Berlin'],
      ['oriole', undefined],
    ])
  })

  test('one Slack user is one member only', async () => {
    const { app } = await openCommittee(database, 'behind-3', now)
    await app.members.linkUsers([
      { slackId: 'U1', email: 'lotus@example.org' },
      { slackId: 'U3' },
      { slackId: 'U4', email: 'stranger@example.org' },
    ])
    expect((await app.members.all()).map(({ slackId }) => slackId)).toStrictEqual(['U1', undefined])
  })
})

test('roles are those held on the committee’s day', async () => {
  const { app, store, clock } = await openCommittee(database, 'roles', now)
  const until = { role: 'convenor' as const, group: 'WG9', until: '2026-11-23' }
  const from = { role: 'member' as const, group: 'WG9', from: '2026-11-24' }
  const member = { id: 'm', names: { en: 'M' }, roles: [until, from] }
  await store.members.put(member)
  clock.set('2026-11-23T15:59:59Z')
  expect(await app.members.rolesToday(member)).toStrictEqual([until])
  expect(await app.groups.leads('WG9')).toMatchObject([{ id: 'm' }])
  clock.set('2026-11-23T16:00:00Z')
  expect(await app.members.rolesToday(member)).toStrictEqual([from])
  expect(await app.groups.leads('WG9')).toStrictEqual([])
})
