import type { IetfSeriesDesignation, InternetDraftDesignation } from './designation.ts'
import { present } from './fields.ts'
import type { Scanner } from './scanner.ts'

const rfc = /RFC ?-? ?0{0,4}([1-9]\d{0,4})(?!\d)/iy
const series = /(BCP|STD|FYI) ?-? ?0{0,3}([1-9]\d{0,2})(?!\d)/iy
const draft = /(draft(?:-[a-z0-9]+){2,24})(?:\.(?:txt|html|xml|pdf))?/iy
const revisionEnding = /-(\d{2})$/

/** Reads an RFC, BCP, STD or FYI number, or the name of an Internet-Draft, at the cursor. */
export function readIetf(scan: Scanner): (IetfSeriesDesignation | InternetDraftDesignation)[] {
  const numbered = scan.take(rfc)
  if (numbered) return [{ scheme: 'ietf-series', series: 'RFC', number: Number(numbered[0]) }]
  const [typed, number] = scan.take(series) ?? []
  const known = seriesNames.find((name) => name === typed?.toUpperCase())
  if (known) return [{ scheme: 'ietf-series', series: known, number: Number(number) }]
  const name = scan.take(draft)?.[0]?.toLowerCase()
  return name === undefined ? [] : [draftOf(name)]
}

const seriesNames = ['BCP', 'STD', 'FYI'] as const

/** The last two digits are the revision, which starts at 00. */
function draftOf(text: string): InternetDraftDesignation {
  const revision = revisionEnding.exec(text)?.[1]
  return present({
    scheme: 'internet-draft' as const,
    name: text.replace(revisionEnding, ''),
    revision: revision === undefined ? undefined : Number(revision),
  })
}

/** `RFC 9420`. */
export function printIetfSeries(d: IetfSeriesDesignation): string {
  return `${d.series} ${d.number}`
}

/** `draft-ietf-mls-pq-ciphersuites-06`. */
export function printInternetDraft(d: InternetDraftDesignation): string {
  return d.revision === undefined ? d.name : `${d.name}-${String(d.revision).padStart(2, '0')}`
}
