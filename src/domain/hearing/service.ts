import type { ActedBy } from '../assignment/acting.ts'
import { noteChange } from '../audit/note-change.ts'
import { differences } from '../audit/rules.ts'
import type { Context } from '../context.ts'
import { type Asking, askingOf } from '../reminder/asking.ts'
import {
  type Heard,
  type HearingFault,
  type HearingGiven,
  heardAs,
  hearingFault,
  withGiven,
} from './rules.ts'

export type Hearings = ReturnType<typeof hearings>

export type HearingOutcome = { ok: true; heard: Heard } | ({ ok: false } & HearingFault)

/** When members want to be told of things, and how often. */
export function hearings({ store, now }: Pick<Context, 'store' | 'now'>) {
  const asking = async (): Promise<Asking> => askingOf((await store.committee.get())?.asking)

  return {
    /** What holds for a member. */
    of: async (member: string): Promise<Heard> => heardAs(await store.hearing.of(member), await asking()),

    /** Puts on record what a member wants for themselves. The same request again changes nothing. */
    set: (member: string, given: HearingGiven, by: Omit<ActedBy, 'member'>): Promise<HearingOutcome> =>
      store.transaction(async (store) => {
        const usual = await asking()
        const fault = hearingFault(given, usual)
        if (fault !== undefined) return { ok: false, ...fault }
        const before = (await store.hearing.of(member)) ?? { member }
        const after = withGiven(before, given)
        const changed = differences(before, after)
        if (Object.keys({ ...changed.before, ...changed.after }).length === 0)
          return { ok: true, heard: heardAs(before, usual) }
        const subject = { kind: 'member' as const, id: member }
        const ownWord = { ...by, member: { id: member } }
        const isNew = await noteChange(store, ownWord, now(), { subject, what: 'hear', before, after })
        if (isNew) await store.hearing.put(after)
        return { ok: true, heard: heardAs(isNew ? after : before, usual) }
      }),
  }
}
