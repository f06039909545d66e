import type { Config } from '../../config/env.ts'
import type { Log } from '../contract/log.ts'
import { openQueue } from '../queue/queue.ts'
import type { Storage } from '../runtime/storage.ts'
import { whoSlackSaysWeAre } from '../slack/identity.ts'
import type { Connection } from './status.ts'

/** Asks everything that the bot depends on whether it answers. */
export async function connections(config: Config, storage: Storage, log: Log): Promise<Connection[]> {
  const { slack, redisUrl, databaseUrl } = config
  return Promise.all([
    asked('database', async () => {
      await storage.check()
      return databaseUrl === undefined ? `PostgreSQL in ${storage.dataDir}` : 'PostgreSQL at DATABASE_URL'
    }),
    asked('queue', async () => {
      const parts = {
        databaseUrl: storage.url,
        jobs: [],
        now: () => new Date(),
        log,
        workspace: storage.store.workspace,
      }
      const queue = await openQueue({ ...parts, ...(redisUrl !== undefined && { redisUrl }) })
      try {
        const health = await queue.health()
        if (!health.ok) throw new Error(health.error)
        return health.backend === 'redis' ? 'BullMQ on Redis at REDIS_URL' : 'BullMQ in the same PostgreSQL'
      } finally {
        await queue.close(0)
      }
    }),
    asked('Slack', async () => {
      if (slack.mode === 'sandbox') return 'the practice workspace, as no SLACK_BOT_TOKEN is given'
      return `${await whoSlackSaysWeAre(slack.botToken, slack.apiUrl, log)}, ${slack.mode === 'socket' ? 'Socket Mode' : 'HTTP'}`
    }),
  ])
}

async function asked(name: string, ask: () => Promise<string>): Promise<Connection> {
  try {
    return { name, ok: true, detail: await ask() }
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}
