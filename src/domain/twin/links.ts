import { append } from '../finding/append.ts'
import { stageSystem } from '../stage/system.ts'
import type { Standard, TwinRelation } from '../standard/rules.ts'
import { publishedOn, wasPublished } from './partial-days.ts'
import { type Source, sourceCalled } from './source.ts'
import { firstDigits, type TextIndex, textIndex } from './text-index.ts'
import { type TwinName, twinName } from './twin-name.ts'

/** The national end: it was taken over from another text, or gave its content to it. */
export type Adopter = {
  /** Its present name, or the one under which it is told where it is not on record. */
  name: string
  standard?: Standard
  /** Withdrawn, dropped or replaced: what becomes of its twin no longer matters to it. */
  isOut: boolean
  /** What is being made to take its place. */
  revision?: Standard
}

/** Two items that belong together: "adopter is identical to, modified from, based on, contributes to source". */
export type TwinLink = { relation: TwinRelation; adopter: Adopter; source: Source }

/** A link as the card of one of its ends shows it. */
export type Twin = { side: 'adopter' | 'source'; link: TwinLink }

export type TwinLinks = {
  all: readonly TwinLink[]
  /** What the card of the standard with this id shows: what it rests on first, then what rests on it. */
  of(id: string): readonly Twin[]
}

/**
 * Links these records with their twins, whichever of the two names the other; told from both ends, a link is one. It is
 * put from the side of the nation or region, the adopter: it takes an international text over, whoever tells so, and what
 * an international text is based on contributes to it. `read` reads a name; see `textIndex`.
 */
export function twinLinks(standards: readonly Standard[], read = twinName): TwinLinks {
  const index = textIndex(standards, read)
  const links = new Map<string, TwinLink>()
  for (const standard of nationalFirst(
    index,
    standards.filter(({ twins }) => twins.length > 0),
  ))
    for (const { designation, relation } of standard.twins) {
      const link = linkOf(index, standard, designation, relation)
      if (link.adopter.standard !== undefined && link.adopter.standard.id === link.source.standard?.id)
        continue
      const key = [nameOf(link.adopter), nameOf(link.source)].sort().join('\n')
      if (!links.has(key)) links.set(key, link)
    }
  const all = [...links.values()]
  const twins = new Map<string, Twin[]>()
  for (const link of all) {
    const { adopter, source } = link
    if (adopter.standard !== undefined) append(twins, adopter.standard.id, { side: 'adopter', link })
    const isMeant = [source.standard, source.literal]
    // What took the edition's place, or is about to, is where people look.
    const nearby = adopter.isOut ? [] : [...source.successors, source.running]
    for (const id of new Set([...isMeant, ...nearby].map((one) => one?.id)))
      if (id !== undefined && id !== adopter.standard?.id) append(twins, id, { side: 'source', link })
  }
  for (const shown of twins.values()) shown.sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side))
  return { all, of: (id) => twins.get(id) ?? [] }
}

/** The numbers in the names by which these records and their twins are found; see `isNear`. */
export function numbersOf(standard: Standard): string[] {
  if (standard.twins.length === 0) return []
  return [standard.designation, ...standard.twins.map(({ designation }) => designation)].map(firstDigits)
}

/** Whether the record may be an end of a link whose names have these numbers, or replace one. */
export function isNear(standard: Standard, numbers: ReadonlySet<string>): boolean {
  const bears = (name: string) => numbers.has(firstDigits(name))
  return (
    standard.twins.length > 0 ||
    bears(standard.designation) ||
    standard.otherNames.some(bears) ||
    standard.replaces.some(bears)
  )
}

const sides: readonly Twin['side'][] = ['adopter', 'source']

function linkOf(index: TextIndex, holder: Standard, named: string, relation: TwinRelation): TwinLink {
  if (level(index.name(holder.designation), holder) >= level(index.name(named)))
    return {
      relation,
      adopter: adopterOn(index, holder),
      source: sourceCalled(index, named, sinceOf(holder)),
    }
  const found = sourceCalled(index, named).standard
  return {
    relation: fromOtherSide[relation],
    adopter: found === undefined ? { name: named, isOut: false } : adopterOn(index, found),
    source: sourceCalled(index, holder.designation, found && sinceOf(found)),
  }
}

/** What an international record tells of a national one, put from the side of that. */
const fromOtherSide: Record<TwinRelation, TwinRelation> = {
  identical: 'identical',
  modified: 'modified',
  'based-on': 'contributes-to',
  'contributes-to': 'based-on',
}

function adopterOn(index: TextIndex, standard: Standard): Adopter {
  const { designation, stages, stage } = standard
  const itself = sourceCalled(index, designation)
  const isClosed = stageSystem(stages).isClosed(stage)
  const isReplaced =
    itself.successors.some(({ id }) => id !== standard.id) || itself.standard?.id !== standard.id
  const revision =
    index.replacing(index.name(designation)).find((one) => stageSystem(one.stages).isDraft(one.stage)) ??
    itself.running
  return {
    name: designation,
    standard,
    isOut: isClosed || isReplaced,
    ...(revision !== undefined && { revision }),
  }
}

/** What came after this the record can't have taken into account: its last news, or its publication. */
function sinceOf(standard: Standard) {
  return wasPublished(standard) ? publishedOn(standard) : standard.asOf
}

/** How far a body reaches: national, regional, international. */
function level({ scheme }: TwinName, standard?: Standard): number {
  if (scheme === 'cen' || scheme === 'etsi') return 1
  if (scheme === 'iso' || scheme === 'ietf-series' || scheme === 'internet-draft') return 0
  return scheme === undefined && standard?.stages === 'iso' ? 0 : 2
}

/** One link is told in the words of the national record, which knows the edition. */
function nationalFirst(index: TextIndex, holders: readonly Standard[]): Standard[] {
  return holders
    .map((holder) => ({ holder, level: level(index.name(holder.designation), holder) }))
    .sort((a, b) => b.level - a.level || (a.holder.id < b.holder.id ? -1 : 1))
    .map(({ holder }) => holder)
}

function nameOf(end: { standard?: Standard; name: string | { text: string } }): string {
  return end.standard?.id ?? (typeof end.name === 'string' ? end.name : end.name.text)
}
