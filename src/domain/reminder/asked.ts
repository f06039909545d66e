import type { Assignment } from '../assignment/rules.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'
import type { Store } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { actedOn } from './acted-on.ts'
import type { AskKind } from './ask.ts'
import type { Ask, AskFacts } from './asks.ts'
import { assignmentIn } from './facts.ts'
import { isAnswered, remindedMs, type StandingReminder, type Step } from './unanswered.ts'

/** A group whose reminders nobody acknowledges, or somebody has since. */
export type AcknowledgeAsked = {
  kind: 'acknowledge'
  step: Step
  group: WorkingGroup
  /** The newest of the reminders, which is the one to acknowledge, with its channel. */
  newest: string
  /** When the first of them was said, on the group's calendar. */
  since: Day
  /** How many of the assignments that the newest names are open. */
  open: number
  isAnswered: boolean
  insteadOf?: Names
}

/** One thing that somebody is asked, as it stands; `insteadOf` is the person for whom they stand in. */
export type Asked = { kind: AskKind; assignment: Assignment; insteadOf?: Names } | AcknowledgeAsked

/** What asks rest on, as far as it is needed to say them. */
type Known = Pick<AskFacts, 'assignments' | 'groups' | 'reminders'> & {
  members: AskFacts['people']['members']
}

/** Puts asks into facts as they stand now; one whose group or assignment is not to be seen is left out. */
export function askedOf(about: readonly Ask[], known: Known): Asked[] {
  const { assignments, groups, reminders, members } = known
  const byId = new Map(assignments.map((one) => [one.id, one]))
  return about.flatMap((ask): Asked[] => {
    const away = members.find(({ id }) => id === ask.insteadOf)
    const insteadOf = away === undefined ? {} : { insteadOf: away.names }
    if (ask.kind !== 'acknowledge') {
      const assignment = byId.get(ask.assignment)
      return assignment === undefined ? [] : [{ kind: ask.kind, assignment, ...insteadOf }]
    }
    const group = groups.find(({ code }) => code === ask.group)
    const own = reminders
      .filter((one) => one.group === ask.group)
      .sort((a, b) => a.at.getTime() - b.at.getTime())
    const first = firstOfChain(own, ask.reminder)
    const newest = own.at(-1)
    if (group === undefined || group.isHidden === true || first === undefined || newest === undefined)
      return []
    const later = own.filter(({ at }) => at >= first.at)
    return [
      {
        kind: 'acknowledge',
        step: ask.step,
        group,
        newest: newest.id,
        since: dayIn(group.zone, first.at),
        open: newest.assignments.filter((id) => byId.get(id)?.state === 'open').length,
        isAnswered: later.some(isAnswered),
        ...insteadOf,
      },
    ]
  })
}

/** The first of the reminders, up to the one that was the newest then, to which nobody had answered. */
function firstOfChain(own: readonly StandingReminder[], newest: string): StandingReminder | undefined {
  const at = own.findIndex(({ id }) => id === newest)
  const answered = own.slice(0, Math.max(0, at)).findLastIndex(isAnswered)
  return at === -1 ? undefined : own[answered + 1]
}

/** What a message that stands asks, as that stands now. */
export async function askedStill(store: Store, about: readonly Ask[], sentAt: Date): Promise<Asked[]> {
  const [groups, members] = await Promise.all([store.groups.all(), store.members.all()])
  const codes = new Set(about.flatMap((ask) => (ask.kind === 'acknowledge' ? [ask.group] : [])))
  const reminders =
    codes.size === 0
      ? []
      : (await store.notices.remindersSince(new Date(sentAt.getTime() - remindedMs))).filter(({ group }) =>
          codes.has(group),
        )
  const ids = [...about.flatMap(assignmentIn), ...reminders.flatMap(({ assignments }) => assignments)]
  const assignments = await store.assignments.byIds([...new Set(ids)])
  const answered = await actedOn(store, reminders, { groups, members })
  return askedOf(about, { assignments, groups, reminders: answered, members })
}
