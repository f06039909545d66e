import { planAsks } from '../../jobs/plan-asks.ts'
import { planWeeklyDigests } from '../../jobs/plan-weekly-digests.ts'
import { planWeeklyReminders } from '../../jobs/plan-weekly-reminders.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { Member } from '../../src/domain/member/rules.ts'
import type { Asking } from '../../src/domain/reminder/asking.ts'
import type { SandboxSeed } from '../../src/sandbox/index.ts'
import type { Database } from '../../src/store/open-store.ts'
import { plainText } from '../../src/views/plain-text.ts'
import { assignment } from '../domain/assignment/arbitraries.ts'
import { channelOf, day, deliver, minute, type Outgoing, outgoing, secretariat } from './outgoing.ts'

/** A committee whose people owe things and are asked about them, day by day, in the words that they read. */
export type Living = Outgoing & {
  /** Jasmine owes it in WG8, but for what `change` says. */
  owes(id: string, change?: Partial<Assignment>): Promise<void>
  /** A run of everything, at the present moment and a minute after. */
  run(): Promise<void>
  /** Goes on from day to day, each with a run at the present hour. */
  live(days: number): Promise<void>
  /** What a person heard, by the name in their Slack. */
  heard(person: string): string[]
  inChannel(group?: string): string[]
  /** What stands before the secretariat. */
  told(): string[]
  member(id: string): Promise<Member>
  by(id: string): Promise<{ member: Member; via: 'button' }>
}

/** How the committee asks, its groups, and who is in its Slack, where that is not as usual. */
export type LivingGiven = {
  asking?: Partial<Asking>
  codes?: readonly string[]
  users?: SandboxSeed['users']
}

/**
 * It is Monday, 23 November 2026, 09:00 in Shanghai. Lotus leads WG8, Linden is her deputy, Jasmine and Robin are members;
 * nobody owes anything yet.
 */
export async function living(
  database: Database,
  workspace: string,
  { asking = {}, codes = ['WG8'], users }: LivingGiven = {},
): Promise<Living> {
  const bot = await outgoing(database, workspace, codes, {
    secretariat: true,
    ...(users !== undefined && { users }),
  })
  const { app, store, sandbox } = bot
  const committee = await store.committee.get()
  if (committee === undefined) throw new Error('no committee')
  await store.committee.put({ ...committee, asking })
  for (const one of await store.assignments.all()) await store.assignments.put({ ...one, state: 'withdrawn' })
  for (const [id, role] of Object.entries(people))
    await store.members.put({
      id,
      names: { en: `${id[0]?.toUpperCase()}${id.slice(1)} Example` },
      slackId: `U0${id.toUpperCase()}`,
      language: 'en',
      roles: [{ role, group: 'WG8' }],
    })

  const read = (channel: string) =>
    sandbox.messages(channel).map(({ text, blocks }) => plainText({ text, blocks } as never))
  const member = async (id: string) => {
    const found = await store.members.byId(id)
    if (found === undefined) throw new Error(`no ${id}`)
    return found
  }
  const run = async () => {
    for (const job of [planWeeklyReminders, planWeeklyDigests, planAsks])
      await job.perform(app, {}, app.now())
    for (const _again of [1, 2]) {
      await deliver(app)
      bot.pass(minute)
    }
  }
  return {
    ...bot,
    owes: (id, change = {}) =>
      store.assignments.put(
        assignment(id, { owner: { kind: 'member', id: 'jasmine', names: {} }, ...change }),
      ),
    run,
    async live(days) {
      for (let count = 0; count < days; count += 1) {
        bot.pass(day - 2 * minute)
        await run()
      }
    },
    heard: (person) => read(`D0${person.toUpperCase()}`),
    inChannel: (group = 'WG8') => read(channelOf(group)),
    told: () => read(channelOf(secretariat)),
    member,
    by: async (id) => ({ member: await member(id), via: 'button' }),
  }
}

const people = { lotus: 'convenor', linden: 'deputy', jasmine: 'member', robin: 'member' } as const
