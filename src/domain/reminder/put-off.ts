import type { Day } from '../calendar/day.ts'
import type { AskKind } from './ask.ts'
import type { Ask, AsksTold } from './asks.ts'

/** In which part somebody is asked about an assignment: what they are asked as one is nothing that they put off as another. */
export type Side = 'own' | 'decide' | 'unowned' | 'held'

/** As what somebody is asked. */
export function sideOf(kind: AskKind): Side {
  return kind === 'decide' || kind === 'unowned' || kind === 'held' ? kind : 'own'
}

/** What somebody is asked, by which it is known again whatever is asked about it. */
type About = Pick<Ask & { kind: 'acknowledge' }, 'kind' | 'group'> | { kind: AskKind; assignment: string }

function keyOf(member: string, about: About): string {
  const what =
    about.kind === 'acknowledge' ? `acknowledge ${about.group}` : `${sideOf(about.kind)} ${about.assignment}`
  return `${member} ${what}`
}

/** Whether a member has put off to a day after today what they were asked about this, by what stands on record of it. */
export function puttingOff(told: readonly AsksTold[], today: Day): (member: string, about: About) => boolean {
  const known = new Set(
    told.flatMap(({ member, asks, snoozedUntil }) =>
      member === undefined || snoozedUntil === undefined || snoozedUntil <= today
        ? []
        : asks.map((ask) => keyOf(member, ask)),
    ),
  )
  return (member, about) => known.has(keyOf(member, about))
}

/** Whether what a member was asked about this comes back today: it was put off until now, and not asked since. */
export function comingBack(
  told: readonly AsksTold[],
  today: Day,
  dayOf: (at: Date) => Day,
): (member: string, about: About) => boolean {
  const lastAsked = new Map<string, Day>()
  const until = new Map<string, Day>()
  for (const { member, at, asks, snoozedUntil } of told) {
    if (member === undefined) continue
    for (const ask of asks) {
      const key = keyOf(member, ask)
      lastAsked.set(key, dayOf(at))
      if (snoozedUntil !== undefined) until.set(key, snoozedUntil)
    }
  }
  return (member, about) => {
    const key = keyOf(member, about)
    const day = until.get(key)
    return day !== undefined && day <= today && (lastAsked.get(key) ?? '') < day
  }
}
