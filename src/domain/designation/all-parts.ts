import type { Scanner } from './scanner.ts'

const pattern = / ?\(? ?(?:all (?:the )?parts|toutes les parties|(?:所有|全部|各个?)部分) ?\)?(?![a-z0-9])/iy

/** Reads `(all parts)` or （所有部分） behind a number: true or undefined, as the field is. */
export function readAllParts(scan: Scanner): true | undefined {
  return scan.take(pattern) === undefined ? undefined : true
}

/** ` (all parts)`, or nothing. */
export function printAllParts(d: { allParts?: true }): string {
  return d.allParts === true ? ' (all parts)' : ''
}
