import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { SocketModeClient } from '@slack/socket-mode'
import { expect, onTestFinished, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/index.ts'
import { askingClient } from '../../src/slack/client.ts'
import { guardEnvelopes } from '../../src/slack/envelopes.ts'
import { slackLogger } from '../../src/slack/slack-logger.ts'
import { keepConnected } from '../../src/slack/socket.ts'
import { journal } from '../queue/diary.ts'
import { seed } from './workspace.ts'

/** An address at which everybody is let in and nobody is answered. */
async function silence(): Promise<string> {
  const server = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

/** A Slack that leads to these sockets, one after the other, and then to the last of them. */
async function leadingTo(urls: (() => Promise<string | undefined>)[]): Promise<string> {
  let asked = 0
  const server = createHttpServer(async (_request, response) => {
    const url = await urls[Math.min(asked++, urls.length - 1)]?.()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, url }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/`
}

test('a handshake that nobody answers is given up, again and again, and the next one is made', async () => {
  const sandbox = await startSandbox({ seed, now: () => new Date(), rateLimits: false })
  onTestFinished(() => sandbox.close())
  const log = journal()
  const real = async () =>
    (await askingClient(sandbox.appToken, sandbox.apiUrl, log).apps.connections.open({})).url
  const nowhere = await silence()
  const slackApiUrl = await leadingTo([async () => nowhere, async () => nowhere, real])
  const client = new SocketModeClient({
    appToken: sandbox.appToken,
    logger: slackLogger(log),
    autoReconnectEnabled: false,
    clientOptions: { slackApiUrl },
  })
  const socket = keepConnected(client, log, 300)
  onTestFinished(() => socket.stop())
  await expect.poll(() => socket.isOpen(), { timeout: 15_000 }).toBe(true)
  const given = log.lines.filter(({ fields }) => fields.error === 'no connection within 0.3 seconds')
  expect(given).toHaveLength(2)
})

test('what the SDK itself stumbles over ends nothing', async () => {
  const client = new SocketModeClient({ appToken: 'xapp-1' })
  const log = journal()
  guardEnvelopes(client, log)
  const strays: unknown[] = []
  const stray = (reason: unknown) => strays.push(reason)
  process.on('unhandledRejection', stray)
  onTestFinished(() => void process.off('unhandledRejection', stray))
  const odd = [
    { type: 'events_api', envelope_id: 'e1', payload: null },
    { type: 'events_api', envelope_id: 'e2', payload: { event: null } },
    null,
  ]
  for (const one of odd) client.emit('ws_message', Buffer.from(JSON.stringify(one)), false)
  await expect.poll(() => log.lines.filter(({ level }) => level === 'error').length).toBe(odd.length)
  expect(strays).toEqual([])
})

test.each([
  null,
  5,
  [],
  'text',
  { type: 'event_callback', event: null },
  { type: 'block_actions', actions: 5 },
])('what is no request is acknowledged and reaches no listener: %j', async (body) => {
  const client = new SocketModeClient({ appToken: 'xapp-1' })
  const heard: unknown[] = []
  client.on('slack_event', ({ body: given }) => void heard.push(given))
  client.on('slack_event', async () => {
    throw new Error('a listener that fails')
  })
  const log = journal()
  guardEnvelopes(client, log)
  let acknowledged = 0
  const ack = async () => {
    acknowledged += 1
  }
  client.emit('slack_event', { ack, body })
  await log.line(({ level }) => level === 'warn')
  expect([heard, acknowledged]).toEqual([[], 1])
  client.emit('slack_event', { ack, body: { type: 'slash_commands' } })
  await log.line(({ level }) => level === 'error')
  expect(heard).toEqual([{ type: 'slash_commands' }])
})
