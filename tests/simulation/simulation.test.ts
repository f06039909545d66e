import { expect, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { judge } from './judge.ts'
import { simulate } from './simulate.ts'

const { database } = await testDatabase()

test('six weeks of a small committee: nobody is asked too often, at a wrong time, or for what is done', async () => {
  const { checks, figures } = judge(
    await simulate(database, { seed: 4, months: 1.5, groups: 3, members: 21 }),
  )
  expect(checks.flatMap(({ id, broken }) => broken.map((one) => `${id}: ${one}`))).toEqual([])
  // It has looked at something, or it would say nothing.
  const looked = Object.fromEntries(checks.map((check) => [check.id, check.looked]))
  for (const id of ['cap', 'settled', 'in-a-row', 'owed', 'order', 'goes-on', 'reminders'])
    expect(looked[id], id).toBeGreaterThan(0)
  expect(figures.assignments.done).toBeGreaterThan(0)
  expect(figures.reminders).toBeGreaterThan(3)
}, 300_000)
