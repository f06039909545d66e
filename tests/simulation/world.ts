import { setTimeout as wait } from 'node:timers/promises'
import { actions, events, shortcuts } from '../../commands/index.ts'
import { deliverNotices } from '../../jobs/deliver-notices.ts'
import { forgetEvents } from '../../jobs/forget-events.ts'
import { planAsks } from '../../jobs/plan-asks.ts'
import { planCalendarWarnings } from '../../jobs/plan-calendar-warnings.ts'
import { planWeeklyDigests } from '../../jobs/plan-weekly-digests.ts'
import { planWeeklyReminders } from '../../jobs/plan-weekly-reminders.ts'
import { reportRuns } from '../../jobs/report-runs.ts'
import { type App, createApp } from '../../src/app.ts'
import { callerFor } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { slackLimits } from '../../src/domain/delivery/pace.ts'
import type { Store } from '../../src/domain/store.ts'
import { readCron } from '../../src/queue/cron.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts'
import { askingClient, sayingClient } from '../../src/slack/client.ts'
import { messenger } from '../../src/slack/deliver.ts'
import { directory } from '../../src/slack/directory.ts'
import { offeredShortcuts } from '../../src/slack/manifest.ts'
import { createStore, type Database } from '../../src/store/open-store.ts'
import { journal } from '../queue/diary.ts'
import { type Committee, channelOf, type Person, secretariatChannel } from './committee.ts'

/** A button, or an entry of a menu, as a message showed it. */
export type Button = { actionId: string; value: string }

/** A committee, its bot and its Slack on one clock, which only the simulation moves. */
export type World = {
  app: App
  sandbox: Sandbox
  now(): Date
  /** Moves the clock on; it is never put back. */
  moveTo(at: Date): void
  /** What the bot does by itself at the present moment, which is this time of the committee's day, `HH:mm`. */
  runJobs(time: string): Promise<void>
  /** Presses what a message showed. False where the bot refused it. */
  press(person: Person, button: Button, channel: string): Promise<boolean>
  close(): Promise<void>
}

const workspace = 'simulation'

/** The first run of a day: what needs no more is done then. */
export const firstOfDay = '00:10'
/** Digests and reports are looked for a few times a day: nothing that is counted hangs on their hour. */
const digestTimes = ['10:00', '15:00', '18:00', '22:00']

export async function openWorld(database: Database, committee: Committee): Promise<World> {
  let at = new Date(`${committee.from}T00:00:00Z`)
  const now = () => at
  const sandbox = await startSandbox({
    seed: workspaceOf(committee),
    now,
    wireNow: () => at.getTime(),
    rateLimits: false,
    recordedCalls: 1_000_000,
  })
  const { botToken, apiUrl } = sandbox
  const log = journal()
  const asking = askingClient(botToken, apiUrl, log)
  let ids = 0
  let requests = 0
  const store = createStore(database, workspace)
  const app = createApp({
    store,
    readCron,
    now,
    newId: () => `n-${String(++ids).padStart(6, '0')}`,
    // Waiting for one's turn moves the clock, and lets what is under way go on.
    pause: async (ms) => {
      at = new Date(at.getTime() + ms)
      await wait(1)
    },
    limits: slackLimits(100_000),
    slack: {
      messenger: messenger(sayingClient(botToken, apiUrl, log), asking),
      directory: directory(asking),
    },
  })
  await store.transaction((store) => fill(store, committee))
  return {
    app,
    sandbox,
    now,
    moveTo(to) {
      if (to > at) at = to
    },
    async runJobs(time) {
      const further = [
        ...(time === firstOfDay ? [planCalendarWarnings, forgetEvents] : []),
        ...(digestTimes.includes(time) ? [planWeeklyDigests, reportRuns] : []),
      ]
      for (const job of [...further, planWeeklyReminders, planAsks, deliverNotices])
        await job.perform(app, {}, at)
    },
    async press({ slackId, zone, member }, { actionId, value }, channel) {
      const name = actionId.split(':')[0]
      const found = actions.find(({ id }) => id === name)
      if (found === undefined) throw new Error(`nobody deals with ${actionId}`)
      requests += 1
      const caller = await callerFor(app, {
        slackId,
        request: `press-${requests}`,
        zone,
        locale: 'en-GB',
        member,
        channelId: channel,
      })
      try {
        await found.answer(app, caller, value)
        return true
      } catch (error) {
        if (error instanceof UserError) return false
        throw error
      }
    },
    close: () => sandbox.close(),
  }
}

function workspaceOf({ people, groups }: Committee) {
  return {
    team: { id: 'T0SIM', name: 'Simulation', domain: 'simulation' },
    users: people.map(({ slackId, zone, member }) => ({
      id: slackId,
      handle: member.id,
      name: member.id,
      title: '',
      email: `${member.id}@example.org`,
      locale: 'en-US',
      zone,
    })),
    channels: [
      ...groups.map(({ code }) => ({ id: channelOf(code), name: code.toLowerCase() })),
      { id: secretariatChannel, name: 'secretariat' },
    ].map((one) => ({ ...one, topic: '', members: [], bot: true })),
    commands: [],
    shortcuts: offeredShortcuts(shortcuts),
    bot: { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'Rapporteur' },
    events: events.map(({ type }) => type),
  }
}

async function fill(store: Store, committee: Committee): Promise<void> {
  const { zone, calendar, groups, organisations, people, absences, from } = committee
  const activeSince = new Date(`${from}T00:00:00Z`)
  activeSince.setUTCDate(activeSince.getUTCDate() - 3)
  await store.committee.put({
    id: 'tc900',
    names: { en: 'Simulated Committee' },
    formerNames: [],
    zone,
    calendar,
    languages: ['en'],
    channel: '#secretariat',
    channelId: secretariatChannel,
  })
  for (const organisation of organisations) await store.organisations.put(organisation)
  for (const group of groups) await store.groups.put(group)
  for (const { member, quietHours, perWeek } of people) {
    await store.members.put(member)
    if (quietHours !== undefined || perWeek !== undefined)
      await store.hearing.put({
        member: member.id,
        ...(quietHours !== undefined && { quietHours }),
        ...(perWeek !== undefined && { perWeek }),
      })
  }
  for (const [nth, { code, zone }] of groups.entries()) {
    const reminder = nth % 4 === 3 ? '0 14 * * 4' : nth === 2 ? '0 9 * * 0' : '0 9 * * 1'
    await store.schedules.put({ group: code, kind: 'reminder', cron: reminder, zone, activeSince })
    if (nth % 2 === 0)
      await store.schedules.put({ group: code, kind: 'digest', cron: '0 16 * * 5', zone, activeSince })
  }
  for (const absence of absences) await store.absences.put(absence, activeSince)
}
