// What finding costs at 1,000, 10,000 and 100,000 records: npm run -s bench:finding [count …]
import { parseArgs } from 'node:util'
import { createFinder } from '../../src/domain/finding/finder.ts'
import { listStandards } from '../../src/domain/standard/list.ts'
import type { ListQuery } from '../../src/domain/standard/list-query.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import { manyStandards } from '../domain/finding/many-standards.ts'

const today = '2026-11-23'
const rounds = 100

/** A query of each kind about the standard at hand. */
const kinds: Record<string, (one: Standard) => string> = {
  designation: ({ designation }) => designation,
  'designation, undated': ({ designation }) => designation.replace(/[-:](?:19|20)\d{2}$/, ''),
  'designation, unknown': () => 'GB/T 7777777',
  'number with a slip': ({ designation }) => `GB/T 9${/\d{4}/.exec(designation)?.[0] ?? '1234'}`,
  'whole title': ({ titles }) => titles.zh ?? titles.en ?? '',
  'words zh': ({ titles }) => (titles.zh ?? '数据 安全 要求').split(' ').at(-1)?.slice(0, 6) ?? '',
  'words en': ({ titles }) => titles.en?.split(/[—\s]/).slice(3, 6).join(' ') ?? 'data',
  'common words': () => 'information security technical requirements',
  'common words zh': () => '数据安全 技术要求',
  'wrong character': ({ titles }) =>
    (titles.zh ?? '数据分类分级要求').split(' ').at(-1)?.slice(0, 6).replace(/^(.)./, '$1是') ?? '',
  'misspelt en': ({ titles }) =>
    titles.en
      ?.split(/[—\s]/)
      .slice(3, 6)
      .join(' ')
      .replaceAll(/([aeiou])([a-z])/g, '$2$1') ?? '',
  'pinyin initials': () => 'sjflfj',
  pinyin: () => 'shuju fenlei',
  'one character': () => '密',
}

/** Milliseconds of processor time of each round, the least first: the machine may be busy with others. */
function measured(count: number, work: () => unknown): number[] {
  const times = Array.from({ length: count }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return times.sort((a, b) => a - b)
}

function tell(kind: string, times: readonly number[]): void {
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(8)
  console.log(`  ${kind.padEnd(24)} p50 ${at(0.5)} ms   p99 ${at(0.99)} ms`)
}

const { positionals } = parseArgs({ allowPositionals: true })
const counts = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000, 100_000]
for (const count of counts) {
  const standards = manyStandards(count)
  globalThis.gc?.()
  const heap = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const before = performance.now()
  const finder = createFinder(standards)
  const buildMs = performance.now() - before
  globalThis.gc?.()
  const memory = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - heap
  console.log(
    `${count} records: built in ${buildMs.toFixed(0)} ms, ${(memory / 1e6).toFixed(0)} MB beside the records`,
  )
  for (let place = 0; place < finder.catalogue.count(); place++) finder.catalogue.textAt(place)
  const listed = (query: ListQuery) => () =>
    listStandards(finder, query, { today, from: 0, most: 10, committeeNames: [] })
  const lists: Record<string, () => unknown> = {
    'list, all': listed({}),
    'list, group and stage': listed({ groups: ['WG8'], stages: ['30'] }),
    'list, overdue by day': listed({ overdue: true, order: 'due' }),
    'list, words': listed({ words: '数据安全' }),
  }
  for (const [kind, list] of Object.entries(lists)) tell(kind, measured(20, list))
  for (const [kind, query] of Object.entries(kinds)) {
    const queries = Array.from({ length: rounds }, (_, at) => standards[(at * 7_919) % standards.length])
    let at = 0
    const ask = () => finder.find(query(queries[at++ % rounds] as Standard), { today })
    tell(kind, measured(rounds, ask))
  }
  const moved = standards
    .slice(0, 1_000)
    .map((one): Standard => ({ ...one, stage: one.stages === 'gb' ? '50' : '50.20' }))
  const putBefore = performance.now()
  for (const one of moved) finder.put(one)
  const moveMs = (performance.now() - putBefore) / 1_000
  const renamed = moved.map(
    (one): Standard => ({
      ...one,
      titles: { zh: `新${one.titles.zh ?? ''}`, en: `New ${one.titles.en ?? ''}` },
    }),
  )
  const renameBefore = performance.now()
  for (const one of renamed) finder.put(one)
  const renameMs = (performance.now() - renameBefore) / 1_000
  console.log(`  a stage moved ${moveMs.toFixed(3)} ms   a title changed ${renameMs.toFixed(3)} ms`)
}
