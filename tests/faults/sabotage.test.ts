import { describe, expect, test } from 'vitest'
import { bundleOf } from '../bundle-server.ts'
import { migratedDatabase } from '../database.ts'
import type { Breach } from './invariant.ts'
import { type Plan, type PlannedStop, planOf } from './plan.ts'
import { type Played, play } from './play.ts'
import type { Sabotage } from './sabotage.ts'

const program = await bundleOf('tests/faults/bot.ts')

const method = 'chat.postMessage'

/** A bad Sunday: answers come late or not at all, processes die with the message said, and a command comes twice. */
const badDay: Omit<PlannedStop, 'at' | 'until'> = {
  asleep: [],
  faults: [
    { kind: 'slow', ms: 1_500, method, times: 5 },
    { kind: 'lost_reply', method, times: 5 },
    { kind: 'repeat', of: 'slash_commands' },
  ],
  deaths: { front: [], first: [{ point: 'after-post', nth: 2 }], second: [{ point: 'after-post', nth: 3 }] },
  kills: [],
  gestures: [{ does: 'send', group: 'WG3', kind: 'reminder', afterMs: 500 }],
}

function badWeek(): Plan {
  const plan = planOf(1, 1)
  const end = plan.weeks[0]?.stops.at(-1)
  if (end === undefined) throw new Error('the week has no end')
  const { at, until } = end
  return { ...plan, weeks: [{ stops: [{ at, until, ...badDay }] }] }
}

async function played(sabotage?: Sabotage): Promise<Played & { told: string }> {
  const lines: string[] = []
  const parts = {
    databaseUrl: await migratedDatabase(),
    program,
    ...(sabotage !== undefined && { sabotage }),
  }
  const result = await play(badWeek(), parts, (line) => lines.push(line))
  return { ...result, told: lines.join('\n') }
}

/**
 * Without the key a second message of the same slot bears the same key where the first was said by then, and one that
 * nobody is owed where it was not.
 */
const isTooMany = (what: Breach['what']) => what === 'said twice' || what === 'not due'

describe('a bad week', { timeout: 120_000 }, () => {
  test('breaks nothing', async () => {
    const { breaches, told } = await played()
    expect(breaches, told).toEqual([])
  })

  test.each<[Sabotage]>([['lease'], ['look'], ['key']])('breaks the bot without its %s', async (sabotage) => {
    const { breaches } = await played(sabotage)
    expect(breaches.filter(({ what }) => isTooMany(what))).not.toEqual([])
  })
})
