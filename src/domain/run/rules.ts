import { type Day, dayIn } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'
import type { Member } from '../member/rules.ts'
import type { Notice } from '../notice/rules.ts'
import type { ScheduleKind } from '../schedule/rules.ts'
import type { WorkingGroup } from '../working-group/rules.ts'

/** One group's part in a run. `why`: the reason on record. */
export type RunLine = {
  notice: string
  group: WorkingGroup
  why?: string
  /** The day on which it was said, where that is not the day it was for. */
  saidOn?: Day
}

/** What came of one kind on one day: each group is in one of the lists, or twice where it was due twice. */
export type RunReport = {
  kind: ScheduleKind
  on: Day
  said: RunLine[]
  /** There was nothing to say. */
  silent: RunLine[]
  /** Refused for good. */
  unreached: RunLine[]
  /** May or may not stand. */
  ambiguous: RunLine[]
  /** Not said yet. */
  waiting: RunLine[]
  /** With the reminders alone. */
  asked?: AskedInPerson
}

/** Whom the committee asked in person on that day, and whom it could not. */
export type AskedInPerson = {
  people: number
  /** How many things they were asked about. */
  things: number
  waiting: number
  held: Names[]
  /** Those who are not in Slack, and those whom no message reached. */
  unreached: Names[]
}

/** What came of a day's askings in person; undefined where there were none. */
export function askedInPerson(
  notices: readonly Notice[],
  members: readonly Pick<Member, 'id' | 'names'>[],
): AskedInPerson | undefined {
  if (notices.length === 0) return undefined
  const names = new Map(members.map((member) => [member.id, member.names]))
  const of = (some: (notice: Notice) => boolean) => notices.filter(some)
  const called = (some: (notice: Notice) => boolean) =>
    [...new Set(of(some).map(({ member = '' }) => member))].flatMap((member) => names.get(member) ?? [])
  const said = of(({ state }) => state === 'sent')
  const open = of(({ state }) => state === 'pending' || state === 'sending')
  // Who was not found in Slack at first may have been in the course of the day.
  const reached = new Set([...said, ...open].map(({ member }) => member))
  return {
    people: said.length,
    things: said.reduce((sum, { about = [] }) => sum + about.length, 0),
    waiting: open.length,
    held: called(({ state, reason }) => state === 'withdrawn' && reason === 'held'),
    unreached: called(
      ({ member, state, reason }) =>
        !reached.has(member) && (state === 'failed' || (state === 'withdrawn' && reason === 'not-in-slack')),
    ),
  }
}

/** What came of a run, in the order of `groups`; notices of groups that are not among them don't count. */
export function reportRun(
  kind: ScheduleKind,
  on: Day,
  notices: readonly Notice[],
  groups: readonly WorkingGroup[],
): RunReport {
  const report: RunReport = { kind, on, said: [], silent: [], unreached: [], ambiguous: [], waiting: [] }
  for (const { group, notice } of dueIn(groups, notices)) {
    const saidOn = notice.sentAt && dayIn(group.zone, notice.sentAt)
    report[listOf(notice)].push({
      notice: notice.id,
      group,
      ...(notice.reason !== undefined && { why: notice.reason }),
      ...(saidOn !== undefined && saidOn !== on && { saidOn }),
    })
  }
  return report
}

function dueIn(groups: readonly WorkingGroup[], notices: readonly Notice[]) {
  const ofGroup = new Map<string | undefined, Notice[]>()
  for (const notice of notices) ofGroup.set(notice.group, [...(ofGroup.get(notice.group) ?? []), notice])
  return groups.flatMap((group) => (ofGroup.get(group.code) ?? []).map((notice) => ({ group, notice })))
}

function listOf({ state }: Notice): Exclude<keyof RunReport, 'kind' | 'on' | 'asked'> {
  switch (state) {
    case 'sent':
      return 'said'
    case 'withdrawn':
      return 'silent'
    case 'failed':
      return 'unreached'
    case 'ambiguous':
      return 'ambiguous'
    case 'pending':
    case 'sending':
      return 'waiting'
  }
}
