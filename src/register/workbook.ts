/**
 * The register's sheets in, the bytes of an Excel workbook out: frozen headings, filters, dates as dates, rows in which the
 * whole text is seen, pages that can be read with the headings on each, and the same bytes every time.
 */
import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import { unzipSync } from 'fflate'
import writeExcelFile, { type Cell, type Feature } from 'write-excel-file/node'
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'
import { zipParts } from '../render/docx/package.ts'
import { type CellKind, inConflict, type Sheet, type SheetCell } from './sheet.ts'
import { heightOf, pagesAcross, stickyColumns, widthOf } from './sheet-layout.ts'
import type { RegisterWording } from './wording.ts'

const formats: Readonly<Record<CellKind, string | undefined>> = {
  text: undefined,
  date: 'd mmm yyyy',
  money: '£#,##0.00',
  number: '0',
  percent: '0"%"',
}

/** Excel holds no more characters than this in a cell. */
const longestText = 32_767

/** Writes the workbook. */
export async function toWorkbook(sheets: readonly Sheet[], wording: RegisterWording): Promise<Uint8Array> {
  const made = writeExcelFile(
    sheets.map(sheet => {
      const columnWidths = widthsOf(sheet)
      return {
        sheet: wording.sheets[sheet.id].title,
        data: [
          sheet.columns.map(({ title, kind }): Cell => ({ ...heading, value: title, align: sideOf(kind) })),
          ...sheet.rows.map(row => row.map((cell, i) => excelCell(cell, sheet.columns[i]!.kind))),
        ].map((cells, row) => withHeight(cells, heightOf(textsOf(sheet, row), columnWidths))),
        columns: columnWidths.map(width => ({ width })),
        stickyRowsCount: 1,
        stickyColumnsCount: stickyColumns(sheet),
        orientation: 'landscape' as const,
      }
    }),
    { fontFamily: 'Arial', fontSize: 11, features: [finished(sheets, wording)] },
  )
  const parts = unzipSync(await made.toBuffer())
  return zipParts(new Map(Object.entries(parts)))
}

const widthsOf = (sheet: Sheet): number[] => sheet.columns.map((_, i) => widthOf(sheet, i))

const heading = {
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
  backgroundColor: '#DEE6F0',
} as const

/** Dates stand on the left, or they would touch the text of the next column. */
const sideOf = (kind: CellKind): 'left' | 'right' => (kind === 'text' || kind === 'date' ? 'left' : 'right')

/** What is written as text in a row; the first is that of the headings. */
const textsOf = ({ columns, rows }: Sheet, row: number): readonly string[] =>
  row === 0
    ? columns.map(({ title }) => title)
    : rows[row - 1]!.map((cell, i) => (columns[i]!.kind === 'text' ? String(cell ?? '') : ''))

/** A row has the height that one of its cells asks for. */
function withHeight(cells: readonly Cell[], height: number): Cell[] {
  const at = cells.findIndex(cell => cell !== null)
  return cells.map((cell, i) => (i === at ? { ...(cell as object), height } : cell))
}

function excelCell(cell: SheetCell, kind: CellKind): Cell {
  if (cell === null) return null
  const format = formats[kind]
  const style = { alignVertical: 'top' as const, align: sideOf(kind), ...(format && { format }) }
  if (cell === inConflict) return { alignVertical: 'top', align: 'left', type: String, value: inConflict }
  if (kind === 'date') return { ...style, type: Date, value: new Date(`${cell}T00:00:00Z`) }
  if (kind === 'money') return { ...style, type: Number, value: Number(cell) / 100 }
  if (kind === 'text') return { ...style, type: String, value: legal(String(cell)), wrap: true }
  return { ...style, type: Number, value: Number(cell) }
}

/** Text without what XML may not hold, and no longer than a cell takes. */
const legal = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, longestText)

/** What the library leaves out, by its own way of adding that: filters over the columns, and how the sheets are printed. */
const finished = (sheets: readonly Sheet[], wording: RegisterWording): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/styles.xml': { transform: inOrder },
      'xl/workbook.xml': { transform: xml => xml.replace('<definedNames/>', printTitles(sheets, wording)) },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) => {
          const sheet = sheets[sheetIndex!]!
          const last = getCellAddress(sheet.rows.length, sheet.columns.length - 1)
          return ['<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', `<autoFilter ref="A1:${last}"/>`]
            .reduce(
              (now, markup) =>
                insertElementMarkupAccordingToOrderOfSiblings(
                  now,
                  markup,
                  getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet')!,
                  'worksheet',
                ),
              activePane(xml, sheet),
            )
            .replace(
              '<pageSetup ',
              `<pageSetup fitToWidth="${pagesAcross(widthsOf(sheet))}" fitToHeight="0" `,
            )
        },
      },
    },
  },
})

/** Where no column is frozen there is no pane on the right that could be the active one (ECMA-376 18.3.1.66). */
const activePane = (xml: string, sheet: Sheet): string =>
  stickyColumns(sheet) > 0
    ? xml
    : xml.replace('xSplit="0" ', '').replace('activePane="bottomRight"', 'activePane="bottomLeft"')

/** The names by which Excel knows which rows and columns print on every page (ECMA-376 18.2.5). */
const printTitles = (sheets: readonly Sheet[], wording: RegisterWording): string =>
  `<definedNames>${sheets
    .map((sheet, index) => {
      const title = wording.sheets[sheet.id].title
        .replaceAll("'", "''")
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
      const sticky = stickyColumns(sheet)
      const left = sticky > 0 ? `'${title}'!$A:$${getCellAddress(0, sticky - 1).replace(/\d/g, '')},` : ''
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${left}'${title}'!$1:$1</definedName>`
    })
    .join('')}</definedNames>`

/** The order in which the schema wants what a font is made of (ECMA-376 18.8.22); the library has another. */
const fontOrder = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family']

/** The styles with every font in the schema's order. */
const inOrder = (xml: string): string =>
  xml.replace(/(<font>)(.*?)(<\/font>)/g, (_, open: string, inner: string, close: string) => {
    const rankOf = (element: string) => fontOrder.indexOf(/\w+/.exec(element)![0])
    const elements = inner.match(/<[^>]+>/g) ?? []
    return `${open}${elements.sort((a, b) => rankOf(a) - rankOf(b)).join('')}${close}`
  })
