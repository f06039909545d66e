import type { ModalView } from '@slack/types'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import type { SandboxView } from '../../src/sandbox/protocol.ts'
import { texts } from '../../src/texts/texts.ts'
import { testDatabase } from '../database.ts'
import { heldUp } from './held-up.ts'
import { modes, type RunningBot, runningBot } from './running-bot.ts'

const { database } = await testDatabase()
const en = texts('en')
const zh = texts('zh-CN')

const plain = (text: string) => ({ type: 'plain_text' as const, text })

/** A convenor says why a group rests. `without` its input there is nothing to put an error below. */
function restView(group: string, without = false): ModalView {
  const input = {
    type: 'input' as const,
    block_id: 'why',
    optional: true,
    label: plain('Why'),
    element: { type: 'plain_text_input' as const, multiline: true },
  }
  return {
    type: 'modal',
    callback_id: group === 'gone' ? 'gone.view' : 'group.rest',
    private_metadata: JSON.stringify({ group }),
    title: plain('Rest'),
    submit: plain('Send'),
    blocks: without ? [{ type: 'section', text: plain('Sure?') }] : [input],
  }
}

for (const mode of modes)
  describe(`modals over ${mode}`, () => {
    const rested: string[] = []
    const restGroup = submission({
      id: 'group.rest',
      meta: z.strictObject({ group: z.string() }),
      fields: z.object({ why: z.string().min(1).max(2_000).optional() }),
      who: 'convenor',
      group: async (_app, _caller, { meta }) => meta.group,
      async run(app, caller, { meta: { group }, fields: { why = '' } }) {
        if (why === 'bug') throw new TypeError('a bug')
        if (why.startsWith('unknown')) throw new UserError('wg.unknown', { code: why, codes: '<WG8> & WG9' })
        await app.schedules.of(group)
        rested.push(`${caller.request.length > 0} ${group} ${why}`)
        return ephemeral({ text: `${group} rests`, blocks: [] })
      },
    })

    let bot: RunningBot
    async function start() {
      rested.length = 0
      return runningBot(mode, {
        database,
        workspace: `modals-${mode}`,
        handlers: {
          answer: async (_app, _caller, { text }) => ({
            kind: 'modal',
            view: restView(text.replace(' bare', ''), text.endsWith(' bare')),
          }),
          submissions: [restGroup],
        },
      })
    }
    beforeAll(async () => {
      bot = await start()
    })
    beforeEach(() => void rested.splice(0))
    afterAll(() => bot.stop())

    async function opened(id = 'U0LOTUS', group = 'WG8') {
      const one = bot.person(id)
      await one.command('C0WG8', '/wg', group)
      const view = await one.waitForModal()
      return { one, view, send: (why: string) => one.submit(view, filled(view, why)) }
    }

    /** The element has no action id of its own: Slack, and the sandbox, give it one. */
    function filled(view: SandboxView, why: string) {
      const input = view.blocks.find((block) => block.block_id === 'why')
      const { action_id: actionId } = (input?.element ?? {}) as { action_id?: string }
      if (actionId === undefined) return {}
      return { why: { [actionId]: { type: 'plain_text_input', value: why } } }
    }
    const shows = (text: string) => (view: SandboxView) => view.errors?.why === text
    const isClosed = async ({ one }: Pick<Awaited<ReturnType<typeof opened>>, 'one'>) => {
      const event = await one.waitFor((each) => each.type === 'views')
      expect(event).toMatchObject({ stack: [] })
    }

    test('one that is sent is done, closes, and is answered', async () => {
      const { one, send } = await opened()
      expect(await send('holiday')).toEqual({ ok: true })
      expect(rested).toEqual(['true WG8 holiday'])
      await isClosed({ one })
      const answer = await one.waitForMessage(({ text }) => text === 'WG8 rests')
      expect(answer).toMatchObject({ channel: 'C0WG8', ephemeral: true })
    })

    test('one that was asked for where the bot is no member is answered in person', async () => {
      const one = bot.person('U0LOTUS')
      await one.command('C0GENERAL', '/remove', '@Rapporteur')
      await one.command('C0GENERAL', '/wg', 'WG8')
      const view = await one.waitForModal()
      expect(await one.submit(view, filled(view, 'holiday'))).toEqual({ ok: true })
      const answer = await one.waitForMessage(({ text }) => text === 'WG8 rests')
      expect(answer.channel).toMatch(/^D/)
      await one.command('C0GENERAL', '/invite', '@Rapporteur')
    })

    test('one that can’t be taken stays open and says why at its field, in the person’s language', async () => {
      const { one, send } = await opened()
      expect(await send('x'.repeat(2_001))).toEqual({ ok: true })
      await one.waitForModal(shows(zh('modal.too-long', { length: 2_001, longest: 2_000 })))
      await send('x'.repeat(3_001))
      // Slack’s own client would stop at 3,000.
      await one.waitForModal(shows(zh('modal.too-long', { length: 3_001, longest: 3_000 })))
      await send('unknown & <b>')
      await one.waitForModal(shows(zh('wg.unknown', { code: 'unknown & <b>', codes: '<WG8> & WG9' })))
      await send('bug')
      const shown = await one.waitForModal(({ errors }) => errors?.why?.includes('reference-') === true)
      const failure = await bot.log.line(({ message }) => message === 'a handler failed')
      expect(shown.errors?.why).toBe(zh('bug', { reference: String(failure.fields.reference) }))
      expect(rested).toEqual([])
      expect(await send('holiday')).toEqual({ ok: true })
      expect(rested).toEqual(['true WG8 holiday'])
    })

    test('one of somebody who may not is refused, and nothing that was typed is lost', async () => {
      const { one, send } = await opened('U0LINDEN')
      expect(await send('holiday')).toEqual({ ok: true })
      const names = 'Lotus Sample, Oriole Sample'
      const refused = await one.waitForModal(({ errors }) => errors !== undefined)
      expect(refused.errors?.why).toBe(en('refused.convenor', { group: 'WG8', names }))
      expect(rested).toEqual([])
    })

    test('one without a field closes, and its refusal is told in a message', async () => {
      const { one, view } = await opened('U0LINDEN', 'WG8 bare')
      expect(await one.submit(view, {})).toEqual({ ok: true })
      await isClosed({ one })
      await one.waitForMessage(({ text }) => text.includes('WG8'))
      expect(rested).toEqual([])
    })

    test('one that nobody handles any more says that it is out of date', async () => {
      const { one, send } = await opened('U0LINDEN', 'gone')
      await send('holiday')
      await one.waitForModal(shows(en('refused.outdated-button')))
    })

    test('one that is sent twice is done twice, and both are acknowledged', async () => {
      const { one, view, send } = await opened()
      bot.sandbox.faults.add({ kind: 'repeat', of: 'interactive' })
      expect(await send('holiday')).toEqual({ ok: true })
      await expect.poll(() => rested).toEqual(['true WG8 holiday', 'true WG8 holiday'])
      await isClosed({ one })
      expect(await one.submit(view, filled(view, 'x'))).toEqual({ ok: false, error: 'view_gone' })
    })

    test('one whose work takes too long stays open, and is kept and answered all the same', async () => {
      const { one, send } = await opened()
      const held = await heldUp(database, 'schedules')
      onTestFinished(held.letGo)
      expect(await send('holiday')).toEqual({ ok: false, error: 'bot_timeout' })
      await held.letGo()
      await one.waitForMessage(({ text }) => text === 'WG8 rests')
      expect(rested).toEqual(['true WG8 holiday'])
      expect(
        bot.log.lines.filter(({ fields }) => fields.what === 'group.rest').map(({ level }) => level),
      ).toContain('warn')
    })

    test('one that fails too late to show it says so in a message', async () => {
      const { one, send } = await opened()
      const held = await heldUp(database, 'committees')
      onTestFinished(held.letGo)
      expect(await send('unknown')).toEqual({ ok: false, error: 'bot_timeout' })
      await held.letGo()
      await one.waitForMessage(({ text }) => text.includes('unknown'))
    })

    test('a stop waits for one that is half handled', async () => {
      const { one, send } = await opened()
      const held = await heldUp(database, 'schedules')
      onTestFinished(held.letGo)
      const sending = send('holiday')
      await held.waits()
      const resting = bot.rest()
      await held.letGo()
      expect(await sending).toEqual({ ok: true })
      expect(await resting).toEqual([])
      expect(rested).toEqual(['true WG8 holiday'])
      await isClosed({ one })
      await one.waitForMessage(({ text }) => text === 'WG8 rests')
    })
  })
