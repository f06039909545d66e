import type { Day } from '../calendar/day.ts'
import {
  type Designation,
  designationInText,
  designationsListed,
  type Parsed,
  parseDesignation,
  spokenDraft,
} from '../designation/rules.ts'
import { byProgress } from '../standard/projects.ts'
import type { StandardRecord } from '../standard/record.ts'
import type { Standard } from '../standard/rules.ts'
import { append, withdraw } from './append.ts'
import { type Catalogue, createCatalogue } from './catalogue.ts'
import { type Named, nameFinder } from './find-by-name.ts'
import { compactTitle, foldTitle } from './fold-title.ts'
import { type Asked, type Found, mostGuessed, pageSize } from './found.ts'
import { nearNames } from './near-names.ts'
import { isNothing, titleFinder } from './title-finder.ts'

export type { Asked, Found } from './found.ts'
export { pageSize } from './found.ts'

export type FindOptions = {
  /** On which edition is in force. */
  today: Day
  /** How many hits to leave out: whole pages. */
  from?: number
  /** Names of the committee, which say nothing of the standard that is meant. */
  committeeNames?: readonly string[]
}

export type Finder = {
  catalogue: Catalogue
  /** Takes a new or changed standard in; nothing else is read again. */
  put(standard: Standard): void
  /**
   * What a person means by whatever they typed: a designation in any spelling, dated or not, or several, a number, a
   * title, or words of one in Chinese or English, misspelt or in pinyin too. It never throws.
   */
  find(query: string, options: FindOptions): Found
  /** The numbers of all texts that are called so, by name or by words: see `Catalogue.textAt`. */
  textsCalled(query: string, today: Day, committeeNames: readonly string[]): ReadonlySet<number>
}

/** A finder over these standards. */
export function createFinder(standards: Iterable<Standard>): Finder {
  const catalogue = createCatalogue(standards)
  const names = nameFinder(catalogue)
  const titles = titleFinder(catalogue)
  const worded = new Map<string, { record: StandardRecord; present: boolean }[]>()

  function linkWords(record: StandardRecord): void {
    for (const name of record.wordedNames)
      append(worded, wordedKey(name), { record, present: name === record.standard.designation })
  }

  for (const record of catalogue.all()) linkWords(record)

  function byWholeName(query: string, { today, from = 0 }: FindOptions): Found | undefined {
    const bearers = worded.get(wordedKey(query)) ?? []
    const present = bearers.some((one) => one.present)
    const named = bearers.filter((one) => one.present === present).map(({ record }) => record)
    if (named.length > 0) {
      const current = [...new Set(named.map((record) => catalogue.projectOf(record).current))].sort(
        byProgress,
      )
      return answer(current, present ? 'present-name' : 'former-name', current.length, from)
    }
    const titled = titles.whole(query, today)
    return titled.length > 0 ? answer(titled, 'title', titled.length, from) : undefined
  }

  function meantBy(parsed: Exclude<Parsed, { kind: 'words' }>, today: Day): Named {
    return parsed.kind === 'designation'
      ? names.resolve(parsed.designation, today)
      : names.resolveAmbiguous(parsed, today)
  }

  /** All that a list of several names stands for, and which of them are not on record. */
  function byList(query: string, { today, from = 0 }: FindOptions): Found | undefined {
    const listed = designationsListed(query)
    if (listed.length < 2) return undefined
    const meant = listed.map(({ name, parsed }) => ({ name, ...meantBy(parsed, today) }))
    const known = meant.filter(({ records }) => records.length > 0)
    const [first] = known
    if (first === undefined) return undefined
    const unknown = meant.flatMap(({ name, records }) => (records.length > 0 ? [] : [name]))
    const records = [...new Set(known.flatMap((one) => one.records))]
    const found = answer(records, first.asked, records.length, from)
    const told = unknown.length > 0 && { unknown }
    return found.kind === 'one' ? { ...found, name: first.name, ...told } : { ...found, ...told }
  }

  function byDesignation(parsed: Exclude<Parsed, { kind: 'words' }>, options: FindOptions): Found {
    const { today, from = 0 } = options
    const asked = parsed.kind === 'designation' ? parsed.designation : undefined
    const meant = meantBy(parsed, today)
    if (meant.records.length > 0) return answer(meant.records, meant.asked, meant.records.length, from)
    const titled =
      parsed.rest === '' ? [] : titles.byWords(parsed.rest, wordsOptions(options, mostGuessed)).found.records
    return none([...titled, ...near(asked ?? (parsed.kind === 'ambiguous' ? parsed.readings[0] : undefined))])
  }

  function byWords(query: string, options: FindOptions): Found {
    const { today, from = 0 } = options
    const mentioned = designationInText(query)
    const asked = mentioned?.kind === 'designation' ? mentioned.designation : spokenDraft(query)
    const meant = asked === undefined ? undefined : names.resolve(asked, today)
    if (meant !== undefined && meant.records.length > 0)
      return answer(meant.records, meant.asked, meant.records.length, from)
    const { found, near: similar } = titles.byWords(query, wordsOptions(options, from + pageSize))
    return found.total > 0
      ? answer(found.records, 'title', found.total, from)
      : none([...near(asked), ...similar])
  }

  function near(asked: Designation | undefined): StandardRecord[] {
    if (asked === undefined) return []
    return nearNames(catalogue, asked).map((record) => catalogue.projectOf(record).current)
  }

  /** By name where it is one: the parts of a series are texts of their own. */
  function textsCalled(query: string, today: Day, committeeNames: readonly string[]): ReadonlySet<number> {
    const parsed = parseDesignation(query)
    if (parsed.kind === 'words') return titles.textsWith(query, committeeNames)
    const listed = designationsListed(query)
    const all = listed.length > 1 ? listed.map((one) => one.parsed) : [parsed]
    const records = all.flatMap((one) => meantBy(one, today).records)
    return new Set(records.map((record) => catalogue.textAt(catalogue.placeOf(record))))
  }

  return {
    catalogue,
    textsCalled,
    put(standard) {
      const before = catalogue.byId(standard.id)
      for (const name of before?.wordedNames ?? []) {
        const same = worded.get(wordedKey(name))?.find(({ record }) => record === before)
        if (same !== undefined) withdraw(worded, wordedKey(name), same)
      }
      catalogue.put(standard)
      const record = catalogue.byId(standard.id)
      if (record === undefined) return
      linkWords(record)
      titles.put(record, before)
    },
    find(query, options) {
      if (isNothing(query)) return none([])
      const whole = byWholeName(query, options)
      if (whole !== undefined) return whole
      const listed = byList(query, options)
      if (listed !== undefined) return listed
      const parsed = parseDesignation(query)
      return parsed.kind === 'words' ? byWords(query, options) : byDesignation(parsed, options)
    },
  }
}

function wordsOptions({ today, committeeNames = [] }: FindOptions, most: number) {
  return { today, most, committeeNames }
}

function wordedKey(name: string): string {
  return compactTitle(foldTitle(name))
}

function answer(records: readonly StandardRecord[], asked: Asked, total: number, from: number): Found {
  const [first] = records
  if (first === undefined) return none([])
  if (total === 1) return { kind: 'one', id: first.standard.id, asked }
  return { kind: 'many', ids: records.slice(from, from + pageSize).map(({ standard }) => standard.id), total }
}

function none(guesses: readonly StandardRecord[]): Found {
  return {
    kind: 'none',
    guesses: [...new Set(guesses)].slice(0, mostGuessed).map(({ standard }) => standard.id),
  }
}
