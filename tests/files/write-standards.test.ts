import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stageSystem } from '../../src/domain/stage/system.ts'
import { planImport } from '../../src/domain/standard/importing/plan-import.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import { readStandards } from '../../src/files/read-standards.ts'
import { standardsCsv, standardsJson } from '../../src/files/write-standards.ts'
import { known } from './known-records.ts'

function importedInto(records: readonly Standard[], text: string, name: string) {
  const read = readStandards(Buffer.from(text), name, known)
  if (!read.ok) throw new Error(read.refusal.kind)
  expect(read.value.faults).toEqual([])
  // A day of no record's, and after all of theirs, as an export is.
  return planImport({ ...read.value, defaults: { asOf: '2026-01-01', source: 'nobody' } }, records)
}

/** Texts that spreadsheets, CSV and lists stumble over. */
const awkward = fc
  .array(
    fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '|', '\\', '＝', '数据', '🙂', 'a', ' ', 'x1'),
    {
      minLength: 1,
      maxLength: 10,
    },
  )
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => /[a-z数]/.test(text))
const partial = fc.constantFrom('2019', '2024-05', '2024-05-31')
/** A cell that says so is empty: nobody calls anything by it. */
const saysNothing = /^(?:na|null|none|nil|tbd|nan)$/
const id = fc
  .stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/)
  .filter((text) => /[a-z0-9]/.test(text) && !saysNothing.test(text))
const name = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }).map((n) => `GB/T ${n}-2020`),
  fc.integer({ min: 1, max: 99_999 }).map((n) => `ISO/IEC DIS ${n}`),
  awkward.map((text) => `x ${text}`.trim()),
)
const standard: fc.Arbitrary<Standard> = fc.constantFrom('gb' as const, 'iso' as const).chain((stages) =>
  fc
    .record(
      {
        id,
        designation: name,
        titles: fc.record({ zh: awkward.map((text) => `数${text}`), en: awkward }, { requiredKeys: ['zh'] }),
        stages: fc.constant(stages),
        stage: fc.constantFrom(...stageSystem(stages).codes),
        asOf: partial,
        source: awkward,
        otherNames: fc.uniqueArray(name, { maxLength: 3 }),
        replaces: fc.uniqueArray(name, { maxLength: 3 }),
        topics: fc.uniqueArray(id, { maxLength: 3 }),
        twins: fc.array(
          fc.record({
            designation: fc.integer({ min: 1, max: 999 }).map((n) => `ISO/IEC ${n}:2022`),
            relation: fc.constantFrom(
              'identical' as const,
              'modified' as const,
              'based-on' as const,
              'contributes-to' as const,
            ),
          }),
          { maxLength: 3 },
        ),
        history: fc
          .array(fc.record({ stage: fc.constantFrom(...stageSystem(stages).codes), on: partial }), {
            maxLength: 3,
          })
          .map((all) => all.sort((a, b) => (a.on < b.on ? -1 : 1))),
        stageSince: partial,
        project: fc.stringMatching(/^[1-9]\d{1,7}$/),
        plannedOn: partial,
        effectiveOn: partial,
        targetOn: fc.constant('2026-12-01'),
        fast: fc.constant(true),
        group: fc.constantFrom('WG8', 'SWG-ETS'),
        lead: fc.constant('cesi'),
        url: fc.constantFrom('https://example.org/a?b=c', 'http://example.org/数据'),
      },
      {
        requiredKeys: [
          ...(['id', 'designation', 'titles', 'stages', 'stage', 'asOf', 'source'] as const),
          ...(['otherNames', 'replaces', 'topics', 'twins', 'history'] as const),
        ],
      },
    )
    .map((one) => {
      const isOther = (name: string) => name.toUpperCase() !== one.designation.toUpperCase()
      return { ...one, otherNames: one.otherNames.filter(isOther), replaces: one.replaces.filter(isOther) }
    }),
)
/** Names that no two records share, as a file tells records apart by them. */
const standards = fc.uniqueArray(standard, { maxLength: 6, selector: (one) => one.id }).filter((all) => {
  const names = all
    .flatMap(({ designation, otherNames }) => [designation, ...otherNames])
    .map((text) => text.toUpperCase())
  return new Set(names).size === names.length
})

describe.each([
  ['csv', standardsCsv],
  ['json', standardsJson],
] as const)('an export as %s', (format, write) => {
  test('is read back to the same records, and changes nothing where they are', () => {
    fc.assert(
      fc.property(standards, (all) => {
        if (all.length === 0) return
        const text = write(all)
        const fresh = importedInto([], text, `all.${format}`)
        expect(fresh.added.map(({ standard }) => standard)).toEqual(all)
        expect(write(fresh.added.map(({ standard }) => standard))).toBe(text)
        expect(importedInto(all, text, `all.${format}`)).toMatchObject({
          added: [],
          changed: [],
          unchanged: all.length,
          absent: [],
        })
      }),
      { numRuns: 60 },
    )
  })
})

test('no cell of a CSV export is a formula, and spreadsheets know its encoding', () => {
  fc.assert(
    fc.property(standards, (all) => {
      const text = standardsCsv(all)
      expect(text.startsWith('\ufeff')).toBe(true)
      for (const cell of (parse(text, { bom: true }) as string[][]).flat())
        expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    }),
  )
})
