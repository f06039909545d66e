import type { PartialDay } from '../calendar/day.ts'
import { editDistance } from '../finding/edit-distance.ts'
import type { Language, Names } from '../language/rules.ts'
import type { StageSystemName, Standard, ToldMove } from '../standard/rules.ts'

/** What is followed: a standard by its id, which stands for its whole project, or a topic by its name. */
export type Followed = { kind: 'standard' | 'topic'; value: string }

/**
 * A member hears of the stage moves of what they follow, from the moment `since` on, in the language in which they
 * asked to.
 */
export type Follow = Followed & { member: string; since: Date; language: Language }

/** A topic of the standards on record, with how many bear it. */
export type Topic = { topic: string; count: number }

/** Whether a member hears of a standard's moves: because they follow it, or one of its topics. */
export type Following = { isFollowed: boolean; byTopics: string[] }

/** An accepted move with what its standard is now. */
export type HeardMove = ToldMove &
  Pick<Standard, 'topics' | 'project'> & {
    /** The stage at which the standard stands now, and since when. */
    stands: string
    standsSince?: PartialDay
  }

/** What a member is told of one standard: where it went, as things stand at the moment of telling. */
export type MovedStandard = {
  standard: string
  designation: string
  titles: Names
  stages: StageSystemName
  /** Absent where it came on record as a further text of its project. */
  from?: string
  to: string
  on?: PartialDay
  /** What the member was told before was wrong, and why. */
  isCorrection: boolean
  why?: string
}

/** Nobody reads of more; whoever wants to hear of everything follows its topics. */
export const mostFollowed = 200

/** The moment from which a move may be told. */
export function acceptedAt({ decidedAt, recordedAt }: Pick<ToldMove, 'decidedAt' | 'recordedAt'>): Date {
  return decidedAt ?? recordedAt
}

/**
 * Whether the move stands by the member's own word, who needs no message about it. Whoever has proposed it is answered
 * by itself that it was accepted.
 */
export function isOwn({ by, decidedBy }: Pick<ToldMove, 'by' | 'decidedBy'>, member: string): boolean {
  return by === member || decidedBy === member
}

/**
 * The follows by which a move is heard of: those of its standard's project and of its topics, where they were made
 * before it. `projectOf` tells the project of a standard's id.
 */
export function heardBy<F extends Followed & { since: Date }>(
  move: HeardMove,
  follows: readonly F[],
  projectOf: (standard: string) => string | undefined,
): F[] {
  const project = projectOf(move.standard)
  return follows.filter(
    ({ kind, value, since }) =>
      since <= acceptedAt(move) &&
      (kind === 'topic'
        ? move.topics.includes(value)
        : value === move.standard || (project !== undefined && projectOf(value) === project)),
  )
}

/** Who is to hear of which of these moves, each once however often they follow it. */
export function hearers(
  moves: readonly HeardMove[],
  follows: readonly Follow[],
  projectOf: (standard: string) => string | undefined,
): Map<string, number[]> {
  const nameOf = ({ kind, value }: Followed) =>
    kind === 'topic' ? `topic ${value}` : `project ${projectOf(value) ?? value}`
  const byName = new Map<string, Follow[]>()
  for (const follow of follows) {
    const known = byName.get(nameOf(follow))
    if (known === undefined) byName.set(nameOf(follow), [follow])
    else known.push(follow)
  }
  const heard = new Map<string, number[]>()
  for (const move of moves) {
    const names = [
      nameOf({ kind: 'standard', value: move.standard }),
      ...move.topics.map((value) => nameOf({ kind: 'topic', value })),
    ]
    const near = names.flatMap((name) => byName.get(name) ?? [])
    const members = new Set(heardBy(move, near, projectOf).map(({ member }) => member))
    for (const member of members)
      if (!isOwn(move, member)) heard.set(member, [...(heard.get(member) ?? []), move.id])
  }
  return heard
}

/**
 * What is left to tell of these moves: of each standard where it came from and where it stands now, in the order in
 * which they were accepted. What was put right before anybody heard of it is not told, or not told wrongly.
 */
export function movesTold(moves: readonly HeardMove[]): MovedStandard[] {
  return byStandard(moves).flatMap((entries) => {
    const told = toldOf(entries)
    const isDateAlone = told.isCorrection && entries.every(({ from, to }) => from === to)
    return told.from === told.to && !isDateAlone ? [] : [told]
  })
}

function toldOf(entries: readonly [HeardMove, ...HeardMove[]]): MovedStandard {
  const [first] = entries
  const last = entries.findLast(({ to }) => to === first.stands)
  const on = last?.on ?? first.standsSince
  const isCorrection = entries.every(({ kind }) => kind === 'correction')
  const why = isCorrection ? entries.at(-1)?.why : undefined
  return {
    standard: first.standard,
    designation: first.designation,
    titles: first.titles,
    stages: first.stages,
    ...(first.from !== undefined && { from: first.from }),
    to: first.stands,
    ...(on !== undefined && { on }),
    isCorrection,
    ...(why !== undefined && { why }),
  }
}

function byStandard(moves: readonly HeardMove[]): [HeardMove, ...HeardMove[]][] {
  const inOrder = [...moves].sort((a, b) => acceptedAt(a).getTime() - acceptedAt(b).getTime() || a.id - b.id)
  const entries = new Map<string, [HeardMove, ...HeardMove[]]>()
  for (const move of inOrder) {
    const known = entries.get(move.standard)
    if (known === undefined) entries.set(move.standard, [move])
    else known.push(move)
  }
  return [...entries.values()]
}

/** A further message comes this long after the one before at the earliest: what moves meanwhile is told with it. */
export const apartMs = 15 * 60_000

/** Moves are gathered for so long before the first message: who records one often records the next. */
export const gatherMs = 60_000

/** Whoever wants to hear once a week alone hears of the rest seven days later. */
export const weekMs = 7 * 24 * 3_600_000

/** When a message to a member may be said, where the one before was for the moment `before`. */
export function dueAfter(before: Date | undefined, at: Date, pace: 'at-once' | 'weekly' = 'at-once'): Date {
  const restMs = pace === 'weekly' ? weekMs : apartMs
  const rested = before === undefined ? 0 : before.getTime() + restMs
  const earliest = at.getTime() + gatherMs
  // One that lies further ahead comes from a clock that has been put back.
  return new Date(rested > at.getTime() + 2 * restMs ? earliest : Math.max(earliest, rested))
}

/** The topic that a person means, in any case and with spaces or underscores for dashes; undefined where there is none. */
export function topicCalled(topics: readonly Topic[], text: string): Topic | undefined {
  const wanted = plainTopic(text)
  return topics.find(({ topic }) => plainTopic(topic) === wanted)
}

/** The topics that come nearest to what was typed, the nearest first; where none is near, those of most standards. */
export function nearestTopics(topics: readonly Topic[], text: string): Topic[] {
  const wanted = plainTopic(text)
  const byCount = [...topics].sort((a, b) => b.count - a.count || (a.topic < b.topic ? -1 : 1))
  const near = byCount
    .map((one) => ({ one, distance: distanceTo(wanted, plainTopic(one.topic)) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance)
    .map(({ one }) => one)
  return (near.length > 0 ? near : byCount).slice(0, mostOffered)
}

const mostOffered = 10

function distanceTo(wanted: string, topic: string): number {
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  const distance = editDistance(wanted, topic, limit)
  if (distance <= limit) return distance
  const shared = wanted.length >= 2 && (topic.includes(wanted) || wanted.includes(topic))
  return shared ? limit + 1 : Number.POSITIVE_INFINITY
}

function plainTopic(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_\p{Dash}]+/gu, '-')
}
