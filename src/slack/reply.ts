import type { RespondFn } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Caller } from '../contract/caller.ts'
import type { Reply } from '../contract/reply.ts'

/** The ways back to the person that a gesture opens. */
export type WayBack = { client: WebClient; respond?: RespondFn; triggerId?: string }

/** Brings a handler's answer to Slack. */
export async function sendReply(
  reply: Reply,
  { slackId, channelId }: Pick<Caller, 'slackId' | 'channelId'>,
  { client, respond, triggerId }: WayBack,
): Promise<void> {
  switch (reply.kind) {
    case 'nothing':
      return
    case 'ephemeral':
    case 'replace': {
      const isNew = reply.kind === 'ephemeral'
      if (respond !== undefined)
        await respond({ response_type: 'ephemeral', replace_original: !isNew, ...reply.message })
      else if (channelId !== undefined)
        await client.chat.postEphemeral({ channel: channelId, user: slackId, ...reply.message })
      else await client.chat.postMessage({ channel: slackId, ...reply.message })
      return
    }
    case 'modal':
      if (triggerId === undefined) throw new Error('a modal needs a trigger')
      await client.views.open({ trigger_id: triggerId, view: reply.view })
      return
    case 'home':
      await client.views.publish({ user_id: slackId, view: reply.view })
      return
  }
}
