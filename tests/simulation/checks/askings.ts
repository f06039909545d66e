import { usual } from '../committee.ts'
import { quietSince, type Standing, standingAt } from '../diary.ts'
import type { AskedPerson, Facts } from '../facts.ts'
import type { Asking } from '../said.ts'
import type { Check } from './check.ts'

/** Nobody is asked about what is settled, lies elsewhere or is not theirs, at the moment of saying. */
export function checkSettled(facts: Facts): Check {
  const broken: string[] = []
  let looked = 0
  for (const message of facts.asks)
    for (const asking of message.askings) {
      looked += 1
      // What somebody does at the very moment at which it is said, they do because it was said.
      const before = new Date(message.at.getTime() - 1)
      const standing = standingAt(facts.histories.get(asking.assignment), before)
      const why = standing === undefined ? 'unknown' : wrongOf(asking, standing, message, facts)
      if (why !== undefined)
        broken.push(
          `${asking.assignment} (${asking.kind}) of ${message.person.member.id} at ${message.at.toISOString()}: ${why}`,
        )
    }
  return { id: 'settled', what: 'askings about what was settled, elsewhere or not theirs', looked, broken }
}

function wrongOf(
  { kind, assignment }: Asking,
  standing: Standing,
  { person, day, at }: AskedPerson,
  { days, dayOf, ownersOf, hearersOf, hearerFor, leads, secretariat, isPutOff }: Facts,
): string | undefined {
  const id = person.member.id
  const { state, ball, group, owner, dueOn } = standing
  if (state !== 'open') return state
  if (kind === 'decide' || kind === 'unowned') {
    if (kind === 'decide' && ball !== 'deciders') return 'nothing to decide'
    if (kind === 'unowned' && ownersOf(owner, group, day).length > 0) return 'somebody owes it'
    const asked = leads(group, day, 'any').flatMap((lead) => hearerFor(lead, day) ?? [])
    const others = asked.filter((one) => kind === 'unowned' || one !== standing.askedBy)
    // Where nobody else who leads the group can be asked, the secretariat is.
    const isLeft = others.every((one) => isPutOff(one, day, `${kind} ${assignment}`))
    const isTheirs = others.includes(id) || (isLeft && secretariat().includes(id))
    return isTheirs ? undefined : 'not theirs to decide'
  }
  if (kind === 'held') {
    if (standing.blockedAt === undefined) return 'not blocked'
    if (standing.isDeclined) return 'given back'
    const { waitsFor } = standing
    return waitsFor !== undefined && hearersOf(waitsFor, group, day).includes(id) ? undefined : 'not for them'
  }
  if (kind === 'stuck') {
    const { waitsFor, blockedAt, spokenAt } = standing
    if (ball !== 'other' || blockedAt === undefined) return 'not blocked'
    if (waitsFor !== undefined && hearersOf(waitsFor, group, day).length > 0) return 'others could be asked'
    const since = spokenAt !== undefined && spokenAt > blockedAt ? spokenAt : blockedAt
    if (days.between(dayOf(since), day) < usual.quietDays) return `blocked at ${since.toISOString()}`
    return hearersOf(owner, group, day).includes(id) ? undefined : 'not theirs'
  }
  if (ball === 'deciders') return 'in decision'
  if (!hearersOf(owner, group, day).includes(id)) return 'not theirs'
  if (kind === 'decided') {
    if (standing.decided === undefined) return 'nothing was decided'
    return standing.decided.by === id ? 'by their own decision' : undefined
  }
  if (ball === 'other') return 'blocked'
  if (kind === 'on') return standing.partDone === undefined ? 'nobody has done their part' : undefined
  if (kind === 'given') return standing.spokenAt === undefined ? undefined : 'known'
  const moved = quietSince(standing, id)
  if (moved !== undefined && days.between(dayOf(moved), day) < usual.quietDays)
    return `moved at ${moved.toISOString()}`
  if (kind === 'overdue' && !(dueOn !== undefined && dueOn < day)) return `due on ${dueOn}`
  if (kind === 'today' && dueOn !== day) return `due on ${dueOn}`
  return at < standing.givenAt ? 'before it was given' : undefined
}

/** The same is not asked of the same person on two working days in a row, unless it is new or they put it off until then. */
export function checkInARow({ asks, days, histories, diary }: Facts): Check {
  const last = new Map<string, { day: string; at: Date }>()
  const broken: string[] = []
  let looked = 0
  for (const { person, day, at, askings } of asks)
    for (const { assignment, kind } of askings) {
      const side = kind === 'decide' || kind === 'held' || kind === 'unowned' ? kind : 'own'
      const key = `${person.member.id} ${assignment} ${side}`
      const before = last.get(key)
      last.set(key, { day, at })
      if (before === undefined) continue
      looked += 1
      if (days.between(before.day, day) > 1) continue
      const standing = standingAt(histories.get(assignment), at)
      const began =
        side === 'decide' ? standing?.askedAt : side === 'held' ? standing?.blockedAt : standing?.givenAt
      const back =
        kind === 'decided' ? standing?.decided?.at : kind === 'on' ? standing?.partDone?.at : undefined
      const isNew = [began, back].some((since) => since !== undefined && since > before.at)
      const isBack = diary.putOffs.some(
        (one) => one.by === person.member.id && one.at >= before.at && one.at <= at && one.until <= day,
      )
      if (!isNew && !isBack)
        broken.push(`${assignment} (${kind}) of ${person.member.id} on ${before.day} and ${day}`)
    }
  return { id: 'in-a-row', what: 'askings about the same on two working days in a row', looked, broken }
}
