import type { WebClient } from '@slack/web-api'
import type { App } from '../app.ts'
import { type Caller, callerFor } from '../contract/caller.ts'
import type { Log } from '../contract/log.ts'
import { isZone } from './is-zone.ts'

/** How long what Slack says of a person is believed; a new language shows after this. */
const keptMs = 10 * 60_000
/** How long Slack is not asked again about a person of whom it would not tell. */
const silentMs = 30_000
const mostKept = 5_000

/** What Slack tells of a person. */
export type Profile = { email?: string; locale?: string; zone?: string }

/** Who stands behind a Slack user id, as Slack has them; empty where it will not tell, so that they are answered all the same. */
export type People = { profile(slackId: string): Promise<Profile> }

/**
 * Asks Slack who people are and remembers it for ten minutes, by the clock `now`; a refusal for half a
 * minute.
 */
export function people(glancing: WebClient, now: () => Date, log: Log): People {
  const kept = new Map<string, { profile: Profile; until: number }>()

  function keep(slackId: string, profile: Profile, forMs: number): Profile {
    if (kept.size >= mostKept) kept.clear()
    kept.set(slackId, { profile, until: now().getTime() + forMs })
    return profile
  }

  return {
    async profile(slackId) {
      const known = kept.get(slackId)
      if (known !== undefined && known.until > now().getTime()) return known.profile
      try {
        const { user } = await glancing.users.info({ user: slackId, include_locale: true })
        const profile = {
          ...(user?.profile?.email !== undefined && { email: user.profile.email }),
          ...(user?.locale !== undefined && { locale: user.locale }),
          ...(user?.tz !== undefined && isZone(user.tz) && { zone: user.tz }),
        }
        return keep(slackId, profile, keptMs)
      } catch (error) {
        log.warn({ error: String(error), user: slackId }, 'Slack does not tell who this user is')
        return keep(slackId, known?.profile ?? {}, silentMs)
      }
    },
  }
}

/** The person as handlers meet them, who may be a member. @throws what the database says where it can't be asked */
export async function callerBehind(
  app: App,
  { email, locale, zone }: Profile,
  gesture: {
    slackId: string
    request: string
    channelId?: string
    channelName?: string
    messageTs?: string
    isOnHome?: true
  },
): Promise<Caller> {
  const { slackId } = gesture
  const member = await app.members.behind({ slackId, ...(email !== undefined && { email }) })
  return callerFor(app, {
    ...gesture,
    ...(locale !== undefined && { locale }),
    ...(zone !== undefined && { zone }),
    ...(member !== undefined && { member }),
  })
}
