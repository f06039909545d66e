import { stringify } from 'csv-stringify/sync'
import { type ExportedField, exportedFields, fieldText } from '../domain/standard/importing/field-text.ts'
import type { Standard } from '../domain/standard/rules.ts'

/** What a spreadsheet would take for the beginning of a formula, in the forms of both widths. */
const formula = /^['=+\-@\t\r＝＋－＠]/

/**
 * The standards as CSV that an import reads back to the same records: UTF-8 with its mark, so that spreadsheets show
 * Chinese, and no cell that a spreadsheet would run. A cell that begins like a formula has an apostrophe before it.
 */
export function standardsCsv(standards: readonly Standard[]): string {
  const rows = standards.map((standard) => exportedFields.map((field) => inert(fieldText(standard, field))))
  return stringify([[...exportedFields], ...rows], { bom: true, record_delimiter: '\r\n' })
}

function inert(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

/** The same as JSON, a record a line; what is absent of a record is left out. */
export function standardsJson(standards: readonly Standard[]): string {
  const lines = standards.map((standard) => {
    const fields = exportedFields.map((field) => [field, jsonValue(standard, field)] as const)
    return JSON.stringify(Object.fromEntries(fields.filter(([, value]) => value !== undefined)))
  })
  return `{"standards": [\n${lines.join(',\n')}\n]}\n`
}

function jsonValue({ titles, ...standard }: Standard, field: ExportedField): unknown {
  if (field === 'titleZh') return titles.zh
  if (field === 'titleEn') return titles.en
  return standard[field]
}
