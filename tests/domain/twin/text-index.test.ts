import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Designation, designationKey, printDesignation } from '../../../src/domain/designation/rules.ts'
import { firstDigits } from '../../../src/domain/twin/text-index.ts'
import { designations } from '../designation/arbitraries.ts'

const identity = [
  'prefix',
  'number',
  'part',
  'name',
  'group',
  'series',
  'nature',
  'body',
  'sequence',
  'letter',
  'type',
  'supplements',
]

/** The names of two texts crossed: the identity of one in the dress of the other. */
function crossed(one: Designation, other: Designation): Designation {
  const own = Object.entries(one).filter(([key]) => identity.includes(key))
  const dress = Object.entries(other).filter(([key]) => !identity.includes(key))
  return Object.fromEntries([...dress, ...own]) as Designation
}

describe.each(Object.entries(designations))('%s', (_scheme, arbitrary) => {
  test('all names of one text have the same first digits', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (one, other) => {
        const same = crossed(one, other)
        fc.pre(designationKey(same) === designationKey(one))
        expect(firstDigits(printDesignation(same))).toBe(firstDigits(printDesignation(one)))
      }),
    )
  })
})

test.each([
  ['ISO/IEC 27001:2022', '27001'],
  ['ISO/HL7 10781:2015', '10781'],
  ['GM/T 0043-2015', '43'],
  ['TC260-003', '3'],
  ['DB11/T 1234-2020', '1234'],
  ['20230253-T-469', '20230253'],
  ['draft-ietf-tls-rfc8446bis-09', ''],
  ['a paper', ''],
])('%s has %j', (name, digits) => {
  expect(firstDigits(name)).toBe(digits)
})
