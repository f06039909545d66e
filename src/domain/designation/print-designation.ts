import { printCen } from './cen.ts'
import type { Designation } from './designation.ts'
import { printEtsi } from './etsi.ts'
import { printIetfSeries, printInternetDraft } from './ietf.ts'
import { printIso } from './iso.ts'
import { printNational } from './national.ts'
import { printPlan } from './plan.ts'
import { printCommitteeDocument, printGuide } from './tc260.ts'

/**
 * The canonical spelling, as the issuing body prints it, in ASCII. It parses to the same designation again, except
 * that a part which looks like a year, without a year behind it, is ambiguous to any reader, and a year behind a part.
 */
export function printDesignation(d: Designation): string {
  switch (d.scheme) {
    case 'national':
      return printNational(d)
    case 'plan':
      return printPlan(d)
    case 'tc260-guide':
      return printGuide(d)
    case 'tc260-document':
      return printCommitteeDocument(d)
    case 'iso':
      return printIso(d)
    case 'cen':
      return printCen(d)
    case 'etsi':
      return printEtsi(d)
    case 'ietf-series':
      return printIetfSeries(d)
    case 'internet-draft':
      return printInternetDraft(d)
  }
}
