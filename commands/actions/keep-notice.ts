// The secretariat's "It stands there" under a question.
import { action } from '../../src/contract/action.ts'
import { nothing } from '../../src/contract/reply.ts'
import { keepNoticeId } from '../../src/views/question-message.ts'
import { decideNotice, noticeId } from './notice-decision.ts'

export const keepNotice = action({
  id: keepNoticeId,
  value: noticeId,
  who: 'secretariat',
  async run(app, caller, id) {
    await decideNotice(app, caller, id, { word: 'keep' })
    return nothing
  },
})
