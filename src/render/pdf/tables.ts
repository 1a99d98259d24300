/** A table node in, a table for the template out, with the column widths that the Word files have. */
import type { Block, Row, Table } from '../../document/nodes.ts'
import { InternalError } from '../../findings/finding.ts'
import { columnWidths } from '../docx/column-widths.ts'
import { CELL_MARGIN } from '../docx/page.ts'
import { tableSize } from '../docx/paragraph-styles.ts'
import { textWidth } from '../docx/text-width.ts'
import { blocksText } from '../text.ts'
import { TONES } from '../tones.ts'
import { textRuns } from './inlines.ts'
import { points } from './points.ts'
import { type Context, fitted, type Setting } from './setting.ts'
import type { SheetBlock, SheetRow, SheetTable } from './sheet.ts'

type SheetBlocks = (blocks: readonly Block[], context: Context, setting: Setting) => readonly SheetBlock[]

/** A row taller than this, in points, may break over two pages; one that may not would run off the page. */
const TALLEST_WHOLE = 380
/** A table of so few rows stays on one page whole, unless that leaves much of the page before it empty, in points. */
const SHORT = { rows: 8, height: 170 }
/** So many rows at the end of a table stay together, unless one of them is taller than this, in points. */
const ENDING = 2
const TALLEST_ENDING = 150
/** Its title, and its header on one line. */
const HEAD_HEIGHT = 34
/** Above and below the words of a row. */
const CELL_SPACE = 3
/** A space to write in, in a form that is to be filled in by hand. */
const WRITING_HEIGHT = 22.7

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0)

/** Two columns of words are a label and what belongs to it. */
const isForm = ({ columns }: Table): boolean =>
  columns.length === 2 && columns.every(column => column.align === 'left')

/** Sets a table. `sheetBlocks` sets what stands in the cells. */
export function sheetTable(
  table: Table,
  context: Context,
  setting: Setting,
  sheetBlocks: SheetBlocks,
): SheetTable {
  const form = isForm(table)
  const size = tableSize(setting.style)
  const words = table.rows.map(row =>
    row.cells.map(cell => blocksText(cell.children, { numbering: setting.numbering, indent: 0 })),
  )
  const widths = columnWidths(
    table,
    context.width * 20,
    size,
    words.map(row => row.map(lines => lines.join(' '))),
  ).map(points)
  const room = widths.map(width => width - CELL_MARGIN / 10)
  // Words in cells are smaller than elsewhere, so more of them fit.
  const fits = room.map(width => (width * setting.style.size) / size)
  const cellHeight = (lines: readonly string[], column: number): number =>
    lines.reduce(
      (total, line) => total + Math.ceil((textWidth(line) * size * 1.05) / room[column]! || 1),
      0,
    ) *
    size *
    1.25

  const isToFill = (row: readonly (readonly string[])[]): boolean => form && row[1]!.join('') === ''
  const heights = words.map(row => Math.max(isToFill(row) ? WRITING_HEIGHT : 0, ...row.map(cellHeight)))

  const row = ({ id, cells }: Row, index: number): SheetRow => {
    if (cells.length !== widths.length)
      throw new InternalError(
        `Row '${id}' of table '${table.id}' has ${cells.length} cells, not ${widths.length}`,
      )
    return {
      whole: heights[index]! < TALLEST_WHOLE,
      ...(isToFill(words[index]!) ? { height: WRITING_HEIGHT } : {}),
      cells: cells.map(({ children, tone }, column) => ({
        ...(tone ? { fill: TONES[tone] } : {}),
        c: sheetBlocks(
          children,
          {
            ...context,
            level: 0,
            bullets: 0,
            leads: false,
            cell: form && column === 0 ? 'label' : 'text',
            width: fits[column]!,
          },
          setting,
        ),
      })),
    }
  }
  return {
    k: 'table',
    above: 9,
    caption: textRuns(table.caption, setting),
    widths,
    aligns: table.columns.map(column => column.align),
    titles: table.columns.map(({ title }, column) =>
      fitted(textRuns(title, setting), fits[column]!, setting),
    ),
    form,
    short: heights.length <= SHORT.rows && sum(heights) < SHORT.height,
    ending:
      heights.length > ENDING && heights.slice(-ENDING).every(height => height < TALLEST_ENDING) ? ENDING : 0,
    // As in Word, the first row is not parted from the second.
    room: HEAD_HEIGHT + Math.min(sum(heights.slice(0, 2)) + 4 * CELL_SPACE, TALLEST_WHOLE),
    rows: table.rows.map(row),
  }
}
