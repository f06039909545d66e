import { append } from '../finding/append.ts'
import { stageSystem } from '../stage/system.ts'
import type { Standard } from '../standard/rules.ts'
import { editionOf, type TwinName, twinName } from './twin-name.ts'

/** One record under one of its names. */
export type TextRecord = { standard: Standard; name: TwinName; isPresentName: boolean; rank: number }

/** Records by the text that their names mean, and by the editions that they replace. */
export type TextIndex = {
  name(text: string): TwinName
  /** All that bear or bore a name of this text. */
  records(key: string): readonly TextRecord[]
  /** Those that say that they replace what bears this name, undated only where they say so. */
  replacing(name: TwinName): readonly Standard[]
  /** The amendments and corrigenda to this edition, each as it stands: a draft, or the text that came of it. */
  supplementsTo(edition: TwinName): readonly Standard[]
}

/** An index of these records. `read` reads a name; one that remembers saves most of the time. */
export function textIndex(standards: Iterable<Standard>, read = twinName): TextIndex {
  const records = new Map<string, TextRecord[]>()
  const replacing = new Map<string, Standard[]>()
  /** By edition, then by the supplement. */
  const supplements = new Map<string, Map<string, TextRecord[]>>()
  for (const standard of standards) {
    const rank = stageSystem(standard.stages).rank(standard.stage)
    for (const [order, text] of [standard.designation, ...standard.otherNames].entries()) {
      const name = read(text)
      const record = { standard, name, isPresentName: order === 0, rank }
      append(records, name.key, record)
      if (name.base === undefined || order > 0) continue
      const edition = editionOf(name.base)
      const known = supplements.get(edition) ?? new Map<string, TextRecord[]>()
      append(known, name.key, record)
      supplements.set(edition, known)
    }
    for (const text of standard.replaces) append(replacing, editionOf(read(text)), standard)
  }
  return {
    name: read,
    records: (key) => records.get(key) ?? [],
    replacing: (name) => replacing.get(editionOf(name)) ?? [],
    supplementsTo: (edition) =>
      [...(supplements.get(editionOf(edition))?.values() ?? [])].flatMap(
        (texts) => texts.toSorted(byCurrency)[0]?.standard ?? [],
      ),
  }
}

/**
 * The most current first: the phase, the edition, the iteration of a draft and at last the substage. Earlier records
 * of a project stay where they were for ever, so neither a first DIS at its last substage nor a CD may go before.
 */
export function byCurrency(a: TextRecord, b: TextRecord): number {
  return (
    Math.floor(b.rank / 100) - Math.floor(a.rank / 100) ||
    (b.name.year ?? 0) - (a.name.year ?? 0) ||
    (b.name.draft?.iteration ?? 1) - (a.name.draft?.iteration ?? 1) ||
    b.rank - a.rank ||
    (a.standard.id < b.standard.id ? -1 : 1)
  )
}

/**
 * A part of a canonical name that all names of its text share, by which records that can't be of the text are passed over
 * unread: the first digits that are no part of a word. An Internet-Draft may have none but its revision.
 */
export function firstDigits(name: string): string {
  if (name.startsWith('draft-')) return ''
  return /(?<![a-z\d])0*(\d+)/i.exec(name)?.[1] ?? ''
}
