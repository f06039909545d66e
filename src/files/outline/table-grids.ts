/** A cell of a table as it lies in the grid of its columns, from 0. */
export type GridCell = {
  table: Grid
  row: number
  column: number
  columns: number
  rows: number
  /** Its text is that of the cell above it, into which it is merged. */
  isContinued: boolean
}

/** A table as it is laid out. One that holds another is there to lay out a page. */
export type Grid = { rows: GridCell[][]; holdsTable: boolean }

type OpenGrid = {
  grid: Grid
  cell?: GridCell
  isCellOpen: boolean
  /** Cells that go over rows further down. */
  reaching: GridCell[]
}

/** Lays out the tables of a document while it is gone through, those that stand in cells of others included. */
export function tableGrids() {
  const open: OpenGrid[] = []
  return {
    beginTable() {
      for (const { grid } of open) grid.holdsTable = true
      open.push({ grid: { rows: [], holdsTable: false }, isCellOpen: false, reaching: [] })
    },
    endTable() {
      open.pop()
    },
    beginRow() {
      open.at(-1)?.grid.rows.push([])
    },
    beginCell({ columns = 1, rows = 1, isContinued = false }: Partial<GridCell> = {}) {
      const last = open.at(-1)
      if (last === undefined) return
      const { grid } = last
      if (grid.rows.length === 0) grid.rows.push([])
      const row = grid.rows.length - 1
      const own = grid.rows[row] ?? []
      const before = own.at(-1)
      if (before === undefined)
        last.reaching = last.reaching.filter((cell) => cell.row + cell.rows > row).slice(0, mostReaching)
      const column = freeFrom(last.reaching, row, before === undefined ? 0 : before.column + before.columns)
      last.cell = { table: grid, row, column, columns, rows, isContinued }
      last.isCellOpen = true
      own.push(last.cell)
      if (rows > 1) last.reaching.push(last.cell)
    },
    /** Where a document tells of the cell that was begun last how far it goes only behind its beginning. */
    shapeCell(shape: Partial<Pick<GridCell, 'columns' | 'isContinued'>>) {
      const cell = open.at(-1)?.cell
      if (cell !== undefined) Object.assign(cell, shape)
    },
    endCell() {
      const last = open.at(-1)
      if (last !== undefined) last.isCellOpen = false
    },
    /** The cell that is open, where one is. */
    cell(): GridCell | undefined {
      const last = open.findLast(({ isCellOpen }) => isCellOpen)
      return last?.cell
    },
  }
}

/** No table has more of them at once; a page that does is hostile. */
const mostReaching = 200

/** The next column into which no cell from above reaches. */
function freeFrom(reaching: readonly GridCell[], row: number, column: number): number {
  let free = column
  for (;;) {
    const above = reaching.find(
      (cell) => cell.row < row && cell.column <= free && free < cell.column + cell.columns,
    )
    if (above === undefined) return free
    free = above.column + above.columns
  }
}
