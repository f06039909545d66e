import { listText } from '../domain/standard/importing/field-text.ts'
import { type FileReading, refusal } from './file-refusal.ts'
import { mostCharacters } from './source.ts'
import type { Table } from './table.ts'
import { yamlSource } from './yaml-source.ts'

/**
 * The records of a YAML, JSON or JSON Lines text as a table: a list of maps, by itself or under the one key of a map,
 * with a column for each key. Lists become cells with "|" between their entries, `title: { en: … }` a column `title.en`.
 */
export function recordTable(text: string): FileReading<Table> {
  const isJson = /^\ufeff?\s*[[{]/.test(text)
  if (!isJson || text.length <= mostYaml) {
    const yaml = yamlRecords(text)
    // A text of JSON Lines is no YAML.
    if (!isJson || yaml.ok) return yaml
  }
  return jsonRecords(text)
}

/** Of what is longer, only JSON is read: it takes a hundredth of the time. */
const mostYaml = mostCharacters / 8

function yamlRecords(text: string): FileReading<Table> {
  const { source, faults } = yamlSource(text)
  const [fault] = faults
  if (source === undefined || fault !== undefined)
    return refusal({
      kind: 'damaged',
      line: fault?.line ?? 1,
      ...(fault && { what: `${fault.path} ${fault.message}`.trim() }),
    })
  const [path, records] = listIn(source.value)
  if (records === undefined) return refusal({ kind: 'no-headings', sheets: [], near: [] })
  return table(
    records,
    (at) => source.placeOf([...path, at]).line,
    (at, keys) => source.writtenNumber([...path, at, ...keys]),
  )
}

function jsonRecords(text: string): FileReading<Table> {
  const plain = text.replace(/^\ufeff/, '')
  try {
    const [, records] = listIn(JSON.parse(plain))
    const lines = recordLines(plain)
    if (records === undefined) return refusal({ kind: 'no-headings', sheets: [], near: [] })
    return table(records, (at) => lines[at] ?? at + 1)
  } catch {
    return jsonLines(plain)
  }
}

function jsonLines(text: string): FileReading<Table> {
  const records: unknown[] = []
  const lines: number[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    try {
      records.push(JSON.parse(line))
      lines.push(at + 1)
    } catch {
      return refusal({ kind: 'damaged', line: at + 1 })
    }
  }
  return table(records, (at) => lines[at] ?? at + 1)
}

function listIn(value: unknown): [path: string[], records: readonly unknown[] | undefined] {
  if (Array.isArray(value)) return [[], value]
  if (typeof value !== 'object' || value === null) return [[], undefined]
  const lists = Object.entries(value).filter(([, one]) => Array.isArray(one))
  const [key, list] = lists.find(([key]) => key === 'standards') ?? lists[0] ?? []
  return key === undefined ? [[], undefined] : [[key], list as unknown[]]
}

/** The lines on which the records of a JSON text begin: those of the maps that stand in its first list. */
function recordLines(text: string): number[] {
  const lines: number[] = []
  let line = 1
  let depth = 0
  let listDepth = -1
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\n') line++
    else if (character === '"') {
      do at = text.indexOf('"', at + 1)
      while (at > 0 && backslashesBefore(text, at) % 2 === 1)
    } else if (character === '[' || character === '{') {
      if (character === '{' && depth === listDepth) lines.push(line)
      depth++
      if (character === '[' && listDepth < 0) listDepth = depth
    } else if (character === ']' || character === '}') {
      if (depth === listDepth) break
      depth--
    }
  }
  return lines
}

function backslashesBefore(text: string, at: number): number {
  let count = 0
  while (text[at - 1 - count] === '\\') count++
  return count
}

type WrittenNumber = (record: number, keys: readonly string[]) => string | undefined

function table(
  records: readonly unknown[],
  lineOf: (at: number) => number,
  written: WrittenNumber = () => undefined,
): FileReading<Table> {
  const columns = new Map<string, number>()
  const rows = records.map((record, at) => {
    const cells: string[] = []
    for (const [key, text] of cellsOf(record, (keys) => written(at, keys))) {
      const column = columns.get(key) ?? columns.size
      columns.set(key, column)
      cells[column] = text
    }
    return { line: lineOf(at), cells }
  })
  const width = columns.size
  const whole = rows.map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''),
  }))
  return { ok: true, value: { isOfRecords: true, rows: [{ line: 1, cells: [...columns.keys()] }, ...whole] } }
}

function cellsOf(
  record: unknown,
  written: (keys: readonly string[]) => string | undefined,
): [key: string, text: string][] {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return []
  return Object.entries(record).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.entries(value).map(([inner, one]) => [
        `${key}.${inner}`,
        cellText(one, written([key, inner])),
      ])
    return [[key, cellText(value, written([key]))]]
  })
}

function cellText(value: unknown, written: string | undefined): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return listText(value.map(entryText))
  if (typeof value === 'object') return JSON.stringify(value)
  return written ?? String(value)
}

/** A twin as `identical:ISO/IEC 27001:2022`, an earlier stage as `30@2024-05`. */
function entryText(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  const { relation, designation, stage, on } = entry as Record<string, unknown>
  if (designation !== undefined)
    return relation === undefined ? String(designation) : `${relation}:${designation}`
  if (stage !== undefined) return `${stage}@${on}`
  return JSON.stringify(entry)
}
