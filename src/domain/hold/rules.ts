import type { Day } from '../calendar/day.ts'
import type { ScheduleKind } from '../schedule/rules.ts'

/** What can be held: the reminder or the digest of a group, or what somebody is asked in person. */
export type HoldKind = ScheduleKind | 'asks'

/** In place of a recipient: everything of the kind on that day. */
export const everything = '*'

/** What a hold names: a kind, the group's code or the member's id, or `everything`, and the day on which it would be said. */
export type HoldTarget = { kind: HoldKind; recipient: string; on: Day }

/** Something that is kept from being said on its day, by whom, when and why. The operator is no member. */
export type Hold = HoldTarget & { by?: string; at: Date; why?: string }

/** The hold that keeps the recipient from hearing it, its own before the one of everything. */
export function holdOf(
  holds: readonly Hold[],
  { kind, recipient }: Omit<HoldTarget, 'on'>,
): Hold | undefined {
  const ofKind = holds.filter((hold) => hold.kind === kind)
  return (
    ofKind.find((hold) => hold.recipient === recipient) ??
    ofKind.find((hold) => hold.recipient === everything)
  )
}

/** What one press holds: everything of a run is the reminders of the groups with what people are asked, or the digests. */
export function targetsOf({ kind, recipient, on }: HoldTarget): HoldTarget[] {
  const isRun = kind === 'reminder' && recipient === everything
  return isRun
    ? [
        { kind, recipient, on },
        { kind: 'asks', recipient, on },
      ]
    : [{ kind, recipient, on }]
}
