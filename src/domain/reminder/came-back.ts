import { type Day, dayIn } from '../calendar/day.ts'
import type { Store } from '../store.ts'
import type { AsksTold } from './asks.ts'
import { longestSnoozeDays } from './snoozed.ts'

/** A message was said so long before the day to which it was put off, at most, and that day was so long before it came back. */
const lookedBackMs = (longestSnoozeDays + 30) * 24 * 3_600_000

/**
 * Whether what a member put off with a message was asked anew: they heard another one on the day on which that ended, or
 * later. `told` are the messages that they heard, in any order.
 */
export function hasComeBack(
  { notice, until }: { notice: string; until: Day },
  told: readonly Pick<AsksTold, 'notice' | 'at'>[],
  dayOf: (at: Date) => Day,
): boolean {
  return told.some((one) => one.notice !== notice && dayOf(one.at) >= until)
}

/** The same of one message that stands, as it is on record now; `zone` is the committee's. */
export async function isBack(
  store: Store,
  { id, member, sentAt }: { id: string; member: string; sentAt: Date },
  until: Day,
  zone: string,
): Promise<boolean> {
  const told = (await store.notices.askedSince(sentAt, member)).filter((one) => one.member === member)
  return hasComeBack({ notice: id, until }, told, (at) => dayIn(zone, at))
}

/** The messages that show from now on that they came back, since this one has just been said to the same member. */
export async function broughtBackBy(
  store: Store,
  { id, member }: { id: string; member: string },
  now: Date,
): Promise<string[]> {
  const zone = (await store.committee.get())?.zone ?? 'UTC'
  const dayOf = (at: Date) => dayIn(zone, at)
  const told = await store.notices.askedSince(new Date(now.getTime() - lookedBackMs), member)
  const others = told.filter((one) => one.member === member && one.notice !== id)
  const today = dayOf(now)
  return others.flatMap(({ notice, snoozedUntil: until }) => {
    const isNews = until !== undefined && until <= today && !hasComeBack({ notice, until }, others, dayOf)
    return isNews ? [notice] : []
  })
}
