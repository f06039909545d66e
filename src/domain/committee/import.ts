import { isDeepStrictEqual } from 'node:util'
import type { ImportReport } from './rules.ts'

/**
 * Compares what a file says with what is on record, by stable id. `same` compares two records where plain
 * equality would say too much.
 */
export function compareRecords<T>(
  onRecord: readonly T[],
  inFile: readonly T[],
  idOf: (record: T) => string,
  same: (recorded: T, given: T) => boolean = isDeepStrictEqual,
): ImportReport & { write: T[] } {
  const known = new Map(onRecord.map((record) => [idOf(record), record]))
  const given = new Set(inFile.map(idOf))
  const added = inFile.filter((record) => !known.has(idOf(record)))
  const changed = inFile.filter((record) => {
    const recorded = known.get(idOf(record))
    return recorded !== undefined && !same(recorded, record)
  })
  return {
    added: added.map(idOf),
    changed: changed.map(idOf),
    unchanged: inFile.length - added.length - changed.length,
    left: [],
    absent: onRecord.map(idOf).filter((id) => !given.has(id)),
    kept: [],
    write: [...added, ...changed],
  }
}

/** Two reports as one, as when a file holds several kinds of record. */
export function joinReports(reports: readonly ImportReport[]): ImportReport {
  return {
    added: reports.flatMap(({ added }) => added),
    changed: reports.flatMap(({ changed }) => changed),
    unchanged: reports.reduce((sum, { unchanged }) => sum + unchanged, 0),
    left: reports.flatMap(({ left }) => left),
    absent: reports.flatMap(({ absent }) => absent),
    kept: reports.flatMap(({ kept }) => kept),
  }
}
