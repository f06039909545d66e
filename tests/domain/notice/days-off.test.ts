import { beforeEach, describe, expect, test } from 'vitest'
import type { Asking } from '../../../src/domain/reminder/asking.ts'
import { testDatabase } from '../../database.ts'
import { doneBy } from '../../done-by.ts'
import { assignment } from '../assignment/arbitraries.ts'
import { type Opened, openCommittee, smallCommittee } from '../committee/small-committee.ts'
import { say } from './on-record.ts'

const { database } = await testDatabase()

let count = 0
let one: Opened
/** Golden Week 2026 is from Thursday 1 to Wednesday 7 October; WG8's reminder is for Mondays, its digest for Fridays. */
const before = '2026-09-29T00:00:00Z'
const fifth = '2026-10-05'

beforeEach(() => open())

async function open(asking: Partial<Asking> = {}): Promise<void> {
  one = await openCommittee(database, `days-off-${++count}`, before)
  const records = smallCommittee()
  records.committee = { ...records.committee, asking }
  records.schedules = records.schedules.filter(({ group }) => group === 'WG8')
  await one.app.committees.importCommittee(records)
  await one.app.committees.importAssignments([assignment('a', { dueOn: '2026-09-20' })])
}

/** Plans every four hours until then, and says what is to be said. What is on record then, oldest first. */
async function until(day: string): Promise<string[]> {
  while (one.clock.now() < new Date(`${day}T00:00:00Z`)) {
    one.clock.pass(4 * 3_600_000)
    await one.app.notices.planDue('reminder')
    const { claimed } = await one.app.deliveries.claim(5)
    for (const notice of claimed) {
      const ts = `${one.clock.now().getTime() / 1_000}.1`
      await one.app.deliveries.settle(notice, { kind: 'said', channelId: 'C8', ts }, [])
    }
  }
  return record()
}

async function record(): Promise<string[]> {
  const all = await one.store.notices.latest(100)
  return all
    .filter(({ kind }) => kind === 'reminder')
    .map(({ period, slotOn, slotAt }) => `${period} on ${slotOn} at ${slotAt.toISOString().slice(0, 16)}`)
    .reverse()
}

const mark = (day: string, isWorked: boolean, group?: string) =>
  one.store.markedDays.put({
    day,
    isWorked,
    at: one.clock.now(),
    ...(group !== undefined && { group }),
  })

describe('the reminder of a Monday in Golden Week', () => {
  const monday12 = '2026-10-12 on 2026-10-12 at 2026-10-12T01:00'

  test('comes on the first day that is worked, and keeps the day that it is for', async () => {
    expect(await until('2026-10-13')).toStrictEqual([
      '2026-10-05 on 2026-10-08 at 2026-10-08T01:00',
      monday12,
    ])
  })

  test('comes before it, where the committee wants that', async () => {
    await open({ onDayOff: 'before' })
    expect(await until('2026-10-13')).toStrictEqual([
      '2026-10-05 on 2026-09-30 at 2026-09-30T01:00',
      monday12,
    ])
  })

  test('comes on its day where the secretary has it worked by the group', async () => {
    await mark(fifth, true, 'WG8')
    await mark('2026-10-08', false)
    expect(await until('2026-10-13')).toStrictEqual([
      '2026-10-05 on 2026-10-05 at 2026-10-05T01:00',
      monday12,
    ])
  })

  test('is not said again where the day is marked after it was said', async () => {
    await mark(fifth, true)
    await until('2026-10-06')
    await mark(fifth, false)
    expect(await until('2026-10-13')).toStrictEqual([
      '2026-10-05 on 2026-10-05 at 2026-10-05T01:00',
      monday12,
    ])
    const [wg8] = await one.app.schedules.of('WG8')
    expect(wg8?.next.map(({ on }) => on)).toStrictEqual(['2026-10-19', '2026-10-26'])
  })

  test('said before it is not announced or said again, though it lies ahead once more', async () => {
    await open({ onDayOff: 'before' })
    await until('2026-10-01')
    await mark(fifth, true)
    const [wg8] = await one.app.schedules.of('WG8')
    expect(wg8?.next.map(({ on }) => on)).toStrictEqual(['2026-10-12', '2026-10-19'])
    expect(await one.app.notices.preview('reminder', { group: 'WG8' })).toMatchObject([
      { slot: { on: '2026-10-12' } },
    ])
    expect(await until('2026-10-13')).toStrictEqual([
      '2026-10-05 on 2026-09-30 at 2026-09-30T01:00',
      monday12,
    ])
  })

  test('comes at once where the day turns out to be worked when its hour is over', async () => {
    one.clock.set('2026-10-05T05:00:00Z')
    expect(await record()).toStrictEqual([])
    await mark(fifth, true)
    expect(await until('2026-10-06')).toStrictEqual(['2026-10-05 on 2026-10-05 at 2026-10-05T01:00'])
  })

  test('is in the report of the day on which it was due', async () => {
    one.clock.set('2026-10-08T01:00:00Z')
    await one.app.notices.planDue('reminder')
    await say(one)
    one.clock.set('2026-10-08T01:05:00Z')
    await one.app.notices.planReports()
    await one.app.notices.planReports()
    const report = await one.store.notices.find('reminder-report', undefined, '2026-10-08')
    expect(report).toMatchObject({ slotOn: '2026-10-08' })
    expect(await one.store.notices.ofRun('reminder', '2026-10-08')).toMatchObject([
      { group: 'WG8', period: fifth, state: 'sent' },
    ])
    expect(await one.store.notices.unreported(new Date(before))).toStrictEqual([])
  })

  test('changes its report when it changes', async () => {
    one.clock.set('2026-10-08T01:00:00Z')
    await one.app.notices.planDue('reminder')
    one.clock.set('2026-10-08T01:20:00Z')
    await one.app.notices.planReports()
    const { claimed } = await one.app.deliveries.claim(5)
    const reminder = claimed.find(({ kind }) => kind === 'reminder')
    if (reminder === undefined) throw new Error('nothing to say')
    await one.app.deliveries.settle(reminder, { kind: 'said', channelId: 'C8', ts: '1.1' }, [])
    const report = await one.store.notices.find('reminder-report', undefined, '2026-10-08')
    expect(report?.revision).toBe(1)
  })
})

test('a schedule that is changed in a holiday pays what the former one owes, and moves with the days off', async () => {
  one.clock.set('2026-10-06T01:00:00Z')
  const wg8 = await one.app.groups.called('WG8')
  if (wg8 === undefined) throw new Error('no group')
  expect(await one.app.schedules.set(wg8, 'reminder', { cron: '0 10 * * 1' }, doneBy('lotus'))).toMatchObject(
    {
      outlook: { next: [{ on: '2026-10-08', nominalOn: fifth }, { on: '2026-10-12' }] },
    },
  )
  expect(await until('2026-10-13')).toStrictEqual([
    '2026-10-05 on 2026-10-08 at 2026-10-08T02:00',
    '2026-10-12 on 2026-10-12 at 2026-10-12T02:00',
  ])
})

test('a digest that a holiday has put off tells of all the days since the last one', async () => {
  const wg8 = { group: 'WG8', state: 'done' as const }
  const done = ['2026-09-25', '2026-09-29', '2026-09-30', '2026-10-08']
  await one.app.committees.importAssignments(done.map((doneOn) => assignment(doneOn, { ...wg8, doneOn })))
  const named = async (at: string) => {
    one.clock.set(at)
    await one.app.notices.planDue('digest')
    const { claimed } = await one.app.deliveries.claim(1)
    const [digest] = claimed
    if (digest === undefined) throw new Error('no digest')
    const facts = await one.app.deliveries.facts(digest)
    await one.app.deliveries.settle(digest, { kind: 'said', channelId: 'C8', ts: `${Date.parse(at)}.1` }, [])
    if (!facts.say || !('content' in facts.told) || facts.told.content.kind !== 'digest') return []
    return facts.told.content.done.map(({ id }) => id).sort()
  }
  await one.store.schedules.put({
    group: 'WG8',
    kind: 'digest',
    cron: '0 16 * * 5',
    zone: 'Asia/Shanghai',
    activeSince: new Date('2026-09-20T00:00:00Z'),
  })
  // The Friday was the Mid-Autumn Festival.
  expect(await named('2026-09-28T08:00:00Z')).toStrictEqual(['2026-09-25'])
  expect(await named('2026-10-08T08:00:00Z')).toStrictEqual(['2026-09-29', '2026-09-30', '2026-10-08'])
})
