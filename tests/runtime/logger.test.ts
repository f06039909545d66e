import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { logger } from '../../src/runtime/logger.ts'

function written(parts: { secrets?: string[]; terminal?: boolean } = {}) {
  const lines: string[] = []
  const log = logger({ level: 'info', ...parts, write: (line) => lines.push(line) })
  return { log, lines }
}

describe('a line', () => {
  test('is a JSON object with its level by name, an ISO time and the error with its stack', () => {
    const { log, lines } = written()
    log.warn({ err: new Error('gone', { cause: new Error('socket') }), job: 'deliver-notices' }, 'failed')
    expect(lines).toHaveLength(1)
    const line = JSON.parse(lines[0] ?? '')
    expect(line).toMatchObject({ level: 'warn', msg: 'failed', job: 'deliver-notices', pid: process.pid })
    expect(new Date(line.time).toISOString()).toBe(line.time)
    expect(line.err.stack).toContain('caused by: Error: socket')
  })

  test('below the level is not written', () => {
    const { log, lines } = written()
    log.debug('quiet')
    expect(lines).toEqual([])
  })
})

describe('a secret is not written', () => {
  const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5'
  const told = [
    ['a bot token', 'xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcBrzbqgy', 'pdFZKVeTuE8sk7oOcBrzbqgy'],
    ['an app token', 'xapp-1-A0123-4567-89abcdef', '89abcdef'],
    ['a rotated token', 'xoxe.xoxb-1-Mi0yLTEyMzQ1Njc4OTA', 'Mi0yLTEyMzQ1Njc4OTA'],
    ['a database password', 'postgres://bot:s3cr%2Fet@db.example/rapporteur', 's3cr'],
    ['a password with an @', 'redis://:p@ss@127.0.0.1:6379/0', 'p@ss'],
    ['a response URL', 'https://hooks.slack.com/commands/T0123/456/abcDEF', 'abcDEF'],
    ['a bearer', 'Bearer abc.def-123', 'abc.def'],
    ['a signing secret', signingSecret, signingSecret],
    ['a secret that JSON escapes', 'quo"te\\d-secret', 'd-secret'],
  ] as const

  test.each(told)('%s, in the message, a field, a nested field or an error', (_kind, text, secret) => {
    const { log, lines } = written({ secrets: [signingSecret, 'quo"te\\d-secret'] })
    log.info(text)
    log.info({ url: text, deep: [{ note: `see ${text} there` }] }, 'fields')
    log.error({ err: new Error(`could not reach ${text}`) }, 'an error')
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      expect(line).not.toContain(secret)
      expect(line).not.toContain(text)
      expect(() => JSON.parse(line)).not.toThrow()
      expect(line).toContain('[redacted]')
    }
  })

  test('under a telling key', () => {
    const { log, lines } = written()
    log.info(
      { password: 'hunter2', headers: { authorization: 'Basic Ym90OnB3', 'set-cookie': 'd=1' } },
      'keys',
    )
    expect(lines[0]).not.toMatch(/hunter2|Ym90OnB3|d=1/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ password: '[redacted]' })
  })

  test('in the command that the Redis client hangs on its errors, however deep', () => {
    const { log, lines } = written()
    const command = { name: 'hello', args: [3, 'AUTH', 'default', 'geheim'] }
    const refused = Object.assign(new Error('WRONGPASS'), { command })
    const outer = Object.assign(new Error('closed'), { lastError: refused, code: 'ECONNRESET' })
    log.warn({ err: refused }, 'refused')
    log.warn({ err: outer }, 'closed')
    log.warn({ err: new AggregateError([refused], 'all refused') }, 'closed')
    expect(lines.join('')).not.toContain('geheim')
    expect(JSON.parse(lines[0] ?? '').err).toMatchObject({ type: 'Error', message: 'WRONGPASS' })
    expect(JSON.parse(lines[1] ?? '').err).toMatchObject({ code: 'ECONNRESET', lastError: { type: 'Error' } })
  })

  test('and what is none is left', () => {
    const { log, lines } = written()
    log.info({ url: 'https://example.org/a:b/@c', tokens: 3, standard: 'GB/T 43697' }, 'box-2 at 09:00')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      url: 'https://example.org/a:b/@c',
      tokens: 3,
      standard: 'GB/T 43697',
      msg: 'box-2 at 09:00',
    })
  })
})

test('in a terminal a line reads as a sentence, with the stack below it', () => {
  const { log, lines } = written({ terminal: true })
  log.info({ job: 'deliver-notices', note: 'two words', count: 3 }, 'three delivered')
  log.error({ err: new Error('xoxb-1-2-abcdef is revoked') }, 'refused')
  expect(lines[0]).toMatch(
    /^\d\d:\d\d:\d\d INFO {2}three delivered job=deliver-notices note="two words" count=3\n$/,
  )
  expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d ERROR refused\n {2}Error: xoxb-\[redacted\] is revoked\n {6}at /)
})

test('standard output stays clean, and the last line before an exit is written', () => {
  const program = `
    import { logger } from './src/runtime/logger.ts'
    logger({ level: 'info' }).fatal({ reference: 'r' }, 'the last word')
    process.exit(3)
  `
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    encoding: 'utf8',
  })
  expect(run.status).toBe(3)
  expect(run.stdout).toBe('')
  expect(JSON.parse(run.stderr)).toMatchObject({ level: 'fatal', msg: 'the last word', reference: 'r' })
})
