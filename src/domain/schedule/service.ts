import { noteChange, notedBefore } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import { type Calendars, readCalendars } from '../calendar/calendars.ts'
import type { Context } from '../context.ts'
import { noticeWriting } from '../notice/writing.ts'
import type { StoredSchedule } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { openSlots } from './open-slots.ts'
import { type CronFieldName, type CronFields, isOnceADay, type ScheduleKind, type Slot } from './rules.ts'
import { scheduleId, scheduleNoted } from './schedule-noted.ts'

export type Schedules = ReturnType<typeof schedules>

/** A schedule that a group has or could have, and when it would next be due. */
export type ScheduleOutlook = {
  kind: ScheduleKind
  cron: string
  fields: CronFields
  zone: string
  next: Slot[]
  /** The member who set it; absent where the committee file did. */
  setBy?: string
}

/** A schedule as asked for, or why it can't be. */
export type Proposal =
  | { ok: true; outlook: ScheduleOutlook }
  | { ok: false; why: 'unreadable'; field: CronFieldName; value: string }
  | { ok: false; why: 'too-often' | 'never' }

/** As many dates are shown of each. */
const shown = 2

/** When each group's reminder and digest come, and what a new rule would mean before it is saved. */
export function schedules(context: Pick<Context, 'store' | 'now' | 'newId' | 'readCron' | 'wake' | 'twins'>) {
  const { store, now, readCron, wake } = context
  const { readSchedule, payDebt } = noticeWriting(context)

  async function propose(
    group: Pick<WorkingGroup, 'code' | 'zone'>,
    kind: ScheduleKind,
    cron: string,
  ): Promise<Proposal> {
    const reading = readCron(cron)
    if (!reading.ok) return { ok: false, why: 'unreadable', field: reading.field, value: reading.value }
    if (!isOnceADay(reading.fields)) return { ok: false, why: 'too-often' }
    const proposed = { group: group.code, kind, cron, zone: group.zone, activeSince: now() }
    const found = await outlook(proposed, await readCalendars(store))
    if (found === undefined || found.next.length < shown) return { ok: false, why: 'never' }
    return { ok: true, outlook: found }
  }

  /** Undefined for a stored text that is no cron expression any more. */
  async function outlook(stored: StoredSchedule, calendars: Calendars): Promise<ScheduleOutlook | undefined> {
    const schedule = readSchedule(stored, calendars)
    if (schedule === undefined) return undefined
    const { kind, cron, fields, zone } = schedule
    const { setBy } = stored
    const next = await openSlots(store, schedule, now(), shown)
    return { kind, cron, fields, zone, next, ...(setBy !== undefined && { setBy }) }
  }

  return {
    propose,

    /** The group's schedules, reminder first. */
    async of(group: string): Promise<ScheduleOutlook[]> {
      const own = (await store.schedules.all()).filter((schedule) => schedule.group === group)
      const calendars = await readCalendars(store)
      const all = await Promise.all(own.map((schedule) => outlook(schedule, calendars)))
      return all.flatMap((one) => one ?? []).sort((a, b) => (a.kind < b.kind ? 1 : -1))
    },

    /**
     * Saves a proposal that holds. The new schedule owes nothing of the time before this moment; what the former one
     * owed by then is written first, so that a change just after its hour loses nothing.
     */
    async set(group: WorkingGroup, kind: ScheduleKind, cron: string, by: DoneBy): Promise<Proposal> {
      const proposal = await propose(group, kind, cron)
      if (!proposal.ok) return proposal
      await store.transaction(async (store) => {
        const former = (await store.schedules.all()).find(
          (schedule) => schedule.group === group.code && schedule.kind === kind,
        )
        const subject = { kind: 'schedule' as const, id: scheduleId({ group: group.code, kind }) }
        // A press that comes again must not set back what was set since.
        if ((await notedBefore(store, by, subject)) !== undefined) return
        if (former !== undefined) await payDebt(store, group, former)
        const set: StoredSchedule = {
          group: group.code,
          kind,
          cron,
          zone: group.zone,
          activeSince: now(),
          ...(by.member !== undefined && { setBy: by.member.id }),
        }
        await store.schedules.put(set)
        await noteChange(store, by, now(), {
          subject,
          what: 'set',
          before: former && scheduleNoted(former),
          after: scheduleNoted(set),
          behalf: { kind: 'group', id: group.code },
        })
      })
      wake('deliver-notices')
      return proposal
    },
  }
}
