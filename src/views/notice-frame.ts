import type { Day } from '../domain/calendar/day.ts'
import type { ReminderState } from '../domain/delivery/told.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'

/** When a message is said, and which notice it is. */
export type NoticeFrame = {
  /** Absent in a preview, whose buttons would lead nowhere. */
  id?: string
  slotOn: Day
  /** The day on which it is said, in the reader's zone. */
  saidOn: Day
  /** When it was first said; absent while it is not. */
  saidAt?: Date
}

/** The same for a group, with what has become of the message since it was said. */
export type GroupFrame = NoticeFrame & { group: WorkingGroup; state?: ReminderState }
