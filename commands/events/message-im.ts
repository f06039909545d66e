// GB/T 43697, in the conversation with the bot alone
import { type SlackEvent, slackEvent } from '../../src/contract/event.ts'

/** Somebody wrote to the bot in person; `run` answers plain words. */
export function messageIm(run: SlackEvent['run']): SlackEvent {
  return slackEvent({ type: 'message.im', who: 'anyone', run })
}
