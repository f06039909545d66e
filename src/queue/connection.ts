import {
  type BackendFactory,
  createRedisBackend,
  type IQueueBackend,
  PostgresConnection,
  PostgresQueueBackend,
} from 'bullmq'
import { Redis } from 'ioredis'
import { keepEarlyErrors } from './early-errors.ts'
import { isRefusal, RedisRefused, redisTrouble, serverOf } from './redis-trouble.ts'
import { within } from './within.ts'

/** What stands for the connection in BullMQ's options. */
export type Nowhere = Record<never, never>

/** Where the queue lives. Every queue and worker of the process shares it. */
export type QueueConnection = {
  backend: 'redis' | 'postgres'
  /** BullMQ is given an empty connection; this knows the real one. */
  factory: BackendFactory<IQueueBackend, Nowhere>
  /** @throws Error where the server does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** A connection that was lost while it was being closed is closed. */
const lost = () => undefined
/** How long a blocked server may hold up the end of the process. */
const closeMs = 2000
/** How long a worker asks Redis to hold its answer back where there is no work. */
export const longestWaitMs = 10_000
/** A server that owes an answer for so long is gone; it must be more than a worker asks it to wait. */
const silenceMs = 3 * longestWaitMs
/** How long a start waits for what Redis says first. */
const firstWordMs = 2000
/** Scripts are all that BullMQ works with, on keys of this form. */
const scriptOnKey = "return redis.call('exists', KEYS[1])"

/**
 * Redis may be away when this is called: commands wait until it is there. `onError` hears of every lost or refused
 * connection; none is an unhandled 'error' event.
 * @throws RedisRefused where Redis answers and does not let the bot in
 */
export async function redisConnection(
  url: string,
  onError: (error: Error) => void,
  mayBeSilentMs = silenceMs,
): Promise<QueueConnection> {
  const redis = new Redis(url, {
    // A server that vanished without closing its connections leaves them open and dead: the system would wait a
    // quarter of an hour for them. BullMQ's own connections are copies of this one, options included.
    socketTimeout: mayBeSilentMs,
    // BullMQ asks for it: a command outlives any number of reconnects.
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 3000),
    connectionName: 'rapporteur',
  })
  let trouble: Error | undefined
  redis.on('error', (error) => {
    trouble = error
  })
  redis.on('ready', () => {
    trouble = undefined
  })
  const first = await firstWord(redis)
  if (isRefusal(first)) {
    redis.disconnect()
    throw new RedisRefused(redisTrouble(url, first))
  }
  redis.on('error', onError)
  if (first !== undefined) onError(first)
  return {
    backend: 'redis',
    factory: (name, opts, extra) => createRedisBackend(name, { ...opts, connection: redis }, extra),
    async ping() {
      if (redis.status !== 'ready')
        throw new Error(
          trouble === undefined
            ? `REDIS_URL: no answer from ${serverOf(new URL(url))} yet`
            : redisTrouble(url, trouble),
        )
      await redis.ping()
    },
    async close() {
      if (redis.status === 'ready') await within(redis.quit().catch(lost), closeMs)
      redis.disconnect()
    },
  }
}

/** Why Redis can't be used, as far as it says so soon; undefined where it can, or where it says nothing. */
async function firstWord(redis: Redis): Promise<Error | undefined> {
  let trouble: Error | undefined
  const heard = new Promise<void>((resolve, reject) => {
    redis.once('ready', resolve)
    redis.once('error', reject)
  })
  // What BullMQ can't do without: a user who may connect may lack the right to it.
  const trying = heard
    .then(() => Promise.all([redis.info('server'), redis.eval(scriptOnKey, 1, 'bull:rapporteur')]))
    .catch((error: Error) => {
      trouble = error
    })
  await within(trying, firstWordMs)
  return trouble
}

/**
 * BullMQ's own tables, in the schema `bullmq` of the bot's database; made and brought up to date here. One small
 * pool and one listening connection serve all queues.
 * @throws Error where the database can't be reached now: the bot has nothing to do without it.
 */
export async function postgresConnection(
  url: string,
  onError: (error: Error) => void,
): Promise<QueueConnection> {
  const connection = new PostgresConnection({
    connectionString: url,
    schema: 'bullmq',
    migrate: true,
    max: 4,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'rapporteur queue',
  })
  keepEarlyErrors(connection)
  connection.on('error', onError)
  connection.setMaxListeners(0)
  await connection.waitUntilReady().catch(async (error: unknown) => {
    await connection.close()
    throw error
  })
  return {
    backend: 'postgres',
    factory: (name, opts) => sharing(connection, name, { ...opts, connection: {} }),
    async ping() {
      await connection.pool.query('select 1')
    },
    async close() {
      await within(connection.close().catch(lost), closeMs)
    },
  }
}

/**
 * A backend that does not own its connection, so that closing one worker leaves the others theirs. Such a backend
 * isn't told when the listening connection was rebuilt, and would wait for notices on the dead one.
 */
function sharing(
  connection: PostgresConnection,
  name: string,
  opts: ConstructorParameters<typeof PostgresQueueBackend>[2],
): PostgresQueueBackend {
  const backend = new PostgresQueueBackend(connection, name, opts, false)
  connection.on('listenerinvalidated', async () => {
    await backend.disconnectBlocking()
    if (connection.isClosing === undefined) await backend.reconnectBlocking()
  })
  return backend
}
