import type { Calendars } from '../calendar/calendars.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { Committee } from '../committee/rules.ts'
import { type Member, zoneOf } from '../member/rules.ts'
import type { Notice } from '../notice/rules.ts'
import { type Asked, askedOf, askedStill } from '../reminder/asked.ts'
import type { Ask, Unheard } from '../reminder/asks.ts'
import { askFacts } from '../reminder/facts.ts'
import { planAsks } from '../reminder/plan-asks.ts'
import type { Store } from '../store.ts'

/** What is asked now, or why nothing is: it was settled, or put off, the week has had its messages, or it is a day off. */
export type AskedNow =
  | { say: true; asked: Asked[]; about: Ask[] }
  | { say: false; why: 'settled' | 'day-off' | Unheard }

/**
 * What a member is asked, decided anew when it is said; a message that stands shows what has become of it. What an outage
 * left until a day off is not said any more: the next working day asks anew.
 */
export async function askedOfMember(
  store: Store,
  committee: Committee,
  notice: Notice,
  now: Date,
): Promise<AskedNow> {
  const { about = [], sentAt, member } = notice
  if (sentAt !== undefined) return { say: true, asked: await askedStill(store, about, sentAt), about }
  const facts = await askFacts(store, committee, now, notice)
  const reader = facts.people.members.find(({ id }) => id === member)
  if (isOffFor(reader, committee, facts.calendars, notice.slotOn, now)) return { say: false, why: 'day-off' }
  const { say, unheard } = planAsks(facts)
  const isTheirs = ({ member: { id } }: { member: { id: string } }) => id === member
  const absent = unheard.find(isTheirs)
  const isWaitedFor = absent?.why === 'not-in-slack' && notice.slotOn === facts.people.today
  const own = isWaitedFor ? absent : say.find(isTheirs)
  if (own === undefined) return { say: false, why: absent?.why ?? 'settled' }
  return {
    say: true,
    asked: askedOf(own.asks, { ...facts, members: facts.people.members }),
    about: own.asks,
  }
}

/**
 * Whether what was written for `slotOn` is not said at `at` because the committee has that day off. Where its reader lives
 * it may still be the day for which it was written: it was held over their night.
 */
export function isOffFor(
  reader: Pick<Member, 'zone' | 'slackZone'> | undefined,
  committee: Committee,
  calendars: Pick<Calendars, 'committee'>,
  slotOn: Day,
  at: Date,
): boolean {
  if (calendars.committee.isWorkingDay(dayIn(committee.zone, at))) return false
  return reader === undefined || dayIn(zoneOf(reader, committee), at) !== slotOn
}

/** What the secretariat is told of groups that acknowledge nothing. */
export async function askedOfSecretariat(
  store: Store,
  committee: Committee,
  notice: Notice,
  now: Date,
): Promise<AskedNow> {
  const { about = [], sentAt } = notice
  if (sentAt !== undefined) return { say: true, asked: await askedStill(store, about, sentAt), about }
  const facts = await askFacts(store, committee, now, notice)
  const left = new Set(planAsks(facts).unanswered.map(({ group }) => group.code))
  const still = about.filter((ask) => ask.kind === 'acknowledge' && left.has(ask.group))
  if (still.length === 0) return { say: false, why: 'settled' }
  return {
    say: true,
    asked: askedOf(still, { ...facts, members: facts.people.members }),
    about: still,
  }
}
