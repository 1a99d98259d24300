/**
 * A table and a width in, the width of each column out. Columns follow the shares the template gives; where it gives
 * none, they follow the words in them, so that rows come out short. No column is so narrow that a word in it breaks.
 */
import type { Table } from '../../document/nodes.ts'
import { CELL_MARGIN } from './page.ts'
import { eachPiece, textWidth } from './text-width.ts'

/** The words of each cell, row by row. */
export type CellWords = readonly (readonly string[])[]

/**
 * How long a word may be before it may break, in the order they are tried: an email address stays whole where there is
 * room. With too little even for short words, only headers and figures count.
 */
const WHOLE = [48, 40, 32, 24, 14, 0] as const
/** A table needs some room beyond its longest words, or rows grow tall. */
const ROOM = 0.95
const STEPS = 48

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)

/** Shares whole units out so that every unit of the width goes to some column. */
function shareOut(shares: readonly number[], width: number): readonly number[] {
  const total = sum(shares)
  let reached = 0
  let given = 0
  return shares.map(share => {
    reached += share
    const upTo = Math.round((reached / total) * width)
    const own = upTo - given
    given = upTo
    return own
  })
}

/** For each column, its widest piece under each limit of `WHOLE`. A header and right-aligned figures never break. */
function widestPieces({ columns }: Table, words: CellWords): readonly (readonly number[])[] {
  return columns.map(({ title, align }, column) => {
    const widest = WHOLE.map(() => 0)
    let never = align === 'right'
    const see = (length: number, width: number): void => {
      for (let limit = 0; limit < WHOLE.length; limit++)
        if ((never || length <= WHOLE[limit]!) && width > widest[limit]!) widest[limit] = width
    }
    // The last row may hold totals, the first column labels: both in bold.
    for (let row = 0; row < words.length; row++)
      eachPiece(words[row]![column] ?? '', row === words.length - 1 || column === 0, see)
    never = true
    eachPiece(title, true, see)
    return widest
  })
}

/** The least widths that keep as many words whole as there is room for, if there is any. */
function enoughFor(
  table: Table,
  words: CellWords,
  width: number,
  size: number,
): readonly number[] | undefined {
  const widest = widestPieces(table, words)
  for (const [limit, whole] of WHOLE.entries()) {
    const least = widest.map(column => Math.ceil(column[limit]! * size * 20) + 2 * CELL_MARGIN + 10)
    if (sum(least) < width * (whole > 0 ? ROOM : 1)) return least
  }
  return undefined
}

/** Gives the room beyond the least widths, step by step, to the column that holds most rows up. */
function fill(
  { columns }: Table,
  words: CellWords,
  least: readonly number[],
  width: number,
  size: number,
): readonly number[] {
  const inside = 2 * CELL_MARGIN
  const lengths = [columns.map(column => column.title), ...words].map(cells =>
    columns.map((_, column) => textWidth(cells[column] ?? '') * size * 20),
  )
  const natural = columns.map((_, column) => Math.max(...lengths.map(row => row[column]!)) + inside + 10)
  const wanted = natural.map((one, column) => Math.max(one, least[column]!))
  const spare = width - sum(wanted)
  if (spare >= 0)
    return shareOut(
      wanted.map(one => one + (spare * one) / sum(wanted)),
      width,
    )
  const widths = [...least]
  const step = (width - sum(least)) / STEPS
  for (let given = 0; given < STEPS; given++) {
    const gain = columns.map(() => 0)
    for (const row of lengths) {
      let tallest = 0
      let height = 0
      for (let column = 0; column < row.length; column++) {
        const lines = row[column]! / (widths[column]! - inside)
        if (lines > height) {
          height = lines
          tallest = column
        }
      }
      // Lines that fit already gain nothing from more room.
      if (height > 1) gain[tallest]! += height / (widths[tallest]! - inside)
    }
    const best = gain.indexOf(Math.max(...gain))
    widths[best]! += step
  }
  return shareOut(widths, width)
}

/** Widths in whole units that sum to `width`, for text of `size` points; `words` are what stands in the rows. */
export function columnWidths(
  table: Table,
  width: number,
  size: number,
  words: CellWords = [],
): readonly number[] {
  const shares = table.columns.map(column => (column.width > 0 ? column.width : 1))
  const byShare = shareOut(shares, width)
  const least = enoughFor(table, words, width, size)
  if (!least) return byShare
  const open = words.length > 0 && shares.every(share => share === shares[0])
  if (open) return fill(table, words, least, width, size)
  if (least.every((needed, index) => needed <= byShare[index]!)) return byShare
  const wide = shares.map((_, index) => byShare[index]! > least[index]!)
  const spare = shareOut(
    shares.map((_, index) => (wide[index] ? byShare[index]! - least[index]! : 0)),
    width - sum(least),
  )
  return least.map((one, index) => one + spare[index]!)
}
