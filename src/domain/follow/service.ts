import { noteChange, notedBefore } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import type { Context } from '../context.ts'
import type { Language } from '../language/rules.ts'
import type { Standard } from '../standard/rules.ts'
import type { Store } from '../store.ts'
import { projectsOf } from './project.ts'
import {
  type Followed,
  type Following,
  mostFollowed,
  nearestTopics,
  type Topic,
  topicCalled,
} from './rules.ts'
import { distributeMoves } from './telling.ts'

export type Follows = ReturnType<typeof follows>

/** Something that a member follows, as they read it. */
export type FollowedItem =
  | { kind: 'standard'; standard: Standard }
  /** `count` of 0: no standard bears it any more. */
  | { kind: 'topic'; topic: string; count: number }

/** `isNew` is false where it was followed already; `too-many` where nothing more can be. */
export type FollowOutcome = { ok: true; isNew: boolean } | { ok: false; why: 'too-many' }

/** Whoever sets what they themselves follow. */
export type Follower = DoneBy & Required<Pick<DoneBy, 'member'>>

/** What members follow, and who is to hear of what moves. */
export function follows(context: Pick<Context, 'store' | 'now' | 'newId' | 'wake'>) {
  const { store, now, wake } = context

  /** Those of a member's follows that are of the standard's project. */
  async function ofProject(store: Store, all: readonly Followed[], standard: Standard): Promise<Followed[]> {
    const own = all.filter(({ kind }) => kind === 'standard')
    if (own.length === 0) return []
    const records = await store.standards.byIds(own.map(({ value }) => value))
    const projectOf = projectsOf([...records.filter(({ id }) => id !== standard.id), standard])
    return own.filter(({ value }) => value === standard.id || projectOf(value) === projectOf(standard.id))
  }

  async function add(
    store: Store,
    by: Follower,
    known: readonly Followed[],
    followed: Followed,
    language: Language,
  ): Promise<FollowOutcome> {
    if (known.length >= mostFollowed) return { ok: false, why: 'too-many' }
    const member = by.member.id
    const isNoted = await noteChange(store, by, now(), {
      subject: { kind: 'member', id: member },
      what: 'follow',
      after: { follows: [followed] },
    })
    if (!isNoted) return { ok: true, isNew: false }
    return { ok: true, isNew: await store.follows.add({ member, ...followed, since: now(), language }) }
  }

  /** False where none of it was followed. */
  async function remove(store: Store, by: Follower, known: readonly Followed[]): Promise<boolean> {
    const subject = { kind: 'member' as const, id: by.member.id }
    // What a gesture has ended, it has ended, also where it comes again.
    if ((await notedBefore(store, by, subject)) !== undefined) return true
    const ended: Followed[] = []
    for (const { kind, value } of known)
      if (await store.follows.remove(by.member.id, { kind, value })) ended.push({ kind, value })
    if (ended.length === 0) return false
    return noteChange(store, by, now(), {
      subject,
      what: 'unfollow',
      before: { follows: ended },
      after: {},
    })
  }

  return {
    /** Follows a standard's project from now on. */
    followStandard: (by: Follower, standard: Standard, language: Language): Promise<FollowOutcome> =>
      store.transaction(async (store) => {
        const own = await store.follows.of(by.member.id)
        if ((await ofProject(store, own, standard)).length > 0) return { ok: true, isNew: false }
        return add(store, by, own, { kind: 'standard', value: standard.id }, language)
      }),

    /** Follows a topic from now on. */
    followTopic: (by: Follower, topic: string, language: Language): Promise<FollowOutcome> =>
      store.transaction(async (store) => {
        const own = await store.follows.of(by.member.id)
        if (own.some(({ kind, value }) => kind === 'topic' && value === topic))
          return { ok: true, isNew: false }
        return add(store, by, own, { kind: 'topic', value: topic }, language)
      }),

    /** Follows the standard's project no more; false where it was not followed. */
    unfollowStandard: (by: Follower, standard: Standard): Promise<boolean> =>
      store.transaction(async (store) => {
        const own = await store.follows.of(by.member.id)
        return remove(store, by, await ofProject(store, own, standard))
      }),

    /** False where it was not followed. */
    unfollowTopic: (by: Follower, topic: string): Promise<boolean> =>
      store.transaction((store) => remove(store, by, [{ kind: 'topic', value: topic }])),

    /** Whether the member hears of the standard's moves, and by what. */
    async following(member: string, standard: Standard): Promise<Following> {
      const own = await store.follows.of(member)
      const topics = own.flatMap(({ kind, value }) => (kind === 'topic' ? [value] : []))
      return {
        isFollowed: (await ofProject(store, own, standard)).length > 0,
        byTopics: topics.filter((topic) => standard.topics.includes(topic)),
      }
    },

    /** All that a member follows, in the order in which they began to. */
    async all(member: string): Promise<FollowedItem[]> {
      const own = await store.follows.of(member)
      const ids = own.flatMap(({ kind, value }) => (kind === 'standard' ? [value] : []))
      const standards = new Map((await store.standards.byIds(ids)).map((one) => [one.id, one]))
      const counts = new Map((await store.standards.topics()).map(({ topic, count }) => [topic, count]))
      return own.flatMap(({ kind, value }): FollowedItem[] => {
        if (kind === 'topic') return [{ kind, topic: value, count: counts.get(value) ?? 0 }]
        const standard = standards.get(value)
        return standard === undefined ? [] : [{ kind, standard }]
      })
    },

    /** The topic that a person means by a text, or those that come nearest to it. */
    async topicCalled(text: string): Promise<{ topic: Topic } | { nearest: Topic[] }> {
      const topics = await store.standards.topics()
      const topic = topicCalled(topics, text)
      return topic === undefined ? { nearest: nearestTopics(topics, text) } : { topic }
    },

    /** Writes to their followers what moved since; each move once. Nothing here speaks to Slack. */
    async planMoves(): Promise<void> {
      let isAny = false
      while (await store.transaction((store) => distributeMoves(store, context))) isAny = true
      if (isAny) wake('deliver-notices')
    },
  }
}
