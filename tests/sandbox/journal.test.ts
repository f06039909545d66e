import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Sandbox, type SandboxSeed, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { seed } from './seed.ts'

let dir: string
let sandbox: Sandbox | undefined

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), '练习 sandbox-')), 'inner')
})
afterEach(async () => {
  await sandbox?.close()
  sandbox = undefined
  rmSync(join(dir, '..'), { recursive: true, force: true })
})

async function start(with_: SandboxSeed = seed): Promise<{ sandbox: Sandbox; client: WebClient }> {
  sandbox = await startSandbox({
    seed: with_,
    dir,
    now: () => new Date('2026-01-05T09:00:00Z'),
    rateLimits: false,
  })
  return { sandbox, client: new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl }) }
}

async function stop() {
  await sandbox?.close()
  sandbox = undefined
}

it('finds everything again after a restart', async () => {
  const first = await start()
  const said = await first.client.chat.postMessage({
    channel: 'C0WG1',
    text: 'kept',
    metadata: { event_type: 'reminder', event_payload: { key: 'k' } },
  })
  const thread_ts = String(said.ts)
  const gone = await first.client.chat.postMessage({ channel: 'C0WG1', text: 'gone', thread_ts })
  await first.client.chat.postMessage({ channel: 'C0WG1', text: 'reply', thread_ts })
  await first.client.chat.delete({ channel: 'C0WG1', ts: String(gone.ts) })
  await first.client.reactions.add({ channel: 'C0WG1', timestamp: thread_ts, name: 'eyes' })
  const blocks = [{ type: 'divider' as const }]
  await first.client.views.publish({ user_id: 'U0ANNA', view: { type: 'home', blocks } })
  await first.client.conversations.join({ channel: 'C0WG2' })
  const before = first.sandbox.messages('wg1')
  await stop()

  const second = await start()
  expect(second.sandbox.botToken).toBe(first.sandbox.botToken)
  expect(second.sandbox.signingSecret).toBe(first.sandbox.signingSecret)
  expect(second.sandbox.messages('wg1')).toEqual(before)
  expect(before).toMatchObject([
    { replyCount: 1, reactions: [{ name: 'eyes' }], metadata: {} },
    { text: 'reply' },
  ])
  const anna = sandboxPerson(second.sandbox, 'U0ANNA')
  expect((await anna.waitForHome()).blocks).toMatchObject(blocks)
  await anna.leave()
  const members = await second.client.conversations.members({ channel: 'C0WG2' })
  expect(members.members).toContain('U0BOT')
  const next = await second.client.chat.postMessage({ channel: 'C0WG1', text: 'later' })
  expect(Number(next.ts)).toBeGreaterThan(Number(before.at(-1)?.ts))
})

it('has every answered post on disk before the answer, and drops a torn last line', async () => {
  const first = await start()
  const journal = join(dir, 'journal.jsonl')
  const said = await first.client.chat.postMessage({ channel: 'C0WG1', text: '已保存' })
  expect(readFileSync(journal, 'utf8')).toContain(String(said.ts))
  await stop()
  appendFileSync(journal, '{"did":"message","message":{"channel":"C0WG1","ts":"17')
  const second = await start()
  expect(second.sandbox.messages('wg1').map((each) => each.text)).toEqual(['已保存'])
  await stop()
  expect(readFileSync(journal, 'utf8')).not.toMatch(/"17$/)
  expect(readFileSync(journal, 'utf8')).toMatch(/\n$/)
})

it('loses nothing that was answered when its process is killed', async () => {
  const program = `
    import { startSandbox } from './src/sandbox/index.ts'
    import { seed } from './tests/sandbox/seed.ts'
    const { apiUrl, botToken } = await startSandbox({ seed, dir: process.argv[1], now: () => new Date(), rateLimits: false })
    console.log(JSON.stringify({ apiUrl, botToken }))`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, dir], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const { apiUrl, botToken } = JSON.parse(String(line))
  const client = new WebClient(botToken, { slackApiUrl: apiUrl })
  for (let nth = 1; nth <= 20; nth += 1)
    await client.chat.postMessage({ channel: 'C0WG1', text: String(nth) })
  child.kill('SIGKILL')
  await once(child, 'exit')
  const second = await start()
  expect(second.sandbox.messages('wg1')).toHaveLength(20)
})

it('merges the seed over what it remembers', async () => {
  const first = await start()
  await first.client.chat.postMessage({ channel: 'C0WG1', text: 'kept' })
  await stop()
  const renamed = seed.users.map((user) => (user.id === 'U0LIN' ? { ...user, name: '林薇 (chair)' } : user))
  const added = { id: 'C0NEW', name: 'new', topic: '', members: ['U0LIN'], bot: true }
  const second = await start({ ...seed, users: renamed, channels: [...seed.channels, added] })
  const { user } = await second.client.users.info({ user: 'U0LIN' })
  expect(user?.real_name).toBe('林薇 (chair)')
  await second.client.chat.postMessage({ channel: '#new', text: 'x' })
  expect(second.sandbox.messages('wg1').map((each) => each.text)).toEqual(['kept'])
})

it('keeps its secrets to its owner, and its folder to one process', async () => {
  await start()
  expect(statSync(join(dir, 'credentials.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(dir, 'journal.jsonl')).mode & 0o777).toBe(0o600)
  await expect(startSandbox({ seed, dir, now: () => new Date() })).rejects.toThrow(
    'another sandbox is running',
  )
})

it('lets its folder go where its port is taken', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  await expect(startSandbox({ seed, dir, port, now: () => new Date() })).rejects.toThrow('EADDRINUSE')
  await start()
  await new Promise((resolve) => other.close(resolve))
})
