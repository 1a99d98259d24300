/** Two lines in; whether they say the same, in the same looks, out. How they hang does not count. */
import type { Line, RowLine } from './lines.ts'
import type { Token } from './tokens.ts'

const isSameToken = (a: Token, b: Token): boolean =>
  a.key === b.key &&
  a.strong === b.strong &&
  a.emphasis === b.emphasis &&
  a.change?.kind === b.change?.kind &&
  a.change?.author === b.change?.author &&
  (a.notes?.length ?? 0) === (b.notes?.length ?? 0)

const areSame = (a: readonly Token[], b: readonly Token[]): boolean =>
  a.length === b.length && a.every((token, index) => isSameToken(token, b[index]!))

/** Whether two lines are the same to a reader. */
export function isSameLine(a: Line, b: Line): boolean {
  if ((a.table === undefined) !== (b.table === undefined) || a.change?.kind !== b.change?.kind) return false
  if (!a.table || !b.table) return areSame(a.tokens, b.tokens)
  return (
    a.table.columns.length === b.table.columns.length &&
    a.table.columns.every((title, index) => areSame(title, b.table!.columns[index]!)) &&
    a.table.rows.length === b.table.rows.length &&
    a.table.rows.every((row, index) => isSameRow(row, b.table!.rows[index]!))
  )
}

/** Whether two rows are the same to a reader. */
export const isSameRow = (a: RowLine, b: RowLine): boolean =>
  a.change?.kind === b.change?.kind &&
  a.cells.length === b.cells.length &&
  a.cells.every((cell, column) => {
    const other = b.cells[column]!
    return cell.length === other.length && cell.every((line, index) => isSameLine(line, other[index]!))
  })
