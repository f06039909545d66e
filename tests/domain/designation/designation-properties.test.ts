import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cleanDesignation,
  compareDesignations,
  type Designation,
  designationKey,
  parseDesignation,
  printDesignation,
  sameText,
} from '../../../src/domain/designation/rules.ts'
import { anyDesignation, designations, disguised, fragments, respellings } from './arbitraries.ts'

const isRead = (designation: Designation) => ({ kind: 'designation', designation, rest: '' })

describe.each(Object.entries(designations))('%s', (_scheme, arbitrary) => {
  test('what is printed is read as it was', () => {
    fc.assert(
      fc.property(
        arbitrary,
        (one) => void expect(parseDesignation(printDesignation(one))).toEqual(isRead(one)),
      ),
    )
  })

  test('case, dashes, slashes, spaces and width change nothing', () => {
    const dressed = arbitrary.chain((one) => disguised(printDesignation(one)).map((text) => ({ one, text })))
    fc.assert(
      fc.property(dressed, ({ one, text }) => void expect(parseDesignation(text)).toEqual(isRead(one))),
    )
  })
})

test.each(Object.entries(respellings))('%s changes nothing', (_way, respell) => {
  fc.assert(
    fc.property(anyDesignation, (one) => {
      expect(parseDesignation(respell(printDesignation(one)))).toMatchObject({ designation: one })
    }),
  )
})

describe('a text that is nearly a name', () => {
  const text = fc
    .array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 10 })
    .map((all) => all.join(''))

  test('prints what it is read as in a way that is read alike', () => {
    fc.assert(
      fc.property(text, (nearly) => {
        const parsed = parseDesignation(nearly)
        if (parsed.kind !== 'designation') return
        expect(parseDesignation(printDesignation(parsed.designation))).toEqual(isRead(parsed.designation))
      }),
      { numRuns: 20_000 },
    )
  })

  test('gives readings that print differently where it is ambiguous', () => {
    fc.assert(
      fc.property(text, (nearly) => {
        const parsed = parseDesignation(nearly)
        if (parsed.kind !== 'ambiguous') return
        const printed = parsed.readings.map(printDesignation)
        expect(new Set(printed).size).toBe(printed.length)
        for (const [at, one] of printed.entries()) {
          const again = parseDesignation(one)
          if (again.kind === 'designation') expect(again.designation).toEqual(parsed.readings[at])
          else expect(again.kind).toBe('ambiguous')
        }
      }),
      { numRuns: 5_000 },
    )
  })
})

test('a name cut anywhere, or with anything before or behind, is read without a fault', () => {
  const cut = fc.tuple(anyDesignation, fc.nat(), fc.string({ unit: 'binary', maxLength: 8 }), fc.boolean())
  fc.assert(
    fc.property(cut, ([one, at, noise, before]) => {
      const name = printDesignation(one)
      const piece = name.slice(0, at % (name.length + 1))
      const { kind } = parseDesignation(before ? `${noise}${piece}` : `${piece}${noise}`)
      expect(['designation', 'ambiguous', 'words']).toContain(kind)
    }),
    { numRuns: 2_000 },
  )
})

describe('comparing', () => {
  test('is a total order that tells apart whatever prints differently', () => {
    fc.assert(
      fc.property(anyDesignation, anyDesignation, anyDesignation, (a, b, c) => {
        expect(Math.sign(compareDesignations(a, b))).toBe(-Math.sign(compareDesignations(b, a)) + 0)
        expect(compareDesignations(a, b) === 0).toBe(printDesignation(a) === printDesignation(b))
        const [x, y, z] = [a, b, c].sort(compareDesignations)
        if (x && y && z) expect(compareDesignations(x, z)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('cleaning', () => {
  test('twice is once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = cleanDesignation(text)
        expect(cleanDesignation(once)).toBe(once)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the key of a text', () => {
  const keyed = (text: string) => {
    const parsed = parseDesignation(text)
    if (parsed.kind !== 'designation') throw new Error(`${text} is no designation`)
    return parsed.designation
  }

  test.each([
    ['GB/T 22239-2019', 'GB/T 22239-2008'],
    ['GB/T 22239', 'gbt22239-2019'],
    ['GM/T 0043-2015', 'GM/T 43'],
    ['TC260-TR-005-2026', 'TC260-TR-005'],
    ['ISO/IEC CD 27017.2', 'ISO/IEC 27017:2015'],
    ['ISO/IEC 27001:2022(E)', 'ISO 27001'],
    ['ISO/IEC TR 27103:2018', 'ISO/IEC DTS 27103'],
    ['ISO/IEC 11770-3:2021/FDAM 1', 'ISO/IEC 11770-3:2021/Amd 1'],
    ['prEN 18031-1', 'EN 18031-1:2024'],
    ['ETSI EN 303 645 V2.1.1', 'EN 303 645 V3.1.3'],
    ['draft-ietf-mls-pq-ciphersuites-06', 'draft-ietf-mls-pq-ciphersuites'],
    ['GB/T 5606 (all parts)', 'GB/T 5606'],
    ['IEC 60529:1989+AMD1:1999 CSV', 'IEC 60529:2013'],
    ['IEC 62443-2-1 ED2', 'IEC 62443-2-1'],
    ['ISO/R 657', 'ISO 657'],
    ['ISO/DGuide 84', 'ISO Guide 84'],
    ['HD 629.1 S3:2024', 'HD 629.1 S2'],
    ['ETSI ETS 300 433 ed.1', 'ETSI ETS 300 433 ed.2'],
  ])('is one for %s and %s', (a, b) => {
    expect(designationKey(keyed(a))).toBe(designationKey(keyed(b)))
    expect(sameText(keyed(a), keyed(b))).toBe(true)
  })

  test.each([
    ['GB/T 22239', 'GB 22239'],
    ['GB/T 33133.1', 'GB/T 33133.2'],
    ['GB/T 33133', 'GB/T 33133.1'],
    ['ISO/IEC 27001', 'EN ISO/IEC 27001'],
    ['ISO Guide 73', 'ISO 73'],
    ['ISO/IEC 10116:2017/Amd 1', 'ISO/IEC 10116:2017'],
    ['ISO/IEC 10116:2017/Amd 1', 'ISO/IEC 10116:2006/Amd 1'],
    ['ISO/IEC 10116:2017/Amd 1', 'ISO/IEC 10116:2017/Cor 1'],
    ['ETSI EN 303 645', 'ETSI TS 303 645'],
    ['20230253-T-469', '20230253-Q-469'],
    ['TC260-003', 'TC260-TR-003'],
    ['IEC 60601-1:2005/AMD1:2012', 'IEC 60601-1:2005+AMD1:2012'],
    ['CISPR 11', 'IEC 11'],
    ['ISO/DGuide 84', 'ISO/DIS 84'],
    ['HD 384.7.711', 'EN 384'],
    ['ETSI ETS 300 433', 'ETSI ETS 300 433/A2'],
  ])('keeps apart %s and %s', (a, b) => {
    expect(sameText(keyed(a), keyed(b))).toBe(false)
  })

  test('a list is put in the order in which it is printed', () => {
    const inOrder = [
      'GB 17859-1999',
      'GB/T 9387-1988',
      'GB/T 22239-2008',
      'GB/T 22239-2019',
      'GB/T 33133.2-2021',
      'GB/T 33133.10-2021',
      '20230253-T-469',
      'TC260-003',
      'ISO/IEC 10116:1997',
      'ISO/IEC 10116:2017',
      'ISO/IEC CD 10116',
      'ISO/IEC CD 10116.2',
      'ISO/IEC DIS 10116',
      'ISO/IEC 10116:2017/Amd 1:2021',
      'ISO/IEC 27001:2022',
      'EN 17640:2022',
      'ETSI EN 303 645',
      'RFC 9420',
    ].map(keyed)
    const shuffled = [...inOrder].reverse()
    expect(shuffled.sort(compareDesignations).map(printDesignation)).toEqual(inOrder.map(printDesignation))
  })
})
