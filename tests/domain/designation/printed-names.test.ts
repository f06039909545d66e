import { describe, expect, test } from 'vitest'
import { parseDesignation, printDesignation } from '../../../src/domain/designation/rules.ts'
import { noNames, printedNames } from './printed-names.ts'

describe.each(Object.entries(printedNames))('a printed name of the scheme %s', (scheme, names) => {
  test.each(names)('%s is read whole and printed back', (name) => {
    const parsed = parseDesignation(name)
    expect(parsed).toMatchObject({ kind: 'designation', designation: { scheme }, rest: '' })
    expect(parsed.kind === 'designation' && printDesignation(parsed.designation)).toBe(name)
  })
})

test.each(noNames)('%j is no designation', (text) => {
  expect(parseDesignation(text).kind).toBe('words')
})
