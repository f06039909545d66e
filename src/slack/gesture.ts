import type { RespondFn } from '@slack/bolt'
import type { Caller } from '../contract/caller.ts'
import type { Reply } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import type { Outcome } from './funnel.ts'
import type { LinkPlace, ViewPlace } from './reply.ts'

/** Something that a person did, and where their answer goes. */
export type Gesture = {
  what: string
  slackId: string
  request: string
  channelId?: string | undefined
  channelName?: string | undefined
  messageTs?: string | undefined
  respond?: RespondFn
  triggerId?: string | undefined
  /** It was done on the Home tab, or in a modal opened from there. */
  isOnHome?: true | undefined
  /** The thread in which it was done. */
  thread?: string | undefined
  /** The message under which what helps everybody is said: the caller asked before all eyes. */
  aloudUnder?: string | undefined
  /** The modal in which it was done. */
  view?: ViewPlace | undefined
  /** The message whose links were posted. */
  links?: LinkPlace | undefined
  answer(caller: Caller): Promise<Reply>
  /** What Slack is told when the work is over, and whether there is nothing more to say. */
  acknowledge?(outcome: Outcome, language: Language): Promise<boolean>
}
