import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeliveryOutcome } from '../../src/domain/notice/rules.ts'
import { type Fault, type Sandbox, startSandbox } from '../../src/sandbox/index.ts'
import { askingClient, sayingClient } from '../../src/slack/client.ts'
import { messenger } from '../../src/slack/deliver.ts'
import { outcomeOfFailure } from '../../src/slack/outcome.ts'
import { journal } from '../queue/diary.ts'
import { seed } from './workspace.ts'

let sandbox: Sandbox
beforeAll(async () => {
  const channels = [
    ...seed.channels,
    { id: 'C0OLD', name: 'old', topic: '', members: ['U0LOTUS'], bot: true, archived: true },
    { id: 'C0APART', name: 'apart', topic: '', members: ['U0LOTUS'], bot: false },
  ]
  sandbox = await startSandbox({ seed: { ...seed, channels }, now: () => new Date(), rateLimits: false })
})
afterAll(() => sandbox.close())

/** Long enough for an answer on this machine, short enough to be waited for. */
const timeoutMs = 500
const log = journal()

function speaking({ token = sandbox.botToken, apiUrl = sandbox.apiUrl } = {}) {
  return messenger(sayingClient(token, apiUrl, log, timeoutMs), askingClient(token, apiUrl, log))
}

let posts = 0
const posting = (channel: string) => ({
  channel,
  key: `key-${++posts}`,
  message: { text: `post ${posts}`, blocks: [] },
})
const stands = (text: string) => sandbox.messages('C0WG8').filter((one) => one.text === text).length

describe('what a post that failed has come to', () => {
  const table: [string, Fault, DeliveryOutcome, number][] = [
    [
      '429 with the seconds to wait',
      { kind: 'status', status: 429, retryAfterSeconds: 7 },
      { kind: 'refused', error: 'ratelimited', retryAfterMs: 7_000, forGood: false },
      0,
    ],
    ['500, nothing taken', { kind: 'status', status: 500 }, { kind: 'unknown', error: 'http_500' }, 0],
    [
      '500, yet taken',
      { kind: 'status', status: 500, taken: true },
      { kind: 'unknown', error: 'http_500' },
      1,
    ],
    ['503', { kind: 'status', status: 503 }, { kind: 'unknown', error: 'http_503' }, 0],
    [
      '403 of something between',
      { kind: 'status', status: 403 },
      { kind: 'refused', error: 'http_403', forGood: true },
      0,
    ],
    ['the answer is lost', { kind: 'lost_reply' }, { kind: 'unknown', error: 'UND_ERR_SOCKET' }, 1],
    ['the answer is too slow', { kind: 'slow', ms: 2_000 }, { kind: 'unknown', error: 'no_answer' }, 1],
    [
      'fatal_error, which Slack calls unknowable',
      { kind: 'error', error: 'fatal_error' },
      { kind: 'unknown', error: 'fatal_error' },
      0,
    ],
    [
      'internal_error',
      { kind: 'error', error: 'internal_error' },
      { kind: 'unknown', error: 'internal_error' },
      0,
    ],
    [
      'service_unavailable passes',
      { kind: 'error', error: 'service_unavailable' },
      { kind: 'refused', error: 'service_unavailable', forGood: false },
      0,
    ],
    [
      'a token that was revoked',
      { kind: 'error', error: 'token_revoked' },
      { kind: 'refused', error: 'token_revoked', forGood: true },
      0,
    ],
  ]
  test.each(table)('%s', async (_what, fault, outcome, standing) => {
    sandbox.faults.add({ ...fault, method: 'chat.postMessage' } as Fault)
    const post = posting('C0WG8')
    expect(await speaking().post(post)).toEqual(outcome)
    expect(stands(post.message.text)).toBe(standing)
    expect(sandbox.faults.list()).toEqual([])
  })

  test.each([
    ['C0NOWHERE', 'channel_not_found'],
    ['#nowhere', 'channel_not_found'],
    ['C0OLD', 'is_archived'],
    ['C0APART', 'not_in_channel'],
  ])('a channel that takes nothing: %s', async (channel, error) => {
    expect(await speaking().post(posting(channel))).toEqual({ kind: 'refused', error, forGood: true })
  })

  test('a token that Slack does not know', async () => {
    const outcome = await speaking({ token: 'xoxb-unknown' }).post(posting('C0WG8'))
    expect(outcome).toEqual({ kind: 'refused', error: 'invalid_auth', forGood: true })
  })

  test('blocks that Slack refuses are told with its reasons', async () => {
    const message = { text: 'x', blocks: [{ type: 'header' as const, text: plain('x'.repeat(151)) }] }
    const outcome = await speaking().post({ ...posting('C0WG8'), message })
    expect(outcome).toMatchObject({ kind: 'refused', forGood: true })
    expect(outcome.kind === 'refused' && outcome.error).toMatch(/^invalid_blocks; .*less than 151 characters/)
  })

  test('where nothing listens, nothing can have been taken', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await once(probe, 'listening')
    const address = probe.address()
    const port = typeof address === 'object' ? address?.port : 0
    probe.close()
    await once(probe, 'close')
    const outcome = await speaking({ apiUrl: `http://127.0.0.1:${port}/api/` }).post(posting('C0WG8'))
    expect(outcome).toEqual({ kind: 'refused', error: 'ECONNREFUSED', forGood: false })
  })

  test('what is no answer of Slack’s is a bug and thrown on', () => {
    expect(() => outcomeOfFailure(new TypeError('ours'))).toThrow('ours')
  })
})

describe('its own message is known again', () => {
  const since = new Date()

  test('by its key, beyond the first page, among messages of others', async () => {
    const mine = posting('C0GENERAL')
    const said = await speaking().post(mine)
    for (let nth = 0; nth < 210; nth++) await speaking().post(posting('C0GENERAL'))
    const found = await speaking().find('C0GENERAL', mine.key, since)
    expect(found).toEqual({ ...said, kind: 'found' })
    expect(await speaking().find('C0GENERAL', 'never-said', since)).toEqual({ kind: 'absent' })
    const later = new Date(since.getTime() + 3_600_000)
    expect(await speaking().find('C0GENERAL', mine.key, later)).toEqual({ kind: 'absent' })
  })

  test.each([
    ['missing_scope', true],
    ['not_in_channel', true],
    ['internal_error', false],
  ])('history that can’t be read: %s, for good: %s', async (error, forGood) => {
    sandbox.faults.add({ kind: 'error', error, method: 'conversations.history', times: 3 })
    expect(await speaking().find('C0WG8', 'k', since)).toEqual({ kind: 'unreadable', error, forGood })
    sandbox.faults.clear()
  })

  test('nor where only the channel’s name is known', async () => {
    expect(await speaking().find('#general', 'k', since)).toMatchObject({
      kind: 'unreadable',
      forGood: false,
    })
  })
})

function plain(text: string) {
  return { type: 'plain_text' as const, text }
}
