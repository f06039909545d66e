import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, type SandboxPerson, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { type Bot, socketBot } from './bolt-app.ts'
import { seed } from './seed.ts'

let sandbox: Sandbox
let client: WebClient
let wireMs = 0

beforeEach(async () => {
  sandbox = await startSandbox({ seed, now: () => new Date(), wireNow: () => wireMs })
  client = slack()
})
afterEach(() => sandbox.close())

function slack(more: object = {}) {
  return new WebClient(sandbox.botToken, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...more,
  })
}

async function limitedTo(postsPerMinute: number) {
  await sandbox.close()
  sandbox = await startSandbox({ seed, now: () => new Date(), wireNow: () => wireMs, postsPerMinute })
  client = slack()
}

const post = (text = 'x', channel = 'C0WG1') => client.chat.postMessage({ channel, text })
const texts = () => sandbox.messages('wg1').map((each) => each.text)

describe('rate limits', () => {
  it('let a short burst into a channel, then one message a second, each channel for itself', async () => {
    for (let nth = 1; nth <= 4; nth += 1) await post()
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 1 })
    await post('elsewhere', 'D0LIN')
    await expect(post('by name', '#wg1')).rejects.toThrow()
    wireMs += 1000
    await post('later')
    expect(texts()).toEqual(['x', 'x', 'x', 'x', 'later'])
  })

  it('let the whole workspace burst, then post so many a minute, whatever the channel', async () => {
    await limitedTo(600)
    for (const channel of ['C0WG1', 'C0WG1', 'C0WG1', 'C0WG1', 'D0LIN', 'D0LIN', 'D0LIN', 'D0LIN'])
      await post('x', channel)
    for (let nth = 1; nth <= 2; nth += 1) await post('x', 'D0ANNA')
    await expect(post('x', 'D0CHEN')).rejects.toMatchObject({ retryAfter: 1 })
    await client.chat.update({ channel: 'C0WG1', ts: sandbox.messages('wg1')[0]?.ts ?? '', text: 'y' })
    wireMs += 100
    await post('x', 'D0CHEN')
    await expect(post('x', 'D0CHEN')).rejects.toMatchObject({ retryAfter: 1 })
  })

  it('take a refused call from neither the channel nor the workspace', async () => {
    await limitedTo(600)
    for (let nth = 1; nth <= 4; nth += 1) await post()
    for (let nth = 1; nth <= 9; nth += 1) await expect(post()).rejects.toThrow()
    for (const channel of ['D0LIN', 'D0LIN', 'D0LIN', 'D0LIN', 'D0ANNA', 'D0ANNA']) await post('x', channel)
    for (let nth = 1; nth <= 9; nth += 1) await expect(post('x', 'D0CHEN')).rejects.toThrow()
    wireMs += 400
    for (let nth = 1; nth <= 4; nth += 1) await post('x', 'D0CHEN')
  })

  it('ask to wait for the longer of the two', async () => {
    await limitedTo(6)
    for (const channel of ['C0WG1', 'C0WG1', 'C0WG1', 'C0WG1', 'D0LIN', 'D0LIN', 'D0LIN', 'D0LIN'])
      await post('x', channel)
    await expect(post()).rejects.toMatchObject({ retryAfter: 1 })
    for (let nth = 1; nth <= 2; nth += 1) await post('x', 'D0ANNA')
    await expect(post()).rejects.toMatchObject({ retryAfter: 10 })
    wireMs += 9000
    await expect(post()).rejects.toMatchObject({ retryAfter: 1 })
    wireMs += 1000
    await post()
  })

  it('count the calls of a method by its tier', async () => {
    for (let nth = 1; nth <= 20; nth += 1) await client.users.list({})
    await expect(client.users.list({})).rejects.toMatchObject({ retryAfter: 3 })
    await client.users.info({ user: 'U0LIN' })
  })

  it('can be switched off', async () => {
    await sandbox.close()
    sandbox = await startSandbox({ seed, now: () => new Date(), rateLimits: false })
    client = slack()
    for (let nth = 1; nth <= 30; nth += 1) await post(String(nth))
    expect(texts()).toHaveLength(30)
  })
})

describe('faults of calls', () => {
  it('429 with the seconds to wait, for as many calls as told', async () => {
    sandbox.faults.add({ kind: 'status', status: 429, retryAfterSeconds: 7, times: 2 })
    for (let nth = 1; nth <= 2; nth += 1) await expect(post()).rejects.toMatchObject({ retryAfter: 7 })
    await post('taken')
    expect(texts()).toEqual(['taken'])
  })

  it('500 before and after the call took effect', async () => {
    sandbox.faults.add({ kind: 'status', status: 500, method: 'chat.postMessage' })
    sandbox.faults.add({ kind: 'status', status: 500, method: 'chat.postMessage', taken: true })
    await client.auth.test()
    await expect(post('lost')).rejects.toMatchObject({ code: 'slack_webapi_http_error' })
    expect(texts()).toEqual([])
    await expect(post('said')).rejects.toMatchObject({ code: 'slack_webapi_http_error' })
    expect(texts()).toEqual(['said'])
    const posts = sandbox.record().filter((each) => each.method === 'chat.postMessage')
    expect(posts).toMatchObject([
      { status: 500, effect: false, fault: 'status', args: { text: 'lost' } },
      { status: 500, effect: true, fault: 'status', args: { text: 'said' } },
    ])
  })

  it('a reply that is lost: a client that retries says it twice', async () => {
    sandbox.faults.add({ kind: 'lost_reply', channel: 'C0WG1' })
    await post('elsewhere', 'D0LIN')
    await expect(post('once')).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    sandbox.faults.add({ kind: 'lost_reply' })
    const retrying = slack({ retryConfig: { retries: 1, minTimeout: 1 } })
    await retrying.chat.postMessage({ channel: 'C0WG1', text: 'twice' })
    expect(texts()).toEqual(['once', 'twice', 'twice'])
  })

  it('an answer that comes late', async () => {
    sandbox.faults.add({ kind: 'slow', ms: 60_000 })
    // Long enough to be heard on a busy machine.
    const hasty = slack({ timeout: 1_000 })
    await expect(hasty.chat.postMessage({ channel: 'C0WG1', text: 'x' })).rejects.toThrow()
    expect(texts()).toEqual(['x'])
  })

  it('any error that Slack may answer', async () => {
    sandbox.faults.add({ kind: 'error', error: 'fatal_error' })
    await expect(post()).rejects.toMatchObject({ data: { error: 'fatal_error' } })
    expect(texts()).toEqual([])
    expect(() => sandbox.faults.add({ kind: 'error', error: '' })).toThrow()
  })

  it('are switched over HTTP too', async () => {
    const order = (body: unknown) =>
      fetch(`${sandbox.url}/control/faults`, { method: 'POST', body: JSON.stringify(body) })
    const add = [{ kind: 'error', error: 'internal_error', times: 5 }]
    expect(await (await order({ add })).json()).toMatchObject({ ok: true, faults: add })
    await expect(post()).rejects.toMatchObject({ data: { error: 'internal_error' } })
    expect(sandbox.faults.list()).toMatchObject([{ times: 4 }])
    expect((await order({ add: [{ kind: 'earthquake' }] })).status).toBe(400)
    await order({ clear: true })
    await post()
    const record = await (await fetch(`${sandbox.url}/control/record`)).json()
    expect(record).toMatchObject({ calls: [{ fault: 'error', effect: false }, { effect: true }] })
  })
})

describe('faults of deliveries', () => {
  let bot: Bot
  let anna: SandboxPerson
  const seen: string[] = []

  beforeEach(async () => {
    seen.length = 0
    bot = await socketBot(sandbox, (app) => {
      app.message(async ({ body, context, client: api }) => {
        seen.push(`${body.event_id} ${context.retryNum ?? 0}`)
        if (seen.length === 2) await api.chat.postMessage({ channel: 'C0WG1', text: 'heard both' })
      })
      app.command('/standard', async ({ ack, command, client: api }) => {
        await ack()
        seen.push(command.trigger_id)
        if (seen.length === 2) await api.chat.postMessage({ channel: 'C0WG1', text: 'heard both' })
      })
    })
    anna = sandboxPerson(sandbox, 'U0ANNA')
  })
  afterEach(async () => {
    await anna.leave()
    await bot.stop()
  })

  it('the same event twice', async () => {
    sandbox.faults.add({ kind: 'repeat', of: 'events_api' })
    await anna.say('C0WG1', 'hello')
    await anna.waitForMessage((each) => each.text === 'heard both')
    const [first, second] = seen.map((each) => each.split(' '))
    expect(first?.[0]).toBe(second?.[0])
    expect([first?.[1], second?.[1]]).toEqual(['0', '1'])
  })

  it('the same command twice', async () => {
    sandbox.faults.add({ kind: 'repeat', of: 'slash_commands' })
    await anna.command('C0WG1', '/standard', 'x')
    await anna.waitForMessage((each) => each.text === 'heard both')
    expect(seen[0]).toBe(seen[1])
  })
})
