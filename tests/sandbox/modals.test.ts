import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, type SandboxPerson, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { type Bot, socketBot } from './bolt-app.ts'
import { seed } from './seed.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const modal = (title: string, more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'any',
  title: plain(title),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'where',
      optional: true,
      label: plain('Where'),
      element: {
        type: 'conversations_select' as const,
        action_id: 'channel',
        response_url_enabled: true,
      },
    },
    {
      type: 'input' as const,
      block_id: 'count',
      optional: true,
      label: plain('How many'),
      element: {
        type: 'number_input' as const,
        action_id: 'number',
        is_decimal_allowed: false,
        max_value: '9',
      },
    },
    { type: 'actions' as const, block_id: 'act', elements: [button('push'), button('late')] },
  ],
  ...more,
})

function button(actionId: string) {
  return { type: 'button' as const, action_id: actionId, text: plain(actionId) }
}

type Body = Record<string, unknown> & {
  view?: { id: string; hash: string }
  response_urls?: { response_url: string }[]
}

let sandbox: Sandbox
let bot: Bot
let chen: SandboxPerson
let wireMs = 0
/** What the bot answers the next submission with. */
let answer: object | undefined
const submitted: Body[] = []
const closed: Body[] = []
const pressed: Body[] = []
const refused: string[] = []

const tell = (error: unknown) => {
  refused.push(String((error as { data?: { error?: string } }).data?.error))
}

beforeAll(async () => {
  sandbox = await startSandbox({ seed, now: () => new Date(), wireNow: () => wireMs, rateLimits: false })
  bot = await socketBot(sandbox, (app) => {
    app.command('/standard', async ({ ack, command, client }) => {
      const open = (title: string, more = {}) =>
        client.views.open({ trigger_id: command.trigger_id, view: modal(title, more) }).catch(tell)
      if (command.text === 'late') wireMs += 3001
      await open('First', { notify_on_close: true, external_id: 'one-of-a-kind' })
      if (command.text === 'twice') await open('Again')
      await ack()
    })
    app.action('push', async ({ ack, body, client }) => {
      await ack()
      pressed.push(body as unknown as Body)
      if (body.type !== 'block_actions') return
      await client.views.push({ trigger_id: body.trigger_id, view: modal('Pushed') }).catch(tell)
      await client.chat.postMessage({ channel: 'U0CHEN', text: 'pushed' })
    })
    app.action('late', async ({ ack, body, client }) => {
      await ack()
      if (body.type !== 'block_actions' || body.view === undefined) return
      const { id, hash } = body.view
      await client.views.update({ view_id: id, hash, view: modal('Newer') })
      await client.views.update({ view_id: id, hash, view: modal('Stale') }).catch(tell)
      await client.views.update({ external_id: 'one-of-a-kind', view: modal('Lost') }).catch(tell)
      await client.chat.postMessage({ channel: 'U0CHEN', text: 'updated' })
    })
    app.view('any', async ({ ack, body }) => {
      submitted.push(body as unknown as Body)
      await (answer === undefined ? ack() : ack(answer as never))
    })
    app.view({ type: 'view_closed', callback_id: 'any' }, async ({ ack, body }) => {
      closed.push(body as unknown as Body)
      await ack()
    })
  })
  chen = sandboxPerson(sandbox, 'U0CHEN')
})
afterEach(() => {
  answer = undefined
  for (const list of [submitted, closed, pressed, refused]) list.length = 0
})
afterAll(async () => {
  await chen.leave()
  await bot.stop()
  await sandbox.close()
})

async function opened() {
  await chen.command('C0WG2', '/standard')
  return chen.waitForModal((view) => view.title === 'First')
}

describe('trigger ids', () => {
  it('open one view', async () => {
    await chen.command('C0WG2', '/standard', 'twice')
    expect(refused).toEqual(['exchanged_trigger_id'])
  })

  it('live three seconds', async () => {
    await chen.command('C0WG2', '/standard', 'late')
    expect(refused).toEqual(['expired_trigger_id'])
  })
})

describe('a modal', () => {
  it('is pushed upon at most three deep', async () => {
    let view = await opened()
    for (const depth of [2, 3, 4]) {
      await chen.press(view, 'push', {}, { count: { number: { type: 'number_input', value: '3' } } })
      await chen.waitForMessage((each) => each.text === 'pushed')
      if (depth < 4) view = await chen.waitForModal((each) => each.title === 'Pushed')
    }
    expect(refused).toEqual(['push_limit_reached'])
    expect(pressed[0]).toMatchObject({
      type: 'block_actions',
      container: { type: 'view' },
      view: { root_view_id: pressed[0]?.view?.id, state: { values: { count: { number: { value: '3' } } } } },
      actions: [{ action_id: 'push', block_id: 'act', type: 'button' }],
    })
    expect(pressed[1]).toMatchObject({ view: { previous_view_id: pressed[0]?.view?.id } })
  })

  it('refuses an update by an old hash', async () => {
    const view = await opened()
    await chen.press(view, 'late')
    await chen.waitForMessage((each) => each.text === 'updated')
    expect(refused).toEqual(['hash_conflict', 'not_found'])
  })

  it.each([
    ['goes away', undefined, []],
    ['is cleared', { response_action: 'clear' }, []],
    ['is replaced', { response_action: 'update', view: modal('Other') }, ['Other']],
    ['is covered', { response_action: 'push', view: modal('Upper') }, ['First', 'Upper']],
  ])('%s as its submission is answered', async (_, given, titles) => {
    const view = await opened()
    answer = given
    expect(await chen.submit(view, {})).toEqual({ ok: true })
    const event = await chen.waitFor((each) => each.type === 'views')
    expect(event.type === 'views' && event.stack.map((each) => each.title)).toEqual(titles)
  })

  it.each([
    ['errors for a block that is no input', { response_action: 'errors', errors: { act: 'x' } }],
    ['no errors at all', { response_action: 'errors', errors: {} }],
    ['a view that Slack refuses', { response_action: 'update', view: { type: 'modal' } }],
    ['an action that there is not', { response_action: 'explode' }],
  ])('tells the person of a bot that answers with %s', async (_, given) => {
    const view = await opened()
    answer = given
    expect(await chen.submit(view, {})).toEqual({ ok: false, error: 'bot_error' })
  })

  it('checks inputs before the bot is asked, in the person’s language', async () => {
    const view = await opened()
    await chen.submit(view, { count: { number: { type: 'number_input', value: '10' } } })
    await chen.waitForModal((each) => each.errors?.count === '请输入不大于 9 的数字。')
    expect(submitted).toEqual([])
  })

  it('gives a response URL to the channel that was chosen, for five uses', async () => {
    const view = await opened()
    const chosen = { type: 'conversations_select', selected_conversation: 'C0WG2' }
    const madeUp = { nowhere: { nothing: { value: 'x' } } }
    await chen.submit(view, { where: { channel: chosen }, ...madeUp })
    const [body] = submitted
    expect(body).toMatchObject({
      type: 'view_submission',
      enterprise: null,
      is_enterprise_install: false,
      view: { state: { values: { where: { channel: chosen } } }, callback_id: 'any', bot_id: 'B0BOT' },
      response_urls: [{ block_id: 'where', action_id: 'channel', channel_id: 'C0WG2' }],
    })
    expect(body).not.toHaveProperty('view.state.values.nowhere')
    const url = String(body?.response_urls?.[0]?.response_url)
    const post = async (message: object) => {
      const headers = { 'content-type': 'application/json' }
      const got = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message) })
      return `${got.status} ${await got.text()}`
    }
    expect(await post({ text: 'to all', response_type: 'in_channel' })).toBe('200 ok')
    expect(await post({ text: 'to one' })).toBe('200 ok')
    expect(await post({ blocks: [{ type: 'nothing' }] })).toBe('400 invalid_blocks')
    expect(await post({})).toBe('400 no_text')
    expect(await post({ text: 'fifth' })).toBe('200 ok')
    expect(await post({ text: 'sixth' })).toBe('404 used_url')
    expect(sandbox.messages('wg2').map((each) => each.text)).toEqual(['to all'])
    expect((await chen.messages('C0WG2')).map((each) => each.text)).toEqual(['to all', 'to one', 'fifth'])
  })

  it('tells of its closing where it asked to be told', async () => {
    const view = await opened()
    expect(await chen.closeView(view)).toEqual({ ok: true })
    expect(closed).toMatchObject([{ type: 'view_closed', is_cleared: false, view: { id: view.id } }])
    expect(await chen.closeView(view)).toEqual({ ok: false, error: 'view_gone' })
    expect(await chen.submit(view, {})).toEqual({ ok: false, error: 'view_gone' })
  })

  it('is its own person’s alone', async () => {
    const view = await opened()
    const lin = sandboxPerson(sandbox, 'U0LIN')
    expect(await lin.submit(view, {})).toEqual({ ok: false, error: 'view_gone' })
    expect(await lin.press(view, 'push')).toEqual({ ok: false, error: 'view_gone' })
    await lin.leave()
  })
})
