import { describe, expect, test } from 'vitest'
import type { Absence } from '../../../src/domain/absence/rules.ts'
import { decisionOf, factOf, isOwnersOwn, mayDecide } from '../../../src/domain/assignment/acting.ts'
import type { Owner } from '../../../src/domain/assignment/rules.ts'
import { isObserver, type Member, type Role } from '../../../src/domain/member/rules.ts'
import { membersHolding, standingOn } from '../../../src/domain/member/standing.ts'

const today = '2026-11-23'
const at = new Date('2026-11-23T04:00:00Z')
const member = (id: string, organisation: string | undefined, ...roles: Role[]): Member => ({
  id,
  names: { en: id },
  roles,
  ...(organisation !== undefined && { organisation }),
})
const members = [
  member('ann', 'cesi', { role: 'convenor', group: 'WG8' }),
  member('ben', 'cesi', { role: 'member', group: 'WG8' }),
  member('cat', 'lab', { role: 'representative' }),
  member('dan', 'lab', { role: 'member', group: 'WG8' }),
  member('eve', 'bank', { role: 'representative', group: 'WG9' }),
  member('fay', 'bank', { role: 'member', group: 'WG8' }),
  member('gus', 'cesi', { role: 'observer', group: 'WG8' }),
  member('hal', 'cesi', { role: 'secretariat' }),
  member('ida', 'tech', { role: 'representative', until: '2026-11-22' }),
  member('jay', 'tech', { role: 'observer' }, { role: 'member', group: 'WG9' }),
]
const owners: Record<string, Owner> = {
  ann: { kind: 'member', id: 'ann', names: {} },
  gus: { kind: 'member', id: 'gus', names: {} },
  cesi: { kind: 'organisation', id: 'cesi', names: {} },
  lab: { kind: 'organisation', id: 'lab', names: {} },
  bank: { kind: 'organisation', id: 'bank', names: {} },
  tech: { kind: 'organisation', id: 'tech', names: {} },
  WG8: { kind: 'group', id: 'WG8', names: {} },
}
const away = (who: string, standIn: string, from = '2026-11-20', until = '2026-11-27'): Absence => ({
  id: `${who}-${from}`,
  member: who,
  from,
  until,
  standIn,
})

function standing(id: string, absences: Absence[] = [], day = today) {
  const found = members.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return standingOn(found, { members, absences }, day)
}
const owns = (owner: string, absences: Absence[] = []) =>
  members
    .map(({ id }) => id)
    .filter((id) => {
      const owed = { owner: owners[owner] as Owner, group: 'WG8' }
      return isOwnersOwn(owed, standing(id, absences))
    })

describe('whoever may act as the owner', () => {
  test.each<[string, string[], Absence[]]>([
    ['ann', ['ann'], []],
    // Nobody can have given an observer anything; were it on record, it would still not be theirs to say.
    ['gus', [], []],
    // No representative: anybody of it, but observers.
    ['cesi', ['ann', 'ben', 'hal'], []],
    ['lab', ['cat'], []],
    // Represented in another group alone.
    ['bank', ['eve', 'fay'], []],
    // The representative's term is over; whoever is more than an observer acts for it.
    ['tech', ['ida', 'jay'], []],
    ['WG8', ['ann'], []],
    ['ann', ['ann', 'dan'], [away('ann', 'dan')]],
    ['WG8', ['ann', 'dan'], [away('ann', 'dan')]],
    ['lab', ['ann', 'cat'], [away('cat', 'ann')]],
    ['ann', ['ann'], [away('ann', 'dan', '2026-11-24')]],
    ['ann', ['ann'], [away('ann', 'gus')]],
    // A stand-in who is away stands in for nobody, and nobody stands in for a stand-in.
    ['ann', ['ann'], [away('ann', 'dan'), away('dan', 'eve')]],
  ])('of what %s owes: %j', (owner, who, absences) => {
    expect(owns(owner, absences)).toEqual(who)
  })
})

describe('a stand-in', () => {
  const absences = [away('ann', 'dan'), away('hal', 'ben')]

  test('leads the group on the days of the absence, and is named as whom', () => {
    expect(mayDecide({ group: 'WG8' }, standing('dan', absences))).toBe(true)
    expect(mayDecide({ group: 'WG9' }, standing('dan', absences))).toBe(false)
    expect(mayDecide({ group: 'WG8' }, standing('dan', absences, '2026-11-28'))).toBe(false)
    expect(decisionOf({ group: 'WG8' }, standing('dan', absences), at)).toEqual({
      at,
      by: 'dan',
      behalf: { kind: 'member', id: 'ann' },
    })
    expect(decisionOf({ group: 'WG8' }, standing('ann', absences), at)).toEqual({ at, by: 'ann' })
  })

  test('is on record as acting for the one who is away', () => {
    for (const owner of ['ann', 'WG8'])
      expect(factOf({ owner: owners[owner] as Owner, group: 'WG8' }, standing('dan', absences), at)).toEqual({
        at,
        by: 'dan',
        behalf: { kind: 'member', id: 'ann' },
      })
  })

  test('does not become the secretariat', () => {
    expect(mayDecide({ group: 'WG9' }, standing('ben', absences))).toBe(false)
  })

  test('is among those who hold the role, beside the one who is away', () => {
    const holding = (day: string) =>
      membersHolding({ role: 'convenor', group: 'WG8' }, { members, absences }, day).map(({ id }) => id)
    expect(holding(today)).toEqual(['ann', 'dan'])
    expect(holding('2026-11-28')).toEqual(['ann'])
  })
})

test('is an observer who is nothing else', () => {
  expect(members.filter(({ roles }) => isObserver(roles)).map(({ id }) => id)).toEqual(['gus'])
  expect(isObserver([])).toBe(false)
})
