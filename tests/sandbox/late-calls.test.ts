import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Sandbox, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { httpBot } from './bolt-app.ts'
import { seed } from './seed.ts'

let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await startSandbox({ seed, now: () => new Date() })
})
afterEach(() => sandbox.close())

const method = 'chat.postMessage'
const texts = () => sandbox.messages('wg1').map((each) => each.text)
const cameIn = () => vi.waitFor(() => expect(sandbox.faults.list()).toEqual([]), { interval: 5 })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function post(text: string, more: { channel?: string; timeout?: number } = {}) {
  const { channel = 'C0WG1', ...options } = more
  const client = new WebClient(sandbox.botToken, {
    ...{ slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 }, ...options },
  })
  return client.chat.postMessage({ channel, text })
}

describe('a call that Slack carries out late', () => {
  it('takes effect after the client has gone, and is recorded then', async () => {
    sandbox.faults.add({ kind: 'late', ms: 600, method })
    await expect(post('x', { timeout: 50 })).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    const goneAt = new Date().toISOString()
    expect(texts()).toEqual([])
    expect(sandbox.record()).toEqual([])
    await vi.waitFor(() => expect(texts()).toEqual(['x']))
    const [call] = sandbox.record()
    expect(call).toMatchObject({ method, status: 200, effect: true, fault: 'late', args: { text: 'x' } })
    expect(call?.answer).toMatchObject({ ok: true, ts: sandbox.messages('wg1')[0]?.ts })
    expect(call !== undefined && call.at > goneAt).toBe(true)
  })

  it('answers a client that waits, after what came in later and was done at once', async () => {
    sandbox.faults.add({ kind: 'late', ms: 500 })
    const late = post('late')
    await cameIn()
    await post('prompt')
    expect(texts()).toEqual(['prompt'])
    expect((await late).ts).toBe(sandbox.messages('wg1')[1]?.ts)
    expect(texts()).toEqual(['prompt', 'late'])
  })

  it('is refused by what stands in the workspace then', async () => {
    sandbox.faults.add({ kind: 'late', ms: 50 })
    await expect(post('x', { channel: 'C0WG2' })).rejects.toMatchObject({ data: { error: 'not_in_channel' } })
    expect(sandbox.record()).toMatchObject([{ effect: false, fault: 'late', answer: { ok: false } }])
  })

  it('never comes to anything where the workspace closes before', async () => {
    sandbox.faults.add({ kind: 'late', ms: 300 })
    const lost = expect(post('x')).rejects.toThrow()
    await cameIn()
    await sandbox.close()
    await lost
    await pause(400)
    expect(texts()).toEqual([])
    expect(sandbox.record()).toEqual([])
    sandbox = await startSandbox({ seed, now: () => new Date() })
  })
})

it('cuts a call off that is not carried out', async () => {
  sandbox.faults.add({ kind: 'cut', channel: 'C0WG1', times: 2 })
  await post('elsewhere', { channel: 'D0LIN' })
  for (const text of ['1', '2'])
    await expect(post(text)).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
  await post('3')
  expect(texts()).toEqual(['3'])
  const cut = { method, status: 0, effect: false, fault: 'cut' }
  expect(sandbox.record()).toMatchObject([{ effect: true }, cut, cut, { effect: true }])
})

it('plays both over HTTP', async () => {
  const order = async (add: unknown[]) => {
    const body = JSON.stringify({ add })
    return (await fetch(`${sandbox.url}/control/faults`, { method: 'POST', body })).status
  }
  expect(await order([{ kind: 'late' }])).toBe(400)
  expect(await order([{ kind: 'cut', ms: 5 }])).toBe(400)
  expect(await order([{ kind: 'cut' }, { kind: 'late', ms: 5, channel: 'C0WG1', method }])).toBe(200)
  await expect(post('cut')).rejects.toThrow()
  await post('late')
  expect(texts()).toEqual(['late'])
  const { calls } = (await (await fetch(`${sandbox.url}/control/record`)).json()) as { calls: unknown[] }
  expect(calls).toMatchObject([
    { fault: 'cut', answer: null, status: 0, effect: false },
    { fault: 'late', effect: true },
  ])
})

it('plays both upon a response URL', async () => {
  const told: string[] = []
  const responses = () => sandbox.record().filter((call) => call.method === 'response_url')
  const bot = await httpBot(sandbox, (app) => {
    app.command('/standard', async ({ ack, respond, command }) => {
      await ack()
      await respond(command.text).then(
        () => told.push('answered'),
        () => told.push('cut'),
      )
    })
  })
  const anna = sandboxPerson(sandbox, 'U0ANNA')
  sandbox.faults.add({ kind: 'cut', method: 'response_url' })
  await anna.command('C0WG1', '/standard', 'unsaid')
  await vi.waitFor(() => expect(told).toEqual(['cut']))
  sandbox.faults.add({ kind: 'late', ms: 500, method: 'response_url' })
  await anna.command('C0WG1', '/standard', 'said')
  await cameIn()
  expect(responses()).toMatchObject([{ status: 0, effect: false, fault: 'cut' }])
  await anna.waitForMessage((each) => each.text === 'said')
  await vi.waitFor(() => expect(told).toEqual(['cut', 'answered']))
  expect(responses().slice(1)).toMatchObject([{ status: 200, effect: true, fault: 'late' }])
  expect((await anna.messages('C0WG1')).map((each) => each.text)).toEqual(['said'])
  await anna.leave()
  await bot.stop()
})
