/** A sheet in, a CSV file out: RFC 4180, UTF-8, dates as 2026-11-22, money as 1234.50. */
import { inConflict, type Sheet, type SheetCell, type SheetColumn } from './sheet.ts'

/** A cell that starts so would be taken for a formula by a spreadsheet, whoever typed it. */
const looksLikeFormula = /^[=+\-@\t\r]/

/** The whole file, with a line of column names for machines. */
export const toCsv = ({ columns, rows }: Sheet): string =>
  [columns.map(c => c.id), ...rows.map(row => row.map((cell, i) => plain(cell, columns[i]!)))]
    .map(cells => `${cells.map(quote).join(',')}\r\n`)
    .join('')

function plain(cell: SheetCell, { kind }: SheetColumn): string {
  if (cell === null) return ''
  if (cell === inConflict) return cell
  if (kind === 'money') return (Number(cell) / 100).toFixed(2)
  const text = String(cell)
  return kind === 'text' && looksLikeFormula.test(text) ? `'${text}` : text
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
