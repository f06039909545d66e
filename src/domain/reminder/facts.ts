import { readCalendars } from '../calendar/calendars.ts'
import { dayIn } from '../calendar/day.ts'
import type { Committee } from '../committee/rules.ts'
import type { Notice } from '../notice/rules.ts'
import type { Store } from '../store.ts'
import { isActive } from '../working-group/rules.ts'
import { actedOn } from './acted-on.ts'
import { askingOf } from './asking.ts'
import type { Ask, AskFacts } from './asks.ts'
import { remindedMs } from './unanswered.ts'

/** More open assignments than any committee has. */
const mostOpen = 100_000
const ofLeads: ReadonlySet<Ask['kind']> = new Set<Ask['kind']>(['acknowledge', 'decide', 'unowned'])

/**
 * Loads all on which it rests whom to ask at `now`; `only` narrows it to what one notice is about.
 */
export async function askFacts(
  store: Store,
  committee: Committee,
  now: Date,
  only?: Pick<Notice, 'member' | 'about'>,
): Promise<AskFacts> {
  const { zone } = committee
  const today = dayIn(zone, now)
  // Who is to hear of a reminder, or to decide, hangs on what the others of its group have heard and put off.
  const isOfOthers = only?.about?.some(({ kind }) => ofLeads.has(kind)) === true
  const codes = only?.about && new Set(only.about.flatMap(groupIn))
  const [groups, members] = await Promise.all([store.groups.all(), store.members.all()])
  const standing = await store.notices.remindersSince(new Date(now.getTime() - remindedMs))
  const reminders = await actedOn(
    store,
    standing.filter(({ group }) => codes === undefined || codes.has(group)),
    { groups, members },
  )
  const named = reminders.flatMap(({ assignments }) => assignments)
  const open =
    only?.about === undefined
      ? await store.assignments.open({}, today, mostOpen)
      : await store.assignments.byIds(only.about.flatMap(assignmentIn))
  const known = new Set(open.map(({ id }) => id))
  const further = [...new Set(named)].filter((id) => !known.has(id))
  return {
    now,
    zone,
    calendars: await readCalendars(store),
    asking: askingOf(committee.asking),
    people: { members, absences: await store.absences.since(today), today },
    // All of them, whatever it is about: which are closed decides who may know.
    groups: groups.filter((group) => isActive(group, dayIn(group.zone, now))),
    assignments: [...open, ...(await store.assignments.byIds(further))],
    hearing: await store.hearing.all(),
    told: await store.notices.askedSince(
      new Date(now.getTime() - remindedMs),
      isOfOthers ? undefined : only?.member,
    ),
    reminders,
    holds: await store.holds.on(today),
  }
}

/** The assignment that an ask is about. */
export function assignmentIn(ask: Ask): string[] {
  return ask.kind === 'acknowledge' ? [] : [ask.assignment]
}

function groupIn(ask: Ask): string[] {
  return ask.kind === 'acknowledge' ? [ask.group] : []
}
