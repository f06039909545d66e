import { type Designation, parseDesignation } from '../designation/rules.ts'
import { append } from './append.ts'
import type { FinderEntry } from './entry.ts'
import { compactTitle, foldTitle } from './fold-title.ts'
import { byCurrency, type NamedText, namedText } from './named-text.ts'

/** The entries with their names read. */
export type Catalogue = {
  entries: readonly FinderEntry[]
  texts: readonly NamedText[]
  /** Entries that bear this name, compact, which is no designation: `GBZ 188-2014`. */
  worded(compactName: string): readonly { entry: FinderEntry; present: boolean }[]
  /** Names of an entry that are no designations. */
  wordedNamesOf(entry: FinderEntry): readonly string[]
  designationsOf(entry: FinderEntry): readonly Designation[]
  /** The most current record of each text, in the order in which the texts come. */
  withoutOlder(found: Iterable<FinderEntry>): FinderEntry[]
}

/** Reads the names of all entries. */
export function catalogue(entries: readonly FinderEntry[]): Catalogue {
  const texts: NamedText[] = []
  const presentTexts = new Map<FinderEntry, NamedText>()
  const worded = new Map<string, { entry: FinderEntry; present: boolean }[]>()
  const wordedNames = new Map<FinderEntry, string[]>()
  const designations = new Map<FinderEntry, Designation[]>()

  for (const entry of entries) {
    for (const [order, name] of entry.names.entries()) {
      const present = order === 0
      const designation = readName(name)
      if (designation === undefined) {
        append(worded, compactTitle(foldTitle(name)), { entry, present })
        append(wordedNames, entry, name)
        continue
      }
      const text = namedText(entry, present, designation)
      texts.push(text)
      append(designations, entry, designation)
      if (present) presentTexts.set(entry, text)
    }
  }

  function withoutOlder(found: Iterable<FinderEntry>): FinderEntry[] {
    const best = new Map<string | FinderEntry, FinderEntry>()
    for (const entry of new Set(found)) {
      const text = presentTexts.get(entry)
      const known = text && best.get(text.key)
      const knownText = known && presentTexts.get(known)
      const isBetter = !(text && knownText) || byCurrency(text, knownText) < 0
      if (isBetter) best.set(text?.key ?? entry, entry)
    }
    return [...best.values()]
  }

  return {
    entries,
    texts,
    worded: (compactName) => worded.get(compactName) ?? [],
    wordedNamesOf: (entry) => wordedNames.get(entry) ?? [],
    designationsOf: (entry) => designations.get(entry) ?? [],
    withoutOlder,
  }
}

/** Of two readings of a name on record the likelier is believed; digits alone are no name of a known text. */
function readName(name: string): Designation | undefined {
  const parsed = parseDesignation(name)
  if (parsed.kind === 'designation') return parsed.designation
  return parsed.kind === 'ambiguous' && !parsed.anyScheme ? parsed.readings[0] : undefined
}
