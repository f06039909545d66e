import type { RespondFn } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Caller } from '../contract/caller.ts'
import type { Reply } from '../contract/reply.ts'

/** The ways back to the person that a gesture opens. */
export type WayBack = { client: WebClient; respond?: RespondFn; triggerId?: string }

/** Brings a handler's answer to Slack. */
export async function sendReply(
  reply: Reply,
  caller: Caller,
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
      else if (caller.channelId !== undefined)
        await client.chat.postEphemeral({ channel: caller.channelId, user: caller.slackId, ...reply.message })
      else await client.chat.postMessage({ channel: caller.slackId, ...reply.message })
      return
    }
    case 'modal':
      if (triggerId === undefined) throw new Error('a modal needs a trigger')
      await client.views.open({ trigger_id: triggerId, view: reply.view })
      return
    case 'home':
      await client.views.publish({ user_id: caller.slackId, view: reply.view })
      return
  }
}
