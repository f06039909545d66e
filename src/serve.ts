import * as listed from '../commands/index.ts'
import type { Config } from '../config/env.ts'
import { jobs as everyJob } from '../jobs/index.ts'
import { type App, type AppParts, createApp } from './app.ts'
import type { Job } from './contract/job.ts'
import type { Log } from './contract/log.ts'
import { slackLimits } from './domain/delivery/pace.ts'
import { readCron } from './queue/cron.ts'
import { openQueue, type Queue } from './queue/queue.ts'
import { clockHealth, deliveryHealth } from './runtime/checks.ts'
import { databaseUnavailable, isServerTrouble } from './runtime/database-unavailable.ts'
import { type Check, health } from './runtime/health.ts'
import { healthPages, servePages } from './runtime/health-pages.ts'
import { placeTaken } from './runtime/place-taken.ts'
import { startPractice } from './runtime/practice.ts'
import { isSample, loadSample } from './runtime/sample.ts'
import type { StopStep } from './runtime/shutdown.ts'
import { openStorage } from './runtime/storage.ts'
import { untilReady } from './runtime/until-ready.ts'
import { connectSlack, type SlackSettings } from './slack/connect.ts'
import { remembering } from './store/remembering.ts'

export type ServeParts = {
  config: Config
  now: () => Date
  log: Log
  newReference: () => string
  /** Grows as things are opened, so that a start that fails half-way is undone too; the last opened is stopped first. */
  steps: StopStep[]
  /** A run under faults puts itself between the app and what it stands on, and lets jobs come faster. */
  makeApp?: (parts: AppParts) => App
  jobs?: readonly Job[]
}

/** A Rapporteur that serves its committee. */
export type Service = {
  app: App
  queue: Queue
  practiceUrl?: string
  /** Where `/healthz` and `/readyz` are served. */
  healthPort?: number
}

/** How long a PostgreSQL that is starting up, or whose connections are used up, is waited for. */
const patienceMs = 30_000
/** Slack is asked for the health's sake no oftener than this. */
const slackKeptMs = 10_000

/**
 * Opens the database, the queue and the way to Slack, and takes up the roles of the configuration.
 * @throws what `isForOperator` knows, where the operator can mend it; anything else is a bug
 */
export async function serve(parts: ServeParts): Promise<Service> {
  const { config, now, log, newReference, steps, makeApp = createApp, jobs = everyJob } = parts
  const { redisUrl, databaseUrl, roles } = config
  const does = (role: Config['roles'][number]) => roles.includes(role)

  const checks: Check[] = []
  const told = health({ roles, checks, now })
  const pages = healthPages(told)
  let healthPort: number | undefined
  const isBesideSlack = config.slack.mode === 'http' && does('web')
  if (config.healthAt !== undefined && !isBesideSlack) {
    const { port } = config.healthAt
    const served = await servePages(pages, config.healthAt).catch((error: unknown) => {
      throw placeTaken(error, 'PORT', port)
    })
    steps.unshift({ name: 'health', stop: served.close })
    healthPort = served.port
    log.info({ port: healthPort }, 'serving health')
  }

  const storage = await openStorage({ ...config, patienceMs }, (line) => log.info({}, line))
  steps.unshift({ name: 'the database', stop: storage.close })
  checks.push({ name: 'database', check: () => storage.check().then(() => ({ ok: true })) })
  checks.push({ name: 'clock', check: () => clockHealth(storage.clock, now) })

  const store = remembering(storage.store, now)
  let practiceUrl: string | undefined
  const slack = config.slack.mode === 'sandbox' ? await practice(config.slack.port) : config.slack

  async function practice(port: number): Promise<SlackSettings> {
    const offline = makeApp({ store, readCron, now })
    if ((await offline.committees.get()) === undefined) {
      await loadSample(offline, 'tc260', readCron)
      // Whoever tries it on a Sunday sees what it says on a Monday.
      await offline.notices.planDue('digest', { atOnce: true })
      await offline.notices.planDue('reminder', { atOnce: true })
    }
    const { dataDir } = storage
    const sandbox = await startPractice(offline, listed, {
      dataDir,
      port,
      log: (line) => log.debug({}, line),
    })
    steps.unshift({ name: 'the practice workspace', stop: sandbox.close })
    practiceUrl = sandbox.url
    const { botToken, appToken, apiUrl } = sandbox
    return { mode: 'socket', botToken, appToken, apiUrl }
  }

  const connection = connectSlack(slack, { newReference, log })
  const openingQueue = () =>
    openQueue({
      ...(redisUrl !== undefined && { redisUrl }),
      databaseUrl: storage.url,
      workspace: store.workspace,
      jobs,
      now,
      log,
    })
  const waited = untilReady(openingQueue, patienceMs, (line) => log.info({}, line))
  const queue = await waited.catch((error: unknown) => {
    throw databaseUrl !== undefined && isServerTrouble(error)
      ? databaseUnavailable(databaseUrl, error)
      : error
  })
  steps.unshift({ name: 'the queue', share: 3, stop: (ms) => queue.close(ms) })
  checks.push({ name: 'queue', check: () => queue.health() })

  const limits = slackLimits(config.messagesPerMinute)
  const app = makeApp({ store, readCron, now, limits, wake: queue.wake, slack: connection })
  if (does('worker')) {
    await app.deliveries.release()
    queue.work(app)
    checks.push({ name: 'delivery', check: () => deliveryHealth(app) })
  }
  if (does('ticker')) queue.tick()
  if (does('web')) {
    await app.standards
      .warm()
      .catch((error: unknown) => log.warn({ err: error }, 'the standards could not be read ahead'))
    const listening = await connection.listen(app, listed, pages).catch((error: unknown) => {
      throw 'port' in slack ? placeTaken(error, 'PORT', slack.port) : error
    })
    steps.unshift({ name: 'Slack', share: 3, stop: listening.stop })
    if (listening.httpPort !== undefined) {
      healthPort = listening.httpPort
      log.info({ port: healthPort }, 'listening for Slack')
    }
    if (slack.mode === 'socket') checks.push({ name: 'slack', check: async () => listening.health() })
  }
  // Where no socket tells whether Slack is there, Slack is asked.
  const hasSocket = does('web') && slack.mode === 'socket'
  if (!hasSocket && (does('web') || does('worker')))
    checks.push({
      name: 'slack',
      keptMs: slackKeptMs,
      check: () => connection.ask().then(() => ({ ok: true })),
    })
  queue.wake('link-workspace')
  if (config.slack.mode !== 'sandbox' && (await isSample(app)))
    log.warn(
      {},
      'the committee on record is the sample: its people and assignments are invented, and will be spoken of here',
    )
  told.become('serving')
  steps.unshift({ name: 'taking work', stop: async () => told.become('stopping') })
  log.info({ roles, queue: queue.backend, slack: config.slack.mode }, 'ready')
  return {
    app,
    queue,
    ...(practiceUrl !== undefined && { practiceUrl }),
    ...(healthPort !== undefined && { healthPort }),
  }
}
