/** A sheet in, how it stands on a screen and on paper out: how wide its columns and how high its rows are, and what stays in sight. */
import type { CellKind, Sheet } from './sheet.ts'

const widths: Readonly<Record<CellKind, number>> = { text: 0, date: 13, money: 16, number: 11, percent: 11 }
const widest = 44

/** How wide a column is, in characters: as wide as its words ask for, within reason. */
export function widthOf({ columns, rows }: Sheet, index: number): number {
  const { kind, title } = columns[index]!
  if (kind !== 'text') return Math.max(widths[kind], Math.min(title.length + 2, 16))
  const longest = rows.reduce((most, row) => Math.max(most, String(row[index] ?? '').length), title.length)
  return Math.min(Math.max(longest + 2, 10), widest)
}

/** Of a line of Arial at 11 points. */
const lineHeight = 14.5
/** A column is measured in digits, and a letter is a little narrower than a digit. */
const lettersInDigits = 1.1
/** Excel makes no row higher. */
const highest = 409

/** How high a row must be, in points, for its longest text to be read whole. Not every program works that out by itself. */
export function heightOf(texts: readonly string[], columnWidths: readonly number[]): number {
  const lines = texts.map((text, i) => linesOf(text, Math.floor(columnWidths[i]! * lettersInDigits)))
  return Math.min(Math.max(1, ...lines) * lineHeight + 1, highest)
}

/** In how many lines words stand where so many characters have room. */
function linesOf(text: string, width: number): number {
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines++
    for (const { length } of paragraph.split(' ')) {
      const isFirst = used === 0
      if (!isFirst && used + 1 + length > width) {
        lines++
        used = 0
      }
      // A word that is wider than the column is broken.
      lines += Math.max(0, Math.ceil(length / width) - 1)
      used += length + (isFirst ? 0 : 1)
    }
  }
  return lines
}

/** What has room on a landscape page of A4 and can still be read, in characters. */
const pageWidth = 200

/** Over how many pages side by side a sheet is printed. */
export const pagesAcross = (columnWidths: readonly number[]): number =>
  Math.ceil(columnWidths.reduce((sum, width) => sum + width, 0) / pageWidth)

/** Columns beyond which a sheet is wider than a screen. */
const manyColumns = 12

/** How many columns on the left stay in sight: in a wide sheet those up to the partnership's name. */
export const stickyColumns = ({ columns }: Sheet): number =>
  columns.length > manyColumns ? columns.findIndex(({ id }) => id === 'name') + 1 : 0
