import type { Message } from '../contract/reply.ts'
import type { Told } from '../domain/delivery/facts.ts'
import { digestMessage } from './digest-message.ts'
import type { NoticeFrame } from './notice-frame.ts'
import { questionMessage } from './question-message.ts'
import { reminderMessage } from './reminder-message.ts'
import { reportMessage } from './report-message.ts'

/** A notice as its channel reads it: a group's in the group's language, the secretariat's in the committee's first. */
export function noticeMessage(told: Told, frame: NoticeFrame): Message {
  if ('report' in told) return reportMessage(told.report, told.committee, frame)
  if ('question' in told) return questionMessage(told.question, told.committee, frame)
  const { group, content, acknowledged } = told
  const groupFrame = { ...frame, group, ...(acknowledged !== undefined && { acknowledged }) }
  return content.kind === 'reminder'
    ? reminderMessage(content, groupFrame)
    : digestMessage(content, groupFrame)
}
