import { once } from 'node:events'
import { Agent, request as httpRequest } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { type RunningBot, runningBot } from './running-bot.ts'

const { database } = await testDatabase()

let bot: RunningBot
beforeAll(async () => {
  bot = await runningBot('HTTP', { database, workspace: 'limits' })
})
afterAll(async () => {
  await bot.stop()
})

const mega = 1_048_576
const tooLong = `The request is longer than ${mega} bytes and was not read.\n`

async function isAnswered(): Promise<void> {
  const linden = bot.person('U0LINDEN')
  expect(await linden.command('C0WG8', '/wg', 'WG8')).toEqual({ ok: true })
  await linden.waitForMessage((message) => message.ephemeral === true)
  await linden.leave()
}

function opened(): Socket {
  const socket = connect(Number(new URL(bot.requestUrl).port), '127.0.0.1')
  // Whoever is cut off while they send is told so by the system.
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  return socket
}

async function firstAnswer(socket: Socket): Promise<string> {
  const [chunk] = await once(socket, 'data')
  return String(chunk)
}

async function closed(socket: Socket): Promise<void> {
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve))
}

describe('a body beyond a megabyte', () => {
  test.each([
    ['that tells its length', { 'content-length': String(mega + 1) }],
    ['in pieces', { 'transfer-encoding': 'chunked' }],
  ])('%s is refused in a sentence, and the connection can be used again', async (_what, headers) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    onTestFinished(() => agent.destroy())
    const sockets = new Set<unknown>()
    const send = async (length: number, more: Record<string, string>) => {
      const asking = httpRequest(bot.requestUrl, { method: 'POST', agent, headers: more })
      asking.on('socket', (socket) => sockets.add(socket))
      for (let sent = 0; sent < length; sent += mega / 16)
        asking.write('x'.repeat(Math.min(mega / 16, length - sent)))
      asking.end()
      const [answer] = await once(asking, 'response')
      let text = ''
      for await (const chunk of answer) text += chunk
      return [answer.statusCode, text]
    }
    expect(await send(mega + 1, headers)).toEqual([413, tooLong])
    // As long as may be, and then refused for what it is.
    expect(await send(mega, {})).toEqual([401, ''])
    expect(sockets.size).toBe(1)
    await isAnswered()
  })

  test('that never ends is refused, and then cut off', async () => {
    const socket = opened()
    socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n')
    const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const answer = firstAnswer(socket)
    const pouring = setInterval(() => socket.write(piece), 10)
    onTestFinished(() => clearInterval(pouring))
    expect(await answer).toContain('413')
    await closed(socket)
    await isAnswered()
  })
})

describe('a request that does not come to its end', () => {
  test.each([
    ['in its head', 'POST /slack/events HTTP/1.1\r\nHost: x\r\n', 8_000],
    ['in its body', 'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{', 13_000],
  ])('%s is given up', async (_what, beginning, withinMs) => {
    const socket = opened()
    socket.write(beginning)
    const startedMs = performance.now()
    expect(await firstAnswer(socket)).toContain('408')
    await closed(socket)
    expect(performance.now() - startedMs).toBeLessThan(withinMs)
    await isAnswered()
  })

  test('holds up nobody else', async () => {
    const slow = Array.from({ length: 200 }, () => opened())
    for (const socket of slow)
      socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n')
    await isAnswered()
    for (const socket of slow) socket.destroy()
    await isAnswered()
  })

  test('holds up no stop', async () => {
    const other = await runningBot('HTTP', { database, workspace: 'limits-stop', committee: 'none' })
    const socket = connect(Number(new URL(other.requestUrl).port), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n')
    await once(socket, 'connect')
    const startedMs = performance.now()
    await other.stop()
    expect(performance.now() - startedMs).toBeLessThan(3_000)
    socket.destroy()
  })
})
