import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Assignment,
  type AssignmentQuery,
  byDueDay,
  type OpenCounts,
  type Owner,
  urgency,
} from '../../src/domain/assignment/rules.ts'
import { addDays } from '../../src/domain/calendar/day.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { assignment, today } from '../domain/assignment/arbitraries.ts'
import * as records from './records.ts'

const { database } = await testDatabase()
const store = createStore(database, 'asked')
const crowded = createStore(database, 'crowded')

beforeAll(async () => {
  for (const one of [store, crowded]) {
    for (const code of ['WG7', 'WG8']) await one.groups.put({ ...records.bareGroup, code })
    for (const id of ['cesi', 'lotus']) await one.organisations.put({ id, names: { en: id } })
    await one.members.put({ id: 'lotus', names: { en: 'Lotus' }, organisation: 'cesi', roles: [] })
  }
})

const person: Owner = { kind: 'member', id: 'lotus', names: {} }
const body: Owner = { kind: 'organisation', id: 'cesi', names: {} }
const whole: Owner = { kind: 'group', id: 'WG8', names: {} }
const namesake: Owner = { kind: 'organisation', id: 'lotus', names: {} }
const lotus = { members: ['lotus'], organisations: [{ id: 'cesi' }] }
const cesi = (where: { inGroups?: string[]; notInGroups?: string[] }) => ({
  organisations: [{ id: 'cesi', ...where }],
})

const fact = { at: new Date('2026-11-20T01:00:00Z'), by: 'lotus' }
const said = { ...fact, why: 'x' }
const dueAsked = { ...said, on: '2026-12-31' }

const table: [string, Parameters<typeof assignment>[1], AssignmentQuery, boolean][] = [
  ['everything open', {}, {}, true],
  ['nothing done', { state: 'done', doneOn: today }, {}, false],
  ['nothing withdrawn', { state: 'withdrawn' }, {}, false],
  ['its group', {}, { group: 'WG8' }, true],
  ['another group', {}, { group: 'WG7' }, false],
  ['in person', { owner: person }, { owner: lotus }, true],
  ['for their organisation', { owner: body }, { owner: lotus }, true],
  ['an organisation that bears a member’s id', { owner: namesake }, { owner: lotus }, false],
  ['the whole group’s is nobody’s own', { owner: whole }, { owner: lotus }, false],
  ['the whole group’s, by the group’s code', { owner: whole }, { owner: { members: ['WG8'] } }, false],
  [
    'the whole group’s, by who answers for it',
    { owner: whole },
    { owner: { members: ['lotus'], groups: ['WG8'] } },
    true,
  ],
  ['another group’s as a whole', { owner: whole }, { owner: { members: ['lotus'], groups: ['WG7'] } }, false],
  ['theirs, by who stands in for them', { owner: person }, { owner: { members: ['plum', 'lotus'] } }, true],
  ['what they have given back', { owner: person, life: { declined: said } }, { owner: lotus }, false],
  [
    'what they have given back, in its group',
    { owner: person, life: { declined: said } },
    { group: 'WG8' },
    true,
  ],
  ['an organisation’s, by who stands for none', { owner: body }, { owner: { members: ['lotus'] } }, false],
  ['an organisation’s own', { owner: body }, { owner: cesi({}) }, true],
  ['an organisation’s, in its group', { owner: body }, { owner: cesi({ inGroups: ['WG8'] }) }, true],
  ['an organisation’s, in other groups', { owner: body }, { owner: cesi({ inGroups: ['WG7'] }) }, false],
  ['an organisation’s, in no group at all', { owner: body }, { owner: cesi({ inGroups: [] }) }, false],
  ['an organisation’s, but in its group', { owner: body }, { owner: cesi({ notInGroups: ['WG8'] }) }, false],
  ['an organisation’s, but in others', { owner: body }, { owner: cesi({ notInGroups: ['WG7'] }) }, true],
  [
    'an organisation’s that is told of twice, once',
    { owner: body },
    { owner: { organisations: [{ id: 'cesi' }, { id: 'cesi', inGroups: ['WG8'] }] } },
    true,
  ],
  ['what waits for a decision there', { life: { dueAsked } }, { exceptUndecidedIn: ['WG8'] }, false],
  ['what was given back there', { life: { declined: said } }, { exceptUndecidedIn: ['WG8'] }, false],
  ['what waits for one elsewhere', { life: { dueAsked } }, { exceptUndecidedIn: ['WG7'] }, true],
  ['what is held up there', { life: { blocked: said } }, { exceptUndecidedIn: ['WG8'] }, true],
  ['nobody’s', { owner: person }, { owner: {} }, false],
  ['overdue', { dueOn: addDays(today, -1) }, { overdue: true }, true],
  ['overdue: not what is due today', { dueOn: today }, { overdue: true }, false],
  ['overdue: not what is undated', {}, { overdue: true }, false],
  ['overdue is not asked', { dueOn: today }, { overdue: false }, true],
  ['within two weeks', { dueOn: addDays(today, 14) }, { withinDays: 14 }, true],
  ['within two weeks: not later', { dueOn: addDays(today, 15) }, { withinDays: 14 }, false],
  ['within two weeks: what is late, too', { dueOn: addDays(today, -9) }, { withinDays: 14 }, true],
  ['within two weeks: not what is undated', {}, { withinDays: 14 }, false],
  ['today', { dueOn: today }, { withinDays: 0 }, true],
  ['on a day', { dueOn: today }, { due: { from: today, until: today } }, true],
  [
    'on a day: not the one before',
    { dueOn: addDays(today, -1) },
    { due: { from: today, until: today } },
    false,
  ],
  ['on a day: not the next', { dueOn: addDays(today, 1) }, { due: { from: today, until: today } }, false],
  ['on a day: not what is undated', {}, { due: { from: today, until: today } }, false],
  ['by a day: what is late, too', { dueOn: addDays(today, -9) }, { due: { until: today } }, true],
  ['by a day: not later', { dueOn: addDays(today, 1) }, { due: { until: today } }, false],
  ['its owner’s move', { life: { accepted: fact } }, { isOwnersMove: true }, true],
  ['another’s move: not what its owner moves', { life: { accepted: fact } }, { isOwnersMove: false }, false],
  ['another’s move: blocked', { life: { blocked: said } }, { isOwnersMove: false }, true],
  ['another’s move: given back', { life: { declined: said } }, { isOwnersMove: false }, true],
  [
    'its owner’s move: not while another day is asked for',
    { life: { dueAsked } },
    { isOwnersMove: true },
    false,
  ],
  ['group and owner, both', { owner: person }, { group: 'WG7', owner: lotus }, false],
]

const none: OpenCounts = { overdue: 0, soon: 0, later: 0, undated: 0 }

describe('what is asked for', () => {
  test.each(table)('%s', async (_why, change, query, asked) => {
    const one = assignment('a', change)
    await store.assignments.put(one)
    const found = await store.assignments.open(query, today, 10)
    expect(found.map(({ id }) => id)).toEqual(asked ? ['a'] : [])
    expect(await store.assignments.countOpen(query, today)).toEqual(
      asked ? { ...none, [urgency(one, today)]: 1 } : none,
    )
  })
})

describe('among many', () => {
  /** In any order of days, owners and states, so that neither the first nor the last are those that were put first. */
  const many = Array.from({ length: 120 }, (_, at): Assignment => {
    const due = (at * 37) % 90
    return assignment(`a-${String(at).padStart(3, '0')}`, {
      owner: at % 3 === 0 ? body : at % 3 === 1 ? person : whole,
      group: at % 2 === 0 ? 'WG8' : 'WG7',
      ...(due < 80 && { dueOn: addDays(today, due - 30) }),
      ...(at % 5 === 0 && { state: 'done', doneOn: addDays(today, -(at % 40)) }),
      ...(at % 7 === 0 && { state: 'withdrawn' }),
    })
  })
  const open = many.filter(({ state }) => state === 'open').sort(byDueDay)
  const ids = (some: readonly Assignment[]) => some.map(({ id }) => id)

  beforeAll(async () => {
    for (const one of many) await crowded.assignments.put(one)
  })

  test('a member’s own and their organisation’s are one list, the earliest first, and all are counted', async () => {
    const mine = open.filter(({ owner }) => owner.kind !== 'group')
    expect(ids(await crowded.assignments.open({ owner: lotus }, today, 7))).toEqual(ids(mine.slice(0, 7)))
    expect(ids(await crowded.assignments.open({ owner: lotus }, today, 500))).toEqual(ids(mine))
    const counts = await crowded.assignments.countOpen({ owner: lotus }, today)
    for (const kind of ['overdue', 'soon', 'later', 'undated'] as const)
      expect([kind, counts[kind]]).toEqual([kind, mine.filter((one) => urgency(one, today) === kind).length])
  })

  test('everybody’s and a group’s are listed alike', async () => {
    expect(ids(await crowded.assignments.open({}, today, 9))).toEqual(ids(open.slice(0, 9)))
    const ofGroup = open.filter(({ group }) => group === 'WG7')
    expect(ids(await crowded.assignments.open({ group: 'WG7' }, today, 9))).toEqual(ids(ofGroup.slice(0, 9)))
  })

  test('a group’s week rests on what is open or was done of late', async () => {
    const since = addDays(today, -14)
    const told = many.filter(
      ({ group, state, doneOn = '' }) =>
        group === 'WG8' && (state === 'open' || (state === 'done' && doneOn >= since)),
    )
    expect(ids(await crowded.assignments.inGroup('WG8', since))).toEqual(ids(told))
    expect(told.some(({ state }) => state === 'done')).toBe(true)
  })
})

describe('what a desk asks for', () => {
  const desk = createStore(database, 'desk')
  const earlier = { ...said, at: new Date('2026-11-10T01:00:00Z') }
  const given = { at: fact.at, by: 'lotus' }
  const member = (id: string): Owner => ({ kind: 'member', id, names: {} })
  beforeAll(async () => {
    for (const code of ['WG7', 'WG8']) await desk.groups.put({ ...records.bareGroup, code })
    await desk.organisations.put({ id: 'cesi', names: { en: 'cesi' } })
    for (const id of ['lotus', 'jasmine'])
      await desk.members.put({ id, names: { en: id }, organisation: 'cesi', roles: [] })
    const owed = (id: string, change: Partial<Assignment>) =>
      desk.assignments.put(assignment(id, { owner: member('jasmine'), ...change }))
    await owed('d-asked', { life: { dueAsked } })
    await owed('d-back', { life: { declined: earlier, given }, dueOn: '2026-12-01' })
    await owed('d-other-group', { group: 'WG7', life: { declined: earlier } })
    await owed('d-done', { state: 'done', doneOn: today, life: { declined: earlier } })
    await owed('g-new', { life: { given } })
    await owed('g-accepted', { life: { given, accepted: fact } })
    await owed('g-late', { life: { given, accepted: fact }, dueOn: addDays(today, -1) })
    await owed('g-of-another', { life: { given: { at: fact.at, by: 'jasmine' } } })
    await owed('g-my-own', { owner: member('lotus'), life: { given } })
    await owed('g-my-body', { owner: body, life: { given } })
    await owed('g-made', { life: { given: { at: fact.at, by: 'jasmine' } } })
    await desk.audit.add({
      subject: { kind: 'assignment', id: 'g-made' },
      what: 'make',
      at: fact.at,
      via: 'command',
      by: 'lotus',
      before: {},
      after: {},
    })
  })

  test('waits for a decision, the longest first', async () => {
    const found = await desk.assignments.undecided(['WG8'], 1)
    expect([found.first.map(({ id }) => id), found.count]).toEqual([['d-back'], 2])
    expect((await desk.assignments.undecided(['WG8', 'WG7'], 9)).count).toBe(3)
    expect(await desk.assignments.undecided([], 9)).toEqual({ first: [], count: 0 })
  })

  test('was given or made by somebody, and is not taken on, given back or overdue', async () => {
    const asked = { owner: lotus, by: 'lotus' }
    const found = await desk.assignments.givenBy({ ...asked, decidesFor: [] }, today, 9)
    expect(found.first.map(({ id }) => id)).toEqual(['g-late', 'd-back', 'g-made', 'g-new'])
    const elsewhere = { members: ['lotus'], organisations: [{ id: 'cesi', inGroups: ['WG7'] }] }
    const others = await desk.assignments.givenBy({ by: 'lotus', owner: elsewhere, decidesFor: [] }, today, 9)
    expect(others.first.map(({ id }) => id)).toContain('g-my-body')
    const leading = await desk.assignments.givenBy({ ...asked, decidesFor: ['WG8'] }, today, 2)
    expect([leading.first.map(({ id }) => id), leading.count]).toEqual([['g-late', 'g-made'], 3])
  })
})
