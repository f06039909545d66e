import { actions, answer, events, slashCommands } from '../commands/index.ts'
import type { Config } from '../config/env.ts'
import { jobs as everyJob } from '../jobs/index.ts'
import { type App, type AppParts, createApp } from './app.ts'
import type { Job } from './contract/job.ts'
import type { Log } from './contract/log.ts'
import { slackLimits } from './domain/delivery/pace.ts'
import { readCron } from './queue/cron.ts'
import { openQueue, type Queue } from './queue/queue.ts'
import { placeTaken } from './runtime/place-taken.ts'
import { startPractice } from './runtime/practice.ts'
import { isSample, loadSample } from './runtime/sample.ts'
import type { StopStep } from './runtime/shutdown.ts'
import { openStorage } from './runtime/storage.ts'
import { connectSlack, type SlackSettings } from './slack/connect.ts'

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
export type Service = { app: App; queue: Queue; practiceUrl?: string }

/**
 * Opens the database, the queue and the way to Slack, and takes up the roles of the configuration.
 * @throws what `isForOperator` knows, where the operator can mend it; anything else is a bug
 */
export async function serve(parts: ServeParts): Promise<Service> {
  const { config, now, log, newReference, steps, makeApp = createApp, jobs = everyJob } = parts
  const storage = await openStorage(config, (line) => log.info({}, line))
  steps.unshift({ name: 'the database', stop: storage.close })

  const { store } = storage
  let practiceUrl: string | undefined
  const slack = config.slack.mode === 'sandbox' ? await practice(config.slack.port) : config.slack

  async function practice(port: number): Promise<SlackSettings> {
    const offline = makeApp({ store, readCron, now })
    if ((await offline.committees.get()) === undefined) {
      await loadSample(offline, 'tc260', readCron)
      await offline.notices.planDue('digest')
      await offline.notices.planDue('reminder')
    }
    const { dataDir } = storage
    const sandbox = await startPractice(offline, slashCommands, {
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
  const { redisUrl } = config
  const queue = await openQueue({
    ...(redisUrl !== undefined && { redisUrl }),
    databaseUrl: storage.url,
    workspace: store.workspace,
    jobs,
    now,
    log,
  })
  steps.unshift({ name: 'the queue', share: 3, stop: (ms) => queue.close(ms) })

  const limits = slackLimits(config.messagesPerMinute)
  const app = makeApp({ store, readCron, now, limits, wake: queue.wake, slack: connection })
  if (config.roles.includes('worker')) await app.deliveries.release()
  if (config.roles.includes('worker')) queue.work(app)
  if (config.roles.includes('ticker')) queue.tick()
  if (config.roles.includes('web')) {
    const listening = await connection.listen(app, { answer, actions, events }).catch((error: unknown) => {
      throw 'port' in slack ? placeTaken(error, 'PORT', slack.port) : error
    })
    steps.unshift({ name: 'Slack', share: 3, stop: listening.stop })
    if (listening.httpPort !== undefined) log.info({ port: listening.httpPort }, 'listening for Slack')
  }
  queue.wake('link-workspace')
  if (config.slack.mode !== 'sandbox' && (await isSample(app)))
    log.warn(
      {},
      'the committee on record is the sample: its people and assignments are invented, and will be spoken of here',
    )
  log.info({ roles: config.roles, queue: queue.backend, slack: config.slack.mode }, 'ready')
  return { app, queue, ...(practiceUrl !== undefined && { practiceUrl }) }
}
