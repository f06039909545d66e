import {
  compareDesignations,
  type Designation,
  type DesignationNumber,
  designationKey,
  designationNumber,
  type Parsed,
} from '../designation/rules.ts'
import { append } from './append.ts'
import { byCurrency, draftMark, mostCurrent, type NamedText } from './named-text.ts'

/** What a designation stands for: the names that answer it, the likeliest first; empty where none does. */
export type NameIndex = {
  resolve(asked: Designation): NamedText[]
  resolveAmbiguous(asked: Extract<Parsed, { kind: 'ambiguous' }>): NamedText[]
  /** All names with this number, with or without leading zeros. */
  numbered(number: string): readonly NamedText[]
}

/** An index of names by text, by series and by number. */
export function nameIndex(names: readonly NamedText[]): NameIndex {
  const byKey = new Map<string, NamedText[]>()
  const byNumber = new Map<string, NamedText[]>()
  const bySeries = new Map<string, NamedText[]>()
  for (const name of names) {
    for (const key of keysOf(name.designation)) append(byKey, key, name)
    const called = designationNumber(name.designation)
    if (called === undefined) continue
    append(byNumber, called.number, name)
    if (called.part === undefined) continue
    append(byNumber, partNumber(called.number, called.part), name)
    for (const series of seriesOf(name.designation)) append(bySeries, designationKey(series), name)
  }

  function resolve(asked: Designation): NamedText[] {
    const key = designationKey(asked)
    const known = byKey.get(key)
    if (known !== undefined) return editionAsked(known, asked)
    const year = yearOf(asked)
    const parts = (bySeries.get(key) ?? []).filter((name) => year === undefined || name.year === year)
    return mostCurrent(parts).sort(byPart)
  }

  function resolveBare({ number, part, year }: DesignationNumber): NamedText[] {
    const digits = number.replace(/^0+(?=\d)/, '')
    const whole = byNumber.get(part === undefined ? digits : partNumber(digits, part)) ?? []
    if (year === undefined) return mostCurrent(whole).sort(byStage)
    const dated = whole.filter((name) => name.year === year)
    const asPart = part === undefined ? (byNumber.get(partNumber(digits, String(year))) ?? []) : []
    return mostCurrent([...dated, ...asPart]).sort(byStage)
  }

  return {
    resolve,
    resolveAmbiguous: (asked) =>
      asked.anyScheme ? resolveBare(asked) : asked.readings.flatMap((reading) => resolve(reading)),
    numbered: (number) => byNumber.get(number.replace(/^0+(?=\d)/, '')) ?? [],
  }
}

/**
 * A year is meant: another edition is no answer, an undated record is. A stage is not: a project moves on, so its
 * present record answers for `CD 27017` too. Without either the most current record answers.
 * Guides that have no number yet share a name, so all of them answer.
 */
function editionAsked(known: readonly NamedText[], asked: Designation): NamedText[] {
  const year = yearOf(asked)
  const mark = draftMark(asked)
  const sameYear = year === undefined ? known : known.filter((name) => name.year === year)
  const pool = sameYear.length > 0 ? sameYear : known.filter((name) => name.year === undefined)
  const exact = pool.filter((name) => draftMark(name.designation) === mark)
  if ((year !== undefined || mark !== '') && exact.length > 0) {
    const present = exact.filter((name) => name.present)
    return [...(present.length > 0 ? present : exact)].sort(byCurrency)
  }
  const sorted = [...pool].sort(byCurrency)
  return asked.scheme === 'tc260-guide' && asked.sequence === undefined ? sorted : sorted.slice(0, 1)
}

/** A supplement is also known without the year of its base. */
function keysOf(d: Designation): Set<string> {
  const keys = new Set([designationKey(d)])
  if ('supplements' in d || d.scheme === 'national') {
    const { year: _, ...undated } = d
    keys.add(designationKey(undated))
  }
  return keys
}

/** The series that a part belongs to, asked for without it: `IEC 62443-4` and `IEC 62443` of `IEC 62443-4-1`. */
function seriesOf(d: Designation): Designation[] {
  if (!('part' in d) || d.part === undefined) return []
  const { part, year: _, ...whole } = d
  const steps = part.split(/[.-]/).slice(0, -1)
  const sign = d.scheme === 'national' ? '.' : '-'
  return [whole, ...steps.map((_step, at) => ({ ...whole, part: steps.slice(0, at + 1).join(sign) }))]
}

function yearOf(d: Designation): number | undefined {
  return d.scheme === 'tc260-guide' || !('year' in d) ? undefined : d.year
}

function partNumber(number: string, part: string): string {
  return `${number}.${part.replaceAll('-', '.')}`
}

function byPart(a: NamedText, b: NamedText): number {
  return compareDesignations(a.designation, b.designation)
}

function byStage(a: NamedText, b: NamedText): number {
  return b.entry.stageRank - a.entry.stageRank || byPart(a, b)
}
