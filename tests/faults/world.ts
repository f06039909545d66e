import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from '../../src/domain/store.ts'
import {
  type RecordedCall,
  type Sandbox,
  type SandboxOptions,
  type SandboxPerson,
  sandboxPerson,
  startSandbox,
} from '../../src/sandbox/index.ts'
import { createStore, openDatabase } from '../../src/store/open-store.ts'
import { freePort } from '../free-port.ts'
import { type BotProcess, botProcess } from './bot-process.ts'
import {
  channelOf,
  fillCommittee,
  type PersonId,
  secretariatChannel,
  userOf,
  workspaceOf,
} from './committee.ts'
import type { Press, Send } from './evidence.ts'
import { type Plan, type ProcessName, processNames } from './plan.ts'
import { type Sabotage, withoutKey } from './sabotage.ts'

/** Where the processes of a run keep what they keep, and what is taken out of them. */
export type WorldParts = {
  /** A database that is migrated and empty. */
  databaseUrl: string
  /** Absent: the queue lives in PostgreSQL. */
  redisUrl?: string
  /** The bundle of bot.ts. */
  program: string
  sabotage?: Sabotage
  /** How many messages a minute the workspace takes, and the bot says; 1,200 unless told. */
  postsPerMinute?: number
  /** How often the bot plans, in milliseconds of the machine; every 300 unless told. */
  planningMs?: number
  /** A Slack that is to be lost and found again needs a folder. */
  sandbox?: Pick<SandboxOptions, 'dir' | 'keepsMetadata'>
}

/** A committee, its Slack and its three bot processes, on clocks that are moved together. */
export type World = {
  plan: Plan
  workspace: string
  sandbox(): Sandbox
  /** What Slack was asked since the beginning. */
  record(): RecordedCall[]
  /** Slack is away until it is found again. */
  loseSlack(): Promise<void>
  findSlack(): Promise<void>
  /** Of the same database; for the run's own pace alone, never for its judgement. */
  store: Store
  processes: Record<ProcessName, BotProcess>
  presses: Press[]
  sends: Send[]
  /** When everything had come to rest. */
  rests: Date[]
  /** So long after it was asked Slack may still carry out a call. */
  latestMs: number
  /** How often a process died or fell asleep at a point. */
  passed: Map<string, number>
  now(): Date
  person(id: PersonId): SandboxPerson
  /** Moves all clocks to `at`, with nothing under way; where it has passed already, they stay. */
  jumpTo(at: Date): Promise<void>
  /** Resolves when these jobs have been performed, each begun after this call. */
  performed(jobs: readonly string[]): Promise<void>
  /** The last words of all processes, for whoever looks for a cause. */
  lastWords(): string
  close(): Promise<void>
}

export const workspace = 'faults'

/** After this the bot no longer waits for Slack's answer. */
const givenUpMs = 10_000
/** Whatever the bot does within moments takes this long at most, on a machine that is busy with other things. */
const patienceMs = 60_000

export async function openWorld(plan: Plan, parts: WorldParts): Promise<World> {
  let aheadMs = Date.parse(plan.startsAt) - Date.now()
  const now = () => new Date(Date.now() + aheadMs)
  const database = await openDatabase(parts.databaseUrl, { max: 3 })
  const store = createStore(database, workspace)
  await fillCommittee(store, plan)
  if (parts.sabotage === 'key') await database.pool.query(withoutKey)

  const { postsPerMinute = 1_200 } = parts
  const [port, slackPort] = [await freePort(), await freePort()]
  const record: RecordedCall[] = []
  const openSlack = async () => {
    const opened = await startSandbox({
      ...parts.sandbox,
      port: slackPort,
      seed: workspaceOf(plan.groups.map(({ code }) => code)),
      now,
      wireNow: () => now().getTime(),
      recordedCalls: 1_000_000,
      postsPerMinute,
    })
    if (plan.mode === 'http') opened.setRequestUrl(`http://127.0.0.1:${port}/slack/events`)
    return opened
  }
  let sandbox = await openSlack()

  const performances = new Map<string, number>()
  let lastDeathMs = 0
  let jumping: Promise<void> = Promise.resolve()
  const processes = Object.fromEntries(
    processNames.map((name) => [
      name,
      botProcess({
        name,
        program: parts.program,
        env: () => ({
          PATH: process.env.PATH ?? '',
          DATABASE_URL: parts.databaseUrl,
          ...(parts.redisUrl !== undefined && { REDIS_URL: parts.redisUrl }),
          RAPPORTEUR_WORKSPACE: workspace,
          SLACK_BOT_TOKEN: sandbox.botToken,
          SLACK_API_URL: sandbox.apiUrl,
          SLACK_MESSAGES_PER_MINUTE: String(postsPerMinute),
          ...(parts.planningMs !== undefined && { PLANNING_MS: String(parts.planningMs) }),
          ...(plan.mode === 'http'
            ? { SLACK_SIGNING_SECRET: sandbox.signingSecret, HOST: '127.0.0.1' }
            : { SLACK_APP_TOKEN: sandbox.appToken }),
          ...(plan.mode === 'http' && name === 'front' && { PORT: String(port) }),
          ROLES: rolesOf(name, plan),
          LOG_LEVEL: 'warn',
          CLOCK_AHEAD_MS: String(aheadMs),
          ...(parts.sabotage !== undefined && { SABOTAGE: parts.sabotage }),
        }),
        heard(report) {
          if (report.report !== 'ran') return
          performances.set(report.job, Math.max(performances.get(report.job) ?? 0, report.beganMs))
        },
        wrote(line) {
          const [point] = /(?<=^(?:died|sleeps) at )[a-z-]+$/.exec(line) ?? []
          if (point !== undefined) world.passed.set(point, (world.passed.get(point) ?? 0) + 1)
        },
        died: () => {
          lastDeathMs = Date.now()
        },
        mayStart: () => jumping,
      }),
    ]),
  ) as Record<ProcessName, BotProcess>
  const all = Object.values(processes)

  async function jump(at: Date): Promise<void> {
    await Promise.all(all.map((each) => each.hold()))
    // What a process had sent that died or gave up is carried out first: no call takes Slack a week.
    await wait(Math.max(0, lastDeathMs + world.latestMs - Date.now(), world.latestMs - givenUpMs))
    world.latestMs = 0
    aheadMs = Math.max(aheadMs, at.getTime() - Date.now())
    await Promise.all(all.map((each) => each.move(aheadMs)))
  }

  const people = new Map<PersonId, SandboxPerson>()
  const world: World = {
    plan,
    workspace,
    sandbox: () => sandbox,
    record: () => [...record, ...sandbox.record()],
    async loseSlack() {
      await Promise.all([...people.values()].map((person) => person.leave()))
      people.clear()
      await sandbox.close()
      record.push(...sandbox.record())
    },
    async findSlack() {
      sandbox = await openSlack()
    },
    store,
    processes,
    presses: [],
    sends: [],
    rests: [],
    latestMs: 0,
    passed: new Map(),
    now,
    person(id) {
      const known = people.get(id) ?? sandboxPerson(sandbox, userOf(id))
      people.set(id, known)
      return known
    },
    async jumpTo(at) {
      if (at <= now()) return
      jumping = jump(at)
      await jumping
    },
    async performed(jobs) {
      const sinceMs = now().getTime()
      const isMissing = (job: string) => (performances.get(job) ?? 0) < sinceMs
      const calls = () => record.length + sandbox.record().length
      let untilMs = Date.now() + patienceMs
      for (let before = calls(); jobs.some(isMissing); await wait(20)) {
        if (Date.now() <= untilMs) continue
        // Whoever still asks Slack is at work, however slow the machine: only what stands still is lost.
        if (calls() === before) throw new Error(`${jobs.filter(isMissing)} did not run`)
        before = calls()
        untilMs = Date.now() + patienceMs
      }
    },
    lastWords: () => all.map(({ name, lastWords }) => `--- ${name}\n${lastWords()}`).join('\n'),
    async close() {
      await Promise.all(all.map((each) => each.end()))
      await Promise.all([...people.values()].map((person) => person.leave()))
      await sandbox.close()
      await database.close()
    },
  }
  return world
}

/** One process answers people and does nothing by itself; over Socket Mode another may answer them as well. */
function rolesOf(name: ProcessName, { mode }: Plan): string {
  if (name === 'front') return 'web'
  return mode === 'socket' && name === 'second' ? 'web,worker,ticker' : 'worker,ticker'
}

/** The group whose channel it is, by its id or its name. */
export function ownerOf({ groups }: Plan): (channel: string) => string | undefined {
  const known = new Map([
    [secretariatChannel, 'secretariat'],
    ['#secretariat', 'secretariat'],
    ...groups.flatMap(({ code }): [string, string][] => [
      [channelOf(code), code],
      [`#${code.toLowerCase()}`, code],
    ]),
  ])
  return (channel) => known.get(channel)
}
