import { noteChange } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { type Notice, reportOf } from '../notice/rules.ts'
import type { ScheduleKind } from '../schedule/rules.ts'
import type { Store } from '../store.ts'
import { everything, type HoldTarget, holdOf, targetsOf } from './rules.ts'

export type Holds = ReturnType<typeof holds>

/** What came of it: `already`: it was so before; `past`: its day is over; `unknown`: nobody is called so. */
export type HoldOutcome = 'done' | 'already' | 'past' | 'unknown'

/** A day begins nowhere earlier than so long before it does in UTC. */
const leadMs = 14 * 3_600_000

/** Who presses, and why where that is said. */
type By = DoneBy & { why?: string }

/** What the secretariat keeps from being said on one day, and lets go again. */
export function holds({ store, now, wake }: Pick<Context, 'store' | 'now' | 'wake'>) {
  async function fault(store: Store, { kind, recipient, on }: HoldTarget): Promise<HoldOutcome | undefined> {
    const group = kind === 'asks' ? undefined : await store.groups.byCode(recipient)
    const zone = group?.zone ?? (await store.committee.get())?.zone ?? 'UTC'
    if (dayIn(zone, now()) > on) return 'past'
    if (recipient === everything || group !== undefined) return undefined
    const isMember = kind === 'asks' && (await store.members.byId(recipient)) !== undefined
    return isMember ? undefined : 'unknown'
  }

  /** What was withdrawn for this hold, and is held by no other. */
  async function reopen(store: Store, { kind, recipient, on }: HoldTarget, at: Date): Promise<void> {
    const of = kind === 'asks' ? await store.notices.asksOn(on) : await heldOn(store, kind, on)
    for (const { id, state, reason, group, member, slotOn } of of) {
      const own = group ?? member ?? ''
      const isMeant = recipient === everything || recipient === own
      if (state !== 'withdrawn' || reason !== 'held' || !isMeant) continue
      const left = await Promise.all([...new Set([on, slotOn])].map((day) => store.holds.on(day)))
      if (holdOf(left.flat(), { kind, recipient: own }) !== undefined) continue
      await store.notices.decide(id, 'withdrawn', {
        state: 'pending',
        dueAt: at,
        attempts: 0,
        mayRepeat: false,
      })
    }
    await store.notices.reviseAbout(reportOf(kind === 'digest' ? 'digest' : 'reminder'), on)
  }

  /** What a group was to hear on that day, and for a hold did not: by schedule, late, or come back. */
  async function heldOn(store: Store, kind: ScheduleKind, on: Day): Promise<Notice[]> {
    const zones = new Map((await store.groups.all()).map(({ code, zone }) => [code, zone]))
    const about = await store.notices.heldSince(kind, new Date(Date.parse(`${on}T00:00:00Z`) - leadMs))
    const isWrittenOn = ({ group = '', createdAt }: Notice) =>
      dayIn(zones.get(group) ?? 'UTC', createdAt) === on
    return about.filter((notice) => notice.slotOn === on || isWrittenOn(notice))
  }

  /** Puts one press on record, once, with all that it changes. */
  async function press(
    target: HoldTarget,
    what: 'hold' | 'release',
    by: By,
    change: (store: Store, one: HoldTarget, at: Date) => Promise<boolean>,
  ): Promise<HoldOutcome> {
    return store.transaction(async (store) => {
      const wrong = await fault(store, target)
      if (wrong !== undefined) return wrong
      const at = now()
      const changed: string[] = []
      for (const one of targetsOf(target)) if (await change(store, one, at)) changed.push(one.kind)
      if (changed.length === 0) return 'already'
      const { kind, recipient, on } = target
      await noteChange(store, by, at, {
        subject: { kind: 'hold', id: `${on} ${kind} ${recipient}` },
        what,
        before: what === 'hold' ? {} : { held: changed },
        after: what === 'hold' ? { held: changed } : {},
        note: by.why,
      })
      return 'done'
    })
  }

  return {
    /**
     * Keeps what is named from being said on its day. What waits to be said then is looked at again when its turn comes,
     * and is withdrawn; what was said stands.
     */
    async hold(target: HoldTarget, by: By): Promise<HoldOutcome> {
      const { member, why } = by
      return press(target, 'hold', by, (store, one, at) =>
        store.holds.add({
          ...one,
          at,
          ...(member !== undefined && { by: member.id }),
          ...(why !== undefined && { why }),
        }),
      )
    },

    /** Lets it be said on its day; what was withdrawn since its hour waits to be said again. */
    async release(target: HoldTarget, by: By): Promise<HoldOutcome> {
      const outcome = await press(target, 'release', by, async (store, one, at) => {
        const isReleased = await store.holds.release(one, {
          at,
          ...(by.member !== undefined && { by: by.member.id }),
        })
        if (isReleased) await reopen(store, one, at)
        return isReleased
      })
      if (outcome === 'done') wake('deliver-notices')
      return outcome
    },

    /** What is held on that day. */
    on: store.holds.on,
  }
}
