import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createFinder } from '../../../src/domain/finding/finder.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { gb } from './standards.ts'

type Raw = Pick<Standard, 'id' | 'designation' | 'stages' | 'stage'> &
  Partial<Pick<Standard, 'replaces'>> & { names?: string[]; titleZh?: string; titleEn?: string }

const sample = new URL('../../../config/samples/tc260/standards.yaml', import.meta.url)
const { standards } = parse(readFileSync(sample, 'utf8')) as { standards: Raw[] }
const finder = createFinder(
  standards.map(({ id, designation, names = [], titleZh, titleEn, stages, stage, replaces = [] }) => ({
    ...gb(id, [designation, ...names], [], { stages, stage, replaces }),
    titles: { ...(titleZh && { zh: titleZh }), ...(titleEn && { en: titleEn }) } as { zh: string },
  })),
)
const committeeNames = [
  '全国网络安全标准化技术委员会',
  '网安标委',
  '全国信息安全标准化技术委员会',
  '信安标委',
  'National Technical Committee 260 on Cybersecurity of SAC',
]

/** The designations that answer, the likeliest first. */
function found(query: string): string[] {
  const answer = finder.find(query, { today: '2026-11-23', committeeNames })
  const ids = answer.kind === 'one' ? [answer.id] : answer.kind === 'many' ? answer.ids : []
  return ids.map((id) => finder.catalogue.byId(id)?.standard.designation ?? '')
}

test.each([
  // Parts of a title, in any order.
  ['数据分类分级', 'GB/T 43697-2024'],
  ['分级 数据 规则', 'GB/T 43697-2024'],
  ['去标识化', 'GB/T 37964-2019'],
  ['供应链', 'GB/T 43698-2024'],
  ['人脸识别', 'GB/T 41819-2022'],
  ['成熟度', 'GB/T 37988-2019'],
  ['时间戳', 'GB/T 36631-2018'],
  ['边缘计算', 'GB/T 42564-2023'],
  ['杂凑', 'GB/T 32905-2016'],
  ['机密计算', 'GB/T 45230-2025'],
  ['智能体', '20263116-Q-252'],
  ['SM2 数字签名', 'GB/T 32918.2-2016'],
  ['SM9 总则', 'GB/T 38635.1-2020'],
  ['zuc integrity', 'GB/T 33133.3-2021'],
  ['maturity model', 'GB/T 37988-2019'],
  ['edge AND homomorphic encryption', 'ISO/IEC FDIS 28033-4'],
  ['homomorphic', 'ISO/IEC FDIS 28033-4'],
  ['age assurance', 'ISO/IEC 27566-1:2025'],
  ['privacy framework', 'ISO/IEC 29100:2024'],
  ['privacy impact', 'ISO/IEC 29134:2023'],
  ['zero-knowledge proofs', 'ISO/IEC 27565:2026'],
  ['secret sharing', 'ISO/IEC 4922-2:2024'],
  // Short forms.
  ['关基', 'GB/T 39204-2022'],
  ['等保定级', 'GB/T 22240-2020'],
  ['密评', 'GB/T 43206-2023'],
  // Old prefixes of titles, apart and run together.
  ['信息安全技术 数据分类分级规则', 'GB/T 43697-2024'],
  ['网络安全技术 数据分类分级规则', 'GB/T 43697-2024'],
  ['信息安全技术 生成式人工智能服务安全基本要求', 'GB/T 45654-2025'],
  ['信息安全技术数据分类分级规则', 'GB/T 43697-2024'],
  ['数据安全技术 个人信息去标识化指南', 'GB/T 37964-2019'],
  ['information security techniques - rules for data classification and grading', 'GB/T 43697-2024'],
  // Names of committees, old and new.
  ['信安标委 数据分类分级', 'GB/T 43697-2024'],
  ['网安标委 去标识化', 'GB/T 37964-2019'],
  ['全国信息安全标准化技术委员会 边缘计算', 'GB/T 42564-2023'],
  ['SAC/TC260 机密计算', 'GB/T 45230-2025'],
  ['ISO/IEC JTC 1/SC 27 homomorphic', 'ISO/IEC FDIS 28033-4'],
  ['SC 27 age assurance', 'ISO/IEC 27566-1:2025'],
  // A wrong character, most often one that sounds alike.
  ['数据分累分级', 'GB/T 43697-2024'],
  ['数剧分类', 'GB/T 43697-2024'],
  ['去标识画', 'GB/T 37964-2019'],
  ['人脸失别', 'GB/T 41819-2022'],
  ['时间错策略', 'GB/T 36631-2018'],
  ['边元计算', 'GB/T 42564-2023'],
  ['区块练技术安全框架', 'GB/T 42570-2023'],
  ['敏感个人信息处里安全要求', 'GB/T 45574-2025'],
  ['供应连安全', 'GB/T 43698-2024'],
  // Misspelt English.
  ['homomorfic encryption', 'ISO/IEC FDIS 28033-4'],
  ['maturty model', 'GB/T 37988-2019'],
  ['data clasification grading', 'GB/T 43697-2024'],
  ['de-identifing personal', 'GB/T 37964-2019'],
  ['privcy framework', 'ISO/IEC 29100:2024'],
  ['terminolgy', 'GB/T 25069-2022'],
  // Pinyin: first letters, whole syllables, and both with other words.
  ['sjflfj', 'GB/T 43697-2024'],
  ['qbsh', 'GB/T 37964-2019'],
  ['gyl', 'GB/T 43698-2024'],
  ['bianyuanjisuan', 'GB/T 42564-2023'],
  ['shuju fenlei', 'GB/T 43697-2024'],
  ['shu ju fen lei', 'GB/T 43697-2024'],
  ['renlianshibie', 'GB/T 41819-2022'],
  ['SM2 szqm', 'GB/T 32918.2-2016'],
  ['qukuailian 框架', 'GB/T 42570-2023'],
])('%s finds %s first', (query, designation) => {
  expect(found(query)[0]).toBe(designation)
})

test.each([
  ['生成式人工智能', ['GB/T 45654-2025', 'GB/T 45652-2025', 'GB/T 45674-2025']],
  ['scsrgzn', ['GB/T 45654-2025', 'GB/T 45652-2025', 'GB/T 45674-2025']],
  ['区块链', ['GB/T 42570-2023', 'GB/T 42571-2023']],
  ['qkl', ['GB/T 42570-2023', 'GB/T 42571-2023']],
  ['classified protection evaluation', ['GB/T 28448-2019', 'GB/T 28449-2018']],
  ['IPSec VPN', ['GB/T 36968-2018', 'GB/T 32922-2023']],
])('%s offers %j and perhaps more', (query, designations) => {
  expect(found(query)).toEqual(expect.arrayContaining(designations))
})

test.each(['信安标委', 'TC260'])('the name of the committee alone, %s, is no mistake', (query) => {
  expect(() => found(query)).not.toThrow()
})

test.each(['qqqq', 'zzzz', 'xyzzy', '炖牛肉', '数数数数', 'lorem ipsum'])('%s finds nothing', (query) => {
  expect(found(query)).toEqual([])
})

test.each([
  '信安标委',
  '网安标委',
  '全国信息安全标准化技术委员会',
  'national technical committee 260 on cybersecurity of sac',
])('%s alone names all that is on record', (query) => {
  const answer = finder.find(query, { today: '2026-11-23', committeeNames })
  const texts = new Set(finder.catalogue.all().map((record) => finder.catalogue.projectOf(record)))
  expect(answer).toMatchObject({ kind: 'many', total: expect.any(Number) })
  if (answer.kind === 'many') expect(answer.total).toBeGreaterThan(texts.size / 2)
  expect(finder.textsCalled(query, '2026-11-23', committeeNames).size).toBe(
    answer.kind === 'many' ? answer.total : 0,
  )
})

test('Another committee’s name alone names nothing', () => {
  expect(found('SC 27')).toEqual([])
})

test('A compound is found that a title parts', () => {
  expect(found('timestamp')).toEqual(['GB/T 36631-2018'])
})
