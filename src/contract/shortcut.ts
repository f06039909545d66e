import type { App } from '../app.ts'
import type { TextKey } from '../texts/texts.ts'
import type { Caller } from './caller.ts'
import { permit, type Who } from './permit.ts'
import type { Reply } from './reply.ts'
import { seenByCaller } from './seen-by-caller.ts'

/** Something that a person can choose from Slack's own menus. */
export type Shortcut = {
  /** Its `callback_id`: `noun.verb`. */
  id: string
  /** In a message's menu, or in the menu beside the message box, which is about no message. */
  type: 'message' | 'global'
  /** What the menu calls it; both languages together have 24 characters in Slack. */
  name: TextKey
  summary: TextKey
  who: Who
  /** `text`: that of the message for which it was chosen, in Slack's marks; empty for a global one. */
  run(app: App, caller: Caller, text: string): Promise<Reply>
}

/** Makes the handler of a shortcut. Its `run` asks permission first, and throws a UserError for a caller who may not. */
export function shortcut(definition: Shortcut): Shortcut {
  return {
    ...definition,
    async run(app, caller, text) {
      const seen = await seenByCaller(app, caller)
      await permit(seen, definition.who, caller, undefined)
      return definition.run(seen, caller, text)
    },
  }
}
