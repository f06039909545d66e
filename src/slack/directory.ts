import type { WebClient } from '@slack/web-api'
import type { Directory } from '../contract/slack.ts'
import type { SlackUser } from '../domain/member/rules.ts'
import { isZone } from './is-zone.ts'

/** Slack's most; its tier 2 allows twenty calls a minute, and a large workspace has thousands of channels. */
const pageSize = 999

/** Who and what is in the workspace, read page by page. */
export function directory(asking: WebClient): Directory {
  return {
    async channels() {
      const channels: { id: string; name: string }[] = []
      let cursor: string | undefined
      do {
        const page = await asking.conversations.list({
          types: 'public_channel,private_channel',
          exclude_archived: true,
          limit: pageSize,
          ...(cursor && { cursor }),
        })
        for (const { id, name } of page.channels ?? [])
          if (id !== undefined && name !== undefined) channels.push({ id, name })
        cursor = page.response_metadata?.next_cursor
      } while (cursor)
      return channels
    },

    async users() {
      const users: SlackUser[] = []
      let cursor: string | undefined
      do {
        const page = await asking.users.list({ limit: pageSize, ...(cursor && { cursor }) })
        for (const { id, deleted, is_bot: isBot, profile, tz } of page.members ?? [])
          if (id !== undefined && deleted !== true && isBot !== true)
            users.push({
              slackId: id,
              ...(profile?.email !== undefined && { email: profile.email }),
              ...(tz !== undefined && isZone(tz) && { zone: tz }),
            })
        cursor = page.response_metadata?.next_cursor
      } while (cursor)
      return users
    },

    async user(slackId) {
      try {
        const { user } = await asking.users.info({ user: slackId })
        return { slackId, ...(user?.profile?.email !== undefined && { email: user.profile.email }) }
      } catch {
        // Whoever asked goes on without: a person who can't be found is told as such.
        return undefined
      }
    },
  }
}
