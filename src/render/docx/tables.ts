/** A table node in, its caption and a fixed-width Word table out. One of two columns of words is set as a form. */
import type { Block, Row, Table, Tone } from '../../document/nodes.ts'
import { InternalError } from '../../findings/finding.ts'
import { TONES } from '../tones.ts'
import { type CellWords, columnWidths } from './column-widths.ts'
import { type Element, element, group, valued } from './elements.ts'
import { run, wordsOf } from './inlines.ts'
import { CELL_MARGIN } from './page.ts'
import { endingUnmarked } from './paragraph-marks.ts'
import { tableSize } from './paragraph-styles.ts'
import { type Context, paragraph, type Rendering, under } from './rendering.ts'
import { sealAttribute } from './text.ts'
import { textWidth } from './text-width.ts'
import { trackBlocks } from './tracked.ts'

type RenderBlocks = (blocks: readonly Block[], context: Context, rendering: Rendering) => readonly Element[]

const HEADER_STYLE = { left: 'TableHeader', right: 'TableHeaderNumber', center: 'TableHeaderCentre' } as const

/** A table this short stays on one page whole. */
const SHORT = 4

/** The first row stays with the second only if both are no taller than this, in points. */
const TALLEST_START = 64
/** A row taller than this, in points, may go on over the page: kept whole, it would leave the page before it empty. */
const TALLEST_WHOLE = 380
/** No cell with fewer letters is so tall. */
const LONG = 400
/** The height of a line of words, as a share of their size. */
const LINE = 1.25

/** A space to write in, in a form that is to be filled in by hand. */
const WRITING_HEIGHT = 454

/** Two columns of words are a label and what belongs to it. */
const isForm = ({ columns }: Table): boolean =>
  columns.length === 2 && columns.every(column => column.align === 'left')

const wordsIn = (blocks: readonly Block[], rendering: Rendering): string =>
  blocks
    .map(block =>
      block.type === 'para'
        ? wordsOf(block.children, rendering)
        : block.type === 'bullets'
          ? block.items.map(item => wordsIn(item, rendering)).join(' ')
          : '',
    )
    .join(' ')

const cellWords = ({ rows }: Table, rendering: Rendering): CellWords =>
  rows.map(row => row.cells.map(cell => wordsIn(cell.children, rendering)))

/** A cell. Word refuses one without a paragraph, or one that ends in a table. */
const cell = (width: number, children: readonly Element[], tone?: Tone): Element => {
  const last = children.at(-1)
  return group('w:tc', [
    group('w:tcPr', [
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      ...(tone ? [element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': TONES[tone] })] : []),
    ]),
    ...endingUnmarked(children),
    ...(last === undefined
      ? [paragraph('TableText', [])]
      : 'w:tbl' in last
        ? [paragraph('SectionEnd', [])]
        : []),
  ])
}

const headerRow = ({ columns }: Table, widths: readonly number[]): Element =>
  group('w:tr', [
    group('w:trPr', [element('w:cantSplit'), element('w:tblHeader')]),
    ...columns.map((column, index) =>
      cell(widths[index]!, [paragraph(HEADER_STYLE[column.align], [run(column.title)])]),
    ),
  ])

/** The table's properties, with the words a screen reader gives for it. */
const properties = ({ caption, columns, rows }: Table, width: number, form: boolean): Element => {
  const titles = columns.map(column => column.title).join('; ')
  return group('w:tblPr', [
    valued('w:tblStyle', form ? 'FormTable' : 'DataTable'),
    element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblLook', {
      'w:val': form ? '06A0' : '0620',
      'w:firstRow': 1,
      'w:lastRow': 0,
      'w:firstColumn': form ? 1 : 0,
      'w:lastColumn': 0,
      'w:noHBand': 1,
      'w:noVBand': 1,
    }),
    valued('w:tblCaption', sealAttribute(caption || titles || 'Table')),
    valued('w:tblDescription', sealAttribute(`Columns: ${titles}. Rows below the header: ${rows.length}.`)),
  ])
}

/** Renders a table under its caption. `renderBlocks` renders what stands in the cells. */
export function renderTable(
  table: Table,
  context: Context,
  rendering: Rendering,
  renderBlocks: RenderBlocks,
): readonly Element[] {
  const form = isForm(table)
  const words = cellWords(table, rendering)
  const widths = columnWidths(table, context.width, tableSize(rendering.style), words)
  const { length } = table.rows
  const size = tableSize(rendering.style)
  const height = (index: number): number =>
    Math.max(
      ...(words[index] ?? []).map(
        (text, column) =>
          Math.ceil((textWidth(text) * size * 20) / (widths[column]! - 2 * CELL_MARGIN)) * size * LINE,
      ),
    )
  const isLong = (index: number): boolean =>
    (words[index] ?? []).some(text => text.length > LONG) && height(index) > TALLEST_WHOLE
  // Two tall rows that stay together would leave half the page before them empty.
  const startsTogether = height(0) + height(1) < TALLEST_START
  const row = ({ id, cells, change }: Row, index: number): Element => {
    const as = change ? under(change, rendering) : rendering
    if (cells.length !== widths.length)
      throw new InternalError(
        `Row '${id}' of table '${table.id}' has ${cells.length} cells, not ${widths.length}`,
      )
    // Neither the first row nor the last stands alone at the end of a page.
    const leads =
      index < length - 1 &&
      !isLong(index) &&
      (length <= SHORT || (index === 0 && startsTogether) || index === length - 2)
    const toFill = form && words[index]![1] === ''
    const made = group('w:tr', [
      group('w:trPr', [
        ...(isLong(index) ? [] : [element('w:cantSplit')]),
        ...(toFill ? [element('w:trHeight', { 'w:val': WRITING_HEIGHT, 'w:hRule': 'atLeast' })] : []),
      ]),
      ...cells.map(({ children, tone }, column) => {
        const width = widths[column]!
        const cellContext: Context = {
          ...context,
          level: 0,
          bullets: 0,
          cell: form && column === 0 ? 'label' : table.columns[column]!.align,
          leads,
          width: width - 2 * CELL_MARGIN,
        }
        return cell(width, renderBlocks(children, cellContext, as), tone)
      }),
    ])
    return change ? trackBlocks([made], change, rendering.next)[0]! : made
  }
  return [
    ...(table.caption === '' ? [] : [paragraph('Caption', [run(table.caption)])]),
    group('w:tbl', [
      properties(table, context.width, form),
      group(
        'w:tblGrid',
        widths.map(width => element('w:gridCol', { 'w:w': width })),
      ),
      headerRow(table, widths),
      ...table.rows.map(row),
    ]),
  ]
}
