import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, type SandboxPerson, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { responseUrls, triggers } from '../../src/sandbox/state/tickets.ts'
import { seed } from './seed.ts'

type Answer = Record<string, unknown> & { ok: boolean; error?: string }

let sandbox: Sandbox
let anna: SandboxPerson
let wireMs = Date.parse('2026-01-05T09:00:00Z')

beforeAll(async () => {
  const now = () => new Date('2026-01-05T09:00:00Z')
  sandbox = await startSandbox({ seed, now, wireNow: () => wireMs, rateLimits: false })
  anna = sandboxPerson(sandbox, 'U0ANNA')
})
afterAll(async () => {
  await anna.leave()
  await sandbox.close()
})

async function call(method: string, args: object = {}, token = sandbox.botToken): Promise<Answer> {
  const answer = await fetch(`${sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  })
  return (await answer.json()) as Answer
}

async function raw(headers: Record<string, string>, body: string): Promise<Answer> {
  const answer = await fetch(`${sandbox.apiUrl}auth.test`, { method: 'POST', headers, body })
  return (await answer.json()) as Answer
}

const divider = { type: 'divider' }

describe('who may call', () => {
  it('checks the token and its type', async () => {
    expect(await raw({}, '')).toEqual({ ok: false, error: 'not_authed' })
    expect(await call('auth.test', {}, 'xoxb-forged')).toEqual({ ok: false, error: 'invalid_auth' })
    expect(await call('chat.postMessage', {}, sandbox.appToken)).toMatchObject({
      error: 'not_allowed_token_type',
    })
    expect(await call('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' })
    expect(await call('apps.connections.open', {}, sandbox.appToken)).toMatchObject({ ok: true })
    expect(await call('auth.test')).toMatchObject({
      ok: true,
      user_id: 'U0BOT',
      bot_id: 'B0BOT',
      team_id: 'T0PRACTICE',
    })
    expect(await call('chat.meMessage')).toEqual({ ok: false, error: 'unknown_method' })
    expect(await call('toString')).toEqual({ ok: false, error: 'unknown_method' })
  })

  it('reads forms and JSON, and says which body it can’t read', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(await raw(form, `token=${sandbox.botToken}`)).toMatchObject({ ok: true })
    expect(await raw({ 'content-type': 'application/json' }, '{')).toEqual({
      ok: false,
      error: 'invalid_json',
    })
    expect(await raw({ 'content-type': 'application/json' }, '[]')).toMatchObject({
      error: 'json_not_object',
    })
    expect(await raw({ 'content-type': 'text/csv' }, 'a')).toMatchObject({ error: 'invalid_post_type' })
  })
})

describe('what is refused', () => {
  const wg1 = { channel: 'C0WG1' }
  const cases: [string, string, object][] = [
    ['channel_not_found', 'chat.postMessage', { channel: 'C0NONE', text: 'x' }],
    ['channel_not_found', 'chat.postMessage', { channel: '#nothing', text: 'x' }],
    ['channel_not_found', 'conversations.history', { channel: '#wg1' }],
    ['not_in_channel', 'chat.postMessage', { channel: 'C0WG2', text: 'x' }],
    ['not_in_channel', 'conversations.history', { channel: 'C0WG2' }],
    ['is_archived', 'chat.postMessage', { channel: 'C0OLD', text: 'x' }],
    ['is_archived', 'conversations.join', { channel: 'C0OLD' }],
    ['no_text', 'chat.postMessage', { ...wg1 }],
    ['no_text', 'chat.postMessage', { ...wg1, text: '', blocks: [] }],
    ['msg_too_long', 'chat.postMessage', { ...wg1, text: 'x'.repeat(40_001) }],
    ['invalid_blocks', 'chat.postMessage', { ...wg1, blocks: [{ type: 'nothing' }] }],
    ['invalid_blocks_format', 'chat.postMessage', { ...wg1, blocks: '[{' }],
    ['invalid_metadata_format', 'chat.postMessage', { ...wg1, text: 'x', metadata: { event_type: 'a' } }],
    ['thread_not_found', 'chat.postMessage', { ...wg1, text: 'x', thread_ts: '1.000001' }],
    ['user_not_in_channel', 'chat.postEphemeral', { ...wg1, user: 'U0CHEN', text: 'x' }],
    ['user_not_found', 'chat.postEphemeral', { ...wg1, user: 'U0NONE', text: 'x' }],
    ['message_not_found', 'chat.update', { ...wg1, ts: '1.000001', text: 'x' }],
    ['message_not_found', 'chat.delete', { ...wg1, ts: '1.000001' }],
    ['message_not_found', 'chat.getPermalink', { ...wg1, message_ts: '1.000001' }],
    ['message_not_found', 'reactions.add', { ...wg1, timestamp: '1.000001', name: 'eyes' }],
    ['thread_not_found', 'conversations.replies', { ...wg1, ts: '1.000001' }],
    ['invalid_cursor', 'conversations.history', { ...wg1, cursor: 'nonsense' }],
    ['invalid_ts_oldest', 'conversations.history', { ...wg1, oldest: 'yesterday' }],
    ['invalid_limit', 'conversations.list', { limit: 'many' }],
    ['invalid_types', 'conversations.list', { types: 'secret' }],
    ['user_not_found', 'users.info', { user: 'U0NONE' }],
    ['users_not_found', 'users.lookupByEmail', { email: 'nobody@example.org' }],
    ['user_not_found', 'conversations.open', { users: 'U0NONE' }],
    ['cannot_dm_bot', 'conversations.open', { users: 'U0BOT' }],
    ['invalid_trigger_id', 'views.open', { trigger_id: '1', view: modal() }],
    ['invalid_arguments', 'views.open', { trigger_id: '1', view: { type: 'modal' } }],
    ['invalid_arguments', 'views.publish', { view: home() }],
    ['not_found', 'views.update', { view_id: 'V0NONE', view: modal() }],
    ['view_too_large', 'views.publish', { user_id: 'U0ANNA', view: { ...home(), x: 'x'.repeat(250_001) } }],
    ['invalid_arguments', 'files.completeUploadExternal', { files: [null] }],
    ['file_not_found', 'files.completeUploadExternal', { files: [{ id: 'F0NONE' }] }],
  ]
  it.each(cases)('%s by %s', async (error, method, args) => {
    const before = sandbox.messages('wg1').length
    expect(await call(method, args)).toMatchObject({ ok: false, error })
    expect(sandbox.record().at(-1)).toMatchObject({ method, effect: false, status: 200 })
    expect(sandbox.messages('wg1')).toHaveLength(before)
  })

  it('tells where blocks are wrong', async () => {
    const answer = await call('chat.postMessage', { ...wg1, blocks: [{ type: 'header' }] })
    expect(answer.response_metadata).toEqual({
      messages: ['[ERROR] missing required field: text [json-pointer:/blocks/0]'],
    })
  })

  it('lets the bot change its own messages only', async () => {
    await anna.say('C0WG1', 'mine')
    const { ts } = await anna.waitForMessage((each) => each.text === 'mine')
    expect(await call('chat.update', { ...wg1, ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    })
    expect(await call('chat.delete', { ...wg1, ts })).toMatchObject({ error: 'cant_delete_message' })
  })
})

describe('messages', () => {
  it('posts, updates, deletes, and everybody in the channel sees it', async () => {
    const posted = await call('chat.postMessage', {
      channel: '#wg1',
      text: 'a < b & <@U0LIN>',
      blocks: [divider],
    })
    expect(posted).toMatchObject({ ok: true, channel: 'C0WG1', message: { text: 'a &lt; b &amp; <@U0LIN>' } })
    const { ts } = await anna.waitForMessage((each) => each.ts === posted.ts)
    const updated = await call('chat.update', { channel: 'C0WG1', ts, text: 'only text' })
    expect(updated).toMatchObject({ ok: true, text: 'only text' })
    const changed = await anna.waitForMessage((each) => each.text === 'only text')
    expect(changed.blocks).toBeUndefined()
    expect(changed.editedAt).toBe('2026-01-05T09:00:00.000Z')
    await call('chat.delete', { channel: 'C0WG1', ts })
    await anna.waitFor((event) => event.type === 'message_deleted' && event.ts === ts)
  })

  it('lists no message that the bot has taken back', async () => {
    for (const channel of ['C0WG1', 'D0CHEN']) {
      const listed = async () => {
        const { messages } = await call('conversations.history', { channel })
        return (messages as { ts: string; reply_count?: number }[]).map(({ ts, reply_count = 0 }) => {
          return `${ts}, ${reply_count} replies`
        })
      }
      const earlier = await listed()
      const { ts: thread_ts } = await call('chat.postMessage', { channel, text: 'stands' })
      const reply = await call('chat.postMessage', { channel, thread_ts, text: 'reply' })
      const gone = await call('chat.postMessage', { channel, text: 'gone' })
      expect(await listed()).toEqual([`${gone.ts}, 0 replies`, `${thread_ts}, 1 replies`, ...earlier])
      for (const { ts } of [gone, reply]) {
        expect(await call('chat.delete', { channel, ts })).toEqual({ ok: true, channel, ts })
        const recorded = { method: 'chat.delete', args: { channel, ts } }
        expect(sandbox.record().at(-1)).toMatchObject({ ...recorded, status: 200, effect: true })
        expect(await call('chat.delete', { channel, ts })).toMatchObject({ error: 'message_not_found' })
        expect(sandbox.record().at(-1)).toMatchObject({ ...recorded, effect: false })
      }
      expect(await listed()).toEqual([`${thread_ts}, 0 replies`, ...earlier])
      const replies = await call('conversations.replies', { channel, ts: thread_ts })
      expect(replies.messages).toMatchObject([{ text: 'stands' }])
    }
  })

  it('warns of a message without a text', async () => {
    const answer = await call('chat.postMessage', { channel: 'C0WG1', blocks: [divider] })
    expect(answer).toMatchObject({ ok: true, warning: 'missing_text_in_message' })
  })

  it('keeps metadata and gives it back where it is asked for', async () => {
    const metadata = { event_type: 'reminder', event_payload: { key: 'r-1' } }
    const { ts } = await call('chat.postMessage', { channel: 'U0ANNA', text: 'x', metadata })
    const history = (more: object) => call('conversations.history', { channel: 'D0ANNA', ...more })
    expect(await history({})).not.toHaveProperty('messages.0.metadata')
    expect(await history({ include_all_metadata: true })).toMatchObject({ messages: [{ ts, metadata }] })
  })

  it('pages through a history, newest first, and through a thread, oldest first', async () => {
    const post = (text: string, more = {}) => call('chat.postMessage', { channel: 'U0LIN', text, ...more })
    const first = await post('1')
    for (const text of ['2', '3']) await post(text)
    for (const text of ['a', 'b']) await post(text, { thread_ts: first.ts })
    const texts = (answer: Answer) => (answer.messages as { text: string }[]).map((each) => each.text)
    const channel = 'D0LIN'
    const page = await call('conversations.history', { channel, limit: 2 })
    expect(texts(page)).toEqual(['3', '2'])
    expect(page.has_more).toBe(true)
    const cursor = (page.response_metadata as { next_cursor: string }).next_cursor
    const rest = await call('conversations.history', { channel, limit: 2, cursor })
    expect(texts(rest)).toEqual(['1'])
    expect(rest).toMatchObject({ has_more: false, messages: [{ reply_count: 2, reply_users: ['U0BOT'] }] })
    expect(texts(await call('conversations.replies', { channel, ts: first.ts }))).toEqual(['1', 'a', 'b'])
    const oldest = first.ts
    expect(texts(await call('conversations.history', { channel, oldest }))).toEqual(['3', '2'])
    expect(texts(await call('conversations.history', { channel, oldest, inclusive: true }))).toEqual([
      '3',
      '2',
      '1',
    ])
  })

  it('is seen by one person alone where it is ephemeral', async () => {
    await anna.command('C0WG1', '/invite', '@rapporteur')
    await call('chat.postEphemeral', { channel: 'C0WG1', user: 'U0ANNA', text: 'hush' })
    const message = await anna.waitForMessage((each) => each.text === 'hush')
    expect(message.ephemeral).toBe(true)
    expect(sandbox.messages('wg1').some((each) => each.text === 'hush')).toBe(false)
    expect((await anna.messages('C0WG1')).at(-1)?.text).toBe('hush')
  })

  it('shares a file', async () => {
    const content = 'a,b\n1,2\n'
    const place = await call('files.getUploadURLExternal', { filename: 'plan.csv', length: content.length })
    await fetch(String(place.upload_url), { method: 'POST', body: content })
    const files = [{ id: place.file_id, title: 'Plan' }]
    expect(await call('files.completeUploadExternal', { files, channel_id: 'C0WG1' })).toMatchObject({
      ok: true,
    })
    const message = await anna.waitForMessage((each) => each.files !== undefined)
    const shown = await fetch(`${sandbox.url}${message.files?.[0]?.url}`)
    expect(await shown.text()).toBe(content)
  })

  it('tells the bot of a file that a person drops, and gives it to whoever has the token', async () => {
    const content = Buffer.from('标准号,标准名称\n')
    expect(await anna.drop('D0ANNA', '清单.csv', content)).toEqual({ ok: true })
    const message = await anna.waitForMessage((each) => each.files?.[0]?.name === '清单.csv')
    expect(message).toMatchObject({ channel: 'D0ANNA', user: 'U0ANNA', text: '' })
    const id = message.files?.[0]?.id
    const { file } = await call('files.info', { file: id })
    expect(file).toMatchObject({ id, name: '清单.csv', size: content.length, user: 'U0ANNA' })
    const { url_private: url } = file as { url_private: string }
    const fetched = async (token: string) =>
      Buffer.from(await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).arrayBuffer())
    expect(await fetched(sandbox.botToken)).toEqual(content)
    expect((await fetched('xoxb-other')).toString()).toContain('<!DOCTYPE html>')
    expect(await call('files.info', { file: 'F0NONE' })).toMatchObject({ error: 'file_not_found' })
  })

  it('takes a file into no conversation that the person is not in', async () => {
    expect(await anna.drop('C0WG2', 'a.csv', Buffer.from('x'))).toEqual({ ok: false, error: 'bad_request' })
    expect(await anna.drop('nowhere', 'a.csv', Buffer.from('x'))).toEqual({ ok: false, error: 'bad_request' })
  })

  it('takes a file from Slack’s own client', async () => {
    const client = new WebClient(sandbox.botToken, {
      slackApiUrl: sandbox.apiUrl,
      retryConfig: { retries: 0 },
    })
    const file = Buffer.from('计划,plan\n')
    await anna.say('C0WG1', 'send it')
    await client.filesUploadV2({ channel_id: 'C0WG1', file, filename: '计划.csv', initial_comment: 'Here' })
    const message = await anna.waitForMessage((each) => each.files?.[0]?.name === '计划.csv')
    expect(message.text).toBe('Here')
    const shown = await fetch(`${sandbox.url}${message.files?.[0]?.url}`)
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(file)
  })
})

describe('people and channels', () => {
  it('tells a person with their locale, and finds them by email', async () => {
    const user = { id: 'U0LIN', name: 'lin.wei', real_name: '林薇', tz: 'Asia/Shanghai', tz_offset: 28_800 }
    expect(await call('users.info', { user: 'U0LIN', include_locale: true })).toMatchObject({
      user: { ...user, locale: 'zh-CN', profile: { email: 'lin.wei@example.org' } },
    })
    expect(await call('users.info', { user: 'U0LIN' })).not.toHaveProperty('user.locale')
    expect(await call('users.lookupByEmail', { email: 'LIN.WEI@example.org' })).toMatchObject({ user })
  })

  it('lists by pages', async () => {
    const page = await call('users.list', { limit: 3 })
    expect(page.members).toHaveLength(3)
    const { next_cursor: cursor } = page.response_metadata as { next_cursor: string }
    const rest = await call('users.list', { limit: 3, cursor })
    expect(rest).toMatchObject({ members: [{ id: 'U0CHEN' }], response_metadata: { next_cursor: '' } })
    const ids = (answer: Answer) => (answer.channels as { id: string }[]).map((each) => each.id)
    expect(ids(await call('conversations.list'))).toEqual(['C0WG1', 'C0OLD', 'C0WG2'])
    expect(ids(await call('conversations.list', { exclude_archived: true }))).toEqual(['C0WG1', 'C0WG2'])
    expect(ids(await call('conversations.list', { types: 'im' }))).toHaveLength(3)
    expect(ids(await call('users.conversations', { user: 'U0CHEN' }))).toEqual(['C0WG2'])
    expect(await call('conversations.members', { channel: 'C0WG1' })).toMatchObject({
      members: ['U0LIN', 'U0ANNA', 'U0BOT'],
    })
  })

  it('lets the bot join', async () => {
    expect(await call('conversations.join', { channel: 'C0WG2' })).toMatchObject({
      channel: { is_member: true },
    })
    expect(await call('conversations.join', { channel: 'C0WG2' })).toMatchObject({
      warning: 'already_in_channel',
    })
  })
})

describe('views', () => {
  it('publishes a Home view, and knows an old hash', async () => {
    const first = await call('views.publish', { user_id: 'U0ANNA', view: home() })
    const hash = (first.view as { hash: string }).hash
    await anna.waitForHome()
    expect(await call('views.publish', { user_id: 'U0ANNA', view: home(), hash })).toMatchObject({ ok: true })
    expect(await call('views.publish', { user_id: 'U0ANNA', view: home(), hash })).toMatchObject({
      error: 'hash_conflict',
    })
  })
})

function modal() {
  return { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [divider] }
}

function home() {
  return { type: 'home', blocks: [divider] }
}

describe('response URLs and trigger ids', () => {
  it('run out', () => {
    const given = triggers('1', () => wireMs)
    const id = given.give('U0ANNA')
    expect(given.take(id)).toEqual({ user: 'U0ANNA' })
    expect(given.take(id)).toBe('exchanged')
    const late = given.give('U0ANNA')
    wireMs += 3001
    expect(given.take(late)).toBe('expired')
    expect(given.take('1.2.3')).toBe('invalid')

    const urls = responseUrls(
      () => 'http://here',
      () => wireMs,
    )
    const url = urls.give({ channel: 'C0WG1', user: 'U0ANNA' })
    const ticket = url.slice('http://here/response/'.length)
    for (let use = 1; use <= 5; use += 1) expect(urls.take(ticket)).toMatchObject({ user: 'U0ANNA' })
    expect(urls.take(ticket)).toBe('used_url')
    const old = urls.give({ channel: 'C0WG1', user: 'U0ANNA' }).slice('http://here/response/'.length)
    wireMs += 30 * 60 * 1000 + 1
    expect(urls.take(old)).toBe('expired_url')
  })
})
