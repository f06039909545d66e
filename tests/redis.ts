import { afterAll } from 'vitest'
import { canStartRedis, redisProgram, redisServer } from './redis-server.ts'

/** A Redis for tests, to be emptied at will; `server` is there where the test file started it itself. */
export type TestRedis = {
  url: string
  server?: {
    /** Ends it as a crash would; what it held is lost. */
    kill(): Promise<void>
    /** Starts it again on the same address. */
    start(): Promise<void>
  }
}

/**
 * Where tests find a Redis: they start one of their own (`REDIS_SERVER` may name the program), or use the one at
 * `REDIS_URL_TEST`. A test that needs one must not vanish in silence: where there is none this says so on stderr, and
 * in CI it throws. `kill` is for the tests that must kill it.
 */
export function redisIsHere(need: 'any' | 'kill' = 'any'): boolean {
  if (canStartRedis()) return true
  if (need === 'any' && process.env.REDIS_URL_TEST) return true
  const which = need === 'any' ? 'of the queue on Redis' : 'that kill Redis'
  const what = `${redisProgram()} is not installed (set REDIS_SERVER to its path): the tests ${which}`
  if (process.env.CI === 'true') throw new Error(`${what} can't run`)
  process.stderr.write(`\n*** NOT RUN *** ${what} did not run\n\n`)
  return false
}

/** Starts a Redis on a free port of 127.0.0.1, which ends with the test file; or gives the one that is given. */
export async function testRedis(): Promise<TestRedis> {
  if (!canStartRedis()) return { url: process.env.REDIS_URL_TEST ?? '' }
  const { url, end, ...server } = await redisServer()
  afterAll(end)
  return { url, server }
}
