import type { App } from '../app.ts'
import type { Caller } from './caller.ts'
import { permit, type Who } from './permit.ts'
import type { Reply } from './reply.ts'
import { seenByCaller } from './seen-by-caller.ts'

/** Something that Slack tells of, once, whatever number of times it tells it. */
export type SlackEvent = {
  /** Slack's own name of it, as it is subscribed to: of messages, `message.im` are those in person. */
  type: string
  who: Who
  /** All who read the channel in which it happened may read the answer. */
  isAloud?: true
  /** `bot`: the bot's own user id, where Slack tells it. */
  run(app: App, caller: Caller, event: Record<string, unknown>, bot?: string): Promise<Reply>
}

/**
 * Makes the handler of one of Slack's events; each is acted upon once. Its `run` asks permission first, and throws a
 * UserError for a caller who may not.
 */
export function slackEvent(definition: SlackEvent): SlackEvent {
  return {
    ...definition,
    async run(app, caller, event, bot) {
      const seen = await seenByCaller(app, caller, { isAloud: definition.isAloud === true })
      await permit(seen, definition.who, caller, undefined)
      return definition.run(seen, caller, event, bot)
    },
  }
}
