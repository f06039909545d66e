import type { WebClient } from '@slack/web-api'
import type { App } from '../app.ts'
import { type Caller, callerFor } from '../contract/caller.ts'
import type { Log } from '../contract/log.ts'

/** How long what Slack says of a person is believed; a new language shows after this. */
const keptMs = 10 * 60_000
const mostKept = 5_000

type Profile = { email?: string; locale?: string; zone?: string }

/** Who stands behind a Slack user id. */
export type People = {
  caller(app: App, gesture: { slackId: string; request: string; channelId?: string }): Promise<Caller>
}

/** A person whom Slack will not tell about is answered all the same, as the committee's file has them. */
export function people(asking: WebClient, now: () => Date, log: Log): People {
  const kept = new Map<string, { profile: Profile; until: number }>()

  async function profileOf(slackId: string): Promise<Profile> {
    const known = kept.get(slackId)
    if (known !== undefined && known.until > now().getTime()) return known.profile
    try {
      const { user } = await asking.users.info({ user: slackId, include_locale: true })
      const profile = {
        ...(user?.profile?.email !== undefined && { email: user.profile.email }),
        ...(user?.locale !== undefined && { locale: user.locale }),
        ...(user?.tz !== undefined && isZone(user.tz) && { zone: user.tz }),
      }
      if (kept.size >= mostKept) kept.clear()
      kept.set(slackId, { profile, until: now().getTime() + keptMs })
      return profile
    } catch (error) {
      log.warn({ error: String(error), user: slackId }, 'Slack does not tell who this user is')
      return known?.profile ?? {}
    }
  }

  return {
    async caller(app, { slackId, request, channelId }) {
      const { email, ...profile } = await profileOf(slackId)
      const member = await app.members.behind({ slackId, ...(email !== undefined && { email }) })
      return callerFor(app, {
        slackId,
        request,
        ...profile,
        ...(member !== undefined && { member }),
        ...(channelId !== undefined && { channelId }),
      })
    },
  }
}

/** Slack knows zones that this machine may not. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
