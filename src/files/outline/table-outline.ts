import type { Outline } from '../../domain/plan/reading/outline.ts'
import { type FileReading, refusal } from '../file-refusal.ts'
import { tablesOfFile } from '../table-of-file.ts'
import { nearPlanHeadings } from './plan-columns.ts'
import { planRows } from './plan-rows.ts'

/** The paragraphs of a workbook or a CSV file: of every sheet that has a column for areas and one for points. */
export function tableOutline(bytes: Uint8Array, name: string): FileReading<Outline> {
  const tables = tablesOfFile(bytes, name)
  if (!tables.ok) return tables
  if (tables.value.every(({ rows }) => rows.length === 0)) return refusal({ kind: 'empty' })
  const found = tables.value.map((table) =>
    planRows(table.rows, ({ line }) => ({
      unit: 'row',
      number: line,
      ...(table.sheet !== undefined && { sheet: table.sheet }),
    })),
  )
  if (found.every((rows) => rows === undefined))
    return refusal({
      kind: 'no-headings',
      sheets: tables.value.flatMap(({ sheet }) => sheet ?? []),
      near: nearPlanHeadings(tables.value),
    })
  const leftColumns = [...new Set(found.flatMap((rows) => rows?.leftColumns ?? []))]
  return {
    ok: true,
    value: {
      paragraphs: found.flatMap((rows) => rows?.paragraphs ?? []),
      ...(leftColumns.length > 0 && { leftColumns }),
    },
  }
}
