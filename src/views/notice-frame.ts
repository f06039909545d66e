import type { Day } from '../domain/calendar/day.ts'
import type { Acknowledged } from '../domain/delivery/told.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'

/** When a message is said, and which notice it is. */
export type NoticeFrame = {
  /** Absent in a preview, whose buttons would lead nowhere. */
  id?: string
  slotOn: Day
  /** The day on which it is said, in the reader's zone. */
  saidOn: Day
}

/** The same for a group, with who has answered for it. */
export type GroupFrame = NoticeFrame & { group: WorkingGroup; acknowledged?: Acknowledged }
