import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { iso, national } from '../domain/twin/records.ts'
import { type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'drift', '2026-11-23T04:00:00Z')
})

describe('of the sample', () => {
  test.each([
    '/standard drift',
    '/standard drift WG7',
    '/standard 对照 WG7',
    '/standard 差异',
    '/standard twins',
  ])('%s lists what its editions abroad have left behind', async (command) => {
    const { kind, words } = await desk.ask(command)
    expect(kind).toBe('ephemeral')
    expect(words).toContain(
      'ISO/IEC 27000:2026 (3 Jul 2026) has replaced ISO/IEC 27000:2018: GB/T 29246-2023 is behind.',
    )
  })

  test('a group hears of its own alone', async () => {
    const wg5 = await desk.ask('/standard drift WG5')
    expect(wg5.words).toContain('GB/T 18336.1-2024 is behind')
    expect(wg5.words).not.toContain('GB/T 29246')
    expect((await desk.ask('/standard drift WG8')).text).toBe('WG8: No twins have drifted apart')
    expect((await desk.ask('/standard drift WG8', { language: 'zh-CN' })).text).toBe(
      'WG8：国际国内对应标准没有出现差异',
    )
  })

  test('a group that does not exist is told', async () => {
    expect(await desk.ask('/standard drift WG99')).toMatchObject({ kind: 'refused', why: 'wg.unknown' })
  })

  test('both cards warn, and the pair that stands together does not', async () => {
    const warning = 'ISO/IEC 27000:2026（2026年7月3日）代替，GB/T 29246-2023 已落后。请研究是否修订。'
    const zh = { language: 'zh-CN' as const }
    expect((await desk.ask('/standard GB/T 29246', zh)).words).toContain(warning)
    expect((await desk.ask('/standard ISO/IEC 27000', zh)).words).toContain(warning)
    const adopted = await desk.ask('/standard ISO/IEC 27001')
    expect(adopted.words).toContain('Adopted as identical by GB/T 22080-2025 · Publication stage (60)')
    expect(adopted.words).not.toContain('⚠️')
    const taken = await desk.ask('/standard ISO/IEC 10118-3')
    expect(taken.words).toContain('Takes in content of GB/T 32905-2016')
  })
})

describe('many are turned page by page', () => {
  beforeAll(async () => {
    const many = Array.from({ length: 17 }, (_, at) => at + 100).flatMap((number) => [
      national(`GB/T ${number}-2016`, '60', ['identical', `ISO/IEC ${number}:2013`], {
        id: `g${number}`,
        group: 'WG8',
      }),
      iso(`ISO/IEC ${number}:2020`, '60.60', { id: `i${number}` }),
    ])
    await desk.app.committees.importStandards(many)
  })

  const buttons = ({ message }: Awaited<ReturnType<Desk['ask']>>) =>
    (message?.blocks ?? []).flatMap((block) =>
      block.type === 'actions' ? block.elements.flatMap((one) => (one.type === 'button' ? [one] : [])) : [],
    )

  test('forth and back', async () => {
    const first = await desk.ask('/standard drift WG8')
    expect(first.words).toContain('Page 1 of 3')
    const [next, ...none] = buttons(first)
    expect(none).toStrictEqual([])
    const second = await desk.press(next?.action_id ?? '', next?.value ?? '')
    expect(second).toMatchObject({ kind: 'replace', text: 'WG8: 17 twins need a look' })
    expect(second.words).toContain('GB/T 108-2016')
    const [back, on] = buttons(second)
    expect((await desk.press(back?.action_id ?? '', back?.value ?? '')).words).toBe(first.words)
    const last = await desk.press(on?.action_id ?? '', on?.value ?? '')
    expect(last.words).toContain('GB/T 116-2016')
    expect(buttons(last)).toHaveLength(1)
  })

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no page', '{"group":"WG8"}'],
    ['half a page', '{"page":1.5}'],
    ['a page before the first', '{"page":0}'],
    ['more than there is', '{"page":1,"all":true}'],
  ])('a button that was forged to hold %s is refused', async (_what, value) => {
    expect(await desk.press('drifts.turn', value)).toMatchObject({
      kind: 'refused',
      why: 'refused.outdated-button',
    })
  })

  test('a group that is gone since is told', async () => {
    expect(await desk.press('drifts.turn', '{"group":"WG99","page":1}')).toMatchObject({
      kind: 'refused',
      why: 'wg.unknown',
    })
  })
})
