import { describe, expect, test } from 'vitest'
import { groupFinder, isActive } from '../../../src/domain/working-group/rules.ts'

test.each([
  [{}, true],
  [{ from: '2026' }, true],
  [{ from: '2027' }, false],
  [{ from: '2026-11' }, true],
  [{ from: '2026-12' }, false],
  [{ from: '2026-11-23' }, true],
  [{ from: '2026-11-24' }, false],
  [{ until: '2026' }, true],
  [{ until: '2025' }, false],
  [{ until: '2026-11' }, true],
  [{ until: '2026-10' }, false],
  [{ until: '2026-11-23' }, true],
  [{ until: '2026-11-22' }, false],
  [{ from: '2026', until: '2026' }, true],
  [{ from: '2025-12-31', until: '2026-11' }, true],
])('a group with %o exists on 23 November 2026: %s', (group, active) => {
  expect(isActive(group, '2026-11-23')).toBe(active)
})

describe('a group is known by its code', () => {
  const groups = ['WG1', 'WG8', 'WG10', 'SWG-ETS', 'SG1'].map((code) => ({ code, names: {} }))

  test.each([
    ['WG8', 'WG8'],
    ['wg8', 'WG8'],
    ['WG 8', 'WG8'],
    ['wg-8', 'WG8'],
    ['WG_8', 'WG8'],
    ['ＷＧ８', 'WG8'],
    ['WG—8', 'WG8'],
    ['WG–8', 'WG8'],
    ['WG‑8', 'WG8'],
    ['  Wg8 ', 'WG8'],
    ['SWGETS', 'SWG-ETS'],
    ['swg ets', 'SWG-ETS'],
    ['SWG－ETS', 'SWG-ETS'],
    ['wg10', 'WG10'],
    ['WG 1', 'WG1'],
    ['sg1', 'SG1'],
    ['WG08', undefined],
    ['WG', undefined],
    ['8', undefined],
    ['', undefined],
    ['WG8 WG10', undefined],
  ])('%j means %s', (text, code) => {
    expect(groupFinder(groups)(text)?.code).toBe(code)
  })
})

describe('a group is known by its name', () => {
  const groups = [
    { code: 'WG5', names: { en: 'Cybersecurity Assessment', zh: '网络安全评估工作组' } },
    { code: 'WG7', names: { en: 'Network Security Management', zh: '网络安全管理工作组' } },
    { code: 'WG8', names: { en: 'Data Security', zh: '数据安全工作组' } },
    { code: 'WG12', names: { en: 'Data Security Assessment' } },
    { code: 'SG1', names: { en: 'International Cybersecurity Standardization' } },
  ]

  test.each([
    ['数据安全工作组', 'WG8'],
    ['数据安全', 'WG8'],
    ['数据', 'WG8'],
    ['data security', 'WG8'],
    ['international', 'SG1'],
    ['Network Security', 'WG7'],
    // More than one group, or too little to say which.
    ['网络安全', undefined],
    ['Assessment', undefined],
    ['数', undefined],
    ['data', undefined],
    ['sec', undefined],
    ['marketing', undefined],
  ])('%j means %s', (text, code) => {
    expect(groupFinder(groups)(text)?.code).toBe(code)
  })
})

test('two thousand groups are looked through soon for as many words as anybody types', () => {
  const groups = Array.from({ length: 2_000 }, (_, i) => ({
    code: `WG${i}`,
    names: { en: `Data security group ${i}`, zh: `数据安全第${i}工作组` },
  }))
  const before = process.cpuUsage()
  const find = groupFinder(groups)
  for (let i = 0; i < 80; i++) find(`nobody’s group ${i}`)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000).toBeLessThan(500)
})
