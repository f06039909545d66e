import { noteChange, notedBefore } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import { type Calendars, readCalendars } from '../calendar/calendars.ts'
import { mondayOf } from '../calendar/weekday.ts'
import type { Context } from '../context.ts'
import { leadingFor } from '../member/leading-for.ts'
import { noticeWriting } from '../notice/writing.ts'
import type { Store, StoredSchedule } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { openSlots } from './open-slots.ts'
import {
  type CronFieldName,
  type CronFields,
  isOptional,
  mostWeeksApart,
  type ScheduleKind,
  type Slot,
  type TooOften,
  tooOften,
} from './rules.ts'
import { scheduleId, scheduleNoted } from './schedule-noted.ts'

export type Schedules = ReturnType<typeof schedules>

/** A schedule that a group has or could have, and when it would next be due: never while it is off. */
export type ScheduleOutlook = {
  kind: ScheduleKind
  cron: string
  fields: CronFields
  zone: string
  /** Absent: in every week. */
  weeksApart?: number
  isOff?: boolean
  next: Slot[]
  /** The member who set it; absent where the committee file did. */
  setBy?: string
}

/**
 * When something is to come: by a cron expression, or at the times at which it comes now where there is none; every week,
 * or every so many weeks.
 */
export type ScheduleWish = { cron?: string; weeksApart?: number }

/** A schedule as asked for, or why it can't be. */
export type Proposal =
  | { ok: true; outlook: ScheduleOutlook }
  | { ok: false; why: 'unreadable'; field: CronFieldName; value: string }
  | ({ ok: false } & TooOften)
  | { ok: false; why: 'never' | 'too-rarely' | 'no-schedule' }

/** What became of switching it off or on; `owed`: the group can't do without it. */
export type Switched = { ok: true; outlook: ScheduleOutlook } | { ok: false; why: 'owed' | 'no-schedule' }

/** As many dates are shown of each. */
const shown = 2

/** When each group's reminder and digest come, and what a new rule would mean before it is saved. */
export function schedules(context: Pick<Context, 'store' | 'now' | 'newId' | 'readCron' | 'wake' | 'twins'>) {
  const { store, now, readCron, wake } = context
  const { readSchedule, payDebt } = noticeWriting(context)

  async function stored(
    store: Store,
    group: string,
    kind: ScheduleKind,
  ): Promise<StoredSchedule | undefined> {
    return (await store.schedules.all()).find((one) => one.group === group && one.kind === kind)
  }

  async function propose(
    { code, zone }: Pick<WorkingGroup, 'code' | 'zone'>,
    kind: ScheduleKind,
    wish: ScheduleWish,
  ): Promise<{ proposal: Proposal; wanted?: StoredSchedule }> {
    const refused = (proposal: Proposal) => ({ proposal })
    const { weeksApart: count = 1 } = wish
    const cron = wish.cron ?? (await stored(store, code, kind))?.cron
    if (cron === undefined) return refused({ ok: false, why: 'no-schedule' })
    if (count > mostWeeksApart) return refused({ ok: false, why: 'too-rarely' })
    const reading = readCron(cron)
    if (!reading.ok)
      return refused({ ok: false, why: 'unreadable', field: reading.field, value: reading.value })
    const often = tooOften(reading.fields)
    if (often !== undefined) return refused({ ok: false, ...often })
    const weekly: StoredSchedule = { group: code, kind, cron, zone, activeSince: now() }
    const calendars = await readCalendars(store)
    const first = (await outlook(weekly, calendars))?.next[0]
    if (first === undefined) return refused({ ok: false, why: 'never' })
    // The weeks are counted from the first in which it would come anyway: who asks for every second hears it in that one.
    const everyWeeks = { count, from: mondayOf(first.nominalOn) }
    const wanted = count === 1 ? weekly : { ...weekly, everyWeeks }
    const found = await outlook(wanted, calendars)
    if (found === undefined || found.next.length < shown) return refused({ ok: false, why: 'never' })
    return { proposal: { ok: true, outlook: found }, wanted }
  }

  /** Undefined for a stored text that is no cron expression any more. */
  async function outlook(stored: StoredSchedule, calendars: Calendars): Promise<ScheduleOutlook | undefined> {
    const reading = readCron(stored.cron)
    if (!reading.ok) return undefined
    const { kind, cron, zone, setBy, everyWeeks, isOff } = stored
    const schedule = readSchedule(stored, calendars)
    const next = schedule === undefined ? [] : await openSlots(store, schedule, now(), shown)
    return {
      kind,
      cron,
      fields: reading.fields,
      zone,
      next,
      ...(everyWeeks !== undefined && { weeksApart: everyWeeks.count }),
      ...(isOff === true && { isOff }),
      ...(setBy !== undefined && { setBy }),
    }
  }

  /**
   * Puts what a group is to have from now on in the place of what it had. What the former schedule owed by now is written
   * first, so that a change just after its hour loses nothing. A press that comes again must not set back what was set since.
   */
  async function replace(
    group: WorkingGroup,
    kind: ScheduleKind,
    what: 'set' | 'switch-off' | 'switch-on',
    wanted: StoredSchedule,
    by: DoneBy,
  ): Promise<void> {
    await store.transaction(async (store) => {
      const former = await stored(store, group.code, kind)
      const subject = { kind: 'schedule' as const, id: scheduleId({ group: group.code, kind }) }
      if ((await notedBefore(store, by, subject)) !== undefined) return
      if (former !== undefined) await payDebt(store, group, former)
      const { setBy: _former, ...rest } = wanted
      const set: StoredSchedule = { ...rest, ...(by.member !== undefined && { setBy: by.member.id }) }
      await store.schedules.put(set)
      await noteChange(store, by, now(), {
        subject,
        what,
        before: former && scheduleNoted(former),
        after: scheduleNoted(set),
        behalf: await leadingFor(store, group.code, by.member?.id, now()),
      })
    })
    wake('deliver-notices')
  }

  async function switched(
    group: WorkingGroup,
    kind: ScheduleKind,
    isOff: boolean,
    by: DoneBy,
  ): Promise<Switched> {
    const former = await stored(store, group.code, kind)
    if (isOff && !isOptional(kind)) return { ok: false, why: 'owed' }
    if (former === undefined) return { ok: false, why: 'no-schedule' }
    const { isOff: was = false, ...rest } = former
    const wanted: StoredSchedule = isOff ? { ...rest, isOff } : { ...rest, activeSince: now() }
    if (was !== isOff) await replace(group, kind, isOff ? 'switch-off' : 'switch-on', wanted, by)
    const found = await outlook(was === isOff ? former : wanted, await readCalendars(store))
    return found === undefined ? { ok: false, why: 'no-schedule' } : { ok: true, outlook: found }
  }

  return {
    propose: async (group: WorkingGroup, kind: ScheduleKind, wish: ScheduleWish): Promise<Proposal> =>
      (await propose(group, kind, wish)).proposal,

    /** The group's schedules, reminder first. */
    async of(group: string): Promise<ScheduleOutlook[]> {
      const own = (await store.schedules.all()).filter((schedule) => schedule.group === group)
      const calendars = await readCalendars(store)
      const all = await Promise.all(own.map((schedule) => outlook(schedule, calendars)))
      return all.flatMap((one) => one ?? []).sort((a, b) => (a.kind < b.kind ? 1 : -1))
    },

    /** What stands on record of all groups, whatever they may set today. */
    async onRecord(): Promise<Pick<StoredSchedule, 'group' | 'kind' | 'cron'>[]> {
      return (await store.schedules.all()).map(({ group, kind, cron }) => ({ group, kind, cron }))
    },

    /** Saves a proposal that holds. The new schedule owes nothing of the time before this moment, and is on. */
    async set(group: WorkingGroup, kind: ScheduleKind, wish: ScheduleWish, by: DoneBy): Promise<Proposal> {
      const { proposal, wanted } = await propose(group, kind, wish)
      if (wanted !== undefined) await replace(group, kind, 'set', wanted, by)
      return proposal
    },

    /** Nothing of the kind comes any more until somebody switches it on again; a committee file does not. */
    switchOff: (group: WorkingGroup, kind: ScheduleKind, by: DoneBy): Promise<Switched> =>
      switched(group, kind, true, by),

    /** It comes again when it came before, and owes nothing of the time between. */
    switchOn: (group: WorkingGroup, kind: ScheduleKind, by: DoneBy): Promise<Switched> =>
      switched(group, kind, false, by),
  }
}
