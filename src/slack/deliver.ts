import type { WebClient } from '@slack/web-api'
import type { Messenger, Posting } from '../contract/slack.ts'
import type { DeliveryOutcome } from '../domain/notice/rules.ts'
import { outcomeOfFailure } from './outcome.ts'

/** The type of the metadata by which the bot knows its own message again. */
const metadataType = 'rapporteur_notice'
/** How far back a message may be stamped before the moment it was due: clocks differ. */
const clockSlackMs = 300_000
const pageSize = 200
/** Beyond this many messages the bot's own is not looked for: a person is asked. */
const mostPages = 25

/** The one place that posts messages which the bot starts by itself. `saying` must not retry. */
export function messenger(saying: WebClient, asking: WebClient): Messenger {
  return {
    async post({ channel, key, message }) {
      return attempt(async () => {
        const answer = await saying.chat.postMessage({ channel, ...body({ channel, key, message }) })
        return { kind: 'said', channelId: answer.channel ?? channel, ts: answer.ts ?? '' }
      })
    },

    async edit({ channelId, ts, ...posting }) {
      return attempt(async () => {
        await saying.chat.update({ channel: channelId, ts, ...body(posting) })
        return { kind: 'said', channelId, ts }
      })
    },

    async find(channel, key, since) {
      // The id becomes known as soon as the workspace is linked.
      if (channel.startsWith('#'))
        return { kind: 'unreadable', error: `the id of ${channel} is not known`, forGood: false }
      const oldest = String((since.getTime() - clockSlackMs) / 1_000)
      try {
        let cursor: string | undefined
        for (let page = 0; page < mostPages; page++) {
          const answer = await asking.conversations.history({
            channel,
            oldest,
            include_all_metadata: true,
            limit: pageSize,
            ...(cursor !== undefined && { cursor }),
          })
          const own = answer.messages?.find(
            ({ metadata }) => metadata?.event_type === metadataType && keyOf(metadata.event_payload) === key,
          )
          if (own?.ts !== undefined) return { kind: 'found', channelId: channel, ts: own.ts }
          cursor = answer.response_metadata?.next_cursor
          if (!cursor) return { kind: 'absent' }
        }
        return { kind: 'unreadable', error: 'too many messages since', forGood: true }
      } catch (failure) {
        const outcome = outcomeOfFailure(failure)
        const forGood = outcome.kind === 'refused' && outcome.forGood
        return { kind: 'unreadable', error: outcome.error, forGood }
      }
    },
  }
}

function body({ key, message }: Posting) {
  return {
    text: message.text,
    blocks: message.blocks,
    metadata: { event_type: metadataType, event_payload: { key } },
    unfurl_links: false,
    unfurl_media: false,
  }
}

async function attempt(call: () => Promise<DeliveryOutcome>): Promise<DeliveryOutcome> {
  try {
    return await call()
  } catch (failure) {
    return outcomeOfFailure(failure)
  }
}

function keyOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined
}
