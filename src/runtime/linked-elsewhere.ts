import type { App } from '../app.ts'

/** The committee has met a Slack of its own, in which its notices are awaited; the message says what to do. */
export class LinkedElsewhere extends Error {
  override name = 'LinkedElsewhere'
}

/**
 * Refuses to practise with a committee that serves in another Slack: what is due there would be said here, and be on
 * record as said. `practiceId` is the id that the practice workspace gives to a channel as the committee file writes it.
 * @throws LinkedElsewhere where any channel on record has another id
 */
export async function notLinkedElsewhere(app: App, practiceId: (channel: string) => string): Promise<void> {
  const committee = await app.committees.get()
  const places = [...(committee === undefined ? [] : [committee]), ...(await app.groups.all())]
  // A channel that the file gives by its id has that id on record once Slack was found to have it, and not before.
  const known = places.find(
    ({ channel, channelId }) =>
      channelId !== undefined && (channel === undefined || channelId !== practiceId(channel)),
  )
  if (known === undefined) return
  const { channel, channelId } = known
  const named = [...new Set([channel, channelId])].filter((name) => name !== undefined).join(', ')
  throw new LinkedElsewhere(
    `SLACK_BOT_TOKEN: the committee on record has its channels in a Slack (${named}), and no token is given; give it, or practise with another DATABASE_URL, RAPPORTEUR_DATA or RAPPORTEUR_WORKSPACE`,
  )
}
