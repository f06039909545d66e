import { readCalendar } from '../calendar/calendars.ts'
import { dayIn } from '../calendar/day.ts'
import { zoneOf } from '../member/rules.ts'
import { isScheduled, type Notice } from '../notice/rules.ts'
import { askingOf } from '../reminder/asking.ts'
import { quietUntil } from '../reminder/quiet-hours.ts'
import type { Store } from '../store.ts'

/** Until when nothing is said, and why. */
export type Waiting = { until: Date; why: 'quiet-hours' | 'day-off' }

/** A group that waits for a working day is looked at again so soon: days may be marked meanwhile. */
const lookAgainMs = 30 * 60_000

/**
 * Until when a notice that is to be said waits. A member is not spoken to in their own quiet hours, else in the committee's,
 * on the clock where they live. What a group's channel was to hear by its schedule, and an outage of Slack's has kept from
 * it beyond the day on which it was written, comes on a working day of the group's outside the committee's quiet hours. What
 * somebody wants said, or was asked for by hand, waits for nothing.
 */
export async function waitingFor(
  store: Store,
  notice: Pick<Notice, 'kind' | 'period' | 'member' | 'group' | 'createdAt' | 'mayRepeat'>,
  now: Date,
): Promise<Waiting | undefined> {
  if (notice.member !== undefined) return ofMember(store, notice.member, now)
  if (notice.group === undefined || !isScheduled(notice) || notice.mayRepeat) return undefined
  return ofGroup(store, notice.group, notice.createdAt, now)
}

async function ofMember(store: Store, id: string, now: Date): Promise<Waiting | undefined> {
  const [member, committee, hearing] = await Promise.all([
    store.members.byId(id),
    store.committee.get(),
    store.hearing.of(id),
  ])
  if (member === undefined || committee === undefined) return undefined
  const hours = hearing?.quietHours ?? askingOf(committee.asking).quietHours
  const until = quietUntil(now, hours, zoneOf(member, committee))
  return until && { until, why: 'quiet-hours' }
}

async function ofGroup(store: Store, code: string, writtenAt: Date, now: Date): Promise<Waiting | undefined> {
  const group = await store.groups.byCode(code)
  if (group === undefined) return undefined
  const today = dayIn(group.zone, now)
  if (today === dayIn(group.zone, writtenAt)) return undefined
  const until = new Date(now.getTime() + lookAgainMs)
  if (!(await readCalendar(store, group)).isWorkingDay(today)) return { until, why: 'day-off' }
  const { quietHours } = askingOf((await store.committee.get())?.asking)
  return quietUntil(now, quietHours, group.zone) && { until, why: 'quiet-hours' }
}
