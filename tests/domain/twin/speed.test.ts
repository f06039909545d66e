import { expect, test } from 'vitest'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { isNear, numbersOf, twinLinks } from '../../../src/domain/twin/links.ts'
import { type TwinName, twinName } from '../../../src/domain/twin/twin-name.ts'
import { iso, national } from './records.ts'

/** Machines differ, and this one may be busy. */
const patience = 5

/** Milliseconds of processor time: the least of three goes, since what else the machine does only adds to it. */
function costMs(work: () => unknown): number {
  const goes = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...goes)
}

const pairs = 50_000
/** A hundred thousand records, of which every fortieth has a twin. */
const standards: Standard[] = Array.from({ length: pairs }, (_, at) => {
  const number = 10_000 + at
  const one = national(`GB/T ${number}-2016`, '60', ['identical', `ISO/IEC ${number}:2013`])
  const other = iso(`ISO/IEC ${number}:2020`, '60.60', { replaces: [`ISO/IEC ${number}:2013`] })
  return [at % 20 === 0 ? one : { ...one, twins: [] }, other]
}).flat()

const names = new Map<string, TwinName>()
function read(text: string): TwinName {
  const known = names.get(text) ?? twinName(text)
  names.set(text, known)
  return known
}

function link() {
  const numbers = new Set(standards.flatMap(numbersOf))
  const near = standards.filter((standard) => isNear(standard, numbers))
  return { near, links: twinLinks(near, read) }
}

test('the twins among a hundred thousand standards are linked in half a second, and again in a fifth of one', () => {
  expect(
    costMs(() => {
      names.clear()
      link()
    }),
  ).toBeLessThan(500 * patience)
  const { near, links } = link()
  expect(near).toHaveLength(5_000)
  expect(links.all).toHaveLength(2_500)
  expect(costMs(() => twinLinks(near, read))).toBeLessThan(200 * patience)
})

test('a card finds its twins without looking at others', () => {
  const { links } = link()
  expect(costMs(() => standards.slice(0, 20_000).forEach(({ id }) => void links.of(id)))).toBeLessThan(
    20 * patience,
  )
})
