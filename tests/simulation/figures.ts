import type { Facts } from './facts.ts'
import { daysAfter, mondayOf } from './work-days.ts'

/** How the year went, in numbers. */
export type Figures = {
  people: number
  weeks: number
  messagesInPerson: number
  /** Of every person and week, the silent ones included. */
  messagesAPersonAndWeek: { mean: number; p95: number; most: number; meanWhereAny: number }
  reminders: number
  digests: number
  assignments: { given: number; done: number; withdrawn: number; open: number }
  /** Of whoever owes it, of each assignment that was asked about. */
  askingsAnAssignment: { mean: number; p95: number; most: number }
  askingsByKind: Record<string, number>
  /** Percent of the askings after which the person did something about it within a week. */
  followedByAnAct: number
  /** From the day on which it was due to the day on which it was done; before it, below nothing. */
  daysFromDueToDone: { median: number; p95: number; most: number; late: number }
  deeds: Record<string, number>
  /** What people tried and the bot did not take. */
  refused: Record<string, number>
}

const weekMs = 7 * 24 * 3_600_000

export function figuresOf(facts: Facts): Figures {
  const { committee, asks, said, histories, diary, dayOf } = facts
  const { people, from, until } = committee
  const weeks = weeksIn(from, until)
  const perWeek = new Map<string, number>()
  for (const { person, day } of asks) add(perWeek, `${person.member.id} ${mondayOf(day)}`)
  const all = people.flatMap(({ member }) => weeks.map((week) => perWeek.get(`${member.id} ${week}`) ?? 0))

  const perAssignment = new Map<string, number>()
  const byKind = new Map<string, number>()
  let own = 0
  let followed = 0
  for (const { askings, person, at } of asks)
    for (const { kind, assignment } of askings) {
      add(byKind, kind)
      if (kind === 'decide' || kind === 'held' || kind === 'unowned') continue
      add(perAssignment, assignment)
      own += 1
      const isFollowed = diary.deeds.some(
        (deed) =>
          deed.assignment === assignment &&
          deed.by === person.member.id &&
          deed.at > at &&
          deed.at.getTime() - at.getTime() <= weekMs,
      )
      if (isFollowed) followed += 1
    }

  const ends = [...histories.values()].flatMap((history) => history.at(-1) ?? [])
  const late = ends.flatMap(({ state, dueOn, from }) =>
    state === 'done' && dueOn !== undefined ? [daysFrom(dueOn, dayOf(from))] : [],
  )
  const deeds = new Map<string, number>()
  for (const { does } of diary.deeds) add(deeds, does.kind)
  for (const { does } of diary.answers) add(deeds, does)
  for (const _one of diary.putOffs) add(deeds, 'put off')
  const count = (state: string) => ends.filter((one) => one.state === state).length
  return {
    people: people.length,
    weeks: weeks.length,
    messagesInPerson: asks.length,
    messagesAPersonAndWeek: {
      mean: rounded(mean(all)),
      p95: quantile(all, 0.95),
      most: Math.max(0, ...all),
      meanWhereAny: rounded(mean(all.filter((one) => one > 0))),
    },
    reminders: said.filter(({ kind }) => kind === 'reminder').length,
    digests: said.filter(({ kind }) => kind === 'digest').length,
    assignments: {
      given: histories.size,
      done: count('done'),
      withdrawn: count('withdrawn'),
      open: count('open'),
    },
    askingsAnAssignment: {
      mean: rounded(mean([...perAssignment.values()])),
      p95: quantile([...perAssignment.values()], 0.95),
      most: Math.max(0, ...perAssignment.values()),
    },
    askingsByKind: sorted(byKind),
    followedByAnAct: own === 0 ? 0 : rounded((100 * followed) / own),
    daysFromDueToDone: {
      median: quantile(late, 0.5),
      p95: quantile(late, 0.95),
      most: late.length === 0 ? 0 : Math.max(...late),
      late: late.filter((days) => days > 0).length,
    },
    deeds: sorted(deeds),
    refused: Object.fromEntries(Object.entries(diary.refused).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function weeksIn(from: string, until: string): string[] {
  const weeks: string[] = []
  for (let monday = mondayOf(from); monday < until; monday = daysAfter(monday, 7)) weeks.push(monday)
  return weeks
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function mean(all: readonly number[]): number {
  return all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length
}

/** The smallest that so large a part of them does not exceed; 0 of none. */
function quantile(all: readonly number[], part: number): number {
  const rising = [...all].sort((a, b) => a - b)
  return rising[Math.max(0, Math.ceil(part * rising.length) - 1)] ?? 0
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
