import { dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { nextSlots, type Schedule, type Slot } from '../schedule/rules.ts'
import { isActive, type WorkingGroup } from '../working-group/rules.ts'
import { contentFor } from './facts.ts'
import { type ContentDecision, decideSlot, type NoticeContent, type Silence } from './planning.ts'
import type { Acknowledgement, NoticeKind, NoticeState } from './rules.ts'

export type Notices = ReturnType<typeof notices>

/** What the next run would say to a group, or why not. */
export type Preview = { group: WorkingGroup; slot?: Slot } & (
  | { say: true; content: NoticeContent }
  | { say: false; why: Silence }
)

/**
 * The reminders and digests that are written, shown beforehand, sent by hand and answered; nothing here
 * speaks to Slack.
 */
export function notices({ store, now, newId, readCron, wake }: Context) {
  /** The groups that exist at `at`, each with its schedule of this kind. */
  async function scheduled(
    kind: NoticeKind,
    at: Date,
  ): Promise<{ group: WorkingGroup; schedule?: Schedule }[]> {
    const stored = (await store.schedules.all()).filter((schedule) => schedule.kind === kind)
    const groups = (await store.groups.all()).filter((group) => isActive(group, dayIn(group.zone, at)))
    return groups.map((group) => {
      const own = stored.find((schedule) => schedule.group === group.code)
      const reading = own && readCron(own.cron)
      return own !== undefined && reading?.ok === true
        ? { group, schedule: { ...own, fields: reading.fields } }
        : { group }
    })
  }

  async function dueSlot(kind: NoticeKind, group: WorkingGroup, schedule: Schedule | undefined, at: Date) {
    const decision = decideSlot(group, schedule, at)
    if (!decision.due) return decision
    const said = await store.notices.find(kind, group.code, decision.slot.on)
    return said === undefined ? decision : { due: false as const, why: 'already-said' as const }
  }

  /** The notice and what it follows from in one transaction; a slot with nothing to say is on record too. */
  async function add(
    kind: NoticeKind,
    group: WorkingGroup,
    slot: Slot,
    period: string,
  ): Promise<ContentDecision> {
    const at = now()
    const decision = await store.transaction(async (store) => {
      const decided = await contentFor(store, kind, group, slot, at)
      await store.notices.add({
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
      return decided
    })
    if (decision.say) wake('deliver-notices')
    return decision
  }

  return {
    /**
     * Writes the notices of one kind that are due now. A group that fails does not keep the others from theirs;
     * the failures are thrown together at the end, so that the run is tried again.
     */
    async planDue(kind: NoticeKind): Promise<void> {
      const failures: unknown[] = []
      for (const { group, schedule } of await scheduled(kind, now()))
        try {
          const decision = await dueSlot(kind, group, schedule, now())
          if (decision.due) await add(kind, group, decision.slot, decision.slot.on)
        } catch (failure) {
          failures.push(failure)
        }
      if (failures.length > 0)
        throw new AggregateError(failures, `${failures.length} groups could not be planned`)
    },

    /**
     * What would be said, to whom, and why not to the others; nothing is sent or stored. At `at`, what a tick
     * at that moment would decide; without it, each group's next slot as things stand now.
     */
    async preview(kind: NoticeKind, wanted: { group?: string; at?: Date }): Promise<Preview[]> {
      const at = wanted.at ?? now()
      const groups = await scheduled(kind, at)
      return Promise.all(
        groups
          .filter(({ group }) => wanted.group === undefined || group.code === wanted.group)
          .map(async ({ group, schedule }): Promise<Preview> => {
            const due = await dueSlot(kind, group, schedule, at)
            const next = schedule && nextSlots(schedule, at, 1)[0]
            const ahead = wanted.at === undefined && group.channel !== undefined ? next : undefined
            const slot = due.due ? due.slot : ahead
            if (slot === undefined)
              return { group, ...(next && { slot: next }), say: false, why: due.due ? 'not-due' : due.why }
            // A slot still to come speaks of its own day, not of today.
            return {
              group,
              slot,
              ...(await contentFor(store, kind, group, slot, slot.at > at ? slot.at : at)),
            }
          }),
      )
    },

    /**
     * One sent by hand. `request` is Slack's id of the gesture: delivered twice, it sends once. Where there is
     * nothing to say, nothing is said, and the answer tells why.
     */
    sendNow(kind: NoticeKind, group: WorkingGroup, request: string): Promise<ContentDecision> {
      const at = now()
      return add(kind, group, { at, on: dayIn(group.zone, at) }, `by-hand-${request}`)
    },

    byId: (id: string) => store.notices.byId(id),

    /** Records who answered for the group and returns the answer that stands: the first one. */
    async acknowledge(answer: Omit<Acknowledgement, 'at'>): Promise<Acknowledgement> {
      const standing = await store.transaction(async (store) => {
        const isFirst = await store.acknowledgements.add({ ...answer, at: now() })
        if (isFirst) await store.notices.revise(answer.notice)
        return store.acknowledgements.of(answer.notice)
      })
      if (standing === undefined) throw new Error(`the acknowledgement of ${answer.notice} was not kept`)
      wake('deliver-notices')
      return standing
    },

    /** The newest notices, and how many there are in each state. */
    async overview(limit: number, state?: NoticeState) {
      return { counts: await store.notices.countByState(), latest: await store.notices.latest(limit, state) }
    },
  }
}
