import { expect, test } from 'vitest'
import type { Given } from '../../src/domain/standard/importing/given.ts'
import { planImport } from '../../src/domain/standard/importing/plan-import.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import { changeInWords, doubtInWords, faultInWords } from '../../src/views/import-words.ts'

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
  [
    { designation: 'GBZ 188' },
    'line 2: “GBZ 188” can’t be read as a designation. If it is right, a column `stages` (`阶段体系`) must tell its stage system: gb, iso, cen or ietf. Did you mean GB/Z 188?',
    '第 2 行：“GBZ 188”无法识别为标准编号。如确实无误，请在“阶段体系”（`stages`）列中注明：`gb`、`iso`、`cen` 或 `ietf`。是否应为 GB/Z 188？',
  ],
  [
    { designation: 'ETSI EN 303 645' },
    'line 2: the stage system of “ETSI EN 303 645” is missing, as its body’s own stages are not known here. A column `stages` (`阶段体系`) tells it: gb, iso, cen or ietf.',
    '第 2 行：缺少“ETSI EN 303 645”的阶段体系，此处没有其发布机构的阶段。请在“阶段体系”（`stages`）列中注明：`gb`、`iso`、`cen` 或 `ietf`。',
  ],
])('%o', (given, en, zh) => {
  expect(told(given)).toBe(en)
  expect(told(given, 'zh-CN')).toBe(zh)
})

test.each<[string, string, string]>([
  ['甲', '乙', '甲 → 乙'],
  ['甲'.repeat(70), '乙', `${'甲'.repeat(59)}… → 乙`],
  [
    `${'甲'.repeat(80)}乙${'丁'.repeat(80)}`,
    `${'甲'.repeat(80)}丙`,
    `…${'甲'.repeat(12)}乙${'丁'.repeat(45)}… → …${'甲'.repeat(12)}丙`,
  ],
  ['甲'.repeat(59), `${'甲'.repeat(59)}乙丙`, `…${'甲'.repeat(12)} → …${'甲'.repeat(12)}乙丙`],
  [
    `${'甲'.repeat(50)}${'😀'.repeat(9)}乙`,
    `${'甲'.repeat(50)}${'😀'.repeat(9)}丙`,
    `…${'😀'.repeat(6)}乙 → …${'😀'.repeat(6)}丙`,
  ],
])('A changed title is cut so that its first difference is shown: %s, %s', (before, after, words) => {
  const row = (titleZh: string) => ({ place: { line: 2 }, given: { designation: 'GB/T 1-2020', titleZh } })
  const plan = (titles: string[], records: Standard[] = []) =>
    planImport({ rows: titles.map(row), faults: [], defaults }, records)
  const records = plan([before]).added.map(({ standard }) => standard)
  const [change] = plan([after], records).changed
  expect(change && changeInWords(change, 'en')).toBe(`GB/T 1-2020 · Chinese title: ${words}`)
  const [doubt] = plan([before, after]).doubts
  expect(doubt && doubtInWords(doubt, 'en')).toContain(`“${words.replace(' → ', '” / “')}”`)
})
