import type { Context } from '../context.ts'
import { noticeWriting } from '../notice/writing.ts'
import type { StoredSchedule } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import {
  type CronFieldName,
  type CronFields,
  isOnceADay,
  nextSlots,
  type ScheduleKind,
  type Slot,
} from './rules.ts'

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

/** When each group's reminder and digest come, and what a new rule would mean before it is saved. */
export function schedules(context: Pick<Context, 'store' | 'now' | 'newId' | 'readCron' | 'wake' | 'twins'>) {
  const { store, now, readCron, wake } = context
  const { payDebt } = noticeWriting(context)

  function propose(group: Pick<WorkingGroup, 'zone'>, kind: ScheduleKind, cron: string): Proposal {
    const reading = readCron(cron)
    if (!reading.ok) return { ok: false, why: 'unreadable', field: reading.field, value: reading.value }
    if (!isOnceADay(reading.fields)) return { ok: false, why: 'too-often' }
    const next = nextSlots({ fields: reading.fields, zone: group.zone }, now(), 2)
    if (next.length < 2) return { ok: false, why: 'never' }
    return { ok: true, outlook: { kind, cron, fields: reading.fields, zone: group.zone, next } }
  }

  /** Undefined for a stored text that is no cron expression any more. */
  function outlook({ kind, cron, zone, setBy }: StoredSchedule): ScheduleOutlook | undefined {
    const reading = readCron(cron)
    if (!reading.ok) return undefined
    const next = nextSlots({ fields: reading.fields, zone }, now(), 2)
    return { kind, cron, fields: reading.fields, zone, next, ...(setBy !== undefined && { setBy }) }
  }

  return {
    propose,

    /** The group's schedules, reminder first. */
    async of(group: string): Promise<ScheduleOutlook[]> {
      const all = (await store.schedules.all()).filter((schedule) => schedule.group === group)
      return all.flatMap((schedule) => outlook(schedule) ?? []).sort((a, b) => (a.kind < b.kind ? 1 : -1))
    },

    /**
     * Saves a proposal that holds. The new schedule owes nothing of the time before this moment; what the former one
     * owed by then is written first, so that a change just after its hour loses nothing.
     */
    async set(group: WorkingGroup, kind: ScheduleKind, cron: string, setBy: string): Promise<Proposal> {
      const proposal = propose(group, kind, cron)
      if (!proposal.ok) return proposal
      await store.transaction(async (store) => {
        const former = (await store.schedules.all()).find(
          (schedule) => schedule.group === group.code && schedule.kind === kind,
        )
        if (former !== undefined) await payDebt(store, group, former)
        await store.schedules.put({
          group: group.code,
          kind,
          cron,
          zone: group.zone,
          activeSince: now(),
          setBy,
        })
      })
      wake('deliver-notices')
      return proposal
    },
  }
}
