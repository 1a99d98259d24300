/**
 * The lines of a Word file and the names that items known by their place alone are to have in; the same lines under those names
 * out. Word keeps an item's bookmark with it, while the answers count their items anew.
 */
import type { Line, RowLine } from './lines.ts'
import { referenceKey, type Token } from './tokens.ts'

type Names = ReadonlyMap<string, string>

const tokensNamed = (tokens: readonly Token[], names: Names): readonly Token[] =>
  tokens.map(token => {
    if (token.leaf?.type !== 'crossReference' || token.key !== referenceKey(token.leaf.target)) return token
    const target = names.get(token.leaf.target)
    return target === undefined
      ? token
      : { ...token, key: referenceKey(target), leaf: { type: 'crossReference', target } }
  })

const rowNamed = (row: RowLine, names: Names): RowLine => ({
  ...row,
  cells: row.cells.map(cell => linesNamed(cell, names)),
})

/** Renames lines, and what their references point at. */
export function linesNamed(lines: readonly Line[], names: Names): readonly Line[] {
  if (names.size === 0) return lines
  return lines.map(line => {
    const key = line.key === undefined ? undefined : names.get(line.key)
    return {
      ...line,
      ...(key !== undefined && { key }),
      tokens: tokensNamed(line.tokens, names),
      ...(line.table && {
        table: { ...line.table, rows: line.table.rows.map(row => rowNamed(row, names)) },
      }),
    }
  })
}
