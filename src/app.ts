import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Directory, DroppedFiles, Messenger } from './contract/slack.ts'
import { type Absences, absences } from './domain/absence/service.ts'
import { type Assignments, assignments } from './domain/assignment/service.ts'
import { type Audits, audits } from './domain/audit/service.ts'
import { type CalendarDesk, calendarDesk } from './domain/calendar/service.ts'
import { type Committees, committees } from './domain/committee/service.ts'
import type { Context } from './domain/context.ts'
import { type Decisions, decisions } from './domain/decision/service.ts'
import { type Limits, slackLimits } from './domain/delivery/pace.ts'
import { type Deliveries, deliveries } from './domain/delivery/service.ts'
import { type Desks, desks } from './domain/desk/service.ts'
import { type Follows, follows } from './domain/follow/service.ts'
import { type Goals, goals } from './domain/goal/service.ts'
import { type Hearings, hearings } from './domain/hearing/service.ts'
import { type Holds, holds } from './domain/hold/service.ts'
import { type Members, members } from './domain/member/service.ts'
import { type Notices, notices } from './domain/notice/service.ts'
import { type Plans, plans } from './domain/plan/service.ts'
import { type Asks, asks } from './domain/reminder/service.ts'
import { type Runs, runs } from './domain/run/service.ts'
import { type Schedules, schedules } from './domain/schedule/service.ts'
import { type Imports, imports } from './domain/standard/importing/service.ts'
import { type Recordings, recordings } from './domain/standard/recording.ts'
import { type Standards, standards } from './domain/standard/service.ts'
import type { Store } from './domain/store.ts'
import { twinCatalogue } from './domain/twin/catalogue.ts'
import { type Twins, twins } from './domain/twin/service.ts'
import { type Looking, viewerOf } from './domain/viewing/rules.ts'
import { seenBy } from './domain/viewing/seen-by.ts'
import { sightsOf } from './domain/viewing/sights.ts'
import { type Works, works } from './domain/work/service.ts'
import { type WorkingGroups, workingGroups } from './domain/working-group/service.ts'

/** What a process puts in; a test puts in its own clock and its own ids. */
export type AppParts = {
  store: Store
  readCron: Context['readCron']
  now?: () => Date
  newId?: () => string
  /** Lets `ms` pass, or less where `signal` is aborted meanwhile. */
  pause?: App['pause']
  /** How fast Slack may be asked; its documented rates, where not given. */
  limits?: Limits
  /** Asks the queue to run a job soon; a process without a queue leaves it to the next tick of another. */
  wake?: (job: string) => void
  /** Absent in a process that does not speak to Slack, such as the command line. */
  slack?: SlackDoors
}

/** How a process speaks to Slack. */
export type SlackDoors = {
  messenger: Messenger
  directory: Directory
  /** Absent where nobody can share a file. */
  files?: DroppedFiles
}

/** One committee's Rapporteur: everything that a handler or a job may ask for. */
export type App = {
  workspace: string
  now: () => Date
  pause(ms: number, signal: AbortSignal): Promise<void>
  committees: Committees
  groups: WorkingGroups
  members: Members
  standards: Standards
  plans: Plans
  goals: Goals
  work: Works
  imports: Imports
  recordings: Recordings
  twins: Twins
  assignments: Assignments
  audits: Audits
  follows: Follows
  absences: Absences
  desks: Desks
  hearing: Hearings
  holds: Holds
  schedules: Schedules
  calendars: CalendarDesk
  notices: Notices
  asks: Asks
  runs: Runs
  deliveries: Deliveries
  decisions: Decisions
  forgetEvents(before: Date): Promise<void>
  isFirstTime(event: string): Promise<boolean>
  /** @throws Error in a process that does not speak to Slack. */
  slack(): SlackDoors
  /** The same, as a person or the readers of a channel see it: see `src/domain/viewing/seen-by.ts`. It never sees more. */
  seenBy(who: Looking): Promise<App>
}

/** The only place with a clock and dice of its own. */
export function createApp(parts: AppParts): App {
  const now = parts.now ?? (() => new Date())
  const { store, readCron } = parts
  const context: Context = {
    store,
    now,
    newId: parts.newId ?? randomUUID,
    readCron,
    wake: parts.wake ?? (() => undefined),
    twins: twinCatalogue(),
    breathe: () => nextTurn(),
    userOf: async (slackId) => parts.slack?.directory.user(slackId),
  }
  const app: App = {
    ...appOver(context, standards(context), parts),
    async seenBy(who) {
      const viewer = viewerOf(await store.groups.all(), who)
      if (viewer.hidden.size === 0) return app
      const { known, twins } = await sights(viewer)
      const own = { ...context, twins, store: seenBy(store, viewer) }
      const seen: App = { ...appOver(own, known, parts), seenBy: async () => seen }
      return seen
    },
  }
  const sights = sightsOf(context)
  return app
}

/** All but the views of it, over one store; `known`: its standards, whose index is dear to make. */
function appOver(context: Context, known: Standards, parts: AppParts): Omit<App, 'seenBy'> {
  const { store, now } = context
  return {
    workspace: store.workspace,
    now,
    pause: parts.pause ?? ((ms, signal) => wait(ms, undefined, { signal }).catch(() => undefined)),
    committees: committees(context),
    groups: workingGroups(context),
    members: members(context),
    standards: known,
    plans: plans(context, known.presentRecords),
    goals: goals(context),
    work: works(context, async (name, today) => {
      const found = await known.find(name, { today })
      return found.kind === 'one' ? found.card.standard : undefined
    }),
    imports: imports(context),
    recordings: recordings(context),
    twins: twins(context),
    assignments: assignments(context),
    audits: audits(context),
    follows: follows(context),
    absences: absences(context),
    desks: desks(context),
    hearing: hearings(context),
    holds: holds(context),
    schedules: schedules(context),
    calendars: calendarDesk(context),
    notices: notices(context),
    asks: asks(context),
    runs: runs(context),
    deliveries: deliveries(context, parts.limits ?? slackLimits()),
    decisions: decisions(context),
    isFirstTime: (event) => store.events.first(event, now()),
    forgetEvents: (before) => store.events.forget(before),
    slack() {
      if (parts.slack === undefined) throw new Error('this process does not speak to Slack')
      return parts.slack
    },
  }
}
