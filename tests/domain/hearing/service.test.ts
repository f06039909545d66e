import { expect, test } from 'vitest'
import { createStore } from '../../../src/store/open-store.ts'
import { deskOn } from '../../commands/desk.ts'
import { testDatabase } from '../../database.ts'

const { database } = await testDatabase()

test('a member’s own hours and how often are kept once a request, and what was before', async () => {
  const { app } = await deskOn(database, 'hearing', '2026-11-23T01:00:00Z')
  const via = 'command' as const
  const hours = { from: '19:00', until: '09:00' }
  expect(await app.hearing.of('jasmine')).toMatchObject({ hasOwnHours: false, perWeek: 3 })
  const set = await app.hearing.set('jasmine', { quietHours: hours, perWeek: 1 }, { via, request: 'r-1' })
  expect(set).toMatchObject({ ok: true, heard: { quietHours: hours, perWeek: 1 } })
  await app.hearing.set('jasmine', { quietHours: hours }, { via, request: 'r-2' })
  await app.hearing.set('jasmine', { perWeek: 'usual' }, { via, request: 'r-3' })
  await app.hearing.set('jasmine', { perWeek: 'usual', quietHours: 'usual' }, { via, request: 'r-3' })
  expect(await app.hearing.of('jasmine')).toMatchObject({
    quietHours: hours,
    perWeek: 3,
    hasOwnPerWeek: false,
  })
  expect(await app.hearing.set('jasmine', { perWeek: 4 }, { via })).toEqual({
    ok: false,
    why: 'per-week',
    most: 3,
  })
  const entries = await createStore(database, 'hearing').audit.of({ kind: 'member', id: 'jasmine' })
  const heard = entries.filter(({ what }) => what === 'hear')
  expect(heard.map(({ by, what, before, after }) => [by, what, before, after])).toEqual([
    ['jasmine', 'hear', {}, { quietHours: hours, perWeek: 1 }],
    ['jasmine', 'hear', { perWeek: 1 }, {}],
  ])
})
