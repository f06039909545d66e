import { describe, expect, test } from 'vitest'
import { redisIsHere, testRedis } from '../redis.ts'
import { channelOf } from './committee.ts'
import { mondayMorning, mondayPlan } from './monday.ts'
import { openedWorld, saidKeys, until } from './opened-world.ts'
import { passUntilOver } from './rest.ts'
import { judge } from './round.ts'

const redis = redisIsHere() ? await testRedis() : undefined
const onRedis = redis === undefined ? {} : { redisUrl: redis.url }
const workers = ['first', 'second'] as const
const hour = 3_600_000

describe('two processes', { timeout: 240_000 }, () => {
  test('say 500 notices in 500 channels once, though one is killed in the middle', async () => {
    const world = await openedWorld(mondayPlan(500), workers, {
      ...onRedis,
      postsPerMinute: 99_999,
      planningMs: 3_000,
    })
    await world.jumpTo(mondayMorning)
    await until(() => saidKeys(world).length >= 150, '150 were said')
    await world.processes.second.putToSleep()
    const saidThen = saidKeys(world).length
    expect(saidThen).toBeLessThan(500)
    await passUntilOver(world)
    expect(judge(world, 1)).toEqual([])
    const reminders = saidKeys(world).filter((key) => key.includes('/reminder/'))
    expect(new Set(reminders).size).toBe(500)
    expect(reminders).toHaveLength(500)
  })

  test('take back what the one says that was held up while it spoke, after the other has said it', async () => {
    const world = await openedWorld(mondayPlan(1), ['first'], onRedis)
    const { first, second } = world.processes
    // It has looked at its lease before, and will not look again.
    first.expect([{ point: 'before-post', nth: 1, sleepMs: hour }])
    await world.jumpTo(mondayMorning)
    await until(() => world.passed.has('before-post'), 'it came to speak')
    second.start()
    await second.ready()
    await passUntilOver(world)
    await world.jumpTo(new Date(world.now().getTime() + hour))
    await until(() => saidKeys(world).length === 3, 'it spoke after all')
    await passUntilOver(world)
    expect(saidKeys(world).filter((key) => key.includes('/reminder/'))).toHaveLength(2)
    expect(world.sandbox().messages(channelOf('WG1'))).toHaveLength(1)
  })
})
