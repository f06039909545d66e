// The Home tab was opened.
import { slackEvent } from '../../src/contract/event.ts'
import { nothing } from '../../src/contract/reply.ts'
import { homeAnswer } from './home-answer.ts'

export const appHomeOpened = slackEvent({
  type: 'app_home_opened',
  who: 'anyone',
  run: async (app, caller, event) => (event.tab === 'home' ? homeAnswer(app, caller) : nothing),
})
