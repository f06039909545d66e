import { beforeAll, describe, expect, test } from 'vitest'
import { parseStandardWords } from '../../commands/slash/standard-words.ts'
import { UserError } from '../../src/contract/errors.ts'
import { testDatabase } from '../database.ts'
import { type Desk, deskOn, type Outcome } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'standard-list', '2026-11-23T20:00:00Z')
})

const none = { filters: [], overdue: false, mine: false, allRecords: false, words: '' }
const filter = (name: string, key: string, value: string) => ({ filter: name, key, value })

describe('the words behind /standard list', () => {
  test.each([
    ['', none],
    ['wg:WG8 stage:30', { ...none, filters: [filter('group', 'wg', 'WG8'), filter('stage', 'stage', '30')] }],
    [
      'stage:30,40.20',
      { ...none, filters: [filter('stage', 'stage', '30'), filter('stage', 'stage', '40.20')] },
    ],
    ['wg: WG8', { ...none, filters: [filter('group', 'wg', 'WG8')] }],
    [
      '工作组：WG8 阶段：征求意见',
      { ...none, filters: [filter('group', '工作组', 'WG8'), filter('stage', '阶段', '征求意见')] },
    ],
    [
      'lead:"中国电子技术标准化研究院"',
      { ...none, filters: [filter('lead', 'lead', '中国电子技术标准化研究院')] },
    ],
    [
      'lead:“Bank Example” overdue',
      { ...none, overdue: true, filters: [filter('lead', 'lead', 'Bank Example')] },
    ],
    ['overdue', { ...none, overdue: true }],
    ['逾期 我的', { ...none, overdue: true, mine: true }],
    ['due 3m', { ...none, withinDays: 90 }],
    ['due 2 weeks mine', { ...none, withinDays: 14, mine: true }],
    ['due:10d', { ...none, withinDays: 10 }],
    ['到期 2周', { ...none, withinDays: 14 }],
    ['sort:due all:records', { ...none, order: 'due', allRecords: true }],
    ['排序:标准号 全部:记录', { ...none, order: 'number', allRecords: true }],
    ['数据 安全 wg:WG8', { ...none, words: '数据 安全', filters: [filter('group', 'wg', 'WG8')] }],
    ['ISO/IEC 27001:2022', { ...none, words: 'ISO/IEC 27001:2022' }],
  ])('%j', (text, expected) => {
    expect(parseStandardWords(text)).toEqual(expected)
  })

  test.each([
    ['colour:blue', 'standard-list.unknown-filter', { key: 'colour' }],
    ['stagge:30', 'standard-list.unknown-filter-but', { key: 'stagge', nearest: 'stage:' }],
    ['wg:', 'standard-list.no-value', { key: 'wg', example: 'wg:WG8' }],
    ['sort:duw', 'standard-list.unknown-value-but', { key: 'sort', value: 'duw', nearest: 'sort:due' }],
    ['all:things', 'standard-list.unknown-value', { key: 'all', value: 'things', names: 'records' }],
    ['due', 'standard-list.ask-for-span', {}],
    ['due soon', 'standard-list.ask-for-span', {}],
    ['due:later', 'standard-list.ask-for-span', {}],
  ])('%j is refused', (text, key, values) => {
    const refused = (() => {
      try {
        return parseStandardWords(text)
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(UserError)
    expect(refused).toMatchObject({ key, values })
  })
})

/** The designations of a page's rows. */
function rows({ message }: Outcome): string[] {
  return (message?.blocks ?? []).flatMap((block) =>
    block.type === 'section' && block.accessory?.type === 'button'
      ? [/^\*(.*?)\*/.exec(block.text?.text ?? '')?.[1] ?? '']
      : [],
  )
}

/** The value of a page's button. */
function button({ message }: Outcome, name: 'next' | 'previous'): string | undefined {
  for (const block of message?.blocks ?? []) {
    if (block.type !== 'actions') continue
    for (const element of block.elements)
      if (element.type === 'button' && element.action_id === `standards.page:${name}`) return element.value
  }
  return undefined
}

describe('a list', () => {
  test('of a group and stage', async () => {
    const page = await desk.ask('/standard list wg:WG9 stage:10,20,30,40,50')
    expect(page.kind).toBe('ephemeral')
    expect(rows(page).length).toBeGreaterThan(0)
    for (const block of page.message?.blocks ?? [])
      if (block.type === 'section') expect(block.text?.text).not.toContain('(60')
  })

  test('is the same in Chinese', async () => {
    const zh = { language: 'zh-CN' as const }
    const page = await desk.ask('/standard 列表 工作组:WG8 主题:data-security 类别:国标 状态:现行', zh)
    expect(rows(page)).toContain('GB/T 43697-2024')
    expect(page.text).toMatch(/^共 \d+ 个项目$/)
  })

  test('is turned page by page to its end and back', async () => {
    const first = await desk.ask('/standard list')
    expect(rows(first)).toHaveLength(10)
    expect(button(first, 'previous')).toBeUndefined()
    const seen = [...rows(first)]
    let page = first
    for (let next = button(page, 'next'); next !== undefined; next = button(page, 'next')) {
      page = await desk.press('standards.page', next)
      expect(page.kind).toBe('replace')
      seen.push(...rows(page))
    }
    const [, total] = /^(\d+) projects$/.exec(first.text) ?? []
    expect(seen).toHaveLength(Number(total))
    expect(new Set(seen).size).toBe(seen.length)
    const before = await desk.press('standards.page', button(page, 'previous') ?? '')
    expect(seen).toEqual(expect.arrayContaining(rows(before)))
    expect(rows(before)).toHaveLength(10)
  })

  test('of several hits is turned too', async () => {
    const first = await desk.ask('/standard 密码')
    const second = await desk.press('standards.page', button(first, 'next') ?? '')
    expect(new Set([...rows(first), ...rows(second)]).size).toBe(20)
    expect(button(second, 'next')).toBeUndefined()
  })

  test('of nothing says how to go on', async () => {
    expect((await desk.ask('/standard list wg:WG8 year:1999')).words).toMatch(
      /^No project\nNothing on record fits/,
    )
  })

  test('of what is mine goes by groups and organisation', async () => {
    const [member] = (await desk.app.members.all()).filter(({ roles }) =>
      roles.some(({ group }) => group === 'WG8'),
    )
    const mine = await desk.ask('/standard list mine', { ...(member && { member: member.id }) })
    expect(rows(mine).length).toBeGreaterThan(0)
    expect(await desk.ask('/standard list mine')).toMatchObject({
      kind: 'refused',
      why: 'standard-list.stranger',
    })
  })

  test.each([
    ['wg:WG88', 'standard-list.unknown-value-but', 'wg:WG8'],
    ['topic:data-securty', 'standard-list.unknown-value-but', 'topic:data-security'],
    ['status:in-forse', 'standard-list.unknown-value-but', 'status:in-force'],
    ['stage:99', 'standard-list.unknown-value-but', 'stage:90'],
    ['stage:drawing', 'standard-list.unknown-value', '00'],
    ['kind:jis', 'standard-list.unknown-value', 'gb/t'],
    ['year:last', 'standard-list.unknown-value', '2026'],
    ['lead:nobody', 'standard-list.unknown-value', ''],
  ])('%s is told with what there is', async (words, why, part) => {
    const refused = await desk.ask(`/standard list ${words}`)
    expect(refused).toMatchObject({ kind: 'refused', why })
    expect(refused.text).toContain(part)
  })

  test.each([
    ['nothing', ''],
    ['no JSON', 'next'],
    ['another answer', '{"of":"members","text":"","from":0}'],
    ['less than nothing', '{"of":"list","text":"","from":-10}'],
    ['half a row', '{"of":"list","text":"","from":0.5}'],
  ])('a button that was forged to hold %s is refused', async (_what, value) => {
    expect(await desk.press('standards.page', value)).toMatchObject({
      kind: 'refused',
      why: 'refused.outdated-button',
    })
  })

  test('a page far behind the end is empty and leads back', async () => {
    const page = await desk.press('standards.page', '{"of":"list","text":"wg:WG8","from":5000}')
    expect(rows(page)).toEqual([])
    expect(button(page, 'previous')).toBeDefined()
  })
})
