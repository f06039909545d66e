import { dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { type Member, rolesOn } from '../member/rules.ts'
import { groupCalled, isActive, type WorkingGroup } from './rules.ts'

export type WorkingGroups = ReturnType<typeof workingGroups>

/**
 * The groups of the committee, who leads them today on each group's own calendar, and which channels are
 * theirs.
 */
export function workingGroups({ store, now }: Pick<Context, 'store' | 'now'>) {
  const today = (group: WorkingGroup) => dayIn(group.zone, now())

  async function withRole(code: string, role: 'convenor' | 'deputy'): Promise<Member[]> {
    const group = (await store.groups.all()).find((candidate) => candidate.code === code)
    if (group === undefined) return []
    const on = today(group)
    return (await store.members.all()).filter((member) =>
      rolesOn(member, on).some((held) => held.role === role && held.group === code),
    )
  }

  return {
    all: () => store.groups.all(),

    /** The groups that exist today, each on its own calendar. */
    async active(): Promise<WorkingGroup[]> {
      return (await store.groups.all()).filter((group) => isActive(group, today(group)))
    },

    /** The group that a person means by `text`, whether it still exists or not. */
    async called(text: string): Promise<WorkingGroup | undefined> {
      return groupCalled(await store.groups.all(), text)
    },

    inChannel: (channelId: string) => store.groups.byChannel(channelId),
    convenors: (code: string) => withRole(code, 'convenor'),
    deputies: (code: string) => withRole(code, 'deputy'),

    /** Convenors first, then deputies: those who may answer for the group. */
    async leads(code: string): Promise<Member[]> {
      return [...(await withRole(code, 'convenor')), ...(await withRole(code, 'deputy'))]
    },

    /** Remembers which Slack channels the names in the committee file mean; `channels` are those Slack lists. */
    async linkChannels(channels: readonly { id: string; name: string }[]): Promise<void> {
      for (const group of await store.groups.all()) {
        const found = channels.find(({ id, name }) => group.channel === id || group.channel === `#${name}`)
        if (found !== undefined && found.id !== group.channelId)
          await store.groups.linkChannel(group.code, found.id)
      }
    },
  }
}
