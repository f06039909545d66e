import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { type RunningBot, runningBot } from './running-bot.ts'

const { database } = await testDatabase()

let bot: RunningBot
beforeAll(async () => {
  bot = await runningBot('HTTP', { database, workspace: 'forged' })
})
afterAll(() => bot.stop())

const secondsFromNow = (seconds: number) => String(Math.floor(Date.now() / 1_000) + seconds)
const form = 'application/x-www-form-urlencoded'
const minute = 60
const day = 86_400

type Forgery = {
  timestamp?: string
  signature?: string
  secret?: string
  type?: string
  headers?: Record<string, string>
}

/** A request as Slack would sign it, but for what is forged; the status of the answer. */
async function send(body: string, forgery: Forgery = {}): Promise<number> {
  const timestamp = forgery.timestamp ?? secondsFromNow(0)
  const hmac = createHmac('sha256', forgery.secret ?? bot.sandbox.signingSecret)
  const headers = {
    'content-type': forgery.type ?? form,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': forgery.signature ?? `v0=${hmac.update(`v0:${timestamp}:${body}`).digest('hex')}`,
    ...forgery.headers,
  }
  const answer = await fetch(bot.requestUrl, { method: 'POST', headers, body })
  await answer.text()
  return answer.status
}

function command(text: string): string {
  return new URLSearchParams({
    command: '/wg',
    text,
    user_id: 'U0LINDEN',
    channel_id: 'C0GENERAL',
    team_id: 'T0PRACTICE',
    trigger_id: `1.2.${text}`,
    response_url: `${bot.sandbox.url}/response/none`,
  }).toString()
}

function homeOpened(eventId: string, user: string): string {
  return JSON.stringify({
    type: 'event_callback',
    event_id: eventId,
    team_id: 'T0PRACTICE',
    api_app_id: 'A0BOT',
    event: { type: 'app_home_opened', user, tab: 'home', channel: 'D0X', event_ts: '1.1' },
  })
}

describe('requests that Slack did not send just now', () => {
  beforeEach(async () => {
    // Whatever was sent before has been acted upon by now.
    await answered()
  })

  test('one that is signed and of now is taken', async () => {
    expect(await send(command('WG8'))).toBe(200)
  })

  test.each([
    ['signed with another secret', { secret: 'guessed' }],
    ['not signed at all', { signature: '' }],
    ['signed with nonsense', { signature: 'v0=zz' }],
    ['signed by an older method', { signature: `v1=${'0'.repeat(64)}` }],
    ['six minutes old', { timestamp: secondsFromNow(-6 * minute) }],
    ['a day old', { timestamp: secondsFromNow(-day) }],
    ['dated six minutes ahead', { timestamp: secondsFromNow(6 * minute) }],
    ['dated a day ahead', { timestamp: secondsFromNow(day) }],
    ['dated with no number', { timestamp: 'tomorrow' }],
    ['dated with nothing', { timestamp: '' }],
    ['dated at infinity', { timestamp: 'Infinity' }],
    ['dated in hexadecimal, a day ahead', { timestamp: `0x${Number(secondsFromNow(day)).toString(16)}` }],
  ])('%s: refused, and nothing is done', async (_what, forgery) => {
    const before = bot.sandbox.record().length
    expect(await send(homeOpened(`Ev-${_what}`, 'U0LOTUS'), { type: 'application/json', ...forgery })).toBe(
      401,
    )
    await answered()
    const since = bot.sandbox.record().slice(before)
    expect(since.filter(({ method }) => method === 'views.publish')).toEqual([])
  })

  test('a body changed after it was signed', async () => {
    const timestamp = secondsFromNow(0)
    const hmac = createHmac('sha256', bot.sandbox.signingSecret)
    const signature = `v0=${hmac.update(`v0:${timestamp}:${command('WG8')}`).digest('hex')}`
    expect(await send(command('send reminder'), { timestamp, signature })).toBe(401)
  })

  test('a body beyond the limit, however signed', async () => {
    expect(await send(command('x'.repeat(1_100_000)))).toBe(413)
    expect(await send(command('x'.repeat(1_100_000)), { secret: 'guessed' })).toBe(413)
  })

  test.each([
    ['no JSON', 'application/json', '{', 400],
    ['a payload that is no JSON', form, 'payload=%7B', 400],
    ['nothing', form, '', 404],
    ['null', 'application/json', 'null', 400],
    ['a payload that is null', form, 'payload=null', 400],
    [
      'an event that is null',
      'application/json',
      '{"type":"event_callback","event_id":"E9","event":null}',
      400,
    ],
    [
      'a press by nobody',
      form,
      `payload=${encodeURIComponent('{"type":"block_actions","actions":[{}]}')}`,
      400,
    ],
    ['an array', 'application/json', '[]', 400],
  ])('signed nonsense is refused: %s', async (_what, type, body, status) => {
    expect(await send(body, { type })).toBe(status)
  })

  test('another method and another address are not there', async () => {
    const { origin } = new URL(bot.requestUrl)
    expect((await fetch(bot.requestUrl)).status).toBe(404)
    expect((await fetch(`${origin}/`, { method: 'POST', body: 'x' })).status).toBe(404)
  })
})

describe('signed gestures with what no message or modal of ours carries', () => {
  const from = {
    user: { id: 'U0JASMINE' },
    team: { id: 'T0PRACTICE' },
    api_app_id: 'A0BOT',
    trigger_id: '1.2.3',
  }
  const payload = (content: object) =>
    `payload=${encodeURIComponent(JSON.stringify({ ...from, ...content }))}`
  const pressed = (id: string, value: string) =>
    payload({
      type: 'block_actions',
      channel: { id: 'C0GENERAL' },
      container: { type: 'message', channel_id: 'C0GENERAL', message_ts: '1.1' },
      response_url: `${bot.sandbox.url}/response/none`,
      actions: [{ type: 'button', action_id: id, block_id: 'b', value, action_ts: '1.1' }],
    })
  const sent = (id: string, meta: string) =>
    payload({
      type: 'view_submission',
      view: { id: 'V1', type: 'modal', callback_id: id, private_metadata: meta, state: { values: {} } },
    })

  test.each<[string, () => string]>([
    [
      'an assignment of another group',
      () => pressed('assignment.act', '{"assignment":"wg3-01","kind":"accept"}'),
    ],
    [
      'an assignment that is not',
      () => pressed('assignment.act', '{"assignment":"nothing","kind":"accept"}'),
    ],
    ['broken JSON', () => pressed('assignment.act', '{"assignment":')],
    ['what is too long', () => pressed('standard.open', 'x'.repeat(3_000))],
    ['the secretariat’s button', () => pressed('proposal.accept', '1')],
    ['a modal of broken metadata', () => sent('work.drop', '{')],
    ['a modal about nothing', () => sent('work.drop', '{"item":"nothing"}')],
    ['the secretariat’s modal', () => sent('goal.end', '{"goal":"g1","state":"dropped"}')],
  ])('%s changes nothing', async (_what, body) => {
    const before = await everyRow(database)
    await send(body())
    await answered()
    const { members: _linked, events: _told, ...rows } = await everyRow(database)
    const { members: _before, events: _heard, ...kept } = before
    expect(rows).toStrictEqual(kept)
  })
})

test('an event that Slack repeats is acted upon once', async () => {
  const before = bot.sandbox.record().length
  const body = homeOpened('Ev0REPLAYED', 'U0JASMINE')
  for (const [retry, reason] of [
    [0, ''],
    [1, 'http_timeout'],
    [2, 'http_error'],
  ] as const) {
    const headers = { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason }
    expect(await send(body, { type: 'application/json', ...(retry > 0 && { headers }) })).toBe(200)
  }
  await answered()
  await bot.rest()
  const published = bot.sandbox.record().slice(before)
  expect(published.filter(({ method }) => method === 'views.publish')).toHaveLength(1)
})

/** The bot lives and answers; what came before has been taken up. */
async function answered(): Promise<void> {
  const visitor = bot.person('U0VISITOR')
  expect(await visitor.command('C0GENERAL', '/wg', 'WG8')).toEqual({ ok: true })
  await visitor.waitForMessage((message) => message.ephemeral === true)
  await visitor.leave()
}
