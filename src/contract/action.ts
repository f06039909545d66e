import type { z } from 'zod'
import type { App } from '../app.ts'
import type { Caller } from './caller.ts'
import { UserError } from './errors.ts'
import { permit, type Who } from './permit.ts'
import type { Reply } from './reply.ts'
import { seenByCaller } from './seen-by-caller.ts'

type ActionDefinition<Input> = {
  /** `noun.verb`; where a message has several such buttons, their ids go on after a colon. */
  id: string
  /** What the button's value must be. A forged or outdated one is refused like a button that is gone. */
  value: z.ZodType<Input>
  who: Who
  group?(app: App, caller: Caller, input: Input): Promise<string | undefined>
  run(app: App, caller: Caller, input: Input): Promise<Reply>
}

/** A button that a person can press. */
export type Action = Pick<ActionDefinition<unknown>, 'id' | 'who'> & {
  answer(app: App, caller: Caller, value: string): Promise<Reply>
}

/** Slack's own limit; what comes from elsewhere keeps to it too. */
const longestValue = 2_000

/**
 * Makes the handler of a button. Answering checks the value first, then permission, and only then runs.
 * Its `answer` throws a UserError for a value that does not hold and for a caller who may not.
 */
export function action<Input>({ id, value: schema, who, group, run }: ActionDefinition<Input>): Action {
  return {
    id,
    who,
    async answer(app, caller, value) {
      const parsed = value.length > longestValue ? undefined : schema.safeParse(value)
      if (parsed?.success !== true) throw new UserError('refused.outdated-button')
      const seen = await seenByCaller(app, caller)
      await permit(seen, who, caller, await group?.(seen, caller, parsed.data))
      return run(seen, { ...caller, via: 'button' }, parsed.data)
    },
  }
}
