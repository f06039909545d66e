import { expect, test } from 'vitest'
import { bundleOf } from '../bundle-server.ts'
import { migratedDatabase } from '../database.ts'
import { redisIsHere, testRedis } from '../redis.ts'
import { planOf, type QueueBackend } from './plan.ts'
import { play } from './play.ts'

/**
 * The long run is `npm run test:faults -- --rounds 200`; this is a taste of it, the same plans every time. One is of
 * Socket Mode and one of HTTP; in each everybody is away once, and a schedule is replaced.
 */
const weeks = 3
const seeds: Record<QueueBackend, number> = { postgres: 13, redis: 21 }

const program = await bundleOf('tests/faults/bot.ts')
const redis = redisIsHere() ? await testRedis() : undefined
const backends: readonly QueueBackend[] = redis === undefined ? ['postgres'] : ['postgres', 'redis']

test.each(backends.map((backend) => [backend, seeds[backend]] as const))(
  'weeks of faults with the queue on %s: every due notice is said once, and every answer kept (seed %i)',
  { timeout: 300_000 },
  async (backend, seed) => {
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
  },
)
