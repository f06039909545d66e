import { describe, expect, test } from 'vitest'
import { stageSystem } from '../../../src/domain/stage/system.ts'

const gb = stageSystem('gb')
const iso = stageSystem('iso')
const cen = stageSystem('cen')
const ietf = stageSystem('ietf')
const systems = [
  ['gb', gb],
  ['iso', iso],
  ['cen', cen],
  ['ietf', ietf],
] as const
/** Of the IETF a dead draft may be taken up again, and neither an RFC nor a paper for information goes anywhere. */
const numbered = systems.slice(0, 3)

describe('the tables', () => {
  test('hold the nine stages of GB/T 16733', () => {
    expect(gb.codes).toEqual(['00', '10', '20', '30', '40', '50', '60', '90', '95'])
    expect(gb.codes.map((code) => gb.name(code, 'zh-CN'))).toEqual([
      '预阶段',
      '立项阶段',
      '起草阶段',
      '征求意见阶段',
      '审查阶段',
      '批准阶段',
      '出版阶段',
      '复审阶段',
      '废止阶段',
    ])
  })

  test('hold the 46 harmonized codes of ISO, phase by phase', () => {
    const byPhase = new Map<string, string[]>()
    for (const code of iso.codes)
      byPhase.set(iso.phase(code), [...(byPhase.get(iso.phase(code)) ?? []), code.slice(3)])
    expect(Object.fromEntries(byPhase)).toEqual({
      '00': ['00', '20', '60', '98', '99'],
      '10': ['00', '20', '60', '92', '98', '99'],
      '20': ['00', '20', '60', '98', '99'],
      '30': ['00', '20', '60', '92', '98', '99'],
      '40': ['00', '20', '60', '92', '93', '98', '99'],
      '50': ['00', '20', '60', '92', '98', '99'],
      '60': ['00', '60'],
      '90': ['20', '60', '92', '93', '99'],
      '95': ['20', '60', '92', '99'],
    })
  })

  test('hold what CEN publishes of a European Standard', () => {
    expect(cen.codes.join(' ')).toBe(
      '00.60 10.98 10.99 20.60 30.99 40.20 40.60 45.99 50.20 50.60 60.55 60.60 65.31 65.51 65.62 90.00 90.92 90.93 90.98 99.60',
    )
  })

  test('hold the states of RFC 6174 in their order, and what the IESG makes of a draft', () => {
    const wg = 'c-adopt adopt-wg info wg-doc parked dead wg-lc chair-w writeupw sub-pub'.split(' ')
    expect(wg.filter((slug) => !ietf.has(slug))).toEqual([])
    expect(ietf.name('wg-lc', 'en')).toBe('Working group last call — In WG Last Call')
    expect(ietf.name('writeupw', 'en')).toContain('WG Consensus: Waiting for Write-Up')
    expect(ietf.step('iesg-writeupw', 'en')).toBe('Waiting for Writeup')
    const way = ['wg-cand']
    for (const at of way) way.push(...ietf.next(at).slice(0, 1))
    expect(way.join(' ')).toBe(
      'wg-cand c-adopt adopt-wg wg-doc wg-lc writeupw sub-pub pub-req ad-eval lc-req lc iesg-writeupw goaheadw iesg-eva approved ann rfcqueue pub',
    )
  })

  test.each(systems)('of %s name every stage in both languages, and differently', (_name, system) => {
    const english = system.codes.map((code) => system.name(code, 'en'))
    const chinese = system.codes.map((code) => system.name(code, 'zh-CN'))
    expect(english.filter((name) => !/^[\x20-\x7e—]+$/.test(name))).toEqual([])
    expect(chinese.filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([])
    expect(new Set(english).size).toBe(system.codes.length)
    expect(new Set(chinese).size).toBe(system.codes.length)
  })

  test.each(systems)('of %s lead from every stage to stages, and are one thing each', (_name, system) => {
    for (const code of system.codes) {
      const led = [...system.next(code), ...system.fast(code)]
      expect(led.filter((next) => !system.has(next))).toEqual([])
      expect(
        [system.isDraft(code), system.isPublished(code), system.isClosed(code)].filter(Boolean),
      ).toHaveLength(1)
    }
  })

  test.each(numbered)('of %s end where they are closed, and nowhere else', (_name, system) => {
    for (const code of system.codes) expect(system.next(code).length === 0).toBe(system.isClosed(code))
  })

  test.each(systems)('of %s reach publication and withdrawal from the first stage', (_name, system) => {
    const reached = new Set(system.codes.slice(0, 1))
    for (const code of reached) for (const next of system.next(code)) reached.add(next)
    expect([...reached].sort()).toEqual([...system.codes].sort())
  })
})

describe('a stage', () => {
  test('is told with its phase', () => {
    expect(gb.name('30', 'en')).toBe('Public comment stage')
    expect(iso.name('40.20', 'en')).toBe('Enquiry stage — DIS ballot initiated: 12 weeks')
    expect(iso.name('40.20', 'zh-CN')).toBe('征询意见阶段：DIS 投票开始（12 周）')
    expect(iso.step('40.20', 'en')).toBe('DIS ballot initiated: 12 weeks')
    expect(iso.phaseName('40.20', 'en')).toBe('Enquiry stage')
  })

  test('may be skipped by the fast procedure', () => {
    expect([gb.next('10'), gb.fast('10')]).toEqual([['20'], ['30', '40']])
    expect(iso.next('20.99')).toContain('40.00')
  })

  test.each([
    ['60.00', 'draft'],
    ['60.60', 'published'],
    ['90.92', 'published'],
    ['95.20', 'published'],
    ['95.99', 'closed'],
    ['30.98', 'closed'],
    ['50.99', 'draft'],
  ])('%s is %s', (code, state) => {
    expect([iso.isDraft(code), iso.isPublished(code), iso.isClosed(code)]).toEqual([
      state === 'draft',
      state === 'published',
      state === 'closed',
    ])
  })

  test.each(['', '45', '30.2', '30.93', '3000', '__proto__'])(
    '%j is none, and questions about it are refused',
    (code) => {
      expect(iso.has(code)).toBe(false)
      expect(gb.has(code)).toBe(false)
      expect(() => iso.name(code, 'en')).toThrow(RangeError)
      expect(() => gb.rank(code)).toThrow(RangeError)
    },
  )
})

describe('a stage is meant by', () => {
  test.each([
    ['gb', '30', '30'],
    ['gb', '征求意见', '30'],
    ['gb', '征求意见阶段', '30'],
    ['gb', 'public comment stage', '30'],
    ['iso', '40.20', '40.20'],
    ['iso', '4020', '40.20'],
    ['iso', '４０．２０', '40.20'],
    ['cen', '6055', '60.55'],
    ['ietf', 'WG-LC', 'wg-lc'],
    ['ietf', 'In WG Last Call', 'wg-lc'],
    ['ietf', 'dead', 'dead'],
    ['iso', 'Project deleted', undefined],
    ['iso', 'Close of voting', undefined],
    ['iso', '40', undefined],
    ['gb', '', undefined],
    ['gb', '__proto__', undefined],
  ] as const)('of %s: %j', (system, text, code) => {
    expect(stageSystem(system).read(text)).toBe(code)
  })

  test.each([
    ['gb', '30', '30', true],
    ['iso', '30.60', '30', true],
    ['iso', '30.60', '30.60', true],
    ['iso', '30.60', '30.20', false],
    ['iso', '30.60', '3', false],
    ['cen', '45.99', '45', true],
    ['ietf', 'lc', 'IESG', true],
    ['ietf', 'wg-lc', 'lc', false],
  ] as const)('of %s: %s matches %j, %j', (system, code, wanted, does) => {
    expect(stageSystem(system).matches(code, wanted)).toBe(does)
  })
})

describe('the rank', () => {
  test('puts live drafts by their stage, publication above them, what is closed below', () => {
    const inOrder = ['40.98', '95.99', '00.00', '20.20', '30.60', '40.20', '40.99', '50.20', '60.00', '60.60']
    expect([...inOrder].reverse().sort((a, b) => iso.rank(a) - iso.rank(b))).toEqual(inOrder)
  })

  test('leaves editions that are out to the year, and has one scale for both systems', () => {
    expect(new Set(['60.60', '90.20', '90.93', '95.20'].map(iso.rank)).size).toBe(1)
    expect(gb.rank('60')).toBe(iso.rank('60.60'))
    expect(gb.rank('40')).toBe(iso.rank('40.00'))
    expect(cen.rank('40.20')).toBe(iso.rank('40.20'))
    expect(iso.rank('30.00')).toBeLessThan(ietf.rank('writeupw'))
    expect([cen.rank('99.60'), ietf.rank('dead')]).toEqual([iso.rank('95.99'), iso.rank('30.98')])
  })
})
