import { describe, expect, test } from 'vitest'
import { decideFinished, type Finisher, mayFinish } from '../../../src/domain/assignment/finishing.ts'
import type { Assignment, Owner } from '../../../src/domain/assignment/rules.ts'
import type { RoleName } from '../../../src/domain/member/rules.ts'

const today = '2026-11-23'
const names = { en: 'Somebody' }
const owners: Record<string, Owner> = {
  person: { kind: 'member', id: 'jasmine', names },
  organisation: { kind: 'organisation', id: 'cesi', names },
  group: { kind: 'group', id: 'WG8', names },
  'other group': { kind: 'group', id: 'WG5', names },
}

function owed(owner: string): Assignment {
  const found = owners[owner]
  if (found === undefined) throw new Error(owner)
  return {
    id: 'a',
    titles: names,
    group: 'WG8',
    owner: found,
    state: 'open',
    standards: [],
    goals: [],
    items: [],
  }
}

function somebody(id: string, organisation?: string, role?: RoleName, group?: string): Finisher {
  return {
    id,
    ...(organisation !== undefined && { organisation }),
    roles: role === undefined ? [] : [{ role, ...(group !== undefined && { group }) }],
  }
}

const people: Record<string, Finisher> = {
  'the owner': somebody('jasmine', undefined, 'member', 'WG8'),
  'a member of the group': somebody('chestnut', undefined, 'member', 'WG8'),
  'a member of the organisation': somebody('reed', 'cesi'),
  'a member of another': somebody('reed', 'other'),
  'the convenor': somebody('lotus', undefined, 'convenor', 'WG8'),
  'a deputy': somebody('oriole', undefined, 'deputy', 'WG8'),
  'another convenor': somebody('cedar', undefined, 'convenor', 'WG5'),
  'the secretariat': somebody('pine', undefined, 'secretariat'),
  'the secretary-general': somebody('begonia', undefined, 'secretary-general'),
  'the chair': somebody('magnolia', undefined, 'chair'),
  nobody: somebody('x'),
}
const always = ['the convenor', 'a deputy', 'the secretariat', 'the secretary-general']
const may: Record<string, string[]> = {
  person: ['the owner', ...always],
  organisation: ['a member of the organisation', ...always],
  group: always,
  'other group': ['another convenor', ...always],
}

describe.each(Object.keys(owners))('what a %s owes', (owner) => {
  test.each(Object.entries(people))('may be settled, or not, by %s', (name, who) => {
    const isAllowed = may[owner]?.includes(name) === true
    expect(mayFinish(owed(owner), who)).toBe(isAllowed)
    expect(decideFinished(owed(owner), { on: today }, who, today)).toMatchObject(
      isAllowed
        ? { ok: true, assignment: { state: 'done', doneOn: today } }
        : { ok: false, why: 'not-yours' },
    )
  })

  test('may be settled by the operator', () => {
    const evidence = 'https://example.org'
    const done = decideFinished(owed(owner), { on: '2026-11-01', evidence }, undefined, today)
    expect(done).toMatchObject({ ok: true, assignment: { doneOn: '2026-11-01', evidence } })
  })
})

test('what is done or withdrawn is not done again, and nothing is done tomorrow', () => {
  for (const state of ['done', 'withdrawn'] as const) {
    const assignment: Assignment = { ...owed('person'), state }
    expect(decideFinished(assignment, { on: today }, people['the owner'], today)).toStrictEqual({
      ok: false,
      why: 'not-open',
      assignment,
    })
  }
  expect(decideFinished(owed('person'), { on: '2026-11-24' }, people['the owner'], today)).toStrictEqual({
    ok: false,
    why: 'day-ahead',
    on: '2026-11-24',
  })
})
