import { describe, expect, test } from 'vitest'
import { languages } from '../../src/domain/language/rules.ts'
import { offered } from '../../src/sandbox/blocks/elements.ts'
import { standardOptions } from '../../src/views/standard-options.ts'
import { largest } from './largest.ts'
import { realistic } from './realistic.ts'

describe.each(languages)('in %s', (language) => {
  test.each([
    ['realistic', realistic],
    ['the largest', largest],
  ])('Slack takes %s standards', (_name, { hits }) => {
    const faults: string[] = []
    const options = standardOptions(hits, language)
    offered({ options }, '', (message, at) => faults.push(`${at}: ${message}`))
    expect(faults).toEqual([])
    expect(options.map(({ value }) => value)).toEqual(hits.map(({ id }) => id))
  })
})

test('titles that begin alike are told apart by how they end', () => {
  const [hit] = realistic.hits
  if (hit === undefined) throw new Error('no hit')
  const said = (en: string) =>
    standardOptions([{ ...hit, designation: 'ISO/IEC 27001:2022', titles: { en } }], 'en')[0]?.text.text
  const family = 'Information security, cybersecurity and privacy protection'
  expect(said(`${family} - Information security management systems - Requirements`)).toBe(
    'ISO/IEC 27001:2022 …Information security management systems - Requirements',
  )
  expect(said(`${family}—Overview`)).toBe('ISO/IEC 27001:2022 …Overview')
  expect(said(family)).toBe(`ISO/IEC 27001:2022 ${family.slice(0, 55)}…`)
  expect(said('Non-repudiation — Part 1: General')).toBe(
    'ISO/IEC 27001:2022 Non-repudiation — Part 1: General',
  )
})

test('an option says what it is called and where it stands, on one line each', () => {
  const [hit] = realistic.hits
  if (hit === undefined) throw new Error('no hit')
  const [option] = standardOptions([{ ...hit, titles: { en: 'Two\nlines' } }], 'en')
  expect(option?.text).toEqual({ type: 'plain_text', text: `${hit.designation} Two lines`, emoji: false })
  expect(option?.description?.text).not.toBe('')
})
