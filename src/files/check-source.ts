import type { z } from 'zod'
import type { FileFault } from './file-fault.ts'
import { didYouMean, issueMessage } from './issue-message.ts'
import { mend } from './mend.ts'
import { keysOf, requiredKeysOf, schemaAt } from './schema-shape.ts'
import { faultAt, type Path, type Source, valueAt } from './source.ts'

type Issue = z.core.$ZodIssue

export type CheckedSource<T> = {
  /** What the file says; where `faults` is not empty, with stand-ins for what is faulty. */
  data: T
  faults: FileFault[]
  /** Whether what stands at the path, above it or below it is already known to be faulty. */
  isFaulty(path: Path): boolean
}

/**
 * Holds a file against its schema. Rules of the schema that compare parts are asked even where other parts are
 * faulty, except where one of the keys in `together` is: they are judged by one rule, so a fault in one
 * says nothing of the others.
 */
export function checkSource<S extends z.ZodType>(
  schema: S,
  source: Source,
  together: readonly (readonly string[])[] = [],
): CheckedSource<z.output<S>> {
  const read = schema.safeParse(source.value)
  if (read.success) return { data: read.data, faults: [], isFaulty: () => false }
  const first = firstOfEachPath(read.error.issues.flatMap(parted))
  const isFaulty = pathIndex(first)
  const isJudgedWithFaulty = (path: Path) => {
    const above = path.slice(0, -1)
    const keys = together.find((group) => group.includes(String(path.at(-1)))) ?? []
    return keys.some((key) => isFaulty([...above, key]))
  }
  const data = mend(schema, source.value) as z.output<S>
  const second = (schema.safeParse(data).error?.issues ?? []).filter(
    ({ code, path }) => code === 'custom' && !isFaulty(path) && !isJudgedWithFaulty(path),
  )
  const faults = [...first, ...second]
    .filter(({ path }) => !source.isToldElsewhere(path))
    .map((issue) => faultOf(schema, source, issue))
  return { data, faults, isFaulty: pathIndex([...first, ...second]) }
}

/** One issue for each key that has no business there, at that key. */
function parted(issue: Issue): Issue[] {
  if (issue.code !== 'unrecognized_keys') return [issue]
  return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }))
}

/** What is faulty by itself is not also told to be faulty beside others. */
function firstOfEachPath(issues: readonly Issue[]): Issue[] {
  const paths = new Set<string>()
  return issues.filter(({ path }) => {
    const key = keyOf(path)
    return !paths.has(key) && paths.add(key)
  })
}

/** Whether one of the issues stands at a path, above it or below it; asked for every part of a large file. */
function pathIndex(issues: readonly Issue[]): (path: Path) => boolean {
  const places = new Set(issues.map(({ path }) => keyOf(path)))
  const above = new Set(issues.flatMap(({ path }) => path.map((_, i) => keyOf(path.slice(0, i)))))
  return (path) =>
    places.has(keyOf(path)) ||
    above.has(keyOf(path)) ||
    path.some((_, i) => places.has(keyOf(path.slice(0, i))))
}

function keyOf(path: Path): string {
  return JSON.stringify(path.map(String))
}

function faultOf(schema: z.ZodType, source: Source, issue: Issue): FileFault {
  const { path } = issue
  const value = valueAt(source.value, path)
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(schema, path.slice(0, -1)))
    const guess = didYouMean(path.at(-1), known) || `; the keys here are ${known.join(', ')}`
    return {
      ...source.placeOfKey(path),
      path: source.nameOf(path),
      message: `is not a key that is known here${guess}`,
    }
  }
  if (issue.code === 'too_big' && Array.isArray(value))
    return tooMany(source, path, value.length, Number(issue.maximum))
  const message = withLine(source, issueMessage(issue, value, source.writtenNumber(path)))
  const needed = issue.code === 'invalid_type' ? requiredKeysOf(schemaAt(schema, path)) : []
  return faultAt(source, path, needed.length > 0 ? `${message}, with at least ${needed.join(', ')}` : message)
}

/** At the first that is too many, so that whoever parts the file sees where. */
function tooMany(source: Source, path: Path, count: number, most: number): FileFault {
  const { line, column } = source.placeOf([...path, most])
  // A committee is whole only in one file; of standards and assignments, what a file lacks stays on record.
  const isDivisible = ['standards', 'assignments'].includes(String(path[0])) && path.length === 1
  const list = isDivisible ? String(path[0]) : 'entries in this list'
  const rest = isDivisible
    ? '; put those from here on into a second file: what a file does not have stays on record'
    : ''
  const message = `holds ${count} ${list}; it should have at most ${most}${rest}`
  return { line, column, path: source.nameOf(path), message }
}

/** A person finds a line more easily than the number of a record. */
function withLine(source: Source, message: string): string {
  return message.replace(/ already used by (\w+)\[(\d+)\]$/, (_, list: string, index: string) => {
    const { line } = source.placeOf([list, Number(index)])
    return ` already used in line ${line}`
  })
}
