import { expect, test } from 'vitest'
import type { Absence } from '../../../src/domain/absence/rules.ts'
import { isOwnersOwn } from '../../../src/domain/assignment/acting.ts'
import type { OwnerRef } from '../../../src/domain/assignment/life.ts'
import type { OwnerQuery } from '../../../src/domain/assignment/rules.ts'
import type { Member, Role } from '../../../src/domain/member/rules.ts'
import { standingOn } from '../../../src/domain/member/standing.ts'
import {
  answersFor,
  decidersOf,
  hearersOf,
  ownersAway,
  type People,
  spokesmenOf,
} from '../../../src/domain/reminder/hearers.ts'
import { assignment } from '../assignment/arbitraries.ts'

const today = '2026-02-05'
const member = (id: string): Member => ({
  id,
  names: { en: id },
  organisation: 'acme',
  roles: [{ role: 'member', group: 'WG8' }],
})
const away = (id: string, standIn: string): Absence => ({
  id: `away-${id}`,
  member: id,
  from: today,
  until: today,
  standIn,
})
const called = (members: readonly Member[], id: string) => {
  const found = members.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const people = (ids: readonly string[], absences: Absence[]): People => ({
  members: ids.map(member),
  absences,
  today,
})
const heard = (from: People) =>
  hearersOf({ kind: 'organisation', id: 'acme' }, 'WG8', from).hearers.map(({ member, insteadOf }) =>
    insteadOf === undefined ? member.id : `${member.id} for ${insteadOf.id}`,
  )

test.each<[what: string, from: People, expected: string[]]>([
  ['everybody in their own right', people(['jasmine', 'robin'], []), ['jasmine', 'robin']],
  [
    'a stand-in who is asked anyhow, once and in their own right',
    people(['jasmine', 'robin'], [away('jasmine', 'robin')]),
    ['robin'],
  ],
  [
    'a stand-in of two, once',
    people(['jasmine', 'linden', 'robin'], [away('jasmine', 'robin'), away('linden', 'robin')]),
    ['robin'],
  ],
])('what an organisation owes is asked of %s', (_what, from, expected) => {
  expect(heard(from)).toEqual(expected)
})

test('a stand-in of two who is not of the organisation is asked once', () => {
  const { members, ...rest } = people(
    ['jasmine', 'linden'],
    [away('jasmine', 'plum'), away('linden', 'plum')],
  )
  const { organisation: _none, ...plum } = member('plum')
  expect(heard({ ...rest, members: [...members, plum] })).toEqual(['plum for jasmine'])
})

test.each<[what: string, convenor: boolean, away: boolean, expected: Record<string, string[]>]>([
  ['its convenor, and not its deputy', true, false, { lead: ['WG8'], second: [], third: [] }],
  ['its deputy, where it has no convenor', false, false, { second: ['WG8'], third: [] }],
  ['who stands in for its convenor', true, true, { lead: [], second: [], third: ['WG8'] }],
])('for a whole group answers %s', (_what, hasConvenor, isAway, expected) => {
  const of = (id: string, role: 'convenor' | 'deputy' | 'member'): Member => ({
    ...member(id),
    roles: [{ role, group: 'WG8' }],
  })
  const members = [
    ...(hasConvenor ? [of('lead', 'convenor')] : []),
    of('second', 'deputy'),
    of('third', 'member'),
  ]
  const absences = isAway ? [away('lead', 'third')] : []
  for (const [id, groups] of Object.entries(expected))
    expect(answersFor(called(members, id), { members, absences, today }).groups, id).toEqual(groups)
})

test('an observer stands in for nobody: what is owed by who is away is asked of nobody', () => {
  const { members, ...rest } = people(['jasmine'], [away('jasmine', 'fern')])
  const fern: Member = { id: 'fern', names: { en: 'fern' }, roles: [{ role: 'observer' }] }
  const asked = hearersOf({ kind: 'member', id: 'jasmine' }, 'WG8', { ...rest, members: [...members, fern] })
  expect(asked).toMatchObject({ hearers: [], away: [{ id: 'jasmine' }] })
})

test('for whom a member answers who stands in: for who is away, and not for the day after', () => {
  const all = people(['jasmine', 'robin'], [away('jasmine', 'robin')])
  const robin = called(all.members, 'robin')
  expect(answersFor(robin, all).members).toEqual(['robin', 'jasmine'])
  expect(answersFor(robin, { ...all, today: '2026-02-06' }).members).toEqual(['robin'])
})

const lead = (id: string, role: 'convenor' | 'deputy' | 'member'): Member => ({
  ...member(id),
  roles: [{ role, group: 'WG8' }],
})
const ids = (hearers: { member: Member }[]) => hearers.map((one) => one.member.id)

test('what a whole group owes is asked of its deputy while its convenor is away without a stand-in', () => {
  const members = [lead('lotus', 'convenor'), lead('linden', 'deputy')]
  const gone: Absence = { id: 'b', member: 'lotus', from: today, until: today }
  const asked = (absences: Absence[]) =>
    ids(hearersOf({ kind: 'group', id: 'WG8' }, 'WG8', { members, absences, today }).hearers)
  expect(asked([])).toEqual(['lotus'])
  expect(asked([gone])).toEqual(['linden'])
})

test.each<[what: string, by: string, members: Member[], absences: Absence[], expected: string[]]>([
  ['the convenor', 'robin', [lead('lotus', 'convenor'), lead('linden', 'deputy')], [], ['lotus']],
  [
    'not who asked, though they lead',
    'lotus',
    [lead('lotus', 'convenor'), lead('linden', 'deputy')],
    [],
    ['linden'],
  ],
  [
    'not who asked, though they stand in for who leads',
    'robin',
    [lead('lotus', 'convenor'), lead('linden', 'deputy'), lead('robin', 'member')],
    [away('lotus', 'robin')],
    ['linden'],
  ],
  ['who asked, where nobody else can decide', 'lotus', [lead('lotus', 'convenor')], [], ['lotus']],
])('asked to decide is %s', (_what, by, members, absences, expected) => {
  const at = new Date(`${today}T01:00:00Z`)
  const one = assignment('a', { life: { declined: { at, by, why: 'x' } } })
  expect(ids(decidersOf(one, { members, absences, today }))).toEqual(expected)
})

test('whoever stands in for an organisation’s representative answers for it', () => {
  const rose: Member = { ...member('rose'), roles: [{ role: 'representative' }] }
  const { organisation: _none, ...robin } = member('robin')
  const all = { members: [rose, robin], absences: [away('rose', 'robin')], today }
  expect(answersFor(robin, all).organisations).toEqual([{ id: 'acme' }])
  expect(answersFor(robin, { ...all, absences: [] }).organisations).toEqual([])
})

const of = (id: string, ...roles: Role[]): Member => ({ ...member(id), roles })
const in8: Role = { role: 'representative', group: 'WG8' }
const plain: Role = { role: 'member', group: 'WG8' }
const watching: Role = { role: 'observer' }

test.each<[what: string, members: Member[], absences: Absence[], owed: OwnerQuery]>([
  ['nobody represents it', [of('robin', plain)], [], { organisations: [{ id: 'acme' }] }],
  [
    'another represents it everywhere',
    [of('robin', plain), of('rose', { role: 'representative' })],
    [],
    { organisations: [{ id: 'acme', inGroups: [] }] },
  ],
  [
    'another represents it in one group',
    [of('robin', plain), of('rose', in8)],
    [],
    { organisations: [{ id: 'acme', notInGroups: ['WG8'] }] },
  ],
  ['they represent it in one group', [of('robin', in8)], [], { organisations: [{ id: 'acme' }] }],
  [
    'they represent it in one group, another everywhere',
    [of('robin', in8), of('rose', { role: 'representative' })],
    [],
    { organisations: [{ id: 'acme', inGroups: ['WG8'] }] },
  ],
  [
    'they represent it in one group, another in another',
    [of('robin', in8), of('rose', { ...in8, group: 'WG7' })],
    [],
    { organisations: [{ id: 'acme', notInGroups: ['WG7'] }] },
  ],
  [
    'its representative is none any more',
    [of('robin', plain), of('rose', { ...in8, until: '2026-02-04' }, plain)],
    [],
    { organisations: [{ id: 'acme' }] },
  ],
  ['they only observe', [of('robin', watching)], [], { members: [], organisations: [] }],
  [
    'they stand in for who represents it in a group',
    [of('robin', plain), of('rose', in8)],
    [away('rose', 'robin')],
    { members: ['robin', 'rose'], organisations: [{ id: 'acme', notInGroups: ['WG8'] }, { id: 'acme' }] },
  ],
  [
    'they stand in for somebody who only observes',
    [of('robin', plain), of('rose', watching)],
    [away('rose', 'robin')],
    { members: ['robin'] },
  ],
  [
    'they are away as well, and stand in for nobody',
    [of('robin', plain), of('rose', in8)],
    [away('rose', 'robin'), away('robin', 'plum')],
    { members: ['robin'], organisations: [{ id: 'acme', notInGroups: ['WG8'] }] },
  ],
])('what a member owes where %s', (_what, members, absences, owed) => {
  const people = { members, absences, today }
  const robin = called(members, 'robin')
  const found = answersFor(robin, people)
  expect(found).toMatchObject(owed)
  // What is listed as theirs is what they may act upon, in every group.
  const standing = standingOn(robin, people, today)
  for (const group of ['WG7', 'WG8']) {
    const isListed = (found.organisations ?? []).some(
      ({ inGroups, notInGroups = [] }) =>
        (inGroups === undefined || inGroups.includes(group)) && !notInGroups.includes(group),
    )
    const owner = { kind: 'organisation' as const, id: 'acme' }
    expect(isListed, group).toBe(isOwnersOwn({ owner, group }, standing))
  }
})

test('who would be asked is told of as away, until when and with who stands in, and nobody who is there', () => {
  const gone: Absence = { id: 'b', member: 'linden', from: today, until: '2026-02-09' }
  const told = (
    owner: OwnerRef,
    absences: Absence[],
    members = [of('rose', in8), of('robin', plain), of('linden', plain)],
  ) =>
    ownersAway({ owner, group: 'WG8' }, { members, absences, today }).map(
      ({ member, until, standIn }) => `${member.id} ${until} ${standIn?.id ?? 'nobody'}`,
    )
  const linden = { kind: 'member' as const, id: 'linden' }
  expect(told(linden, [])).toEqual([])
  expect(told(linden, [gone])).toEqual(['linden 2026-02-09 nobody'])
  expect(told(linden, [{ ...gone, from: '2026-02-06' }])).toEqual([])
  expect(told(linden, [{ ...gone, standIn: 'robin' }])).toEqual(['linden 2026-02-09 robin'])
  expect(told(linden, [{ ...gone, standIn: 'robin' }, away('robin', 'rose')])).toEqual([
    'linden 2026-02-09 nobody',
  ])
  const acme = { kind: 'organisation' as const, id: 'acme' }
  expect(told(acme, [gone])).toEqual([])
  expect(told(acme, [away('rose', 'robin')])).toEqual([`rose ${today} robin`])
  const lead = of('lotus', { role: 'convenor', group: 'WG8' })
  expect(told({ kind: 'group', id: 'WG8' }, [{ ...gone, member: 'lotus' }], [lead])).toEqual([
    'lotus 2026-02-09 nobody',
  ])
})

test('it goes by the word of an organisation’s representatives, and of those who lead a whole group', () => {
  const members = [of('rose', in8), of('robin', plain), of('lotus', { role: 'convenor', group: 'WG7' })]
  const words = (kind: 'organisation' | 'group', id: string, group: string) =>
    spokesmenOf({ owner: { kind, id, names: {} }, group }, { members, absences: [], today }).map(
      (one) => one.id,
    )
  expect(words('organisation', 'acme', 'WG8')).toEqual(['rose'])
  expect(words('organisation', 'acme', 'WG7')).toEqual([])
  expect(words('group', 'WG7', 'WG8')).toEqual(['lotus'])
})
