import { type Calendars, readCalendars } from '../calendar/calendars.ts'
import { dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { Schedule, ScheduleKind, Slot } from '../schedule/rules.ts'
import type { Store, StoredSchedule } from '../store.ts'
import { isActive, type WorkingGroup } from '../working-group/rules.ts'
import { contentFor } from './facts.ts'
import { type ContentDecision, decideSlot } from './planning.ts'
import { isByHand, isScheduled, type Notice, reportOf } from './rules.ts'

/** How a group's notices come on record; each function works inside the transaction whose store it is given. */
export function noticeWriting({
  now,
  newId,
  readCron,
  twins,
}: Pick<Context, 'now' | 'newId' | 'readCron' | 'twins'>) {
  /** The schedule with its expression read; undefined where it is off, and for a text that is no cron expression any more. */
  function readSchedule(stored: StoredSchedule | undefined, calendars: Calendars): Schedule | undefined {
    const reading = stored && readCron(stored.cron)
    if (stored === undefined || stored.isOff === true || reading?.ok !== true) return undefined
    const calendar = calendars.of({ code: stored.group })
    return { ...stored, fields: reading.fields, calendar, onDayOff: calendars.onDayOff }
  }

  /**
   * Writes a notice with what it follows from; a slot with nothing to say is on record too. An older one of its kind
   * that nobody has heard yet gives way to it.
   */
  async function write(
    store: Store,
    kind: ScheduleKind,
    group: WorkingGroup,
    slot: Pick<Slot, 'at' | 'on'>,
    period: string,
  ): Promise<ContentDecision> {
    const at = now()
    const decided = await contentFor(store, twins, kind, group, slot, at, isByHand({ period }))
    const isNew = await store.notices.add({
      id: newId(),
      kind,
      group: group.code,
      period,
      slotAt: slot.at,
      slotOn: slot.on,
      assignments: [],
      state: decided.say ? 'pending' : 'withdrawn',
      ...(!decided.say && { reason: decided.why }),
      dueAt: at,
      createdAt: at,
    })
    if (isNew) await store.notices.supersede(kind, group.code, slot.at)
    if (isNew && !decided.say && isScheduled({ kind, period }))
      await store.notices.reviseAbout(reportOf(kind), slot.on)
    return decided
  }

  /** Writes what the schedule owes by now, where that is not on record yet: before another takes its place. */
  async function payDebt(store: Store, group: WorkingGroup, stored: StoredSchedule): Promise<void> {
    const at = now()
    const owed = decideSlot(readSchedule(stored, await readCalendars(store)), at)
    if (!owed.due || !isActive(group, dayIn(group.zone, at))) return
    const { slot } = owed
    if ((await store.notices.find(stored.kind, group.code, slot.nominalOn)) === undefined)
      await write(store, stored.kind, group, slot, slot.nominalOn)
  }

  return { readSchedule, write, payDebt }
}

/** Lets the messages show it in which the secretariat was told of this notice: the run's report, and the question. */
export async function reviseTold(store: Store, notice: Notice): Promise<void> {
  if (isScheduled(notice)) await store.notices.reviseAbout(reportOf(notice.kind), notice.slotOn)
  if (notice.kind === 'asks') await store.notices.reviseAbout(reportOf('reminder'), notice.slotOn)
  await store.notices.reviseAbout('decision', notice.id)
}
