import { type Dice, dice } from '../faults/dice.ts'
import type { Committee } from './committee.ts'
import type { OwnerRef } from './diary.ts'
import { hasLeft } from './leads.ts'
import { daysAfter, momentOf, weekdayOf } from './work-days.ts'

/** Something that will be given to somebody, and what will become of it whatever they do. */
export type PlannedAssignment = {
  title: string
  group: string
  owner: OwnerRef
  givenAt: Date
  dueOn?: string
  /** The convenor moves its due day then. */
  movedAt?: Date
  movedTo?: string
  /** The secretariat withdraws it then, if it is still open. */
  withdrawnAt?: Date
  /** Whoever leads the group takes it up again then, if it is done or withdrawn. */
  reopenedAt?: Date
}

/** Fifty a month for ten groups. */
const aMonthAGroup = 5
const monthDays = 30
/** So many of a group carry most of its load. */
const busy = 4

/** What a committee gives its people over its time, earliest first. */
export function planAssignments(
  { from, until, groups, people, zone }: Committee,
  seed: number,
): PlannedAssignment[] {
  const throws = dice(seed + 7_919)
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
  const count = Math.max(groups.length * 3, Math.round((days / monthDays) * groups.length * aMonthAGroup))
  const made = Array.from({ length: count }, (_, i) => {
    const group = throws.pick(groups).code
    // Some things were waiting when the year began.
    const givenOn = weekdayFrom(daysAfter(from, throws.chance(12) ? 0 : throws.between(0, days - 1)))
    const givenAt = momentOf(givenOn, timeOf(throws), zone)
    const dueOn = throws.chance(8) ? undefined : daysAfter(givenOn, throws.between(-3, 75))
    const isMoved = dueOn !== undefined && throws.chance(8)
    const isWithdrawn = throws.chance(7)
    const moveOn = weekdayFrom(daysAfter(givenOn, throws.between(3, 40)))
    const withdrawOn = weekdayFrom(daysAfter(givenOn, throws.between(2, 80)))
    const reopenOn = weekdayFrom(daysAfter(givenOn, throws.between(20, 120)))
    const isReopened = throws.chance(12)
    return {
      title: `T${String(i + 1).padStart(4, '0')} of ${group}`,
      group,
      owner: ownerOf(throws, group, givenOn, people),
      givenAt,
      ...(dueOn !== undefined && { dueOn }),
      ...(isMoved && {
        movedAt: momentOf(moveOn, timeOf(throws), zone),
        movedTo: daysAfter(moveOn, throws.between(5, 50)),
      }),
      ...(isWithdrawn && { withdrawnAt: momentOf(withdrawOn, timeOf(throws), zone) }),
      ...(isReopened && { reopenedAt: momentOf(reopenOn, timeOf(throws), zone) }),
    }
  })
  return made.sort((a, b) => a.givenAt.getTime() - b.givenAt.getTime())
}

/** Mostly a person of the group, now and then an organisation, or the group as a whole. */
function ownerOf(throws: Dice, group: string, day: string, people: Committee['people']): OwnerRef {
  const own = people.filter(
    (person) => !hasLeft(person, day) && person.member.roles.some((role) => role.group === group),
  )
  const roll = throws.between(1, 100)
  // In every group a few do most of it.
  const { member } = throws.pick(throws.chance(60) ? own.slice(0, busy) : own)
  if (roll <= 8) return { kind: 'group', id: group }
  if (roll <= 20 && member.organisation !== undefined)
    return { kind: 'organisation', id: member.organisation }
  return { kind: 'member', id: member.id }
}

function timeOf(throws: Dice): string {
  return `${String(throws.between(8, 18)).padStart(2, '0')}:${String(throws.between(0, 59)).padStart(2, '0')}`
}

function weekdayFrom(day: string): string {
  return weekdayOf(day) > 5 ? daysAfter(day, 8 - weekdayOf(day)) : day
}
