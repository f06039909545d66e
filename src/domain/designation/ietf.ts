import type { IetfSeriesDesignation, InternetDraftDesignation } from './designation.ts'
import { present } from './fields.ts'
import type { Scanner } from './scanner.ts'

const body = /(?:IETF|Internet Standard|Internet-Draft)[ /:-]{1,3}(?=RFC|BCP|STD|FYI|draft-)/iy
const rfc = /RFC ?(?:[-:#/]|no\.?)? ?0{0,4}([1-9]\d{0,4})(?!\d)/iy
const series = /(BCP|STD|FYI) ?(?:[-:#/]|no\.?)? ?0{0,3}([1-9]\d{0,2})(?!\d)/iy
/** A bibliography writes `I-D.ietf-mls-protocol`. */
const citation = /I-D(?:[. ]|: ?)(?=[a-z])/iy
/** The label alone, before the whole name: `I-D draft-ietf-mls-protocol`. */
const label = /I-D(?:[. ]|: ?)(?=draft-)/iy
const draftWords = /((?:[a-z0-9_+]+-){1,24}[a-z0-9_+]*[a-z0-9+])(?:\.(?:txt|html|xml|pdf))?/iy
/** `draft-2020-12` is an edition of JSON Schema. */
const draft =
  /(draft-(?=[\d_+]*[a-z])(?:[a-z0-9_+]+-){1,24}[a-z0-9_+]*[a-z0-9+])(?:\.(?:txt|html|xml|pdf))?/iy
const revisionEnding = /-(\d{2})$/

/** Reads an RFC, BCP, STD or FYI number, or the name of an Internet-Draft, at the cursor. */
export function readIetf(scan: Scanner): (IetfSeriesDesignation | InternetDraftDesignation)[] {
  scan.take(body)
  const numbered = scan.take(rfc)
  if (numbered) return [{ scheme: 'ietf-series', series: 'RFC', number: Number(numbered[0]) }]
  const [typed, number] = scan.take(series) ?? []
  const known = seriesNames.find((name) => name === typed?.toUpperCase())
  if (known) return [{ scheme: 'ietf-series', series: known, number: Number(number) }]
  scan.take(label)
  const cited = scan.take(citation) === undefined ? undefined : scan.take(draftWords)?.[0]
  const name = (cited === undefined ? scan.take(draft)?.[0] : `draft-${cited}`)?.toLowerCase()
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
