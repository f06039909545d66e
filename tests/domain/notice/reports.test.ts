import { expect, onTestFinished, test } from 'vitest'
import { byOperator } from '../../../src/domain/audit/rules.ts'
import { openDatabase } from '../../../src/store/open-store.ts'
import { testDatabase } from '../../database.ts'
import { appOn, type Opened } from '../committee/small-committee.ts'
import { friday, monday9, openWith, say } from './on-record.ts'

const { database, url } = await testDatabase()

let count = 0
/** The reminders of Monday, written at nine, of which WG8's is yet to be said. */
async function ran(): Promise<Opened> {
  count += 1
  const one = await openWith(database, `reports-${count}`)
  one.clock.set(monday9)
  await one.app.notices.planDue('reminder')
  one.woken.splice(0)
  return one
}

const reports = async ({ store }: Opened) =>
  (await store.notices.latest(100))
    .filter(({ group }) => group === undefined)
    .map(({ kind, period, state, revision }) => `${kind} ${period} ${state} ${revision}`)
    .sort()

/** Plans the reports at that moment. */
async function reportAt(one: Opened, at: string): Promise<string[]> {
  one.clock.set(at)
  await one.app.notices.planReports()
  return reports(one)
}

const written = 'reminder-report 2026-11-23 pending 0'

test('is written a minute after the last of the run was, where all of it is settled', async () => {
  const one = await ran()
  await say(one)
  expect(await reportAt(one, '2026-11-23T01:00:59.999Z')).toStrictEqual([])
  expect(one.woken).toStrictEqual([])
  expect(await reportAt(one, '2026-11-23T01:01:00Z')).toStrictEqual([written])
  expect(one.woken).toStrictEqual(['deliver-notices'])
  const at = new Date('2026-11-23T01:01:00Z')
  const report = await one.store.notices.find('reminder-report', undefined, '2026-11-23')
  expect(report).toStrictEqual({
    id: expect.any(String),
    kind: 'reminder-report',
    period: '2026-11-23',
    slotAt: at,
    slotOn: '2026-11-23',
    assignments: [],
    state: 'pending',
    attempts: 0,
    createdAt: at,
    revision: 0,
    shownRevision: 0,
    strays: [],
    mayRepeat: false,
  })
})

test('is written after a quarter of an hour where something is not', async () => {
  const one = await ran()
  expect(await reportAt(one, '2026-11-23T01:14:59.999Z')).toStrictEqual([])
  expect(await reportAt(one, '2026-11-23T01:15:00Z')).toStrictEqual([written])
})

test('is written once, however often and by whomever', async () => {
  const one = await ran()
  await say(one)
  const own = await openDatabase(url)
  onTestFinished(() => own.close())
  const other = appOn(own, one.store.workspace, one.clock, 'other')
  one.clock.set('2026-11-23T01:02:00Z')
  await Promise.all([one, other, one, other].map(({ app }) => app.notices.planReports()))
  expect(await reports(one)).toStrictEqual([written])
  expect(await reportAt(one, '2026-11-24T01:02:00Z')).toStrictEqual([written])
})

test('is one of each kind and day; what was sent by hand is in none', async () => {
  count += 1
  const one = await openWith(database, `reports-${count}`)
  const wg8 = await one.app.groups.called('WG8')
  if (wg8 === undefined) throw new Error('no group')
  await one.app.notices.sendNow('reminder', wg8, { ...byOperator, request: 'gesture' })
  expect(await reportAt(one, '2026-11-20T07:00:00Z')).toStrictEqual([])
  for (const at of ['2026-11-20T08:00:00Z', monday9]) {
    one.clock.set(at)
    await one.app.notices.planDue('digest')
    await one.app.notices.planDue('reminder')
  }
  expect(await reportAt(one, '2026-11-23T01:30:00Z')).toStrictEqual([
    'digest-report 2026-11-20 pending 0',
    written,
  ])
})

test('is not written of what is a week old', async () => {
  const one = await ran()
  expect(await reportAt(one, '2026-11-30T01:00:00Z')).toStrictEqual([])
})

test('is written of a run of which all had nothing to hear', async () => {
  count += 1
  const one = await openWith(database, `reports-${count}`, [])
  one.clock.set(monday9)
  await one.app.notices.planDue('reminder')
  expect(await reportAt(one, '2026-11-23T01:01:00Z')).toStrictEqual([written])
})

test('shows a slot of the same day that comes later, and gets no second one for it', async () => {
  const one = await ran()
  await say(one)
  const zone = 'Asia/Shanghai'
  const afternoon = { kind: 'reminder', cron: '0 14 * * 1', zone, activeSince: new Date(friday) } as const
  await one.store.schedules.put({ ...afternoon, group: 'SG1' })
  await reportAt(one, '2026-11-23T01:02:00Z')
  // The committee has no channel, and nobody of its secretariat is in Slack: to these tests that is as good as said.
  await say(one)
  one.clock.set('2026-11-23T06:00:00Z')
  await one.app.notices.planDue('reminder')
  expect(await reportAt(one, '2026-11-23T07:00:00Z')).toStrictEqual(['reminder-report 2026-11-23 sent 1'])
})

test('shows what has become of a notice since', async () => {
  const one = await ran()
  expect(await reportAt(one, '2026-11-23T01:15:00Z')).toStrictEqual([written])
  const { claimed } = await one.app.deliveries.claim(20)
  const reminder = claimed.find(({ kind }) => kind === 'reminder')
  if (reminder === undefined) throw new Error('no reminder was claimed')
  await one.app.deliveries.settle(reminder, { kind: 'said', channelId: 'C8', ts: '1.1' }, [])
  expect(await reports(one)).toStrictEqual(['reminder-report 2026-11-23 sending 1'])
})
