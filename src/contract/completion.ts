import type { PlainTextOption } from '@slack/types'
import type { App } from '../app.ts'
import type { Caller } from './caller.ts'

/** Completes what somebody types into a menu that asks the bot what it offers; anybody may. */
export type Completion = {
  /** The `action_id` of the menu. */
  id: string
  /** At most a hundred, the likeliest first; Slack waits three seconds for them. */
  complete(app: App, caller: Caller, typed: string): Promise<PlainTextOption[]>
}

/** Makes what completes one kind of menu. */
export function completion(definition: Completion): Completion {
  return definition
}
