import { DateTime } from 'luxon'
import { readCalendars } from '../calendar/calendars.ts'
import { addDays, type Day, dayIn } from '../calendar/day.ts'
import { firstWorking } from '../calendar/working-calendar.ts'
import type { Committee } from '../committee/rules.ts'
import type { Context } from '../context.ts'
import { isOffFor } from '../delivery/asks-facts.ts'
import { forMember } from '../delivery/member-facts.ts'
import { quietFor, quietOf } from '../delivery/quiet.ts'
import type { NoticeFacts, Told } from '../delivery/told.ts'
import { everything, type Hold, holdOf } from '../hold/rules.ts'
import { unheld } from '../hold/unheld.ts'
import type { Member } from '../member/rules.ts'
import { contentFor } from '../notice/facts.ts'
import { decideSlot } from '../notice/planning.ts'
import type { Notice } from '../notice/rules.ts'
import { lateSlot } from '../notice/time-for-late.ts'
import { noticeWriting } from '../notice/writing.ts'
import { askingOf } from '../reminder/asking.ts'
import { isPast } from '../reminder/clock-time.ts'
import { askFacts } from '../reminder/facts.ts'
import { planAsks } from '../reminder/plan-asks.ts'
import { remindersReturning, returnKey } from '../reminder/returning.ts'
import { snoozedUntil } from '../reminder/snoozed.ts'
import { openSlots } from '../schedule/open-slots.ts'
import { type Schedule, type ScheduleKind, type Slot, slotsOf } from '../schedule/rules.ts'
import { slotOn } from '../schedule/slot-on.ts'
import { isActive, type WorkingGroup } from '../working-group/rules.ts'
import type { GroupAhead, Heard, PeopleAhead, RunAhead } from './ahead.ts'

export type Runs = ReturnType<typeof runs>

type Scheduled = { group: WorkingGroup; schedule: Schedule }

/** What the next run would say, and how each message would read; nothing is stored or said. */
export function runs(context: Context) {
  const { store, now, twins } = context
  const { readSchedule } = noticeWriting(context)

  async function scheduled(kind: ScheduleKind): Promise<{ all: Scheduled[]; unscheduled: number }> {
    const stored = new Map(
      (await store.schedules.all()).filter((one) => one.kind === kind).map((one) => [one.group, one]),
    )
    const groups = (await store.groups.all()).filter((group) => isActive(group, dayIn(group.zone, now())))
    const calendars = await readCalendars(store)
    const all = groups.flatMap((group) => {
      const schedule = readSchedule(stored.get(group.code), calendars)
      return schedule === undefined ? [] : [{ group, schedule }]
    })
    return { all, unscheduled: groups.length - all.length }
  }

  /**
   * The day of the next run: today while what people are asked is still ahead and a group was due, else the next day on
   * which a group is due; without any schedule, today.
   */
  async function nextDay(committee: Committee, kind: ScheduleKind, all: readonly Scheduled[]): Promise<Day> {
    const today = dayIn(committee.zone, now())
    const isAhead = !isPast(askingOf(committee.asking).hour, committee.zone, now())
    if (kind === 'reminder' && isAhead && all.some(({ schedule }) => slotOn(schedule, today) !== undefined))
      return today
    const next = await Promise.all(
      all.map(async (one) => {
        const [ahead] = await openSlots(store, one.schedule, now(), 1)
        return [ahead?.on, (await lateOf(committee, kind, one))?.on]
      }),
    )
    return (
      next
        .flat()
        .filter((on) => on !== undefined)
        .sort()[0] ?? today
    )
  }

  /**
   * A slot that is over, was not said and waits for a working day, with when it is said after all; what need not wait is
   * said within a minute.
   */
  async function lateOf(
    { asking }: Committee,
    kind: ScheduleKind,
    { group, schedule }: Scheduled,
  ): Promise<Slot | undefined> {
    const owed = decideSlot(schedule, now())
    if (!owed.due || owed.slot.on === dayIn(group.zone, now())) return undefined
    if ((await store.notices.find(kind, group.code, owed.slot.nominalOn)) !== undefined) return undefined
    const late = lateSlot(owed.slot, schedule, group.zone, askingOf(asking).quietHours, now())
    return late !== undefined && late.at > now() ? late : undefined
  }

  async function groupAhead(
    committee: Committee,
    kind: ScheduleKind,
    scheduled: Scheduled,
    on: Day,
    holds: readonly Hold[],
  ): Promise<GroupAhead | undefined> {
    const { group, schedule } = scheduled
    const slot = slotOn(schedule, on)
    if (slot === undefined) {
      const late = await lateOf(committee, kind, scheduled)
      if (late?.on === on) return { ...(await toldAhead(kind, group, late, holds)), isLate: true }
      const [away] = slotsOf(schedule, on).filter((one) => one.on !== on)
      return away && { group, slot: away, say: false, why: 'moved' }
    }
    const known = await store.notices.find(kind, group.code, slot.nominalOn)
    const isOver = known !== undefined && known.reason !== 'held'
    if (isOver) return { group, slot, say: false, why: 'already-said' }
    return toldAhead(kind, group, slot, holds)
  }

  async function toldAhead(
    kind: ScheduleKind,
    group: WorkingGroup,
    slot: Slot,
    holds: readonly Hold[],
  ): Promise<GroupAhead> {
    const held = holdOf(holds, { kind, recipient: group.code })
    const at = slot.at > now() ? slot.at : now()
    const content = await contentFor(unheld(store), twins, kind, group, slot, at)
    if (content.say) return { group, slot, ...content, ...(held !== undefined && { held }) }
    const until = content.why === 'snoozed' ? await snoozedUntil(store, group.code, slot.on, at) : undefined
    return { group, slot, ...content, ...(until !== undefined && { until }) }
  }

  /** The reminders that were put off and come back on the day; one by schedule on that day is the return. */
  async function backAhead(on: Day, holds: readonly Hold[]): Promise<GroupAhead[]> {
    const back = (await remindersReturning(store, readSchedule, now())).filter(
      (one) => one.on === on && !one.isBySchedule,
    )
    const all = await Promise.all(
      back.map(async (one): Promise<GroupAhead[]> => {
        const isWritten = await store.notices.find('reminder', one.group.code, returnKey(one))
        if (isWritten !== undefined && isWritten.reason !== 'held') return []
        return [await toldAhead('reminder', one.group, { at: one.at, on, nominalOn: on }, holds)]
      }),
    )
    return all.flat().map((one) => ({ ...one, isBack: true as const }))
  }

  async function nextAskingDay(committee: Committee): Promise<Day> {
    const today = dayIn(committee.zone, now())
    const first = askedAt(committee, today) < now() ? addDays(today, 1) : today
    return firstWorking((await readCalendars(store)).committee, first)
  }

  async function peopleAhead(committee: Committee, on: Day, holds: readonly Hold[]): Promise<PeopleAhead> {
    const { hour } = askingOf(committee.asking)
    const none = { hour, zone: committee.zone, asked: [], unasked: [], unanswered: [], waiting: [] }
    const calendars = await readCalendars(store)
    if (!calendars.committee.isWorkingDay(on)) return { when: 'day-off', ...none }
    const at = askedAt(committee, on)
    if (at < now()) return { when: 'over', ...none, waiting: await waitingOn(committee, on) }
    const facts = await askFacts(store, committee, at)
    const plan = planAsks({ ...facts, holds: [] })
    const own = (id: string) => holdOf(holds, { kind: 'asks', recipient: id })
    const say = plan.say.map((one) => {
      const hearing = facts.hearing.find(({ member }) => member === one.member.id)
      return { ...one, ...heardAt(at, quietOf(one.member, committee, hearing, at)) }
    })
    const isHeard = (one: (typeof say)[number]) => !isOffFor(one.member, committee, calendars, on, one.at)
    return {
      ...none,
      when: 'ahead',
      asked: say.filter(isHeard).map((one) => {
        const held = own(one.member.id)
        return { ...one, ...(held !== undefined && { held }) }
      }),
      unasked: [
        // Nobody is held here: the plan was made without any hold.
        ...plan.unheard.flatMap(({ why, ...one }) => (why === 'held' ? [] : [{ ...one, why }])),
        ...plan.away.map((one) => ({ ...one, why: 'away' as const })),
        ...say
          .filter((one) => !isHeard(one))
          .map(({ member, asks }) => ({ member, asks, why: 'quiet-until-day-off' as const })),
      ],
      unanswered: plan.unanswered,
    }
  }

  /** Whose message of the day is written, and waits for the end of their quiet hours. */
  async function waitingOn(committee: Committee, on: Day): Promise<PeopleAhead['waiting']> {
    const open = (await store.notices.asksOn(on)).filter(({ state }) => state === 'pending')
    const theirs = new Set(open.map(({ member }) => member))
    const members = (await store.members.all()).filter(({ id }) => theirs.has(id))
    const hearing = new Map((await store.hearing.all()).map((one) => [one.member, one]))
    return members.flatMap((member) => {
      const at = quietOf(member, committee, hearing.get(member.id), now())
      return at === undefined ? [] : [{ member, at }]
    })
  }

  async function backOf(
    kind: ScheduleKind,
    code: string,
    on: Day,
    holds: readonly Hold[],
  ): Promise<GroupAhead | undefined> {
    const back = kind === 'reminder' ? await backAhead(on, holds) : []
    return back.find(({ group }) => group.code === code)
  }

  return {
    /**
     * What the next run of a kind would say as things stand, or what would be said on `day`; undefined without a committee.
     */
    async ahead(kind: ScheduleKind, day?: Day): Promise<RunAhead | undefined> {
      const committee = await store.committee.get()
      if (committee === undefined) return undefined
      const { all, unscheduled } = await scheduled(kind)
      const on = day ?? (await nextDay(committee, kind, all))
      const holds = await store.holds.on(on)
      const found = await Promise.all(all.map((one) => groupAhead(committee, kind, one, on, holds)))
      const bySchedule = found.flatMap((one) => one ?? [])
      const back = kind === 'reminder' ? await backAhead(on, holds) : []
      const returning = new Set(back.map(({ group }) => group.code))
      const groups = [...bySchedule.filter(({ group }) => !returning.has(group.code)), ...back]
      return {
        kind,
        on,
        groups,
        others: all.filter(({ group }) => !groups.some((one) => one.group.code === group.code)).length,
        unscheduled,
        ...(kind === 'reminder' && { people: await peopleAhead(committee, on, holds) }),
        heldWhole: holds.filter(
          (hold) =>
            hold.recipient === everything &&
            (hold.kind === kind || (kind === 'reminder' && hold.kind === 'asks')),
        ),
      }
    },

    /** The next day on which the committee asks people: today while its hour is ahead; the committee's own days off are none. */
    async nextAskingDay(): Promise<Day> {
      const committee = await store.committee.get()
      return committee === undefined ? dayIn('UTC', now()) : nextAskingDay(committee)
    },

    /** What one group would hear on the day, held or not. */
    async toGroup(
      kind: ScheduleKind,
      code: string,
      on: Day,
    ): Promise<{ ahead: GroupAhead; told?: Told } | undefined> {
      const committee = await store.committee.get()
      if (committee === undefined) return undefined
      const { all } = await scheduled(kind)
      const one = all.find(({ group }) => group.code === code)
      const holds = await store.holds.on(on)
      const own = one && (await groupAhead(committee, kind, one, on, holds))
      const ahead = own?.slot.on === on ? own : ((await backOf(kind, code, on, holds)) ?? own)
      if (ahead === undefined) return undefined
      if (!ahead.say) return { ahead }
      return { ahead, told: { to: 'group', group: ahead.group, content: ahead.content } }
    },

    /**
     * What one member would be asked on the day, or why nothing, held or not; as they themselves see it when they hear it,
     * and when that is. `zone` is the committee's.
     */
    async toMember(
      member: Member,
      on: Day,
    ): Promise<({ facts: NoticeFacts; zone: string } & Heard) | undefined> {
      const committee = await store.committee.get()
      if (committee === undefined) return undefined
      const asked = askedAt(committee, on)
      const heard = heardAt(asked, await quietFor(store, { member: member.id }, asked))
      const facts = await forMember(unheld(store), unsaid(member.id, on, asked), member.id, heard.at)
      return { facts, zone: committee.zone, ...heard }
    },
  }
}

/** What is for `at` is heard then, or when quiet hours end. */
function heardAt(at: Date, quiet: Date | undefined): Heard {
  return quiet === undefined ? { at } : { at: quiet, isLater: true }
}

/** When the committee asks people on that day. */
function askedAt({ zone, asking }: Committee, on: Day): Date {
  return DateTime.fromISO(`${on}T${askingOf(asking).hour}`, { zone }).toJSDate()
}

/** A message that was never written, to read what it would say. */
function unsaid(member: string, on: Day, at: Date): Notice {
  return {
    id: '',
    kind: 'asks',
    member,
    period: on,
    slotAt: at,
    slotOn: on,
    assignments: [],
    state: 'pending',
    attempts: 0,
    createdAt: at,
    revision: 0,
    shownRevision: 0,
    strays: [],
    mayRepeat: false,
  }
}
