import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openDatabase } from '../../src/store/open-store.ts'
import { ownPostgres } from '../own-postgres.ts'
import { redisIsHere, testRedis } from '../redis.ts'
import { mondayMorning, mondayPlan } from './monday.ts'
import { openedWorld, saidKeys, until } from './opened-world.ts'
import { processNames } from './plan.ts'
import { comeToRest } from './rest.ts'
import { judge } from './round.ts'

const redis = redisIsHere('kill') ? await testRedis() : undefined
const minute = 60_000
/** Five a second: what happens in the middle takes seconds. */
const postsPerMinute = 300

describe('everything is said once in the end', { timeout: 240_000 }, () => {
  test.runIf(redis?.server !== undefined)(
    'though Redis is emptied, and then lost with a process',
    async () => {
      if (redis?.server === undefined) return
      const world = await openedWorld(mondayPlan(40), processNames, { redisUrl: redis.url, postsPerMinute })
      await world.jumpTo(mondayMorning)
      await until(() => saidKeys(world).length > 10, 'some were said')
      const client = new Redis(redis.url)
      await client.flushall()
      client.disconnect()
      await until(() => saidKeys(world).length > 20, 'more were said')
      await redis.server.kill()
      world.processes.second.signal('SIGKILL')
      await redis.server.start()
      await comeToRest(world)
      expect(judge(world, 1)).toEqual([])
    },
  )

  test('though PostgreSQL is restarted', async () => {
    const postgres = await ownPostgres()
    const database = await openDatabase(postgres.url)
    await migrate(database.pool)
    await database.close()
    const world = await openedWorld(mondayPlan(40), processNames, {
      databaseUrl: postgres.url,
      postsPerMinute,
    })
    await world.jumpTo(mondayMorning)
    await until(() => saidKeys(world).length > 10, 'some were said')
    await postgres.stop()
    await postgres.start()
    await until(() => saidKeys(world).length > 20, 'more were said')
    await comeToRest(world)
    expect(judge(world, 1)).toEqual([])
  })

  test('though Slack is away for an hour', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'rapporteur-slack-'))
    onTestFinished(() => rm(dir, { recursive: true, force: true }))
    const world = await openedWorld(mondayPlan(40), processNames, { sandbox: { dir }, postsPerMinute })
    await world.jumpTo(mondayMorning)
    await until(() => saidKeys(world).length > 10, 'some were said')
    await world.loseSlack()
    const saidThen = saidKeys(world).length
    expect(saidThen).toBeLessThan(40)
    for (let minutes = 0; minutes < 60; minutes += 5) {
      await world.performed(['deliver-notices'])
      await world.jumpTo(new Date(world.now().getTime() + 5 * minute))
    }
    await world.findSlack()
    await comeToRest(world)
    expect(judge(world, 1)).toEqual([])
    expect(saidKeys(world).length).toBeGreaterThan(saidThen)
  })
})
