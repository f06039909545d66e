import type { ActedBy } from '../assignment/acting.ts'
import { noteChange } from '../audit/note-change.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { isSecretariat, type Member, rolesOn } from '../member/rules.ts'
import type { Store } from '../store.ts'
import { type Absence, type AbsenceFault, type AbsenceGiven, absenceFault, cutShort } from './rules.ts'

export type Absences = ReturnType<typeof absences>

/** Why nothing was put on record: a fault in what was said, somebody else's absence, or one that is over or gone. */
export type AbsenceRefused = { ok: false } & (AbsenceFault | { why: 'not-yours' } | { why: 'gone' })
/** The absence as it stands; of one that was ended, as it stood. */
export type AbsenceOutcome = { ok: true; absence: Absence } | AbsenceRefused

/**
 * A member's absences that are not over, earliest first, those in which they stand in for others, and those of the people who
 * stand in for them.
 */
export type AbsencesOf = { today: Day; own: Absence[]; standingIn: Absence[]; ofStandIns: Absence[] }

/** Who is away when, and who stands in; all days are of the committee's calendar. */
export function absences({ store, now, newId }: Pick<Context, 'store' | 'now' | 'newId'>) {
  const today = async () => dayIn((await store.committee.get())?.zone ?? 'UTC', now())

  /** One's own, or anybody's for the secretariat: somebody who is ill can't say so. The operator may. */
  function mayFor(member: string, by: ActedBy, day: Day): boolean {
    return by.member === undefined || by.member.id === member || isSecretariat(rolesOn(by.member, day))
  }

  /** Whether it is put on record now; false where the same request was before. */
  function note(
    store: Store,
    what: 'make' | 'end',
    { id, member }: Absence,
    by: ActedBy,
    [before, after]: [Absence | undefined, Absence | undefined],
  ): Promise<boolean> {
    const isOwn = by.member?.id === member
    return noteChange(store, by, now(), {
      subject: { kind: 'absence', id },
      what,
      before,
      after: after ?? {},
      behalf: by.member === undefined || isOwn ? undefined : { kind: 'member', id: member },
    })
  }

  /** The absence that a person may change; over, it is history. */
  async function theirs(store: Store, id: string, by: ActedBy, day: Day): Promise<Absence | AbsenceRefused> {
    const found = (await store.absences.since(day)).find((one) => one.id === id)
    if (found === undefined) return { ok: false, why: 'gone' }
    return mayFor(found.member, by, day) ? found : { ok: false, why: 'not-yours' }
  }

  async function faultOf(store: Store, given: AbsenceGiven, member: string, day: Day) {
    const known = await store.absences.since(given.from < day ? given.from : day)
    return absenceFault(given, { member, known, today: day })
  }

  return {
    today,

    /** What of a member's absences is not over, and in whose they stand in. */
    async of(member: string): Promise<AbsencesOf> {
      const day = await today()
      const known = await store.absences.since(day)
      const own = known.filter((one) => one.member === member)
      return {
        today: day,
        own,
        ofStandIns: known.filter((one) => own.some(({ standIn }) => standIn === one.member)),
        standingIn: known.filter(({ standIn }) => standIn === member),
      }
    },

    /** Puts an absence of a member on record. The same request again makes no second one. */
    add: (member: Pick<Member, 'id'>, given: AbsenceGiven, by: ActedBy): Promise<AbsenceOutcome> =>
      store.transaction(async (store) => {
        const day = await today()
        if (!mayFor(member.id, by, day)) return { ok: false, why: 'not-yours' }
        const before = by.request && (await store.audit.subjectOf('absence', 'make', by.request))
        const absence = absenceOf(before ?? newId(), member.id, given)
        if (before !== undefined) return { ok: true, absence }
        const fault = await faultOf(store, given, member.id, day)
        if (fault !== undefined) return { ok: false, ...fault }
        await note(store, 'make', absence, by, [undefined, absence])
        await store.absences.put(absence, now())
        return { ok: true, absence }
      }),

    /**
     * The member is back today: of an absence that has begun the days before stay on record, and one that was to come is
     * taken back.
     */
    end: (id: string, by: ActedBy): Promise<AbsenceOutcome> =>
      store.transaction(async (store) => {
        const day = await today()
        const found = await theirs(store, id, by, day)
        if ('ok' in found) return found
        const left = cutShort(found, day)
        if (await note(store, 'end', found, by, [found, left])) {
          if (left === undefined) await store.absences.remove(id)
          else await store.absences.put(left, now())
        }
        return { ok: true, absence: found }
      }),
  }
}

function absenceOf(id: string, member: string, { from, until, standIn }: AbsenceGiven): Absence {
  return { id, member, from, until, ...(standIn !== undefined && { standIn: standIn.id }) }
}
