import { expect, test } from 'vitest'
import { testDatabase } from '../../database.ts'
import { openCommittee } from '../committee/small-committee.ts'

const { database } = await testDatabase()
const now = '2026-11-23T15:30:00Z'

test('each group exists on its own calendar; one that has ended is still known by its code', async () => {
  const { app, store } = await openCommittee(database, 'active', now)
  const [wg8, wg9] = await app.groups.all()
  if (wg8 === undefined || wg9 === undefined) throw new Error('no groups')
  // It is 23 November in Shanghai and the 24th in Auckland.
  await store.groups.put({ ...wg8, until: '2026-11-23' })
  await store.groups.put({ ...wg9, until: '2026-11-23', zone: 'Pacific/Auckland' })
  expect((await app.groups.active()).map(({ code }) => code)).toStrictEqual(['WG8', 'WG10', 'SG1'])
  expect(await app.groups.called('wg 9')).toMatchObject({ code: 'WG9' })
})

test('convenors stand before deputies; nobody leads a group that is not on record', async () => {
  const { app } = await openCommittee(database, 'leads', now)
  expect((await app.groups.leads('WG8')).map(({ id }) => id)).toStrictEqual(['lotus', 'oriole'])
  expect(await app.groups.convenors('WG8')).toMatchObject([{ id: 'lotus' }])
  expect(await app.groups.deputies('WG8')).toMatchObject([{ id: 'oriole' }])
  expect(await app.groups.leads('WG9')).toStrictEqual([])
  expect(await app.groups.leads('WG99')).toStrictEqual([])
})

test('channels are found by name or by id, and follow a channel that was made anew', async () => {
  const { app, store } = await openCommittee(database, 'channels', now)
  const [, wg9] = await app.groups.all()
  if (wg9 === undefined) throw new Error('no group')
  await store.groups.put({ ...wg9, channel: 'C9' })
  await app.groups.linkChannels([
    { id: 'C8', name: 'wg8' },
    { id: 'C9', name: 'renamed' },
    { id: 'C7', name: 'WG8' },
  ])
  expect(await app.groups.inChannel('C8')).toMatchObject({ code: 'WG8', channelId: 'C8' })
  expect(await app.groups.inChannel('C9')).toMatchObject({ code: 'WG9', channelId: 'C9' })
  expect(await app.groups.inChannel('C7')).toBeUndefined()
  await app.groups.linkChannels([{ id: 'C88', name: 'wg8' }])
  expect(await app.groups.inChannel('C88')).toMatchObject({ code: 'WG8' })
  expect(await app.groups.inChannel('C8')).toBeUndefined()
})

test('the secretariat’s channel is found by name or by id as well, and follows one that was made anew', async () => {
  const { app, store } = await openCommittee(database, 'secretariat', now)
  const committee = await store.committee.get()
  if (committee === undefined) throw new Error('no committee')
  const channelId = async () => (await store.committee.get())?.channelId
  await app.groups.linkChannels([{ id: 'C1', name: 'secretariat' }])
  expect(await channelId()).toBeUndefined()
  await store.committee.put({ ...committee, channel: '#secretariat' })
  await app.groups.linkChannels([
    { id: 'C1', name: 'Secretariat' },
    { id: 'C2', name: 'secretariat' },
  ])
  expect(await channelId()).toBe('C2')
  await app.groups.linkChannels([{ id: 'C3', name: 'secretariat' }])
  expect(await channelId()).toBe('C3')
  await app.groups.linkChannels([])
  expect(await channelId()).toBe('C3')
  await store.committee.put({ ...committee, channel: 'C4' })
  await app.groups.linkChannels([{ id: 'C4', name: 'renamed' }])
  expect(await channelId()).toBe('C4')
})
