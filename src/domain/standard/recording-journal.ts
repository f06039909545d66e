import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { Names } from '../language/rules.ts'
import type { Store } from '../store.ts'
import type { Extension, StageMove, Standard, TargetChange, ToldMove } from './rules.ts'

/** An entry of the journal with the names of those who made and decided it. */
export type JournalEntry = StageMove & { byNames?: Names; decidedByNames?: Names }

/** All that was ever recorded of a standard, oldest first. */
export type Journal = {
  standard: Standard
  moves: JournalEntry[]
  targets: (TargetChange & { byNames?: Names })[]
  extensions: (Extension & { byNames?: Names })[]
}

/** A proposal, with the names of who made it and who decided it. */
export type Proposal = ToldMove & JournalEntry

/** The calendar day of the standard's group, or else of the committee. */
export async function todayOf(store: Store, standard: Pick<Standard, 'group'>, at: Date): Promise<Day> {
  const group = standard.group === undefined ? undefined : await store.groups.byCode(standard.group)
  return dayIn(group?.zone ?? (await store.committee.get())?.zone ?? 'UTC', at)
}

/** What a member is called; undefined for the operator and for a file. */
export async function namesOf(store: Store, id: string | undefined): Promise<Names | undefined> {
  return id === undefined ? undefined : (await store.members.byId(id))?.names
}

/** The entry with the names of the people in it. */
export async function named<Entry extends { by?: string; decidedBy?: string }>(
  store: Store,
  entry: Entry,
): Promise<Entry & { byNames?: Names; decidedByNames?: Names }> {
  const byNames = await namesOf(store, entry.by)
  const decidedByNames = await namesOf(store, entry.decidedBy)
  return { ...entry, ...(byNames && { byNames }), ...(decidedByNames && { decidedByNames }) }
}

/** A proposal, decided or not; undefined where it or its standard is gone. */
export async function proposalOf(store: Store, id: number): Promise<Proposal | undefined> {
  const move = await store.standards.moveById(id)
  const standard = move && (await store.standards.byId(move.standard))
  if (move === undefined || standard === undefined) return undefined
  const { designation, titles, stages } = standard
  return named(store, { ...move, designation, titles, stages })
}

/** What stands on record last, without what waits or was declined. */
export async function lastAccepted(store: Store, standard: string): Promise<StageMove | undefined> {
  return (await store.standards.movesOf(standard)).filter(({ state }) => state === 'accepted').at(-1)
}

/** The journal as people read it. */
export function journalReading({ store, now }: Pick<Context, 'store' | 'now'>) {
  return {
    /** Who moved it, when and why, its targets and extensions; undefined where the standard is gone. */
    async journal(id: string): Promise<Journal | undefined> {
      const standard = await store.standards.byId(id)
      if (standard === undefined) return undefined
      const all = <Entry extends { by?: string }>(entries: readonly Entry[]) =>
        Promise.all(entries.map((entry) => named(store, entry)))
      return {
        standard,
        moves: await all(await store.standards.movesOf(id)),
        targets: await all(await store.standards.targetChangesOf(id)),
        extensions: await all(await store.standards.extensionsOf(id)),
      }
    },

    /** A proposal, decided or not; undefined where there is none of that number. */
    proposal: (id: number): Promise<Proposal | undefined> => proposalOf(store, id),

    /** What waits for the secretariat, oldest first. */
    async proposals(): Promise<Proposal[]> {
      const waiting = await store.standards.proposedMoves()
      return Promise.all(waiting.map((move) => named(store, move)))
    },

    /** Today on the calendar of the standard's group, or else of the committee. */
    today: (standard: Pick<Standard, 'group'>) => todayOf(store, standard, now()),
  }
}
