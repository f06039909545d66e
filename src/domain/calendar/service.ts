import type { ActedBy } from '../assignment/acting.ts'
import { noteChange } from '../audit/note-change.ts'
import type { Context } from '../context.ts'
import type { Names } from '../language/rules.ts'
import { noticeWriting } from '../notice/writing.ts'
import type { ScheduleKind } from '../schedule/rules.ts'
import type { Store } from '../store.ts'
import { isActive, type WorkingGroup } from '../working-group/rules.ts'
import { type Calendars, readCalendar, readCalendars } from './calendars.ts'
import { addDays, type Day, dayIn } from './day.ts'
import { type DaysOff, daysOff, type Span } from './days-off.ts'
import type { MarkedDay } from './marked-day.ts'
import { daysFrom, decideMarking, type Marking, type MarkingDecision } from './marking.ts'
import { type MovedSlot, movedSlots } from './moved-slots.ts'
import { unknownDays, unknownKey } from './unknown-days.ts'
import { mondayOf } from './weekday.ts'
import { firstWorking } from './working-calendar.ts'

export type CalendarDesk = ReturnType<typeof calendarDesk>

/** A marked day with the names of whoever marked it. */
export type ShownMark = MarkedDay & { byNames?: Names }

/** The working days of the committee or of one group, as people look at them. */
export type CalendarShown = DaysOff &
  Span & {
    /** Whose days they are. */
    calendar: string
    group?: WorkingGroup
    today: Day
    marks: ShownMark[]
  }

/**
 * A slot that a mark has moved: whose, and the first of its schedule that it moves. `unknownFrom` is the first of the days
 * over which it moves of which nobody knows yet whether it is off.
 */
export type MovedOf = MovedSlot & { group: WorkingGroup; kind: ScheduleKind; zone: string; unknownFrom?: Day }

/** What a marking came to. `days`: those that it changed. */
export type Marked =
  | { ok: true; days: Day[]; moved: MovedOf[]; today: Day }
  | (Extract<MarkingDecision, { ok: false }> & { byNames?: Names })

/** So long is looked ahead where no year is named. */
const monthsShown = 92

/** The working days of the committee: shown to everybody, marked by the secretariat, and missed in time. */
export function calendarDesk(context: Context) {
  const { store, now, newId, wake } = context
  const { readSchedule } = noticeWriting(context)

  async function today(store: Store): Promise<Day> {
    return dayIn((await store.committee.get())?.zone ?? 'UTC', now())
  }

  async function namesOf(store: Store, member: string | undefined): Promise<{ byNames?: Names }> {
    const found = member === undefined ? undefined : await store.members.byId(member)
    return found === undefined ? {} : { byNames: found.names }
  }

  /** Of each schedule the first slot ahead that these days move. */
  async function movedBy(
    store: Store,
    was: Calendars,
    is: Calendars,
    days: readonly Day[],
  ): Promise<MovedOf[]> {
    const at = now()
    const groups = (await store.groups.all()).filter((group) => isActive(group, dayIn(group.zone, at)))
    const schedules = await store.schedules.all()
    const moved = groups.flatMap((group) =>
      schedules
        .filter((stored) => stored.group === group.code)
        .flatMap((stored) => {
          const before = readSchedule(stored, was)
          const after = readSchedule(stored, is)
          if (before === undefined || after === undefined) return []
          const { kind, zone } = stored
          return movedSlots(before, after, days, at).map((moved): MovedOf => {
            const over = [moved.from, moved.slot?.on ?? moved.from].sort()
            const unknownFrom = daysFrom(over[0] ?? '', over[1] ?? '').find(
              (day) => !after.calendar.isCovered(day),
            )
            return { ...moved, group, kind, zone, ...(unknownFrom !== undefined && { unknownFrom }) }
          })
        }),
    )
    const said = new Set<string>()
    for (const kind of ['reminder', 'digest'] as const) {
      const keys = await store.notices.keys(
        kind,
        moved.map(({ nominalOn }) => nominalOn),
      )
      for (const { group, period } of keys) said.add(`${kind} ${group} ${period}`)
    }
    const open = moved.filter(({ kind, group, nominalOn }) => !said.has(`${kind} ${group.code} ${nominalOn}`))
    return open.filter(
      ({ kind, group }, i) =>
        open.findIndex((one) => one.kind === kind && one.group.code === group.code) === i,
    )
  }

  return {
    /**
     * The days to which something is usually put off: the first working day after today, and the first one from Monday on;
     * of the group whose code is given, on its own clock, or of the committee.
     */
    async putOffDays(code?: string): Promise<{ tomorrow: Day; monday: Day }> {
      const group = code === undefined ? undefined : await store.groups.byCode(code)
      const calendar = await readCalendar(store, group)
      const day = group === undefined ? await today(store) : dayIn(group.zone, now())
      return {
        tomorrow: firstWorking(calendar, addDays(day, 1)),
        monday: firstWorking(calendar, addDays(mondayOf(day), 7)),
      }
    },

    /** The days of the committee, or of a group, in a year (`2027`) or, without one, in the next three months. */
    async look(group: WorkingGroup | undefined, year: string | undefined): Promise<CalendarShown> {
      const calendar = await readCalendar(store, group)
      const day = await today(store)
      const span =
        year === undefined
          ? { first: day, last: addDays(day, monthsShown) }
          : { first: `${year}-01-01`, last: `${year}-12-31` }
      const marks = (await store.markedDays.all()).filter(
        (mark) =>
          mark.day >= span.first &&
          mark.day <= span.last &&
          (mark.group === undefined || mark.group === group?.code),
      )
      return {
        ...daysOff(calendar, span),
        ...span,
        calendar: calendar.name,
        ...(group !== undefined && { group }),
        today: day,
        marks: await Promise.all(
          marks.map(async (mark) => ({ ...mark, ...(await namesOf(store, mark.by)) })),
        ),
      }
    },

    /**
     * Marks days, each with an entry of its own on record, and tells which slots that moves. The same request again
     * changes nothing, and answers as it did but for the slots.
     */
    async mark(marking: Marking, by: ActedBy): Promise<Marked> {
      const marked = await store.transaction(async (store): Promise<Marked> => {
        const day = await today(store)
        const marks = await store.markedDays.all()
        const { as, group, why } = marking
        const isRepeated =
          by.request !== undefined &&
          (await store.audit.subjectOf('marked-day', as, by.request)) !== undefined
        if (isRepeated) return { ok: true, days: [...marking.days], moved: [], today: day }
        const decision = decideMarking(marks, marking, day)
        if (!decision.ok)
          return decision.why === 'marked'
            ? { ...decision, ...(await namesOf(store, decision.mark.by)) }
            : decision
        const was = await readCalendars(store)
        for (const one of decision.days) {
          const before = marks.find((mark) => mark.day === one && mark.group === group)
          const after = as === 'unmarked' ? {} : { isWorked: as === 'work', ...(why && { why }) }
          await noteChange(store, by, now(), {
            subject: { kind: 'marked-day', id: group === undefined ? one : `${one}/${group}` },
            what: as,
            before: before && { isWorked: before.isWorked, ...(before.why && { why: before.why }) },
            after,
            note: why,
          })
          if (as === 'unmarked') await store.markedDays.remove(one, group)
          else
            await store.markedDays.put({
              day: one,
              isWorked: as === 'work',
              at: now(),
              ...(group !== undefined && { group }),
              ...(why !== undefined && { why }),
              ...(by.member !== undefined && { by: by.member.id }),
            })
        }
        const moved = await movedBy(store, was, await readCalendars(store), decision.days)
        return { ok: true, days: decision.days, moved, today: day }
      })
      // A slot may have become due by it.
      if (marked.ok && marked.moved.length > 0)
        for (const kind of ['reminder', 'digest'] as const)
          if (marked.moved.some((one) => one.kind === kind)) wake(planning[kind])
      return marked
    },

    /** Writes to the secretariat, once for each calendar and year, that days which are near are not known. */
    async planWarnings(): Promise<void> {
      for (const { calendar, year } of await unknownDays(store, now())) {
        const at = now()
        const isNew = await store.notices.add({
          id: newId(),
          kind: 'days-unknown',
          period: unknownKey(calendar, year),
          slotAt: at,
          slotOn: await today(store),
          assignments: [],
          state: 'pending',
          dueAt: at,
          createdAt: at,
        })
        if (isNew) wake('deliver-notices')
      }
    },
  }
}

const planning = { reminder: 'plan-weekly-reminders', digest: 'plan-weekly-digests' } as const
