import { setTimeout as wait } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import { deliverNotices } from '../../jobs/deliver-notices.ts'
import { reportRuns } from '../../jobs/report-runs.ts'
import { type App, createApp } from '../../src/app.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { type Limits, slackLimits } from '../../src/domain/delivery/pace.ts'
import type { Store } from '../../src/domain/store.ts'
import { readCron } from '../../src/queue/cron.ts'
import { type Sandbox, type SandboxOptions, type SandboxSeed, startSandbox } from '../../src/sandbox/index.ts'
import { askingClient, sayingClient } from '../../src/slack/client.ts'
import { messenger } from '../../src/slack/deliver.ts'
import { directory } from '../../src/slack/directory.ts'
import { createStore, type Database } from '../../src/store/open-store.ts'
import { journal } from '../queue/diary.ts'
import { seed } from '../slack/workspace.ts'

/**
 * A committee of the given groups, each with a channel and two assignments due that week, and a Slack to speak in. The
 * secretariat hears nothing, unless it is given its channel.
 */
export type Outgoing = {
  app: App
  store: Store
  sandbox: Sandbox
  /** The same moment for the bot and for Slack; a Monday, 09:00 in Shanghai, until it is moved. */
  pass(ms: number): void
  /** Another process that serves the same committee on a pool of its own. */
  beside(database: Database): App
  /** What stands in a group's channel. */
  said(group?: string): ReturnType<Sandbox['messages']>
  /** The calls of this Web API method that the bot made. */
  calls(method: string): ReturnType<Sandbox['record']>
}

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

export const channelOf = (code: string) => `C0${code}`
/** Stands for the secretariat where a group's code is asked for. */
export const secretariat = 'SECRETARIAT'

export async function outgoing(
  database: Database,
  workspace: string,
  codes: readonly string[] = ['WG8'],
  given: {
    limits?: Limits
    sandbox?: Partial<SandboxOptions>
    secretariat?: boolean
    /** Who is in that Slack, where it is not everybody's practice. */
    users?: SandboxSeed['users']
  } = {},
): Promise<Outgoing> {
  let at = new Date('2026-11-23T01:00:00Z')
  const now = () => at
  const sandbox = await startSandbox({
    seed: {
      ...seed,
      ...(given.users !== undefined && { users: given.users }),
      channels: [...codes, secretariat].map((code) => ({
        id: channelOf(code),
        name: code.toLowerCase(),
        topic: '',
        members: ['U0LOTUS'],
        bot: true,
        archived: code === 'OLD',
      })),
    },
    now,
    wireNow: () => at.getTime(),
    rateLimits: false,
    ...given.sandbox,
  })
  const { botToken, apiUrl } = sandbox
  const log = journal()
  const asking = askingClient(botToken, apiUrl, log)
  const slack = {
    messenger: messenger(sayingClient(botToken, apiUrl, log), asking),
    directory: directory(asking),
  }
  const limits = given.limits ?? slackLimits(100_000)
  // Waiting for one's turn moves the clock, and lets what is under way go on.
  const pause = async (ms: number) => {
    at = new Date(at.getTime() + ms)
    await wait(1)
  }
  const beside = (other: Database) =>
    createApp({ store: createStore(other, workspace), readCron, now, pause, limits, slack })
  const store = createStore(database, workspace)
  await fill(store, codes, given.secretariat === true)
  return {
    app: beside(database),
    store,
    sandbox,
    pass(ms) {
      at = new Date(at.getTime() + ms)
    },
    beside,
    said: (group = 'WG8') => sandbox.messages(channelOf(group)),
    calls: (method) => sandbox.record().filter((call) => call.method === method),
  }
}

/** One run of the job. */
export function deliver(app: App, stopping?: AbortSignal): Promise<void> {
  return deliverNotices.perform(app, {}, app.now(), stopping)
}

/** Writes the reports that are due, and says them. */
export async function report(app: App): Promise<void> {
  await reportRuns.perform(app, {}, app.now())
  await deliver(app)
}

/** What `code` owes: one is late since Friday, one is due on Friday. */
export function owed(code: string): [Assignment, Assignment] {
  const common = {
    group: code,
    owner: { kind: 'member' as const, id: 'lotus', names: {} },
    state: 'open' as const,
    standards: [],
    goals: [],
    items: [],
    life: {},
  }
  return [
    { ...common, id: `${code}-late`, titles: { en: `Late of ${code}` }, dueOn: '2026-11-20' },
    { ...common, id: `${code}-soon`, titles: { en: `Soon of ${code}` }, dueOn: '2026-11-27' },
  ]
}

/** Speaks as the bot, past everything that is under test. */
export function asTheBot({ sandbox }: Outgoing): WebClient {
  return new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl })
}

async function fill(store: Store, codes: readonly string[], hasSecretariat: boolean): Promise<void> {
  const zone = 'Asia/Shanghai'
  await store.committee.put({
    id: 'tc900',
    names: { en: 'Example Committee' },
    formerNames: [],
    zone,
    languages: ['en'],
    ...(hasSecretariat && { channel: '#secretariat', channelId: channelOf(secretariat) }),
  })
  await store.members.put({ id: 'lotus', names: { en: 'Lotus Example' }, roles: [] })
  await store.members.put({ id: 'pine', names: { en: 'Pine Example' }, roles: [{ role: 'secretariat' }] })
  const activeSince = new Date('2026-11-20T00:00:00Z')
  for (const code of codes) {
    await store.groups.put({
      code,
      kind: 'WG',
      names: { en: `Group ${code}` },
      channel: `#${code.toLowerCase()}`,
      channelId: channelOf(code),
      zone,
      language: 'en',
    })
    await store.schedules.put({ group: code, kind: 'reminder', cron: '0 9 * * 1', zone, activeSince })
    for (const assignment of owed(code)) await store.assignments.put(assignment)
  }
}
