/** The line of a table in, the table out: as many cells in every row as there are columns. */
import type { Block, Cell, Row, Table } from '../nodes.ts'
import type { Line, RowLine } from './lines.ts'
import { retitled } from './lines.ts'
import { plainText } from './tokens.ts'

/** Makes a table. `blocksOf` makes the blocks of its cells. */
export function rebuildTable(
  line: Line,
  caption: Line | undefined,
  blocksOf: (lines: readonly Line[]) => readonly Block[],
): Table {
  const { head, columns, rows } = line.table!
  const row = ({ key, cells, change }: RowLine, index: number): Row => ({
    id: key ?? `row-${index + 1}`,
    cells: head.columns.map((_, column): Cell => ({ children: blocksOf(cells[column] ?? []) })),
    ...(change && !line.change && { change }),
  })
  const { change: _, ...plain } = head
  return {
    ...plain,
    caption: caption ? plainText(caption.tokens) : '',
    columns: retitled(head.columns, columns.map(plainText)),
    rows: rows.map(row),
    ...(line.change && { change: line.change }),
  }
}
