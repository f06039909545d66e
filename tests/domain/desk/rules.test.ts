import { describe, expect, test } from 'vitest'
import type { Absence } from '../../../src/domain/absence/rules.ts'
import { endOfWeek, goalsWaiting, leadingOn, standingBehind } from '../../../src/domain/desk/rules.ts'
import type { Goal } from '../../../src/domain/goal/rules.ts'
import type { Member, Role } from '../../../src/domain/member/rules.ts'

const today = '2026-11-23'
const member = (id: string, ...roles: Role[]): Member => ({ id, names: { en: id }, roles })
const lotus = member('lotus', { role: 'convenor', group: 'WG8' }, { role: 'deputy', group: 'WG7' })
const oriole = member('oriole', { role: 'deputy', group: 'WG8' })
const former = member('former', { role: 'convenor', group: 'WG9', until: '2026-11-22' })
const jasmine = member('jasmine', { role: 'member', group: 'WG8' })
const pine = member('pine', { role: 'secretariat' })
const away: Absence = { id: 'a', member: 'lotus', from: today, until: '2026-12-04', standIn: 'jasmine' }
const groups = ['WG7', 'WG8', 'WG9']
const facts = { members: [lotus, oriole, former, jasmine, pine], absences: [], groups, today }

describe('a member leads', () => {
  test.each<[string, Member, Partial<typeof facts>, object]>([
    ['as convenor and deputy', lotus, {}, { own: ['WG8', 'WG7'] }],
    ['no more after that', former, {}, { own: [] }],
    ['no group that has ended', lotus, { groups: ['WG7'] }, { own: ['WG7'] }],
    ['nothing as a member', jasmine, {}, { own: [], standingIn: [], leaderless: [] }],
    ['of the secretariat, what nobody leads', pine, {}, { own: [], leaderless: ['WG9'] }],
    [
      'of the secretariat, what is led by nobody who is there',
      pine,
      { absences: [{ ...away, standIn: undefined }] } as object,
      { own: [], leaderless: ['WG7', 'WG9'] },
    ],
    [
      'of the secretariat, not what a stand-in leads',
      pine,
      { absences: [away] } as object,
      { own: [], leaderless: ['WG9'] },
    ],
    [
      'for a convenor who is away, and for a deputy where there is no convenor',
      jasmine,
      { absences: [away] } as object,
      {
        own: [],
        standingIn: [
          { group: 'WG7', member: lotus, until: '2026-12-04' },
          { group: 'WG8', member: lotus, until: '2026-12-04' },
        ],
      },
    ],
    [
      'their own group no second time',
      oriole,
      { absences: [{ ...away, standIn: 'oriole' }] } as object,
      { own: ['WG8'], standingIn: [{ group: 'WG7', member: lotus, until: '2026-12-04' }] },
    ],
    [
      'for nobody while away themselves',
      jasmine,
      { absences: [away, { ...away, id: 'b', member: 'jasmine', standIn: undefined }] } as object,
      { standingIn: [] },
    ],
  ])('%s', (_name, one, change, expected) => {
    expect(leadingOn(one, { ...facts, ...change })).toMatchObject(expected)
  })
})

describe('a deputy’s stand-in', () => {
  const deputyAway: Absence = { ...away, id: 'd', member: 'oriole' }
  const lotusAway = (standIn?: string): Absence => {
    const { standIn: _none, ...days } = away
    return standIn === undefined ? days : { ...days, standIn }
  }
  const forOriole = [{ group: 'WG8', member: oriole, until: '2026-12-04' }]
  const observer = member('jasmine', { role: 'observer' })
  test.each<[string, Absence[], Partial<typeof facts>, { leads: object; behind: object }]>([
    ['is behind a convenor who is there', [deputyAway], {}, { leads: [], behind: forOriole }],
    [
      'is behind the stand-in of a convenor',
      [deputyAway, lotusAway('pine')],
      {},
      { leads: [], behind: forOriole },
    ],
    [
      'leads where the convenor is away without one',
      [deputyAway, lotusAway()],
      {},
      { leads: forOriole, behind: [] },
    ],
    [
      'leads where there is no convenor',
      [deputyAway],
      { members: [oriole, jasmine] },
      { leads: forOriole, behind: [] },
    ],
    [
      'leads where the convenor’s stand-in only observes',
      [deputyAway, lotusAway('pine')],
      { members: [lotus, oriole, jasmine, member('pine', { role: 'observer' })] },
      { leads: forOriole, behind: [] },
    ],
    ['is nobody who only observes', [deputyAway], { members: [oriole, observer] }, { leads: [], behind: [] }],
  ])('%s', (_name, absences, change, expected) => {
    const all = { ...facts, ...change, absences }
    const robin = all.members.find(({ id }) => id === 'jasmine') ?? jasmine
    expect(leadingOn(robin, all).standingIn).toEqual(expected.leads)
    expect(standingBehind(robin, all)).toEqual(expected.behind)
  })
})

test.each([
  ['2026-11-23', '2026-11-29'],
  ['2026-11-28', '2026-11-29'],
  ['2026-11-29', '2026-11-29'],
  ['2026-12-31', '2027-01-03'],
])('the week of %s ends on %s', (day, end) => {
  expect(endOfWeek(day)).toBe(end)
})

test('goals that wait are counted by group, the newest year first; ended ones wait for nothing', () => {
  const goal = (year: number, state: Goal['state'], ...parts: Goal['groups']): Goal => ({
    id: 'g',
    year,
    texts: {},
    points: [],
    kinds: [],
    groups: parts,
    state,
    isTouched: true,
  })
  const offered = { group: 'WG8', state: 'offered' as const }
  const goals = [
    goal(2026, 'open', offered, { group: 'WG7', state: 'accepted' }),
    goal(2026, 'open', offered, { group: 'WG7', state: 'offered' }),
    goal(2026, 'dropped', offered),
    goal(2027, 'open', offered),
    goal(2027, 'open', { group: 'WG8', state: 'change-asked' }),
  ]
  expect(goalsWaiting(goals, 'offered')).toEqual([
    { group: 'WG8', year: 2027, count: 1 },
    { group: 'WG7', year: 2026, count: 1 },
    { group: 'WG8', year: 2026, count: 2 },
  ])
  expect(goalsWaiting(goals, 'change-asked')).toEqual([{ group: 'WG8', year: 2027, count: 1 }])
})
