import { cleanDesignation, type Designation } from '../designation/rules.ts'

const familyWord =
  /(?<![a-z0-9])(GB ?\/ ?[TZ]|GBT|GB|GM ?\/ ?T|[A-Z]{2} ?\/ ?T|ISO ?\/ ?IEC|ISO|IEC|RFC|CEN|ETSI|TC ?260)(?![a-z0-9])/gi

/** Words of a query that name a family of standards, such as the `GB/T` of `数据分类 GB/T`, and what else it says. */
export function splitFamilies(query: string): { families: string[]; words: string } {
  const families = new Set<string>()
  const words = cleanDesignation(query).replace(familyWord, (word) => {
    families.add(word.toUpperCase().replaceAll(' ', '').replace(/^GBT$/, 'GB/T'))
    return ' '
  })
  return { families: [...families], words }
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
