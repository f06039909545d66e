import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { texts } from '../../src/texts/texts.ts'
import { followStandardId, unfollowStandardId } from '../../src/views/follow-row.ts'
import { movesMessage, openStandardId, stopFollowId } from '../../src/views/moves-message.ts'
import { testDatabase } from '../database.ts'
import { modes, type RunningBot, runningBot } from './running-bot.ts'

const { database } = await testDatabase()
const zh = texts('zh-CN')
const gbt = 'gb-t-43697-2024'

const shows = (text: string) => (message: SandboxMessage) =>
  message.ephemeral === true && JSON.stringify(message.blocks).includes(text)

describe.each(modes)('following over %s', (mode) => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await runningBot(mode, { database, workspace: `following-${mode}`.toLowerCase().replace(' ', '-') })
  })
  afterAll(() => bot?.stop())

  const followed = async () => (await bot.app.follows.all('lotus')).map(({ kind }) => kind)

  test('the card is replaced with its new state, and back', async () => {
    const lotus = bot.person('U0LOTUS')
    await lotus.command('C0WG8', '/standard', 'GB/T 43697')
    const card = await lotus.waitForMessage(shows(followStandardId))
    await lotus.press(card, followStandardId)
    const after = await lotus.waitForMessage(shows(unfollowStandardId))
    expect(after.ts).toBe(card.ts)
    expect(JSON.stringify(after.blocks)).toContain(zh('follow.followed'))
    expect(await followed()).toEqual(['standard'])
    await lotus.press(after, unfollowStandardId)
    expect((await lotus.waitForMessage(shows(followStandardId))).ts).toBe(card.ts)
    expect(await followed()).toEqual([])
  })

  test('a message about what moved stays as it is, whatever is pressed under it', async () => {
    const lotus = bot.person('U0LOTUS')
    await lotus.command('C0WG8', '/standard', '关注 GB/T 43697')
    await lotus.waitForMessage(shows(zh('follow.followed')))
    const moved = {
      standard: gbt,
      designation: 'GB/T 43697-2024',
      titles: { zh: '数据分类分级规则' },
      stages: 'gb' as const,
      from: '50',
      to: '60',
      isCorrection: false,
    }
    const by = [{ kind: 'standard' as const, value: gbt, name: 'GB/T 43697-2024' }]
    const message = movesMessage({ standards: [moved], by }, 'zh-CN')
    const said = await bot.app.slack().messenger.post({ channel: 'U0LOTUS', key: 'a/moves/lotus/1', message })
    expect(said).toMatchObject({ kind: 'said', channelId: 'D0LOTUS' })
    const told = await lotus.waitForMessage(({ channel }) => channel === 'D0LOTUS')

    await lotus.press(told, openStandardId)
    await lotus.waitForMessage(shows(unfollowStandardId))
    await lotus.press(told, `${stopFollowId}:0`)
    await lotus.waitForMessage(shows(zh('follow.stopped', { name: 'GB/T 43697-2024' })))
    expect(await followed()).toEqual([])
    const [standing, ...others] = bot.sandbox.messages('D0LOTUS')
    expect(others).toEqual([])
    expect(JSON.stringify(standing?.blocks)).toBe(JSON.stringify(told.blocks))

    // It is known again by its key in the conversation with her.
    const { messenger } = bot.app.slack()
    const since = new Date(Date.now() - 60_000)
    const found = await messenger.find('U0LOTUS', 'a/moves/lotus/1', since)
    expect(found).toEqual({ kind: 'found', channelId: 'D0LOTUS', ts: standing?.ts })
    expect(await messenger.find('U0LOTUS', 'a/moves/lotus/2', since)).toEqual({ kind: 'absent' })
    expect(await messenger.find('U0NOBODY', 'a/moves/lotus/1', since)).toMatchObject({
      kind: 'refused',
      error: 'user_not_found',
    })
  })

  test('a stranger is told kindly', async () => {
    const visitor = bot.person('U0VISITOR')
    await visitor.command('C0WG8', '/standard', 'follow GB/T 43697')
    const refused = await visitor.waitForMessage(({ ephemeral }) => ephemeral === true)
    expect(refused.text).toBe(texts('en')('refused.stranger'))
  })
})
