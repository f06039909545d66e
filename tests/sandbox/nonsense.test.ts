import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { blockFaults } from '../../src/sandbox/blocks/check-blocks.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts'
import { seed } from './seed.ts'

/** Whatever is sent, the sandbox answers and lives on. */

let sandbox: Sandbox
const troubles: string[] = []

beforeAll(async () => {
  const log = (line: string) => troubles.push(line)
  sandbox = await startSandbox({ seed, now: () => new Date(), rateLimits: false, log })
})
afterAll(() => sandbox.close())

const methods = [
  ...['postMessage', 'postEphemeral', 'update', 'delete', 'getPermalink', 'unfurl'].map(
    (each) => `chat.${each}`,
  ),
  ...['open', 'list', 'info', 'members', 'history', 'replies', 'join'].map((each) => `conversations.${each}`),
  ...['open', 'push', 'update', 'publish'].map((each) => `views.${each}`),
  ...['info', 'list', 'lookupByEmail', 'conversations'].map((each) => `users.${each}`),
  ...[
    'files.getUploadURLExternal',
    'files.completeUploadExternal',
    'reactions.add',
    'bots.info',
    'team.info',
  ],
]
const names = [
  ...['channel', 'channels', 'text', 'blocks', 'attachments', 'metadata', 'thread_ts', 'ts', 'user', 'users'],
  ...['view', 'view_id', 'trigger_id', 'hash', 'external_id', 'limit', 'cursor', 'oldest', 'latest', 'types'],
  ...['files', 'filename', 'length', 'unfurls', 'name', 'timestamp', 'email', 'user_id', 'message_ts', 'bot'],
]
const given = fc.oneof(
  fc.constantFrom('C0WG1', 'D0ANNA', 'U0ANNA', '1.000001', '__proto__', 'bmV4dDotMQ=='),
  fc.jsonValue({ maxDepth: 3 }),
)
const someArgs = fc.dictionary(fc.constantFrom(...names), given, { maxKeys: 8 })
const elementTypes = [
  'section',
  'actions',
  'input',
  'button',
  'static_select',
  'mrkdwn',
  'table',
  'rich_text',
]
const json = fc.letrec((tie) => ({
  any: fc.oneof(fc.jsonValue({ maxDepth: 1 }), tie('block'), fc.array(tie('block'), { maxLength: 3 })),
  block: fc.record(
    {
      type: fc.constantFrom(...elementTypes),
      text: tie('any'),
      elements: tie('any'),
      element: tie('any'),
      options: tie('any'),
      rows: tie('any'),
      block_id: fc.jsonValue({ maxDepth: 0 }),
    },
    { requiredKeys: ['type'] },
  ),
})).any

it('answers any call with ok or an error, never with a failure of its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...methods), someArgs, async (method, args) => {
      const answer = await fetch(`${sandbox.apiUrl}${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.botToken}` },
        body: JSON.stringify(args),
      })
      expect(answer.status, troubles.at(-1)).toBe(200)
      expect(typeof ((await answer.json()) as { ok: unknown }).ok).toBe('boolean')
    }),
    { numRuns: 300 },
  )
})

it('answers any gesture of a page', async () => {
  const paths = ['message', 'command', 'action', 'options', 'submit', 'close', 'home', 'shortcut']
  const body = fc.record({ as: fc.constantFrom('U0ANNA', 'U0NONE') }).chain((as) =>
    fc
      .dictionary(fc.constantFrom('channel', 'text', 'command', 'container', 'state', 'viewId'), given)
      .map((rest) => ({
        ...rest,
        ...as,
      })),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), body, async (path, sent) => {
      const answer = await fetch(`${sandbox.url}/page/${path}`, {
        method: 'POST',
        body: JSON.stringify(sent),
      })
      expect(answer.status, troubles.at(-1)).toBe(200)
    }),
    { numRuns: 100 },
  )
})

it('judges any blocks', () => {
  fc.assert(
    fc.property(json, fc.constantFrom('message', 'modal', 'home'), (blocks, surface) => {
      expect(Array.isArray(blockFaults(blocks, surface as 'message'))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
