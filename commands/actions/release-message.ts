// "Release" and "Release everything" below what the next run would say.
import { action } from '../../src/contract/action.ts'
import { releaseMessageId } from '../../src/views/run-value.ts'
import { runChanged, runPressed } from './run-pressed.ts'

export const releaseMessage = action({
  id: releaseMessageId,
  value: runPressed,
  who: 'secretariat',
  run: (app, caller, pressed) => runChanged(app, caller, pressed, 'release'),
})
