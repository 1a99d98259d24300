/** Two lines in; whether they say the same, in the same looks, out. How they hang does not count. */
import type { Line, RowLine } from './lines.ts'
import type { Token } from './tokens.ts'

const known = new WeakMap<readonly Token[], string>()

/** What a run of tokens says and how it looks, as one text; a merge asks it of each line several times. */
function printOf(tokens: readonly Token[]): string {
  const have = known.get(tokens)
  if (have !== undefined) return have
  let print = ''
  for (const { key, strong, emphasis, change, notes } of tokens) {
    print += key
    if (strong || emphasis || change || notes)
      print += `\u0001${strong ? 'b' : ''}${emphasis ? 'i' : ''}${change ? `${change.kind} ${change.author}` : ''}${notes?.length ?? 0}`
    print += '\u0002'
  }
  known.set(tokens, print)
  return print
}

const areSame = (a: readonly Token[], b: readonly Token[]): boolean =>
  a === b || (a.length === b.length && printOf(a) === printOf(b))

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
