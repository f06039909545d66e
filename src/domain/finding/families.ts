import { cleanDesignation, type Designation } from '../designation/rules.ts'
import type { StandardRecord } from '../standard/record.ts'

const familyWord =
  /(?<![a-z0-9])(GB ?\/ ?[TZ]|GBT|GB|GM ?\/ ?T|[A-Z]{2} ?\/ ?T|ISO ?\/ ?IEC|ISO|IEC|RFC|CEN|ETSI|TC ?260)(?![a-z0-9])/gi
/** `SAC/TC 260`, `ISO/IEC JTC 1/SC 27/WG 1`: who makes a standard tells nothing of which one is meant. */
const committeeWord =
  /(?<![a-z0-9])(?:SAC ?\/ ?TC ?\d{1,4}|(?:ISO ?\/ ?IEC ?)?JTC ?1(?: ?\/ ?SC ?\d{1,3})?|SC ?27)(?: ?\/ ?(?:SWG|WG) ?\d{1,3})?(?![a-z0-9])/gi

/** What a query says beside its words: families of standards, such as the `GB/T` of `数据分类 GB/T`. */
export type SplitQuery = {
  families: string[]
  words: string
  /** Nothing was named but the committee served, whose all texts on record are. */
  isCommittee: boolean
}

/**
 * Parts a query. Names of committees, old and new, are left out of the words where there are others: a title does not
 * say who made it. `committeeNames` are those of the committee served.
 */
export function splitFamilies(query: string, committeeNames: readonly string[] = []): SplitQuery {
  const families = new Set<string>()
  const { words: cleaned, isCommittee } = withoutCommittee(cleanDesignation(query), committeeNames)
  const words = cleaned.replace(familyWord, (word) => {
    families.add(word.toUpperCase().replaceAll(' ', '').replace(/^GBT$/, 'GB/T'))
    return ' '
  })
  return { families: [...families], words, isCommittee }
}

function withoutCommittee(
  cleaned: string,
  names: readonly string[],
): Pick<SplitQuery, 'words' | 'isCommittee'> {
  let words = cleaned
  // The longest first: 全国网络安全标准化技术委员会 holds shorter names.
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    if (name.length < shortestName) continue
    words = words.split(new RegExp(escapeRegExp(name), 'iu')).join(' ')
  }
  const isOwn = words !== cleaned && !isTelling(words)
  words = words.replace(committeeWord, ' ')
  if (isTelling(words)) return { words: words.trim(), isCommittee: false }
  return isOwn ? { words: '', isCommittee: true } : { words: cleaned, isCommittee: false }
}

function isTelling(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words)
}

const shortestName = 3

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Whether one of the record's names belongs to every one of the families. */
export function isOfFamilies(record: StandardRecord, families: readonly string[]): boolean {
  return families.every((family) =>
    record.names.some(({ role, designation }) => role !== 'replaced' && isOfFamily(designation, family)),
  )
}

/** Whether a designation belongs to the family; `GB` takes in GB/T and GB/Z, `ISO` whatever ISO publishes. */
export function isOfFamily(d: Designation, family: string): boolean {
  switch (d.scheme) {
    case 'national':
      return d.prefix === family || d.prefix.startsWith(`${family}/`)
    case 'iso':
      return family.split('/').every((publisher) => d.publishers.includes(publisher))
    case 'cen':
      return family === 'CEN'
    case 'etsi':
      return family === 'ETSI'
    case 'ietf-series':
      return family === d.series
    case 'tc260-guide':
    case 'tc260-document':
      return family === 'TC260'
    default:
      return false
  }
}
