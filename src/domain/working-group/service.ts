import { dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { Member } from '../member/rules.ts'
import { standingFacts } from '../member/service.ts'
import { membersHolding } from '../member/standing.ts'
import { groupFinder, isActive, type WorkingGroup } from './rules.ts'

export type WorkingGroups = ReturnType<typeof workingGroups>

/**
 * The groups of the committee, who leads them today on each group's own calendar, and which channels are
 * theirs.
 */
export function workingGroups({ store, now }: Pick<Context, 'store' | 'now'>) {
  const today = (group: WorkingGroup) => dayIn(group.zone, now())

  async function withRole(code: string, role: 'convenor' | 'deputy'): Promise<Member[]> {
    const group = await store.groups.byCode(code)
    if (group === undefined) return []
    const on = today(group)
    return membersHolding({ role, group: code }, await standingFacts(store, on), on)
  }

  return {
    all: () => store.groups.all(),

    /** The groups that exist today, each on its own calendar. */
    async active(): Promise<WorkingGroup[]> {
      return (await store.groups.all()).filter((group) => isActive(group, today(group)))
    },

    /** The group that a person means by `text`, its channel included, whether it still exists or not. */
    async called(text: string): Promise<WorkingGroup | undefined> {
      return finderIn(await store.groups.all())(text)
    },

    /**
     * The group that the first of these words means, or the first two next to each other, and the words that are left.
     */
    async calledAmong(words: readonly string[]): Promise<{ group?: WorkingGroup; rest: string[] }> {
      const find = finderIn(await store.groups.all())
      for (const i of words.keys())
        for (const count of [1, 2]) {
          const group = find(words.slice(i, i + count).join(' '))
          if (group !== undefined) return { group, rest: words.toSpliced(i, count) }
        }
      return { rest: [...words] }
    },

    /**
     * The group whose channel this is. Slack tells a channel's name with every gesture, so that a group is known
     * in its channel from the first word on.
     */
    async inChannel(channelId: string, name?: string): Promise<WorkingGroup | undefined> {
      const known = await store.groups.byChannel(channelId)
      if (known !== undefined || name === undefined) return known
      const groups = await store.groups.all()
      const found = groups.find((group) => group.channelId === undefined && group.channel === `#${name}`)
      if (found === undefined) return undefined
      await store.groups.linkChannel(found.code, channelId)
      return { ...found, channelId }
    },

    convenors: (code: string) => withRole(code, 'convenor'),
    deputies: (code: string) => withRole(code, 'deputy'),

    /** Convenors first, then deputies: those who may answer for the group, whoever stands in for one of them included. */
    async leads(code: string): Promise<Member[]> {
      const all = [...(await withRole(code, 'convenor')), ...(await withRole(code, 'deputy'))]
      return [...new Map(all.map((member) => [member.id, member])).values()]
    },

    /**
     * Remembers which Slack channels the names in the committee file mean, the secretariat's included; `channels` are
     * those Slack lists.
     */
    async linkChannels(channels: readonly { id: string; name: string }[]): Promise<void> {
      for (const group of await store.groups.all()) {
        const found = channels.find(({ id, name }) => group.channel === id || group.channel === `#${name}`)
        if (found !== undefined && found.id !== group.channelId)
          await store.groups.linkChannel(group.code, found.id)
      }
      const committee = await store.committee.get()
      const own = channels.find(
        ({ id, name }) => committee?.channel === id || committee?.channel === `#${name}`,
      )
      if (own !== undefined && own.id !== committee?.channelId) await store.committee.linkChannel(own.id)
    },
  }
}

/** By a mention of its channel as well. */
function finderIn(groups: readonly WorkingGroup[]): (text: string) => WorkingGroup | undefined {
  const find = groupFinder(groups)
  return (text) => {
    const channel = /^(?:<#([A-Z0-9]+)(?:\|([^>]*))?>|#(\S+))$/u.exec(text.trim())
    if (channel === null) return find(text)
    const [, id, label, typed] = channel
    return groups.find(
      (group) => (id !== undefined && group.channelId === id) || group.channel === `#${label ?? typed}`,
    )
  }
}
