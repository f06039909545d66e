import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { actions, answer, events, slashCommands } from '../commands/index.ts'
import { describeFaults, readEnv } from '../config/env.ts'
import { jobs } from '../jobs/index.ts'
import { createApp } from './app.ts'
import { isForOperator } from './operator/is-for-operator.ts'
import { readCron } from './queue/cron.ts'
import { openQueue } from './queue/queue.ts'
import { whenLauncherIsGone } from './runtime/launcher.ts'
import { logger } from './runtime/logger.ts'
import { placeTaken } from './runtime/place-taken.ts'
import { startPractice } from './runtime/practice.ts'
import { isSample, loadSample } from './runtime/sample.ts'
import { onStop, type StopStep } from './runtime/shutdown.ts'
import { openStorage } from './runtime/storage.ts'
import { connectSlack, type SlackSettings } from './slack/connect.ts'

/** How long a stop may take: container platforms kill after ten seconds unless told otherwise. */
const graceMs = 9_000

const env = readEnv(process.env)
if (!env.ok) {
  process.stderr.write(`${describeFaults(env.faults)}\n`)
  process.exit(1)
}
const { config } = env
const secrets = 'signingSecret' in config.slack ? [config.slack.signingSecret] : []
const log = logger({ level: config.logLevel, secrets })
const now = () => new Date()
const newReference = () => randomUUID().slice(0, 8)

const steps: StopStep[] = []
const stop = onStop({ process, steps, graceMs, log, newReference })
if (process.env.npm_lifecycle_event !== undefined)
  whenLauncherIsGone(
    () => process.ppid,
    () => void stop(0, 'npm was killed'),
  )

try {
  await start()
} catch (error) {
  if (!isForOperator(error)) log.fatal({ err: error, reference: newReference() }, 'could not start')
  else process.stderr.write(`${error.message}\n`)
  await stop(1, 'could not start')
}

async function start(): Promise<void> {
  const storage = await openStorage(config, (line) => log.info({}, line))
  steps.unshift({ name: 'the database', stop: storage.close })

  const { store } = storage
  let practiceUrl: string | undefined
  const offline = createApp({ store, readCron, now })
  const slack = config.slack.mode === 'sandbox' ? await practice(config.slack.port) : config.slack

  async function practice(port: number): Promise<SlackSettings> {
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

  const app = createApp({ store, readCron, now, wake: queue.wake, slack: connection })
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
  if (practiceUrl !== undefined)
    process.stdout.write(
      `\nRapporteur's practice workspace is open: ${practiceUrl}\nCtrl-C ends it; it will be found as it was left.\n\n`,
    )
}
