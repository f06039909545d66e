import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Looked } from '../../src/domain/delivery/rules.ts'
import type { DeliveryOutcome } from '../../src/domain/notice/rules.ts'
import { type Fault, type Sandbox, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
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

const hour = 3_600_000
const day = 24 * hour
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
      '403 of something between, which says nothing of what Slack took',
      { kind: 'status', status: 403 },
      { kind: 'unknown', error: 'http_403' },
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
      'team_added_to_org passes',
      { kind: 'error', error: 'team_added_to_org' },
      { kind: 'refused', error: 'team_added_to_org', forGood: false },
      0,
    ],
    ...[
      'account_inactive',
      'ekm_access_denied',
      'missing_scope',
      'not_allowed_token_type',
      'not_authed',
      'org_login_required',
      'team_access_not_granted',
      'token_expired',
      'token_revoked',
    ].map((error): [string, Fault, DeliveryOutcome, number] => [
      `${error}: the bot as such is refused, whatever the message`,
      { kind: 'error', error },
      { kind: 'barred', error },
      0,
    ]),
    [
      'the bot is cut off before Slack has taken anything, which it can’t know',
      { kind: 'cut' },
      { kind: 'unknown', error: 'UND_ERR_SOCKET' },
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
    expect(outcome).toEqual({ kind: 'barred', error: 'invalid_auth' })
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
    expect(outcome).toEqual({ kind: 'unreached', error: 'ECONNREFUSED' })
  })

  test.each([
    [new TypeError('ours'), 'ours'],
    ['ours', 'ours'],
  ])('whatever else was thrown, the call may have been made', (failure, error) => {
    expect(outcomeOfFailure(failure)).toEqual({ kind: 'unknown', error })
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
    // Slack's clock may be a day behind ours, and no more.
    const later = (ms: number) => new Date(Date.now() + ms)
    expect(await speaking().find('C0GENERAL', mine.key, later(day - hour))).toEqual(found)
    expect(await speaking().find('C0GENERAL', mine.key, later(day + hour))).toEqual({ kind: 'absent' })
  })

  test.each<[string, Looked]>([
    ['missing_scope', { kind: 'refused', error: 'missing_scope', forGood: true }],
    ['not_in_channel', { kind: 'refused', error: 'not_in_channel', forGood: true }],
    ['internal_error', { kind: 'unknown', error: 'internal_error' }],
    ['service_unavailable', { kind: 'unknown', error: 'service_unavailable' }],
    ['token_revoked', { kind: 'barred', error: 'token_revoked' }],
  ])('history that can’t be read: %s', async (error, looked) => {
    sandbox.faults.add({ kind: 'error', error, method: 'conversations.history' })
    expect(await speaking().find('C0WG8', 'k', since)).toEqual(looked)
    expect(sandbox.faults.list()).toEqual([])
  })

  describe('where a message of the bot’s bears no mark', () => {
    let unmarking: Sandbox
    beforeAll(async () => {
      unmarking = await startSandbox({
        seed,
        now: () => new Date(),
        rateLimits: false,
        keepsMetadata: false,
      })
    })
    afterAll(() => unmarking.close())
    const find = (channel: string) =>
      speaking({ token: unmarking.botToken, apiUrl: unmarking.apiUrl }).find(channel, 'k', since)

    test.each([
      ['Slack tells who the bot is', 0],
      ['Slack does not tell who the bot is', 3],
    ])('nothing is known of what stands: %s', async (_what, times) => {
      const channel = times === 0 ? 'C0WG3' : 'C0WG4'
      const lotus = sandboxPerson(unmarking, 'U0LOTUS')
      onTestFinished(() => lotus.leave())
      await lotus.say(channel, 'a person’s words bear none either')
      if (times > 0)
        unmarking.faults.add({ kind: 'error', error: 'internal_error', method: 'auth.test', times })
      expect(await find(channel)).toEqual({ kind: 'absent' })
      await speaking({ token: unmarking.botToken, apiUrl: unmarking.apiUrl }).post(posting(channel))
      expect(await find(channel)).toEqual({ kind: 'unreadable', error: 'no_metadata' })
      unmarking.faults.clear()
    })
  })

  test('nor where only the channel’s name is known', async () => {
    expect(await speaking().find('#general', 'k', since)).toEqual({ kind: 'unreadable', error: 'id_unknown' })
  })
})

describe('a message is taken back', () => {
  test('where it stands, and where it is gone already', async () => {
    const post = posting('C0WG5')
    const said = await speaking().post(post)
    if (said.kind !== 'said') throw new Error(said.error)
    const { channelId, ts } = said
    for (const _again of [1, 2]) expect(await speaking().remove({ channelId, ts })).toEqual(said)
    expect(sandbox.messages('C0WG5').filter(({ text }) => text === post.message.text)).toEqual([])
  })

  test.each<[Fault, DeliveryOutcome]>([
    [
      { kind: 'error', error: 'cant_delete_message' },
      { kind: 'refused', error: 'cant_delete_message', forGood: true },
    ],
    [
      { kind: 'error', error: 'token_revoked' },
      { kind: 'barred', error: 'token_revoked' },
    ],
    [{ kind: 'lost_reply' }, { kind: 'unknown', error: 'UND_ERR_SOCKET' }],
  ])('unless %j', async (fault, outcome) => {
    const said = await speaking().post(posting('C0WG5'))
    if (said.kind !== 'said') throw new Error(said.error)
    sandbox.faults.add({ ...fault, method: 'chat.delete' } as Fault)
    expect(await speaking().remove(said)).toEqual(outcome)
  })
})

function plain(text: string) {
  return { type: 'plain_text' as const, text }
}
