import { noteChange, notedBefore } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import { addMonths, type Day } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { stageSystem } from '../stage/system.ts'
import { todayOf } from './recording-journal.ts'
import type { Extension, Standard } from './rules.ts'
import { wayNoted } from './way-noted.ts'

/** A target that was moved from `from`, or why it was not. */
export type TargetMoved =
  | { ok: true; standard: Standard; from?: Day }
  | { ok: false; standard: Standard; why: TargetRefusal }
export type TargetRefusal = 'closed' | 'past' | 'too-far' | 'needs-reason' | 'nothing-new' | 'changed'

/** A target as somebody asks for it: none where `to` is absent. `seen` is the one that they were shown. */
export type AskedTarget = { to?: Day; why?: string; seen?: Day }

/** The committee's own targets, which may be moved, and the extensions of limits, which may not without being asked. */
export function targetRecording({ store, now }: Pick<Context, 'store' | 'now'>) {
  return {
    /**
     * Sets the target for the next stage, or takes it back. One that is moved needs a reason, and every reason is kept.
     * Undefined where the standard is gone.
     */
    moveTarget(id: string, asked: AskedTarget, by: DoneBy): Promise<TargetMoved | undefined> {
      return store.transaction(async (store): Promise<TargetMoved | undefined> => {
        const standard = await store.standards.byId(id)
        if (standard === undefined) return undefined
        const refusal = judgeTarget(standard, asked, await todayOf(store, standard, now()))
        if (refusal !== undefined) return { ok: false, standard, why: refusal }
        const { to, why } = asked
        const { targetOn: from, ...rest } = standard
        const after: Standard = { ...rest, ...(to !== undefined && { targetOn: to }) }
        await store.standards.put(after)
        await store.standards.addTargetChange({
          standard: id,
          recordedAt: now(),
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
          ...(why !== undefined && { why }),
          ...(by.member !== undefined && { by: by.member.id }),
        })
        await noteChange(store, by, now(), {
          subject: { kind: 'standard', id },
          what: 'target',
          before: wayNoted(standard),
          after: wayNoted(after),
          note: why,
        })
        return { ok: true, standard: after, ...(from !== undefined && { from }) }
      })
    },

    /**
     * Puts on record that an extension of the limit date was asked for today. Whether there is a limit to extend, the
     * clocks tell. Undefined where the standard is gone.
     */
    askExtension(
      id: string,
      { until, why }: { until: Day; why: string },
      by: DoneBy,
    ): Promise<Extension | undefined> {
      return store.transaction(async (store) => {
        const standard = await store.standards.byId(id)
        if (standard === undefined) return undefined
        const subject = { kind: 'standard' as const, id }
        // A gesture that comes a second time asks for no second extension.
        if ((await notedBefore(store, by, subject)) !== undefined)
          return (await store.standards.extensionsOf(id)).at(-1)
        const extension: Extension = {
          standard: id,
          askedOn: await todayOf(store, standard, now()),
          until,
          why,
          recordedAt: now(),
          ...(by.member !== undefined && { by: by.member.id }),
        }
        await store.standards.addExtension(extension)
        // The last one counts, and none brings the limit forward.
        const { extendedTo = until } = standard
        const after: Standard = { ...standard, extendedTo: extendedTo > until ? extendedTo : until }
        await store.standards.put(after)
        await noteChange(store, by, now(), {
          subject,
          what: 'extend',
          before: wayNoted(standard),
          after: { ...wayNoted(after), asked: until },
          note: why,
        })
        return extension
      })
    },
  }
}

/** Whether a day is more than ten years ahead. No project runs as long: the year is a slip of the pen. */
export function isTooFar(day: Day, today: Day): boolean {
  return day > addMonths(today, 120)
}

function judgeTarget(
  standard: Standard,
  { to, why, seen }: AskedTarget,
  today: Day,
): TargetRefusal | undefined {
  if (seen !== undefined && seen !== standard.targetOn) return 'changed'
  if (stageSystem(standard.stages).isClosed(standard.stage)) return 'closed'
  if (to === standard.targetOn) return 'nothing-new'
  if (to !== undefined && to < today) return 'past'
  if (to !== undefined && isTooFar(to, today)) return 'too-far'
  return standard.targetOn !== undefined && why === undefined ? 'needs-reason' : undefined
}
