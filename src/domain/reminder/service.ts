import { readCalendar } from '../calendar/calendars.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import { mondayOf } from '../calendar/weekday.ts'
import type { Context } from '../context.ts'
import { reportOf } from '../notice/rules.ts'
import { noticeWriting } from '../notice/writing.ts'
import type { NewNotice, Store } from '../store.ts'
import { askingOf } from './asking.ts'
import type { Ask, AskPlan } from './asks.ts'
import { isPast } from './clock-time.ts'
import { askFacts, assignmentIn } from './facts.ts'
import { planAsks } from './plan-asks.ts'
import { type Returning, remindersReturning, returnKey } from './returning.ts'

export type Asks = ReturnType<typeof asks>

/** Whom the committee asks in person: planned once a working day, and decided anew when each message is said. */
export function asks(context: Context) {
  const { store, now, newId, wake } = context
  const { readSchedule, write } = noticeWriting(context)
  /** The last day that is known to be planned: it is asked for every minute. */
  let plannedOn: Day | undefined
  /** Those of which that is known: one that had nothing to say any more stays put off. */
  const broughtBack = new Set<string>()

  async function note(store: Store, to: { member?: string }, about: Ask[], on: Day): Promise<void> {
    const at = now()
    await store.notices.add({
      id: newId(),
      kind: to.member === undefined ? 'unanswered' : 'asks',
      ...to,
      period: on,
      slotAt: at,
      slotOn: on,
      assignments: about.flatMap(assignmentIn),
      about,
      state: 'pending',
      dueAt: at,
      createdAt: at,
    })
  }

  /**
   * What is held is on record, so that a release lets it be said and the report tells it. Whoever is not in Slack is
   * told to the secretariat once a week at most: with the run's report, or in one of its own.
   */
  async function noteUnheard(store: Store, unheard: AskPlan['unheard'], on: Day): Promise<void> {
    const at = now()
    const add = (
      notice: Pick<NewNotice, 'kind' | 'member' | 'period' | 'assignments'> & Partial<NewNotice>,
    ) =>
      store.notices.add({
        id: newId(),
        slotAt: at,
        slotOn: on,
        dueAt: at,
        createdAt: at,
        state: 'pending',
        ...notice,
      })
    let isNew = false
    for (const { member, asks, why } of unheard) {
      if (why !== 'held' && why !== 'not-in-slack') continue
      const isAdded = await add({
        kind: 'asks',
        member: member.id,
        period: why === 'held' ? on : `unreached-${mondayOf(on)}`,
        assignments: asks.flatMap(assignmentIn),
        about: asks,
        state: 'withdrawn',
        reason: why,
      })
      isNew ||= isAdded && why === 'not-in-slack'
    }
    const report = reportOf('reminder')
    if (isNew) await add({ kind: report, period: on, assignments: [] })
    await store.notices.reviseAbout(report, on)
  }

  /** The reminders that come back by now, and were not brought back by this process. */
  async function backByNow(store: Store): Promise<Returning[]> {
    const at = now()
    const all = await remindersReturning(store, readSchedule, at)
    return all.filter((one) => one.at <= at && !broughtBack.has(returnKey(one)))
  }

  return {
    /**
     * Writes the day's messages to everybody who is to be asked, and to the secretariat about what nobody acknowledges: once a
     * working day of the committee's, from its hour on.
     */
    async planDue(): Promise<void> {
      const at = now()
      const committee = await store.committee.get()
      if (committee === undefined) return
      const today = dayIn(committee.zone, at)
      if (plannedOn === today || !isPast(askingOf(committee.asking).hour, committee.zone, at)) return
      // A day off may be marked as worked while it lasts.
      if (!(await readCalendar(store)).isWorkingDay(today)) return
      await store.transaction(async (store) => {
        if (!(await store.events.first(`asks/${today}`, at))) return
        const facts = await askFacts(store, committee, at)
        const { say, unheard, unanswered } = planAsks(facts)
        // Whoever is not found in Slack yet may be in the course of the day: their message waits for them so long.
        const absent = unheard.filter(({ why }) => why === 'not-in-slack')
        for (const { member, asks } of [...say, ...absent])
          await note(store, { member: member.id }, asks, today)
        await noteUnheard(store, unheard, today)
        const about = unanswered.flatMap(({ group, reminders }) => {
          const newest = reminders.at(-1)
          if (newest === undefined) return []
          return [
            {
              kind: 'acknowledge' as const,
              step: 'secretariat' as const,
              group: group.code,
              reminder: newest.id,
            },
          ]
        })
        if (about.length > 0) await note(store, {}, about, today)
      })
      plannedOn = today
      wake('deliver-notices')
    },

    /** Lets the reminders come back, each once, whose hour for that has come. It is looked for every minute. */
    async bringBack(): Promise<void> {
      if ((await backByNow(store)).length === 0) return
      const at = now()
      const back = await store.transaction(async (store) => {
        // Somebody may have answered it meanwhile.
        const due = await backByNow(store)
        for (const one of due) {
          const { group, reminder, isBySchedule } = one
          const key = returnKey(one)
          if (!(await store.events.first(key, at))) continue
          // What was put off shows from now on that it came back, and asks nothing any more.
          await store.notices.revise(reminder.id)
          const isWritten = (await store.notices.find('reminder', group.code, key)) !== undefined
          if (!isBySchedule && !isWritten)
            await write(store, 'reminder', group, { at, on: dayIn(group.zone, at) }, key)
        }
        return due
      })
      for (const one of back) broughtBack.add(returnKey(one))
      wake('deliver-notices')
    },
  }
}
