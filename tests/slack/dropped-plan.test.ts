import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxMessage, SandboxView } from '../../src/sandbox/protocol.ts'
import { choosePlanPartId, pointTextBlock } from '../../src/views/correct-plan-modal.ts'
import { confirmPlanId, correctPlanId } from '../../src/views/plan-preview.ts'
import { plan2026 } from '../commands/plan-documents.ts'
import { testDatabase } from '../database.ts'
import { type RunningBot, runningBot } from './running-bot.ts'

const { database } = await testDatabase()
const shows = (text: string) => (message: SandboxMessage) =>
  JSON.stringify(message.blocks ?? '').includes(text)
/** The machine that runs this may be busy. */
const patience = 20_000

type Element = {
  type: string
  action_id: string
  initial_value?: string
  option_groups?: { options: object[] }[]
}

/** What Slack sends of a modal of which nothing was changed but these texts. */
function filledIn({ blocks }: SandboxView, texts: Record<string, string>) {
  const values = blocks.flatMap((block) => {
    const { block_id: id, element } = block as {
      block_id: string
      element?: Element & Record<string, unknown>
    }
    if (element === undefined) return []
    const { type, action_id: action } = element
    const state =
      type === 'plain_text_input'
        ? { type, value: texts[id] ?? element.initial_value ?? null }
        : type === 'radio_buttons'
          ? { type, selected_option: element.initial_option ?? null }
          : { type, selected_options: element.initial_options ?? [] }
    return [[id, { [action]: state }] as const]
  })
  return Object.fromEntries(values)
}

describe('a plan dropped into the conversation with the bot', { timeout: 90_000 }, () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await runningBot('Socket Mode', { database, workspace: 'dropped-plan' })
  }, 60_000)
  afterAll(() => bot?.stop())

  test('is corrected in a modal, previewed anew, and on record once the secretariat agrees', async () => {
    const pine = bot.person('U0PINE')
    await pine.drop('D0PINE', '要点.txt', Buffer.from(plan2026))
    const preview = await pine.waitForMessage(shows('3 个领域 · 6 个要点'), patience)
    await pine.press(preview, correctPlanId)
    const menu = await pine.waitForModal(
      ({ blocks }) => JSON.stringify(blocks).includes(choosePlanPartId),
      patience,
    )
    const [{ accessory } = { accessory: undefined }] = menu.blocks as { accessory?: Element }[]
    const choices = (accessory?.option_groups ?? []).flatMap(({ options }) => options)
    const point = choices.find((choice) => JSON.stringify(choice).includes('point:2.1'))
    if (point === undefined) throw new Error('no such choice')
    await pine.press(menu, choosePlanPartId, { selected_option: point })
    const modal = await pine.waitForModal(
      ({ blocks }) => blocks.some(({ block_id: id }) => id === pointTextBlock),
      patience,
    )
    expect(modal.id).toBe(menu.id)
    expect(
      await pine.submit(modal, filledIn(modal, { text: '抓紧研制个人信息保护国家标准和指南。' })),
    ).toEqual({
      ok: true,
    })
    const again = await pine.waitForMessage(shows('已更正'), patience)
    expect(JSON.stringify(again.blocks)).toContain('国家标准和指南')
    await pine.press(again, confirmPlanId)
    await pine.waitForMessage(shows('2026 年工作要点已导入'), patience)
    const plan = (await bot.app.plans.all()).find(({ year }) => year === 2026)
    expect(plan?.areas[1]?.points[0]).toMatchObject({
      texts: { zh: '抓紧研制个人信息保护国家标准和指南。' },
      reading: {
        kinds: [{ value: 'standard' }],
        groups: [{ value: 'WG8' }],
        urgent: ['抓紧'],
        isCorrected: true,
      },
    })
  })
})
