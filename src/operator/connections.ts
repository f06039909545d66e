import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '../../config/env.ts'
import type { Log } from '../contract/log.ts'
import { openQueue, type Queue, type QueueHealth } from '../queue/queue.ts'
import { within } from '../queue/within.ts'
import { firstCause, messageOf } from '../runtime/message-of.ts'
import type { Storage } from '../runtime/storage.ts'
import { checkAppToken, whoSlackSaysWeAre } from '../slack/identity.ts'
import type { Connection } from './status.ts'

/** Whoever asks for the status waits in front of a terminal. */
const patienceMs = 4_000
const pauseMs = 100
/** The opening of the queue has waited already for what its server says first. */
const healthMs = 1_000

/** Asks everything that the bot depends on whether it answers, and waits no longer than a few seconds. */
export async function connections(config: Config, storage: Storage, now: () => Date): Promise<Connection[]> {
  const { slack, databaseUrl } = config
  return Promise.all([
    asked('database', async () => {
      await storage.check()
      return databaseUrl === undefined ? `PostgreSQL in ${storage.dataDir}` : 'PostgreSQL at DATABASE_URL'
    }),
    asked('queue', () => queueAnswers(config, storage, now)),
    asked('Slack', async () => {
      if (slack.mode === 'sandbox') return 'the practice workspace, as no SLACK_BOT_TOKEN is given'
      const bot = await naming('SLACK_BOT_TOKEN', whoSlackSaysWeAre(slack.botToken, slack.apiUrl, silent))
      if (slack.mode === 'http') return `${bot}, over HTTP`
      await naming('SLACK_APP_TOKEN', checkAppToken(slack.appToken, slack.apiUrl, silent))
      return `${bot}, over Socket Mode`
    }),
  ])
}

async function asked(name: string, ask: () => Promise<string>): Promise<Connection> {
  const late = { name, ok: false, detail: `no answer within ${patienceMs / 1000} seconds` }
  const answer = ask().then(
    (detail): Connection => ({ name, ok: true, detail }),
    (error: unknown): Connection => ({ name, ok: false, detail: reason(error) }),
  )
  return Promise.race([answer, pause(patienceMs, late, { ref: false })])
}

/** Redis may need a moment before the first answer, so one that is not there yet is asked again. */
async function queueAnswers({ redisUrl }: Config, storage: Storage, now: () => Date): Promise<string> {
  const queue = await openQueue({
    ...(redisUrl !== undefined && { redisUrl }),
    databaseUrl: storage.url,
    workspace: storage.store.workspace,
    jobs: [],
    now,
    log: silent,
  })
  try {
    const told = await lastHealth(queue)
    if (!told.ok) throw new Error(told.error)
    return queue.backend === 'redis' ? 'BullMQ on Redis at REDIS_URL' : 'BullMQ in the same PostgreSQL'
  } finally {
    await queue.close(0)
  }
}

async function lastHealth(queue: Queue): Promise<QueueHealth> {
  let told = await queue.health()
  let tired = false
  const asking = async () => {
    while (!told.ok && !tired) {
      await pause(pauseMs)
      told = await queue.health()
    }
  }
  await within(asking(), healthMs)
  tired = true
  return told
}

/** Slack's refusal is a fault of what was shown to it; anything else one of the way there. */
async function naming<T>(variable: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const refused = error instanceof Error && 'code' in error && error.code === 'slack_webapi_platform_error'
    throw new Error(`${refused ? variable : 'no answer from Slack'}: ${reason(error)}`)
  }
}

function reason(error: unknown): string {
  return messageOf(firstCause(error))
}

/** What fails is told in the status itself. */
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }
