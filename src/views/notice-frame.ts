import type { Day } from '../domain/calendar/day.ts'
import type { Acknowledged } from '../domain/delivery/service.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'

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
