import type { Fault } from '../../src/sandbox/index.ts'
import { type Dice, dice } from './dice.ts'
import { type Death, webPoints, workerPoints } from './points.ts'
import { lastBefore, type Weekly } from './weekly.ts'

export type Mode = 'http' | 'socket'
export type QueueBackend = 'redis' | 'postgres'
export type Kind = 'reminder' | 'digest'

/** The three processes: one that people speak to, and two that do what comes by itself. */
export const processNames = ['front', 'first', 'second'] as const
export type ProcessName = (typeof processNames)[number]
export const workers: readonly ProcessName[] = ['first', 'second']

export type PlannedGroup = {
  code: string
  zone: string
  schedules: Record<Kind, Weekly>
  /** From this day on it has something to be told; absent: never. */
  speaksFrom?: string
}

export type Gesture =
  | { does: 'press'; group: string; who: Presser; afterMs: number }
  | { does: 'send'; group: string; kind: Kind; afterMs: number }

/** Those who press Acknowledge; the visitor may not. */
export const pressers = ['lotus', 'jasmine', 'visitor'] as const
export type Presser = (typeof pressers)[number]

/** A moment to which the clocks jump, and what happens there. */
export type PlannedStop = {
  /** ISO 8601; the stop lasts until `until` at least. */
  at: string
  until: string
  /** Who is killed before the jump, and started behind it. */
  asleep: ProcessName[]
  faults: Fault[]
  /** For each process, how it dies: the first time, when it was started anew, and so on. */
  deaths: Record<ProcessName, Death[]>
  /** In the machine's milliseconds after the jump. */
  kills: { process: ProcessName; afterMs: number; signal: 'SIGKILL' | 'SIGTERM' }[]
  /** Every Socket Mode connection is cut then. */
  cutAfterMs?: number
  gestures: Gesture[]
  /** A schedule that is replaced before anything else happens; such a stop comes to rest as well. */
  replaces?: { group: string; kind: Kind; to: Weekly }
}

/** A week; after its last stop everything comes to rest. */
export type PlannedWeek = { stops: PlannedStop[] }

/** All that a run of weeks consists of, made before the first of them begins. */
export type Plan = {
  seed: number
  mode: Mode
  /** ISO 8601, a Monday: schedules owe their slots from then on. */
  startsAt: string
  groups: PlannedGroup[]
  weeks: PlannedWeek[]
}

const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute
const week = 7 * day

/** Mondays after which a change of Berlin's clocks is near, in years that are far from any machine's own. */
const mondays = ['2032-03-15', '2032-10-18', '2033-03-14', '2033-10-17', '2032-06-07']
const zones = ['Europe/Berlin', 'Asia/Shanghai']
const groupCount = 10

/** The plan that follows from a seed; `weeks` may be any number, and the first of them are the same for any. */
export function planOf(seed: number, weeks: number): Plan {
  const throws = dice(seed)
  const mode: Mode = throws.pick(['http', 'socket'])
  const startsAt = new Date(`${throws.pick(mondays)}T00:00:00Z`)
  const groups = Array.from({ length: groupCount }, (_, i) => groupOf(i, startsAt, throws))
  const schedules = new Map(groups.map(({ code, schedules }) => [code, { ...schedules }]))
  let monday = startsAt.getTime()
  const planned: PlannedWeek[] = []
  for (let nth = 0; nth < weeks; nth++) {
    // Nobody was there for three weeks, and then somebody is: the last slot of each counts.
    const isBack = nth > 0 && throws.chance(8)
    if (isBack) monday += 2 * week
    planned.push(weekOf(new Date(monday), isBack, groups, schedules, throws))
    monday += week
  }
  return { seed, mode, startsAt: startsAt.toISOString(), groups, weeks: planned }
}

function groupOf(nth: number, startsAt: Date, throws: Dice): PlannedGroup {
  const hours = nth % 2 === 0 ? 9 : 10
  const atNight = { weekday: 0, hour: 2, minute: 30 }
  const speaks = ['never', 'later'][nth] ?? 'always'
  const speaksFromMs = { always: -week, later: throws.between(1, 3) * week + 3 * day, never: 0 }[speaks]
  return {
    code: `WG${nth + 1}`,
    zone: zones[nth % zones.length] ?? 'UTC',
    schedules: {
      // One of them in the hour that a change of clocks skips or repeats.
      reminder: nth === 4 ? atNight : { weekday: 1, hour: hours, minute: 0 },
      digest: nth === 6 ? atNight : { weekday: 5, hour: 16, minute: 0 },
    },
    ...(speaks !== 'never' && {
      speaksFrom: new Date(startsAt.getTime() + (speaksFromMs ?? 0)).toISOString().slice(0, 10),
    }),
  }
}

function weekOf(
  monday: Date,
  isBack: boolean,
  groups: readonly PlannedGroup[],
  schedules: Map<string, Record<Kind, Weekly>>,
  throws: Dice,
): PlannedWeek {
  // On Sunday at noon every slot of the week has come.
  const end = new Date(monday.getTime() + 6 * day + 12 * 60 * minute)
  const moments = groups.flatMap(({ code, zone }) =>
    Object.values(schedules.get(code) ?? {}).map((weekly) => lastBefore(weekly, zone, end).at.getTime()),
  )
  const slots = [...new Set(moments)].filter(
    (at) => at > monday.getTime() && at < end.getTime() - 60 * minute,
  )
  const chosen = throws.some(slots, throws.between(0, 2)).sort((a, b) => a - b)
  const stops = chosen.map((slot, nth) => {
    const isFirst = nth === 0
    if (throws.chance(35)) return changed(slot, groups, schedules, throws)
    if (throws.chance(25) && !(isBack && isFirst)) return into(slot, groups, throws)
    const asleep = isBack && isFirst ? everybody : throws.chance(15) ? throws.pick([everybody, workers]) : []
    return past(slot + throws.between(15, 300) * second, asleep, groups, throws)
  })
  const last = past(end.getTime(), isBack && stops.length === 0 ? everybody : [], groups, throws)
  if (isBack && stops[0] !== undefined) stops[0].asleep = [...everybody]
  return { stops: [...stops, last] }
}

const everybody: readonly ProcessName[] = processNames

/** The clocks jump past a slot. */
function past(
  atMs: number,
  asleep: readonly ProcessName[],
  groups: readonly PlannedGroup[],
  throws: Dice,
): PlannedStop {
  const weather = storm(groups, throws)
  // Rare, since it takes so long: Slack says a thing when the bot has given it up, and has looked for it in vain.
  const isSlow = throws.chance(3)
  const slowest = { kind: 'late' as const, ms: 17 * second, method: 'chat.postMessage' }
  return {
    at: iso(atMs),
    until: iso(atMs + (isSlow ? 22 : 1.5) * second),
    asleep: [...asleep],
    ...weather,
    faults: [...(isSlow ? [slowest] : []), ...weather.faults],
  }
}

/** The clocks stand just before a slot, and go over it by themselves. */
function into(slotMs: number, groups: readonly PlannedGroup[], throws: Dice): PlannedStop {
  return past(slotMs - 0.8 * second, [], groups, throws)
}

/** A schedule is replaced within a minute before or after its hour; after it, by those who plan nothing. */
function changed(
  slotMs: number,
  groups: readonly PlannedGroup[],
  schedules: Map<string, Record<Kind, Weekly>>,
  throws: Dice,
): PlannedStop {
  const end = new Date(slotMs)
  const kinds: readonly Kind[] = ['reminder', 'digest']
  const talkative = groups.filter(({ speaksFrom }) => speaksFrom !== undefined)
  const due = talkative.flatMap(({ code, zone }) =>
    kinds.flatMap((kind) => {
      const weekly = schedules.get(code)?.[kind]
      return weekly && lastBefore(weekly, zone, end).at.getTime() === slotMs ? [{ code, kind }] : []
    }),
  )
  // Those who were told at this hour may have been moved to another one since.
  if (due.length === 0) return past(slotMs + 30 * second, [], groups, throws)
  const { code, kind } = throws.pick(due)
  const to = {
    weekday: throws.pick([3, 4, 5, 6]),
    hour: throws.between(11, 18),
    minute: throws.pick([0, 15, 30]),
  }
  const own = schedules.get(code)
  if (own !== undefined) schedules.set(code, { ...own, [kind]: to })
  const isBefore = throws.chance(50)
  const stop = past(slotMs + (isBefore ? -45 : 30) * second, isBefore ? [] : workers, groups, throws)
  return { ...stop, replaces: { group: code, kind, to } }
}

/** What goes wrong in a stop, and what people do meanwhile. */
function storm(groups: readonly PlannedGroup[], throws: Dice): Omit<PlannedStop, 'at' | 'until' | 'asleep'> {
  const codes = groups.map(({ code }) => code)
  const cutAfterMs = throws.chance(20) ? throws.between(0, 1_500) : undefined
  return {
    faults: Array.from({ length: throws.between(0, 7) }, () => faultOf(throws)),
    deaths: {
      front: throws.chance(25) ? [{ point: throws.pick(webPoints), nth: throws.between(1, 2) }] : [],
      first: deaths(throws),
      second: deaths(throws),
    },
    kills: Array.from({ length: throws.pick([0, 0, 1, 1, 2]) }, () => ({
      process: throws.pick(processNames),
      afterMs: throws.between(0, 1_800),
      signal: throws.pick(['SIGKILL', 'SIGKILL', 'SIGTERM'] as const),
    })),
    ...(cutAfterMs !== undefined && { cutAfterMs }),
    gestures: Array.from({ length: throws.between(0, 12) }, () => {
      const afterMs = throws.between(0, 1_800)
      const group = throws.pick(codes)
      if (throws.chance(15))
        return { does: 'send', group, kind: throws.pick(['reminder', 'digest']), afterMs }
      return { does: 'press', group, who: throws.pick(pressers), afterMs }
    }),
  }
}

function deaths(throws: Dice): Death[] {
  return Array.from({ length: throws.pick([0, 1, 1, 2]) }, () => {
    const point = throws.pick(workerPoints)
    const nth = throws.between(1, 3)
    const maySleep = point === 'claimed' || point === 'after-post' || point === 'slots-known'
    // Longer and shorter than a lease, and than what is left of it to speak in.
    const sleepMs = throws.pick([20, 50, 65, 130]) * second
    return maySleep && throws.chance(40) ? { point, nth, sleepMs } : { point, nth }
  })
}

function faultOf(throws: Dice): Fault {
  const times = throws.between(1, 3)
  const method = throws.pick([
    'chat.postMessage',
    'chat.postMessage',
    'chat.postMessage',
    'chat.update',
    'conversations.history',
  ])
  const status = throws.pick([500, 502, 503])
  return throws.pick<Fault>([
    { kind: 'lost_reply', method, times },
    { kind: 'cut', method, times },
    { kind: 'status', status, taken: true, method, times },
    { kind: 'status', status, method, times },
    { kind: 'status', status: 429, retryAfterSeconds: throws.between(1, 40), method },
    { kind: 'slow', ms: throws.between(100, 1_600), method, times },
    { kind: 'late', ms: throws.between(100, 1_600), method, times },
    { kind: 'error', error: throws.pick(['internal_error', 'fatal_error', 'service_unavailable']), method },
    { kind: 'status', status: 500, method: throws.pick(['conversations.list', 'users.info']) },
    { kind: 'repeat', of: 'any', times },
    { kind: 'hang_up', of: 'any' },
  ])
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
