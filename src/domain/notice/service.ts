import { noteChange } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import { readCalendar, readCalendars } from '../calendar/calendars.ts'
import { type Day, dayIn, daysBetween } from '../calendar/day.ts'
import { firstWorking } from '../calendar/working-calendar.ts'
import type { Context } from '../context.ts'
import { leadingFor } from '../member/leading-for.ts'
import { type Asking, askingOf } from '../reminder/asking.ts'
import { isBack } from '../reminder/came-back.ts'
import { longestSnoozeDays } from '../reminder/snoozed.ts'
import { openSlots } from '../schedule/open-slots.ts'
import type { Schedule, ScheduleKind, Slot } from '../schedule/rules.ts'
import type { Store } from '../store.ts'
import { isActive, type WorkingGroup } from '../working-group/rules.ts'
import { contentFor } from './facts.ts'
import { type ContentDecision, decideSlot, type NoticeContent, type Silence } from './planning.ts'
import { type Acknowledgement, byHandMark, type NoticeState, reportOf, type Snooze } from './rules.ts'
import { lateSlot } from './time-for-late.ts'
import { noticeWriting, reviseTold } from './writing.ts'

export type Notices = ReturnType<typeof notices>

/** What the next run would say to a group, or why not. */
export type Preview = { group: WorkingGroup; slot?: Slot } & (
  | { say: true; content: NoticeContent }
  | { say: false; why: Silence }
)

/** A button that was pressed: by whom and with which gesture, and the message below which it stands, where that is the notice's own. */
export type Pressed = { by?: DoneBy; message?: { channelId: string; ts: string } }

/** Messages that were said before are not brought up to date any more. */
function longAgo(at: Date): Date {
  return new Date(at.getTime() - 60 * 24 * 3_600_000)
}

/** Lets the reminder show its answer, and the messages in which somebody was asked for one. */
async function reviseAnswered(
  store: Store,
  notice: string,
  group: string | undefined,
  at: Date,
): Promise<void> {
  await store.notices.revise(notice)
  if (group !== undefined) await store.notices.reviseAsking(group, longAgo(at))
}

/** What came of sending one by hand; `stands`: the last of its kind was said so lately that it need not be said again. */
export type SentNow = ContentDecision | { say: false; why: 'stands'; saidAt: Date }

/** Whoever sends one within so long of the last is told that it stands. */
const justSaidMs = 3_600_000
/** Runs older than this are not reported any more. */
const reportedMs = 7 * 24 * 3_600_000
/** A run is reported when nothing was added to it for so long, and all of it is settled, … */
const quietMs = 60_000
/** … or when it is not settled after so long. */
const patienceMs = 15 * 60_000

/**
 * The reminders and digests that are written, shown beforehand, sent by hand and answered; nothing here
 * speaks to Slack.
 */
export function notices(context: Context) {
  const { store, now, newId, wake, twins } = context
  const { readSchedule, write } = noticeWriting(context)

  /** The groups that exist at `at`, each with its schedule of this kind. */
  async function scheduled(
    kind: ScheduleKind,
    at: Date,
  ): Promise<{ group: WorkingGroup; schedule?: Schedule; isOff?: boolean }[]> {
    const stored = new Map(
      (await store.schedules.all()).filter((one) => one.kind === kind).map((one) => [one.group, one]),
    )
    const groups = (await store.groups.all()).filter((group) => isActive(group, dayIn(group.zone, at)))
    const calendars = await readCalendars(store)
    return groups.map((group) => {
      const own = stored.get(group.code)
      const schedule = readSchedule(own, calendars)
      return {
        group,
        ...(schedule !== undefined && { schedule }),
        ...(own?.isOff === true && { isOff: true }),
      }
    })
  }

  /**
   * Whether a slot may be said now: on its own day at its hour, and where an outage has made it late, on a working day of
   * the group's and outside the committee's quiet hours. On the day of the next slot it gives way to that: nobody hears
   * two of a kind on one day.
   */
  function isTimeFor(
    slot: Slot,
    { zone }: WorkingGroup,
    schedule: Schedule | undefined,
    quietHours: Asking['quietHours'],
  ): boolean {
    if (slot.on === dayIn(zone, now()) || schedule === undefined) return true
    const late = lateSlot(slot, schedule, zone, quietHours, now())
    return late !== undefined && late.at <= now()
  }

  /** Which of the slots that are owed are on record already. */
  async function known(kind: ScheduleKind, days: readonly Day[]): Promise<Set<string>> {
    const keys = await store.notices.keys(kind, [...new Set(days)])
    return new Set(keys.map(({ group, period }) => `${group} ${period}`))
  }

  /** One transaction a notice, so that one group's fault is no other's. */
  async function add(
    kind: ScheduleKind,
    group: WorkingGroup,
    slot: Pick<Slot, 'at' | 'on'>,
    period: string,
  ): Promise<ContentDecision> {
    const decision = await store.transaction((store) => write(store, kind, group, slot, period))
    if (decision.say) wake('deliver-notices')
    return decision
  }

  /** Whether somebody who put off what they were asked has heard a newer message since, which asks what was still open. */
  async function isAskedAnew(store: Store, { notice, until }: Snooze): Promise<boolean> {
    const { member, sentAt } = (await store.notices.byId(notice)) ?? {}
    const zone = (await store.committee.get())?.zone ?? 'UTC'
    if (member === undefined || sentAt === undefined) return false
    return isBack(store, { id: notice, member, sentAt }, until, zone)
  }

  return {
    /**
     * Writes the notices of one kind that are due now. A group that fails does not keep the others from theirs;
     * the failures are thrown together at the end, so that the run is tried again. What is late waits for a working day,
     * unless somebody sits before the screen and wants to see it `atOnce`.
     */
    async planDue(kind: ScheduleKind, { atOnce = false } = {}): Promise<void> {
      const failures: unknown[] = []
      const due: { group: WorkingGroup; slot: Slot }[] = []
      const quietHours = askingOf((await store.committee.get())?.asking).quietHours
      for (const { group, schedule } of await scheduled(kind, now()))
        try {
          const decision = decideSlot(schedule, now())
          if (decision.due && (atOnce || isTimeFor(decision.slot, group, schedule, quietHours)))
            due.push({ group, slot: decision.slot })
        } catch (failure) {
          failures.push(failure)
        }
      const onRecord = await known(
        kind,
        due.map(({ slot }) => slot.nominalOn),
      )
      for (const { group, slot } of due)
        try {
          if (!onRecord.has(`${group.code} ${slot.nominalOn}`)) await add(kind, group, slot, slot.nominalOn)
        } catch (failure) {
          failures.push(failure)
        }
      if (failures.length > 0)
        throw new AggregateError(failures, `${failures.length} groups could not be planned`)
    },

    /**
     * Writes a report to the secretariat for every run that is over, or has not got on: one a run. It is said with what
     * is so when it is said, and shows what changes after.
     */
    async planReports(): Promise<void> {
      const at = now()
      for (const run of await store.notices.unreported(new Date(at.getTime() - reportedMs))) {
        const age = at.getTime() - run.writtenAt.getTime()
        if (age < (run.isSettled ? quietMs : patienceMs)) continue
        await store.notices.add({
          id: newId(),
          kind: reportOf(run.kind),
          period: run.on,
          slotAt: at,
          slotOn: run.on,
          assignments: [],
          state: 'pending',
          dueAt: at,
          createdAt: at,
        })
        wake('deliver-notices')
      }
    },

    /**
     * What would be said, to whom, and why not to the others; nothing is sent or stored. At `at`, what a tick
     * at that moment would decide; without it, each group's next slot as things stand now.
     */
    async preview(kind: ScheduleKind, wanted: { group?: string; at?: Date }): Promise<Preview[]> {
      const at = wanted.at ?? now()
      const groups = (await scheduled(kind, at)).filter(
        ({ group }) => wanted.group === undefined || group.code === wanted.group,
      )
      return Promise.all(
        groups.map(async ({ group, schedule, isOff }): Promise<Preview> => {
          if (isOff === true) return { group, say: false, why: 'switched-off' }
          const owed = decideSlot(schedule, at)
          const isSaid =
            owed.due && (await known(kind, [owed.slot.nominalOn])).has(`${group.code} ${owed.slot.nominalOn}`)
          const next = schedule && (await openSlots(store, schedule, at, 1))[0]
          const ahead = wanted.at === undefined ? next : undefined
          const slot = owed.due && !isSaid ? owed.slot : ahead
          if (slot === undefined)
            return {
              group,
              ...(next && { slot: next }),
              say: false,
              why: owed.due ? 'already-said' : owed.why,
            }
          // A slot still to come speaks of its own day, not of today.
          return {
            group,
            slot,
            ...(await contentFor(store, twins, kind, group, slot, slot.at > at ? slot.at : at)),
          }
        }),
      )
    },

    /**
     * One sent by hand. `request` is Slack's id of the gesture: delivered twice, it sends once. Where there is
     * nothing to say, nothing is said, and the answer tells why; nor where the group has just heard one of its kind, unless
     * it is to be said `again`.
     */
    async sendNow(
      kind: ScheduleKind,
      group: WorkingGroup,
      by: DoneBy & { request: string },
      { again = false } = {},
    ): Promise<SentNow> {
      const at = now()
      const period = `${byHandMark}${by.request}`
      const isKnown = (await store.notices.find(kind, group.code, period)) !== undefined
      const last = again || isKnown ? undefined : await store.notices.newestStanding(kind, group.code)
      if (last?.sentAt !== undefined && at.getTime() - last.sentAt.getTime() < justSaidMs)
        return { say: false, why: 'stands', saidAt: last.sentAt }
      const decision = await store.transaction(async (store) => {
        const decision = await write(store, kind, group, { at, on: dayIn(group.zone, at) }, period)
        const notice = await store.notices.find(kind, group.code, period)
        if (notice !== undefined)
          await noteChange(store, by, at, {
            subject: { kind: 'notice', id: notice.id },
            what: 'send',
            after: {
              kind,
              group: group.code,
              state: notice.state,
              ...(notice.reason !== undefined && { reason: notice.reason }),
            },
            behalf: await leadingFor(store, group.code, by.member?.id, at),
          })
        return decision
      })
      if (decision.say) wake('deliver-notices')
      return decision
    },

    byId: (id: string) => store.notices.byId(id),

    /** The newest reminder that stands in the group's channel. */
    async newestReminder(group: string): Promise<string | undefined> {
      const said = await store.notices.remindersSince(longAgo(now()), group)
      return said.sort((a, b) => b.at.getTime() - a.at.getTime())[0]?.id
    },

    /**
     * Records who answered for the group and returns the answer that stands: the first one. `message` is where the
     * button was pressed: a message of which it was not known whether it stands is known from then on.
     */
    async acknowledge(
      answer: Omit<Acknowledgement, 'at'>,
      { by = { member: { id: answer.member }, via: 'button' }, message }: Pressed = {},
    ): Promise<Acknowledgement> {
      const standing = await store.transaction(async (store) => {
        const at = now()
        const isNews = message !== undefined && (await store.notices.seen(answer.notice, message, at))
        const notice = isNews ? await store.notices.byId(answer.notice) : undefined
        if (notice !== undefined) await reviseTold(store, notice)
        const isFirst = await store.acknowledgements.add({ ...answer, at })
        if (isFirst) {
          const { group } = (await store.notices.byId(answer.notice)) ?? {}
          await noteChange(store, by, at, {
            subject: { kind: 'notice', id: answer.notice },
            what: 'acknowledge',
            after: { acknowledgedBy: answer.member },
            behalf: group === undefined ? undefined : await leadingFor(store, group, answer.member, at),
          })
          await reviseAnswered(store, answer.notice, group, at)
        }
        return store.acknowledgements.of(answer.notice)
      })
      if (standing === undefined) throw new Error(`the acknowledgement of ${answer.notice} was not kept`)
      wake('deliver-notices')
      return standing
    },

    /**
     * Puts a message off until a day, and says so in it: a group's reminder comes again on its first working day from then on,
     * once; whoever was asked in person is asked nothing of it before the committee's. The last word counts, until it has come back.
     */
    async snooze(
      given: Omit<Snooze, 'at'>,
      by: DoneBy,
    ): Promise<'done' | 'bad-day' | 'acknowledged' | 'came-back'> {
      const at = now()
      const code = (await store.notices.byId(given.notice))?.group
      const group = code === undefined ? undefined : await store.groups.byCode(code)
      const today = dayIn(group?.zone ?? (await store.committee.get())?.zone ?? 'UTC', at)
      const ahead = daysBetween(today, given.until)
      if (ahead < 1 || ahead > longestSnoozeDays) return 'bad-day'
      const snooze = { ...given, until: firstWorking(await readCalendar(store, group), given.until) }
      const outcome = await store.transaction(async (store) => {
        if ((await store.acknowledgements.of(snooze.notice)) !== undefined) return 'acknowledged'
        const before = await store.snoozes.of(snooze.notice)
        if (before !== undefined && before.until <= today && (await isAskedAnew(store, before)))
          return 'came-back'
        const isNew = await noteChange(store, by, at, {
          subject: { kind: 'notice', id: snooze.notice },
          what: 'snooze',
          before: before === undefined ? {} : { snoozedUntil: before.until },
          after: { snoozedUntil: snooze.until },
          behalf: code === undefined ? undefined : await leadingFor(store, code, snooze.member, at),
        })
        if (!isNew) return 'done'
        await store.snoozes.add({ ...snooze, at })
        await reviseAnswered(store, snooze.notice, code, at)
        return 'done'
      })
      wake('deliver-notices')
      return outcome
    },

    /** The newest notices, and how many there are in each state. */
    async overview(limit: number, state?: NoticeState) {
      return { counts: await store.notices.countByState(), latest: await store.notices.latest(limit, state) }
    },
  }
}
