// The secretariat's "Say it again" under a question, and in the report of a run.
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { retryNoticeId } from '../../src/views/question-message.ts'
import { decideNotice, noticeId } from './notice-decision.ts'

export const retryNotice = action({
  id: retryNoticeId,
  value: noticeId,
  who: 'secretariat',
  async run(app, caller, id) {
    await decideNotice(app, caller, id, { word: 'retry' })
    return ephemeral(plainMessage('notice.retrying', {}, caller.language))
  },
})
