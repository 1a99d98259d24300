/** A table node in, its caption and a fixed-width Word table out. */
import type { Block, Row, Table } from '../../document/nodes.ts'
import { InternalError } from '../../findings/finding.ts'
import { columnWidths } from './column-widths.ts'
import { type Element, element, group, valued } from './elements.ts'
import { run } from './inlines.ts'
import { CELL_MARGIN } from './page.ts'
import { type Context, paragraph, type Rendering } from './rendering.ts'
import { sealAttribute } from './text.ts'

type RenderBlocks = (blocks: readonly Block[], context: Context, rendering: Rendering) => readonly Element[]

const HEADER_STYLE = { left: 'TableHeader', right: 'TableHeaderNumber', center: 'TableHeaderCentre' } as const

/** A cell. Word refuses one without a paragraph, or one that ends in a table. */
const cell = (width: number, children: readonly Element[]): Element => {
  const last = children.at(-1)
  return group('w:tc', [
    group('w:tcPr', [element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })]),
    ...children,
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
const properties = ({ caption, columns, rows }: Table, width: number): Element => {
  const titles = columns.map(column => column.title).join('; ')
  return group('w:tblPr', [
    valued('w:tblStyle', 'DataTable'),
    element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblLook', {
      'w:val': '0620',
      'w:firstRow': 1,
      'w:lastRow': 0,
      'w:firstColumn': 0,
      'w:lastColumn': 0,
      'w:noHBand': 1,
      'w:noVBand': 1,
    }),
    valued('w:tblCaption', sealAttribute(caption)),
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
  const widths = columnWidths(table, context.width, rendering.style.size - 1)
  const row = ({ id, cells }: Row): Element => {
    if (cells.length !== widths.length)
      throw new InternalError(
        `Row '${id}' of table '${table.id}' has ${cells.length} cells, not ${widths.length}`,
      )
    return group('w:tr', [
      group('w:trPr', [element('w:cantSplit')]),
      ...cells.map(({ children }, index) => {
        const width = widths[index]!
        const cellContext: Context = {
          ...context,
          level: 0,
          bullets: 0,
          cell: table.columns[index]!.align,
          width: width - 2 * CELL_MARGIN,
        }
        return cell(width, renderBlocks(children, cellContext, rendering))
      }),
    ])
  }
  return [
    paragraph('Caption', [run(table.caption)]),
    group('w:tbl', [
      properties(table, context.width),
      group(
        'w:tblGrid',
        widths.map(width => element('w:gridCol', { 'w:w': width })),
      ),
      headerRow(table, widths),
      ...table.rows.map(row),
    ]),
  ]
}
