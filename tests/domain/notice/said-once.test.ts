import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../src/store/open-store.ts'
import { testDatabase } from '../../database.ts'
import { doneBy } from '../../done-by.ts'
import { assignment } from '../assignment/arbitraries.ts'
import { appOn, type Opened, openCommittee, smallCommittee } from '../committee/small-committee.ts'
import { monday9, mutedWg10, onRecord, openWith, saidWg8, say, silentWg9 } from './on-record.ts'

const { database, url } = await testDatabase()

let count = 0
const workspace = () => {
  count += 1
  return `once-${count}`
}
const opened = () => openWith(database, workspace())

/** Plans the reminders at these moments, one after the other; what is on record of WG8's then. */
async function plan(one: Opened, ...moments: string[]): Promise<string[]> {
  for (const at of moments) {
    one.clock.set(at)
    await one.app.notices.planDue('reminder')
  }
  return (await onRecord(one)).filter((line) => line.startsWith('WG8'))
}

/** Says all that is to be said now. */
async function sayAll({ app, clock }: Opened): Promise<void> {
  const { claimed } = await app.deliveries.claim(20)
  for (const each of claimed) {
    const ts = `${clock.now().getTime() / 1_000}.1`
    await app.deliveries.settle(each, { kind: 'said', channelId: `C-${each.group}`, ts }, [])
  }
}

describe('a change of schedule just after its hour loses nothing and says nothing twice', () => {
  const tenSecondsAfter = '2026-11-23T01:00:10Z'
  const later = '2026-11-23T02:30:00Z'

  /** The committee file with other reminders, or none. */
  function file(cron?: string) {
    const records = smallCommittee()
    records.schedules = records.schedules.flatMap((one) => {
      if (one.kind !== 'reminder') return [one]
      return cron === undefined ? [] : [{ ...one, cron }]
    })
    return records
  }

  test.each([
    ['the same hour', '0 9 * * 1'],
    ['a later hour of the day', '0 10 * * 1'],
    ['another day', '0 9 * * 3'],
  ])('by a convenor, to %s', async (_when, cron) => {
    const one = await opened()
    one.clock.set(tenSecondsAfter)
    const wg8 = await one.app.groups.called('WG8')
    if (wg8 === undefined) throw new Error('no group')
    await one.app.schedules.set(wg8, 'reminder', { cron }, doneBy('lotus'))
    expect(one.woken).toStrictEqual(['deliver-notices'])
    expect(await onRecord(one)).toStrictEqual([saidWg8])
    expect(await one.store.notices.byId('n-1')).toMatchObject({ slotAt: new Date(monday9) })
    expect(await plan(one, later)).toStrictEqual([saidWg8])
  })

  test('by an import that takes it away', async () => {
    const one = await opened()
    one.clock.set(tenSecondsAfter)
    await one.app.committees.importCommittee(file())
    expect(one.woken).toStrictEqual(['plan-offer-notices', 'deliver-notices'])
    expect(await onRecord(one)).toStrictEqual([mutedWg10, saidWg8, silentWg9])
    expect(await plan(one, later, '2026-11-30T02:30:00Z')).toStrictEqual([saidWg8])
  })

  test('by an import that sets it anew, which is due at its own hour from then on', async () => {
    const one = await opened()
    one.clock.set(tenSecondsAfter)
    await one.app.committees.importCommittee(file('30 9 * * 1'))
    expect(await plan(one, later)).toStrictEqual([saidWg8])
    await say(one)
    const said = 'WG8 reminder 2026-11-23 sent'
    expect(await plan(one, '2026-11-30T01:29:59Z')).toStrictEqual([said])
    expect(await plan(one, '2026-11-30T01:30:00Z')).toStrictEqual([said, 'WG8 reminder 2026-11-30 pending'])
  })

  test('while another process plans', async () => {
    const one = await opened()
    const own = await openDatabase(url)
    onTestFinished(() => own.close())
    const other = appOn(own, one.store.workspace, one.clock, 'other')
    one.clock.set(tenSecondsAfter)
    await Promise.all([
      one.app.committees.importCommittee(file()),
      other.app.notices.planDue('reminder'),
      other.app.notices.planDue('reminder'),
    ])
    expect(await onRecord(one)).toStrictEqual([mutedWg10, saidWg8, silentWg9])
  })

  test('but an import that is tried out, or leaves it as it is, writes nothing and wakes nobody', async () => {
    const one = await opened()
    one.clock.set(tenSecondsAfter)
    await one.app.committees.importCommittee(file(), { dryRun: true })
    expect(one.woken).toStrictEqual([])
    await one.app.committees.importCommittee(smallCommittee())
    expect(await onRecord(one)).toStrictEqual([])
  })

  test('and a group that has ended is told nothing any more', async () => {
    const one = await opened()
    const wg8 = await one.store.groups.byCode('WG8')
    if (wg8 === undefined) throw new Error('no group')
    const ended = { ...wg8, until: '2026-11-22' }
    await one.store.groups.put(ended)
    one.clock.set(tenSecondsAfter)
    await one.app.schedules.set(ended, 'reminder', { cron: '0 10 * * 1' }, doneBy('lotus'))
    expect(await onRecord(one)).toStrictEqual([])
    await one.app.committees.importCommittee(file())
    expect(await onRecord(one)).toStrictEqual([mutedWg10, silentWg9])
  })
})

describe('a notice that nobody has heard', () => {
  const nextMonday = '2026-11-30T01:00:00Z'

  test('gives way to next week’s', async () => {
    const one = await opened()
    expect(await plan(one, monday9, nextMonday)).toStrictEqual([
      'WG8 reminder 2026-11-23 withdrawn superseded',
      'WG8 reminder 2026-11-30 pending',
    ])
    await say(one)
    expect((await one.app.deliveries.claim(20)).claimed).toStrictEqual([])
  })

  test('but may stand already is looked for all the same', async () => {
    const one = await opened()
    await plan(one, monday9)
    expect((await one.app.deliveries.claim(20)).claimed).toHaveLength(1)
    await plan(one, nextMonday)
    const { claimed } = await one.app.deliveries.claim(20)
    expect(claimed).toMatchObject([{ task: 'look', slotOn: '2026-11-23' }])
  })
})

describe('a clock that is put back', () => {
  test.each([
    ['an hour', '2026-11-23T00:10:00Z'],
    ['a day', '2026-11-22T01:10:00Z'],
    ['a week', '2026-11-16T01:10:00Z'],
  ])('by %s after it was said has it said no second time', async (_long, back) => {
    const one = await opened()
    await plan(one, monday9)
    one.clock.set('2026-11-23T01:10:00Z')
    await say(one)
    for (const at of [back, monday9, '2026-11-23T01:20:00Z', '2026-11-24T00:00:00Z']) {
      await plan(one, at)
      expect((await one.app.deliveries.claim(20)).claimed).toStrictEqual([])
    }
    expect(await onRecord(one)).toStrictEqual([mutedWg10, 'WG8 reminder 2026-11-23 sent', silentWg9])
  })

  test('over midnight between two weeks says neither of them twice', async () => {
    const one = await opened()
    for (const at of [monday9, '2026-11-30T01:00:00Z', '2026-11-29T23:00:00Z', '2026-11-30T02:00:00Z']) {
      await plan(one, at)
      await sayAll(one)
    }
    expect(await plan(one)).toStrictEqual(['WG8 reminder 2026-11-23 sent', 'WG8 reminder 2026-11-30 sent'])
  })
})

describe('a slot at 02:30 in Berlin comes once a night', () => {
  test.each([
    [
      'in which the clock goes forward: at 03:30',
      '2027-03-26T12:00:00Z',
      ['2027-03-28T01:30:00Z', '2027-03-29T00:30:00Z'],
    ],
    [
      'in which the clock goes back: the first time',
      '2026-10-23T12:00:00Z',
      ['2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
    ],
  ])('%s', async (_night, start, slots) => {
    const one = await openCommittee(database, workspace(), start)
    const records = smallCommittee()
    records.groups = records.groups.map((group) => ({ ...group, zone: 'Europe/Berlin' }))
    records.schedules = [{ group: 'WG8', kind: 'reminder', cron: '30 2 * * 0,1' }]
    await one.app.committees.importCommittee(records)
    // Clocks change on Sundays.
    for (const slot of slots)
      await one.store.markedDays.put({ day: slot.slice(0, 10), isWorked: true, at: new Date(start) })
    await one.app.committees.importAssignments([assignment('a', { dueOn: '2026-10-01' })])
    for (let half = 0; half < 2 * 24 * 3; half++) {
      one.clock.pass(30 * 60_000)
      await one.app.notices.planDue('reminder')
      await sayAll(one)
    }
    const said = (await one.store.notices.latest(100)).reverse()
    expect(said.map(({ slotAt, state }) => [slotAt, state])).toStrictEqual(
      slots.map((slot) => [new Date(slot), 'sent']),
    )
  })
})
