import type { WebClient } from '@slack/web-api'
import type { Messenger, Posting } from '../contract/slack.ts'
import type { DeliveryOutcome } from '../domain/notice/rules.ts'
import { outcomeOfFailure } from './outcome.ts'
import { ownMessages } from './own-messages.ts'

/** The type of the metadata by which the bot knows its own message again. */
const metadataType = 'rapporteur_notice'
/** How far back a message may be stamped before its notice was written: Slack's clock is not ours. */
const clockSlackMs = 24 * 3_600_000
const pageSize = 200
/** Slack's ids of people; those of conversations begin with other letters. */
const isPerson = /^[UW][A-Z0-9]+$/
/** The bot lacks what every message needs, not this one. */
const unfit = /^(missing_scope|not_allowed_token_type)\b/
/** Beyond this many messages the bot's own is not looked for: a person is asked. */
const mostPages = 25

/**
 * The one place that posts messages which the bot starts by itself. Neither client may retry: whoever asks knows when
 * it is time to ask again.
 */
export function messenger(saying: WebClient, asking: WebClient): Messenger {
  const isOwn = ownMessages(asking)

  async function conversationWith(person: string): Promise<string | undefined> {
    const { channel } = await saying.conversations.open({ users: person })
    return channel?.id
  }

  return {
    async post({ channel, key, message }) {
      return attempt(async () => {
        const answer = await saying.chat.postMessage({ channel, ...body({ channel, key, message }) })
        // What Slack does not name can't be known again: it is looked for.
        if (!answer.ts) return { kind: 'unknown', error: 'no_ts' }
        return { kind: 'said', channelId: answer.channel ?? channel, ts: answer.ts }
      })
    },

    async edit({ channelId, ts, ...posting }) {
      return attempt(async () => {
        await saying.chat.update({ channel: channelId, ts, ...body(posting) })
        return { kind: 'said', channelId, ts }
      })
    },

    async remove({ channelId, ts }) {
      const outcome = await attempt(async () => {
        await saying.chat.delete({ channel: channelId, ts })
        return { kind: 'said', channelId, ts }
      })
      const isGone = outcome.kind === 'refused' && outcome.error === 'message_not_found'
      return isGone ? { kind: 'said', channelId, ts } : outcome
    },

    async find(channel, key, since) {
      // Its id was looked up just now, in vain: no history can be asked for.
      if (channel.startsWith('#')) return { kind: 'unreadable', error: 'id_unknown' }
      const oldest = String((since.getTime() - clockSlackMs) / 1_000)
      let hasUnmarked = false
      try {
        // A person is spoken to by their own id; what was said to them is found in the conversation with them.
        const place = isPerson.test(channel) ? await conversationWith(channel) : channel
        if (place === undefined) return { kind: 'unknown', error: 'no_conversation' }
        let cursor: string | undefined
        for (let page = 0; page < mostPages; page++) {
          const answer = await saying.conversations.history({
            channel: place,
            oldest,
            include_all_metadata: true,
            limit: pageSize,
            ...(cursor !== undefined && { cursor }),
          })
          if (answer.messages === undefined) return { kind: 'unreadable', error: 'no_messages' }
          for (const message of answer.messages) {
            const { metadata, ts } = message
            const isNotice = metadata?.event_type === metadataType
            const marked = isNotice ? keyOf(metadata.event_payload) : metadata?.event_type
            if (isNotice && marked === key && ts !== undefined) return { kind: 'found', channelId: place, ts }
            if (typeof marked !== 'string') hasUnmarked ||= isNotice || (await isOwn(message))
          }
          cursor = answer.response_metadata?.next_cursor
          if (!cursor && answer.has_more === true) return { kind: 'unreadable', error: 'no_messages' }
          // All that the bot says by itself bears its key. Where it has lost it, nothing is known of what stands.
          if (!cursor) return hasUnmarked ? { kind: 'unreadable', error: 'no_metadata' } : { kind: 'absent' }
        }
        return { kind: 'unreadable', error: 'too_many_messages' }
      } catch (failure) {
        return outcomeOfFailure(failure)
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
    const outcome = outcomeOfFailure(failure)
    return unfit.test(outcome.error) ? { kind: 'barred', error: outcome.error } : outcome
  }
}

function keyOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined
}
