import { expect, test } from 'vitest'
import type { Given } from '../../src/domain/standard/importing/given.ts'
import { planImport } from '../../src/domain/standard/importing/plan-import.ts'
import { doubtInWords, faultInWords } from '../../src/views/import-words.ts'

const defaults = { asOf: '2026-11-20', source: 'list.csv' }

/** What a person is told of a row that can't be taken as it is. */
function told(given: Given, language: 'en' | 'zh-CN' = 'en'): string {
  const row = { place: { line: 2 }, given: { titleZh: '甲', ...given } }
  const { faults, doubts } = planImport({ rows: [row], faults: [], defaults }, [])
  return [
    ...faults.map((fault) => faultInWords(fault, language)),
    ...doubts.map((doubt) => doubtInWords(doubt, language)),
  ].join('\n')
}

test.each<[Given, string, string]>([
  [
    { designation: 'GB/T 1-2020', publishedOn: '2091-03-01' },
    'line 2: published on is “2091-03-01”, which lies after 2026-11-20, the day of which the file can tell. Did you mean 2020-03-01?',
    '第 2 行：发布日期 为“2091-03-01”，晚于文件信息的截至日期 2026-11-20。是否应为 2020-03-01？',
  ],
  [
    { designation: 'GB/T 1-2020', stageSince: '0219' },
    'line 2: stage since is “0219”; no day before 1900 is taken.',
    '第 2 行：阶段日期 为“0219”；1900 年以前的日期不予导入。',
  ],
  [
    { designation: 'GB/T 1-2020', replaces: ['GB/T 1-2020'] },
    'line 2: “GB/T 1-2020” would replace itself.',
    '第 2 行：“GB/T 1-2020”代替的是其自身。',
  ],
  [
    { designation: 'GB/T 47201-2025', publishedOn: '2019-05-10' },
    'line 2: the number GB/T 47201-2025 and the publication on 2019-05-10 are more than a year apart. If both are right, the operator can take it with `--take-doubtful`.',
    '第 2 行：编号 GB/T 47201-2025 的年份与发布日期 2019-05-10 相差一年以上。如均无误，可由管理员加 `--take-doubtful` 导入。',
  ],
  [
    { designation: 'GB/T 1-2020', publishedOn: '2020-05', effectiveOn: '2019' },
    'line 2: GB/T 1-2020 would be in force from 2019, before its publication on 2020-05. If both are right, the operator can take it with `--take-doubtful`.',
    '第 2 行：GB/T 1-2020 的实施日期 2019 早于发布日期 2020-05。如均无误，可由管理员加 `--take-doubtful` 导入。',
  ],
  [
    { designation: 'GB/T 1-2029' },
    'line 2: the number GB/T 1-2029 bears a year that is more than one after 2026-11-20, the day of which the file can tell. If it is right, the operator can take it with `--take-doubtful`.',
    '第 2 行：编号 GB/T 1-2029 的年份比文件信息的截至日期 2026-11-20 晚一年以上。如确实无误，可由管理员加 `--take-doubtful` 导入。',
  ],
])('%o', (given, en, zh) => {
  expect(told(given)).toBe(en)
  expect(told(given, 'zh-CN')).toBe(zh)
})
