import { addDays, type Day } from '../../src/domain/calendar/day.ts'
import type { Store } from '../../src/domain/store.ts'
import type { SandboxSeed } from '../../src/sandbox/index.ts'
import type { Plan, PlannedGroup } from './plan.ts'
import { cronOf } from './weekly.ts'

/** Who can be at the practice workspace: the convenor and the deputy of every group, the secretariat, and a visitor. */
const people = [
  { id: 'lotus', name: 'Lotus', role: 'convenor' },
  { id: 'jasmine', name: 'Jasmine', role: 'deputy' },
  { id: 'pine', name: 'Pine', role: 'secretariat' },
  { id: 'visitor', name: 'Visitor' },
] as const

export type PersonId = (typeof people)[number]['id']

export const userOf = (id: PersonId) => `U0${id.toUpperCase()}`
export const nameOf = (id: PersonId) => people.find((one) => one.id === id)?.name ?? ''
export const channelOf = (code: string) => `C0${code}`
export const secretariatChannel = 'C0SECRETARIAT'

/** The workspace in which these groups speak. */
export function workspaceOf(codes: readonly string[]): SandboxSeed {
  const members = people.map(({ id }) => userOf(id))
  const channel = (id: string, name: string) => ({ id, name, topic: '', members, bot: true })
  return {
    team: { id: 'T0FAULTS', name: 'Faults', domain: 'faults' },
    users: people.map(({ id, name }) => ({
      id: userOf(id),
      handle: id,
      name,
      title: '',
      email: `${id}@example.com`,
      locale: 'en-US',
      zone: 'Europe/Berlin',
    })),
    channels: [
      channel(secretariatChannel, 'secretariat'),
      ...codes.map((code) => channel(channelOf(code), code.toLowerCase())),
    ],
    commands: [{ command: '/wg', description: '', usageHint: '', shouldEscape: true }],
    shortcuts: [],
    bot: { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'Rapporteur' },
    events: [],
  }
}

/** The weekends from the one before the plan begins; in each of its weeks nobody may be there for three. */
function weekendsOf(startsAt: string, weeks: number): Day[] {
  const monday = startsAt.slice(0, 10)
  return Array.from({ length: 3 * weeks + 2 }, (_, i) => i).flatMap((week) => [
    addDays(monday, 7 * week - 2),
    addDays(monday, 7 * week - 1),
  ])
}

/**
 * Puts the committee of a plan on record; of every second group only the channel's name, to be looked up. It works every
 * day and hears at every hour, so that no slot moves and nothing waits: that is tested elsewhere.
 */
export async function fillCommittee(store: Store, { groups, startsAt, weeks }: Plan): Promise<void> {
  await store.committee.put({
    id: 'tc900',
    names: { en: 'Example Committee' },
    formerNames: [],
    zone: 'Europe/Berlin',
    languages: ['en'],
    channel: '#secretariat',
    calendar: 'none',
    asking: { quietHours: { from: '03:00', until: '03:00' } },
  })
  for (const day of weekendsOf(startsAt, weeks.length))
    await store.markedDays.put({ day, isWorked: true, at: new Date(startsAt) })
  for (const [nth, { code, zone }] of groups.entries())
    await store.groups.put({
      code,
      kind: 'WG',
      names: { en: `Group ${code}` },
      channel: `#${code.toLowerCase()}`,
      ...(nth % 2 === 0 && { channelId: channelOf(code) }),
      zone,
      calendar: 'none',
      language: 'en',
    })
  for (const person of people)
    if ('role' in person) {
      const { id, name, role } = person
      const roles = role === 'secretariat' ? [{ role }] : groups.map(({ code: group }) => ({ role, group }))
      await store.members.put({
        id,
        names: { en: name },
        slackId: userOf(id),
        email: `${id}@example.com`,
        roles,
      })
    }
  for (const { code, zone, schedules } of groups)
    for (const kind of ['reminder', 'digest'] as const)
      await store.schedules.put({
        group: code,
        kind,
        cron: cronOf(schedules[kind]),
        zone,
        activeSince: new Date(startsAt),
      })
  for (const group of groups) {
    const dueOn = dueOnOf(group)
    if (dueOn === undefined) continue
    await store.assignments.put({
      id: `${group.code}-1`,
      titles: { en: `What ${group.code} owes` },
      group: group.code,
      owner: { kind: 'member', id: 'lotus', names: {} },
      dueOn,
      state: 'open',
      standards: [],
      goals: [],
      items: [],
      life: {},
    })
  }
}

/** An assignment is spoken of from two weeks before its day on. */
function dueOnOf({ speaksFrom }: PlannedGroup): string | undefined {
  if (speaksFrom === undefined) return undefined
  return new Date(Date.parse(speaksFrom) + 14 * 24 * 3_600_000).toISOString().slice(0, 10)
}
