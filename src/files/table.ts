/** A table as a person sees it in a file: what stands above its heading row included. */
export type Table = {
  /** The name of the sheet in a workbook. */
  sheet?: string
  /** Its cells are the values of records, and not what a spreadsheet shows. */
  isOfRecords?: true
  rows: TableRow[]
}

/** The text of a row's cells, blank ones as ''; `line` is the line, or in a sheet the row, where it begins, from 1. */
export type TableRow = { line: number; cells: readonly string[] }

/** The most rows that one file may bring; a national body's whole catalogue has about half as many. */
export const mostRows = 100_000

/** No table that a person keeps has so many columns. */
export const mostColumns = 200

/** No title or list is as long; a quotation mark that closes far below makes one cell of many rows. */
export const longestCell = 20_000
