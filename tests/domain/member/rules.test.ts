import { expect, test } from 'vitest'
import { isSecretariat, leadsGroup, type Role, rolesOn } from '../../../src/domain/member/rules.ts'

test.each([
  [{}, true],
  [{ from: '2026-11-23' }, true],
  [{ from: '2026-11-24' }, false],
  [{ until: '2026-11-23' }, true],
  [{ until: '2026-11-22' }, false],
  [{ from: '2026-01-01', until: '2026-12-31' }, true],
  [{ from: '2026-12-01', until: '2026-01-01' }, false],
])('a role with %o is held on 23 November 2026: %s', (days, held) => {
  const role: Role = { role: 'convenor', group: 'WG8', ...days }
  expect(rolesOn({ roles: [role] }, '2026-11-23')).toStrictEqual(held ? [role] : [])
})

test.each([
  ['secretariat', true, false],
  ['secretary-general', true, false],
  ['chair', false, false],
  ['vice-chair', false, false],
  ['convenor', false, true],
  ['deputy', false, true],
  ['member', false, false],
] as const)('a %s', (role, secretariat, leads) => {
  const roles: Role[] = [{ role, group: 'WG8' }]
  expect(isSecretariat(roles)).toBe(secretariat)
  expect(leadsGroup(roles, 'WG8')).toBe(leads)
  expect(leadsGroup(roles, 'WG9')).toBe(false)
})

test('nobody has no role', () => {
  expect(isSecretariat([])).toBe(false)
  expect(leadsGroup([], 'WG8')).toBe(false)
})
