import { describe, expect, test } from 'vitest'
import { ZodError } from 'zod'
import { forgetEvents } from '../../jobs/forget-events.ts'
import { planWeeklyDigests } from '../../jobs/plan-weekly-digests.ts'
import { planWeeklyReminders } from '../../jobs/plan-weekly-reminders.ts'
import { testDatabase } from '../database.ts'
import { assignment } from '../domain/assignment/arbitraries.ts'
import { everyRow, openCommittee } from '../domain/committee/small-committee.ts'

const { database } = await testDatabase()
const friday = '2026-11-20T04:00:00Z'

describe.each([
  ['reminders', planWeeklyReminders, 'reminder', '2026-11-23T01:00:00Z', '2026-11-23'],
  ['digests', planWeeklyDigests, 'digest', '2026-11-20T08:00:00Z', '2026-11-20'],
] as const)('planning the week’s %s', (name, job, kind, hour, on) => {
  test('run twice is run once, also late and for an old slot', async () => {
    const one = await openCommittee(database, `plan ${name}`, friday)
    await one.app.committees.importAssignments([assignment('a', { dueOn: '2026-11-19' })])
    await job.perform(one.app, {}, one.clock.now())
    expect(await one.store.notices.latest(10)).toHaveLength(0)
    one.clock.set(hour)
    await job.perform(one.app, {}, one.clock.now())
    const planned = await one.store.notices.latest(10)
    expect(planned).toMatchObject([
      { kind, group: 'WG10', state: 'withdrawn', reason: 'no-channel', slotOn: on },
      { kind, group: 'WG9', state: 'withdrawn', slotOn: on },
      { kind, group: 'WG8', state: 'pending', slotOn: on, slotAt: new Date(hour) },
    ])
    one.clock.set('2026-11-23T02:00:00Z')
    await job.perform(one.app, {}, new Date('2026-11-01T00:00:00Z'))
    expect(await one.store.notices.latest(10)).toStrictEqual(planned)
  })

  test('refuses a payload that holds anything, and writes nothing', async () => {
    const one = await openCommittee(database, `refuse ${name}`, friday)
    one.clock.set('2026-11-30T08:00:00Z')
    const before = await everyRow(database)
    for (const payload of [{ group: 'WG8' }, [], 'now', null, undefined])
      await expect(async () => job.perform(one.app, payload, one.clock.now())).rejects.toThrow(ZodError)
    expect(await everyRow(database)).toStrictEqual(before)
  })
})

test('what Slack told is forgotten a week after, and not sooner', async () => {
  const one = await openCommittee(database, 'events', friday)
  const { app, clock } = one
  expect(await app.isFirstTime('Ev1')).toBe(true)
  clock.set('2026-11-21T04:00:00Z')
  expect(await app.isFirstTime('Ev2')).toBe(true)
  for (const _again of [1, 2]) await forgetEvents.perform(app, {}, new Date('2026-11-27T04:00:01Z'))
  expect(await app.isFirstTime('Ev2')).toBe(false)
  expect(await app.isFirstTime('Ev1')).toBe(true)
})
