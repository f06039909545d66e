import type { CommitteeDocumentDesignation, GuideDesignation } from './designation.ts'
import { present, wholeNumber } from './fields.ts'
import type { Scanner } from './scanner.ts'

const committee = /(?:SAC ?\/ ?)?TC ?260 ?[ -] ?/iy
const guide = /PG ?-? ?(20\d{2}) ?-? ?(\d{1,2}|N) ?([A-Z])(?![a-z0-9])/iy
const document = /(?:([A-Z]{2}) ?- ?)?(\d{1,3})(?!\d)(?: ?- ?((?:19|20)\d{2})(?!\d))?/iy

/** Reads a practice guide, a document or a report of TC260 at the cursor. */
export function readTc260(scan: Scanner): (GuideDesignation | CommitteeDocumentDesignation)[] {
  if (scan.take(committee) === undefined) return []
  const guided = scan.take(guide)
  if (guided) {
    const [year, running, letter = ''] = guided
    const sequence = running?.toUpperCase() === 'N' ? undefined : wholeNumber(running)
    return [
      present({ scheme: 'tc260-guide', year: Number(year), sequence, letter: letter.toUpperCase() } as const),
    ]
  }
  const found = scan.take(document)
  if (found === undefined) return []
  const [series, number, year] = found
  return [
    present({
      scheme: 'tc260-document' as const,
      series: series?.toUpperCase(),
      number: Number(number),
      year: wholeNumber(year),
    }),
  ]
}

/** `TC260-PG-20259A`, or `TC260-PG-2024NA` before a number is given. */
export function printGuide(d: GuideDesignation): string {
  return `TC260-PG-${d.year}${d.sequence ?? 'N'}${d.letter}`
}

/** `TC260-003`, `TC260-TR-005-2026`. */
export function printCommitteeDocument(d: CommitteeDocumentDesignation): string {
  return `${committeeDocumentKey(d)}${d.year === undefined ? '' : `-${d.year}`}`
}

/** Series and number, without the year. */
export function committeeDocumentKey(d: CommitteeDocumentDesignation): string {
  return `TC260-${d.series === undefined ? '' : `${d.series}-`}${String(d.number).padStart(3, '0')}`
}
