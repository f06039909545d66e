import { usual } from '../committee.ts'
import type { Facts } from '../facts.ts'
import { aboutOf } from '../said.ts'
import { mondayOf, wallClock, weekdayOf } from '../work-days.ts'
import type { Check } from './check.ts'

/** No more messages a person and week, Monday to Sunday in the committee's zone, than it and they themselves want. */
export function checkCap({ asks, capOf }: Facts): Check {
  const weeks = new Map<string, number>()
  const broken: string[] = []
  for (const { person, day, at } of asks) {
    const key = `${person.member.id} in the week of ${mondayOf(day)}`
    const count = (weeks.get(key) ?? 0) + 1
    weeks.set(key, count)
    const cap = capOf(person.member.id)
    if (count > cap) broken.push(`${key}: ${count} of ${cap}, ${at.toISOString()}`)
  }
  return { id: 'cap', what: 'messages above the cap of a person and week', looked: asks.length, broken }
}

/** One message a day holds all there is to ask. */
export function checkOnceADay({ asks }: Facts): Check {
  const seen = new Set<string>()
  const broken = asks.flatMap(({ person, day, at }) => {
    const key = `${person.member.id} on ${day}`
    if (seen.has(key)) return [`${key}, again at ${at.toISOString()}`]
    seen.add(key)
    return []
  })
  return { id: 'once-a-day', what: 'second messages to a person on one day', looked: asks.length, broken }
}

/**
 * Nobody is asked on a day off of the committee's. What was held over somebody's night may come while it is still the
 * working day on which it was due where they live.
 */
export function checkDaysOff({ asks, days }: Facts): Check {
  const broken = asks.flatMap(({ person, day, at, period }) => {
    const there = wallClock(person.zone, at).day
    const isRight = days.isWorked(day) || (there === period && days.isWorked(there))
    return isRight
      ? []
      : [`${person.member.id} (${person.zone}) on ${day}, ${at.toISOString()}, of ${period}`]
  })
  const weekend = asks.filter(({ person, at }) => weekdayOf(wallClock(person.zone, at).day) > 5).length
  return {
    id: 'day-off',
    what: 'messages on a day off of the committee',
    looked: asks.length,
    broken,
    beside: { 'on a Saturday or Sunday where the reader lives': weekend },
  }
}

/** Nobody hears anything in person within their quiet hours. */
export function checkQuietHours({ asks }: Facts): Check {
  const broken = asks.flatMap(({ person, at }) => {
    const { from, until } = person.quietHours ?? usual.quietHours
    const { day, time } = wallClock(person.zone, at)
    const isQuiet = from <= until ? from <= time && time < until : time >= from || time < until
    return isQuiet
      ? [`${person.member.id} at ${day} ${time} in ${person.zone}, quiet from ${from} until ${until}`]
      : []
  })
  return { id: 'quiet', what: 'messages within the quiet hours of a person', looked: asks.length, broken }
}

/** Nobody is asked while they are away. */
export function checkAway({ asks, isAway }: Facts): Check {
  const broken = asks.flatMap(({ person, day, at }) =>
    isAway(person.member.id, day) ? [`${person.member.id} on ${day}, ${at.toISOString()}`] : [],
  )
  return { id: 'away', what: 'messages to somebody who is away', looked: asks.length, broken }
}

/** Nobody is asked the same before the day until which they have put it off. */
export function checkPutOff({ asks, diary, dayOf }: Facts): Check {
  let older = 0
  const broken = asks.flatMap((message) => {
    const { person, day, at } = message
    const about = new Set(aboutOf(message))
    const inForce = diary.putOffs.filter(
      (one) =>
        one.by === person.member.id &&
        one.at < at &&
        one.until > day &&
        dayOf(one.at) <= day &&
        // Of a message that counted more than it showed nobody can tell what else was put off.
        one.about !== 'everything' &&
        one.about.some((what) => about.has(what)),
    )
    if (inForce.length === 0) return []
    if (inForce.every(({ isOfNewest }) => !isOfNewest)) older += 1
    return [
      `${person.member.id} at ${at.toISOString()}, put off ${inForce
        .map(
          (one) =>
            `at ${one.at.toISOString()} until ${one.until}${one.isOfNewest ? '' : ' (an older message)'}`,
        )
        .join(', ')}`,
    ]
  })
  return {
    id: 'put-off',
    what: 'messages to somebody who had put them off',
    looked: diary.putOffs.length,
    broken,
    beside: { 'of these, put off below an older message': older },
  }
}
