import { beforeAll, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { moment } from '../../src/operator/moment.ts'
import { preview, previewText } from '../../src/operator/preview.ts'
import { testDatabase } from '../database.ts'
import { appOn, sampleApp } from './committee.ts'

const { database } = await testDatabase()
let app: App
const nextMonday = moment('2026-11-30T09:00+08:00')

beforeAll(async () => {
  app = await sampleApp(database, 'preview')
})

test('tells of every group what it would hear and where, or why nothing', async () => {
  const lines = await preview(app, 'reminder', { at: nextMonday })
  expect(lines.map(({ group }) => group)).toEqual((await app.groups.active()).map(({ code }) => code))
  expect(lines.find(({ group }) => group === 'WG8')).toMatchObject({
    say: true,
    channel: '#wg8-data-security',
    slot: { at: '2026-11-30T01:00:00.000Z', on: '2026-11-30', zone: 'Asia/Shanghai' },
  })
  for (const line of lines) if (!line.say) expect(line.why).toMatch(/^[a-z-]+$/)
})

test('stores nothing', async () => {
  await preview(app, 'reminder', {})
  await preview(app, 'digest', { at: nextMonday })
  expect(await app.notices.overview(10)).toEqual({ counts: {}, latest: [] })
})

test('reads as the message under its group, time and channel', async () => {
  const text = previewText(await preview(app, 'reminder', { at: nextMonday, wg: 'wg8' }))
  expect(text).toMatch(
    /^WG8 reminder · Mon,? 30 Nov 2026, 09:00 \(Asia\/Shanghai\) → #wg8-data-security\n {4}\S/,
  )
  expect(text).toContain('/assignments WG8')
})

test('says which day off a slot was moved from', async () => {
  const lines = await preview(app, 'reminder', { at: moment('2026-10-07T09:00+08:00'), wg: 'wg8' })
  expect(lines).toMatchObject([
    { slot: { at: '2026-10-08T01:00:00.000Z', on: '2026-10-08', movedFrom: '2026-10-05' } },
  ])
  expect(previewText(lines)).toMatch(
    /^WG8 reminder · Thu,? 8 Oct 2026, 09:00 \(Asia\/Shanghai; Mon,? 5 Oct 2026 is a day off\)/,
  )
})

test('says in words why a group hears nothing', async () => {
  const early = previewText(await preview(app, 'reminder', { at: moment('2020-01-01T00:00Z'), wg: 'WG8' }))
  expect(early).toMatch(/: nothing, because it is not due by then$/)
})

test('refuses a group that is unknown, and a time at which there was none', async () => {
  await expect(preview(app, 'digest', { wg: 'nix' })).rejects.toThrow('there is no group "nix"; there are WG')
  await expect(preview(app, 'digest', { at: moment('1949-01-01T00:00Z'), wg: 'SG1' })).rejects.toThrow(
    'SG1 does not exist at that time',
  )
  await expect(preview(appOn(database, 'nothing'), 'digest', {})).rejects.toThrow('no group exists')
})
