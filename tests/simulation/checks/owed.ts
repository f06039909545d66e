import { usual } from '../committee.ts'
import { quietSince, type Standing, standingAt } from '../diary.ts'
import type { Facts } from '../facts.ts'
import { mostShown } from '../said.ts'
import { daysAfter } from '../work-days.ts'
import type { Check } from './check.ts'

/** So many working days an asking may come late: the day of planning, a night held over, the day of an outage. */
const borneDays = 3

/**
 * Everything that is overdue, lies with its owner and was not moved lately was asked for in its time: of each who is to be
 * asked, where the bot ran, they had not put it off, and the week's cap left room.
 */
export function checkOwed(facts: Facts): Check {
  const { committee, days, histories, moment, hearersOf, isUp, isPutOff, heardInWeek, capOf, dayOf } = facts
  const asked = askedDays(facts)
  const crowded = new Map<string, { at: Date; day: string }[]>()
  for (const { askings, person, day, at } of facts.asks)
    if (askings.length >= mostShown)
      crowded.set(person.member.id, [...(crowded.get(person.member.id) ?? []), { at, day }])
  const broken: string[] = []
  const heldBack = new Set<string>()
  let capDays = 0
  let looked = 0
  for (const [id, history] of histories) {
    const waited = new Map<string, number>()
    const first = history[0]
    if (first === undefined) continue
    for (let day = dayOf(first.from); day < committee.until; day = daysAfter(day, 1)) {
      if (!days.isWorked(day) || !isUp(day)) continue
      const standing = standingAt(history, moment(day, usual.hour))
      const isLiable = standing !== undefined && isOwedOn(standing, day)
      if (!isLiable || standing !== standingAt(history, moment(day, '23:59'))) {
        waited.clear()
        continue
      }
      for (const hearer of hearersOf(standing.owner, standing.group, day)) {
        if (isQuietFor(hearer, standing, day, facts)) {
          waited.delete(hearer)
          continue
        }
        looked += 1
        // Which ones a crowded message counts and does not show, nobody can tell from the record.
        const counted = crowded.get(hearer) ?? []
        const before = [...(asked.get(`${hearer} ${id}`) ?? []), ...counted]
          .filter((one) => one.at >= standing.givenAt && one.day <= day)
          .sort((a, b) => a.at.getTime() - b.at.getTime())
        const isDue = isDueNow(standing, before, day, facts)
        if (!isDue || isPutOff(hearer, day, `own ${id}`)) {
          waited.delete(hearer)
          continue
        }
        if (heardInWeek(hearer, day) >= capOf(hearer)) {
          capDays += 1
          heldBack.add(`${hearer} ${id}`)
          continue
        }
        const count = (waited.get(hearer) ?? 0) + 1
        waited.set(hearer, count)
        if (count === borneDays)
          broken.push(`${id} of ${hearer}, due ${standing.dueOn}, not asked for by ${day}`)
      }
    }
  }
  return {
    id: 'owed',
    what: 'overdue and not asked for in its time',
    looked,
    broken,
    beside: { 'held back by the cap, a person and assignment': heldBack.size, 'the same, in days': capDays },
  }
}

function askedDays({ asks }: Facts): Map<string, { at: Date; day: string }[]> {
  const all = new Map<string, { at: Date; day: string }[]>()
  for (const { person, at, day, askings } of asks)
    for (const { kind, assignment } of askings) {
      if (kind === 'decide' || kind === 'held' || kind === 'unowned') continue
      const key = `${person.member.id} ${assignment}`
      all.set(key, [...(all.get(key) ?? []), { at, day }])
    }
  return all
}

function isOwedOn({ state, ball, dueOn }: Standing, day: string): boolean {
  return state === 'open' && ball === 'owner' && dueOn !== undefined && dueOn < day
}

function isQuietFor(hearer: string, standing: Standing, day: string, { days, dayOf }: Facts): boolean {
  const moved = quietSince(standing, hearer)
  return moved !== undefined && days.between(dayOf(moved), day) < usual.quietDays
}

/** The distances grow from asking to asking; nobody is asked on the next working day. */
function isDueNow(
  { dueOn = '' }: Standing,
  before: readonly { day: string }[],
  day: string,
  { days }: Facts,
): boolean {
  const last = before.at(-1)
  if (last !== undefined && days.between(last.day, day) < 2) return false
  const late = before.filter((one) => one.day > dueOn)
  const { overdueGaps } = usual
  const gap = overdueGaps[Math.min(late.length, overdueGaps.length - 1)] ?? 1
  return days.between(late.at(-1)?.day ?? dueOn, day) >= gap
}
