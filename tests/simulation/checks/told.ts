import { usual } from '../committee.ts'
import { type Standing, standingAt } from '../diary.ts'
import type { Facts } from '../facts.ts'
import { mostShown } from '../said.ts'
import { daysAfter } from '../work-days.ts'
import type { Check } from './check.ts'

/** So many working days it may come late: the day of planning, a night held over, the day of an outage. */
const borneDays = 3
/** Something that somebody is to hear of once, and since when. */
type News = { what: 'decided' | 'on' | 'unowned'; since: Date; hearers: string[] }

/**
 * What has come back to its owner, and what nobody owes any more who is there, was told in its time: that more time was
 * refused, that it was taken up again, that it goes on; to whoever leads the group, or else the
 * secretariat, that its owner is gone. Unless they had
 * put off what they are asked or the cap, whose last message is kept for what can't wait, left no room.
 */
export function checkTold(facts: Facts): Check {
  const { committee, days, histories, moment, isUp, isPutOff, heardInWeek, capOf, dayOf } = facts
  const told = toldMoments(facts)
  const broken: string[] = []
  const counts: Record<string, number> = {}
  let heldBack = 0
  let looked = 0
  for (const [id, history] of histories) {
    const first = history[0]
    if (first === undefined) continue
    const waited = new Map<string, number>()
    for (let day = dayOf(first.from); day < committee.until; day = daysAfter(day, 1)) {
      if (!days.isWorked(day) || !isUp(day)) continue
      const standing = standingAt(history, moment(day, usual.hour))
      const isSettled = standing !== undefined && standing === standingAt(history, moment(day, '23:59'))
      for (const { what, since, hearers } of isSettled ? newsOf(standing, day, facts) : [])
        for (const hearer of hearers) {
          looked += 1
          const key = `${hearer} ${what} ${since.toISOString()}`
          const isTold = told(hearer, id).some(({ at, day: on }) => at > since && on <= day)
          const as = what === 'unowned' ? what : 'own'
          if (isTold || isPutOff(hearer, day, `${as} ${id}`)) {
            waited.delete(key)
            continue
          }
          if (heardInWeek(hearer, day) >= Math.max(1, capOf(hearer) - 1)) {
            heldBack += 1
            continue
          }
          const count = (waited.get(key) ?? 0) + 1
          waited.set(key, count)
          if (count === 1) counts[what] = (counts[what] ?? 0) + 1
          if (count === borneDays)
            broken.push(`${id} (${what}) of ${hearer}, since ${since.toISOString()}, not told by ${day}`)
        }
    }
  }
  return {
    id: 'told',
    what: 'come back, or without anybody who owes it, and not told in its time',
    looked,
    broken,
    beside: { ...counts, 'held back by the cap, in days': heldBack },
  }
}

function newsOf(standing: Standing, day: string, facts: Facts): News[] {
  const { state, ball, owner, group, decided, partDone, givenAt } = standing
  if (state !== 'open' || ball === 'deciders') return []
  if (facts.ownersOf(owner, group, day).length === 0) {
    const reachable = (as: 'convenor' | 'deputy') =>
      facts.leads(group, day, as).flatMap((lead) => facts.hearerFor(lead, day) ?? [])
    const convenors = reachable('convenor')
    const leads = convenors.length > 0 ? convenors : reachable('deputy')
    const hearers = leads.length > 0 ? leads : facts.secretariat()
    return [{ what: 'unowned', since: givenAt, hearers: [...new Set(hearers)] }]
  }
  if (ball !== 'owner') return []
  const hearers = facts.hearersOf(owner, group, day)
  // Their own word is no news to them: whoever owes it may be among those for whom it waits.
  const but = (by: string) => hearers.filter((one) => one !== by)
  return [
    ...(decided === undefined
      ? []
      : [{ what: 'decided' as const, since: decided.at, hearers: but(decided.by) }]),
    ...(partDone === undefined
      ? []
      : [{ what: 'on' as const, since: partDone.at, hearers: but(partDone.by) }]),
  ]
}

/** When somebody was asked about something, whatever was asked; a crowded message may have counted it without a word. */
function toldMoments({ asks }: Facts): (member: string, assignment: string) => { at: Date; day: string }[] {
  const all = new Map<string, { at: Date; day: string }[]>()
  const crowded = new Map<string, { at: Date; day: string }[]>()
  const add = (to: typeof all, key: string, one: { at: Date; day: string }) =>
    to.set(key, [...(to.get(key) ?? []), one])
  for (const { person, at, day, askings } of asks) {
    const { id } = person.member
    if (askings.length >= mostShown) add(crowded, id, { at, day })
    for (const { assignment } of askings) add(all, `${id} ${assignment}`, { at, day })
  }
  return (member, assignment) => [
    ...(all.get(`${member} ${assignment}`) ?? []),
    ...(crowded.get(member) ?? []),
  ]
}
