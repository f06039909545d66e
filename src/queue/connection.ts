import {
  type BackendFactory,
  createRedisBackend,
  type IQueueBackend,
  PostgresConnection,
  PostgresQueueBackend,
} from 'bullmq'
import { Redis } from 'ioredis'
import { keepEarlyErrors } from './early-errors.ts'
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

/**
 * Redis may be away when this is called: commands wait until it is there. `onError` hears of every lost or refused
 * connection; none is an unhandled 'error' event.
 */
export function redisConnection(
  url: string,
  onError: (error: Error) => void,
  mayBeSilentMs = silenceMs,
): QueueConnection {
  const redis = new Redis(url, {
    // A server that vanished without closing its connections leaves them open and dead: the system would wait a
    // quarter of an hour for them. BullMQ's own connections are copies of this one, options included.
    socketTimeout: mayBeSilentMs,
    // BullMQ asks for it: a command outlives any number of reconnects.
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 3000),
    connectionName: 'rapporteur',
  })
  redis.on('error', onError)
  return {
    backend: 'redis',
    factory: (name, opts, extra) => createRedisBackend(name, { ...opts, connection: redis }, extra),
    async ping() {
      if (redis.status !== 'ready') throw new Error(`the connection to Redis is ${redis.status}`)
      await redis.ping()
    },
    async close() {
      if (redis.status === 'ready') await within(redis.quit().catch(lost), closeMs)
      redis.disconnect()
    },
  }
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
