import { afterAll, describe, expect, test } from 'vitest'
import { migratedDatabase } from '../database.ts'
import { redisIsHere, testRedis } from '../redis.ts'
import { bundled } from './bundle.ts'
import { planOf, type QueueBackend } from './plan.ts'
import { play } from './play.ts'

/** The long run is `npm run test:faults -- --rounds 200`; this is a taste of it, the same every time. */
const seeds = [1, 2]
const weeks = 2

const { path: program, remove } = await bundled('bot.ts')
afterAll(remove)
const redis = redisIsHere() ? await testRedis() : undefined
const backends: readonly QueueBackend[] = redis === undefined ? ['postgres'] : ['postgres', 'redis']

describe.each(backends)('weeks of faults with the queue on %s', { timeout: 240_000 }, (backend) => {
  test.each(seeds)('every due notice is said once, and every answer kept: seed %i', async (seed) => {
    const lines: string[] = []
    const { breaches } = await play(
      planOf(seed, weeks),
      {
        databaseUrl: await migratedDatabase(),
        ...(backend === 'redis' && redis !== undefined && { redisUrl: redis.url }),
        program,
      },
      (line) => lines.push(line),
    )
    expect(breaches, lines.join('\n')).toEqual([])
  })
})
