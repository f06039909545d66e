import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar/day.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { testDatabase } from '../../database.ts'
import { doneBy } from '../../done-by.ts'
import { type Opened, openCommittee, smallCommittee, standard } from '../committee/small-committee.ts'

const { database } = await testDatabase()
/** Already Saturday the 28th in Shanghai. */
const at = '2026-11-27T16:30:00Z'

let one: Opened
let count = 0
beforeEach(async () => {
  count += 1
  one = await openCommittee(database, `clocks-${count}`, at)
})

/** Projects that were in public comment for a year. */
const past = Array.from({ length: 9 }, (_, i): Standard => {
  const [comment, examination] = ['2022-01-10', addDays('2022-01-10', 365 + i)]
  const history = [
    { stage: '30', on: comment },
    { stage: '40', on: examination },
  ]
  return standard(`past-${i}`, { stage: '60', stageSince: addDays(examination, 100), history })
})
const own = standard('own', { stage: '30', stageSince: '2026-11-01', plannedOn: '2025-07-01' })

const runningOf = async (id: string) => (await one.app.standards.card(id))?.running

test('days are counted on the calendar of the standard’s group', async () => {
  await one.app.committees.importStandards([own])
  expect(await runningOf('own')).toMatchObject({ today: '2026-11-28', calendar: 'CN' })
  const { groups, committee, ...rest } = smallCommittee()
  const elsewhere = groups.map((group) => ({ ...group, zone: 'Europe/Berlin', calendar: 'DE' }))
  await one.app.committees.importCommittee({ ...rest, committee, groups: elsewhere })
  expect(await runningOf('own')).toMatchObject({ today: '2026-11-27', calendar: 'DE' })
})

test('without a group it is the committee’s', async () => {
  const { group: _none, ...lone } = own
  await one.app.committees.importStandards([lone])
  const { committee, ...rest } = smallCommittee()
  await one.app.committees.importCommittee({ ...rest, committee: { ...committee, calendar: 'none' } })
  expect(await runningOf('own')).toMatchObject({ today: '2026-11-28', calendar: 'none' })
})

test('an extension moves the limit of the card', async () => {
  await one.app.committees.importStandards([own])
  const limits = async () =>
    (await runningOf('own'))?.clocks.filter(({ kind }) => kind.startsWith('gb-limit')).map(({ on }) => on)
  expect(await limits()).toStrictEqual(['2027-01-01'])
  await one.app.recordings.askExtension('own', { until: '2027-06-30', why: 'so' }, doneBy('oriole'))
  expect(await limits()).toStrictEqual(['2027-06-30'])
})

test('past cases are counted once, and anew when they are old', async () => {
  await one.app.committees.importStandards([own, ...past.slice(0, 8)])
  const cases = async () => {
    const next = (await runningOf('own'))?.outlook?.next
    return next?.kind === 'range' ? next.cases : undefined
  }
  expect(await cases()).toBe(8)
  await one.app.committees.importStandards(past.slice(8))
  expect(await cases()).toBe(8)
  one.clock.pass(15 * 60_000)
  expect(await Promise.all([cases(), cases()])).toContain(9)
  expect(await cases()).toBe(9)
})
