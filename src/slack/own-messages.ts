import type { ConversationsHistoryResponse, WebClient } from '@slack/web-api'

type Heard = NonNullable<ConversationsHistoryResponse['messages']>[number]

/** Whether a message may be the bot's own. */
export type OwnMessages = (message: Heard) => Promise<boolean>

/**
 * Knows the bot's own messages by its bot id and user id, which Slack is asked for once. Where Slack would not tell,
 * every message that no person wrote may be the bot's.
 */
export function ownMessages(asking: WebClient): OwnMessages {
  let known: { botId?: string; userId?: string } | undefined
  return async ({ bot_id: botId, user: userId, subtype }) => {
    // Lines of Slack's own about the bot, such as that it has joined, never bore a mark.
    if (subtype !== undefined && subtype !== 'bot_message') return false
    known ??= await asking.auth
      .test()
      .then((answer) => ({
        ...(answer.bot_id !== undefined && { botId: answer.bot_id }),
        ...(answer.user_id !== undefined && { userId: answer.user_id }),
      }))
      .catch(() => undefined)
    if (known?.botId !== undefined && botId !== undefined) return botId === known.botId
    if (known?.userId !== undefined && userId !== undefined) return userId === known.userId
    return botId !== undefined || userId === undefined
  }
}
