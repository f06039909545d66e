import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, type SandboxPerson, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { type Bot, httpBot, socketBot } from './bolt-app.ts'
import { seed } from './seed.ts'

const button = (actionId: string, text: string) => ({
  type: 'button' as const,
  action_id: actionId,
  value: `${actionId}-value`,
  text: { type: 'plain_text' as const, text },
})
const modal = (title: string) => ({
  type: 'modal' as const,
  callback_id: 'assign',
  private_metadata: 'kept',
  title: { type: 'plain_text' as const, text: title },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'task',
      label: { type: 'plain_text' as const, text: 'Task' },
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
    { type: 'actions' as const, block_id: 'more', elements: [button('again', 'Change')] },
  ],
})

for (const [mode, start] of [
  ['Socket Mode', socketBot],
  ['HTTP', httpBot],
] as const)
  describe(`a real Bolt app over ${mode}`, () => {
    let sandbox: Sandbox
    let bot: Bot
    let anna: SandboxPerson
    const seen: Record<string, unknown>[] = []

    beforeAll(async () => {
      sandbox = await startSandbox({ seed, now: () => new Date(), rateLimits: false })
      bot = await start(sandbox, (app) => {
        app.command('/standard', async ({ ack, command, respond }) => {
          seen.push(command)
          if (command.text === 'slow') await respond('later')
          await ack(command.text === '' ? undefined : `found ${command.text}`)
        })
        app.command('/assign', async ({ ack, command, client }) => {
          await ack()
          await client.views.open({ trigger_id: command.trigger_id, view: modal('Assign') })
        })
        app.action('again', async ({ ack, body, client }) => {
          await ack()
          if (body.type !== 'block_actions' || body.view === undefined) return
          await client.views.update({ view_id: body.view.id, hash: body.view.hash, view: modal('Changed') })
        })
        app.action('done', async ({ ack, respond, body }) => {
          seen.push(body as unknown as Record<string, unknown>)
          await ack()
          await respond({ replace_original: true, text: 'It is done' })
        })
        app.view('assign', async ({ ack, view, body, client }) => {
          const text = view.state.values.task?.text?.value ?? ''
          if (text === 'bad') return ack({ response_action: 'errors', errors: { task: 'Not that one' } })
          if (text === 'more') return ack({ response_action: 'push', view: modal('Second') })
          await ack()
          await client.chat.postMessage({ channel: body.user.id, text: `${text} ${view.private_metadata}` })
        })
        app.message('hello', async ({ message, say }) => {
          seen.push(message as unknown as Record<string, unknown>)
          await say({
            text: 'hello yourself',
            blocks: [{ type: 'actions', elements: [button('done', 'Done')] }],
          })
        })
        app.event('app_mention', async ({ event, client }) => {
          await client.reactions.add({ channel: event.channel, timestamp: event.ts, name: 'eyes' })
          await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'you called' })
        })
        app.event('app_home_opened', async ({ event, client }) => {
          await client.views.publish({
            user_id: event.user,
            view: { type: 'home', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Home' } }] },
          })
        })
        app.shortcut('assign_this', async ({ ack, shortcut, client }) => {
          await ack()
          await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('From a message') })
        })
        app.options('who', async ({ ack, payload }) => {
          await ack({ options: [{ text: { type: 'plain_text', text: payload.value }, value: 'v' }] })
        })
      })
      anna = sandboxPerson(sandbox, 'U0ANNA')
    })
    afterAll(async () => {
      await anna.leave()
      await bot.stop()
      await sandbox.close()
    })

    it('answers a slash command so that its person alone sees it', async () => {
      expect(await anna.command('C0WG1', '/standard', 'GB/T 43697')).toEqual({ ok: true })
      const message = await anna.waitForMessage((each) => each.ephemeral === true)
      expect(message).toMatchObject({ text: 'found GB/T 43697', command: '/standard GB/T 43697' })
      expect(seen.at(-1)).toMatchObject({
        team_id: 'T0PRACTICE',
        channel_name: 'wg1',
        user_name: 'anna',
        api_app_id: 'A0BOT',
        is_enterprise_install: 'false',
      })
      expect(sandbox.messages('wg1')).toEqual([])
      expect(await anna.command('C0WG1', '/nothing')).toEqual({ ok: false, error: 'unknown_command' })
    })

    it('opens a modal, updates it, shows errors, pushes, and takes it away', async () => {
      await anna.command('C0WG1', '/assign', '@lin.wei')
      const opened = await anna.waitForModal((view) => view.title === 'Assign')
      await anna.press(opened, 'again')
      const changed = await anna.waitForModal((view) => view.title === 'Changed')
      expect(changed.id).toBe(opened.id)
      expect(changed.hash).not.toBe(opened.hash)
      const state = (value: string) => ({ task: { text: { type: 'plain_text_input', value } } })
      await anna.submit(changed, {})
      await anna.waitForModal((view) => view.errors?.task === 'Please complete this required field.')
      await anna.submit(changed, state('bad'))
      await anna.waitForModal((view) => view.errors?.task === 'Not that one')
      await anna.submit(changed, state('more'))
      const second = await anna.waitForModal((view) => view.title === 'Second')
      await anna.submit(second, state('write it'))
      await anna.waitForMessage((each) => each.text === 'write it kept' && each.channel === 'D0ANNA')
    })

    it('hears messages, and a press replaces its message', async () => {
      await anna.say('C0WG1', 'hello <b> & @lin.wei in #wg2')
      const asked = await anna.waitForMessage((each) => each.text === 'hello yourself')
      expect(seen.at(-1)).toMatchObject({
        text: 'hello &lt;b&gt; &amp; <@U0LIN> in <#C0WG2|wg2>',
        channel_type: 'channel',
        team: 'T0PRACTICE',
      })
      await anna.press(asked, 'done')
      const done = await anna.waitForMessage((each) => each.text === 'It is done')
      expect(done.ts).toBe(asked.ts)
      expect(done.blocks).toBeUndefined()
      expect(seen.at(-1)).toMatchObject({
        type: 'block_actions',
        enterprise: null,
        container: { type: 'message', channel_id: 'C0WG1', is_ephemeral: false },
        message: { ts: asked.ts, bot_id: 'B0BOT' },
        actions: [{ action_id: 'done', type: 'button', value: 'done-value', text: { text: 'Done' } }],
      })
    })

    it('is mentioned, opens the Home tab, takes a shortcut', async () => {
      await anna.say('C0WG1', 'ask @rapporteur about it')
      const reply = await anna.waitForMessage((each) => each.text === 'you called')
      expect(reply.threadTs).toBeDefined()
      const head = await anna.waitForMessage((each) => each.replyCount === 1)
      await anna.home()
      const home = await anna.waitForHome()
      expect(home.blocks).toMatchObject([{ type: 'header' }])
      await anna.shortcut('assign_this', head)
      const view = await anna.waitForModal((each) => each.title === 'From a message')
      await anna.closeView(view)
      await anna.waitFor((event) => event.type === 'views' && event.stack.length === 0)
    })

    it('asks for the options of an external select', async () => {
      await bot.app.client.chat.postMessage({
        channel: '#wg1',
        text: 'who?',
        blocks: [{ type: 'actions', elements: [{ type: 'external_select', action_id: 'who' }] }],
      })
      const message = await anna.waitForMessage((each) => each.text === 'who?')
      expect(await anna.options(message, 'who', 'Li')).toEqual({
        ok: true,
        options: [{ text: { type: 'plain_text', text: 'Li' }, value: 'v' }],
      })
    })
  })
