import type { PlainTextOption } from '@slack/types'
import type { App } from '../app.ts'
import type { Caller } from './caller.ts'
import { isAllowed, type Who } from './permit.ts'
import { seenByCaller } from './seen-by-caller.ts'

/** Completes what somebody types into a menu that asks the bot what it offers. */
export type Completion = {
  /** The `action_id` of the menu. */
  id: string
  who: Who
  /** At most a hundred, the likeliest first; Slack waits three seconds for them. */
  complete(app: App, caller: Caller, typed: string): Promise<PlainTextOption[]>
}

/** Makes what completes one kind of menu. Whoever may not is offered nothing: Slack shows no refusal there. */
export function completion(definition: Completion): Completion {
  return {
    ...definition,
    complete: async (app, caller, typed) =>
      isAllowed(definition.who, caller, undefined)
        ? definition.complete(await seenByCaller(app, caller), caller, typed)
        : [],
  }
}
