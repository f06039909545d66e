import { beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../src/texts/texts.ts'
import { plainText } from '../../src/views/plain-text.ts'
import { testDatabase } from '../database.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'shortcuts', '2026-11-23T20:00:00Z')
})

const zh: Asker = { member: 'jasmine', language: 'zh-CN' }
const en: Asker = { member: 'linden', language: 'en' }

describe('“Which standards?”', () => {
  test('shows the card of the only one that a message names', async () => {
    const card = await desk.ask('/standard GB/T 43697', zh)
    for (const text of [
      '*GB/T 43697* 什么时候实施？',
      'see <https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=66A89DD6DA64F49C49456B757BA0624F>',
      'gbt43697-2024 &amp; GB/T 43697',
    ]) {
      const spotted = await desk.choose('standards.spot', text, zh)
      if (text.includes('GB')) expect(spotted.words).toBe(card.words)
      expect(spotted.kind).toBe('ephemeral')
      // Nobody but who chose it asked.
      expect(spotted.forAll).toBeUndefined()
    }
  })

  test('lists several, those that are linked to first, and those that are not on record', async () => {
    const { words, text } = await desk.choose(
      'standards.spot',
      'ISO/IEC 27001 and GB/T 22239—2019, then GB/T 99999\n<https://www.iso.org/standard/88134.html|this>, ISO 27001',
      en,
    )
    expect(text).toBe('3 standards on record in that message:')
    const named = words.split('\n').filter((line) => /^(?:GB|ISO)/.test(line))
    expect(named.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'ISO/IEC 15408-1:2026',
      'ISO/IEC 27001:2022',
      'GB/T 22239-2019',
    ])
    expect(words).toContain('Not on record: GB/T 99999')
  })

  test('takes all parts where a series is named', async () => {
    const { text } = await desk.choose('standards.spot', 'GB/T 18336', en)
    expect(text).toBe('3 standards on record in that message:')
  })

  test.each(['谢谢大家', '', '2024 年 5 月', '<https://www.iso.org/standard/1.html>'])(
    'says so where there is none: %j',
    async (message) => {
      const { text } = await desk.choose('standards.spot', message, zh)
      expect(text).toBe(texts('zh-CN')('spotted.none'))
    },
  )

  test('names what is not on record where nothing else is named', async () => {
    const { words } = await desk.choose('standards.spot', 'GB/T 99999 还是 GB/T 88888？', zh)
    expect(words).toBe('不在记录中：GB/T 99999、GB/T 88888')
  })
})

describe('“Find a standard”', () => {
  test('opens a menu that completes, and what is chosen stands below it', async () => {
    const { kind, view } = await desk.choose('standard.find', '', en)
    expect(kind).toBe('modal')
    expect(view?.blocks).toHaveLength(1)
    const [[says, id] = []] = await desk.complete('standard.choose', 'gb/t 436', en)
    expect(says).toMatch(/^GB\/T 43697-2024 …Rules for data classification/)
    const chosen = await desk.press('standard.choose', id ?? '', en)
    expect(chosen.kind).toBe('update')
    // What somebody follows is no matter of the modal.
    const stranger = { language: 'en' as const }
    const card = await desk.ask('/standard GB/T 43697', stranger)
    expect(plainText({ blocks: chosen.view?.blocks.slice(2) ?? [] } as never)).toBe(card.words)
    expect(chosen.view?.blocks[0]).toMatchObject({ block_id: 'standard' })
  })

  test('says what is gone where it was chosen, and refuses what no menu offers', async () => {
    const gone = await desk.press('standard.choose', 'no-such', zh)
    expect(gone.kind).toBe('update')
    expect(JSON.stringify(gone.view)).toContain(texts('zh-CN')('standard.gone'))
    expect(await desk.press('standard.choose', '<!channel>', zh)).toMatchObject({
      why: 'refused.outdated-button',
    })
  })
})

describe('the menu of standards offers', () => {
  test.each([
    ['43697', 'GB/T 43697-2024'],
    ['iso 27001', 'ISO/IEC 27001:2022'],
    ['分类分级', 'GB/T 43697-2024'],
    // The finder's own ways, where nothing begins so.
    ['个人信息安全规范 gb', 'GB/T 35273-2020'],
    ['GB/T 43679', 'GB/T 43697-2024'],
  ])('for %j, first %s', async (typed, designation) => {
    const [[says = ''] = []] = await desk.complete('standard.choose', typed, zh)
    expect(says.startsWith(designation), says).toBe(true)
  })

  test('twenty at most, each once', async () => {
    const offered = await desk.complete('standard.choose', 'g', zh)
    expect(offered).toHaveLength(20)
    expect(new Set(offered.map(([, value]) => value)).size).toBe(20)
  })

  test.each(['', '  ', '!?', 'x'.repeat(3_000)])('nothing for %j', async (typed) => {
    expect(await desk.complete('standard.choose', typed, zh)).toEqual([])
  })
})
