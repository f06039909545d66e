import type { Message } from '../contract/reply.ts'
import type { NoticeContent } from '../domain/notice/planning.ts'
import { digestMessage } from './digest-message.ts'
import type { NoticeFrame } from './notice-frame.ts'
import { reminderMessage } from './reminder-message.ts'

/** A notice as the group's channel reads it, in the group's language. */
export function noticeMessage(content: NoticeContent, frame: NoticeFrame): Message {
  return content.kind === 'reminder' ? reminderMessage(content, frame) : digestMessage(content, frame)
}
