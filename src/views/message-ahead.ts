import type { Message } from '../contract/reply.ts'
import { type Day, dayIn } from '../domain/calendar/day.ts'
import type { Told } from '../domain/delivery/told.ts'
import { noticeMessage } from './notice-message.ts'

/** A notice that is still to be said, as it would read on its day: without an id its own buttons are left out. */
export function messageAhead(told: Told, { on, at, zone }: { on: Day; at?: Date; zone: string }): Message {
  return noticeMessage(told, { slotOn: on, saidOn: at === undefined ? on : dayIn(zone, at) })
}
