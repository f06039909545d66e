import * as listed from '../../commands/index.ts'
import { type App, createApp } from '../../src/app.ts'
import { readCron } from '../../src/queue/cron.ts'
import { loadSample } from '../../src/runtime/sample.ts'
import {
  type Sandbox,
  type SandboxOptions,
  type SandboxPerson,
  sandboxPerson,
  startSandbox,
} from '../../src/sandbox/index.ts'
import { connectSlack, type Listening, type SlackSettings } from '../../src/slack/connect.ts'
import type { Handlers } from '../../src/slack/register.ts'
import { createStore, type Database } from '../../src/store/open-store.ts'
import { journal } from '../queue/diary.ts'
import { seed } from './workspace.ts'

export type Mode = 'HTTP' | 'Socket Mode'
export const modes: readonly Mode[] = ['HTTP', 'Socket Mode']

/** The real bot on a real database and a sandbox of its own, with the sample committee on record. */
export type RunningBot = {
  app: App
  sandbox: Sandbox
  listening: Listening
  log: ReturnType<typeof journal>
  /** Where the bot takes signed requests; empty over Socket Mode. */
  requestUrl: string
  /** A person at the sandbox, who leaves when the bot stops. */
  person(id: string): SandboxPerson
  /** Stops listening once what is under way is done; what is left undone. The sandbox goes on. */
  rest(graceMs?: number): Promise<string[]>
  /** Slack is away from now on. */
  loseSlack(): Promise<void>
  stop(): Promise<void>
}

type BotParts = {
  database: Database
  /** Its own in every bot of a test file. */
  workspace: string
  committee?: 'sample' | 'none'
  wake?: (job: string) => void
  /** Instead of the program's own. */
  handlers?: Partial<Handlers>
  sandbox?: Partial<SandboxOptions>
}

export async function runningBot(mode: Mode, parts: BotParts): Promise<RunningBot> {
  const sandbox = await startSandbox({
    seed,
    now: () => new Date(),
    rateLimits: false,
    retryDelaysMs: [0],
    ...parts.sandbox,
  })
  const log = journal()
  let references = 0
  const newReference = () => `reference-${++references}`
  const slack = connectSlack(settingsFor(mode, sandbox), { newReference, log })
  const app = createApp({
    store: createStore(parts.database, parts.workspace),
    readCron,
    slack,
    ...(parts.wake && { wake: parts.wake }),
  })
  if (parts.committee !== 'none') await loadSample(app, 'tc260', readCron)
  const listening = await slack.listen(app, { ...listed, ...parts.handlers })
  const requestUrl =
    listening.httpPort === undefined ? '' : `http://127.0.0.1:${listening.httpPort}/slack/events`
  if (requestUrl === '') await connected(log, 1)
  else sandbox.setRequestUrl(requestUrl)
  const people: SandboxPerson[] = []
  let resting: Promise<string[]> | undefined
  const rest = (graceMs = 5_000) => {
    resting ??= listening.stop(graceMs)
    return resting
  }
  let losing: Promise<void> | undefined
  const loseSlack = () => {
    losing ??= sandbox.close()
    return losing
  }
  return {
    app,
    sandbox,
    listening,
    log,
    requestUrl,
    person(id) {
      const one = sandboxPerson(sandbox, id)
      people.push(one)
      return one
    },
    rest,
    loseSlack,
    async stop() {
      await Promise.all(people.map((one) => one.leave()))
      await rest()
      await loseSlack()
    },
  }
}

/** Resolves when the bot has connected by Socket Mode for the `count`th time. */
export async function connected(log: ReturnType<typeof journal>, count: number): Promise<void> {
  let seen = 0
  await log.line(({ message }) => message.startsWith('connected to Slack') && ++seen === count)
}

function settingsFor(mode: Mode, { botToken, appToken, signingSecret, apiUrl }: Sandbox): SlackSettings {
  if (mode === 'Socket Mode') return { mode: 'socket', botToken, appToken, apiUrl }
  return { mode: 'http', botToken, apiUrl, signingSecret, host: '127.0.0.1', port: 0 }
}
