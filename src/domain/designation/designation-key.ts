import { cenKey } from './cen.ts'
import type { Designation } from './designation.ts'
import { etsiKey } from './etsi.ts'
import { printIetfSeries } from './ietf.ts'
import { isoKey } from './iso.ts'
import { nationalKey } from './national.ts'
import { printPlan } from './plan.ts'
import { committeeDocumentKey, printGuide } from './tc260.ts'

/**
 * Equal for all editions, stages, iterations and languages of one text: how names are matched undated. Opaque: it is
 * compared and stored, never shown. Publishers of ISO and IEC do not count, the prefixes of national texts do.
 */
export function designationKey(d: Designation): string {
  switch (d.scheme) {
    case 'national':
      return nationalKey(d)
    case 'plan':
      return printPlan(d)
    case 'tc260-guide':
      return printGuide(d)
    case 'tc260-document':
      return committeeDocumentKey(d)
    case 'iso':
      return isoKey(d)
    case 'cen':
      return cenKey(d)
    case 'etsi':
      return etsiKey(d)
    case 'ietf-series':
      return printIetfSeries(d)
    case 'internet-draft':
      return d.name
  }
}

/** Whether both name one text, in whatever edition, stage or language. */
export function sameText(a: Designation, b: Designation): boolean {
  return designationKey(a) === designationKey(b)
}
