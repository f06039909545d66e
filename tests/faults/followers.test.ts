import { expect, test } from 'vitest'
import { standard } from '../domain/committee/small-committee.ts'
import { mondayPlan } from './monday.ts'
import { openedWorld, saidKeys, until } from './opened-world.ts'
import type { Point } from './points.ts'
import { passUntilOver } from './rest.ts'

/** Wherever it can die between writing down what a follower is to hear and knowing that it was said. */
const deaths: readonly Point[] = ['written', 'claimed', 'during-post', 'settling']
const stages = ['00', '10', '20', '30', '40']
const minute = 60_000

test('a follower hears of each move once, wherever the process dies', { timeout: 240_000 }, async () => {
  const world = await openedWorld(mondayPlan(0), ['first'])
  const { first } = world.processes
  const { group: _, ...one } = standard('one', { stage: '00' })
  await world.store.standards.put(one)
  await world.store.follows.add({
    member: 'lotus',
    kind: 'standard',
    value: 'one',
    since: world.now(),
    language: 'en',
  })
  for (const [nth, point] of deaths.entries()) {
    const [from, to = ''] = stages.slice(nth)
    first.expect([{ point, nth: 1 }])
    await world.store.transaction(async (store) => {
      await store.standards.put({ ...one, stage: to })
      await store.standards.addMove({
        standard: 'one',
        kind: 'move',
        ...(from !== undefined && { from }),
        to,
        state: 'accepted',
        recordedAt: world.now(),
      })
    })
    await world.performed(['plan-move-notices'])
    await world.jumpTo(new Date(world.now().getTime() + 20 * minute))
    await until(() => world.passed.has(point), `it died at ${point}`)
    await passUntilOver(world)
    const read = world
      .sandbox()
      .messages('D0LOTUS')
      .map(({ blocks }) => JSON.stringify(blocks))
    expect(read, `after it died at ${point}`).toHaveLength(nth + 1)
    expect(read.at(-1)).toContain(`(${to})`)
  }
  const keys = saidKeys(world)
  expect(new Set(keys).size).toBe(deaths.length)
  expect(keys.every((key) => key.includes('/moves/lotus/'))).toBe(true)
})
