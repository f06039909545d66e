import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { texts } from '../../src/texts/texts.ts'
import { testDatabase } from '../database.ts'
import { modes, type RunningBot, runningBot } from './running-bot.ts'
import { tellOf } from './signed-event.ts'

const { database } = await testDatabase()
const byBot = ({ user }: SandboxMessage) => user === 'U0BOT'
const blocksOf = (message: SandboxMessage | undefined) => JSON.stringify(message?.blocks)

for (const mode of modes)
  describe(`plain words over ${mode}`, () => {
    let bot: RunningBot
    beforeAll(async () => {
      bot = await runningBot(mode, { database, workspace: `mentions-${mode}` })
    })
    afterAll(() => bot.stop())

    /** The message that this person says, once it stands in the channel. */
    async function says(id: string, channel: string, text: string, thread?: string) {
      const one = bot.person(id)
      expect(await one.say(channel, text, thread)).toEqual({ ok: true })
      const { ts } = await one.waitForMessage(({ user }) => user === id)
      return { one, ts }
    }

    test('a card is said for all to see, in the thread under who asked', async () => {
      const onlooker = bot.person('U0LINDEN')
      const { ts } = await says('U0JASMINE', 'C0WG8', '@Rapporteur GB/T 43697')
      const answer = await onlooker.waitForMessage(byBot)
      expect(answer).toMatchObject({ threadTs: ts, channel: 'C0WG8' })
      expect(answer).not.toHaveProperty('ephemeral')
      expect(blocksOf(answer)).toContain('数据安全技术 数据分类分级规则')
      const call = bot.sandbox.record().findLast(({ method }) => method === 'chat.postMessage')
      expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' })
    })

    test('in a thread it goes into that thread', async () => {
      const root = await says('U0LINDEN', 'C0SG1', 'About ISO/IEC 27090')
      const reply = await says('U0LINDEN', 'C0SG1', '@Rapporteur ISO/IEC 27090', root.ts)
      const answer = await reply.one.waitForMessage(byBot)
      expect(answer).toMatchObject({ threadTs: root.ts })
      expect(answer).not.toHaveProperty('ephemeral')
    })

    test('what somebody owes is told to them alone, in the thread where there is one', async () => {
      const aloud = await says('U0JASMINE', 'C0WG8', '@Rapporteur assignments')
      const alone = await aloud.one.waitForMessage(byBot)
      expect(alone).toMatchObject({ ephemeral: true })
      // Slack shows nothing to one alone in a thread that has not begun.
      expect(alone).not.toHaveProperty('threadTs')

      const root = await says('U0LINDEN', 'C0WG8', 'Who owes what?')
      await says('U0LINDEN', 'C0WG8', 'Anybody?', root.ts)
      const before = bot.sandbox.messages('C0WG8').length
      const inThread = await says('U0JASMINE', 'C0WG8', '@Rapporteur assignments', root.ts)
      expect(await inThread.one.waitForMessage(byBot)).toMatchObject({
        ephemeral: true,
        threadTs: root.ts,
      })
      expect(bot.sandbox.messages('C0WG8')).toHaveLength(before + 1)
    })

    test('several hits are for the asker to choose from, and so is what went wrong', async () => {
      const many = await says('U0JASMINE', 'C0WG3', '@Rapporteur 密码')
      const list = await many.one.waitForMessage(byBot)
      expect(list).toMatchObject({ ephemeral: true })
      await many.one.press(list, 'standard.pick')
      const card = await many.one.waitForMessage(({ ts }) => ts === list.ts)
      expect(card.ephemeral).toBe(true)
      expect(blocksOf(card)).not.toContain('standard.pick')

      const { one } = await says('U0LINDEN', 'C0WG3', '@Rapporteur')
      expect(await one.waitForMessage(byBot)).toMatchObject({
        ephemeral: true,
        text: texts('en')('spoken.how'),
      })
    })

    test('in person it answers in a message that stays', async () => {
      const one = bot.person('U0VISITOR')
      const direct = bot.person('U0VISITOR')
      const { state } = (await direct.waitFor((event) => event.type === 'state')) as never as {
        state: { channels: { id: string; kind: string }[] }
      }
      const channel = state.channels.find(({ kind }) => kind === 'direct')?.id ?? ''
      await one.say(channel, 'GB/T 43697')
      const answer = await one.waitForMessage(byBot)
      expect(answer).not.toHaveProperty('ephemeral')
      expect(answer).not.toHaveProperty('threadTs')
      expect(blocksOf(answer)).toContain('GB/T 43697-2024')
      await one.say(channel, 'assignments')
      expect((await one.waitForMessage(byBot)).text).toBe(texts('en')('assignments.stranger'))
    })

    test('what Slack tells twice is answered once, and what a bot says never', async () => {
      bot.sandbox.faults.add({ kind: 'repeat', of: 'events_api' })
      const { one, ts } = await says('U0JASMINE', 'C0WG9', '@Rapporteur GB 45438')
      await one.waitForMessage(byBot)
      // The bot's own card has told it of itself meanwhile.
      const second = await says('U0JASMINE', 'C0WG9', '@Rapporteur GB/T 43697')
      await second.one.waitForMessage(byBot)
      const answers = bot.sandbox.messages('C0WG9').filter(({ byBot: own }) => own)
      expect(answers.map(({ threadTs }) => threadTs)).toEqual([ts, second.ts])
    })
  })

test('an answer that Slack may have said is not said again', async () => {
  const bot = await runningBot('HTTP', { database, workspace: 'mention-lost' })
  try {
    bot.sandbox.faults.add({ kind: 'lost_reply', method: 'chat.postMessage' })
    const one = bot.person('U0JASMINE')
    await one.say('C0WG8', '@Rapporteur GB/T 43697')
    await one.waitForMessage(byBot)
    await bot.log.line(({ message }) => message === 'an answer could not be given')
    expect(bot.sandbox.messages('C0WG8').filter(({ byBot: own }) => own)).toHaveLength(1)
  } finally {
    await bot.stop()
  }
})

test('what is too long is refused in a sentence', async () => {
  const bot = await runningBot('Socket Mode', { database, workspace: 'mention-long' })
  try {
    const one = bot.person('U0JASMINE')
    await one.say('C0WG8', `@Rapporteur ${'x'.repeat(3_000)}`)
    const { text } = await one.waitForMessage(byBot)
    expect(text).toBe(texts('zh-CN')('command.too-long', { length: 3_000, longest: 2_000 }))
  } finally {
    await bot.stop()
  }
})

test('bots, edits, deletions and other channels’ messages are answered by nobody', async () => {
  const bot = await runningBot('HTTP', { database, workspace: 'mention-odd' })
  try {
    const mention = { type: 'app_mention', channel: 'C0WG8', text: '<@U0BOT> GB/T 43697' }
    const direct = { type: 'message', channel: 'D0JASMINE', channel_type: 'im', text: 'GB/T 43697' }
    const message = { user: 'U0JASMINE', text: 'GB/T 43697', ts: '6.1' }
    for (const event of [
      { ...mention, user: 'U0ELSE', bot_id: 'B0ELSE', ts: '1.1' },
      { ...mention, ts: '2.1' },
      { ...direct, user: 'U0BOT', bot_id: 'B0BOT', ts: '3.1' },
      { ...direct, user: 'U0JASMINE', channel_type: 'channel', channel: 'C0WG8', ts: '4.1' },
      { ...direct, subtype: 'bot_message', user: 'U0ELSE', ts: '5.1' },
      { ...direct, text: undefined, subtype: 'message_changed', message, hidden: true, ts: '6.2' },
      { ...direct, text: undefined, subtype: 'message_deleted', previous_message: message, ts: '6.3' },
      { ...mention, user: 7, ts: 7 },
    ])
      expect(await tellOf(bot, event)).toBe(200)
    // Told last, answered first and alone.
    await tellOf(bot, { ...mention, user: 'U0JASMINE', ts: '8.1', text: '<@U0BOT> assignments' })
    const answer = await bot.person('U0JASMINE').waitForMessage(byBot)
    expect(answer.ephemeral).toBe(true)
    await bot.rest()
    const said = bot.sandbox.record().filter(({ method }) => method.startsWith('chat.'))
    expect(said.map(({ method }) => method)).toEqual(['chat.postEphemeral'])
  } finally {
    await bot.stop()
  }
})
