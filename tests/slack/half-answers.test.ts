import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { Messenger } from '../../src/contract/slack.ts'
import { askingClient, sayingClient } from '../../src/slack/client.ts'
import { messenger } from '../../src/slack/deliver.ts'
import { journal } from '../queue/diary.ts'

type Answer = { status?: number; headers?: Record<string, string>; body: string }

/** Speaks to a Slack, or to something on the way there, that gives this answer to everything but who the bot is. */
async function speaking({ status = 200, headers = {}, body }: Answer): Promise<Messenger> {
  const server = createServer((request, response) => {
    request.resume()
    const isAuth = request.url?.endsWith('auth.test') === true
    const auth = JSON.stringify({ ok: true, user_id: 'U0BOT', bot_id: 'B0BOT' })
    response.writeHead(isAuth ? 200 : status, { 'content-type': 'application/json', ...headers })
    response.end(isAuth ? auth : body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/`
  return messenger(sayingClient('xoxb-1', url, journal()), askingClient('xoxb-1', url, journal()))
}

const posting = { channel: 'C0', key: 'k', message: { text: 'x', blocks: [] } }
const json = (value: unknown): Answer => ({ body: JSON.stringify(value) })

// Each of them may come from something on the way, after Slack has taken the message.
test.each<[string, Answer, object]>([
  ['half of one', { body: '{"ok":true,"channel"' }, { kind: 'unknown', error: 'unreadable_answer' }],
  ['nothing', { body: '' }, { kind: 'unknown', error: 'unreadable_answer' }],
  ['an empty object', json({}), { kind: 'unknown' }],
  ['a page', { body: '<html>Sign in</html>' }, { kind: 'unknown', error: 'unreadable_answer' }],
  ['one without the message’s ts', json({ ok: true, channel: 'C0' }), { kind: 'unknown', error: 'no_ts' }],
  ['a page that forbids', { status: 403, body: '<html>' }, { kind: 'unknown', error: 'http_403' }],
  ['a page that is not there', { status: 404, body: '<html>' }, { kind: 'unknown', error: 'http_404' }],
  ['a page that took too long', { status: 408, body: '<html>' }, { kind: 'unknown', error: 'http_408' }],
  ['a page that is too large', { status: 413, body: '<html>' }, { kind: 'refused', forGood: true }],
  [
    'that the service is unavailable',
    json({ ok: false, error: 'service_unavailable' }),
    { kind: 'unknown', error: 'service_unavailable' },
  ],
  [
    '429 without a time',
    { status: 429, body: '{}' },
    { kind: 'refused', error: 'ratelimited', retryAfterMs: 30_000, forGood: false },
  ],
  ['Slack’s own refusal', json({ ok: false, error: 'is_archived' }), { kind: 'refused', forGood: true }],
])('a post that is answered with %s', async (_what, answer, outcome) => {
  expect(await (await speaking(answer)).post(posting)).toMatchObject(outcome)
})

const ours = { user: 'U0BOT', bot_id: 'B0BOT', ts: '1700000000.000100' }
const notice = (event_payload?: object) => ({
  ...ours,
  metadata: { event_type: 'rapporteur_notice', ...(event_payload && { event_payload }) },
})

// What is called absent is said again.
test.each<[string, Answer, object]>([
  ['no messages at all', json({ ok: true, messages: [] }), { kind: 'absent' }],
  ['nothing about messages', json({ ok: true }), { kind: 'unreadable', error: 'no_messages' }],
  [
    'which there is more and no way to it',
    json({ ok: true, messages: [], has_more: true }),
    { kind: 'unreadable' },
  ],
  ['our mark without what it marks', json({ ok: true, messages: [notice()] }), { kind: 'unreadable' }],
  ['our mark with nothing in it', json({ ok: true, messages: [notice({})] }), { kind: 'unreadable' }],
  ['another notice', json({ ok: true, messages: [notice({ key: 'other' })] }), { kind: 'absent' }],
  ['an own message without a mark', json({ ok: true, messages: [ours] }), { kind: 'unreadable' }],
  [
    'Slack’s own line about the bot',
    json({ ok: true, messages: [{ user: 'U0BOT', subtype: 'channel_join', ts: '1.1' }] }),
    { kind: 'absent' },
  ],
  ['somebody else’s words', json({ ok: true, messages: [{ user: 'U1', ts: '1.1' }] }), { kind: 'absent' }],
  ['half an answer', { body: '{"ok":true,"mess' }, { kind: 'unknown' }],
])('a history of %s', async (_what, answer, looked) => {
  expect(await (await speaking(answer)).find('C0', 'k', new Date(0))).toMatchObject(looked)
})
