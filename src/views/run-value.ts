import type { Day } from '../domain/calendar/day.ts'
import type { HoldKind } from '../domain/hold/rules.ts'
import type { ScheduleKind } from '../domain/schedule/rules.ts'

/** Keeps something from being said, or lets it be said again; the value is `runValue`. */
export const holdMessageId = 'message.hold'
export const releaseMessageId = 'message.release'
/** Shows one message as it would be said; the value is `runValue`. */
export const showMessageId = 'message.show'
/** "Previous" and "Next" below what the next run would say; the value is `runValue`. */
export const turnRunId = 'run.turn'

/** Which run is looked at, and which page of its groups and of its people; the first is 1. */
export type RunPage = { kind: ScheduleKind; on: Day; groups: number; people: number }

/** Whose message is meant: a group's code, a member's id, or `*`. */
export type RunPress = RunPage & { what: HoldKind; who: string }

/** A press in few characters, as a menu's options have room for 150: `reminder 2026-11-30 1 1 asks lotus`. */
export function runValue({ kind, on, groups, people }: RunPage, what: HoldKind = kind, who = '*'): string {
  return [kind, on, groups, people, what, who].join(' ')
}
