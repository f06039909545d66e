import type { Block } from '../../protocol.ts'
import { keyed } from '../text/keyed.ts'
import { LibraryBlock } from './library-block.tsx'
import type { ShownBlock, TableCell } from './shapes.ts'

/** A `data_table`, which the library does not draw. Its first row is the heading. */
export function DataTableBlock({ block }: { block: ShownBlock }) {
  const [head = [], ...rows] = block.rows ?? []
  return (
    <div className="block-table">
      <table>
        {block.caption && <caption>{block.caption}</caption>}
        <thead>
          <tr>
            {keyed(head, sayCell).map(({ key, item: cell }) => (
              <th key={key} scope="col">
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows, (row) => row.map(sayCell).join()).map(({ key: rowKey, item: row }) => (
            <tr key={rowKey}>
              {keyed(row, sayCell).map(({ key, item: cell }) => (
                <td key={key}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const sayCell = (cell: TableCell) => JSON.stringify(cell)

function Cell({ cell }: { cell: TableCell }) {
  if (cell.type === 'rich_text') return <LibraryBlock block={cell as Block} />
  return <>{cell.text ?? String(cell.value ?? '')}</>
}
