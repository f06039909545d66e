import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxPerson } from '../../src/sandbox/index.ts'
import type { SandboxMessage, SandboxView } from '../../src/sandbox/protocol.ts'
import { texts } from '../../src/texts/texts.ts'
import { showHistoryId } from '../../src/views/running-lines.ts'
import { testDatabase } from '../database.ts'
import { modes, type RunningBot, runningBot } from './running-bot.ts'
import { tellOf } from './signed-event.ts'

const { database } = await testDatabase()
const en = texts('en')
const byBot = ({ user }: SandboxMessage) => user === 'U0BOT'
const iso = 'https://www.iso.org/standard/88134.html'

type Option = { text: { text: string }; value: string }

async function offered(one: SandboxPerson, view: SandboxView, typed: string): Promise<Option[]> {
  const answer = (await one.options(view, 'standard.choose', typed)) as { ok: true; options: Option[] }
  return answer.options
}

for (const mode of modes)
  describe(`menus and links over ${mode}`, () => {
    let bot: RunningBot
    beforeAll(async () => {
      bot = await runningBot(mode, { database, workspace: `menus-${mode}` })
    })
    afterAll(() => bot.stop())

    async function says(id: string, channel: string, text: string, thread?: string): Promise<SandboxMessage> {
      const one = bot.person(id)
      await one.say(channel, text, thread)
      return one.waitForMessage(({ user }) => user === id)
    }

    test('a message’s shortcut tells who chose it alone, in the thread where there is one', async () => {
      const root = await says('U0LINDEN', 'C0WG8', 'Has anybody read GB/T 43697?')
      const one = bot.person('U0JASMINE')
      expect(await one.shortcut('standards.spot', root)).toEqual({ ok: true })
      const alone = await one.waitForMessage(byBot)
      expect(alone).toMatchObject({ ephemeral: true, channel: 'C0WG8' })
      expect(alone).not.toHaveProperty('threadTs')
      expect(JSON.stringify(alone.blocks)).toContain('数据分类分级规则')

      const reply = await says('U0LINDEN', 'C0WG8', 'And ISO/IEC 27001, ISO/IEC 27002?', root.ts)
      await one.shortcut('standards.spot', reply)
      const list = await one.waitForMessage(byBot)
      expect(list).toMatchObject({ ephemeral: true, threadTs: root.ts })
      // The card takes the list's place, in the same thread.
      await one.press(list, 'standard.pick')
      const card = await one.waitForMessage(({ ts }) => ts === list.ts)
      expect(card).toMatchObject({ ephemeral: true, threadTs: root.ts })
      expect(bot.sandbox.messages('C0WG8').filter(({ byBot: own }) => own)).toEqual([])
    })

    test('it works where the bot is no member', async () => {
      const one = bot.person('U0LINDEN')
      await one.say('C0GENERAL', 'GB/T 43697')
      const message = await one.waitForMessage(({ user }) => user === 'U0LINDEN')
      await one.command('C0GENERAL', '/remove', '@Rapporteur')
      await one.shortcut('standards.spot', message)
      expect(await one.waitForMessage(byBot)).toMatchObject({ ephemeral: true })
      await one.command('C0GENERAL', '/invite', '@Rapporteur')
    })

    test('the global one opens a menu that completes as one types, and shows the card of what is chosen', async () => {
      const one = bot.person('U0LINDEN')
      expect(await one.shortcut('standard.find')).toEqual({ ok: true })
      const modal = await one.waitForModal()
      expect(modal.title).toBe(en('find.title'))
      const [first, ...others] = await offered(one, modal, 'gb/t 43697')
      expect(others).toEqual([])
      expect(first?.text.text).toContain('GB/T 43697-2024')
      await one.press(modal, 'standard.choose', { selected_option: first })
      const chosen = await one.waitForModal((view) => view.blocks.length > 1)
      expect(chosen.id).toBe(modal.id)
      expect(JSON.stringify(chosen.blocks)).toContain('Rules for data classification and grading')

      const [next] = await offered(one, chosen, 'iso 27001')
      await one.press(chosen, 'standard.choose', { selected_option: next })
      const other = await one.waitForModal((view) =>
        JSON.stringify(view.blocks).includes('ISO/IEC 27001:2022'),
      )

      // What a card in a modal has more to say is said upon it.
      await one.press(other, showHistoryId)
      const upon = await one.waitForModal((view) => view.id !== other.id)
      expect(upon.title).toBe(en('find.title'))
      expect(JSON.stringify(upon.blocks)).toContain('ISO/IEC 27001:2022')
    })

    test('what is offered no more is refused in a sentence, and never left without an answer', async () => {
      const message = await says('U0LINDEN', 'C0WG3', 'Hello')
      const one = bot.person('U0LINDEN')
      expect(await one.shortcut('gone.message', message)).toEqual({ ok: true })
      expect((await one.waitForMessage(byBot)).text).toBe(en('refused.outdated-shortcut'))
      expect(await one.shortcut('gone.global')).toEqual({ ok: true })
      const { text, channel } = await one.waitForMessage(byBot)
      expect([text, channel[0]]).toEqual([en('refused.outdated-shortcut'), 'D'])
    })

    test('a link that somebody posts is shown as its card, in the channel’s language', async () => {
      const onlooker = bot.person('U0JASMINE')
      await says('U0LINDEN', 'C0WG8', `See ${iso} and https://www.iso.org/standard/1.html`)
      const shown = await onlooker.waitForMessage(({ attached }) => attached !== undefined)
      expect(shown.user).toBe('U0LINDEN')
      expect(shown.attached).toHaveLength(1)
      expect(JSON.stringify(shown.attached)).toContain('当前阶段')
      const call = bot.sandbox.record().findLast(({ method }) => method === 'chat.unfurl')
      expect(Object.keys(JSON.parse(String(call?.args.unfurls)))).toEqual([iso])
    })

    test('a link that names nothing is left alone, and so is one that the bot posts itself', async () => {
      const before = bot.sandbox.record().filter(({ method }) => method === 'chat.unfurl').length
      await says('U0LINDEN', 'C0WG5', 'https://www.iso.org/standard/1.html')
      const one = bot.person('U0LINDEN')
      // Its card bears a link to ISO.
      await one.say('C0WG5', '@Rapporteur ISO/IEC 15408-1')
      await one.waitForMessage(byBot)
      expect(bot.sandbox.record().filter(({ method }) => method === 'chat.unfurl')).toHaveLength(before)
    })
  })

test('a menu is empty where what it offers can’t be told', async () => {
  const bot = await runningBot('HTTP', {
    database,
    workspace: 'menus-broken',
    handlers: {
      completions: [
        {
          id: 'standard.choose',
          who: 'anyone',
          complete: () => Promise.reject(new Error('broken')),
        },
      ],
    },
  })
  try {
    const one = bot.person('U0LINDEN')
    await one.shortcut('standard.find')
    const modal = await one.waitForModal()
    expect(await one.options(modal, 'standard.choose', 'gb')).toEqual({ ok: true, options: [] })
    expect(await bot.log.line(({ level }) => level === 'error')).toMatchObject({
      message: 'a handler failed',
      fields: { what: 'standard.choose', reference: 'reference-1' },
    })
  } finally {
    await bot.stop()
  }
})

test('the card of a link that is still being written goes where Slack tells', async () => {
  const bot = await runningBot('HTTP', { database, workspace: 'menus-composer' })
  try {
    const one = bot.person('U0LINDEN')
    await one.say('C0WG5', iso)
    const { ts } = await one.waitForMessage(({ attached }) => attached !== undefined)
    const unfurlId = `${ts}.C0WG5`
    const event = {
      type: 'link_shared',
      channel: 'COMPOSER',
      user: 'U0LINDEN',
      message_ts: 'b2a4-not-a-ts',
      unfurl_id: unfurlId,
      source: 'composer',
      links: [{ domain: 'iso.org', url: iso }],
    }
    expect(await tellOf(bot, event)).toBe(200)
    const calls = () => bot.sandbox.record().filter(({ method }) => method === 'chat.unfurl')
    await expect.poll(() => calls().length).toBe(2)
    const call = calls().at(-1)
    expect(call?.args).toMatchObject({ unfurl_id: unfurlId, source: 'composer' })
    // The same link has one card, however often it is told of.
    expect(call?.effect).toBe(true)
    expect(bot.sandbox.messages('C0WG5').find((message) => message.ts === ts)?.attachments).toHaveLength(1)
    expect(call?.args).not.toHaveProperty('channel')
  } finally {
    await bot.stop()
  }
})
