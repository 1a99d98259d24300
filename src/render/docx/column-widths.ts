/** A table and a width in, the width of each column out: by its share, but never so narrow that a word of its header breaks. */
import type { Block, Inline, Table } from '../../document/nodes.ts'
import { CELL_MARGIN } from './page.ts'

/** Widths of a character as a share of the type size: headers are bold, figures narrower. Generous, as fonts differ. */
const BOLD_SHARE = 0.64
const FIGURE_SHARE = 0.58

const longest = (text: string): number => Math.max(0, ...text.split(/\s+/).map(word => word.length))

const textOf = (nodes: readonly Inline[]): string =>
  nodes.map(node => (node.type === 'text' || node.type === 'fact' ? node.text : ' ')).join('')

const figures = (blocks: readonly Block[]): number =>
  Math.max(0, ...blocks.map(block => (block.type === 'para' ? longest(textOf(block.children)) : 0)))

/** The least width of each column: its header's longest word and, where it is right-aligned, its longest figure. */
function leastWidths({ columns, rows }: Table, size: number): readonly number[] {
  const character = size * 20
  return columns.map(({ title, align }, index) => {
    const header = longest(title) * BOLD_SHARE
    const body =
      align === 'right' ? Math.max(0, ...rows.map(row => figures(row.cells[index]?.children ?? []))) : 0
    return Math.ceil(Math.max(header, body * FIGURE_SHARE) * character) + 2 * CELL_MARGIN
  })
}

/** Shares whole units out so that every unit of the width goes to some column. */
function shareOut(shares: readonly number[], width: number): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
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

/** Widths in whole units that sum to `width`, for text of `size` points. */
export function columnWidths(table: Table, width: number, size: number): readonly number[] {
  const shares = table.columns.map(column => (column.width > 0 ? column.width : 1))
  const byShare = shareOut(shares, width)
  const least = leastWidths(table, size)
  if (least.every((needed, index) => needed <= byShare[index]!)) return byShare
  const needed = least.reduce((sum, one) => sum + one, 0)
  // With too little room for all, a word may break: the shares decide.
  if (needed >= width) return byShare
  const wide = shares.map((_, index) => byShare[index]! > least[index]!)
  const spare = shareOut(
    shares.map((_, index) => (wide[index] ? byShare[index]! - least[index]! : 0)),
    width - needed,
  )
  return least.map((one, index) => one + spare[index]!)
}
