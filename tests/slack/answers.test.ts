import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { texts } from '../../src/texts/texts.ts'
import { testDatabase } from '../database.ts'
import { run } from '../database-server.ts'
import { modes, type RunningBot, runningBot } from './running-bot.ts'

const { url, database } = await testDatabase()
const en = texts('en')
const zh = texts('zh-CN')

const hidden = (message: SandboxMessage) => message.ephemeral === true

for (const mode of modes)
  describe(`answers over ${mode}`, () => {
    let bot: RunningBot
    beforeAll(async () => {
      bot = await runningBot(mode, { database, workspace: `answers-${mode}` })
    })
    afterAll(() => bot.stop())

    /** What the bot says to this person alone. */
    async function asks(id: string, command: string, text = '', channel = 'C0WG8'): Promise<SandboxMessage> {
      const one = bot.person(id)
      expect(await one.command(channel, command, text)).toEqual({ ok: true })
      return one.waitForMessage(hidden)
    }

    test('a command is answered to its person alone', async () => {
      const answer = await asks('U0JASMINE', '/standard', 'gb/t 43697')
      expect(answer).toMatchObject({ ephemeral: true, user: 'U0BOT', command: '/standard gb/t 43697' })
      expect(JSON.stringify(answer.blocks)).toContain('GB/T 43697-2024')
      expect(bot.sandbox.messages('C0WG8')).toEqual([])
    })

    test('in the acknowledgement itself: Slack hears one answer and is asked nothing', async () => {
      await asks('U0LINDEN', '/wg', 'WG8')
      const before = bot.sandbox.record().length
      expect((await asks('U0LINDEN', '/wg', 'WG7')).blocks).not.toEqual([])
      expect((await asks('U0LINDEN', '/wg', 'WG99')).text).toContain('WG99')
      expect(bot.sandbox.record().slice(before)).toEqual([])
    })

    test('in the language of their Slack, and in the committee’s first where the bot speaks none of theirs', async () => {
      const codes = (await bot.app.groups.active()).map(({ code }) => code).join(', ')
      const english = (await asks('U0LINDEN', '/wg', 'WG99')).text
      const chinese = (await asks('U0JASMINE', '/wg', 'WG99')).text
      expect(english).toBe(en('wg.unknown', { code: 'WG99', codes }))
      expect(chinese).toBe(zh('wg.unknown', { code: 'WG99', codes }))
      // On record Robin reads English; a visitor with a language of their own is answered in it.
      expect((await asks('U0ROBIN', '/wg', 'WG99')).text).toBe(english)
      expect((await asks('U0VISITOR', '/assignments')).text).toBe(en('assignments.stranger'))
    })

    test('a group is known in its channel, and a person by a mention, before anything was linked', async () => {
      const card = await asks('U0VISITOR', '/wg', '', 'C0WG5')
      expect(JSON.stringify(card.blocks)).toContain('<#C0WG5|wg5-assessment>')
      const owed = await asks('U0VISITOR', '/assignments', '@jasmine')
      expect(owed.text).toContain('Jasmine Sample')
      expect((await asks('U0VISITOR', '/assignments', '@Jasmine Sample')).text).toBe(owed.text)
      expect((await asks('U0VISITOR', '/wg', '#wg4-authentication')).text).toContain('WG4')
    })

    test('a member’s first two gestures at once are both the member’s', async () => {
      const one = bot.person('U0ROBIN')
      const both = await Promise.all([
        one.command('C0SG1', '/assignments', 'me'),
        one.command('C0SG1', '/assignments', 'me'),
      ])
      expect(both).toEqual([{ ok: true }, { ok: true }])
      const first = await one.waitForMessage(hidden)
      const second = await one.waitForMessage((message) => hidden(message) && message.ts !== first.ts)
      for (const { text } of [first, second]) expect(text).not.toBe(en('assignments.stranger'))
    })

    test('what was typed is quoted as it was typed', async () => {
      const answer = await asks('U0LINDEN', '/standard', '<!channel> R&D <b>')
      expect(answer.text).toContain('&lt;!channel&gt; R&amp;D &lt;b&gt;')
      expect(answer.text).not.toContain('&amp;lt;')
    })

    test('a command that the bot does not have is refused in a sentence', async () => {
      expect((await asks('U0LINDEN', '/elsewhere')).text).toBe(
        en('command.unknown', { command: '/elsewhere' }),
      )
    })

    test('somebody whom Slack does not tell about is answered as the record has them', async () => {
      // Linked before, so that the id alone says who it is.
      await bot.app.members.linkUsers([{ slackId: 'U0PINE', email: 'pine@example.org' }])
      bot.sandbox.faults.add({ kind: 'error', error: 'user_not_found', method: 'users.info' })
      expect((await asks('U0PINE', '/wg', 'WG98')).text).toContain('WG98')
      const told = await bot.log.line(({ fields }) => 'user' in fields && fields.user === 'U0PINE')
      expect(told).toMatchObject({ level: 'warn' })
    })

    test('a command is acknowledged though its answer takes long', async () => {
      const client = await database.pool.connect()
      try {
        await client.query('begin; lock table rapporteur.committees in access exclusive mode')
        const one = bot.person('U0LINDEN')
        // The sandbox, like Slack, takes no acknowledgement after three seconds.
        expect(await one.command('C0GENERAL', '/standard', 'GB/T 43697')).toEqual({ ok: true })
        expect((await one.messages('C0GENERAL')).filter(hidden)).toEqual([])
        const before = bot.sandbox.record().length
        await client.query('commit')
        expect(JSON.stringify(await one.waitForMessage(hidden))).toContain('GB/T 43697-2024')
        expect(bot.sandbox.record().slice(before)).toMatchObject([{ method: 'response_url', effect: true }])
      } finally {
        await client.query('rollback')
        client.release()
      }
    })

    test('a bug is one sentence with a reference that the log has too, and the bot lives', async () => {
      await database.pool.query('alter table rapporteur.standards rename to standards_away')
      const { text } = await asks('U0LINDEN', '/standard', 'GB/T 43697').finally(() =>
        database.pool.query('alter table rapporteur.standards_away rename to standards'),
      )
      const failure = await bot.log.line(({ message }) => message === 'a handler failed')
      const reference = String(failure.fields.reference)
      expect(text).toBe(en('bug', { reference }))
      expect(String(failure.fields.err)).toContain('standards')
      expect(text).not.toContain('relation')
      expect((await asks('U0LINDEN', '/standard', 'GB/T 43697')).text).not.toContain('reference')
    })

    test('so is a database that is gone, in the language that Slack knows', async () => {
      const name = new URL(url).pathname.slice(1)
      const admin = new URL(url)
      admin.pathname = '/postgres'
      // Whoever is linked needs no word of the database to be told apart.
      await asks('U0JASMINE', '/wg', 'WG8')
      await run(admin.href, `alter database ${name} allow_connections false`)
      await run(
        admin.href,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      )
      const answer = await asks('U0JASMINE', '/wg', 'WG8').finally(() =>
        run(admin.href, `alter database ${name} allow_connections true`),
      )
      const reference = /reference-\d+/.exec(answer.text)?.[0] ?? ''
      expect(answer.text).toBe(zh('bug', { reference }))
      expect(bot.log.lines.filter(({ fields }) => fields.reference === reference)).toHaveLength(1)
      expect((await asks('U0JASMINE', '/wg', 'WG8')).text).not.toContain('reference')
    })

    test('the Home tab is published, once for an event that is told twice', async () => {
      bot.sandbox.faults.add({ kind: 'repeat', of: 'events_api' })
      const one = bot.person('U0JASMINE')
      await one.home()
      const view = await one.waitForHome()
      expect(JSON.stringify(view.blocks)).toContain('全国网络安全标准化技术委员会')
      // What was told before the command has been taken up before its answer.
      await asks('U0LINDEN', '/wg', 'WG8')
      await bot.rest()
      const published = bot.sandbox.record().filter(({ method }) => method === 'views.publish')
      expect(published).toHaveLength(1)
    })
  })

test('without a committee, whoever asks is told what the operator must do', async () => {
  const bot = await runningBot('Socket Mode', { database, workspace: 'nobody', committee: 'none' })
  try {
    for (const command of ['/standard', '/assignments', '/wg', '/rapporteur']) {
      const one = bot.person('U0LINDEN')
      await one.command('C0GENERAL', command, 'help')
      expect((await one.waitForMessage(hidden)).text).toBe(en('committee.none'))
    }
    const lotus = bot.person('U0LOTUS')
    await lotus.home()
    expect(JSON.stringify((await lotus.waitForHome()).blocks)).toContain(zh('committee.none').slice(0, 20))
  } finally {
    await bot.stop()
  }
})
