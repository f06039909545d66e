import type { PlanDesignation } from './designation.ts'
import type { Scanner } from './scanner.ts'

const pattern = /((?:19|20)\d{6}) ?-? ?([TQZ]) ?-? ?(\d{3})(?!\d)/iy

/** Reads a plan number at the cursor: year and running number, nature, managing body. */
export function readPlan(scan: Scanner): PlanDesignation[] {
  const found = scan.take(pattern)
  if (found === undefined) return []
  const [number = '', letter = '', body = ''] = found
  const nature = natures.find((known) => known === letter.toUpperCase())
  return nature === undefined ? [] : [{ scheme: 'plan', number, nature, body }]
}

const natures = ['T', 'Q', 'Z'] as const

/** `20230253-T-469`. */
export function printPlan(d: PlanDesignation): string {
  return `${d.number}-${d.nature}-${d.body}`
}
