import { beforeEach, expect, test } from 'vitest'
import type { App } from '../../../src/app.ts'
import type { Member } from '../../../src/domain/member/rules.ts'
import { createStore } from '../../../src/store/open-store.ts'
import { type Desk, deskOn } from '../../commands/desk.ts'
import { testDatabase } from '../../database.ts'

const { database } = await testDatabase()
const day = 24 * 3_600_000
let count = 0
let desk: Desk
let app: App
let [jasmine, lotus, pine]: Member[] = []

beforeEach(async () => {
  count += 1
  desk = await deskOn(database, `absence-${count}`, '2026-11-23T01:00:00Z')
  app = desk.app
  const all = await app.members.all()
  ;[jasmine, lotus, pine] = ['jasmine', 'lotus', 'pine'].map((name) => all.find(({ id }) => id === name))
})

const store = () => createStore(database, `absence-${count}`)
const days = { from: '2026-12-01', until: '2026-12-14' }
const as = (member: Member | undefined, request?: string) => ({
  ...(member && { member }),
  via: 'command' as const,
  ...(request !== undefined && { request }),
})
const someone = (member: Member | undefined): Member => {
  if (member === undefined) throw new Error('nobody')
  return member
}
const own = async () => (await app.absences.of('jasmine')).own

test('is put on record once a request, with who stands in, and told to both', async () => {
  const given = { ...days, standIn: someone(lotus) }
  const first = await app.absences.add(someone(jasmine), given, as(jasmine, 'r-1'))
  expect(await app.absences.add(someone(jasmine), given, as(jasmine, 'r-1'))).toEqual(first)
  expect(await own()).toEqual([{ id: 'n-1', member: 'jasmine', ...days, standIn: 'lotus' }])
  expect((await app.absences.of('lotus')).standingIn).toEqual(await own())
  expect(await store().audit.of({ kind: 'absence', id: 'n-1' })).toMatchObject([
    { what: 'make', by: 'jasmine', via: 'command', after: { ...days, standIn: 'lotus' } },
  ])
})

test('of another is set by the secretariat alone, on their behalf', async () => {
  expect(await app.absences.add(someone(jasmine), days, as(lotus))).toEqual({ ok: false, why: 'not-yours' })
  expect(await own()).toEqual([])
  const set = await app.absences.add(someone(jasmine), days, as(pine))
  if (!set.ok) throw new Error(set.why)
  expect(await store().audit.of({ kind: 'absence', id: set.absence.id })).toMatchObject([
    { what: 'make', by: 'pine', behalf: { kind: 'member', id: 'jasmine' } },
  ])
  expect(await app.absences.end(set.absence.id, as(lotus))).toEqual({ ok: false, why: 'not-yours' })
  expect((await app.absences.end(set.absence.id, as(jasmine))).ok).toBe(true)
})

test('ends early with the days that were; one to come goes away', async () => {
  const made = await app.absences.add(someone(jasmine), days, as(jasmine))
  if (!made.ok) throw new Error(made.why)
  desk.pass(10 * day)
  expect((await app.absences.end(made.absence.id, as(jasmine, 'r-9'))).ok).toBe(true)
  expect(await store().absences.since('2026-12-01')).toMatchObject([{ until: '2026-12-02' }])
  expect(await own()).toEqual([])
  expect(await app.absences.end(made.absence.id, as(jasmine))).toEqual({ ok: false, why: 'gone' })
  const coming = { from: '2026-12-20', until: '2026-12-21' }
  const next = await app.absences.add(someone(jasmine), coming, as(jasmine))
  if (!next.ok) throw new Error(next.why)
  await app.absences.end(next.absence.id, as(jasmine))
  expect(await store().absences.since('2026-12-03')).toEqual([])
})

test('that began before today meets one that was over in the meantime', async () => {
  await app.absences.add(someone(jasmine), { from: '2026-11-23', until: '2026-11-23' }, as(jasmine))
  desk.pass(2 * day)
  const again = await app.absences.add(someone(jasmine), { ...days, from: '2026-11-22' }, as(jasmine))
  expect(again).toMatchObject({ ok: false, why: 'overlaps', absence: { until: '2026-11-23' } })
})
