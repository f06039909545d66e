/** One thing that is wrong in a file. Line and column count from 1, the column in UTF-16 units as editors do. */
export type FileFault = {
  line: number
  column: number
  /** What is wrong: `groups[3].zone`, or the column's heading in a CSV file; empty for the file as a whole. */
  path: string
  /** Goes on after the path: `holds "x"; it should be …`. */
  message: string
}

/** What a file says, or what is wrong with it in the order of the file; `unlisted` counts the faults beyond the list. */
export type FileResult<T> = { ok: true; value: T } | { ok: false; faults: FileFault[]; unlisted: number }

/** Nobody reads further before mending what is listed. */
export const mostFaults = 200

/** The refusal for these faults: in file order, none twice, at most 200 of them listed. */
export function refused(faults: readonly FileFault[]): FileResult<never> {
  const told = new Set<string>()
  const sorted = [...faults]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter((fault) => {
      const key = JSON.stringify([fault.line, fault.column, fault.path, fault.message])
      return !told.has(key) && told.add(key)
    })
  return {
    ok: false,
    faults: sorted.slice(0, mostFaults),
    unlisted: Math.max(0, sorted.length - mostFaults),
  }
}

/** The faults in plain English, one line each: `line 14, column 12: groups[3].zone holds …`. */
export function describeFileFaults(refusal: { faults: readonly FileFault[]; unlisted: number }): string {
  const lines = refusal.faults.map(
    ({ line, column, path, message }) => `line ${line}, column ${column}: ${path || 'the file'} ${message}`,
  )
  if (refusal.unlisted > 0) lines.push(`… and ${refusal.unlisted} more`)
  return lines.join('\n')
}
