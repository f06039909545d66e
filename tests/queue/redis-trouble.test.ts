import { Redis } from 'ioredis'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openQueue, type Queue } from '../../src/queue/queue.ts'
import { isRefusal, RedisRefused, redisTrouble } from '../../src/queue/redis-trouble.ts'
import { freePort } from '../free-port.ts'
import { redisIsHere, testRedis } from '../redis.ts'
import { journal } from './diary.ts'

const redis = redisIsHere('kill') ? await testRedis() : undefined
const password = 'hunter2hunter2'
const open: Queue[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((queue) => queue.close(0)))
})

async function opened(redisUrl: string, log = journal()): Promise<Queue> {
  const now = () => new Date()
  const queue = await openQueue({ workspace: 'main', redisUrl, databaseUrl: '', jobs: [], now, log })
  open.push(queue)
  return queue
}

describe.skipIf(redis === undefined)('a Redis that does not let the bot in ends the start at once', () => {
  const at = (user: string, path = '/0') => (redis?.url ?? '').replace('//', `//${user}@`).replace('/0', path)
  beforeAll(async () => {
    const client = new Redis(redis?.url ?? '')
    await client.call('acl', 'setuser', 'reader', 'on', `>${password}`, '~*', '+@read', '+@connection')
    await client.call('acl', 'setuser', 'elsewhere', 'on', `>${password}`, '~other:*', '+@all')
    await client.call('config', 'set', 'requirepass', password)
    client.disconnect()
  })

  test.each([
    [
      'the password is wrong',
      () => at(':wrong-wrong'),
      /refuses the user or the password \(WRONGPASS .*correct them/,
    ],
    ['there is no password', () => redis?.url ?? '', /wants a password; write it into the variable/],
    ['the user may not write', () => at(`reader:${password}`), /does not let the user "reader" do .*NOPERM/],
    [
      'the keys are not its own',
      () => at(`elsewhere:${password}`),
      /does not let the user "elsewhere".*bull:\*/,
    ],
    ['there is no such database', () => at(`:${password}`, '/99'), /has no database "99"/],
  ])('%s', async (_, url, words) => {
    const log = journal()
    const opening = opened(url(), log)
    await expect(opening).rejects.toThrow(RedisRefused)
    await expect(opening).rejects.toThrow(/^REDIS_URL: the Redis at 127\.0\.0\.1:\d+ /)
    await expect(opening).rejects.toThrow(words)
    await expect(opening).rejects.not.toThrow(/hunter2|wrong-wrong/)
    expect(log.lines).toEqual([])
  })

  test('and one that does is ready at once', async () => {
    expect(await (await opened(at(`:${password}`))).health()).toEqual({ ok: true, backend: 'redis' })
  })
})

test('a Redis that is not there is waited for; log and health say which variable names it, and why', async () => {
  const log = journal()
  const port = await freePort()
  const queue = await opened(`redis://:${password}@127.0.0.1:${port}`, log)
  const why = `REDIS_URL: nothing listens at 127.0.0.1:${port}; start Redis there or correct the variable`
  expect(await queue.health()).toMatchObject({ ok: false, error: expect.stringContaining(why) })
  expect(log.lines[0]).toMatchObject({ level: 'warn', message: expect.stringContaining(why) })
})

const coded = (code: string) => Object.assign(new Error(`got ${code}`), { code })

test.each([
  [coded('ENOTFOUND'), 'REDIS_URL: no host is called "cache"; correct the variable'],
  [
    coded('ETIMEDOUT'),
    "REDIS_URL: the Redis at cache:6379 can't be reached (got ETIMEDOUT); mend the server or correct the variable",
  ],
  [
    new Error('Socket timeout. Expecting data'),
    'REDIS_URL: the Redis at cache:6379 owes an answer and says nothing',
  ],
  [new Error('Missing lock for job 1'), 'Missing lock for job 1'],
])('%s is told and borne', (error, told) => {
  expect(redisTrouble(`redis://:${password}@cache`, error)).toBe(told)
  expect(isRefusal(error)).toBe(false)
})
