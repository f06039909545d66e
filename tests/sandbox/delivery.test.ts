import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Sandbox, type SandboxPerson, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { seed } from './seed.ts'

type Got = { headers: IncomingHttpHeaders; body: string }

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function practice(more: object = {}): Promise<{ sandbox: Sandbox; anna: SandboxPerson }> {
  const sandbox = await startSandbox({ seed, now: () => new Date(), retryDelaysMs: [0, 20, 20], ...more })
  open.push(sandbox.close)
  const anna = sandboxPerson(sandbox, 'U0ANNA')
  open.push(anna.leave)
  return { sandbox, anna }
}

/** One call of the bot in the working group's channel. */
async function call(sandbox: Sandbox, method: string, args: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.botToken}` },
    body: JSON.stringify({ channel: 'C0WG1', ...args }),
  })
  return (await answer.json()) as Record<string, unknown>
}

/** A bot's bare HTTP side: `answer` gives the status for the n-th request, 0 for never. */
async function listener(sandbox: Sandbox, answer: (nth: number) => number) {
  const got: Got[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const server: Server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    got.push({ headers: request.headers, body })
    const status = answer(got.length)
    if (status > 0) response.writeHead(status).end()
    for (const each of waiting) if (got.length >= each.count) each.resolve()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  sandbox.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`)
  const arrived = (count: number) =>
    new Promise<void>((resolve) => {
      if (got.length >= count) resolve()
      else waiting.push({ count, resolve })
    })
  return { got, arrived }
}

/** A bot's bare Socket Mode side. */
async function socket(sandbox: Sandbox) {
  const answer = await fetch(`${sandbox.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.appToken}` },
  })
  const { url } = (await answer.json()) as { url: string }
  const bot = new WebSocket(url)
  const got: Record<string, unknown>[] = []
  const waiting = new Set<() => void>()
  bot.on('message', (data) => {
    got.push(JSON.parse(data.toString()))
    for (const look of waiting) look()
  })
  open.push(async () => bot.terminate())
  const next = (type: string, from = 0) =>
    new Promise<Record<string, unknown>>((resolve) => {
      const look = () => {
        const found = got.slice(from).find((each) => each.type === type)
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  await next('hello')
  return { bot, url, got, next }
}

describe('over HTTP', () => {
  it('signs what it sends', async () => {
    const { sandbox, anna } = await practice()
    const { got } = await listener(sandbox, () => 200)
    expect(await anna.command('C0WG1', '/assign', '@lin.wei a & b')).toEqual({ ok: true })
    const [{ headers, body } = { headers: {}, body: '' }] = got
    const base = `v0:${headers['x-slack-request-timestamp']}:${body}`
    const expected = createHmac('sha256', sandbox.signingSecret).update(base).digest('hex')
    expect(headers['x-slack-signature']).toBe(`v0=${expected}`)
    const form = new URLSearchParams(body)
    expect(form.get('text')).toBe('<@U0LIN|lin.wei> a &amp; b')
    expect(form.get('response_url')).toContain(sandbox.url)
    expect(form.get('trigger_id')).toMatch(/^\d+\.\d+\.[0-9a-f]{32}$/)
  })

  it('says why a gesture came to nothing', async () => {
    const { sandbox, anna } = await practice()
    expect(await anna.command('C0WG1', '/standard')).toEqual({ ok: false, error: 'bot_offline' })
    await listener(sandbox, (nth) => (nth === 1 ? 500 : 0))
    expect(await anna.command('C0WG1', '/standard')).toEqual({ ok: false, error: 'bot_error' })
    const beganAt = performance.now()
    expect(await anna.command('C0WG1', '/standard')).toEqual({ ok: false, error: 'bot_timeout' })
    expect(performance.now() - beganAt).toBeGreaterThan(2900)
    sandbox.setRequestUrl('http://127.0.0.1:1/slack/events')
    expect(await anna.command('C0WG1', '/standard')).toEqual({ ok: false, error: 'bot_offline' })
    await anna.waitFor((event) => event.type === 'state' && !event.state.bot.online)
  })

  it('sends an event again, the same one, until it is acknowledged', async () => {
    const { sandbox, anna } = await practice()
    const { got, arrived } = await listener(sandbox, (nth) => (nth < 3 ? 500 : 200))
    await anna.say('C0WG1', 'hello')
    await arrived(3)
    const ids = got.map((each) => JSON.parse(each.body).event_id)
    expect(new Set(ids).size).toBe(1)
    expect(got.map((each) => each.headers['x-slack-retry-num'])).toEqual([undefined, '1', '2'])
    expect(got[1]?.headers['x-slack-retry-reason']).toBe('http_error')
    await anna.say('C0WG1', 'another')
    await arrived(4)
    expect(JSON.parse(got[3]?.body ?? '{}').event.text).toBe('another')
  })

  it('repeats a press word for word, as Slack does where it heard no acknowledgement', async () => {
    const { sandbox, anna } = await practice()
    const { got, arrived } = await listener(sandbox, () => 200)
    const button = {
      type: 'button',
      action_id: 'accept',
      value: 'a1',
      text: { type: 'plain_text', text: 'Accept' },
    }
    await call(sandbox, 'chat.postMessage', { text: 'x', blocks: [{ type: 'actions', elements: [button] }] })
    const message = await anna.waitForMessage((each) => each.blocks !== undefined)
    await arrived(1)
    sandbox.faults.add({ kind: 'repeat', of: 'interactive' })
    expect(await anna.press(message, 'accept')).toEqual({ ok: true })
    await arrived(3)
    expect(await anna.press(message, 'accept')).toEqual({ ok: true })
    const [first, second, third] = got.slice(1).map(({ body }) => body)
    const payload = JSON.parse(new URLSearchParams(first).get('payload') ?? '')
    expect(payload).toMatchObject({
      ...{ type: 'block_actions', user: { id: 'U0ANNA' }, actions: [{ action_id: 'accept', value: 'a1' }] },
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
    })
    expect(second).toBe(first)
    expect(third).not.toContain(payload.trigger_id)
    expect(got).toHaveLength(4)
  })

  it('hangs up before it hears the acknowledgement, for as many deliveries as told', async () => {
    const { sandbox, anna } = await practice()
    const { got, arrived } = await listener(sandbox, () => 200)
    const add = [
      { kind: 'hang_up', of: 'slash_commands', times: 2 },
      { kind: 'hang_up', of: 'events_api' },
    ]
    await fetch(`${sandbox.url}/control/faults`, { method: 'POST', body: JSON.stringify({ add }) })
    const text = '标准 '.repeat(1000)
    for (let nth = 1; nth <= 2; nth += 1)
      expect(await anna.command('C0WG1', '/standard', text)).toEqual({ ok: false, error: 'bot_timeout' })
    expect(await anna.command('C0WG1', '/standard', text)).toEqual({ ok: true })
    await arrived(3)
    expect(got.map(({ body }) => new URLSearchParams(body).get('text'))).toEqual([text, text, text])
    await anna.say('C0WG1', 'hello')
    await arrived(5)
    // Sent again at once, the second may overtake the first.
    const events = got.slice(3)
    const attempts = events.map(({ headers }) => headers['x-slack-retry-num'] ?? '0')
    expect(attempts.sort()).toEqual(['0', '1'])
    expect(new Set(events.map(({ body }) => body)).size).toBe(1)
    const reasons = events.flatMap(({ headers }) => headers['x-slack-retry-reason'] ?? [])
    expect(reasons).toEqual(['http_timeout'])
    expect(sandbox.faults.list()).toEqual([])
    sandbox.faults.add({ kind: 'hang_up' })
    sandbox.setRequestUrl('http://127.0.0.1:1/slack/events')
    expect(await anna.command('C0WG1', '/standard')).toEqual({ ok: false, error: 'bot_offline' })
  })

  it('tells only of channels that the bot is in, and only what it subscribes to', async () => {
    const { sandbox } = await practice({ seed: { ...seed, events: ['message.im', 'app_home_opened'] } })
    const { got, arrived } = await listener(sandbox, () => 200)
    const lin = sandboxPerson(sandbox, 'U0LIN')
    open.push(lin.leave)
    await lin.say('C0WG2', 'not here')
    await lin.say('C0WG1', 'not subscribed')
    await lin.say('D0LIN', 'direct')
    await lin.home()
    await arrived(2)
    const events = got.map((each) => JSON.parse(each.body).event)
    expect(events.map((each) => each.type).sort()).toEqual(['app_home_opened', 'message'])
    expect(events.find((each) => each.type === 'message')).toMatchObject({
      text: 'direct',
      channel_type: 'im',
    })
  })

  it('tells of edits, deletions and joining', async () => {
    const { sandbox, anna } = await practice()
    const { got, arrived } = await listener(sandbox, () => 200)
    await call(sandbox, 'chat.postMessage', { text: 'one' })
    const { ts } = await anna.waitForMessage((each) => each.text === 'one')
    await call(sandbox, 'chat.update', { ts, text: 'two' })
    await call(sandbox, 'chat.delete', { ts })
    await anna.command('C0WG1', '/invite', '@chen')
    await arrived(4)
    const events = got.map((each) => JSON.parse(each.body).event)
    const of = (key: string, value: string) => events.find((each) => each[key] === value)
    expect(of('subtype', 'message_changed')).toMatchObject({
      message: { text: 'two' },
      previous_message: { text: 'one', bot_id: 'B0BOT' },
    })
    expect(of('subtype', 'message_deleted')).toMatchObject({ deleted_ts: ts })
    expect(of('type', 'member_joined_channel')).toMatchObject({ user: 'U0CHEN', inviter: 'U0ANNA' })
  })

  it.each([true, false])('keeps what metadata says where it keeps metadata: %s', async (keepsMetadata) => {
    const { sandbox } = await practice({ keepsMetadata })
    const { got, arrived } = await listener(sandbox, () => 200)
    const metadata = (key: string) => ({ event_type: 'reminder', event_payload: { key } })
    const posted = await call(sandbox, 'chat.postMessage', { text: 'one', metadata: metadata('a') })
    const { ts } = posted
    const history = () =>
      call(sandbox, 'conversations.history', { oldest: ts, inclusive: true, include_all_metadata: true })
    const first = await history()
    const updated = await call(sandbox, 'chat.update', { ts, text: 'two', metadata: metadata('b') })
    const second = await history()
    const tells = (answer: unknown, key: string) => JSON.stringify(answer).includes(`"key":"${key}"`)
    for (const answer of [posted, first]) expect(tells(answer, 'a')).toBe(keepsMetadata)
    for (const answer of [updated, second, sandbox.messages('wg1')])
      expect(tells(answer, 'b')).toBe(keepsMetadata)
    await arrived(2)
    expect(got.filter(({ body }) => body.includes('event_payload'))).toEqual([])
    expect(sandbox.record()[0]?.args.metadata).toEqual(metadata('a'))
    expect(await call(sandbox, 'chat.postMessage', { text: 'x', metadata: { event_type: 'a' } })).toEqual({
      ...{ ok: false, error: 'invalid_metadata_format' },
    })
  })
})

describe('over Socket Mode', () => {
  it('greets, delivers and heeds what an acknowledgement carries', async () => {
    const { sandbox, anna } = await practice()
    const { bot, got, next } = await socket(sandbox)
    expect(got[0]).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0BOT' } })
    const answered = anna.command('C0WG1', '/standard', 'x')
    const envelope = await next('slash_commands')
    expect(envelope).toMatchObject({
      accepts_response_payload: true,
      payload: { command: '/standard', text: 'x' },
    })
    bot.send('nonsense')
    bot.send(
      JSON.stringify({
        envelope_id: envelope.envelope_id,
        payload: { text: 'seen', response_type: 'in_channel' },
      }),
    )
    expect(await answered).toEqual({ ok: true })
    expect(sandbox.messages('#wg1')).toMatchObject([{ text: 'seen', byBot: true }])
  })

  it('does not hear an acknowledgement where told, and heeds nothing that it carries', async () => {
    const { sandbox, anna } = await practice()
    const { bot, got, next } = await socket(sandbox)
    const acknowledge = ({ envelope_id }: Record<string, unknown>, payload: object) =>
      bot.send(JSON.stringify({ envelope_id, payload }))
    sandbox.faults.add({ kind: 'hang_up', times: 2 })
    expect(await anna.command('C0WG1', '/standard', 'x')).toEqual({ ok: false, error: 'bot_timeout' })
    acknowledge(await next('slash_commands'), { text: 'unheard' })
    await anna.say('C0WG1', 'hello')
    const first = await next('events_api')
    const again = await next('events_api', got.indexOf(first) + 1)
    expect([first, again]).toMatchObject([{ retry_attempt: 0 }, { retry_attempt: 1, payload: first.payload }])
    acknowledge(again, {})
    const from = got.length
    const answered = anna.command('C0WG1', '/standard', 'x')
    acknowledge(await next('slash_commands', from), { text: 'heard', response_type: 'in_channel' })
    expect(await answered).toEqual({ ok: true })
    expect((await anna.messages('C0WG1')).map((each) => each.text)).toEqual(['hello', 'heard'])
  })

  it('waits for any number of acknowledgements without a warning', async () => {
    const { sandbox, anna } = await practice()
    const { bot } = await socket(sandbox)
    const warnings: Error[] = []
    const keep = (warning: Error) => void warnings.push(warning)
    process.on('warning', keep)
    const typed = Promise.all(Array.from({ length: 12 }, () => anna.command('C0WG1', '/standard')))
    const texts: string[] = []
    bot.on('message', (data) => {
      if (texts.push(data.toString()) < 12) return
      for (const text of texts) bot.send(JSON.stringify({ envelope_id: JSON.parse(text).envelope_id }))
    })
    expect(await typed).toEqual(Array.from({ length: 12 }, () => ({ ok: true })))
    process.off('warning', keep)
    expect(warnings).toEqual([])
  })

  it('gives a ticket once', async () => {
    const { sandbox } = await practice()
    const { url } = await socket(sandbox)
    const second = new WebSocket(url)
    const status = await new Promise((resolve) =>
      second.once('unexpected-response', (_, response) => resolve(response.statusCode)),
    )
    expect(status).toBe(401)
  })

  it('is offline when the last socket is gone, and delivers the event again', async () => {
    const { sandbox, anna } = await practice({ retryDelaysMs: [0, 200, 200] })
    const first = await socket(sandbox)
    await anna.say('C0WG1', 'hello')
    const envelope = await first.next('events_api')
    sandbox.faults.cutSockets()
    await anna.waitFor((event) => event.type === 'state' && !event.state.bot.online)
    const second = await socket(sandbox)
    const again = await second.next('events_api')
    expect(again).toMatchObject({ retry_attempt: expect.any(Number), payload: envelope.payload })
    expect(again.retry_attempt).toBeGreaterThan(0)
    second.bot.send(JSON.stringify({ envelope_id: again.envelope_id }))
  })

  it('asks to come again before it refreshes, and sends nothing more on that socket', async () => {
    const { sandbox, anna } = await practice()
    const first = await socket(sandbox)
    sandbox.faults.refreshSockets()
    expect(await first.next('disconnect')).toMatchObject({ reason: 'refresh_requested' })
    expect(await anna.command('C0WG1', '/standard')).toEqual({ ok: false, error: 'bot_offline' })
    expect(first.bot.readyState).toBe(WebSocket.OPEN)
  })

  it('has room for ten sockets', async () => {
    const { sandbox } = await practice()
    for (let nth = 1; nth <= 10; nth += 1) await socket(sandbox)
    const answer = await fetch(`${sandbox.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.appToken}` },
    })
    expect(await answer.json()).toMatchObject({ ok: false })
  })
})
