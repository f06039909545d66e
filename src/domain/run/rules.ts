import { type Day, dayIn } from '../calendar/day.ts'
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

function listOf({ state }: Notice): Exclude<keyof RunReport, 'kind' | 'on'> {
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
