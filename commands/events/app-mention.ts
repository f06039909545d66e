// @Rapporteur GB/T 43697
import { type SlackEvent, slackEvent } from '../../src/contract/event.ts'

/** Somebody named the bot in a channel or a thread; `run` answers plain words. */
export function appMention(run: SlackEvent['run']): SlackEvent {
  return slackEvent({ type: 'app_mention', who: 'anyone', isAloud: true, run })
}
