// "Hold" and "Hold everything" below what the next run would say.
import { action } from '../../src/contract/action.ts'
import { holdMessageId } from '../../src/views/run-value.ts'
import { runChanged, runPressed } from './run-pressed.ts'

export const holdMessage = action({
  id: holdMessageId,
  value: runPressed,
  who: 'secretariat',
  run: (app, caller, pressed) => runChanged(app, caller, pressed, 'hold'),
})
