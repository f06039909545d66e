import { beforeEach, expect, test } from 'vitest'
import type { App } from '../../../src/app.ts'
import type { Gesture } from '../../../src/domain/assignment/gestures.ts'
import type { Member } from '../../../src/domain/member/rules.ts'
import { createStore } from '../../../src/store/open-store.ts'
import { deskOn } from '../../commands/desk.ts'
import { testDatabase } from '../../database.ts'

const { database } = await testDatabase()
let count = 0
let app: App
let jasmine: Member
let lotus: Member
/** One that Jasmine owes in WG8. */
let id: string

beforeEach(async () => {
  count += 1
  app = (await deskOn(database, `assignment-${count}`, '2026-11-23T01:00:00Z')).app
  const member = async (name: string) => {
    const found = (await app.members.all()).find((one) => one.id === name)
    if (found === undefined) throw new Error(name)
    return found
  }
  jasmine = await member('jasmine')
  lotus = await member('lotus')
  const { first } = await app.assignments.list({ owner: { members: ['jasmine'] } })
  id = first[0]?.id ?? ''
})

/** What people did; that a file brought it is told before. */
const deeds = async (of: string) => (await app.assignments.history(of)).filter(({ via }) => via !== 'file')

const store = () => createStore(database, `assignment-${count}`)
const accept: Gesture = { kind: 'accept' }

test('what is done is on record: who, for whom, from where, before and after', async () => {
  const owed = await app.assignments.byId(id)
  await app.assignments.act(id, accept, { member: jasmine, via: 'button', request: 'r-1' })
  const done: Gesture = { kind: 'finish', on: '2026-11-20', evidence: 'https://example.org' }
  await app.assignments.act(id, done, { member: lotus, via: 'command' })
  const at = new Date('2026-11-23T01:00:00Z')
  const subject = { kind: 'assignment', id }
  expect(await deeds(id)).toStrictEqual([
    {
      id: expect.any(Number),
      subject,
      what: 'accept',
      at,
      by: 'jasmine',
      via: 'button',
      before: {},
      // Whoever accepts it has seen it by that.
      after: { seen: true },
    },
    {
      id: expect.any(Number),
      subject,
      what: 'finish',
      at,
      by: 'lotus',
      behalf: { kind: 'member', id: 'jasmine' },
      via: 'command',
      before: { state: 'open' },
      after: { state: 'done', doneOn: '2026-11-20', evidence: 'https://example.org' },
    },
  ])
  expect(await app.assignments.byId(id)).toMatchObject({
    ...owed,
    state: 'done',
    life: { accepted: { at, by: 'jasmine' }, done: { at, by: 'lotus' } },
  })
})

test('the same press twice is on record once, at once or later', async () => {
  const by = { member: jasmine, via: 'button' as const, request: 'r-1' }
  const update: Gesture = { kind: 'update', text: 'half of it' }
  await Promise.all([app.assignments.act(id, update, by), app.assignments.act(id, update, by)])
  const later: Gesture = { kind: 'update', text: 'all of it' }
  expect(await app.assignments.act(id, later, by)).toMatchObject({ ok: true, isNoted: false })
  expect((await deeds(id)).map(({ note }) => note)).toEqual(['half of it'])
  expect((await app.assignments.byId(id))?.life.latest?.text).toBe('half of it')
})

test('of two who decide at once neither is lost, and whoever comes second is told', async () => {
  const give = (to: string): Gesture => ({ kind: 'give', to: { kind: 'member', id: to, names: {} } })
  const outcomes = await Promise.all([
    app.assignments.act(
      id,
      { kind: 'finish', on: '2026-11-20' },
      { member: lotus, via: 'button', request: 'a' },
    ),
    app.assignments.act(id, give('oriole'), { member: lotus, via: 'button', request: 'b' }),
  ])
  const held = outcomes.filter(({ ok }) => ok).length
  expect(await deeds(id)).toHaveLength(held)
  expect(held).toBeGreaterThan(0)
  // Given away and then done, or done and then not to be given away any more.
  const { owner, state } = (await app.assignments.byId(id)) ?? {}
  expect([owner?.id, state]).toEqual([held === 2 ? 'oriole' : 'jasmine', 'done'])
})

test('what does not hold, or is nobody’s to say, leaves nothing', async () => {
  const member = (await app.members.all()).find((one) => one.id === 'chestnut') ?? lotus
  expect(await app.assignments.act(id, accept, { member, via: 'button' })).toMatchObject({ why: 'not-yours' })
  expect(await app.assignments.act('none', accept, { via: 'cli' })).toStrictEqual({ ok: false, why: 'gone' })
  expect(await deeds(id)).toEqual([])
})

test('whoever decides does so in their own right, and whoever speaks for an owner is named beside them', async () => {
  await app.assignments.act(id, { kind: 'update', text: 'half of it' }, { member: lotus, via: 'modal' })
  await app.assignments.act(
    id,
    { kind: 'set-due', on: '2026-12-24', why: 'late' },
    { member: lotus, via: 'modal' },
  )
  expect((await deeds(id)).map(({ what, by, behalf }) => [what, by, behalf])).toEqual([
    ['update', 'lotus', { kind: 'member', id: 'jasmine' }],
    ['set-due', 'lotus', undefined],
  ])
})

test('only the day that was read of is granted', async () => {
  await app.assignments.act(
    id,
    { kind: 'ask-due', on: '2026-12-31', why: 'late' },
    { member: jasmine, via: 'modal' },
  )
  const grant = (on: string): Gesture => ({ kind: 'decide-due', isGranted: true, on })
  const by = { member: lotus, via: 'button' as const }
  expect(await app.assignments.act(id, grant('2026-12-15'), by)).toMatchObject({ why: 'nothing-asked' })
  expect(await app.assignments.act(id, grant('2026-12-31'), by)).toMatchObject({
    ok: true,
    assignment: { dueOn: '2026-12-31' },
  })
})

test('a new one has a short name, is on record as given, and is made once by one request', async () => {
  const given = {
    titles: { en: 'Book the hall' },
    group: 'WG8',
    owner: { kind: 'member' as const, id: 'jasmine', names: jasmine.names },
    standards: ['GB/T 43697-2024'],
  }
  const by = { member: lotus, via: 'modal' as const, request: 'r-9' }
  const [made, again] = await Promise.all([app.assignments.add(given, by), app.assignments.add(given, by)])
  expect(made).toMatchObject({
    ok: true,
    assignment: { id: 'a1', state: 'open', life: { given: { by: 'lotus' } } },
  })
  expect(again).toStrictEqual(made)
  expect(await app.assignments.history('a1')).toMatchObject([
    {
      what: 'make',
      by: 'lotus',
      via: 'modal',
      before: {},
      after: { owner: { kind: 'member', id: 'jasmine' } },
    },
  ])
  expect(await app.assignments.add(given, { member: jasmine, via: 'modal' })).toStrictEqual({
    ok: false,
    why: 'not-yours',
  })
  const below = { ...given, goal: 'kwp-2024-2-5' }
  const assigned = await app.work.assign(below, { member: lotus, via: 'modal', request: 'r-10' })
  const twice = await app.work.assign(below, { member: lotus, via: 'modal', request: 'r-10' })
  expect(twice).toStrictEqual(assigned)
})

test('a file tells what an assignment is about for good, and how it stands until people have said that', async () => {
  const recorded = await app.assignments.byId(id)
  if (recorded === undefined) throw new Error(id)
  const given = { ...recorded, titles: { en: 'As the file has it' }, dueOn: '2027-01-31', life: {} }
  await app.committees.importAssignments([given])
  expect(await app.assignments.byId(id)).toMatchObject({ titles: given.titles, dueOn: '2027-01-31' })
  await app.assignments.act(id, { kind: 'finish', on: '2026-11-20' }, { member: jasmine, via: 'button' })
  const anew = { ...given, titles: { en: 'Anew' }, dueOn: '2027-02-28' }
  await app.committees.importAssignments([anew])
  expect(await app.assignments.byId(id)).toMatchObject({
    titles: anew.titles,
    state: 'done',
    doneOn: '2026-11-20',
    dueOn: '2027-01-31',
    life: { done: { by: 'jasmine' } },
  })
  expect((await app.committees.importAssignments([anew])).changed).toEqual([])
  expect(await store().assignments.byIds([id])).toHaveLength(1)
})
