import type { App as Bolt } from '@slack/bolt'
import type { App } from '../app.ts'
import type { SlackEvent } from '../contract/event.ts'
import type { Log } from '../contract/log.ts'
import type { Gesture } from './gesture.ts'
import type { InFlight } from './in-flight.ts'
import type { LinkPlace } from './reply.ts'

type Parts = { app: App; flight: InFlight; log: Log; act(gesture: Gesture): Promise<void> }
type Told = Readonly<Record<string, unknown>>

/** Joins what Slack tells of to the handlers; each event is acted upon once, and what a bot did never. */
export function registerEvents(bolt: Bolt, events: readonly SlackEvent[], parts: Parts): void {
  const { app, flight, log, act } = parts
  for (const event of events) {
    const [type = '', place] = event.type.split('.')
    bolt.event(type, async ({ body, payload }) => {
      const { event_id: request, authorizations } = body
      const told: Told = { ...payload }
      // Slack has two names for whoever did it.
      const slackId = told.user ?? told.user_id
      // Two bots that answer each other never end.
      if (typeof slackId !== 'string' || 'bot_id' in told || told.subtype === 'bot_message') return
      if (place !== undefined && told.channel_type !== place) return
      const bot = authorizations?.find(({ is_bot: isBot }) => isBot)?.user_id
      const once = async () => {
        // Slack tells an event again when it did not hear the acknowledgement.
        if (!(await app.isFirstTime(request))) return
        await act({
          what: event.type,
          slackId,
          request,
          ...placeOf(told),
          answer: (caller) => event.run(app, caller, { ...told }, bot ?? undefined),
        })
      }
      flight.track(
        event.type,
        once().catch((error: unknown) =>
          log.error({ err: error, what: event.type }, 'an event could not be acted upon'),
        ),
      )
    })
  }
}

/** Where it happened, and so where it is answered. A link in the making is in no channel yet. */
function placeOf(told: Told): Pick<Gesture, 'channelId' | 'thread' | 'aloudUnder' | 'links'> {
  const { channel, ts } = told
  const channelId = typeof channel === 'string' && /^[CDG][A-Z0-9]+$/.test(channel) ? channel : undefined
  const thread = typeof told.thread_ts === 'string' ? told.thread_ts : undefined
  return {
    channelId,
    thread,
    ...(told.type === 'app_mention' && typeof ts === 'string' && { aloudUnder: thread ?? ts }),
    ...linksOf(told, channelId),
  }
}

function linksOf(told: Told, channel: string | undefined): { links?: LinkPlace } {
  const { message_ts: ts, unfurl_id: id, source } = told
  if (source === 'composer' && typeof id === 'string') return { links: { unfurl_id: id, source } }
  return channel !== undefined && typeof ts === 'string' ? { links: { channel, ts } } : {}
}
