import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts'
import { seed } from './seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  const pageAssets = async () => ({ html: '<p>练习</p>', js: 'let a = 1', css: 'p {}' })
  sandbox = await startSandbox({ seed, now: () => new Date(), pageAssets })
})
afterAll(() => sandbox.close())

function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const asked = request(`${sandbox.url}${path}`, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

it('serves the page', async () => {
  const answer = await fetch(sandbox.url)
  expect(await answer.text()).toBe('<p>练习</p>')
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect((await fetch(`${sandbox.url}/page/app.js`)).headers.get('content-type')).toContain('text/javascript')
  expect((await fetch(`${sandbox.url}/page/app.css`)).headers.get('content-type')).toContain('text/css')
})

it('refuses other hosts, other origins and other sites', async () => {
  const host = new URL(sandbox.url).host
  expect(await ask('/', { host: 'evil.example' })).toBe(403)
  expect(await ask('/', { host: `127.0.0.1.evil.example:80` })).toBe(403)
  expect(await ask('/page/state?as=U0ANNA', { origin: 'http://evil.example' })).toBe(403)
  expect(await ask('/page/state?as=U0ANNA', { 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await ask('/control/faults', { origin: 'null' }, '{}')).toBe(403)
  expect(
    await ask('/page/state?as=U0ANNA', { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }),
  ).toBe(200)
  const port = new URL(sandbox.url).port
  expect(
    await ask('/page/state?as=U0ANNA', { host: `localhost:${port}`, origin: `http://localhost:${port}` }),
  ).toBe(200)
  expect(await ask('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(200)
})

it('refuses sockets of other origins and of nobody', async () => {
  const status = (path: string, origin?: string) =>
    new Promise((resolve) => {
      const live = new WebSocket(
        `${sandbox.url.replace('http', 'ws')}${path}`,
        origin === undefined ? {} : { origin },
      )
      live.once('unexpected-response', (_, response) => resolve(response.statusCode))
      live.once('message', () => {
        live.terminate()
        resolve('open')
      })
      live.once('error', () => undefined)
    })
  expect(await status('/page/live?as=U0ANNA', 'http://evil.example')).toBe(403)
  expect(await status('/page/live?as=U0NOBODY')).toBe(400)
  expect(await status('/page/live?as=U0BOT')).toBe(400)
  expect(await status('/elsewhere')).toBe(404)
  expect(await status('/link/?ticket=forged')).toBe(401)
  expect(await status('/page/live?as=U0ANNA', sandbox.url)).toBe('open')
})

it('refuses what is too large, no JSON or nothing it knows, and lives on', async () => {
  expect(await ask('/page/message', {}, '{')).toBe(400)
  expect(await ask('/page/message', {}, JSON.stringify({ as: 'U0ANNA' }))).toBe(200)
  expect(await ask('/page/nothing', {}, '{}')).toBe(404)
  expect(await ask('/page/constructor', {}, '{}')).toBe(404)
  expect(await ask('/nowhere')).toBe(404)
  expect(await ask('/page/messages?as=U0ANNA&channel=C0WG2')).toBe(404)
  expect(await ask('/response/forged', { 'content-type': 'application/json' }, '{"text":"x"}')).toBe(404)
  expect(await ask('/upload/forged', {}, 'x')).toBe(404)
  expect(await ask('/files/F0NONE/x')).toBe(404)
  const large = await ask('/api/chat.postMessage', {}, 'x'.repeat(3 * 1024 * 1024)).catch(
    (error) => error.code,
  )
  expect([413, 'EPIPE', 'ECONNRESET']).toContain(large)
  await raw('GET :99999 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
  await raw('GET //a:b@c:99999 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n')
  await raw('GET * HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n')
  await raw('nonsense\r\n\r\n')
  expect(await ask('/')).toBe(200)
})

/** Sends bytes as they are and waits until the server has closed. */
function raw(bytes: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1')
    socket.once('close', () => resolve())
    socket.once('error', () => undefined)
    socket.resume()
    socket.write(bytes)
  })
}

it('lets nobody act for the bot or in a channel that is not theirs', async () => {
  const say = async (as: string, channel: string) => {
    const answer = await fetch(`${sandbox.url}/page/message`, {
      method: 'POST',
      body: JSON.stringify({ as, channel, text: 'x' }),
    })
    return answer.json()
  }
  expect(await say('U0BOT', 'C0WG1')).toEqual({ ok: false, error: 'bad_request' })
  expect(await say('U0CHEN', 'C0WG1')).toEqual({ ok: false, error: 'bad_request' })
  expect(await say('U0ANNA', 'D0LIN')).toEqual({ ok: false, error: 'bad_request' })
  expect(await say('U0ANNA', 'C0WG1')).toEqual({ ok: true })
})
