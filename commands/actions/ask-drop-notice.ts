// The secretariat's "Let it go…" under a question: it opens a modal that asks why.
import { action } from '../../src/contract/action.ts'
import { UserError } from '../../src/contract/errors.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { openTo } from '../../src/domain/notice/rules.ts'
import { dropNoticeModal } from '../../src/views/drop-notice-modal.ts'
import { askDropNoticeId } from '../../src/views/question-message.ts'
import { noticeId } from './notice-decision.ts'

export const askDropNotice = action({
  id: askDropNoticeId,
  value: noticeId,
  who: 'secretariat',
  async run(app, caller, id) {
    const notice = await app.notices.byId(id)
    if (notice === undefined) throw new UserError('refused.outdated-button')
    if (!openTo(notice).includes('drop')) throw new UserError('notice.not-open', { state: notice.state })
    return { kind: 'modal', view: dropNoticeModal(notice, dayIn(caller.zone, app.now()), caller.language) }
  },
})
