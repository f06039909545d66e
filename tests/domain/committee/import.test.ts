import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRecords, joinReports } from '../../../src/domain/committee/import.ts'

type Row = { id: string; text: string }
const idOf = ({ id }: Row) => id
const row = (id: string, text = ''): Row => ({ id, text })

test('tells what is new, changed, the same, and no longer in the file', () => {
  const onRecord = [row('a'), row('b', 'old'), row('c')]
  const inFile = [row('b', 'new'), row('a'), row('d')]
  expect(compareRecords(onRecord, inFile, idOf)).toStrictEqual({
    added: ['d'],
    changed: ['b'],
    unchanged: 1,
    left: [],
    absent: ['c'],
    kept: [],
    write: [row('d'), row('b', 'new')],
  })
})

test('asks `same` what counts as a change', () => {
  const compared = compareRecords([row('a', 'x')], [row('a', 'X')], idOf, (recorded, given) => {
    return recorded.text.toLowerCase() === given.text.toLowerCase()
  })
  expect(compared).toMatchObject({ changed: [], unchanged: 1, write: [] })
})

test('every record of the file is counted once, and writing what is to be written leaves nothing to write', () => {
  const rows = fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...'abcdefgh'), text: fc.constantFrom('x', 'y') }),
    {
      selector: idOf,
    },
  )
  fc.assert(
    fc.property(rows, rows, (onRecord, inFile) => {
      const { added, changed, unchanged, absent, write } = compareRecords(onRecord, inFile, idOf)
      expect(added.length + changed.length + unchanged).toBe(inFile.length)
      const written = new Map([...onRecord, ...write].map((each) => [each.id, each]))
      const again = compareRecords([...written.values()], inFile, idOf)
      expect(again).toMatchObject({ added: [], changed: [], absent, unchanged: inFile.length, write: [] })
    }),
  )
})

test('reports are joined in their order', () => {
  const left = [{ id: 'p', fields: ['owner' as const] }]
  const one = { added: ['a'], changed: [], unchanged: 2, left: [], absent: ['x'], kept: [] }
  const two = { added: ['b'], changed: ['c'], unchanged: 3, left, absent: [], kept: ['k'] }
  expect(joinReports([one, two])).toStrictEqual({
    added: ['a', 'b'],
    changed: ['c'],
    unchanged: 5,
    left,
    absent: ['x'],
    kept: ['k'],
  })
})
