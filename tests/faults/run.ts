// npm run test:faults -- --rounds 200 [--seed 1] [--queue redis|postgres] [--sabotage lease|look|key|all]
import process from 'node:process'
import { parseArgs } from 'node:util'
import { bundled } from '../bundle.ts'
import { createDatabase, dropDatabase, prepare } from '../database-server.ts'
import { leaving } from '../leaving.ts'
import { canStartRedis, redisProgram, redisServer } from '../redis-server.ts'
import { planOf, type QueueBackend } from './plan.ts'
import { type Played, play } from './play.ts'
import { type Sabotage, sabotages } from './sabotage.ts'

/** So many weeks a committee lives; the next seed makes the next one. */
const weeksInPlan = 10

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string' },
    queue: { type: 'string' },
    sabotage: { type: 'string' },
  },
})
const rounds = wholeNumber('rounds', values.rounds)
const firstSeed = wholeNumber('seed', values.seed ?? String(Date.now() % 1_000_000))
const queue = oneOf('queue', ['redis', 'postgres'] as const, values.queue)
const wanted = values.sabotage === 'all' ? sabotages : [oneOf('sabotage', sabotages, values.sabotage)]

const tell = (line: string) => void process.stdout.write(`${line}\n`)
const { later, leave } = leaving(tell)
try {
  const server = await prepare(later)
  const hasRedis = canStartRedis()
  if (queue === 'redis' && !hasRedis) throw new Error(`${redisProgram()} is not installed`)
  if (queue === undefined && !hasRedis)
    tell(`${redisProgram()} is not installed: all runs on PostgreSQL alone`)
  const redis = queue === 'postgres' || !hasRedis ? undefined : await redisServer()
  if (redis !== undefined) later(() => redis.end())
  const { path: program, remove } = await bundled('tests/faults/bot.ts')
  later(remove)

  /** On Redis and on PostgreSQL by turns, unless one of them is asked for. */
  async function playSeed(seed: number, weeks: number, sabotage: Sabotage | undefined): Promise<Played> {
    const backend: QueueBackend = queue ?? (seed % 2 === 0 ? 'postgres' : 'redis')
    const databaseUrl = await createDatabase(server, server.template)
    try {
      return await play(
        planOf(seed, weeks),
        {
          databaseUrl,
          ...(redis !== undefined && backend === 'redis' && { redisUrl: redis.url }),
          program,
          ...(sabotage !== undefined && { sabotage }),
        },
        tell,
      )
    } finally {
      await dropDatabase(server, databaseUrl)
    }
  }

  const areAll = values.sabotage === 'all'
  for (const sabotage of wanted) {
    const passed = new Map<string, number>()
    let isBroken = false
    let played = 0
    for (let seed = firstSeed; played < rounds && !isBroken; seed++) {
      const one = await playSeed(seed, Math.min(weeksInPlan, rounds - played), sabotage)
      played += one.weeks
      isBroken = one.breaches.length > 0
      for (const [point, times] of one.passed) passed.set(point, (passed.get(point) ?? 0) + times)
    }
    const name = sabotage === undefined ? '' : `without its ${sabotage}, `
    tell(`${name}seed ${firstSeed}: ${isBroken ? 'broken in' : 'kept for'} ${played} rounds`)
    tell(
      `died or slept at ${[...passed]
        .map(([point, times]) => `${point} ${times}`)
        .sort()
        .join(', ')}`,
    )
    // The bot must never break its word; with a part of it taken out, which is asked for in one go, it must.
    if (isBroken !== areAll) process.exitCode = 1
  }
} finally {
  await leave()
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number, not ${text}`)
  return Number(text)
}

function oneOf<Word extends string>(
  name: string,
  words: readonly Word[],
  text: string | undefined,
): Word | undefined {
  const found = words.find((word) => word === text)
  if (text !== undefined && found === undefined)
    throw new Error(`--${name} takes one of ${words.join(', ')}, not ${text}`)
  return found
}
