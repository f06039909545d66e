import type { IsoDesignation } from './designation.ts'
import type { Scanner } from './scanner.ts'

const edition = / ?,? ?(?:ED(?:ITION|N)?\.? ?(\d{1,2})(?:\.(\d))?(?!\.?\d))/iy
const delivery = / ?(CSV|RLV|CMV|EXV-CMV|EXV-RLV|EXV|SER|PRV|DB)(?![a-z\d-])/iy
const language = / ?\(([EFRSAD](?: ?[/,] ?[EFRSAD]){0,3}|[a-z]{2}(?: ?[/,] ?[a-z]{2}){0,3})\)/iy

/** Reads the edition: `ED2`, `Ed. 2.0`, `edition 2`. */
export function readEdition(scan: Scanner): string | undefined {
  const [whole, amended = '0'] = scan.take(edition) ?? []
  return whole === undefined ? undefined : `${Number(whole)}${amended === '0' ? '' : `.${amended}`}`
}

/** Reads how IEC delivers the text: `CSV`, `RLV` … */
export function readDelivery(scan: Scanner): string | undefined {
  return scan.take(delivery)?.[0]?.toUpperCase()
}

/** Reads the language: `(E/F)` are letters of ISO's own, `(en,fr)` codes of ISO 639. */
export function readLanguage(scan: Scanner): string | undefined {
  const spoken = scan.take(language)?.[0]?.split(/ ?[/,] ?/)
  if (spoken === undefined) return undefined
  const asCodes = spoken.every((one) => one.length > 1)
  return asCodes ? spoken.join(',').toLowerCase() : spoken.join('/').toUpperCase()
}

/** ` ED2`, or nothing. */
export function printEdition(d: Pick<IsoDesignation, 'edition'>): string {
  return d.edition === undefined ? '' : ` ED${d.edition}`
}

/** ` CSV`, or nothing. */
export function printDelivery(d: Pick<IsoDesignation, 'delivery'>): string {
  return d.delivery === undefined ? '' : ` ${d.delivery}`
}

/** Whether IEC's spelling of supplements is the printed one: ISO writes `/Amd 1`, IEC `/AMD1`. */
export function asIecPrints(d: Pick<IsoDesignation, 'publishers' | 'delivery'>): boolean {
  return d.delivery !== undefined || !d.publishers.includes('ISO')
}
