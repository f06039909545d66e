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

/** What came of one kind on one day: each group is in one of the lists. */
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
  const ofGroup = new Map(notices.map((notice) => [notice.group, notice]))
  for (const group of groups) {
    const notice = ofGroup.get(group.code)
    if (notice === undefined) continue
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
