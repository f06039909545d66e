import { expect, test } from 'vitest'
import { planCalendarWarnings } from '../../jobs/plan-calendar-warnings.ts'
import { testDatabase } from '../database.ts'
import { deliver, hour, type Outgoing, outgoing, secretariat } from './outgoing.ts'

const { database } = await testDatabase()

let count = 0
/** 45 days before the first day of 2032 that no notice settles: in 2031 nothing is known either. */
async function bot(): Promise<Outgoing> {
  const opened = await outgoing(database, `warnings-${++count}`, ['WG8', 'WG9'], { secretariat: true })
  const wg9 = await opened.store.groups.byCode('WG9')
  if (wg9 !== undefined) await opened.store.groups.put({ ...wg9, calendar: 'DE', zone: 'Europe/Berlin' })
  return opened
}

const look = async ({ app }: Outgoing) => {
  await planCalendarWarnings.perform(app, {}, app.now())
  await deliver(app)
}
const warnings = async ({ store }: Outgoing) =>
  (await store.notices.latest(10))
    .filter(({ kind }) => kind === 'days-unknown')
    .map(({ period, state, reason }) => [period, state, ...(reason === undefined ? [] : [reason])].join(' '))

/** Days until an evening in November 2030, of whose next year nothing is known. */
const toNovember2030 = (Date.parse('2030-11-23T01:00:00Z') - Date.parse('2026-11-23T01:00:00Z')) / hour

test('the secretariat is told once of a year that is near and not known, and what to do', async () => {
  const one = await bot()
  one.pass(toNovember2030 * hour)
  await Promise.all([look(one), look(one)])
  one.pass(hour)
  await look(one)
  expect(await warnings(one)).toStrictEqual(['CN-2030 sent'])
  const said = JSON.stringify((await one.said(secretariat)).map(({ blocks }) => blocks))
  for (const part of [
    'China: the days off of 2030 are not known yet',
    'the committee, WG8',
    '/rapporteur off 2030-01-01',
  ])
    expect(said).toContain(part)
  expect(said).not.toContain('WG9')
})

test('what became known before it was said is not said', async () => {
  const one = await bot()
  one.pass(toNovember2030 * hour)
  await one.app.calendars.planWarnings()
  for (let day = Date.parse('2030-11-20'); day < Date.parse('2031-01-20'); day += 24 * hour)
    await one.store.markedDays.put({
      day: new Date(day).toISOString().slice(0, 10),
      isWorked: true,
      at: one.app.now(),
    })
  await deliver(one.app)
  expect(await warnings(one)).toStrictEqual(['CN-2030 withdrawn settled'])
  expect(await one.said(secretariat)).toHaveLength(0)
})

test('nothing is said of a year that is known or far', async () => {
  const one = await bot()
  one.pass(-30 * 24 * hour)
  await look(one)
  expect(await warnings(one)).toStrictEqual([])
})

test('the last week of December waits for the next year’s notice', async () => {
  const one = await bot()
  await look(one)
  const [told = ''] = await warnings(one)
  // The library that is installed may know 2027 by now.
  if (told !== '') expect(told).toBe('CN-2027 sent')
})
