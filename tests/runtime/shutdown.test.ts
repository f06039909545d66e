import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { logger } from '../../src/runtime/logger.ts'
import { onStop, type StopParts, type StopStep } from '../../src/runtime/shutdown.ts'
import { gate } from '../queue/diary.ts'

function stage(steps: StopStep[], parts: Partial<StopParts> = {}) {
  const lines: Record<string, unknown>[] = []
  const log = logger({ level: 'info', write: (line) => lines.push(JSON.parse(line)) })
  const ended = new EventEmitter()
  const exits: number[] = []
  const first = new Promise<number>((resolve) => ended.once('exit', resolve))
  const process = Object.assign(new EventEmitter(), {
    exit(code: number) {
      exits.push(code)
      ended.emit('exit', code)
    },
  })
  const stop = onStop({ process, steps, graceMs: 1000, log, newReference: () => 'ref-1', ...parts })
  return { process, exits, first, lines, stop }
}

describe('a signal', () => {
  test('runs the steps one after the other and exits with 0', async () => {
    const order: string[] = []
    const step = (name: string): StopStep => ({
      name,
      async stop() {
        order.push(`${name} begins`)
        await Promise.resolve()
        order.push(`${name} ends`)
      },
    })
    const { process, first, exits } = stage([step('slack'), step('queue'), step('store')])
    process.emit('SIGTERM')
    expect(await first).toBe(0)
    expect(order).toEqual([
      'slack begins',
      'slack ends',
      'queue begins',
      'queue ends',
      'store begins',
      'store ends',
    ])
    expect(exits).toEqual([0])
  })

  test('a second time ends the process at once, unless it is the same Ctrl-C told twice', () => {
    let ms = 5_000
    const { process, exits } = stage([{ name: 'stuck', stop: () => gate().promise }], { clock: () => ms })
    process.emit('SIGINT')
    ms += 900
    process.emit('SIGINT')
    expect(exits).toEqual([])
    ms += 200
    process.emit('SIGINT')
    expect(exits).toEqual([130])
  })

  test('says what was left unfinished, by the steps and by itself', async () => {
    const { process, first, lines } = stage(
      [
        { name: 'Slack', stop: async () => ['/wg'] },
        { name: 'the queue', stop: () => gate().promise },
        { name: 'the database', stop: async () => undefined },
      ],
      { graceMs: 100 },
    )
    process.emit('SIGTERM')
    expect(await first).toBe(1)
    expect(lines.at(-1)).toMatchObject({ level: 'warn', left: ['/wg', 'the queue'] })
  })

  test('hears what a step leaves that has used up its time', async () => {
    const { process, first, lines } = stage(
      [
        {
          name: 'Slack',
          async stop(graceMs) {
            await new Promise((resolve) => setTimeout(resolve, graceMs))
            return ['/wg']
          },
        },
      ],
      { graceMs: 50 },
    )
    process.emit('SIGTERM')
    expect(await first).toBe(1)
    expect(lines.at(-1)).toMatchObject({ level: 'warn', left: ['/wg'] })
  })

  test('says where nothing was left unfinished', async () => {
    const { process, first, lines } = stage([{ name: 'Slack', stop: async () => [] }])
    process.emit('SIGTERM')
    expect(await first).toBe(0)
    expect(lines.at(-1)).toMatchObject({ level: 'info', msg: 'stopped; nothing was left unfinished' })
  })

  test('stops what was added to the steps after the start', async () => {
    const steps: StopStep[] = []
    const { process, first } = stage(steps)
    const stopped = gate()
    steps.push({ name: 'late', stop: async () => stopped.open() })
    process.emit('SIGTERM')
    await stopped.promise
    expect(await first).toBe(0)
  })
})

describe('the grace period', () => {
  test('is shared out, and what a step leaves goes to the next', async () => {
    const given: number[] = []
    const quick = (share: number): StopStep => ({
      name: `share ${share}`,
      share,
      stop: async (graceMs) => void given.push(graceMs),
    })
    const { process, first } = stage([quick(1), quick(2), quick(1)], { graceMs: 4000 })
    process.emit('SIGTERM')
    await first
    const [one = 0, two = 0, three = 0] = given
    expect(one).toBeLessThanOrEqual(1000)
    expect(one).toBeGreaterThan(950)
    expect(two).toBeGreaterThan(2600)
    expect(three).toBeGreaterThan(3900)
  })

  test('is the most that a stuck step may take: the others run, and the code is 1', async () => {
    const stopped: string[] = []
    const { process, first, lines } = stage(
      [
        { name: 'stuck', stop: () => gate().promise },
        { name: 'store', stop: async () => void stopped.push('store') },
      ],
      { graceMs: 60 },
    )
    process.emit('SIGTERM')
    expect(await first).toBe(1)
    expect(stopped).toEqual(['store'])
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', step: 'stuck' }))
  })
})

test('a step that fails is logged, the others run, and the code is 1', async () => {
  const stopped: string[] = []
  const { process, first, lines } = stage([
    { name: 'queue', stop: () => Promise.reject<void>(new Error('gone')) },
    {
      name: 'store',
      async stop() {
        stopped.push('store')
      },
    },
  ])
  process.emit('SIGTERM')
  expect(await first).toBe(1)
  expect(stopped).toEqual(['store'])
  expect(lines).toContainEqual(
    expect.objectContaining({ step: 'queue', err: expect.objectContaining({ message: 'gone' }) }),
  )
})

describe('what nobody handled', () => {
  test.each(['unhandledRejection', 'uncaughtException'])(
    '%s is logged with a reference and ends the process in order with 1',
    async (event) => {
      const stopped: string[] = []
      const { process, first, lines } = stage([
        { name: 'store', stop: async () => void stopped.push('store') },
      ])
      process.emit(event, new Error('a bug'))
      expect(await first).toBe(1)
      expect(stopped).toEqual(['store'])
      expect(lines[0]).toMatchObject({ level: 'fatal', reference: 'ref-1', err: { message: 'a bug' } })
    },
  )

  test('but is known is logged and borne', async () => {
    const isHarmless = (reason: unknown) => reason instanceof Error && reason.message === 'no reconnect'
    const { process, exits, lines, first } = stage([], { isHarmless })
    process.emit('unhandledRejection', new Error('no reconnect'))
    expect(lines).toEqual([expect.objectContaining({ level: 'warn', reference: 'ref-1' })])
    expect(exits).toEqual([])
    process.emit('unhandledRejection', new Error('another'))
    expect(await first).toBe(1)
  })

  test('during a stop makes its code 1', async () => {
    const waiting = gate()
    const { process, first } = stage([{ name: 'slow', stop: () => waiting.promise }])
    process.emit('SIGTERM')
    process.emit('unhandledRejection', 'undefined behaviour')
    waiting.open()
    expect(await first).toBe(1)
  })
})
