// "Let it go" with its reason, from the modal that the button under a question opens.
import { z } from 'zod'
import { nothing } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { longestWhy } from '../../src/domain/decision/rules.ts'
import { dropNoticeId, dropWhyBlock } from '../../src/views/drop-notice-modal.ts'
import { decideNotice, noticeId } from '../actions/notice-decision.ts'

export const dropNotice = submission({
  id: dropNoticeId,
  meta: z.strictObject({ notice: noticeId }),
  fields: z.object({ [dropWhyBlock]: z.string().trim().min(1).max(longestWhy) }),
  who: 'secretariat',
  async run(app, caller, { meta, fields }) {
    await decideNotice(app, caller, meta.notice, { word: 'drop', why: fields[dropWhyBlock] })
    return nothing
  },
})
