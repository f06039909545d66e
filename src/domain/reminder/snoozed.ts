import type { Day } from '../calendar/day.ts'
import type { Store } from '../store.ts'
import type { StandingReminder } from './unanswered.ts'

const dayMs = 24 * 3_600_000
/** Nobody may put a reminder off for longer. */
export const longestSnoozeDays = 60
const lookedBackMs = (longestSnoozeDays + 30) * dayMs

/**
 * The day beyond `on` until which the group's channel is to hear no reminder: its newest was put off so far, and nobody
 * acknowledged it since. Undefined where it is to hear one.
 */
export async function snoozedUntil(store: Store, group: string, on: Day, at: Date): Promise<Day | undefined> {
  const reminders = await store.notices.remindersSince(new Date(at.getTime() - lookedBackMs), group)
  const newest = newestOf(reminders)
  if (newest?.snoozedUntil === undefined || newest.acknowledgedAt !== undefined) return undefined
  return newest.snoozedUntil > on ? newest.snoozedUntil : undefined
}

/** The reminders that were put off, that nobody acknowledged, and after which none was said: one a group at most. */
export async function remindersPutOff(
  store: Store,
  at: Date,
): Promise<(StandingReminder & { snoozedUntil: Day })[]> {
  const reminders = await store.notices.remindersSince(new Date(at.getTime() - lookedBackMs))
  const groups = new Set(reminders.map(({ group }) => group))
  return [...groups].flatMap((group) => {
    const newest = newestOf(reminders.filter((one) => one.group === group))
    if (newest?.snoozedUntil === undefined || newest.acknowledgedAt !== undefined) return []
    return [{ ...newest, snoozedUntil: newest.snoozedUntil }]
  })
}

function newestOf(reminders: readonly StandingReminder[]): StandingReminder | undefined {
  return reminders.reduce<StandingReminder | undefined>(
    (newest, one) => (newest === undefined || one.at > newest.at ? one : newest),
    undefined,
  )
}
