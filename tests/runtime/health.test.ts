import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Health } from '../../src/contract/health.ts'
import { type Check, health, type ProcessHealth } from '../../src/runtime/health.ts'
import { healthPages, servePages } from '../../src/runtime/health-pages.ts'
import { gate } from '../queue/diary.ts'

const well: Health = { ok: true }

function process(checks: Check[], clock = { ms: 0 }) {
  const told = health({ roles: ['web', 'worker'], checks, now: () => new Date(clock.ms) })
  told.become('serving')
  return { told, clock }
}

describe('a report', () => {
  test('names everything that is asked, and whether all is well', async () => {
    const checks: Check[] = [{ name: 'database', check: async () => well }]
    const { told } = process(checks)
    expect(await told.report()).toEqual({
      ok: true,
      state: 'serving',
      roles: ['web', 'worker'],
      checks: { database: { ok: true } },
    })
    checks.push({ name: 'queue', check: async () => ({ ok: false, error: 'gone' }) })
    expect(await told.report()).toMatchObject({
      ok: false,
      checks: { database: { ok: true }, queue: { ok: false, error: 'gone' } },
    })
  })

  test('says what a check throws, on one line and without a secret', async () => {
    const error = new Error(
      `no way\n to postgres://me:hunter2@db.example/mine with xoxb-12-abc ${'x'.repeat(999)}`,
    )
    const { told } = process([{ name: 'database', check: () => Promise.reject(error) }])
    const { checks } = await told.report()
    const said = JSON.stringify(checks.database)
    expect(said).toContain('no way to postgres://me:[redacted]@db.example/mine')
    expect(said).not.toMatch(/hunter2|12-abc|\\n/)
    expect(said.length).toBeLessThan(400)
  })

  test.each(['starting', 'stopping'] as const)('is not well in a process that is %s', async (state) => {
    const { told } = process([])
    told.become(state)
    expect(await told.report()).toMatchObject({ ok: false, state })
  })
})

describe('a flood of questions', () => {
  test('asks once a second, or as seldom as the check wants', async () => {
    const asked = { often: 0, seldom: 0 }
    const count = (name: keyof typeof asked) => async () => {
      asked[name] += 1
      return well
    }
    const { told, clock } = process([
      { name: 'often', check: count('often') },
      { name: 'seldom', check: count('seldom'), keptMs: 10_000 },
    ])
    await Promise.all(Array.from({ length: 100 }, () => told.report()))
    clock.ms += 999
    await told.report()
    expect(asked).toEqual({ often: 1, seldom: 1 })
    clock.ms += 1
    await told.report()
    expect(asked).toEqual({ often: 2, seldom: 1 })
    clock.ms += 9_000
    await told.report()
    expect(asked).toEqual({ often: 3, seldom: 2 })
    clock.ms -= 3_600_000
    await told.report()
    expect(asked).toEqual({ often: 4, seldom: 3 })
  })

  test('asks nothing anew that has not answered, and hears of it when it does', async () => {
    let asked = 0
    const stuck = gate()
    const { told, clock } = process([
      {
        name: 'database',
        async check() {
          asked += 1
          await stuck.promise
          return well
        },
      },
    ])
    const late = { database: { ok: false, error: 'no answer within 2 seconds' } }
    const startedAt = performance.now()
    expect(await told.report()).toMatchObject({ ok: false, checks: late })
    expect(performance.now() - startedAt).toBeLessThan(3_000)
    clock.ms += 5_000
    expect(await told.report()).toMatchObject({ ok: false, checks: late })
    expect(asked).toBe(1)
    stuck.open()
    clock.ms += 5_000
    expect(await told.report()).toMatchObject({ ok: true })
  })
})

describe('the pages', () => {
  async function served(told: ProcessHealth): Promise<string> {
    const { port, close } = await servePages(healthPages(told), { host: '127.0.0.1', port: 0 })
    onTestFinished(close)
    return `http://127.0.0.1:${port}`
  }
  const statuses = async (origin: string) =>
    Promise.all(['/healthz', '/readyz'].map(async (path) => (await fetch(`${origin}${path}`)).status))

  test('/healthz is well for as long as the process serves, /readyz where everything answers', async () => {
    let database: Health = well
    const { told, clock } = process([{ name: 'database', check: async () => database }])
    const origin = await served(told)
    expect(await statuses(origin)).toEqual([200, 200])
    database = { ok: false, error: 'gone' }
    clock.ms += 1_000
    expect(await statuses(origin)).toEqual([200, 503])
    told.become('starting')
    expect(await statuses(origin)).toEqual([200, 503])
    told.become('stopping')
    expect(await statuses(origin)).toEqual([503, 503])
  })

  test('are the report, for nobody to keep, to GET and HEAD and nobody else', async () => {
    const { told } = process([])
    const origin = await served(told)
    const answer = await fetch(`${origin}/readyz?verbose`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(await answer.json()).toEqual(await told.report())
    const head = await fetch(`${origin}/readyz`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const [path, method] of [
      ['/readyz', 'POST'],
      ['/readyz/', 'GET'],
      ['/', 'GET'],
    ])
      expect((await fetch(`${origin}${path}`, { method: method ?? '' })).status).toBe(404)
  })

  test('wait for no request that does not end', async () => {
    const { told } = process([])
    const origin = await served(told)
    const slow = connect(Number(new URL(origin).port), '127.0.0.1')
    slow.write('GET /readyz HTTP/1.1\r\nHost: x\r\n')
    const [first] = await once(slow, 'data')
    expect(String(first)).toContain('408')
    await once(slow, 'close')
    expect(await statuses(origin)).toEqual([200, 200])
  })
})
