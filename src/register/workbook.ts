/** The register's sheets in, the bytes of an Excel workbook out: frozen headings, filters, dates as dates, the same every time. */
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
    sheets.map(sheet => ({
      sheet: wording.sheets[sheet.id].title,
      data: [
        sheet.columns.map(
          ({ title }): Cell => ({ value: title, fontWeight: 'bold', wrap: true, backgroundColor: '#DEE6F0' }),
        ),
        ...sheet.rows.map(row => row.map((cell, i) => excelCell(cell, sheet.columns[i]!.kind))),
      ],
      columns: sheet.columns.map((_, i) => ({ width: widthOf(sheet, i) })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Arial', fontSize: 11, features: [filters(sheets)] },
  )
  const parts = unzipSync(await made.toBuffer())
  return zipParts(new Map(Object.entries(parts)))
}

function excelCell(cell: SheetCell, kind: CellKind): Cell {
  if (cell === null) return null
  const format = formats[kind]
  const style = { alignVertical: 'top' as const, ...(format && { format }) }
  if (cell === inConflict) return { alignVertical: 'top', type: String, value: inConflict }
  if (kind === 'date') return { ...style, type: Date, value: new Date(`${cell}T00:00:00Z`) }
  if (kind === 'money') return { ...style, type: Number, value: Number(cell) / 100 }
  if (kind === 'text') return { ...style, type: String, value: legal(String(cell)), wrap: true }
  return { ...style, type: Number, value: Number(cell) }
}

/** Text without what XML may not hold, and no longer than a cell takes. */
const legal = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, longestText)

const widths: Readonly<Record<CellKind, number>> = { text: 0, date: 13, money: 16, number: 11, percent: 11 }

/** As wide as its words ask for, within reason, in characters. */
function widthOf({ columns, rows }: Sheet, index: number): number {
  const { kind, title } = columns[index]!
  if (kind !== 'text') return Math.max(widths[kind], Math.min(title.length + 2, 16))
  const longest = rows.reduce((most, row) => Math.max(most, String(row[index] ?? '').length), title.length)
  return Math.min(Math.max(longest + 2, 10), 44)
}

/** Buttons to filter by over each column, by the library's own way of adding what it leaves out. */
const filters = (sheets: readonly Sheet[]): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/styles.xml': { transform: inOrder },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) => {
          const { columns, rows } = sheets[sheetIndex!]!
          const last = getCellAddress(rows.length, columns.length - 1)
          return insertElementMarkupAccordingToOrderOfSiblings(
            xml,
            `<autoFilter ref="A1:${last}"/>`,
            getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet')!,
            'worksheet',
          )
        },
      },
    },
  },
})

/** The order in which the schema wants what a font is made of (ECMA-376 18.8.22); the library has another. */
const fontOrder = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family']

/** The styles with every font in the schema's order. */
const inOrder = (xml: string): string =>
  xml.replace(/(<font>)(.*?)(<\/font>)/g, (_, open: string, inner: string, close: string) => {
    const rankOf = (element: string) => fontOrder.indexOf(/\w+/.exec(element)![0])
    const elements = inner.match(/<[^>]+>/g) ?? []
    return `${open}${elements.sort((a, b) => rankOf(a) - rankOf(b)).join('')}${close}`
  })
