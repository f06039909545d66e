import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { Acknowledged } from '../domain/delivery/service.ts'
import type { NoticeContent } from '../domain/notice/planning.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { digestMessage } from './digest-message.ts'
import { reminderMessage } from './reminder-message.ts'

/** What a notice is about, besides its content. */
export type NoticeFrame = {
  /** Absent in a preview, whose buttons would lead nowhere. */
  id?: string
  group: WorkingGroup
  slotOn: Day
  /** The day on which it is said, in the group's zone. */
  saidOn: Day
  acknowledged?: Acknowledged
}

/** A notice as the group's channel reads it, in the group's language. */
export function noticeMessage(content: NoticeContent, frame: NoticeFrame): Message {
  return content.kind === 'reminder' ? reminderMessage(content, frame) : digestMessage(content, frame)
}
