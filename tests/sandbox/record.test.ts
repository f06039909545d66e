import { afterEach, expect, it } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts'
import { seed } from './seed.ts'

let sandbox: Sandbox
afterEach(() => sandbox.close())

async function start(more: Partial<SandboxOptions> = {}) {
  sandbox = await startSandbox({ seed, now: () => new Date(), rateLimits: false, ...more })
}

async function post(text: string): Promise<void> {
  await fetch(`${sandbox.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.botToken}` },
    body: JSON.stringify({ channel: 'C0WG1', text }),
  })
}

const texts = () => sandbox.record().map((call) => call.args.text)

it('keeps as many of the last calls as told, and no more', async () => {
  await start({ recordedCalls: 3 })
  for (const text of ['1', '2']) await post(text)
  expect(texts()).toEqual(['1', '2'])
  for (const [text, kept] of [
    ['3', ['1', '2', '3']],
    ['4', ['2', '3', '4']],
    ['5', ['3', '4', '5']],
    ['6', ['4', '5', '6']],
    ['7', ['5', '6', '7']],
  ] as const) {
    await post(text)
    expect(texts()).toEqual(kept)
  }
})

it('tells the workspace’s time of a call besides the machine’s', async () => {
  let at = new Date('2026-11-23T01:00:00Z')
  await start({ now: () => at })
  const before = new Date().toISOString()
  await post('this week')
  at = new Date('2026-11-30T01:00:00Z')
  await post('next week')
  await fetch(`${sandbox.url}/response/forged`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"x"}',
  })
  expect(sandbox.record().map(({ method, sandboxAt }) => [method, sandboxAt])).toEqual([
    ['chat.postMessage', '2026-11-23T01:00:00.000Z'],
    ['chat.postMessage', '2026-11-30T01:00:00.000Z'],
    ['response_url', '2026-11-30T01:00:00.000Z'],
  ])
  const after = new Date().toISOString()
  for (const { at } of sandbox.record()) expect(before <= at && at <= after).toBe(true)
})
