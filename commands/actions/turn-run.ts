// "Previous" and "Next" below what the next run would say.
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { turnRunId } from '../../src/views/run-value.ts'
import { runAnswer } from '../slash/run-answer.ts'
import { runPressed } from './run-pressed.ts'

export const turnRun = action({
  id: turnRunId,
  value: runPressed,
  who: 'chair-or-secretariat',
  run: async (app, caller, { kind, on, groups, people }) =>
    replace(await runAnswer(app, caller, { kind, day: on, groups, people })),
})
